package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// In programs that look into tracebacks, each Python function has a *py.Frame,
// which knows the line that runs, and exceptions that come through the function
// note it.

// framed lowers the body of the Python function that n defines. Functions in
// which nothing can be raised have no frame.
func (f *function) framed(n ast.Node, qualname string, body func()) {
	if !f.program.uses.Has(api.Frames) {
		body()
		return
	}
	f.frame = &ir.Var{Hint: "frame", Type: pointerTo(pyPath, "Frame")}
	block := f.within(body)
	if f.traced || slices.ContainsFunc(block, mayRaise) { // the value of a lambda is no statement
		line := f.line(n.Span().Start)
		if s, ok := n.(ast.Stmt); ok {
			line = f.line(start(s))
		}
		f.emit(&ir.Let{Vars: []*ir.Var{f.frame}, Values: []ir.Expr{pyCall("NewFrame", str(qualname), str(f.File.Name), num(line))}})
		f.emit(&ir.Defer{X: f.ofFrame("Unwind")})
	}
	*f.block = append(*f.block, block...)
}

// line is the line of the source that holds an offset.
func (f *function) line(offset int32) int {
	line, _ := f.File.Position(offset)
	return line
}

// ofFrame is a call of a method of the function's frame.
func (f *function) ofFrame(name string, args ...ir.Expr) ir.Expr {
	f.traced = true
	return method(&ir.Ref{Var: f.frame}, name, args...)
}

// trying is the call of py.Try with the body of a statement.
func (f *function) trying(body ir.Expr) *ir.Call {
	if f.frame != nil {
		return f.ofFrame("Try", body).(*ir.Call)
	}
	return &ir.Call{Fun: py("Try"), Args: []ir.Expr{body}}
}

// raiseHere is fail for what a raise or assert statement raises.
func (f *function) raiseHere(err ir.Expr) {
	if f.frame != nil {
		err = f.ofFrame("Raise", err)
	}
	f.failWith(err)
}

// fail raises err, an expression of type error that came from elsewhere, at this
// place.
func (f *function) fail(err ir.Expr) {
	if f.frame != nil {
		err = f.ofFrame("Trace", err)
	}
	f.failWith(err)
}

// at tells the frame before the statements from first on that they are those of
// s, if they can raise.
func (f *function) at(s ast.Stmt, first int) {
	if f.frame == nil || len(*f.block) <= first || !slices.ContainsFunc((*f.block)[first:], mayRaise) {
		return
	}
	switch s.(type) {
	case *ast.Try, *ast.TryStar:
		return
	}
	*f.block = slices.Insert(*f.block, first, f.atLine(s.Span().Start))
}

// atLine tells the frame which line runs, and, in programs that show it, what
// stands there.
func (f *function) atLine(offset int32) ir.Stmt {
	args := []ir.Expr{num(f.line(offset))}
	if f.program.uses.Has(api.SourceLines) {
		text := f.File.Text
		begin := strings.LastIndexByte(text[:offset], '\n') + 1
		line, _, _ := strings.Cut(text[begin:], "\n")
		args = append(args, str(strings.TrimSpace(line)))
	}
	return &ir.Do{X: f.ofFrame("At", args...)}
}

// turn tells the frame at the end of each turn of a loop that its header runs
// again, if that can raise.
func (f *function) turn(lp *loop) {
	if lp.header != nil && f.frame != nil && !terminates(*f.block) {
		f.emit(f.atLine(lp.header.Span().Start))
	}
}

// unframed is the body of the script without what is there for its frame, which
// nothing sees if all that the body does is to run a coroutine.
func unframed(block []ir.Stmt) []ir.Stmt {
	return slices.DeleteFunc(slices.Clone(block), func(s ir.Stmt) bool {
		switch s := s.(type) {
		case *ir.Let:
			return len(s.Vars) == 1 && s.Vars[0] != nil && s.Vars[0].Hint == "frame"
		case *ir.Defer:
			return true
		case *ir.Do:
			call, ok := s.X.(*ir.Call)
			if !ok {
				return false
			}
			at, ok := call.Fun.(*ir.Select)
			return ok && at.Name == "At"
		}
		return false
	})
}

// mayRaise reports whether the part of a statement that runs first can raise: the
// header of one that holds others.
func mayRaise(s ir.Stmt) bool {
	switch s := s.(type) {
	case *ir.If:
		return s.Init != nil && mayRaise(s.Init) || raises(s.Cond)
	case *ir.For:
		return s.Init != nil && mayRaise(s.Init) || s.Cond != nil && raises(s.Cond)
	case *ir.Range:
		return raises(s.X)
	case *ir.Block:
		return slices.ContainsFunc(s.Body, mayRaise)
	}
	return raises(s)
}

// raises reports whether a node holds what can raise, outside of function
// literals: a call, or an index, division or dereference.
func raises(n any) bool {
	found := false
	ir.Inspect(n, func(n any) bool {
		switch n := n.(type) {
		case *ir.FuncLit:
			return false
		case *ir.Call:
			q, ok := n.Fun.(*ir.Qual)
			found = found || !ok || q.Pkg != "fmt"
		case *ir.Index, *ir.SliceOf, *ir.Assert, *ir.FieldRef, *ir.MethodRef:
			found = true
		case *ir.Binary:
			found = found || n.Op == "/" || n.Op == "%"
		}
		return !found
	})
	return found
}
