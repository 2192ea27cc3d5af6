package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Go makes the calls of an expression from left to right, but reads a variable
// when it likes: in f(x, g()) it may read x when g has assigned it. Where g may
// do that, lowering reads x into a variable of its own first.

// writes is what running something may assign: variables that functions share,
// and attributes by their names.
type writes struct {
	vars  map[*scope.Symbol]bool
	attrs map[string]bool
	any   bool // anything, so that the sets tell nothing more
}

func (w *writes) add(other *writes) (grown bool) {
	if w.any {
		return false
	}
	if other.any {
		*w = writes{any: true}
		return true
	}
	before := len(w.vars) + len(w.attrs)
	for sym := range other.vars {
		w.vars[sym] = true
	}
	for name := range other.attrs {
		w.attrs[name] = true
	}
	return len(w.vars)+len(w.attrs) > before
}

func newWrites() *writes { return &writes{vars: map[*scope.Symbol]bool{}, attrs: map[string]bool{}} }

// actions is what an expression or a function body does: what it assigns itself
// and what it runs.
type actions struct {
	writes
	runs     map[ast.Node]bool // functions
	implicit bool              // operators and the like, which special methods implement
	unknown  bool              // calls of what is not known by name
}

// effects tells what the functions of a program assign.
type effects struct {
	named    map[string][]ast.Node // functions by name; those that a class runs, by the name of the class
	stored   map[string]bool       // attributes that are assigned: calling one can run any function
	own      map[ast.Node]*actions
	total    map[ast.Node]*writes
	implicit *writes // of special methods
	unknown  *writes // of functions that are used as values
}

// constructors are the methods that calling a class runs.
var constructors = set(`__init__ __new__ __post_init__`)

// programEffects finds the effects of all functions.
func programEffects(mods []*Module) *effects {
	e := &effects{
		named: map[string][]ast.Node{}, stored: map[string]bool{}, own: map[ast.Node]*actions{},
		total: map[ast.Node]*writes{}, implicit: newWrites(), unknown: newWrites(),
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
	for grown := true; grown; {
		grown = false
		for n, a := range e.own {
			total := e.total[n]
			grown = e.gather(a, total) || grown
			if special[n] {
				grown = e.implicit.add(total) || grown
			}
			if special[n] || value[n] {
				grown = e.unknown.add(total) || grown
			}
		}
	}
	return e
}

// names collects functions by name, and those that run without being called by it.
func (e *effects) names(m *Module, special, value map[ast.Node]bool) {
	def := func(n ast.Node, name string, decorators []ast.Expr, body []ast.Stmt) {
		e.named[name] = append(e.named[name], n)
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
					e.named[n.Name] = append(e.named[n.Name], f)
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
	called := map[ast.Expr]bool{}
	mark := func(name string) {
		for _, n := range e.named[name] {
			value[n] = true
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
	a := &actions{writes: *newWrites(), runs: map[ast.Node]bool{}}
	for _, s := range body {
		e.visit(m, s, self, a)
	}
	e.own[n], e.total[n] = a, newWrites()
}

// gather adds to out what a does and what it runs does.
func (e *effects) gather(a *actions, out *writes) bool {
	grown := out.add(&a.writes)
	for n := range a.runs {
		if w := e.total[n]; w != nil {
			grown = out.add(w) || grown
		}
	}
	if a.implicit {
		grown = out.add(e.implicit) || grown
	}
	if a.unknown {
		grown = out.add(e.unknown) || grown
	}
	return grown
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
	for _, n := range e.named[name] {
		if def, ok := n.(*ast.FunctionDef); ok && len(def.DecoratorList) > 0 {
			a.runs[n] = true
		}
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
	for _, n := range e.named[name] {
		a.runs[n] = true
	}
	a.unknown = a.unknown || e.stored[name]
}

// of is what evaluating an expression may assign.
func (e *effects) of(m *Module, x ast.Expr) *writes {
	a := &actions{writes: *newWrites(), runs: map[ast.Node]bool{}}
	e.visit(m, x, "", a)
	out := newWrites()
	e.gather(a, out)
	return out
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
		w := f.program.effects.of(f.Module, e)
		for _, sym := range vars {
			if w.any || w.vars[sym] {
				return true
			}
		}
		for _, name := range attrs {
			if w.any || w.attrs[name] {
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
