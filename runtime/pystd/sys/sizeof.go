package sys

import (
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// headerSize is what the collector of cycles adds to an object.
const headerSize = 16

// dictSize is what instances have before them that have a dict.
const dictSize = 16

// sizeOf is sys.getsizeof(o) on 64 bits, for objects whose size follows from their
// value. That of others depends on how they came to be, or on CPython's own code: it
// raises NotImplementedError for them.
func sizeOf(o any) any {
	for _, class := range py.TypeOf(o).MRO() {
		if _, ok := class.Own("__sizeof__"); ok && class != py.ObjectClass {
			size := py.CallMethod(o, "__sizeof__")
			if class.Slots() == nil {
				size = py.Add(size, dictSize)
			}
			return py.Add(size, headerSize)
		}
	}
	if n, ok := knownSize(o); ok {
		return n
	}
	panic(exc.NotImplementedError("sys.getsizeof of this %s", py.TypeOf(o).Name()))
}

func knownSize(o any) (int, bool) {
	switch x := o.(type) {
	case nil:
		return 16, true
	case bool:
		return 28, true
	case int:
		return intSize(big.NewInt(int64(x))), true
	case *big.Int:
		return intSize(x), true
	case float64:
		return 24, true
	case complex128:
		return 32, true
	case string:
		for i := range len(x) {
			if x[i] >= 0x80 {
				return 0, false
			}
		}
		return 41 + len(x), true
	case py.Bytes:
		return 33 + len(x), true
	case py.Tuple:
		return 40 + 8*len(x), true
	case *py.Range:
		return 48, true
	}
	switch class := py.TypeOf(o); class {
	case py.ListClass:
		return 56, py.Len(o) == 0
	case py.DictClass:
		return 64, py.Len(o) == 0
	case py.SetClass, py.FrozenSetClass:
		return 216, py.Len(o) <= 4
	case py.ObjectClass:
		return 16, true
	}
	return 0, false
}

// intSize counts the digits of 30 bits.
func intSize(n *big.Int) int { return 24 + 4*max((n.BitLen()+29)/30, 1) }
