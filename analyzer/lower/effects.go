package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Go makes the calls of an expression from left to right, but reads a variable
// when it likes: in f(x, g()) it may read x when g has assigned it. Where g may
// do that, lowering reads x into a variable of its own first.

// actions is what an expression or a function body does: what it assigns itself,
// of the variables that functions share and of attributes, and what it runs.
type actions struct {
	vars     map[*scope.Symbol]bool
	attrs    map[string]bool
	any      bool // it may assign anything
	runs     map[*callees]bool
	implicit bool // operators and the like, which special methods implement
	unknown  bool // calls of what is not known by name
}

func newActions() *actions {
	return &actions{vars: map[*scope.Symbol]bool{}, attrs: map[string]bool{}, runs: map[*callees]bool{}}
}

// callees are the functions of which a call may run any: those of one name, the
// special methods, or those that are used as values.
type callees struct {
	functions []ast.Node
	callers   []ast.Node // the functions that may run them
}

// effects tells what the functions of a program assign.
type effects struct {
	named    map[string]*callees // functions by name; those that a class runs, by the name of the class
	getters  map[string]*callees // those with decorators, which reading an attribute may run
	stored   map[string]bool     // attributes that are assigned: calling one can run any function
	own      map[ast.Node]*actions
	implicit *callees // special methods
	unknown  *callees // functions that are used as values, and special methods

	in      map[ast.Node][]*callees   // what a function is among
	writers map[any][]ast.Node        // the functions that assign a variable, an attribute or anything themselves
	reach   map[any]map[*callees]bool // the answers of reaching so far
}

// anything is the key in effects.writers for what may assign anything.
type anything struct{}

// constructors are the methods that calling a class runs.
var constructors = set(`__init__ __new__ __post_init__`)

// programEffects finds the effects of all functions.
func programEffects(mods []*Module) *effects {
	e := &effects{
		named: map[string]*callees{}, getters: map[string]*callees{}, stored: map[string]bool{}, own: map[ast.Node]*actions{},
		implicit: &callees{}, unknown: &callees{},
		in: map[ast.Node][]*callees{}, writers: map[any][]ast.Node{}, reach: map[any]map[*callees]bool{},
	}
	special, value := map[ast.Node]bool{}, map[ast.Node]bool{}
	for _, m := range mods {
		e.names(m, special, value)
	}
	for _, m := range mods {
		e.values(m, value)
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef:
				e.function(m, n, n.Body, n.Name, n.Args)
			case *ast.AsyncFunctionDef:
				e.function(m, n, n.Body, n.Name, n.Args)
			case *ast.Lambda:
				e.function(m, n, []ast.Stmt{&ast.Return{Value: n.Body}}, "", n.Args)
				value[n] = true
			}
			return true
		})
	}
	for n, a := range e.own {
		if special[n] {
			e.join(e.implicit, n)
		}
		if special[n] || value[n] {
			e.join(e.unknown, n)
		}
		e.eachRun(a, func(c *callees) bool {
			c.callers = append(c.callers, n)
			return false
		})
		a.eachWrite(func(key any) { e.writers[key] = append(e.writers[key], n) })
	}
	return e
}

// join puts a function among others of which a call may run any.
func (e *effects) join(c *callees, n ast.Node) {
	c.functions = append(c.functions, n)
	e.in[n] = append(e.in[n], c)
}

// joinNamed puts a function among those of one name.
func (e *effects) joinNamed(named map[string]*callees, name string, n ast.Node) {
	if named[name] == nil {
		named[name] = &callees{}
	}
	e.join(named[name], n)
}

// eachRun calls visit with all that actions may run until it returns true, and
// reports whether it did.
func (e *effects) eachRun(a *actions, visit func(*callees) bool) bool {
	for c := range a.runs {
		if visit(c) {
			return true
		}
	}
	return a.implicit && visit(e.implicit) || a.unknown && visit(e.unknown)
}

// eachWrite calls visit with the key of everything that actions assign themselves.
func (a *actions) eachWrite(visit func(key any)) {
	for sym := range a.vars {
		visit(sym)
	}
	for name := range a.attrs {
		visit(name)
	}
	if a.any {
		visit(anything{})
	}
}

// assigns reports whether actions may assign what a key stands for: a variable,
// or an attribute of a name.
func (e *effects) assigns(a *actions, key any) bool {
	own := false
	a.eachWrite(func(k any) { own = own || k == key || k == anything{} })
	return own || e.eachRun(a, func(c *callees) bool { return e.reaching(key)[c] || e.reaching(anything{})[c] })
}

// reaching finds among which callees there is one that may assign what a key
// stands for, itself or by what it runs.
func (e *effects) reaching(key any) map[*callees]bool {
	if found, ok := e.reach[key]; ok {
		return found
	}
	found := map[*callees]bool{}
	e.reach[key] = found
	next := slices.Clone(e.writers[key])
	for len(next) > 0 {
		n := next[len(next)-1]
		next = next[:len(next)-1]
		for _, c := range e.in[n] {
			if !found[c] {
				found[c] = true
				next = append(next, c.callers...)
			}
		}
	}
	return found
}

// names collects functions by name, and those that run without being called by it.
func (e *effects) names(m *Module, special, value map[ast.Node]bool) {
	def := func(n ast.Node, name string, decorators []ast.Expr, body []ast.Stmt) {
		e.joinNamed(e.named, name, n)
		if _, ok := n.(*ast.FunctionDef); ok && len(decorators) > 0 {
			e.joinNamed(e.getters, name, n)
		}
		if len(decorators) > 0 || ast.Yields(body) {
			value[n] = true
		}
		if strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") && !constructors[name] {
			special[n] = true
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FunctionDef:
			def(n, n.Name, n.DecoratorList, n.Body)
		case *ast.AsyncFunctionDef:
			def(n, n.Name, n.DecoratorList, n.Body)
		case *ast.ClassDef:
			for _, s := range n.Body {
				if f, ok := s.(*ast.FunctionDef); ok && constructors[f.Name] {
					e.joinNamed(e.named, n.Name, f)
				}
			}
			if len(n.Bases) > 0 || len(n.Keywords) > 0 || len(n.DecoratorList) > 0 {
				// What it inherits may run whatever stands in any class.
				e.stored[n.Name] = true
			}
		case *ast.Attribute:
			if n.Ctx != ast.Load {
				e.stored[n.Attr] = true
			}
		}
		return true
	})
}

// values marks the functions whose name is used other than to call them.
func (e *effects) values(m *Module, value map[ast.Node]bool) {
	called, marked := map[ast.Expr]bool{}, map[string]bool{}
	mark := func(name string) {
		if c := e.named[name]; c != nil && !marked[name] {
			marked[name] = true
			for _, n := range c.functions {
				value[n] = true
			}
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			called[n.Func] = true
		case *ast.Name:
			if n.Ctx == ast.Load && !called[n] {
				mark(n.Id)
			}
		case *ast.Attribute:
			if n.Ctx == ast.Load && !called[n] {
				mark(n.Attr)
			}
		}
		return true
	})
}

func (e *effects) function(m *Module, n ast.Node, body []ast.Stmt, name string, args *ast.Arguments) {
	self := ""
	if params := args.All(); constructors[name] && len(params) > 0 {
		self = params[0].Arg
	}
	a := newActions()
	for _, s := range body {
		e.visit(m, s, self, a)
	}
	e.own[n] = a
}

// iterating are the builtins that run iterators or functions that they are given.
var iterating = set(`all any dict enumerate filter frozenset iter list map max min next reversed set sorted sum tuple zip
	anext aiter bytes bytearray property super type`)

// visit collects what a node does. self is the name of the object that a
// constructor makes, which nobody else has.
func (e *effects) visit(m *Module, n ast.Node, self string, a *actions) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Lambda:
			return false
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
			if sym := m.Scope.Defs[n]; sym != nil && sym.Captured {
				a.vars[sym] = true
			}
			return false
		case *ast.Name:
			if sym := m.Scope.Uses[n]; n.Ctx != ast.Load && sym != nil && sym.Captured {
				a.vars[sym] = true
			}
		case *ast.Attribute:
			if owner, ok := n.Value.(*ast.Name); n.Ctx != ast.Load && !(ok && self != "" && owner.Id == self) {
				a.attrs[n.Attr] = true
			}
			if n.Ctx == ast.Load {
				e.load(n.Attr, a)
			}
			a.implicit = true
		case *ast.Call:
			e.call(m, n, a)
		case *ast.Yield, *ast.YieldFrom, *ast.Await:
			a.any = true
		case *ast.For, *ast.AsyncFor, *ast.Comprehension, *ast.Starred:
			a.unknown = true
		case *ast.BinOp, *ast.UnaryOp, *ast.Compare, *ast.Subscript, *ast.JoinedStr, *ast.BoolOp, *ast.AugAssign, *ast.With, *ast.AsyncWith, *ast.If, *ast.IfExp, *ast.While:
			a.implicit = true
		}
		return true
	})
}

// load notes what reading an attribute can run: a property.
func (e *effects) load(name string, a *actions) {
	if c := e.getters[name]; c != nil {
		a.runs[c] = true
	}
}

func (e *effects) call(m *Module, call *ast.Call, a *actions) {
	a.implicit = true
	name := ""
	switch fn := call.Func.(type) {
	case *ast.Name:
		sym := m.Scope.Uses[fn]
		if sym == nil || sym.Kind == scope.Builtin {
			a.unknown = a.unknown || iterating[fn.Id]
			if fn.Id == "setattr" || fn.Id == "delattr" || fn.Id == "vars" {
				a.any = true
			}
			return
		}
		if name = fn.Id; e.named[name] == nil {
			a.unknown = true
		}
	case *ast.Attribute:
		if name = fn.Attr; e.named[name] == nil && !e.stored[name] {
			for _, arg := range call.Args {
				if _, ok := arg.(*ast.Constant); !ok {
					a.unknown = true
				}
			}
			a.unknown = a.unknown || len(call.Keywords) > 0
			return
		}
	default:
		a.unknown = true
		return
	}
	if c := e.named[name]; c != nil {
		a.runs[c] = true
	}
	a.unknown = a.unknown || e.stored[name]
}

// of is what evaluating an expression does.
func (e *effects) of(m *Module, x ast.Expr) *actions {
	a := newActions()
	e.visit(m, x, "", a)
	return a
}

// disturbs reports whether evaluating one of exprs may change what v reads
// outside of calls.
func (f *function) disturbs(v value, exprs ...ast.Expr) bool {
	vars, attrs := f.reads(v.Expr)
	if len(vars)+len(attrs) == 0 {
		return false
	}
	if f.program.effects == nil {
		f.program.effects = programEffects(f.program.mods)
	}
	for _, e := range exprs {
		if isSimple(e) || f.changesNothing(e) {
			continue
		}
		a := f.program.effects.of(f.Module, e)
		for _, sym := range vars {
			if f.program.effects.assigns(a, sym) {
				return true
			}
		}
		for _, name := range attrs {
			if f.program.effects.assigns(a, name) {
				return true
			}
		}
	}
	return false
}

// changesNothing reports whether an expression only reads variables and fields
// of structs, and calculates with numbers and text.
func (f *function) changesNothing(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant, *ast.Name:
		return true
	case *ast.Attribute:
		_, isField := f.field(e)
		return isField && f.changesNothing(e.Value)
	case *ast.UnaryOp:
		return isBasic(f.typeOf(e.Operand)) && f.changesNothing(e.Operand)
	case *ast.BinOp:
		return isBasic(f.typeOf(e.Left)) && isBasic(f.typeOf(e.Right)) && f.changesNothing(e.Left) && f.changesNothing(e.Right)
	}
	return false
}

// isBasic reports whether t is a number or text.
func isBasic(t types.Type) bool {
	switch t {
	case types.Bool, types.Int, types.BigInt, types.Float, types.Str:
		return true
	}
	return false
}

// reads lists the variables that functions share and the fields that a Go
// expression reads at a time that Go chooses.
func (f *function) reads(e ir.Expr) (vars []*scope.Symbol, attrs []string) {
	var visit func(e ir.Expr)
	visit = func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Ref:
			if sym := f.program.symbols[e.Var]; sym != nil && sym.Captured && !f.program.constant[e.Var] {
				vars = append(vars, sym)
			}
			if name := f.program.fields[e.Var]; name != "" {
				attrs = append(attrs, name) // a class attribute
			}
			return
		case *ir.FuncLit:
			return
		case *ir.FieldRef:
			if name := f.program.fields[e.Field]; name != "" {
				attrs = append(attrs, name)
			}
		case *ir.Call:
			if _, builtin := e.Fun.(ir.Verbatim); !builtin {
				return
			}
		}
		ir.Slots(e, func(slot any) {
			if x, ok := slot.(*ir.Expr); ok {
				visit(*x)
			}
		})
	}
	visit(e)
	return vars, attrs
}
