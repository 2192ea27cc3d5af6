package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// untypedRead is told that untyped code reads an attribute: any method of that
// name may be called.
func (f *function) untypedRead(name string) {
	if !f.untypedReads[name] {
		f.untypedReads[name] = true
		f.grown()
	}
}

// untypedStore is told that untyped code sets an attribute: any static class
// that has it may be meant.
func (f *function) untypedStore(name string) {
	if !f.untypedStores[name] {
		f.untypedStores[name] = true
		f.grown()
	}
}

// expose is told that the runtime looks at a value by its class, as print does,
// but keeps nothing of it.
func (s *solver) expose(t types.Type) {
	switch t := known(t).(type) {
	case *types.Instance:
		if !s.exposed[t.Class] {
			s.exposed[t.Class] = true
			s.grown()
		}
	case *types.List:
		s.expose(t.Elem)
	case *types.Set:
		s.expose(t.Elem)
	case *types.Dict:
		s.refuteDefault(t)
		s.expose(t.Key)
		s.expose(t.Value)
	case *types.Tuple:
		for _, e := range t.Elems {
			s.expose(e)
		}
	case *types.Optional:
		s.expose(t.Elem)
	case *types.Sequence:
		s.expose(t.Elem)
	case *types.Library:
		for _, arg := range t.Args {
			s.expose(arg)
		}
	}
}

// looked are the special methods that the runtime calls of objects that it only
// looks at: to show, compare, hash or test them.
var looked = map[string]bool{
	"__repr__": true, "__str__": true, "__format__": true, "__eq__": true, "__ne__": true, "__hash__": true,
	"__lt__": true, "__le__": true, "__gt__": true, "__ge__": true, "__bool__": true, "__len__": true,
}

// exposeMembers makes what untyped code can reach of exposed instances take
// and give any value: the special methods, and of those that escape the methods
// whose names it uses, and the values of their attributes.
func (a *analysis) exposeMembers() {
	for def := range a.escaped {
		if !a.exposed[def] {
			a.exposed[def] = true
			a.grown()
		}
	}
	for def, info := range a.classes {
		if info.facts.Valued || info.bound && (a.untypedReads["__self__"] || a.untypedReads["*"]) {
			info.each(func(c *classInfo) {
				if !a.escaped[c.def] {
					a.escaped[c.def] = true
					a.grown()
				}
			})
		}
		if !a.exposed[def] {
			continue
		}
		info.each(func(c *classInfo) {
			a.exposed[c.def] = true
			if a.escaped[def] {
				a.escaped[c.def] = true
			}
		})
		if info.base != nil && !a.exposed[info.base.def] {
			// Its methods are those of its base.
			a.exposed[info.base.def] = true
			a.grown()
		}
		if info.base != nil && a.escaped[def] && !a.escaped[info.base.def] {
			a.escaped[info.base.def] = true
			a.grown()
		}
		for _, c := range info.fields {
			if info.dataclass {
				a.expose(c) // they are shown, compared and hashed with it
			}
		}
		if info.dataclass && info.facts.Valued {
			for _, field := range info.allFields() {
				if !field.NoInit {
					a.join(a.parameterOf(info, field), types.Any)
				}
			}
			a.owner(info.mod).fieldDefaults(info)
		}
		for name, n := range info.methods {
			facts := a.facts.Funcs[n]
			if name == "__init__" && !info.facts.Valued || name == "__post_init__" {
				continue
			}
			if (looked[name] || a.escaped[def] && a.reachable(name)) && !facts.Untyped {
				if facts.Around {
					a.demote(def, "untyped code reaches a method that contextlib makes a manager of: "+name)
				}
				facts.Value, facts.Untyped = true, true
				a.altered(facts)
			}
		}
		for name, n := range info.setters {
			facts := a.facts.Funcs[n]
			if a.escaped[def] && (a.untypedStores[name] || a.untypedStores["*"]) && !facts.Untyped {
				facts.Value, facts.Untyped = true, true
				a.altered(facts)
			}
		}
		if !a.escaped[def] {
			continue
		}
		for name, c := range info.fields {
			if a.untypedStores[name] || a.untypedStores["*"] {
				a.join(c, types.Any)
			}
			if a.reachable(name) {
				a.escape(c)
			}
		}
		for name, c := range info.attrs {
			if a.untypedStores[name] {
				a.demote(def, "untyped code sets its attributes")
			}
			if a.reachable(name) {
				a.readByInstance(info, c)
				a.escape(c)
				if info.stored[name] {
					a.demote(def, "untyped code reads a class attribute that is assigned: "+name)
				}
			}
		}
	}
}

// demoteExposed gives up on classes to whose instances untyped code may add
// attributes.
func (a *analysis) demoteExposed() {
	for def, info := range a.classes {
		if a.copies && a.escaped[def] && info.enum == nil && (info.base != nil || len(info.derived) > 0 || !info.exception) {
			a.demote(def, "its instances may be copied")
		}
		if info.named() && a.escaped[def] {
			a.demote(def, "its instances are used as tuples")
		}
		for name := range a.untypedStores {
			if a.escaped[def] && info.field(name) == nil && info.setter(name) == nil && !info.exception && (name == "*" || !info.refuses() && (info.method(name) != nil || info.attr(name) != nil || !info.opens())) {
				a.demote(def, "untyped code sets attributes that it does not have")
			}
		}
	}
}

// exposeCompared exposes the instances in containers whose classes define how
// they are compared or hashed.
func (a *analysis) exposeCompared() {
	var visit func(t types.Type)
	visit = func(t types.Type) {
		if tuple, ok := strip(known(t)).(*types.Tuple); ok {
			for _, e := range tuple.Elems {
				visit(e)
			}
		}
		if i, ok := strip(known(t)).(*types.Instance); ok {
			a.classes[i.Class].root().each(func(info *classInfo) {
				if info.dataclass || info.definesSpecial() {
					a.expose(i)
				}
			})
		}
	}
	for _, t := range a.made {
		switch t := t.(type) {
		case *types.List:
			visit(t.Elem)
		case *types.Set:
			visit(t.Elem)
		case *types.Dict:
			visit(t.Key)
			visit(t.Value)
		case *types.Library:
			for _, arg := range t.Args {
				visit(arg)
			}
		}
	}
}

func (info *classInfo) definesSpecial() bool {
	for name := range info.methods {
		if IsSpecial(name) && name != "__init__" && name != "__post_init__" {
			return true
		}
	}
	return false
}
