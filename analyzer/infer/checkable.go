package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// checkable is the type that a declared type gives to a value of unknown type:
// itself if the runtime can check that the value is exactly that, else Any. An
// int can be a bool, a member of an IntEnum or outgrow Go's int, an int
// stands for a float, and a plain string for a member that is a string.
func (s *solver) checkable(declared types.Type) types.Type {
	switch t := declared.(type) {
	case types.Kind:
		if t == types.Bool || (t == types.Str || t == types.Bytes) && !s.derived {
			return t
		}
	case *types.Instance:
		if !s.mixed[t.Class] {
			return t
		}
	case *types.Optional:
		if i, ok := t.Elem.(*types.Instance); ok && !s.mixed[i.Class] {
			return t
		}
	case *types.Library:
		if len(t.Args) == 0 && !s.deriveFrom(t) {
			return t
		}
	}
	return types.Any
}

// deriveFrom reports whether classes of the program derive from a class of the
// library, so that its instances need not have its Go type, or the program
// replaces a method on an instance.
func (s *solver) deriveFrom(t *types.Library) bool {
	for base := range s.bases {
		if api.Carries(t.Name, base) {
			return true
		}
	}
	for name := range s.stores {
		if api.Knows(t.Name + "." + name) {
			return true
		}
	}
	return false
}
