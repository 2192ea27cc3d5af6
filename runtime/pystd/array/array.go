// Package array is Python's module array: numbers of one kind in one piece of
// memory.
// https://docs.python.org/3.13/library/array.html
package array

import (
	"bytes"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// An Array is array.array: items of one kind, as they lie in memory.
type Array struct {
	kind *kind
	data []byte
}

// PyClass is array.array.
func (*Array) PyClass() *py.Class { return arrayClass }

// PyBuffer is the memory of the array.
func (a *Array) PyBuffer() []byte { return a.data }

func (a *Array) len() int { return len(a.data) / a.kind.size }

func (a *Array) at(i int) []byte { return a.data[i*a.kind.size : (i+1)*a.kind.size] }

func (a *Array) get(i int) any { return a.kind.read(a.at(i)) }

func (a *Array) append(v any) {
	item := make([]byte, a.kind.size)
	a.kind.write(item, v)
	a.data = append(a.data, item...)
}

// create is the constructor.
func create(code, initial any, given bool) *Array {
	text, ok := py.Payload(code).(string)
	if !ok {
		panic(exc.TypeError("array() argument 1 must be a unicode character, not %s", py.TypeOf(code).Name()))
	}
	if py.StrLen(text) != 1 {
		panic(exc.TypeError("array() argument 1 must be a unicode character, not a string of length %d", py.StrLen(text)))
	}
	k := kindOf(text)
	if k == nil {
		panic(exc.ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)"))
	}
	a := &Array{kind: k}
	if !given {
		return a
	}
	switch v := py.Payload(initial).(type) {
	case string:
		if !k.text() {
			panic(exc.TypeError("cannot use a str to initialize an array with typecode '%s'", text))
		}
		a.fromText(v)
	case *Array:
		if v.kind.text() && !k.text() {
			panic(exc.TypeError("cannot use a unicode array to initialize an array with typecode '%s'", text))
		}
		for i := range v.len() {
			a.append(v.get(i))
		}
	case py.Bytes, *py.ByteArray:
		a.fromBytes(initial)
	default:
		for item := range py.Iter(initial) {
			a.append(item)
		}
	}
	return a
}

func (a *Array) fromBytes(data any) {
	text := py.BytesLike(data)
	if len(text)%a.kind.size != 0 {
		panic(exc.ValueError("bytes length not a multiple of item size"))
	}
	a.data = append(a.data, text...)
}

func (a *Array) fromText(text string) {
	for _, r := range text {
		a.append(string(r))
	}
}

func (a *Array) text() string {
	var b strings.Builder
	for i := range a.len() {
		b.WriteString(py.As[string](a.get(i)))
	}
	return b.String()
}

func (a *Array) list() *py.List[any] {
	items := make([]any, a.len())
	for i := range items {
		items[i] = a.get(i)
	}
	return py.ListOf(items...)
}

// extend appends what it iterates over, or another array of the same kind.
func (a *Array) extend(items any) {
	if other, ok := py.Payload(items).(*Array); ok {
		if other.kind != a.kind {
			panic(exc.TypeError("can only extend with array of same kind"))
		}
		a.data = append(a.data, other.data...)
		return
	}
	for item := range py.Iter(items) {
		a.append(item)
	}
}

func (a *Array) fromList(items any) {
	list, ok := py.Payload(items).(interface{ Len() int })
	if !ok || !py.IsInstance(items, py.ListClass) {
		panic(exc.TypeError("arg must be list"))
	}
	added := &Array{kind: a.kind}
	n := list.Len()
	for item := range py.Iter(items) {
		added.append(item)
	}
	if n != added.len() {
		panic(exc.RuntimeError("list changed size during iteration"))
	}
	a.data = append(a.data, added.data...)
}

// place is an index from the front; false if there is no such item.
func (a *Array) place(i int) (int, bool) {
	if i < 0 {
		i += a.len()
	}
	return i, i >= 0 && i < a.len()
}

func (a *Array) index(key any, message string) int {
	if !py.HasAttr(key, "__index__") {
		panic(exc.TypeError("array indices must be integers"))
	}
	i, ok := a.place(number.Int(key))
	if !ok {
		panic(exc.IndexError("%s", message))
	}
	return i
}

// indices are the places that a slice selects.
func (a *Array) indices(s *py.Slice) (places []int, start, step int) {
	parts := py.CallMethod(s, "indices", a.len()).(py.Tuple)
	start, stop, step := parts[0].(int), parts[1].(int), parts[2].(int)
	for i := start; step > 0 && i < stop || step < 0 && i > stop; i += step {
		places = append(places, i)
	}
	return places, start, step
}

func (a *Array) getItem(key any) any {
	s, ok := key.(*py.Slice)
	if !ok {
		return a.get(a.index(key, "array index out of range"))
	}
	out := &Array{kind: a.kind}
	places, _, _ := a.indices(s)
	for _, i := range places {
		out.data = append(out.data, a.at(i)...)
	}
	return out
}

func (a *Array) setItem(key, value any) {
	s, ok := key.(*py.Slice)
	if !ok {
		a.kind.write(a.at(a.index(key, "array assignment index out of range")), value)
		return
	}
	other, ok := py.Payload(value).(*Array)
	if !ok {
		panic(exc.TypeError("can only assign array (not \"%s\") to array slice", py.TypeOf(value).Name()))
	}
	if other.kind != a.kind {
		panic(exc.TypeError("bad argument type for built-in operation"))
	}
	places, start, step := a.indices(s)
	if step == 1 {
		from, to := start*a.kind.size, (start+len(places))*a.kind.size
		a.data = bytes.Join([][]byte{a.data[:from], other.data, a.data[to:]}, nil)
		return
	}
	if other.len() != len(places) {
		panic(exc.ValueError("attempt to assign array of size %d to extended slice of size %d", other.len(), len(places)))
	}
	items := bytes.Clone(other.data)
	for n, i := range places {
		copy(a.at(i), items[n*a.kind.size:])
	}
}

func (a *Array) delItem(key any) {
	s, ok := key.(*py.Slice)
	if !ok {
		a.remove(a.index(key, "array assignment index out of range"))
		return
	}
	places, _, _ := a.indices(s)
	gone := map[int]bool{}
	for _, i := range places {
		gone[i] = true
	}
	var kept []byte
	for i := range a.len() {
		if !gone[i] {
			kept = append(kept, a.at(i)...)
		}
	}
	a.data = kept
}

func (a *Array) remove(i int) {
	a.data = append(a.data[:i*a.kind.size], a.data[(i+1)*a.kind.size:]...)
}

func (a *Array) insert(i int, v any) {
	item := make([]byte, a.kind.size)
	a.kind.write(item, v)
	if i < 0 {
		i = max(i+a.len(), 0)
	}
	at := min(i, a.len()) * a.kind.size
	a.data = bytes.Join([][]byte{a.data[:at], item, a.data[at:]}, nil)
}

func (a *Array) pop(i int) any {
	if a.len() == 0 {
		panic(exc.IndexError("pop from empty array"))
	}
	at, ok := a.place(i)
	if !ok {
		panic(exc.IndexError("pop index out of range"))
	}
	v := a.get(at)
	a.remove(at)
	return v
}

// find is the first place of v from start to stop, -1 if there is none.
func (a *Array) find(v any, start, stop int) int {
	if start < 0 {
		start = max(start+a.len(), 0)
	}
	if stop < 0 {
		stop += a.len()
	}
	for i := start; i < stop && i < a.len(); i++ {
		if py.Equal(a.get(i), v) {
			return i
		}
	}
	return -1
}

func (a *Array) reverse() {
	for i, j := 0, a.len()-1; i < j; i, j = i+1, j-1 {
		x, y := bytes.Clone(a.at(i)), a.at(j)
		copy(a.at(i), y)
		copy(y, x)
	}
}

func (a *Array) byteswap() {
	for i := range a.len() {
		item := a.at(i)
		for l, r := 0, len(item)-1; l < r; l, r = l+1, r-1 {
			item[l], item[r] = item[r], item[l]
		}
	}
}

// repeated is the array n times.
func (a *Array) repeated(n any) []byte {
	if !py.HasAttr(n, "__index__") {
		panic(exc.TypeError("can't multiply sequence by non-int of type '%s'", py.TypeOf(n).Name()))
	}
	return bytes.Repeat(a.data, max(number.Int(n), 0))
}

// compare is the first difference of two arrays, as sequences: negative, 0 or
// positive.
func (a *Array) compare(b *Array, op func(x, y any) any) any {
	for i := range min(a.len(), b.len()) {
		x, y := a.get(i), b.get(i)
		if !py.Equal(x, y) {
			return op(x, y)
		}
	}
	return op(a.len(), b.len())
}

func (a *Array) repr(name string) string {
	if a.len() == 0 {
		return name + "('" + a.kind.code + "')"
	}
	if a.kind.text() {
		return name + "('" + a.kind.code + "', " + py.Repr(a.text()) + ")"
	}
	return name + "('" + a.kind.code + "', " + py.Repr(a.list()) + ")"
}
