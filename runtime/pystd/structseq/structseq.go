// Package structseq makes the classes that C code of CPython returns for a
// struct: tuples whose items have names too, some of them only names.
package structseq

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A Type is a class of struct sequences.
type Type struct {
	Class *py.Class
	name  string
	// items are the fields that the tuple has, hidden those that are only
	// attributes.
	items, hidden []string
}

// New makes the class module.name.
func New(module, name string, items, hidden []string) *Type {
	t := &Type{name: name, items: items, hidden: hidden}
	t.Class = define.Class(module, name, []any{py.TupleClass}, func(b *define.Body) { t.define(b, module) })
	return t
}

// Make makes a value from its items and the hidden fields.
func (t *Type) Make(items py.Tuple, hidden ...any) any {
	o := py.NewObject(t.Class)
	o.Native = items
	for i, name := range t.hidden {
		var v any
		if i < len(hidden) {
			v = hidden[i]
		}
		py.SetAttr(o, name, v)
	}
	return o
}

// from is the constructor: sequence has the items, and may have hidden fields
// after them.
func (t *Type) from(sequence, dict any) any {
	if dict == py.NotImplemented {
		dict = nil
	}
	if _, ok := py.TypeOf(sequence).Lookup("__iter__"); !ok {
		if _, ok := py.TypeOf(sequence).Lookup("__getitem__"); !ok {
			panic(exc.TypeError("constructor requires a sequence"))
		}
	}
	items := py.TupleFrom(py.Iter(sequence))
	least, most := len(t.items), len(t.items)+len(t.hidden)
	switch {
	case least == most && len(items) != least:
		panic(exc.TypeError("%s() takes a %d-sequence (%d-sequence given)", t.fullName(), least, len(items)))
	case len(items) < least:
		panic(exc.TypeError("%s() takes an at least %d-sequence (%d-sequence given)", t.fullName(), least, len(items)))
	case len(items) > most:
		panic(exc.TypeError("%s() takes an at most %d-sequence (%d-sequence given)", t.fullName(), most, len(items)))
	}
	hidden := slices.Clone(items[least:])
	if d, ok := py.Payload(dict).(*py.Dict[any, any]); ok {
		for _, name := range t.hidden[len(hidden):] {
			hidden = append(hidden, d.GetOr(name, nil))
		}
	} else if dict != nil {
		panic(exc.TypeError("%s() takes a dict as second arg, if any", t.fullName()))
	}
	return t.Make(items[:least], hidden...)
}

func (t *Type) fullName() string { return t.Class.ModuleName() + "." + t.name }

func (t *Type) define(b *define.Body, module string) {
	b.StaticMethod("__new__(cls, sequence, dict=)", func(_, sequence, dict any) any {
		return t.from(sequence, dict)
	}, py.NotImplemented)
	b.Set("n_fields", len(t.items)+len(t.hidden))
	b.Set("n_sequence_fields", len(t.items))
	b.Set("n_unnamed_fields", 0)
	names := make(py.Tuple, len(t.items))
	for i, name := range t.items {
		names[i] = name
		get := b.Func(name+"(self)", func(self any) any { return py.PayloadAs[py.Tuple](self)[i] })
		b.Set(name, py.Property(get, nil, nil, "field "+strconv.Itoa(i)))
	}
	b.Set("__match_args__", names)
	b.Method("__repr__(self)", func(self any) any {
		var parts []string
		for i, v := range py.PayloadAs[py.Tuple](self) {
			parts = append(parts, t.items[i]+"="+py.Repr(v))
		}
		return module + "." + t.name + "(" + strings.Join(parts, ", ") + ")"
	})
	hidden := func(self any) *py.Dict[any, any] {
		d := py.DictOf[any, any]()
		for _, name := range t.hidden {
			d.Set(name, py.GetAttr(self, name))
		}
		return d
	}
	b.Method("__reduce__(self)", func(self any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{py.PayloadAs[py.Tuple](self), hidden(self)}}
	})
	b.Method("__replace__(self, /, **kwds)", func(self, kwds any) any {
		items, rest := slices.Clone(py.PayloadAs[py.Tuple](self)), hidden(self)
		for k, v := range kwds.(*py.Dict[any, any]).All() {
			if i := slices.Index(t.items, py.As[string](k)); i >= 0 {
				items[i] = v
			} else if rest.Has(k) {
				rest.Set(k, v)
			} else {
				panic(exc.TypeError("Got unexpected field name(s): [%s]", py.Repr(k)))
			}
		}
		return t.from(items, rest)
	})
}
