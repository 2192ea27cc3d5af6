package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Control flow that leaves a body which had to become a Go closure (the body
// of try and with) is carried out of it by flags: the closure sets the flag and
// returns, and what follows the closure tests it.

// capture is a closure around the statements being lowered. Its flags are
// declared just before it: those of return by the outermost capture of the
// function, those of a loop by the outermost capture within the loop, so that
// every turn of the loop begins with new ones.
type capture struct {
	declared []ir.Stmt
	returned *ir.Var
	result   *ir.Var
	left     map[*loop]*ir.Var
	resumed  map[*loop]*ir.Var
	returns  bool           // a return in it leaves the function
	leaves   map[*loop]bool // loops that a break in it leaves
	resumes  map[*loop]bool // loops that a continue in it goes on with
	ends     bool           // control does not reach the end of its statements
}

// loop is a loop of the function being lowered.
type loop struct {
	node     ast.Node // the statement; nil for a comprehension, whose variables are its own
	label    *ir.Label
	captures int      // captures of the function when it began
	switches int      // Go switches between it and the statement being lowered
	broken   *ir.Var  // set by break where the loop has an else
	header   ast.Node // what each turn runs again and can raise; nil if it cannot
}

// holds reports whether all uses of a variable lie within the loop.
func (lp *loop) holds(uses source.Range) bool {
	return lp.node == nil || lp.node.Span().Contains(uses)
}

// capturing lowers body as the body of a closure that returns an error. Call
// carryOn once the error has been dealt with.
func (f *function) capturing(body func()) (lit *ir.FuncLit, c *capture) {
	c = &capture{
		left: map[*loop]*ir.Var{}, resumed: map[*loop]*ir.Var{},
		leaves: map[*loop]bool{}, resumes: map[*loop]bool{},
	}
	f.captures = append(f.captures, c)
	block := f.within(body)
	f.captures = f.captures[:len(f.captures)-1]
	c.ends = terminates(block)
	if !c.ends {
		block = append(block, &ir.Return{Values: []ir.Expr{&ir.Lit{}}})
	}
	*f.block = append(*f.block, c.declared...)
	lit = &ir.FuncLit{Results: []*ir.Var{{Type: ir.Error}}, Body: block}
	return lit, c
}

// carryOn emits, after a closure, what carries on a return, break or continue
// out of it. With sure, control gets there only if the closure ran to its end.
func (f *function) carryOn(c *capture, sure bool) {
	if sure && c.ends && c.returns && len(c.leaves)+len(c.resumes) == 0 {
		f.leaveFunction(c)
		return
	}
	if c.returns {
		f.emit(&ir.If{Cond: &ir.Ref{Var: f.outermost(c).returned}, Then: f.within(func() { f.leaveFunction(c) })})
	}
	for i := len(f.loops) - 1; i >= 0; i-- {
		lp := f.loops[i]
		if c.leaves[lp] {
			f.emit(&ir.If{Cond: &ir.Ref{Var: f.loopCapture(lp, c).left[lp]}, Then: f.within(func() { f.leave(lp) })})
		}
		if c.resumes[lp] {
			f.emit(&ir.If{Cond: &ir.Ref{Var: f.loopCapture(lp, c).resumed[lp]}, Then: f.within(func() { f.resume(lp) })})
		}
	}
}

// outermost returns the capture that declares the flags of return, where c is
// the innermost one.
func (f *function) outermost(c *capture) *capture {
	if len(f.captures) > 0 {
		return f.captures[0]
	}
	return c
}

// loopCapture returns the capture that declares the flags of lp, where c is the
// innermost one.
func (f *function) loopCapture(lp *loop, c *capture) *capture {
	if len(f.captures) > lp.captures {
		return f.captures[lp.captures]
	}
	return c
}

// leaveFunction returns what a captured return statement has stored.
func (f *function) leaveFunction(c *capture) {
	if n := len(f.captures); n > 0 {
		f.captures[n-1].returns = true
		f.emit(&ir.Return{Values: []ir.Expr{&ir.Lit{}}})
		return
	}
	var values []ir.Expr
	if f.result != nil {
		values = append(values, &ir.Ref{Var: c.result})
	}
	if f.fails && f.gives == nil {
		values = append(values, &ir.Lit{})
	}
	f.emit(&ir.Return{Values: values})
}

// returnValue lowers return v.
func (f *function) returnValue(v value) {
	n := len(f.captures)
	if n == 0 {
		f.emit(&ir.Return{Values: f.returned(v)})
		return
	}
	c := f.captures[0]
	if c.returned == nil {
		c.returned = &ir.Var{Hint: "returned", Type: ir.Bool}
		c.declared = append(c.declared, &ir.Declare{Var: c.returned})
		if f.result != nil {
			c.result = &ir.Var{Hint: "result", Type: f.goType(f.result)}
			c.declared = append(c.declared, &ir.Declare{Var: c.result})
		}
	}
	if f.result != nil {
		f.assign(&ir.Ref{Var: c.result}, f.to(f.result, v))
	} else {
		f.effect(v)
	}
	f.assign(&ir.Ref{Var: c.returned}, &ir.Lit{Value: true})
	f.captures[n-1].returns = true
	f.emit(&ir.Return{Values: []ir.Expr{&ir.Lit{}}})
}

// returned is the list of values that a return statement of the Go function gives.
func (f *function) returned(v value) []ir.Expr {
	var values []ir.Expr
	if f.result != nil {
		values = append(values, f.to(f.result, v))
	} else {
		f.effect(v)
	}
	if f.fails && f.gives == nil {
		values = append(values, &ir.Lit{})
	}
	return values
}

// failWith returns err, an expression of type error, or panics with it.
func (f *function) failWith(err ir.Expr) {
	switch {
	case len(f.captures) > 0:
		f.emit(&ir.Return{Values: []ir.Expr{err}})
	case f.fails && f.gives != nil:
		f.giveError(err)
	case f.fails:
		var values []ir.Expr
		if f.result != nil {
			values = append(values, f.zero(f.result))
		}
		f.emit(&ir.Return{Values: append(values, err)})
	default:
		f.panics()
		f.emit(&ir.Do{X: &ir.Call{Fun: ir.Verbatim("panic"), Args: []ir.Expr{err}}})
	}
}

// canFail reports whether an error can be returned here.
func (f *function) canFail() bool { return f.fails || len(f.captures) > 0 }

// zero is the zero value of the Go type that carries t.
func (f *function) zero(t types.Type) ir.Expr {
	if i, ok := t.(*types.Instance); ok && i.Enum {
		if f.classFacts(i.Class).Enum.Text {
			return str("")
		}
		return num(0)
	}
	switch g := f.goType(t).(type) {
	case ir.Basic:
		switch g {
		case ir.Bool:
			return &ir.Lit{Value: false}
		case ir.Int, ir.Float, "complex128":
			return num(0)
		case ir.String:
			return str("")
		}
	case *ir.Named:
		if g.Name == "Bytes" {
			return str("")
		}
		if g.Name == "None" || f.isStruct(t) {
			return &ir.Composite{Type: g}
		}
	}
	return &ir.Lit{}
}

// failOn emits if err != nil { fail }.
func (f *function) failOn(err *ir.Var) {
	f.emit(&ir.If{Cond: isNotNil(err), Then: f.within(func() { f.fail(&ir.Ref{Var: err}) })})
}

func isNotNil(v *ir.Var) ir.Expr { return &ir.Binary{Op: "!=", X: &ir.Ref{Var: v}, Y: &ir.Lit{}} }

// fallible lowers a call that returns (T, error), or only an error when t is
// nil, and gives its value.
func (f *function) fallible(call ir.Expr, t types.Type, hint string) value {
	if !f.canFail() {
		f.panics()
		if t == nil {
			f.emit(&ir.Do{X: pyCall("Check", call)})
			return none
		}
		return value{pyCall("Must", call), t}
	}
	err := &ir.Var{Hint: "err", Type: ir.Error}
	if t == nil {
		f.emit(&ir.If{
			Init: &ir.Let{Vars: []*ir.Var{err}, Values: []ir.Expr{call}},
			Cond: isNotNil(err), Then: f.within(func() { f.fail(&ir.Ref{Var: err}) }),
		})
		return none
	}
	v := &ir.Var{Hint: hint, Type: f.goType(t)}
	f.emit(&ir.Let{Vars: []*ir.Var{v, err}, Values: []ir.Expr{call}})
	f.failOn(err)
	return value{&ir.Ref{Var: v}, t}
}

// fallibleMany lowers a call that returns the elements of a tuple one by one,
// and then an error.
func (f *function) fallibleMany(call ir.Expr, t *types.Tuple, hints []string) value {
	let, tuple := f.manyResults(call, t, hints)
	err := &ir.Var{Hint: "err", Type: ir.Error}
	let.Vars = append(let.Vars, err)
	if f.canFail() {
		f.failOn(err)
	} else {
		f.panics()
		f.emit(&ir.Do{X: pyCall("Check", &ir.Ref{Var: err})})
	}
	return tuple
}

// manyResults emits a call that returns the elements of a tuple one by one.
func (f *function) manyResults(call ir.Expr, t *types.Tuple, hints []string) (*ir.Let, value) {
	let := &ir.Let{Values: []ir.Expr{call}}
	tuple := &ir.Composite{Type: f.goType(t)}
	for i, elem := range t.Elems {
		v := &ir.Var{Hint: hints[i], Type: f.goType(elem)}
		let.Vars = append(let.Vars, v)
		tuple.Elems = append(tuple.Elems, ir.Element{Value: &ir.Ref{Var: v}})
	}
	f.program.many[tuple] = true
	f.emit(let)
	return let, value{tuple, t}
}

// fallibleNone lowers a call that returns (asyncio.None, error).
func (f *function) fallibleNone(call ir.Expr) value {
	if !f.canFail() {
		f.panics()
		f.emit(&ir.Do{X: pyCall("Must", call)})
		return none
	}
	f.fallibleUnused(call, 1)
	return none
}

// fallibleUnused lowers a call that returns n results that nothing uses, and an error.
func (f *function) fallibleUnused(call ir.Expr, n int) {
	err := &ir.Var{Hint: "err", Type: ir.Error}
	let := &ir.Let{Vars: append(make([]*ir.Var, n), err), Values: []ir.Expr{call}}
	if !f.canFail() {
		f.panics()
		f.emit(let)
		f.emit(&ir.Do{X: pyCall("Check", &ir.Ref{Var: err})})
		return
	}
	f.emit(&ir.If{Init: let, Cond: isNotNil(err), Then: f.within(func() { f.fail(&ir.Ref{Var: err}) })})
}

// discards reports whether nothing uses the value of a call, or of awaiting it.
func (f *function) discards(e *ast.Call) bool {
	await, ok := f.discard.(*ast.Await)
	return f.discard == ast.Expr(e) || ok && await.Value == ast.Expr(e)
}

// breakLoop lowers break.
func (f *function) breakLoop() {
	lp := f.loops[len(f.loops)-1]
	if lp.broken != nil {
		f.assign(&ir.Ref{Var: lp.broken}, &ir.Lit{Value: true})
	}
	f.leave(lp)
}

// leave goes to the end of a loop, out of the closures between.
func (f *function) leave(lp *loop) {
	if n := len(f.captures); n > lp.captures {
		c := f.captures[lp.captures]
		f.flag(c, c.left, lp, "broke")
		f.captures[n-1].leaves[lp] = true
		f.emit(&ir.Return{Values: []ir.Expr{&ir.Lit{}}})
		return
	}
	s := &ir.Break{}
	if lp.switches > 0 || lp != f.loops[len(f.loops)-1] {
		s.Label = lp.label
	}
	f.emit(s)
}

// continueLoop lowers continue.
func (f *function) continueLoop() { f.resume(f.loops[len(f.loops)-1]) }

func (f *function) resume(lp *loop) {
	f.turn(lp)
	if n := len(f.captures); n > lp.captures {
		c := f.captures[lp.captures]
		f.flag(c, c.resumed, lp, "again")
		f.captures[n-1].resumes[lp] = true
		f.emit(&ir.Return{Values: []ir.Expr{&ir.Lit{}}})
		return
	}
	s := &ir.Continue{}
	if lp != f.loops[len(f.loops)-1] {
		s.Label = lp.label
	}
	f.emit(s)
}

// flag sets a capture's flag for a loop.
func (f *function) flag(c *capture, flags map[*loop]*ir.Var, lp *loop, hint string) {
	v := flags[lp]
	if v == nil {
		v = &ir.Var{Hint: hint, Type: ir.Bool}
		flags[lp] = v
		c.declared = append(c.declared, &ir.Declare{Var: v})
	}
	f.assign(&ir.Ref{Var: v}, &ir.Lit{Value: true})
}

func (f *function) assign(target, v ir.Expr) {
	f.emit(&ir.Assign{Targets: []ir.Expr{target}, Values: []ir.Expr{v}})
}

// effect evaluates v only for its side effect.
func (f *function) effect(v value) {
	switch x := v.Expr.(type) {
	case *ir.Call:
		f.emit(&ir.Do{X: x})
	case *ir.Lit, *ir.Ref, *ir.FuncRef, ir.Verbatim, *ir.Qual, nil:
	default:
		f.emit(&ir.Assign{Targets: []ir.Expr{nil}, Values: []ir.Expr{x}})
	}
}

// terminates reports whether control cannot leave the end of a block.
func terminates(block []ir.Stmt) bool {
	if len(block) == 0 {
		return false
	}
	switch s := block[len(block)-1].(type) {
	case *ir.Return, *ir.Break, *ir.Continue:
		return true
	case *ir.Do:
		call, ok := s.X.(*ir.Call)
		return ok && call.Fun == ir.Verbatim("panic")
	case *ir.If:
		return s.Else != nil && terminates(s.Then) && terminates(s.Else)
	case *ir.Block:
		return terminates(s.Body)
	case *ir.For:
		return s.Cond == nil && s.Init == nil && !breaksOut(s.Body, s.Label, true)
	}
	return false
}

// breaksOut reports whether a break in block leaves the loop labelled label.
// direct tells that a break without a label leaves it.
func breaksOut(block []ir.Stmt, label *ir.Label, direct bool) bool {
	for _, s := range block {
		switch s := s.(type) {
		case *ir.Break:
			if direct && s.Label == nil || s.Label != nil && s.Label == label {
				return true
			}
		case *ir.If:
			if breaksOut(s.Then, label, direct) || breaksOut(s.Else, label, direct) {
				return true
			}
		case *ir.Block:
			if breaksOut(s.Body, label, direct) {
				return true
			}
		case *ir.For:
			if breaksOut(s.Body, label, false) {
				return true
			}
		case *ir.Range:
			if breaksOut(s.Body, label, false) {
				return true
			}
		case *ir.Switch:
			for _, c := range s.Cases {
				if breaksOut(c.Body, label, false) {
					return true
				}
			}
		}
	}
	return false
}
