package infer

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// Objects of the library that have no Go types are handled by dynamic
// operations, but the table says what these give.

// trusts reports whether what an entry that has no Go form says of its result is
// so in this program: it does not replace the function or method, and has no
// class that derives from that of the result.
func (s *solver) trusts(m *api.Match) bool {
	if m.Entry.Go != "" {
		return true
	}
	name := m.Entry.Name
	if s.stores[name[strings.LastIndexByte(name, '.')+1:]] {
		return false
	}
	return !s.mayDerive(m.Sig.Result)
}

// mayDerive reports whether an object of a type may be of a class of the program.
func (s *solver) mayDerive(t types.Type) bool {
	switch t := t.(type) {
	case *types.Object:
		return s.bases[t.Name[strings.LastIndexByte(t.Name, '.')+1:]]
	case *types.Optional:
		return s.mayDerive(t.Elem)
	case *types.Iterator:
		return s.mayDerive(t.Elem)
	}
	return false
}

// operation is the type of what a special method gives of an object of the
// library, if the table says so.
func (f *function) operation(name string, object types.Type, operands ...types.Type) (types.Type, bool) {
	o, ok := known(object).(*types.Object)
	if !ok {
		return nil, false
	}
	args := []api.Argument{{Type: o}}
	for _, t := range operands {
		args = append(args, api.Argument{Type: snapshot(t)})
	}
	m := api.Find(o.Name+"."+name, args)
	if m == nil || m.Entry.Attribute || !f.trusts(m) {
		return nil, false
	}
	return f.given(m), true
}

// objectAttribute is the type of an attribute of an object of the library.
func (f *function) objectAttribute(o *types.Object, name string) types.Type {
	m := api.Find(o.Name+"."+name, []api.Argument{{Type: o}})
	switch {
	case m != nil && m.Entry.Attribute && f.trusts(m):
		return f.given(m)
	case api.Knows(o.Name+"."+name) && !f.stores[name]:
		return types.Callable // a method as a value
	}
	return types.Any
}

// given is the type of what an entry gives, with the bounds that it has.
func (f *function) given(m *api.Match) types.Type {
	if m.Result == types.Int {
		bits := 63
		if m.Entry.Bits > 0 {
			bits = m.Entry.Bits
		}
		return integer{bits, m.Entry.NonNegative}
	}
	return f.ranged(m.Result)
}

// reflected is the special method that the right operand has for an operator.
func reflected(method string) string { return "__r" + strings.TrimPrefix(method, "__") }
