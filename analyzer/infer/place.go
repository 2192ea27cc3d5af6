package infer

import (
	"maps"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// place is what tests can tell something of: a local variable, or a field of the
// instance in one, such as self.head.next.
type place struct {
	sym  *scope.Symbol
	path string // ".head.next"; empty for the variable itself
}

// told is the type that a test told a place to have, or an assignment gave it.
// Of a field it holds until something can have assigned that.
type told struct {
	typ types.Type
	at  int
}

// events are the times at which things happened that change fields, on the way to
// where the interpretation is.
type events struct {
	now   int
	ran   int                   // other code can have run
	set   map[string]int        // a field of this name was assigned
	bound map[*scope.Symbol]int // a variable was assigned
	// tested is when each test was made: what runs after it, as the rest of a
	// condition, comes before what the condition tells is used.
	tested map[ast.Expr]int
}

func newEvents() events {
	return events{set: map[string]int{}, bound: map[*scope.Symbol]int{}, tested: map[ast.Expr]int{}}
}

// fork is a copy for another way through the code.
func (e events) fork() events {
	e.set, e.bound = maps.Clone(e.set), maps.Clone(e.bound)
	return e
}

// elsewhere goes on with the events of another way, later than all so far.
func (f *function) elsewhere(way events) {
	way.now = max(way.now, f.events.now)
	f.events = way
}

// meetWay adds what happened on another way that leads here.
func (e *events) meetWay(other events) {
	e.now, e.ran = max(e.now, other.now), max(e.ran, other.ran)
	for attr, at := range other.set {
		e.set[attr] = max(e.set[attr], at)
	}
	for sym, at := range other.bound {
		e.bound[sym] = max(e.bound[sym], at)
	}
}

// placeOf is the place that an expression reads, if tests of it tell something.
// The expression has been interpreted.
func (f *function) placeOf(e ast.Expr) (place, bool) {
	switch e := e.(type) {
	case *ast.Name:
		sym := f.mod.Scope.Uses[e]
		return place{sym: sym}, sym != nil && f.narrows(sym)
	case *ast.Attribute:
		of, ok := f.placeOf(e.Value)
		if !ok {
			return place{}, false
		}
		instance, ok := known(f.facts.exprs[e.Value]).(*types.Instance)
		if !ok {
			return place{}, false
		}
		info := f.classes[instance.Class]
		if info.enum != nil || info.method(e.Attr) != nil || info.field(e.Attr) == nil {
			return place{}, false
		}
		return place{of.sym, of.path + "." + e.Attr}, true
	}
	return place{}, false
}

// toldOf is what is known of a place beside its type.
func (f *function) toldOf(p place) (types.Type, bool) {
	t, ok := f.narrow[p]
	return t.typ, ok && f.holds(p, t)
}

// holds reports whether what was told of a place is still so.
func (f *function) holds(p place, t told) bool {
	if p.path == "" {
		return true
	}
	if t.at < f.events.ran || t.at < f.events.bound[p.sym] {
		return false
	}
	for attr := range strings.SplitSeq(p.path[1:], ".") {
		if t.at < f.events.set[attr] {
			return false
		}
	}
	return true
}

// know notes what is told of a place now.
func (f *function) know(p place, t types.Type) { f.knew(p, t, f.events.now) }

// knew notes what a test told of a place when it was made.
func (f *function) knew(p place, t types.Type, at int) {
	f.narrow[p] = told{t, at}
	f.version++
}

// testedAt is when a test was made.
func (f *function) testedAt(test ast.Expr) int {
	if at, ok := f.events.tested[test]; ok {
		return at
	}
	return f.events.now
}

// unknown drops what tests told of a variable, which is assigned.
func (f *function) unknown(sym *scope.Symbol) {
	delete(f.narrow, place{sym: sym})
	f.version++
	f.events.now++
	f.events.bound[sym] = f.events.now
	f.dropPast()
}

// assigned drops what tests told of the fields of a name.
func (f *function) assigned(attr string) {
	f.events.now++
	f.events.set[attr] = f.events.now
	f.dropPast()
}

// ran drops what tests told of fields: other code can have run.
func (f *function) ran() {
	f.events.now++
	f.events.ran = f.events.now
	f.dropPast()
}

// dropPast removes what holds no longer.
func (f *function) dropPast() {
	before := len(f.narrow)
	for p, t := range f.narrow {
		if !f.holds(p, t) {
			delete(f.narrow, p)
		}
	}
	if len(f.narrow) < before {
		f.version++
		f.dropped++
	}
}

// resume goes on with what is known at another place of the code.
func (f *function) resume(narrow map[place]told) {
	f.narrow = narrow
	f.version++
	f.dropPast()
}

// ranBy drops what tests told of fields if evaluating an expression, apart from
// its parts, can run other code of the program.
func (f *function) ranBy(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Await, *ast.Yield, *ast.YieldFrom:
		f.ran()
	case *ast.Call:
		if !f.harmless[e] {
			f.ran()
		}
	case *ast.BinOp:
		f.ranOn(e.Left, e.Right)
	case *ast.UnaryOp:
		if e.Op != ast.Not {
			f.ranOn(e.Operand)
		}
	case *ast.Compare:
		for _, op := range e.Ops {
			if op != ast.Is && op != ast.IsNot {
				f.ranOn(append(e.Comparators[:len(e.Comparators):len(e.Comparators)], e.Left)...)
				return
			}
		}
	case *ast.Subscript:
		f.ranOn(e.Value, e.Slice)
	case *ast.FormattedValue:
		f.ranOn(e.Value)
	case *ast.Starred:
		f.ranOn(e.Value) // it is gone through
	case *ast.Set:
		f.ranOn(e.Elts...) // they are hashed and compared
	case *ast.Dict:
		f.ranOn(e.Keys...)
	case *ast.Attribute:
		switch t := known(f.facts.exprs[e.Value]).(type) {
		case *types.Instance:
			if f.classes[t.Class].method(e.Attr) != nil {
				f.ran() // a property
			}
		default:
			f.ranOn(e.Value)
		}
	}
}

// ranOn is ran if an operation on values of the types of some expressions can run
// code of the program: a special method.
func (f *function) ranOn(exprs ...ast.Expr) {
	for _, e := range exprs {
		if e != nil && !f.inert(f.facts.exprs[e]) {
			f.ran()
			return
		}
	}
}

// inert reports whether operations on values of type t run no code of the program.
func (f *function) inert(t types.Type) bool {
	switch t := known(t).(type) {
	case nil, integer, *types.Module:
		return true
	case types.Kind:
		return t != types.Any && !isCallable(t)
	case *types.Library:
		return !slices.ContainsFunc(t.Args, func(a types.Type) bool { return !f.inert(a) })
	case *types.List:
		return f.inert(t.Elem)
	case *types.Set:
		return f.inert(t.Elem)
	case *types.Dict:
		return f.inert(t.Key) && f.inert(t.Value)
	case *types.Sequence:
		return f.inert(t.Elem)
	case *types.Optional:
		return f.inert(t.Elem)
	case *types.Instance:
		return t.Enum
	case *types.Tuple:
		return !slices.ContainsFunc(t.Elems, func(e types.Type) bool { return !f.inert(e) })
	}
	return false
}
