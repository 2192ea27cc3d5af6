package pickle

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copyreg"
)

// pickler writes the pickle of an object, byte by byte as CPython does.
type pickler struct {
	protocol int
	imports  bool // module names are those of Python 2 in old protocols
	out      []byte
	frame    int // where the open frame begins in out, -1 if none is open
	memo     map[any]int
	kept     []any // what is in the memo, whose identity must not be given to others
	persist  any   // persistent_id, nil if there is none
}

func newPickler(protocol int) *pickler {
	return &pickler{protocol: protocol, imports: true, frame: -1, memo: map[any]int{}}
}

// dump writes the pickle of v after what is in out.
func (p *pickler) dump(v any) []byte {
	p.out = nil
	if p.protocol >= 2 {
		p.write(opProto, byte(p.protocol))
	}
	if p.protocol >= 4 {
		p.frame = len(p.out)
	}
	p.save(v)
	p.write(opStop)
	p.endFrame()
	return p.out
}

func (p *pickler) write(b ...byte) { p.out = append(p.out, b...) }

func (p *pickler) text(s string) { p.out = append(p.out, s...) }

// sized writes an opcode, a length and data; data that fills a frame of its own is
// written outside of frames.
func (p *pickler) sized(op byte, width int, data string) {
	large := p.protocol >= 4 && len(data) >= frameTarget
	if large {
		p.endFrame()
	}
	p.write(op)
	p.out = binary.LittleEndian.AppendUint64(p.out, uint64(len(data)))
	p.out = p.out[:len(p.out)-8+width]
	p.text(data)
	if large {
		p.frame = len(p.out)
	}
}

// endFrame writes the header of the open frame, if there is one.
func (p *pickler) endFrame() {
	if p.frame < 0 {
		return
	}
	data := string(p.out[p.frame:])
	if len(data) >= frameMin {
		p.out = append(p.out[:p.frame], opFrame)
		p.out = binary.LittleEndian.AppendUint64(p.out, uint64(len(data)))
		p.text(data)
	}
	p.frame = -1
}

// key is what the memo knows an object by: texts by their value, as the names and
// literals of a program are one object each.
func key(v any) any {
	switch v := v.(type) {
	case string, py.Bytes:
		return v
	}
	return py.ID(v)
}

func (p *pickler) memoize(v any) {
	n := len(p.memo)
	p.memo[key(v)] = n
	p.kept = append(p.kept, v)
	switch {
	case p.protocol >= 4:
		p.write(opMemoize)
	case p.protocol == 0:
		p.text("p" + strconv.Itoa(n) + "\n")
	case n < 256:
		p.write(opBinPut, byte(n))
	default:
		p.out = binary.LittleEndian.AppendUint32(append(p.out, opLongBinPut), uint32(n))
	}
}

// recall writes a reference to an object that is in the memo.
func (p *pickler) recall(v any) bool {
	n, ok := p.memo[key(v)]
	switch {
	case !ok:
		return false
	case p.protocol == 0:
		p.text("g" + strconv.Itoa(n) + "\n")
	case n < 256:
		p.write(opBinGet, byte(n))
	default:
		p.out = binary.LittleEndian.AppendUint32(append(p.out, opLongBinGet), uint32(n))
	}
	return true
}

func (p *pickler) save(v any) {
	if p.frame >= 0 && len(p.out)-p.frame >= frameTarget {
		p.endFrame()
		p.frame = len(p.out)
	}
	if p.persist != nil {
		if id := py.Call(p.persist, v); id != nil {
			p.savePersistent(id)
			return
		}
	}
	if p.saveAtom(v) || p.recall(v) {
		return
	}
	switch x := v.(type) {
	case string:
		p.saveText(x)
		return
	case py.Bytes:
		p.saveBytes(x)
		return
	case py.Tuple:
		p.saveTuple(x)
		return
	case *py.Class, *py.Function:
		if reduced, ok := copyreg.Reducer(py.TypeOf(v)); ok {
			p.saveReduced(v, py.Call(reduced, v))
			return
		}
		p.saveGlobal(v)
		return
	}
	switch class := py.TypeOf(v); class {
	case py.ListClass:
		p.saveList(v)
	case py.DictClass:
		p.saveDict(v)
	case py.SetClass, py.FrozenSetClass:
		p.saveSet(v, class)
	case py.ByteArrayClass:
		p.saveByteArray(v)
	default:
		p.saveObject(v, class)
	}
}

func (p *pickler) savePersistent(id any) {
	if p.protocol == 0 {
		p.text("P" + py.Str(id) + "\n")
		return
	}
	persist := p.persist
	p.persist = nil
	p.save(id)
	p.persist = persist
	p.write(opBinPersID)
}

// saveAtom writes what is not in the memo: None, truth values and numbers.
func (p *pickler) saveAtom(v any) bool {
	switch x := v.(type) {
	case nil:
		p.write(opNone)
	case bool:
		switch {
		case p.protocol >= 2 && x:
			p.write(opNewTrue)
		case p.protocol >= 2:
			p.write(opNewFalse)
		case x:
			p.text("I01\n")
		default:
			p.text("I00\n")
		}
	case int:
		p.saveInt(x)
	case *big.Int:
		p.saveBig(x)
	case float64:
		if p.protocol == 0 {
			p.text("F" + py.FormatFloat(x) + "\n")
			break
		}
		p.out = binary.BigEndian.AppendUint64(append(p.out, opBinFloat), math.Float64bits(x))
	default:
		return false
	}
	return true
}

func (p *pickler) saveInt(n int) {
	small := n >= math.MinInt32 && n <= math.MaxInt32
	switch {
	case p.protocol == 0 && small:
		p.text("I" + strconv.Itoa(n) + "\n")
	case !small:
		p.saveBig(big.NewInt(int64(n)))
	case n >= 0 && n < 1<<8:
		p.write(opBinInt1, byte(n))
	case n >= 0 && n < 1<<16:
		p.out = binary.LittleEndian.AppendUint16(append(p.out, opBinInt2), uint16(n))
	default:
		p.out = binary.LittleEndian.AppendUint32(append(p.out, opBinInt), uint32(int32(n)))
	}
}

func (p *pickler) saveBig(n *big.Int) {
	if p.protocol < 2 {
		p.text("L" + n.String() + "L\n")
		return
	}
	data := encodeLong(n)
	if len(data) < 256 {
		p.write(opLong1, byte(len(data)))
	} else {
		p.out = binary.LittleEndian.AppendUint32(append(p.out, opLong4), uint32(len(data)))
	}
	p.write(data...)
}

// encodeLong is the shortest two's complement of a number, lowest byte first.
func encodeLong(n *big.Int) []byte {
	if n.Sign() == 0 {
		return nil
	}
	size := n.BitLen()/8 + 1
	m := n
	if n.Sign() < 0 {
		m = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(8*size)))
	}
	data := m.FillBytes(make([]byte, size))
	for i, j := 0, size-1; i < j; i, j = i+1, j-1 {
		data[i], data[j] = data[j], data[i]
	}
	if n.Sign() < 0 && size > 1 && data[size-1] == 0xff && data[size-2]&0x80 != 0 {
		data = data[:size-1]
	}
	return data
}

func (p *pickler) saveText(s string) {
	switch {
	case p.protocol == 0:
		p.text("V" + string(py.StrEncode(rawEscaped(s), "raw-unicode-escape", "strict")) + "\n")
	case p.protocol >= 4 && len(s) < 256:
		p.sized(opShortBinUnicode, 1, s)
	case len(s) <= math.MaxUint32:
		p.sized(opBinUnicode, 4, s)
	default:
		p.sized(opBinUnicode8, 8, s)
	}
	p.memoize(s)
}

func (p *pickler) saveBytes(b py.Bytes) {
	switch {
	case p.protocol < 3 && len(b) == 0:
		p.call(b, py.BytesClass)
		return
	case p.protocol < 3:
		p.call(b, codecsEncode(), py.BytesDecode(string(b), "latin-1", "strict"), "latin1")
		return
	case len(b) < 256:
		p.sized(opShortBinBytes, 1, string(b))
	case len(b) <= math.MaxUint32:
		p.sized(opBinBytes, 4, string(b))
	default:
		p.sized(opBinBytes8, 8, string(b))
	}
	p.memoize(b)
}

func (p *pickler) saveByteArray(v any) {
	data := py.Bytes(py.BytesLike(v))
	switch {
	case p.protocol >= 5:
		p.sized(opByteArray8, 8, string(data))
		p.memoize(v)
	case len(data) == 0:
		p.call(v, py.ByteArrayClass)
	default:
		p.call(v, py.ByteArrayClass, data)
	}
}

// call writes the call of a function that makes v.
func (p *pickler) call(v, fn any, args ...any) {
	p.saveReduced(v, py.Tuple{fn, py.Tuple(args)})
}

// saveGlobal writes a function or class by its name.
func (p *pickler) saveGlobal(v any) {
	copy.CheckReachable(v)
	module, name := globalName(v)
	published[module+"."+name] = v
	if p.protocol >= 4 {
		p.save(module)
		if name == module {
			p.saveText(name) // another object than the name of the module
		} else {
			p.save(name)
		}
		p.write(opStackGlobal)
	} else {
		if p.protocol < 3 && p.imports {
			if old, ok := oldModules[module]; ok {
				module = old
			}
		}
		p.text("c" + module + "\n" + name + "\n")
	}
	p.memoize(v)
}
