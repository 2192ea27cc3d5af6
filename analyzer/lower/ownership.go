package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A generator that is dropped while it is suspended is closed, so that its finally
// and with run. In Go somebody has to own it: the variable that it is assigned to,
// the statement that makes it for a function which goes through it, or the
// iterator that was made over it. An iterator is owned where every place that it
// can get to is known; others are never closed.

// ownership tells who closes which iterators.
type ownership struct {
	// made are the expressions whose value is a new iterator that has something to
	// run when it is dropped, with the operands that the iterator holds.
	made map[ast.Expr][]ast.Expr
	// done are those that somebody goes through where they stand, by the expression
	// or assignment after which they are dropped.
	done map[ast.Node][]ast.Expr
	// owners are the variables that own what is assigned to them.
	owners map[*scope.Symbol]bool
	// shared are the owners whose iterator others may hold, too.
	shared map[*scope.Symbol]bool
	// deleted are the owners in del statements, and deferred those that a deferred
	// call beside the assignment releases.
	deleted, deferred map[*scope.Symbol]bool
	// bound are the owners with an assignment that has been lowered.
	bound map[*scope.Symbol]bool
	// named are the expressions that need a variable, and kept the variables.
	named map[ast.Expr]bool
	// marked are the expressions whose value others may hold for longer.
	marked map[ast.Expr]bool
	kept   map[ast.Expr]value
}

// ownerSearch finds the owners, by dropping what is none until nothing is left to
// drop.
type ownerSearch struct {
	*ownership
	program *lowerer
	nodes   map[ast.Node]nodePlace
	uses    map[*scope.Symbol][]*ast.Name
	methods map[string][]*ast.FunctionDef
	cleans  map[ast.Node]bool // the generator functions that have something to run
	looking map[ast.Node]bool // the functions whose results are being looked at
	// borrowers are the parameters that can get an iterator whose owner the caller
	// is, and gets the variables that get one.
	borrowers map[*scope.Symbol]bool
	gets      map[*scope.Symbol]bool
}

// nodePlace is where a node of the program is.
type nodePlace struct {
	module *module
	parent ast.Node
}

func (s *ownerSearch) module(n ast.Node) *module { return s.nodes[n].module }

func (s *ownerSearch) parent(n ast.Node) ast.Node { return s.nodes[n].parent }

// owning is the program's ownership.
func (l *lowerer) owning() *ownership {
	if l.owned != nil {
		return l.owned
	}
	s := &ownerSearch{
		ownership: &ownership{
			made: map[ast.Expr][]ast.Expr{}, done: map[ast.Node][]ast.Expr{}, owners: map[*scope.Symbol]bool{},
			shared: map[*scope.Symbol]bool{}, named: map[ast.Expr]bool{}, marked: map[ast.Expr]bool{}, deleted: map[*scope.Symbol]bool{}, deferred: map[*scope.Symbol]bool{}, bound: map[*scope.Symbol]bool{}, kept: map[ast.Expr]value{},
		},
		program: l, uses: map[*scope.Symbol][]*ast.Name{},
		methods: map[string][]*ast.FunctionDef{}, cleans: map[ast.Node]bool{}, looking: map[ast.Node]bool{}, borrowers: map[*scope.Symbol]bool{},
		gets: map[*scope.Symbol]bool{},
	}
	l.owned = s.ownership
	if s.collect(); len(s.cleans) > 0 {
		for s.drop() {
		}
		s.settle()
	}
	return l.owned
}

// collect walks the program. What a method call can call is known by its name, if
// all methods of that name are generators.
func (s *ownerSearch) collect() {
	count, cleaning := s.survey()
	if !cleaning {
		return
	}
	s.nodes = make(map[ast.Node]nodePlace, count)
	for _, m := range s.program.modules {
		var around []ast.Node
		var walk func(n ast.Node)
		walk = func(n ast.Node) {
			at := nodePlace{module: m}
			if len(around) > 0 {
				at.parent = around[len(around)-1]
			}
			s.nodes[n] = at
			around = append(around, n)
			ast.Children(n, walk)
			around = around[:len(around)-1]
			switch n := n.(type) {
			case *ast.Name:
				if sym := m.Scope.Uses[n]; sym != nil {
					s.uses[sym] = append(s.uses[sym], n)
					if n.Ctx == ast.Del {
						s.deleted[sym] = true
					}
				}
			case *ast.ClassDef:
				for _, member := range n.Body {
					if def, ok := member.(*ast.FunctionDef); ok {
						s.methods[def.Name] = append(s.methods[def.Name], def)
					}
				}
			}
		}
		walk(m.AST)
	}
	// A generator over one that cleans up cleans up, too.
	for grown := true; grown; {
		grown = false
		for n := range s.nodes {
			if def, ok := n.(*ast.FunctionDef); ok && !s.cleans[n] && yields(def.Body) && s.cleansUp(def) {
				s.cleans[n] = true
				grown = true
			}
		}
	}
	if len(s.cleans) == 0 {
		return
	}
	for sym := range s.uses {
		switch {
		case sym.Scope == nil || sym.Foreign || sym.Captured && sym.Scope.Parent != nil:
		case sym.Param:
			s.borrowers[sym] = sym.Assigned <= 1
		case s.ownsBindings(sym):
			s.owners[sym] = true
		}
	}
	for s.flow() {
	}
}

// survey counts the nodes of the program, and tells whether it has a generator
// function that cleans up by itself. Without one, none does.
func (s *ownerSearch) survey() (nodes int, cleaning bool) {
	for _, m := range s.program.modules {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			nodes++
			if def, ok := n.(*ast.FunctionDef); ok && !cleaning {
				cleaning = hasNode(def.Body, cleansUpYield)
			}
			return true
		})
	}
	return nodes, cleaning
}

// cleansUpYield reports whether a node is a statement that runs something when it is
// left, and has a yield in it.
func cleansUpYield(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Try, *ast.TryStar, *ast.With:
		return hasNode([]ast.Stmt{n.(ast.Stmt)}, isYield)
	}
	return false
}

// flow notes what gets an iterator from what is known to make or get one. It
// reports whether there was anything.
func (s *ownerSearch) flow() bool {
	before := len(s.gets)
	for sym := range s.owners {
		for _, b := range sym.Bindings {
			if _, made := s.makes(s.boundValue(b)); made {
				s.gets[sym] = true
			}
		}
	}
	for n := range s.nodes {
		call, ok := n.(*ast.Call)
		if !ok {
			continue
		}
		for i, a := range call.Args {
			if param := s.parameter(call, i); param != nil && s.droppable(a) {
				s.gets[param] = true
			}
		}
	}
	return len(s.gets) > before
}

// parameter is the parameter of a function of the program that takes an argument.
func (s *ownerSearch) parameter(call *ast.Call, index int) *scope.Symbol {
	d := s.called(call)
	if d == nil || hasStar(call.Args) {
		return nil
	}
	if _, isMethod := call.Func.(*ast.Attribute); isMethod {
		index++
	}
	if before := len(d.args.Posonlyargs); index >= before && index-before < len(d.args.Args) {
		return s.module(d.node).Scope.Defs[d.args.Args[index-before]]
	} else if index < before {
		return s.module(d.node).Scope.Defs[d.args.Posonlyargs[index]]
	}
	return nil
}

// yields reports whether the body of a function has a yield of its own.
func yields(body []ast.Stmt) bool { return hasNode(body, isYield) }

// isGenerator reports whether calls of a function give generators.
func (s *ownerSearch) isGenerator(d *definition) bool { return !d.isAsync() && yields(d.body) }

// isAsync reports whether it is an async def.
func (d *definition) isAsync() bool {
	_, async := d.node.(*ast.AsyncFunctionDef)
	return async
}

// cleansUp reports whether a generator can be suspended where closing it runs
// something.
func (s *ownerSearch) cleansUp(def *ast.FunctionDef) bool {
	return hasNode(def.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.Call); ok {
			d := s.called(call)
			return d != nil && s.cleans[d.node]
		}
		return cleansUpYield(n)
	})
}

func isYield(n ast.Node) bool {
	switch n.(type) {
	case *ast.Yield, *ast.YieldFrom:
		return true
	}
	return false
}

// called is the function or method that a call calls, if that is certain.
func (s *ownerSearch) called(call *ast.Call) *definition {
	switch fn := call.Func.(type) {
	case *ast.Name:
		m := s.module(call)
		sym := m.Scope.Uses[fn]
		if origin, ok := (&function{module: m}).importedSymbol(sym); ok {
			sym = origin
		}
		if sym == nil || len(sym.Bindings) != 1 || sym.Assigned != 1 {
			return nil
		}
		switch n := sym.Bindings[0].(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef:
			if d := s.program.definition(n); len(d.decorators) == 0 {
				return d
			}
		}
	case *ast.Attribute:
		defs := s.methods[fn.Attr]
		for _, def := range defs {
			if !yields(def.Body) || len(def.DecoratorList) > 0 {
				return nil
			}
		}
		for _, def := range defs {
			if s.cleans[def] {
				return s.program.definition(def)
			}
		}
	}
	return nil
}

// library is the function of the library that a call calls.
func (s *ownerSearch) library(call *ast.Call) (mod, name string) {
	f := &function{module: s.module(call)}
	switch fn := call.Func.(type) {
	case *ast.Name:
		if f.isBuiltin(fn) {
			return "", fn.Id
		}
		mod, name, _ = f.imported(fn)
	case *ast.Attribute:
		if m, ok := f.moduleName(fn.Value); ok {
			return m, fn.Attr
		}
		if inner, ok := fn.Value.(*ast.Attribute); ok { // chain.from_iterable
			if m, ok := f.moduleName(inner.Value); ok {
				return m, inner.Attr + "." + fn.Attr
			}
		}
		if inner, ok := fn.Value.(*ast.Name); ok {
			if m, n, ok := f.imported(inner); ok {
				return m, n + "." + fn.Attr
			}
		}
	}
	return mod, name
}

// droppable reports whether dropping the value of an expression can run something.
func (s *ownerSearch) droppable(e ast.Expr) bool {
	if name, ok := e.(*ast.Name); ok {
		sym := s.module(e).Scope.Uses[name]
		return s.gets[sym] && (s.owners[sym] || s.borrowers[sym])
	}
	_, made := s.makes(e)
	return made
}

// makes reports whether an expression makes an iterator that has something to run
// when it is dropped, and which of its operands that holds.
func (s *ownerSearch) makes(e ast.Expr) (held []ast.Expr, made bool) {
	switch e := e.(type) {
	case *ast.GeneratorExp:
		first := e.Generators[0]
		if first.IsAsync != 0 {
			return nil, false
		}
		if _, isName := first.Iter.(*ast.Name); isName && s.droppable(first.Iter) {
			held = append(held, first.Iter)
		}
		for _, g := range e.Generators {
			made = made || g.IsAsync == 0 && s.droppable(g.Iter)
		}
		return held, made
	case *ast.Call:
		if mod, name := s.library(e); api.HoldsIterator(mod, name) {
			held = s.droppables(e.Args)
			return held, len(held) > 0
		}
		def := s.called(e)
		if def == nil {
			return nil, false
		}
		if s.isGenerator(def) {
			held = s.droppables(e.Args)
			return held, s.cleans[def.node] || len(held) > 0
		}
		return nil, s.givesNew(def)
	}
	return nil, false
}

func (s *ownerSearch) droppables(args []ast.Expr) []ast.Expr {
	var out []ast.Expr
	for _, a := range args {
		if s.droppable(a) {
			out = append(out, a)
		}
	}
	return out
}

// givesNew reports whether all that a function returns are iterators that it made.
func (s *ownerSearch) givesNew(def *definition) bool {
	if s.looking[def.node] || def.isAsync() {
		return false
	}
	s.looking[def.node] = true
	defer delete(s.looking, def.node)
	returns := 0
	other := hasNode(def.body, func(n ast.Node) bool {
		r, ok := n.(*ast.Return)
		if !ok || r.Value == nil {
			return false
		}
		returns++
		_, made := s.makes(r.Value)
		return !made
	})
	return returns > 0 && !other
}
