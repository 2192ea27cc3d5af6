package pystring

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// maxNesting is how deep replacement fields may stand in format specs.
const maxNesting = 2

// formatterClass is string.Formatter, whose methods a subclass may override.
var formatterClass = sync.OnceValue(func() *py.Class {
	return define.Class("string", "Formatter", nil, func(b *define.Body) {
		b.Method("format(self, format_string, /, *args, **kwargs)", func(self, format, args, kw any) any {
			return py.CallMethod(self, "vformat", format, args, kw)
		})
		b.Method("vformat(self, format_string, args, kwargs)", func(self, format, args, kw any) any {
			f := &formatting{self: self, args: args, kw: kw, used: py.SetOf[any]()}
			text := f.render(format, maxNesting)
			py.CallMethod(self, "check_unused_args", f.used, args, kw)
			return text
		})
		b.Method("get_value(self, key, args, kwargs)", func(_, key, args, kw any) any {
			if py.IsInstance(key, py.IntClass) {
				return py.GetItem(args, key)
			}
			return py.GetItem(kw, key)
		})
		b.Method("check_unused_args(self, used_args, args, kwargs)", func(_, _, _, _ any) any { return nil })
		b.Method("format_field(self, value, format_spec)", func(_, value, spec any) any {
			return py.Format(value, py.As[string](spec))
		})
		b.Method("convert_field(self, value, conversion)", func(_, value, conversion any) any {
			switch conversion {
			case nil:
				return value
			case "s":
				return py.Str(value)
			case "r":
				return py.Repr(value)
			case "a":
				return py.ASCII(value)
			}
			panic(exc.ValueError("Unknown conversion specifier %s", py.Str(conversion)))
		})
		b.Method("parse(self, format_string)", func(_, format any) any { return parse(py.As[string](format)) })
		b.Method("get_field(self, field_name, args, kwargs)", func(self, name, args, kw any) any {
			first, rest := py.SplitFieldName(py.As[string](name))
			object := py.CallMethod(self, "get_value", first, args, kw)
			for step := range rest {
				if step.Attribute {
					object = py.GetAttr(object, step.Key.(string))
				} else {
					object = py.GetItem(object, step.Key)
				}
			}
			return py.Tuple{object, first}
		})
	})
})

var parserClass = define.IteratorClass("builtins", "formatteriterator", nil)

// parse is Formatter.parse: an iterator of tuples (literal text, field name,
// format spec, conversion).
func parse(format string) any {
	var pieces []py.FormatPiece
	wrong := py.Try(func() error {
		for piece := range py.FormatPieces(format) {
			pieces = append(pieces, piece)
		}
		return nil
	})
	return define.NewIterator(parserClass, func() (any, bool) {
		if len(pieces) == 0 {
			py.Check(wrong)
			return nil, false
		}
		piece := pieces[0]
		pieces = pieces[1:]
		if piece.Field == nil {
			return py.Tuple{piece.Literal, nil, nil, nil}, true
		}
		var conversion any
		if piece.Field.Conversion != 0 {
			conversion = string(piece.Field.Conversion)
		}
		return py.Tuple{piece.Literal, piece.Field.Name, piece.Field.Spec, conversion}, true
	})
}

// formatting is one call of vformat.
type formatting struct {
	self, args, kw any
	used           *py.Set[any]
	auto           int  // the next automatic index
	manual         bool // whether a field had an index of its own
}

// render formats text with replacement fields, nested depth levels at most.
func (f *formatting) render(format any, depth int) string {
	if depth < 0 {
		panic(exc.ValueError("Max string recursion exceeded"))
	}
	var out strings.Builder
	for piece := range py.Iter(py.CallMethod(f.self, "parse", format)) {
		parts := py.Unpack(piece, 4)
		literal, name, spec, conversion := parts[0], parts[1], parts[2], parts[3]
		if py.Truth(literal) {
			out.WriteString(py.As[string](literal))
		}
		if name == nil {
			continue
		}
		found := py.Unpack(py.CallMethod(f.self, "get_field", f.numbered(name), f.args, f.kw), 2)
		f.used.Add(found[1])
		object := py.CallMethod(f.self, "convert_field", found[0], conversion)
		out.WriteString(py.As[string](py.CallMethod(f.self, "format_field", object, f.render(spec, depth-1))))
	}
	return out.String()
}

// numbered is the name of a field, its automatic index if it has none. It
// raises ValueError when fields with indexes stand among fields without.
func (f *formatting) numbered(name any) any {
	text, ok := name.(string)
	switch {
	case ok && text == "":
		if f.manual {
			panic(exc.ValueError("cannot switch from manual field specification to automatic field numbering"))
		}
		f.auto++
		return py.Str(f.auto - 1)
	case ok && py.StrIsDigit(text):
		if f.auto > 0 {
			panic(exc.ValueError("cannot switch from manual field specification to automatic field numbering"))
		}
		f.manual = true
	}
	return name
}
