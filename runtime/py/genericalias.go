package py

import "strings"

// genericAlias is list[int]: a class with type arguments, which behaves like
// the class.
type genericAlias struct {
	origin any
	args   Tuple
}

func newGenericAlias(origin, args any) *genericAlias {
	t, ok := args.(Tuple)
	if !ok {
		t = Tuple{args}
	}
	return &genericAlias{origin: origin, args: t}
}

// NewGenericAlias is types.GenericAlias(origin, args).
func NewGenericAlias(origin, args any) any { return newGenericAlias(origin, args) }

// PyClass is types.GenericAlias.
func (g *genericAlias) PyClass() *Class { return GenericAliasClass }

// PyCall makes an instance of the class.
func (g *genericAlias) PyCall(args []any, kw Kwargs) any {
	o := CallKw(g.origin, args, kw)
	if obj, ok := o.(*Object); ok && obj.Class.hasDict {
		obj.attrs.set("__orig_class__", g)
	}
	return o
}

func (g *genericAlias) getAttr(name string) (any, bool) {
	switch name {
	case "__origin__":
		return g.origin, true
	case "__args__":
		return g.args, true
	case "__parameters__":
		return g.parameters(), true
	case "__class__", "__mro_entries__", "__reduce__", "__eq__", "__hash__", "__repr__", "__getitem__", "__or__", "__ror__":
		return genericGetAttr(g, GenericAliasClass, nil, name)
	}
	return getAttr(g.origin, name)
}

// parameters are the type variables among the arguments.
func (g *genericAlias) parameters() Tuple {
	params := Tuple{}
	add := func(p any) {
		for _, q := range params {
			if Is(p, q) {
				return
			}
		}
		params = append(params, p)
	}
	for _, a := range g.args {
		if _, ok := a.(*Class); ok {
			continue
		}
		if HasAttr(a, "__typing_subst__") {
			add(a)
		} else if inner, ok := lookupAttr(a, "__parameters__"); ok {
			if t, ok := inner.(Tuple); ok {
				for _, p := range t {
					add(p)
				}
			}
		}
	}
	return params
}

// String is repr(g).
func (g *genericAlias) String() string {
	parts := make([]string, len(g.args))
	for i, a := range g.args {
		parts[i] = typeArgRepr(a)
	}
	if len(parts) == 0 {
		parts = []string{"()"}
	}
	return typeArgRepr(g.origin) + "[" + strings.Join(parts, ", ") + "]"
}

// typeArgRepr is how aliases and unions show a type.
func typeArgRepr(a any) string {
	switch a := a.(type) {
	case nil:
		return "None"
	case *Class:
		if a == NoneClass {
			return "None"
		}
		if a.module == "builtins" {
			return a.qualname
		}
		return a.module + "." + a.qualname
	case listValue:
		var parts []string
		for v := range Iter(a) {
			parts = append(parts, typeArgRepr(v))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if a == Ellipsis {
		return "..."
	}
	return Repr(a)
}

// unionType is X | Y between types.
type unionType struct {
	args Tuple
}

// PyClass is types.UnionType.
func (u *unionType) PyClass() *Class { return UnionClass }

// String is repr(u).
func (u *unionType) String() string {
	parts := make([]string, len(u.args))
	for i, a := range u.args {
		parts[i] = typeArgRepr(a)
	}
	return strings.Join(parts, " | ")
}

// NewUnion is the union of types: duplicates go, unions among them are spread,
// and one type alone is itself.
func NewUnion(types ...any) any {
	var args Tuple
	add := func(t any) {
		if t == nil {
			t = NoneClass
		}
		for _, have := range args {
			if Is(have, t) || (TypeOf(have) == TypeOf(t) && Equal(have, t)) {
				return
			}
		}
		args = append(args, t)
	}
	for _, t := range types {
		if u, ok := t.(*unionType); ok {
			for _, a := range u.args {
				add(a)
			}
		} else {
			add(t)
		}
	}
	if len(args) == 1 {
		return args[0]
	}
	return &unionType{args}
}

// unionOf is a | b for types; false when one of them is no type.
func unionOf(a, b any) (any, bool) {
	isType := func(o any) bool {
		switch o.(type) {
		case nil, *Class, *genericAlias, *unionType:
			return true
		}
		return false
	}
	if isType(a) && isType(b) && (a != nil || b != nil) {
		return NewUnion(a, b), true
	}
	return nil, false
}

func init() {
	or := func(self, other any) any {
		if u, ok := unionOf(self, other); ok {
			return u
		}
		return NotImplemented
	}
	ror := func(self, other any) any { return or(other, self) }
	defineOr := func(d *Definition) {
		d.Method("__or__(self, value, /)", or)
		d.Method("__ror__(self, value, /)", ror)
	}
	TypeClass.define(defineOr)
	GenericAliasClass.define(func(d *Definition) {
		defineOr(d)
		d.New("GenericAlias(origin, args, /)", func(origin, args any) any { return newGenericAlias(origin, args) })
		d.Method("__repr__(self, /)", func(self any) any { return self.(*genericAlias).String() })
		d.Method("__mro_entries__(self, bases, /)", func(self, bases any) any {
			return Tuple{self.(*genericAlias).origin}
		})
		d.Method("__eq__(self, value, /)", func(self, value any) any {
			g := self.(*genericAlias)
			h, ok := value.(*genericAlias)
			if !ok {
				return NotImplemented
			}
			return Equal(g.origin, h.origin) && Equal(g.args, h.args)
		})
		d.Method("__hash__(self, /)", func(self any) any {
			g := self.(*genericAlias)
			return Hash(g.origin) ^ Hash(g.args)
		})
		d.Method("__getitem__(self, key, /)", func(self, key any) any {
			return self.(*genericAlias).substitute(key)
		})
	})
	UnionClass.define(func(d *Definition) {
		defineOr(d)
		d.Getter("__args__", func(self any) any { return self.(*unionType).args })
		d.Getter("__parameters__", func(self any) any {
			return (&genericAlias{args: self.(*unionType).args}).parameters()
		})
		d.Method("__repr__(self, /)", func(self any) any { return self.(*unionType).String() })
		d.Method("__eq__(self, value, /)", func(self, value any) any {
			u, ok := value.(*unionType)
			if !ok {
				return NotImplemented
			}
			return Equal(FrozenSetOf[any](self.(*unionType).args...), FrozenSetOf[any](u.args...))
		})
		d.Method("__hash__(self, /)", func(self any) any {
			return Hash(FrozenSetOf[any](self.(*unionType).args...))
		})
	})
}

// substitute is alias[key]: the type variables get the given types.
func (g *genericAlias) substitute(key any) any {
	params := g.parameters()
	if len(params) == 0 {
		raisef(NewTypeError, "%s is not a generic class", g.String())
	}
	keys, ok := key.(Tuple)
	if !ok {
		keys = Tuple{key}
	}
	if len(keys) != len(params) {
		few := "many"
		if len(keys) < len(params) {
			few = "few"
		}
		raisef(NewTypeError, "Too %s arguments for %s; actual %d, expected %d", few, g.String(), len(keys), len(params))
	}
	value := func(param any) any {
		for i, p := range params {
			if Is(p, param) {
				return keys[i]
			}
		}
		return param
	}
	args := make(Tuple, len(g.args))
	for i, a := range g.args {
		args[i] = value(a)
		if inner, ok := a.(*genericAlias); ok {
			var given Tuple
			for _, p := range inner.parameters() {
				given = append(given, value(p))
			}
			if len(given) > 0 {
				args[i] = inner.substitute(given)
			}
		}
	}
	return &genericAlias{origin: g.origin, args: args}
}
