package json

import (
	"bytes"
	"iter"
	"math"
	"math/big"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// format says how documents are written.
type format struct {
	skipKeys, checkCircular, allowNaN, sortKeys bool
	ensureASCII                                 bool
	indented                                    bool
	indent                                      string
	itemSeparator, keySeparator                 string
	// fallback makes a serializable value of any other, or raises TypeError.
	fallback func(o any) any
}

// A writer writes one document.
type writer struct {
	*format
	bytes.Buffer
	open openContainers
	// items are the members of the objects that are being written.
	items []member
	// number is where the text of a number is made.
	number [32]byte
	// pieces is set to note in cuts where the pieces of iterencode end.
	pieces bool
	cuts   []int
}

// cut ends a piece.
func (w *writer) cut() {
	if w.pieces {
		w.cuts = append(w.cuts, w.Len())
	}
}

func (w *writer) newline(level int) {
	if w.indented {
		w.WriteByte('\n')
		for range level {
			w.WriteString(w.indent)
		}
	}
}

// value writes any value.
func (w *writer) value(o any, level int) {
	switch v := py.Payload(o).(type) {
	case nil:
		w.WriteString("null")
	case bool:
		w.WriteString(strconv.FormatBool(v))
	case string:
		w.text(v)
	case int:
		w.Write(strconv.AppendInt(w.number[:0], int64(v), 10))
	case *big.Int:
		w.WriteString(py.Str(v))
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			w.WriteString(w.float(v))
		} else {
			w.Write(py.AppendFloat(w.number[:0], v))
		}
	case py.Tuple:
		w.cut()
		w.array(slices.Values(v), len(v), level)
	default:
		w.cut()
		w.enter(v)
		class := py.TypeOf(v)
		switch {
		case class.IsSubclassOf(py.ListClass):
			w.array(py.Iter(o), py.Len(o), level)
		case class.IsSubclassOf(py.DictClass):
			w.object(o, level)
		default:
			w.value(w.fallback(o), level)
		}
		w.leave(v)
	}
	w.cut()
}

// enter notes that a container, or a value that has no form of its own, is being
// written, and refuses one that contains itself.
func (w *writer) enter(container any) {
	if w.checkCircular && !w.open.add(py.ID(container)) {
		panic(exc.ValueError("Circular reference detected"))
	}
}

func (w *writer) leave(container any) {
	if w.checkCircular {
		w.open.remove(py.ID(container))
	}
}

func (w *writer) array(items iter.Seq[any], count, level int) {
	if count == 0 {
		w.WriteString("[]")
		return
	}
	w.WriteByte('[')
	first := true
	for v := range items {
		if !first {
			w.WriteString(w.itemSeparator)
		}
		first = false
		w.newline(level + 1)
		w.value(v, level+1)
	}
	w.newline(level)
	w.cut()
	w.WriteByte(']')
}

// member is a key of an object with its value.
type member struct{ key, value any }

// members adds the members of a dict to w.items.
func (w *writer) members(dict any) {
	if d, ok := dict.(*py.Dict[any, any]); ok {
		for k, v := range d.All() {
			w.items = append(w.items, member{k, v})
		}
		return
	}
	for item := range py.Iter(py.CallMethod(dict, "items")) {
		pair := py.Unpack(item, 2)
		w.items = append(w.items, member{pair[0], pair[1]})
	}
}

func (w *writer) object(dict any, level int) {
	if py.Len(dict) == 0 {
		w.WriteString("{}")
		return
	}
	before := len(w.items)
	w.members(dict)
	items := w.items[before:]
	if w.sortKeys {
		slices.SortStableFunc(items, func(a, b member) int {
			switch {
			case py.Less(a.key, b.key):
				return -1
			case py.Less(b.key, a.key):
				return 1
			}
			return 0
		})
	}
	w.WriteByte('{')
	w.cut()
	first := true
	for _, item := range items {
		key, ok := w.key(item.key)
		if !ok {
			continue
		}
		if !first {
			w.WriteString(w.itemSeparator)
		}
		first = false
		w.newline(level + 1)
		w.cut()
		w.text(key)
		w.cut()
		w.WriteString(w.keySeparator)
		w.cut()
		w.value(item.value, level+1)
	}
	w.newline(level)
	w.cut()
	w.WriteByte('}')
	clear(items)
	w.items = w.items[:before]
}

// key is the text of a key; false skips the item.
func (w *writer) key(key any) (string, bool) {
	switch k := py.Payload(key).(type) {
	case string:
		return k, true
	case nil:
		return "null", true
	case bool:
		return strconv.FormatBool(k), true
	case int, *big.Int:
		return py.Str(k), true
	case float64:
		return w.float(k), true
	}
	if w.skipKeys {
		return "", false
	}
	panic(exc.TypeError("keys must be str, int, float, bool or None, not %s", py.TypeOf(key).Name()))
}

func (w *writer) float(f float64) string {
	var text string
	switch {
	case math.IsNaN(f):
		text = "NaN"
	case math.IsInf(f, 1):
		text = "Infinity"
	case math.IsInf(f, -1):
		text = "-Infinity"
	default:
		return py.FormatFloat(f)
	}
	if !w.allowNaN {
		panic(exc.ValueError("Out of range float values are not JSON compliant: %s", py.FormatFloat(f)))
	}
	return text
}

// text writes a quoted string.
func (w *writer) text(s string) {
	w.WriteByte('"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			if !w.ensureASCII {
				i++
				continue
			}
			w.WriteString(s[start:i])
			i += w.escapeRune(s[i:])
			start = i
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' && (c != 0x7f || !w.ensureASCII) {
			i++
			continue
		}
		w.WriteString(s[start:i])
		w.escapeByte(c)
		i++
		start = i
	}
	w.WriteString(s[start:])
	w.WriteByte('"')
}

func (w *writer) escapeByte(c byte) {
	switch c {
	case '"', '\\':
		w.WriteByte('\\')
		w.WriteByte(c)
	case '\n':
		w.WriteString(`\n`)
	case '\r':
		w.WriteString(`\r`)
	case '\t':
		w.WriteString(`\t`)
	case '\b':
		w.WriteString(`\b`)
	case '\f':
		w.WriteString(`\f`)
	default:
		w.escapeUnit(rune(c))
	}
}

func (w *writer) escapeUnit(code rune) {
	const digits = "0123456789abcdef"
	w.WriteString(`\u`)
	for shift := 12; shift >= 0; shift -= 4 {
		w.WriteByte(digits[code>>shift&15])
	}
}

// escapeRune writes the character at the start of s, which is not ASCII, and
// returns its length.
func (w *writer) escapeRune(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 && len(s) >= 3 {
		w.escapeUnit(rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f))
		return 3
	}
	if r >= 0x10000 {
		r -= 0x10000
		w.escapeUnit(0xd800 + r>>10)
		w.escapeUnit(0xdc00 + r&0x3ff)
		return size
	}
	w.escapeUnit(r)
	return size
}

// writers are writers whose buffers are used again.
var writers = sync.Pool{New: func() any { return new(writer) }}

// maxKeptBuffer bounds the buffer that is kept for other documents.
const maxKeptBuffer = 1 << 20

// encode writes a whole document.
func (f *format) encode(o any) string {
	w := writers.Get().(*writer)
	w.format = f
	w.value(o, 0)
	text := w.String()
	if w.Cap() <= maxKeptBuffer {
		w.Reset()
		writers.Put(w)
	}
	return text
}

// encodePieces is encode, in the pieces that CPython writes one by one.
func (f *format) encodePieces(o any) []any {
	w := &writer{format: f, pieces: true}
	w.value(o, 0)
	text := w.String()
	var pieces []any
	start := 0
	for _, end := range w.cuts {
		if end > start {
			pieces = append(pieces, text[start:end])
			start = end
		}
	}
	return pieces
}
