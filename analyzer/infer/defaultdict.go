package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A collections.defaultdict is carried as a dict whose missing values are made
// where they are asked for, as long as nothing untyped gets hold of it, which
// would have to find a defaultdict there.

const defaultDictName = "collections.defaultdict"

// defaultDict interprets defaultdict(factory).
func (f *function) defaultDict(e *ast.Call) (types.Type, bool) {
	if len(e.Args) != 1 || len(e.Keywords) > 0 || hasStar(e) || f.refuted[e.Args[0]] {
		return nil, false
	}
	made := f.madeBy(e.Args[0])
	if made == nil {
		return nil, false
	}
	t := f.madeDict(e)
	t.Factory = e.Args[0]
	f.joinElem(t.Value, made)
	return t, true
}

// refuteDefault is told that a dict has to be the object that Python has.
func (s *solver) refuteDefault(t *types.Dict) {
	if t.Factory != nil {
		s.refuteFactory(t.Factory)
	}
}

// exposeItems is told that the runtime looks at a value, but for a defaultdict
// at nothing but its items.
func (s *solver) exposeItems(t types.Type) {
	if d, ok := strip(known(t)).(*types.Dict); ok && d.Factory != nil {
		s.expose(d.Key)
		s.expose(d.Value)
		return
	}
	s.expose(t)
}

// takesDefault reports whether an argument is a defaultdict, which the called
// function of the library takes for the dict that it is carried as, or else
// refutes it.
func (f *function) takesDefault(entry string, t types.Type) bool {
	d, ok := strip(known(t)).(*types.Dict)
	if !ok || d.Factory == nil {
		return false
	}
	if api.TakesAnyDict(entry) {
		return true
	}
	f.refuteDefault(d)
	return false
}

// sameFactory reports whether two dicts make the same values for missing keys.
func sameFactory(a, b ast.Expr) bool {
	if a == nil || b == nil || a == b {
		return a == b
	}
	x, ok := a.(*ast.Name)
	y, isName := b.(*ast.Name)
	return ok && isName && x.Id == y.Id
}
