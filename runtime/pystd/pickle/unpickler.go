package pickle

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// unpickler runs a pickle.
type unpickler struct {
	// read gives the next n bytes, fewer at the end of the file, and line the bytes
	// up to the next newline.
	read func(n int) string
	line func() string
	// ahead is what is read of a frame and not used yet.
	ahead string

	stack   []any
	marks   []int
	memo    map[int]any
	find    func(module, name string) any
	persist any // persistent_load
}

func failure(format string, args ...any) py.BaseException {
	return py.NewException(UnpicklingError, fmt.Sprintf(format, args...))
}

func newUnpickler(read func(n int) string, line func() string) *unpickler {
	return &unpickler{read: read, line: line, memo: map[int]any{}, find: FindClass}
}

// next reads n bytes, of the frame if there is one.
func (u *unpickler) next(n int) string {
	if u.ahead == "" {
		return u.read(n)
	}
	if n > len(u.ahead) {
		panic(failure("pickle exhausted before end of frame"))
	}
	data := u.ahead[:n]
	u.ahead = u.ahead[n:]
	return data
}

// take reads exactly n bytes. It raises UnpicklingError.
func (u *unpickler) take(n int) string {
	data := u.next(n)
	if len(data) < n {
		panic(failure("pickle data was truncated"))
	}
	return data
}

// number reads a length or index of some bytes, lowest first.
func (u *unpickler) number(width int) int {
	buffer := make([]byte, 8)
	copy(buffer, u.take(width))
	n := binary.LittleEndian.Uint64(buffer)
	if n > math.MaxInt {
		panic(failure("pickle exceeds system's maximum size of %d bytes", math.MaxInt))
	}
	return int(n)
}

func (u *unpickler) text() string {
	var line string
	if n := strings.IndexByte(u.ahead, '\n') + 1; u.ahead == "" {
		line = u.line()
	} else {
		line = u.next(max(n, 1))
	}
	if !strings.HasSuffix(line, "\n") {
		panic(failure("pickle data was truncated"))
	}
	return line[:len(line)-1]
}

func (u *unpickler) push(v any) { u.stack = append(u.stack, v) }

func (u *unpickler) pop() any {
	bottom := 0
	if n := len(u.marks); n > 0 {
		bottom = u.marks[n-1]
	}
	last := len(u.stack) - 1
	if last < bottom {
		panic(failure("unpickling stack underflow"))
	}
	v := u.stack[last]
	u.stack = u.stack[:last]
	return v
}

func (u *unpickler) top() any {
	v := u.pop()
	u.push(v)
	return v
}

// marked takes what is above the last mark.
func (u *unpickler) marked() []any {
	last := len(u.marks) - 1
	if last < 0 {
		panic(failure("could not find MARK"))
	}
	items := slices.Clone(u.stack[u.marks[last]:])
	u.stack, u.marks = u.stack[:u.marks[last]], u.marks[:last]
	return items
}

// load runs the pickle and returns its object. It raises EOFError,
// UnpicklingError, and what making the objects raises.
func (u *unpickler) load() any {
	u.stack, u.marks = nil, nil
	for {
		code := u.next(1)
		if code == "" {
			panic(py.NewEOFError("Ran out of input"))
		}
		if code[0] == opStop {
			return u.pop()
		}
		if !u.constant(code[0]) && !u.container(code[0]) && !u.object(code[0]) {
			panic(failure("invalid load key, '%s'.", keyText(code[0])))
		}
	}
}

func keyText(code byte) string {
	if code < 0x20 || code > 0x7e {
		return fmt.Sprintf("\\x%02x", code)
	}
	return string(code)
}

// constant runs the opcodes that push a value that they hold.
func (u *unpickler) constant(code byte) bool {
	switch code {
	case opProto:
		if version := u.number(1); version > highest {
			panic(py.NewValueError("unsupported pickle protocol: " + strconv.Itoa(version)))
		}
	case opFrame:
		u.ahead = u.take(u.number(8))
	case opNone:
		u.push(nil)
	case opNewTrue, opNewFalse:
		u.push(code == opNewTrue)
	case opInt:
		switch line := u.text(); line {
		case "00", "01":
			u.push(line == "01")
		default:
			u.push(py.Int(line))
		}
	case opLong:
		u.push(py.Int(strings.TrimSuffix(u.text(), "L")))
	case opBinInt:
		u.push(int(int32(u.number(4))))
	case opBinInt1:
		u.push(u.number(1))
	case opBinInt2:
		u.push(u.number(2))
	case opLong1:
		u.push(decodeLong(u.take(u.number(1))))
	case opLong4:
		u.push(decodeLong(u.take(u.number(4))))
	case opFloat:
		u.push(py.Float(u.text()))
	case opBinFloat:
		u.push(math.Float64frombits(binary.BigEndian.Uint64([]byte(u.take(8)))))
	case opUnicode:
		u.push(py.BytesDecode(u.text(), "raw-unicode-escape", "surrogatepass"))
	case opShortBinUnicode:
		u.push(u.take(u.number(1)))
	case opBinUnicode:
		u.push(u.take(u.number(4)))
	case opBinUnicode8:
		u.push(u.take(u.number(8)))
	case opShortBinBytes:
		u.push(py.Bytes(u.take(u.number(1))))
	case opBinBytes:
		u.push(py.Bytes(u.take(u.number(4))))
	case opBinBytes8:
		u.push(py.Bytes(u.take(u.number(8))))
	case opByteArray8:
		u.push(py.NewByteArray(u.take(u.number(8))))
	case opString:
		line := u.text()
		if len(line) < 2 || line[0] != line[len(line)-1] || line[0] != '\'' && line[0] != '"' {
			panic(failure("the STRING opcode argument must be quoted"))
		}
		u.push(py.BytesDecode(line[1:len(line)-1], "unicode-escape", "strict"))
	case opBinString:
		u.push(py.BytesDecode(u.take(u.number(4)), "ascii", "strict"))
	case opShortBinString:
		u.push(py.BytesDecode(u.take(u.number(1)), "ascii", "strict"))
	default:
		return false
	}
	return true
}

// decodeLong is the number that encodeLong wrote.
func decodeLong(data string) any {
	b := []byte(data)
	slices.Reverse(b)
	n := new(big.Int).SetBytes(b)
	if len(b) > 0 && b[0]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return py.NormInt(n)
}

// container runs the opcodes of the stack, the memo and the builtin containers.
func (u *unpickler) container(code byte) bool {
	switch code {
	case opMark:
		u.marks = append(u.marks, len(u.stack))
	case opPop:
		if n := len(u.marks); n > 0 && u.marks[n-1] == len(u.stack) {
			u.marks = u.marks[:n-1]
		} else {
			u.pop()
		}
	case opPopMark:
		u.marked()
	case opDup:
		u.push(u.top())
	case opGet:
		u.recall(py.As[int](py.Int(u.text())))
	case opBinGet:
		u.recall(u.number(1))
	case opLongBinGet:
		u.recall(u.number(4))
	case opPut:
		u.memo[py.As[int](py.Int(u.text()))] = u.top()
	case opBinPut:
		u.memo[u.number(1)] = u.top()
	case opLongBinPut:
		u.memo[u.number(4)] = u.top()
	case opMemoize:
		u.memo[len(u.memo)] = u.top()
	case opEmptyTuple:
		u.push(py.Tuple{})
	case opTuple:
		u.push(py.Tuple(u.marked()))
	case opTuple1, opTuple2, opTuple3:
		items := make(py.Tuple, code-opTuple1+1)
		for i := len(items) - 1; i >= 0; i-- {
			items[i] = u.pop()
		}
		u.push(items)
	case opEmptyList:
		u.push(py.ListOf[any]())
	case opList:
		u.push(py.ListOf(u.marked()...))
	case opAppend:
		v := u.pop()
		u.extend(u.top(), []any{v})
	case opAppends:
		items := u.marked()
		u.extend(u.top(), items)
	case opEmptyDict:
		u.push(py.DictOf[any, any]())
	case opDict:
		pairs := u.marked()
		u.push(py.DictOf[any, any]())
		u.setItems(pairs)
	case opSetItem:
		v := u.pop()
		k := u.pop()
		u.setItems([]any{k, v})
	case opSetItems:
		u.setItems(u.marked())
	case opEmptySet:
		u.push(py.Call(py.SetClass))
	case opAddItems:
		items := u.marked()
		for _, item := range items {
			py.CallMethod(u.top(), "add", item)
		}
	case opFrozenSet:
		u.push(py.Call(py.FrozenSetClass, py.ListOf(u.marked()...)))
	default:
		return false
	}
	return true
}

func (u *unpickler) recall(n int) {
	v, ok := u.memo[n]
	if !ok {
		panic(failure("Memo value not found at index %d", n))
	}
	u.push(v)
}

func (u *unpickler) extend(list any, items []any) {
	if l, ok := list.(*py.List[any]); ok {
		l.Extend(slices.Values(items))
		return
	}
	if py.HasAttr(list, "extend") {
		py.CallMethod(list, "extend", py.ListOf(items...))
		return
	}
	for _, item := range items {
		py.CallMethod(list, "append", item)
	}
}

func (u *unpickler) setItems(pairs []any) {
	if len(pairs)%2 != 0 {
		panic(failure("odd number of items for SETITEMS"))
	}
	for i := 0; i < len(pairs); i += 2 {
		py.SetItem(u.top(), pairs[i], pairs[i+1])
	}
}
