package dataclasses

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
)

var objectSetAttr = py.GetAttr(py.ObjectClass, "__setattr__")

func (b *builder) function(spec string, fn any, defaults ...any) *py.Function {
	f := py.Func(spec, fn, defaults...).Module(b.class.ModuleName())
	return f.Qualname(b.class.Qualname() + "." + f.Name())
}

// addInit adds __init__: its parameters are the fields, positional ones first.
func (b *builder) addInit() {
	if !b.init {
		return
	}
	var params, kwParams []*Field
	self := "self"
	for _, f := range b.all(properField, initVariable) {
		if f.name == "self" {
			self = "__dataclass_self__"
		}
		if !f.init {
			continue
		}
		if py.Truth(f.kwOnly) {
			kwParams = append(kwParams, f)
		} else {
			params = append(params, f)
		}
	}
	checkDefaultOrder(params)
	spec := []string{self}
	var defaults []any
	annotations := py.Kwargs{}
	place := map[*Field]int{}
	declare := func(f *Field) {
		place[f] = len(place) + 1
		annotations = append(annotations, py.Kw{Name: f.name, Value: f.typ})
		switch {
		case f.fallback != any(missing):
			spec = append(spec, f.name+"=")
			defaults = append(defaults, f.fallback)
		case f.factory != any(missing):
			spec = append(spec, f.name+"=")
			defaults = append(defaults, hasFactory)
		default:
			spec = append(spec, f.name)
		}
	}
	for _, f := range params {
		declare(f)
	}
	if len(kwParams) > 0 {
		spec = append(spec, "*")
	}
	for _, f := range kwParams {
		declare(f)
	}
	annotations = append(annotations, py.Kw{Name: "return", Value: nil})
	init := b.function("__init__("+strings.Join(spec, ", ")+")", b.initializer(place), defaults...)
	b.setIfAbsent("__init__", init.Annotate(annotations))
}

func checkDefaultOrder(params []*Field) {
	var seen *Field
	for _, f := range params {
		if f.fallback != any(missing) || f.factory != any(missing) {
			seen = f
		} else if seen != nil {
			panic(exc.TypeError("non-default argument %s follows default argument %s", py.Repr(f.name), py.Repr(seen.name)))
		}
	}
}

// initializer makes the body of __init__; place tells which argument belongs to
// a field.
func (b *builder) initializer(place map[*Field]int) func(args []any) any {
	fields := b.all(properField, initVariable)
	_, hasPostInit := b.class.Lookup("__post_init__")
	frozen, slots := b.frozen, b.slots
	return func(args []any) any {
		self := args[0]
		var post []any
		for _, f := range fields {
			var value any
			at, isParam := place[f]
			switch {
			case isParam:
				if value = args[at]; value == any(hasFactory) {
					value = py.Call(f.factory)
				}
			case f.factory != any(missing):
				value = py.Call(f.factory)
			case slots && f.fallback != any(missing):
				value = f.fallback
			default:
				continue
			}
			switch {
			case f.kind == initVariable:
				post = append(post, value)
			case frozen:
				py.Call(objectSetAttr, self, f.name, value)
			default:
				py.SetAttr(self, f.name, value)
			}
		}
		if hasPostInit {
			py.CallMethod(self, "__post_init__", post...)
		}
		return nil
	}
}

// signatureText is the signature of the class for its docstring.
func (b *builder) signatureText() (text string) {
	err := py.Try(func() error {
		text = strings.Replace(inspect.SignatureOf(b.class).String(), " -> None", "", 1)
		return nil
	})
	if err != nil {
		return ""
	}
	return text
}

func values(self any, fields []*Field) py.Tuple {
	t := make(py.Tuple, len(fields))
	for i, f := range fields {
		t[i] = py.GetAttr(self, f.name)
	}
	return t
}

func chosen(fields []*Field, keep func(f *Field) bool) []*Field {
	var list []*Field
	for _, f := range fields {
		if keep(f) {
			list = append(list, f)
		}
	}
	return list
}

// addMethods adds the methods that the options ask for.
func (b *builder) addMethods() {
	fields := b.all(properField)
	b.setIfAbsent("__replace__", b.function("__replace__(self, /, **changes)", func(self, changes any) any {
		return replaced(self, changes.(*py.Dict[any, any]))
	}))
	if b.repr {
		b.addRepr(chosen(fields, func(f *Field) bool { return f.repr }))
	}
	compared := chosen(fields, func(f *Field) bool { return f.compare })
	if b.eq {
		b.setIfAbsent("__eq__", b.function("__eq__(self, other)", func(self, other any) any {
			switch {
			case py.Is(self, other):
				return true
			case py.TypeOf(self) != py.TypeOf(other):
				return py.NotImplemented
			}
			for _, f := range compared {
				if !py.Equal(py.GetAttr(self, f.name), py.GetAttr(other, f.name)) {
					return false
				}
			}
			return true
		}))
	}
	if b.order {
		b.addOrder(compared)
	}
	if b.frozen {
		b.addFrozen(fields)
	}
}

func (b *builder) addRepr(shown []*Field) {
	active := map[any]bool{}
	repr := b.function("__repr__(self)", func(self any) any {
		if active[self] {
			return "..."
		}
		active[self] = true
		defer delete(active, self)
		parts := make([]string, len(shown))
		for i, f := range shown {
			parts[i] = f.name + "=" + py.Repr(py.GetAttr(self, f.name))
		}
		return py.TypeOf(self).Qualname() + "(" + strings.Join(parts, ", ") + ")"
	})
	// By this pprint tells it from one that the program wrote.
	py.SetAttr(repr, "__wrapped__", py.Func("__repr__(self)", func(self any) any { return py.Call(repr, self) }).Qualname("__create_fn__.<locals>.__repr__"))
	b.setIfAbsent("__repr__", repr)
}

func (b *builder) addOrder(compared []*Field) {
	for _, order := range []struct {
		name string
		op   func(a, b any) any
	}{{"__lt__", py.Lt}, {"__le__", py.Le}, {"__gt__", py.Gt}, {"__ge__", py.Ge}} {
		method := b.function(order.name+"(self, other)", func(self, other any) any {
			if py.TypeOf(self) != py.TypeOf(other) {
				return py.NotImplemented
			}
			return order.op(values(self, compared), values(other, compared))
		})
		if !b.setIfAbsent(order.name, method) {
			panic(exc.TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering",
				order.name, b.class.Name()))
		}
	}
}

// addFrozen keeps fields from being assigned and deleted.
func (b *builder) addFrozen(fields []*Field) {
	class := b.class
	frozen := map[string]bool{}
	for _, f := range fields {
		frozen[f.name] = true
	}
	refuse := func(self, name any, action string) {
		if py.TypeOf(self) == class || frozen[name.(string)] {
			panic(py.NewException(frozenError, "cannot "+action+" field "+py.Repr(name)))
		}
	}
	set := b.function("__setattr__(self, name, value)", func(self, name, value any) any {
		refuse(self, name, "assign to")
		return py.CallSuper(class, self, "__setattr__", []any{name, value}, nil)
	})
	del := b.function("__delattr__(self, name)", func(self, name any) any {
		refuse(self, name, "delete")
		return py.CallSuper(class, self, "__delattr__", []any{name}, nil)
	})
	for _, method := range []*py.Function{set, del} {
		if !b.setIfAbsent(method.Name(), method) {
			panic(exc.TypeError("Cannot overwrite attribute %s in class %s", method.Name(), class.Name()))
		}
	}
}

// setHash adds __hash__, or sets it to None, as the table in the documentation
// of dataclass says.
func (b *builder) setHash(explicit bool) {
	hashed := chosen(b.all(properField), func(f *Field) bool {
		if f.hash == nil {
			return f.compare
		}
		return py.Truth(f.hash)
	})
	hash := func() any {
		return b.function("__hash__(self)", func(self any) any { return py.Hash(values(self, hashed)) })
	}
	switch {
	case b.unsafeHash:
		if explicit {
			panic(exc.TypeError("Cannot overwrite attribute __hash__ in class %s", b.class.Name()))
		}
		py.SetAttr(b.class, "__hash__", hash())
	case explicit || !b.eq:
	case b.frozen:
		py.SetAttr(b.class, "__hash__", hash())
	default:
		py.SetAttr(b.class, "__hash__", nil)
	}
}

// withSlots makes the class anew with __slots__ for its fields.
func (b *builder) withSlots() any {
	if _, ok := ownAttr(b.class, "__slots__"); ok {
		panic(exc.TypeError("%s already specifies __slots__", b.class.Name()))
	}
	inherited := map[string]bool{}
	for _, base := range b.class.MRO()[1:] {
		if slots, ok := ownAttr(base, "__slots__"); ok {
			for name := range py.Iter(py.Call(py.TupleClass, slots)) {
				inherited[py.Str(name)] = true
			}
		}
	}
	namespace := py.Call(py.DictClass, py.GetAttr(b.class, "__dict__")).(*py.Dict[any, any])
	slots := py.Tuple{}
	for _, f := range b.all(properField) {
		namespace.PopOr(f.name, nil)
		if !inherited[f.name] {
			slots = append(slots, f.name)
		}
	}
	if b.weakrefSlot {
		slots = append(slots, "__weakref__")
	}
	namespace.Set("__slots__", slots)
	namespace.PopOr("__dict__", nil)
	namespace.PopOr("__weakref__", nil)
	namespace.Set("__qualname__", b.class.Qualname())
	bases := make(py.Tuple, len(b.class.Bases()))
	for i, base := range b.class.Bases() {
		bases[i] = base
	}
	return py.Call(py.TypeOf(b.class), b.class.Name(), bases, namespace)
}

// updateAbstract computes anew which abstract methods a class still has.
func updateAbstract(class any) any {
	return py.Call(abc.Module().Attr("update_abstractmethods"), class)
}
