package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// try lowers try. With a finally, the rest is a closure whose error is kept
// until the finally block has run.
func (f *function) try(s *ast.Try) {
	f.takes(s, "try", "py.Try around the body", "more than one statement of the body may raise")
	if len(s.Finalbody) == 0 {
		f.tryExcept(s)
		return
	}
	err, c := f.protect(func() {
		if len(s.Handlers) == 0 {
			f.statements(s.Body)
			return
		}
		f.tryExcept(s)
	})
	f.handling(clause{err, true}, func() { f.statements(s.Finalbody) })
	if !terminates(*f.block) {
		f.failOn(err)
		f.carryOn(c, true)
	}
}

// protect runs body in py.Try and declares the error that it gave.
func (f *function) protect(body func()) (err *ir.Var, c *capture) {
	_, err, c = f.protected(body)
	return err, c
}

func (f *function) protected(body func()) (call *ir.Call, err *ir.Var, c *capture) {
	lit, c := f.capturing(body)
	err = &ir.Var{Hint: "err", Type: ir.Error}
	call = f.trying(lit)
	f.emit(&ir.Let{Vars: []*ir.Var{err}, Values: []ir.Expr{call}})
	return call, err, c
}

// clause is an except or finally clause, and the exception that it handles: in a
// finally clause there need not be one.
type clause struct {
	err   *ir.Var
	final bool
}

// chains reports whether the place of a raise or except tells the running program
// which exception is its context there.
func (f *function) chains() bool { return f.program.uses.Has(api.Contexts | api.Handled) }

// handling lowers the statements of a clause.
func (f *function) handling(c clause, body func()) {
	f.handled = append(f.handled, c)
	defer func() { f.handled = f.handled[:len(f.handled)-1] }()
	if !f.program.uses.Has(api.Handled) {
		body()
		return
	}
	lit, left := f.capturing(body)
	failed := &ir.Var{Hint: "raised", Type: ir.Error}
	f.emit(&ir.If{
		Init: &ir.Let{Vars: []*ir.Var{failed}, Values: []ir.Expr{pyCall("InContext", &ir.Ref{Var: c.err}, lit)}},
		Cond: isNotNil(failed), Then: f.within(func() { f.fail(&ir.Ref{Var: failed}) }),
	})
	f.carryOn(left, true)
}

func (f *function) tryExcept(s *ast.Try) {
	if f.importsSucceed(s.Body) {
		f.statements(s.Body)
		f.statements(s.Orelse)
		return
	}
	call, err, c := f.protected(func() { f.statements(s.Body) })
	f.attempted(s, call)
	// What the body returned, broke or continued is carried on only if it did
	// not fail, and then nothing of else runs.
	handled := f.handlers(err, s.Handlers)
	switch {
	case len(s.Orelse) > 0:
		f.emit(handled)
		handled.Else = f.within(func() {
			f.carryOn(c, true)
			f.statements(s.Orelse)
		})
	default:
		f.emit(handled)
		f.carryOn(c, terminates(handled.Then))
	}
}

// handlers lowers the except clauses to if err != nil { switch ... }.
func (f *function) handlers(err *ir.Var, handlers []*ast.ExceptHandler) *ir.If {
	out := &ir.If{Cond: isNotNil(err)}
	out.Then = f.within(func() {
		switch n := len(f.handled); {
		case f.chains():
			f.assign(&ir.Ref{Var: err}, pyCall("Caught", &ir.Ref{Var: err}))
		case n > 0 && f.program.uses.Has(api.Handled):
			// It was raised while another exception was being handled.
			f.assign(&ir.Ref{Var: err}, pyCall("WithContext", &ir.Ref{Var: err}, &ir.Ref{Var: f.handled[n-1].err}))
		}
		f.handling(clause{err: err}, func() {
			f.handlerChain(err, handlers)
		})
	})
	return out
}

func (f *function) handlerChain(err *ir.Var, handlers []*ast.ExceptHandler) {
	if len(handlers) == 0 {
		f.fail(&ir.Ref{Var: err})
		return
	}
	h := handlers[0]
	body := func() {
		f.handlerBody(h, err)
	}
	if h.Type == nil {
		body()
		return
	}
	if f.structHandler(err, h, handlers[1:]) {
		return
	}
	cond := f.matches(err, h.Type)
	s := &ir.If{Cond: cond, Then: f.within(body)}
	rest := f.within(func() { f.handlerChain(err, handlers[1:]) })
	if len(handlers) == 1 {
		// The plain case reads best first: what is not caught goes on.
		if n := len(s.Then); n > 1 && isRaise(s.Then[n-1], err) && len(rest) == 1 && isRaise(rest[0], err) {
			f.emit(&ir.If{Cond: cond, Then: s.Then[:n-1]})
			*f.block = append(*f.block, rest...)
			return
		}
		f.emit(&ir.If{Cond: not(cond), Then: rest})
		*f.block = append(*f.block, s.Then...)
		return
	}
	s.Else = rest
	f.emit(s)
}

// isRaise reports whether a statement returns err on.
func isRaise(s ir.Stmt, err *ir.Var) bool {
	r, ok := s.(*ir.Return)
	if !ok || len(r.Values) == 0 || len(r.Lead) > 0 {
		return false
	}
	ref, ok := r.Values[len(r.Values)-1].(*ir.Ref)
	return ok && ref.Var == err
}

// handlerBody lowers the statements of an except clause. Its name is unbound at
// their end.
func (f *function) handlerBody(h *ast.ExceptHandler, err *ir.Var) {
	f.bindException(h, err)
	f.statements(h.Body)
	if h.Name == "" || terminates(*f.block) {
		return
	}
	if ns := f.namespace(f.Scope.Defs[h]); ns != nil {
		f.emit(&ir.Do{X: method(ns, "Forget", str(h.Name))})
		return
	}
	f.setBound(f.Scope.Defs[h], false)
}

// bindException assigns the caught exception to the name of an except clause.
func (f *function) bindException(h *ast.ExceptHandler, err *ir.Var) {
	if h.Name == "" {
		return
	}
	sym := f.Scope.Defs[h]
	t := f.varType(sym)
	v := value{&ir.Ref{Var: err}, &types.Exception{Name: "BaseException"}}
	if f.goType(t) == ir.Error {
		v.typ = t
	}
	f.bind(sym, v)
}

// matches is the test whether err is caught by an except clause's expression.
func (f *function) matches(err *ir.Var, class ast.Expr) ir.Expr {
	if tuple, ok := class.(*ast.Tuple); ok && len(tuple.Elts) > 0 {
		var out ir.Expr
		for _, e := range tuple.Elts {
			if _, ok := f.exceptionClass(e); !ok {
				out = nil
				break
			}
			m := f.matches(err, e)
			if out == nil {
				out = m
			} else {
				out = &ir.Binary{Op: "||", X: out, Y: m}
			}
		}
		if out != nil {
			return out
		}
	}
	if c, ok := f.exceptionClass(class); ok {
		return &ir.Call{Fun: &ir.Qual{Pkg: "errors", Name: "Is"}, Args: []ir.Expr{&ir.Ref{Var: err}, c}}
	}
	return pyCall("Matches", &ir.Ref{Var: err}, f.boxed(f.expr(class)))
}

// exceptionClass returns the Go value of an exception class that is known by
// name: a builtin one or one of asyncio.
func (f *function) exceptionClass(e ast.Expr) (ir.Expr, bool) {
	switch e := e.(type) {
	case *ast.Name:
		if f.isBuiltin(e) && isExceptionName(e.Id) {
			return py(canonicalException(e.Id)), true
		}
		if mod, name, ok := f.imported(e); ok && mod == "asyncio" && asyncioExceptions[name] {
			return &ir.Qual{Pkg: asyncioPath, Name: name}, true
		}
	case *ast.Attribute:
		if mod, ok := f.moduleName(e.Value); ok && mod == "asyncio" && asyncioExceptions[e.Attr] {
			return &ir.Qual{Pkg: asyncioPath, Name: e.Attr}, true
		}
	}
	return nil, false
}

var asyncioExceptions = map[string]bool{
	"CancelledError": true, "TimeoutError": true, "InvalidStateError": true,
	"QueueEmpty": true, "QueueFull": true, "IncompleteReadError": true, "LimitOverrunError": true,
}

// builtinExceptions are the exception classes among Python's builtins.
var builtinExceptions = func() map[string]bool {
	names := map[string]bool{}
	for _, n := range strings.Fields(`BaseException BaseExceptionGroup Exception ExceptionGroup GeneratorExit
		KeyboardInterrupt SystemExit ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError
		BufferError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
		ConnectionResetError EOFError EnvironmentError FileExistsError FileNotFoundError FloatingPointError IOError
		ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError LookupError MemoryError
		ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PermissionError
		ProcessLookupError PythonFinalizationError RecursionError ReferenceError RuntimeError StopAsyncIteration
		StopIteration SyntaxError SystemError TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError
		UnicodeEncodeError UnicodeError UnicodeTranslateError ValueError ZeroDivisionError Warning UserWarning
		DeprecationWarning PendingDeprecationWarning RuntimeWarning SyntaxWarning ResourceWarning FutureWarning
		ImportWarning UnicodeWarning BytesWarning EncodingWarning`) {
		names[n] = true
	}
	return names
}()

func isExceptionName(name string) bool { return builtinExceptions[name] }

// canonicalException gives the class that an old name of OSError stands for.
func canonicalException(name string) string {
	switch name = canonicalName(name); name {
	case "Exception":
		return "ExceptionClass" // Exception is the Go type
	case "BaseException":
		return "BaseExceptionClass"
	}
	return name
}

// canonicalName gives the name of the class that an old name of OSError stands for.
func canonicalName(name string) string {
	if name == "IOError" || name == "EnvironmentError" {
		return "OSError"
	}
	return name
}

// tryStar lowers try with except*: each clause takes its part of the group,
// and what is left or raised anew is raised together.
func (f *function) tryStar(s *ast.TryStar) {
	if len(s.Finalbody) > 0 {
		inner := *s
		inner.Finalbody = nil
		err, c := f.protect(func() { f.tryStar(&inner) })
		f.handling(clause{err, true}, func() { f.statements(s.Finalbody) })
		f.failOn(err)
		f.carryOn(c, true)
		return
	}
	err, c := f.protect(func() { f.statements(s.Body) })
	out := &ir.If{Cond: isNotNil(err)}
	out.Then = f.within(func() {
		rest := &ir.Var{Hint: "rest", Type: ir.Error}
		reraised := &ir.Var{Hint: "reraised", Type: &ir.Slice{Elem: ir.Error}}
		raised := &ir.Var{Hint: "raised", Type: &ir.Slice{Elem: ir.Error}}
		f.emit(&ir.Let{Vars: []*ir.Var{rest}, Values: []ir.Expr{&ir.Ref{Var: err}}})
		f.emit(&ir.Declare{Var: reraised})
		f.emit(&ir.Declare{Var: raised})
		for _, h := range s.Handlers {
			f.starHandler(h, rest, reraised, raised)
		}
		final := &ir.Var{Hint: "err", Type: ir.Error}
		f.emit(&ir.If{
			Init: &ir.Let{Vars: []*ir.Var{final}, Values: []ir.Expr{pyCall("JoinGroup", &ir.Ref{Var: err}, &ir.Ref{Var: rest}, &ir.Ref{Var: reraised}, &ir.Ref{Var: raised})}},
			Cond: isNotNil(final), Then: f.within(func() { f.fail(&ir.Ref{Var: final}) }),
		})
	})
	f.emit(out)
	if len(s.Orelse) > 0 {
		out.Else = f.within(func() {
			f.carryOn(c, true)
			f.statements(s.Orelse)
		})
		return
	}
	f.carryOn(c, false)
}

func (f *function) starHandler(h *ast.ExceptHandler, rest, reraised, raised *ir.Var) {
	matched := &ir.Var{Hint: "matched", Type: ir.Error}
	f.emit(&ir.Declare{Var: matched})
	f.emit(&ir.Assign{
		Targets: []ir.Expr{&ir.Ref{Var: matched}, &ir.Ref{Var: rest}},
		Values:  []ir.Expr{pyCall("SplitGroup", &ir.Ref{Var: rest}, f.boxed(f.expr(h.Type)))},
	})
	f.emit(&ir.If{Cond: isNotNil(matched), Then: f.within(func() {
		err, c := f.protect(func() {
			f.handling(clause{err: matched}, func() {
				f.handlerBody(h, matched)
			})
		})
		f.emit(&ir.If{
			Cond: &ir.Binary{Op: "==", X: &ir.Ref{Var: err}, Y: &ir.Ref{Var: matched}},
			Then: []ir.Stmt{appendTo(reraised, err)},
			Else: []ir.Stmt{&ir.If{Cond: isNotNil(err), Then: []ir.Stmt{appendTo(raised, err)}}},
		})
		f.carryOn(c, false)
	})})
}

// appendTo is list = append(list, item).
func appendTo(list, item *ir.Var) ir.Stmt {
	return &ir.Assign{
		Targets: []ir.Expr{&ir.Ref{Var: list}},
		Values:  []ir.Expr{&ir.Call{Fun: ir.Verbatim("append"), Args: []ir.Expr{&ir.Ref{Var: list}, &ir.Ref{Var: item}}}},
	}
}
