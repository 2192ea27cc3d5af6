package dataclasses

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// sentinel is a value that only its identity tells.
type sentinel struct {
	class *py.Class
	text  string
}

func newSentinel(class, text string) *sentinel {
	s := &sentinel{text: text}
	s.class = py.NewNativeClass("dataclasses", class, nil, func(d *py.Definition) {
		if text != "" {
			d.Method("__repr__(self, /)", func(self any) any { return self.(*sentinel).text })
		}
	})
	return s
}

// PyClass is the sentinel's class.
func (s *sentinel) PyClass() *py.Class { return s.class }

var (
	missing    = newSentinel("_MISSING_TYPE", "")
	keywords   = newSentinel("_KW_ONLY_TYPE", "")
	hasFactory = newSentinel("_HAS_DEFAULT_FACTORY_CLASS", "<factory>")
)

// Made is what the constructor of a struct is passed for a field whose value its
// factory is to make, unless the call gives one.
var Made any = hasFactory

// GivenOr is an argument of a constructor for a field of type T, or what the
// factory makes if the argument is Made. It raises TypeError if the argument is
// of another type.
func GivenOr[T any](argument any, factory func() T) T {
	if argument == Made {
		return factory()
	}
	return py.As[T](argument)
}

// fieldKind tells proper fields from those that are only parameters of
// __init__ and from class variables.
type fieldKind int

const (
	properField fieldKind = iota
	classVariable
	initVariable
)

func (k fieldKind) String() string {
	return [...]string{"_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"}[k]
}

// Field is dataclasses.Field.
type Field struct {
	py.Attributes
	name       string
	typ        any
	fallback   any
	factory    any
	init, repr bool
	hash       any
	compare    bool
	metadata   any
	kwOnly     any
	kind       fieldKind
}

var fieldClass = py.NewNativeClass("dataclasses", "Field", nil, func(d *py.Definition) {
	d.Subscriptable()
	of := py.PayloadAs[*Field]
	d.Getter("name", func(self any) any {
		if of(self).name == "" {
			return nil
		}
		return of(self).name
	})
	d.Member("type", func(self any) any { return of(self).typ }, func(self, v any) { of(self).typ = v })
	d.Member("default", func(self any) any { return of(self).fallback }, func(self, v any) { of(self).fallback = v })
	d.Member("default_factory", func(self any) any { return of(self).factory }, func(self, v any) { of(self).factory = v })
	d.Getter("init", func(self any) any { return of(self).init })
	d.Getter("repr", func(self any) any { return of(self).repr })
	d.Getter("hash", func(self any) any { return of(self).hash })
	d.Getter("compare", func(self any) any { return of(self).compare })
	d.Getter("metadata", func(self any) any { return of(self).metadata })
	d.Getter("kw_only", func(self any) any { return of(self).kwOnly })
	d.Method("__repr__(self, /)", func(self any) any { return of(self).String() })
})

// PyClass is the class Field.
func (*Field) PyClass() *py.Class { return fieldClass }

// String is repr(f).
func (f *Field) String() string {
	show := py.Repr
	var name any
	if f.name != "" {
		name = f.name
	}
	return "Field(name=" + show(name) + ",type=" + show(f.typ) + ",default=" + show(f.fallback) +
		",default_factory=" + show(f.factory) + ",init=" + show(f.init) + ",repr=" + show(f.repr) +
		",hash=" + show(f.hash) + ",compare=" + show(f.compare) + ",metadata=" + show(f.metadata) +
		",kw_only=" + show(f.kwOnly) + ",_field_type=" + f.kind.String() + ")"
}

// newField is the function field.
func newField(args []any) any {
	fallback, factory, metadata := args[0], args[1], args[6]
	if fallback != any(missing) && factory != any(missing) {
		panic(exc.ValueError("cannot specify both default and default_factory"))
	}
	if metadata == nil {
		metadata = py.DictOf[any, any]()
	}
	return &Field{
		fallback: fallback, factory: factory, init: py.Truth(args[2]), repr: py.Truth(args[3]), hash: args[4],
		compare: py.Truth(args[5]), metadata: py.NewMappingProxy(metadata), kwOnly: args[7],
	}
}

// plainField is the field of an annotation without field().
func plainField(fallback any) *Field {
	return &Field{
		fallback: fallback, factory: missing, init: true, repr: true, compare: true,
		metadata: py.NewMappingProxy(py.DictOf[any, any]()), kwOnly: missing,
	}
}

// initVar is dataclasses.InitVar[type].
type initVar struct {
	typ any
}

var initVarClass = py.NewNativeClass("dataclasses", "InitVar", nil, func(d *py.Definition) {
	d.New("InitVar(type)", func(t any) any { return &initVar{t} })
	d.Getter("type", func(self any) any { return py.PayloadAs[*initVar](self).typ })
	d.Method("__repr__(self, /)", func(self any) any {
		t := py.PayloadAs[*initVar](self).typ
		name := py.Repr(t)
		if c, ok := t.(*py.Class); ok {
			name = c.Name()
		}
		return "dataclasses.InitVar[" + name + "]"
	})
	d.ClassMethod("__class_getitem__(cls, type)", func(_, t any) any { return &initVar{t} })
})

// PyClass is the class InitVar.
func (*initVar) PyClass() *py.Class { return initVarClass }
