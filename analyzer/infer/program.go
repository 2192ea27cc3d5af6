package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Module is one module of the program.
type Module struct {
	Name    string
	Package string // that its relative imports start from
	AST     *ast.Module
	Scope   *scope.Info
}

// Inference interprets the program abstractly, over types instead of values,
// again and again until nothing grows: what flows into a variable, parameter,
// result, field or element is joined into its cell (lattice.go). All code is
// taken to be reachable and every call to return.

// analysis is the state of the inference of one program.
type analysis struct {
	solver
	facts      *Facts
	modules    map[string]*Module
	vars       map[*scope.Symbol]*cell
	uses       map[*scope.Symbol][]*ast.Name
	results    map[ast.Node]*cell
	elements   map[ast.Node]*cell      // what generator functions yield
	made       map[ast.Node]types.Type // the types that displays and calls make, one for each place
	imports    map[ast.Node]importOf
	absent     map[ast.Node]bool // imports of what is not there
	aliases    []*alias          // as they stand in the text
	aliasOf    map[*scope.Symbol]*alias
	aliasNames map[*ast.Name]bool           // that they mention
	classes    map[*ast.ClassDef]*classInfo // the static ones
	demoted    map[*ast.ClassDef]string     // why classes are found not to be static
	// lifetimes says that the program can see when objects are dropped.
	lifetimes bool
	// observed says that it can see how with statements are entered and left.
	observed    bool
	hints       bool // annotations that are strings are evaluated
	annotations bool // annotations are read
	// mocks says that there can be objects that stand for others of any class, so
	// that annotations tell nothing.
	mocks bool
	// untypedStores are the names of attributes that untyped code sets.
	untypedStores map[string]bool
	// untypedReads are the names of attributes that untyped code reads.
	untypedReads map[string]bool
	// readPrefixes are what the names of attributes that untyped code reads start with.
	readPrefixes []string
	copies       bool                   // the program copies or replaces objects
	classNames   map[*scope.Symbol]bool // needed to test for the class
	classValues  map[*scope.Symbol]bool // used as values
	classParams  map[*scope.Symbol]*classInfo
	deletes      map[string]bool // the names of the attributes that the program deletes
	// asyncEntry holds the calls of async library functions that are awaited at once.
	asyncEntry map[*ast.Call]bool
	// sequences holds the calls that make iterators with a form as a Go sequence.
	sequences map[*ast.Call]bool
	entries   entries
	// asked holds the last answers for links of chains.
	asked map[ast.Expr]answer
	units map[ast.Node]*unit
	order []*unit // as they stand in the text
	round int     // counts the rounds of all solves
	// harmless holds the calls that run no code of the program.
	harmless map[*ast.Call]bool
	// dropped counts how often something that tests told of fields was dropped.
	dropped int
	// untypedLambdas are lambdas that are passed to something that takes any callable.
	untypedLambdas map[*ast.Lambda]bool
}

// answer is the type of an expression as long as no more is known than at a version.
type answer struct {
	typ     types.Type
	version int
}

// importOf is what an *ast.Alias binds: a module, or a name of one.
type importOf struct{ module, name string }

// The rounds of the interpretation. Most programs need a handful. What then
// still grows are ints in a cycle, such as n = n + 1: from sumRound on, a sum is
// bounded by how often it can be added to, and from wideRound on what grows
// nevertheless is unbounded. The last round is never reached unless there is a
// defect in the lattice, and then nothing is promised.
const (
	sumRound  = 6
	wideRound = 12
	maxRounds = 60
)

// setsTaskFactory reports whether a module sets a task factory that may make
// other tasks than those of asyncio, or has an event loop that may.
func setsTaskFactory(m *ast.Module) bool {
	found := false
	ast.Inspect(m, func(n ast.Node) bool {
		if class, ok := n.(*ast.ClassDef); ok && makesTasks(class) {
			found = true
		}
		a, ok := n.(*ast.Attribute)
		found = found || ok && a.Attr == api.SetsTaskFactory
		call, ok := n.(*ast.Call)
		if !ok || len(call.Args) != 1 || len(call.Keywords) != 0 {
			return !found
		}
		if a, ok := call.Func.(*ast.Attribute); !ok || a.Attr != api.SetsTaskFactory {
			return !found
		}
		switch arg := call.Args[0].(type) {
		case *ast.Constant:
			return false // None
		case *ast.Attribute:
			return !api.KeepsTasks(arg.Attr)
		}
		return true
	})
	return found
}

// IsLoop reports whether a class is derived from one of event loops.
func IsLoop(class *ast.ClassDef) bool {
	return slices.ContainsFunc(class.Bases, func(base ast.Expr) bool {
		switch base := base.(type) {
		case *ast.Attribute:
			return strings.HasSuffix(base.Attr, api.LoopClass)
		case *ast.Name:
			return strings.HasSuffix(base.Id, api.LoopClass)
		}
		return false
	})
}

// makesTasks reports whether a class is an event loop with a create_task of its own.
func makesTasks(class *ast.ClassDef) bool {
	return IsLoop(class) && slices.ContainsFunc(class.Body, func(s ast.Stmt) bool {
		def, ok := s.(*ast.FunctionDef)
		return ok && def.Name == api.MakesTasks
	})
}

// Program finds the facts of a whole program.
func Program(mods []*Module) *Facts {
	for _, m := range mods {
		manglePrivate(m)
		scope.SplitLoops(m.AST, m.Scope, m.Name == "__main__")
	}
	demoted, refuted := map[*ast.ClassDef]string{}, map[ast.Node]bool{}
	for splits := 0; ; {
		before := len(demoted) + len(refuted)
		facts := newAnalysis(mods, demoted, refuted).run(mods, splits < maxSplits)
		switch {
		case len(demoted)+len(refuted) > before:
		case facts == nil:
			splits++
		default:
			return facts
		}
	}
}

// maxSplits bounds how often a program is interpreted again because variables
// were split.
const maxSplits = 8

// split gives a symbol of its own to what a variable holds after an assignment
// that changes its type.
func (a *analysis) split(mods []*Module) bool {
	changed := false
	for _, m := range mods {
		changed = scope.SplitAssignments(m.AST, m.Scope, m.Name == "__main__", func(sym *scope.Symbol) bool {
			if c := a.vars[sym]; c == nil || c.find().typ != types.Any {
				return false
			}
			for _, b := range sym.Bindings {
				if name, ok := b.(*ast.Name); ok {
					if t, ok := a.facts.exprs[name]; ok && t != types.Any && t != types.None && t != types.Never {
						return true
					}
				}
			}
			return sym.Param
		}) || changed
	}
	return changed
}

// newAnalysis prepares the inference of a program whose demoted classes are not
// static, and whose refuted functions and factories are objects.
func newAnalysis(mods []*Module, demoted map[*ast.ClassDef]string, refuted map[ast.Node]bool) *analysis {
	a := &analysis{
		solver: solver{
			escaped: map[*ast.ClassDef]bool{}, exposed: map[*ast.ClassDef]bool{}, opening: map[*cell]bool{},
			enums: map[*ast.ClassDef]bool{}, mixed: map[*ast.ClassDef]bool{}, parents: map[*ast.ClassDef]*ast.ClassDef{}, derived: derivesText(mods), bases: basesOf(mods), stores: storesOf(mods), refuted: refuted,
		},
		classes:       map[*ast.ClassDef]*classInfo{},
		untypedStores: map[string]bool{},
		untypedReads:  map[string]bool{},
		classNames:    map[*scope.Symbol]bool{},
		classValues:   map[*scope.Symbol]bool{},
		classParams:   map[*scope.Symbol]*classInfo{},
		deletes:       deletesOf(mods),
		demoted:       demoted,
		facts: &Facts{
			exprs: map[ast.Expr]types.Type{}, Vars: map[*scope.Symbol]types.Type{},
			Funcs: map[ast.Node]*Func{}, Classes: map[*ast.ClassDef]*Class{},
			matched: map[*ast.MatchClass][]string{}, factories: map[ast.Expr]ast.Expr{}, passing: map[*ast.WithItem]bool{},
			aliases: map[ast.Stmt]bool{}, newTypes: map[*scope.Symbol]bool{}, casts: map[*ast.Call]bool{}, methodValues: map[ast.Expr]bool{}, storesFrozen: map[*ast.Call]bool{}, parts: map[ast.Expr]bool{},
		},
		modules:    map[string]*Module{},
		vars:       map[*scope.Symbol]*cell{},
		uses:       map[*scope.Symbol][]*ast.Name{},
		results:    map[ast.Node]*cell{},
		elements:   map[ast.Node]*cell{},
		made:       map[ast.Node]types.Type{},
		imports:    map[ast.Node]importOf{},
		absent:     map[ast.Node]bool{},
		aliasOf:    map[*scope.Symbol]*alias{},
		aliasNames: map[*ast.Name]bool{},
		asyncEntry: map[*ast.Call]bool{},
		sequences:  map[*ast.Call]bool{},
		entries:    entries{map[ast.Expr]bool{}, map[string]bool{}},
		asked:      map[ast.Expr]answer{},
		harmless:   map[*ast.Call]bool{},
		units:      map[ast.Node]*unit{},

		untypedLambdas: map[*ast.Lambda]bool{},
	}
	a.identities = a.newCell()
	for _, m := range mods {
		scope.Mentions(m.AST, m.Scope, func(name string) {
			if api.Mentions(name).Has(api.Identities) {
				a.join(a.identities, types.Any)
			}
			a.lifetimes = a.lifetimes || api.Mentions(name).Has(api.Lifetimes)
			a.annotations = a.annotations || api.Mentions(name).Has(api.Annotations)
			a.hints = a.hints || api.Mentions(name).Has(api.Hints)
			a.observed = a.observed || api.Mentions(name)&(api.Lifetimes|api.Frames|api.RecursionLimit) != 0
		})
	}
	for _, m := range mods {
		a.modules[m.Name] = m
	}
	for _, m := range mods {
		a.collectImports(m)
		a.facts.TaskFactory = a.facts.TaskFactory || setsTaskFactory(m.AST)
	}
	for _, m := range mods {
		a.collectAliases(m)
		a.collectCasts(m)
	}
	for _, m := range mods {
		a.collectEntries(m)
	}
	for _, m := range mods {
		a.plainCalls(m)
		a.collectFunctions(m)
		a.collectAttributes(m)
		a.listMembers(m)
	}
	a.collectClasses(mods, demoted)
	a.staticMethods()
	return a
}

// run infers the facts. They are nil if inference has to begin anew, because
// classes turned out not to be static or, if that is allowed, variables were split.
func (a *analysis) run(mods []*Module, splits bool) *Facts {
	before := len(a.demoted) + len(a.refuted)
	restarts := func() bool {
		a.refuteArounds()
		return len(a.demoted)+len(a.refuted) > before
	}
	if !a.solve(mods) {
		return a.untyped()
	}
	if restarts() || splits && a.split(mods) {
		return nil
	}
	// What the elements of an empty container are declared as must be known to the
	// lambdas that get them before these are taken to get anything.
	a.changed = false
	if a.assumeDeclared(); a.changed && !a.solve(mods) {
		return a.untyped()
	}
	a.assumeCalls()
	if !a.solve(mods) {
		return a.untyped()
	}
	a.changed = false
	if a.assumeResults(); a.changed && !a.solve(mods) {
		return a.untyped()
	}
	a.demoteExposed()
	if restarts() || splits && a.split(mods) {
		return nil
	}
	a.failTogether()
	return a.finish()
}

// assumeCalls lets values flow into the parameters of functions that nothing
// calls: what their annotations say, or anything.
func (a *analysis) assumeCalls() {
	for _, info := range a.classes {
		owner := a.owner(info.mod)
		for _, field := range info.order {
			if s, ok := field.Decl.(*ast.AnnAssign); ok && info.dataclass && info.fields[field.Name].find().typ == types.Never {
				a.join(info.fields[field.Name], a.checkable(owner.annotation(s.Annotation)))
			}
		}
	}
	a.exposeCompared()
	for sym, c := range a.vars {
		if !sym.Param {
			continue
		}
		switch t := c.find().typ.(type) {
		case types.Kind:
			if t == types.Never {
				a.join(c, types.Any)
			}
		case *types.Sequence:
			if t.Elem == types.Never {
				a.join(c, &types.Sequence{Elem: types.Any})
			}
		}
	}
	a.assumeDeclared()
}

// assumeResults gives the coroutines that never return, but raise, the result None:
// a coroutine is an object that has a type of result.
func (a *analysis) assumeResults() {
	for n, facts := range a.facts.Funcs {
		if result := a.returned(n); facts.Async && result.typ == types.Never {
			a.join(result, types.None)
		}
	}
}

// assumeDeclared gives the elements of containers the types that they are
// declared with where nothing flows into them.
func (a *analysis) assumeDeclared() {
	for _, t := range a.made {
		a.assumeElements(t)
	}
}

// assumeElements gives the elements of a container that nothing flows into the
// type that they are declared with.
func (a *analysis) assumeElements(t types.Type) {
	assume := func(elem types.Type) {
		if c, ok := elem.(*cell); ok {
			if c = c.find(); c.typ == types.Never && c.annotated != nil {
				a.join(c, c.annotated)
			}
		}
	}
	switch t := t.(type) {
	case *types.List:
		assume(t.Elem)
	case *types.Set:
		assume(t.Elem)
	case *types.Dict:
		assume(t.Key)
		assume(t.Value)
	case *types.Library:
		for _, elem := range t.Args {
			assume(elem)
		}
	}
}

// variable returns the cell of a variable.
func (a *analysis) variable(sym *scope.Symbol) *cell {
	c := a.vars[sym]
	if c == nil {
		c = a.newCell()
		a.vars[sym] = c
		if sym.Scope == nil || isClass(sym.Scope) || a.inNamespace(sym) {
			c.typ = types.Any
		}
	}
	return c.find()
}

// inNamespace reports whether a variable can be set by a name that is computed.
func (a *analysis) inNamespace(sym *scope.Symbol) bool {
	for _, m := range a.modules {
		if m.Scope.Module == sym.Scope {
			return m.Scope.InNamespace(sym)
		}
	}
	return false
}

func isClass(s *scope.Scope) bool {
	_, ok := s.Node.(*ast.ClassDef)
	return ok
}

// function is the code of one function, or of a module, being interpreted.
type function struct {
	*analysis
	mod    *Module
	node   ast.Node
	result *cell
	narrow map[place]told
	events events
	class  *ast.ClassDef // the class whose body is interpreted
}

func (a *analysis) module(m *Module) {
	f := &function{analysis: a, mod: m, node: m.AST, result: a.newCell(), narrow: map[place]told{}, events: newEvents()}
	f.block(m.AST.Body)
}
