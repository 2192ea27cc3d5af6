package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// statements lowers a block, with the comments and blank lines around each statement.
func (f *function) statements(body []ast.Stmt) {
	for i, s := range body {
		first := len(*f.block)
		decls := len(f.file.Decls)
		lead, spaced := f.comments.before(f.module, s, i == 0)
		f.statement(s)
		f.at(s, first)
		f.attach(first, decls, lead, f.comments.after(f.module, s), spaced)
		if terminates(*f.block) {
			break
		}
	}
	if len(body) > 0 {
		if tail := f.comments.ending(f.module, body); len(tail) > 0 {
			f.emit(&ir.Comment{Meta: ir.Meta{Lead: tail}})
		}
	}
}

// attach puts comments on what a statement was lowered to: the first new
// declaration if it made one, else the first new statement.
func (f *function) attach(first, decls int, lead []string, trail string, spaced bool) {
	var meta, last *ir.Meta
	switch {
	case len(f.file.Decls) > decls && f.outer == nil:
		meta = f.file.Decls[decls].M()
		last = meta
	case len(*f.block) > first:
		meta = (*f.block)[first].M()
		last = (*f.block)[len(*f.block)-1].M()
		if _, compound := (*f.block)[len(*f.block)-1].(*ir.If); compound {
			last = meta
		}
	case len(lead) > 0:
		f.emit(&ir.Comment{Meta: ir.Meta{Lead: lead, Spaced: spaced}})
		return
	default:
		return
	}
	meta.Lead = append(lead, meta.Lead...)
	meta.Spaced = meta.Spaced || spaced
	if trail != "" {
		last.Trail = trail
	}
}

func (f *function) statement(s ast.Stmt) {
	defer f.settle(s)
	defer func(before source.Range) { f.here = before }(f.standAt(s))
	if f.program.facts.Dropped(s) {
		return
	}
	switch s := s.(type) {
	case *ast.ExprStmt:
		f.expressionStatement(s.Value)
	case *ast.Assign:
		f.assignment(s)
		f.closeDropped(s)
		if done := f.drops(s); len(done) > 0 {
			f.emit(&ir.Do{X: pyCall("Drop", done...)})
		}
	case *ast.AnnAssign:
		f.annotatedAssignment(s)
	case *ast.AugAssign:
		f.augmentedAssignment(s)
	case *ast.Return:
		f.returnStatement(s)
	case *ast.If:
		f.ifStatement(s)
	case *ast.While:
		f.while(s)
	case *ast.For:
		f.forLoop(s.Target, s.Iter, s.Body, s.Orelse, false, s)
	case *ast.AsyncFor:
		f.forLoop(s.Target, s.Iter, s.Body, s.Orelse, true, s)
	case *ast.Break:
		f.breakLoop()
	case *ast.Continue:
		f.continueLoop()
	case *ast.Pass:
	case *ast.FunctionDef, *ast.AsyncFunctionDef:
		f.functionDef(s)
	case *ast.ClassDef:
		f.classDef(s)
	case *ast.Raise:
		f.raise(s)
	case *ast.Try:
		f.try(s)
	case *ast.TryStar:
		f.tryStar(s)
	case *ast.With:
		f.with(s, s.Items, s.Body, false)
	case *ast.AsyncWith:
		f.with(s, s.Items, s.Body, true)
	case *ast.Match:
		f.match(s)
	case *ast.Import:
		f.importModules(s)
	case *ast.ImportFrom:
		f.importNames(s)
	case *ast.Delete:
		for _, t := range s.Targets {
			f.deleteTarget(t)
		}
	case *ast.Assert:
		f.assert(s)
	case *ast.Global, *ast.Nonlocal:
	case *ast.TypeAlias:
		f.typeAlias(s)
	}
}

// expressionStatement lowers an expression that stands alone.
func (f *function) expressionStatement(e ast.Expr) {
	switch e.(type) {
	case *ast.Constant:
		return
	}
	if f.printStatement(e) || f.initException(e) {
		return
	}
	f.discard = e
	v := f.expr(e)
	f.discard = nil
	if name, ok := nameOfCoroutine(v.Expr); ok {
		f.neverAwaited(e, name)
		return
	}
	f.effect(v)
}

func (f *function) returnStatement(s *ast.Return) {
	if s.Value == nil {
		if f.initReturns != nil {
			f.returnValue(value{f.initReturns, f.result})
			return
		}
		f.returnValue(none)
		return
	}
	if f.result != nil {
		f.returnValue(f.exprFor(s.Value, f.result))
		return
	}
	f.returnValue(f.expr(s.Value))
}

func (f *function) ifStatement(s *ast.If) {
	if isTypeChecking(s.Test) {
		f.statements(s.Orelse)
		return
	}
	if isMainGuard(s.Test) && f.Scope.Module.Symbols["__name__"] == nil {
		if f.Name == "__main__" {
			f.statements(s.Body)
		} else {
			f.statements(s.Orelse)
		}
		return
	}
	cond := f.cond(s.Test)
	out := &ir.If{Cond: cond, Then: f.within(func() { f.statements(s.Body) })}
	if len(s.Orelse) > 0 {
		out.Else = f.within(func() { f.statements(s.Orelse) })
	}
	f.emit(out)
}

// isMainGuard reports whether a test is __name__ == "__main__".
func isMainGuard(e ast.Expr) bool {
	c, ok := e.(*ast.Compare)
	if !ok || len(c.Ops) != 1 || c.Ops[0] != ast.Eq {
		return false
	}
	name, ok := c.Left.(*ast.Name)
	text, isText := c.Comparators[0].(*ast.Constant)
	return ok && isText && name.Id == "__name__" && text.Value == "__main__"
}

// isTypeChecking reports whether a test is TYPE_CHECKING, which is false when a program runs.
func isTypeChecking(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name:
		return e.Id == "TYPE_CHECKING"
	case *ast.Attribute:
		return e.Attr == "TYPE_CHECKING"
	}
	return false
}

func (f *function) while(s *ast.While) {
	lp := f.newLoop()
	lp.header = s
	out := &ir.For{Label: lp.label}
	broken := f.elseFlag(lp, s.Orelse)
	pre := f.within(func() {
		if c, ok := s.Test.(*ast.Constant); !ok || c.Value != true && c.Value != int64(1) {
			out.Cond = f.cond(s.Test)
		}
	})
	if len(pre) > 0 {
		stop := &ir.If{Cond: not(out.Cond), Then: []ir.Stmt{&ir.Break{}}}
		out.Cond = nil
		out.Body = append(pre, stop)
	}
	f.loops = append(f.loops, lp)
	out.Body = append(out.Body, f.within(func() {
		f.statements(s.Body)
		f.turn(lp)
	})...)
	f.loops = f.loops[:len(f.loops)-1]
	f.emit(out)
	f.loopElse(broken, s.Orelse)
}

func (f *function) newLoop() *loop {
	return &loop{label: &ir.Label{Hint: "loop"}, captures: len(f.captures)}
}

// elseFlag declares the flag that break sets, for a loop with an else that a break can skip.
func (f *function) elseFlag(lp *loop, orelse []ast.Stmt) *ir.Var {
	if len(orelse) == 0 {
		return nil
	}
	lp.broken = &ir.Var{Hint: "broken", Type: ir.Bool}
	f.emit(&ir.Let{Vars: []*ir.Var{lp.broken}, Values: []ir.Expr{&ir.Lit{Value: false}}})
	return lp.broken
}

func (f *function) loopElse(broken *ir.Var, orelse []ast.Stmt) {
	if broken != nil {
		f.emit(&ir.If{Cond: not(&ir.Ref{Var: broken}), Then: f.within(func() { f.statements(orelse) })})
	}
}

// assert lowers assert. Its test and message are evaluated as in Python without -O.
func (f *function) assert(s *ast.Assert) {
	cond := f.cond(s.Test)
	f.emit(&ir.If{Cond: not(cond), Then: f.within(func() {
		var args []ir.Expr
		if s.Msg != nil {
			args = append(args, f.boxed(f.expr(s.Msg)))
		}
		f.raiseHere(f.inContext(pyCall("NewAssertionError", args...)))
	})})
}

func (f *function) raise(s *ast.Raise) {
	if s.Exc == nil {
		if n := len(f.handled); n > 0 && !f.handled[n-1].final {
			f.fail(&ir.Ref{Var: f.handled[n-1].err})
			return
		}
		f.fail(pyCall("Reraise"))
		return
	}
	err := f.raised(s.Exc)
	if s.Cause != nil {
		err = pyCall("From", err, f.boxed(f.expr(s.Cause)))
	}
	f.raiseHere(f.inContext(err))
}

// raised lowers the operand of raise to an error.
func (f *function) raised(e ast.Expr) ir.Expr {
	if name, ok := e.(*ast.Name); ok && f.isBuiltin(name) && isExceptionName(name.Id) {
		return newException(name.Id)
	}
	if call, ok := e.(*ast.Call); ok && len(call.Keywords) == 0 && !hasStar(call.Args) {
		if name, ok := call.Func.(*ast.Name); ok && f.isBuiltin(name) && isExceptionName(name.Id) && !strings.HasSuffix(name.Id, "Group") {
			var args []ir.Expr
			for _, v := range f.operands(call.Args...) {
				args = append(args, f.boxed(v))
			}
			return newException(name.Id, args...)
		}
	}
	if s := f.structOf(e); s != nil {
		e = &ast.Call{Base: ast.Base{}, Func: e}
	}
	v := f.expr(e)
	if f.goType(v.typ) == ir.Error {
		return v.Expr
	}
	if t, ok := v.typ.(*types.Instance); ok && f.classFacts(t.Class).Exception {
		return v.Expr
	}
	return pyCall("MakeError", f.boxed(v))
}

// newException makes an instance of a builtin exception class.
func newException(class string, args ...ir.Expr) ir.Expr {
	if class == "Exception" || class == "BaseException" {
		return pyCall("NewException", append([]ir.Expr{py(canonicalException(class))}, args...)...)
	}
	return pyCall("New"+canonicalName(class), args...)
}

// inContext gives err the exception being handled as its __context__.
func (f *function) inContext(err ir.Expr) ir.Expr {
	if f.chains() {
		return pyCall("Raised", err)
	}
	if n := len(f.handled); n > 0 {
		return pyCall("WithContext", err, &ir.Ref{Var: f.handled[n-1].err})
	}
	return err
}

func (f *function) deleteTarget(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Name:
		sym := f.Scope.Uses[e]
		if ns := f.namespace(sym); ns != nil {
			f.emit(&ir.Do{X: method(ns, "Del", str(e.Id))})
			return
		}
		f.checkBound(e)
		if f.program.owning().owners[sym] {
			f.disown(sym)
		}
		f.assign(&ir.Ref{Var: f.variable(sym)}, f.zero(f.varType(sym)))
		f.setBound(sym, false)
		if name, ok := f.unusedCoroutine(sym); ok {
			f.neverAwaited(e, str(name))
		}
	case *ast.Attribute:
		f.emit(&ir.Do{X: pyCall("DelAttr", f.boxed(f.expr(e.Value)), str(f.mangle(e.Attr)))})
	case *ast.Subscript:
		o := f.operands(e.Value, e.Slice)
		f.emit(&ir.Do{X: pyCall("DelItem", f.boxed(o[0]), f.boxed(o[1]))})
	case *ast.Tuple:
		for _, t := range e.Elts {
			f.deleteTarget(t)
		}
	case *ast.List:
		for _, t := range e.Elts {
			f.deleteTarget(t)
		}
	}
}
