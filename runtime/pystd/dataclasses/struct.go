package dataclasses

import "github.com/pyasync2go/pyasync2go/runtime/py"

// Options are the arguments of the decorator of a dataclass that is a struct.
type Options struct {
	NoEq, NoRepr, Order, Frozen bool
}

// StructField is a field of a dataclass that is a struct.
type StructField struct {
	Name string
	// NoRepr, NoCompare and NoInit are field(repr=False), field(compare=False)
	// and field(init=False).
	NoRepr, NoCompare bool
	KwOnly            bool
	NoInit            bool
	// Type, Default and Factory are what fields tells of the field, and Default is
	// what reading it of the class gives. Programs that do not ask leave them out.
	Type       any
	HasDefault bool
	Default    any
	Factory    any
}

// Struct makes the class of a struct a dataclass: its instances are shown,
// compared and hashed by their fields, those of the bases first. It returns the
// class. Instances are made by the struct's own code.
func Struct(class *py.Class, o Options, fields []StructField) *py.Class {
	b := &builder{
		options: &options{init: true, repr: !o.NoRepr, eq: !o.NoEq, order: o.Order, frozen: o.Frozen, matchArgs: true},
		class:   class, fields: py.DictOf[any, any](),
	}
	b.inheritFields()
	for _, s := range fields {
		f := plainField(missing)
		f.name, f.repr, f.compare, f.kwOnly = s.Name, !s.NoRepr, !s.NoCompare, s.KwOnly
		f.init = !s.NoInit
		f.typ = s.Type
		if s.HasDefault {
			f.fallback = s.Default
		}
		if s.Factory != nil {
			f.factory = s.Factory
		}
		b.fields.Set(s.Name, f)
	}
	for _, f := range b.all(properField) {
		if f.fallback != any(missing) {
			class.SetFieldDefault(f.name, f.fallback)
		}
	}
	py.SetAttr(class, "__dataclass_fields__", b.fields)
	py.SetAttr(class, "__dataclass_params__", newParams(b.options))
	explicit := b.hasExplicitHash()
	if _, equal := class.Own("__eq__"); o.Frozen && !o.NoEq && !explicit && !equal && class.Bases()[0] == py.ObjectClass {
		class.CompareByFields(comparedNames(fields)...)
	}
	b.addMethods()
	if o.Order {
		var names []string
		for _, f := range b.all(properField) {
			if f.compare {
				names = append(names, f.name)
			}
		}
		class.OrderByFields(names...)
	}
	b.setHash(explicit)
	b.setIfAbsent("__match_args__", b.matchNames())
	return class
}

func comparedNames(fields []StructField) []string {
	var names []string
	for _, f := range fields {
		if !f.NoCompare {
			names = append(names, f.Name)
		}
	}
	return names
}
