// Package number converts arguments of the standard library's functions to
// numbers as CPython's argument parsing does: without the leniency of the
// constructors int and float.
package number

import (
	"math"
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Real is the float that a parameter of type double gets: a float, an int, or
// what __float__ or __index__ returns. It raises TypeError for anything else
// and OverflowError for an int that is too large.
func Real(o any) float64 {
	switch v := py.Payload(o).(type) {
	case float64:
		return v
	case int:
		return float64(v)
	case bool, *big.Int:
		return py.Float(v)
	case string, py.Bytes, *py.ByteArray, *py.MemoryView:
		panic(exc.TypeError("must be real number, not %s", py.TypeOf(o).Name()))
	}
	class := py.TypeOf(o)
	if _, ok := class.Lookup("__float__"); !ok {
		if _, ok := class.Lookup("__index__"); !ok {
			panic(exc.TypeError("must be real number, not %s", class.Name()))
		}
	}
	return py.Float(o)
}

// Int is the int in the machine's range that a parameter of type Py_ssize_t
// gets. It raises TypeError if o is no integer and OverflowError if it is too
// large.
func Int(o any) int {
	if v, ok := o.(int); ok {
		return v
	}
	v, ok := py.Index(o).(int)
	if !ok {
		panic(exc.OverflowError("Python int too large to convert to C ssize_t"))
	}
	return v
}

// Big is the integer o as a big.Int that the caller must not change. It raises
// TypeError if o is no integer.
func Big(o any) *big.Int { return py.BigInt(py.Index(o)) }

// CInt is the int that a parameter of C's type int gets. It raises TypeError
// if o is no integer and OverflowError if it is too large.
func CInt(o any) int {
	v, ok := py.Index(o).(int)
	switch {
	case !ok:
		panic(exc.OverflowError("Python int too large to convert to C long"))
	case v > math.MaxInt32:
		panic(exc.OverflowError("signed integer is greater than maximum"))
	case v < math.MinInt32:
		panic(exc.OverflowError("signed integer is less than minimum"))
	}
	return v
}
