package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// forLoop lowers for and async for.
func (f *function) forLoop(target, iterable ast.Expr, body, orelse []ast.Stmt, async bool, n ast.Node) {
	lp := f.newLoop()
	lp.node = n
	if async || f.isAny(f.typeOf(iterable)) {
		lp.header = n
	}
	broken := f.elseFlag(lp, orelse)
	f.iterate(lp, target, iterable, async, func() {
		f.loops = append(f.loops, lp)
		f.statements(body)
		f.turn(lp)
		f.loops = f.loops[:len(f.loops)-1]
	})
	f.loopElse(broken, orelse)
}

// iterate emits a loop over an iterable that assigns each element to target
// and runs body.
func (f *function) iterate(lp *loop, target, iterable ast.Expr, async bool, body func()) {
	if async {
		f.takes(iterable, "async for", "py.ANext at each turn", "")
		f.asyncFor(lp, target, iterable, body)
		return
	}
	if f.countingLoop(lp, target, iterable, body) {
		f.takes(iterable, "for", "a counting loop", "")
		return
	}
	if f.iterateInline(lp, target, iterable, body) {
		f.takes(iterable, "for", "range over a Go sequence", "")
		return
	}
	var seq ir.Expr
	var elem types.Type
	_, isTuple := iterable.(*ast.Tuple)
	if items, ok := literalItems(iterable); ok && (isTuple || f.homogeneous(items) != nil) {
		if elem = f.homogeneous(items); elem == nil {
			elem = types.Any
		}
		seq = f.sliceLiteral(items, elem)
		f.takes(iterable, "for", "range over a slice", "")
		f.rangeOver(lp, target, value{seq, elem}, true, body)
		return
	}
	v, ok := f.specialIterate(iterable)
	if !ok {
		v = f.expr(iterable)
	}
	seq, elem = f.sequence(v)
	if f.isAny(v.typ) {
		f.takes(iterable, "for", "range over py.Iter", "what is gone through has no static type")
	} else {
		f.takes(iterable, "for", "range over a Go sequence", "")
	}
	f.rangeOver(lp, target, value{seq, elem}, false, body)
}

// literalItems returns the items of a list or tuple display without stars.
func literalItems(e ast.Expr) ([]ast.Expr, bool) {
	var items []ast.Expr
	switch e := e.(type) {
	case *ast.List:
		items = e.Elts
	case *ast.Tuple:
		items = e.Elts
	}
	for _, item := range items {
		if _, ok := item.(*ast.Starred); ok {
			return nil, false
		}
	}
	return items, len(items) > 0
}

// homogeneous returns the one static type of all items, or nil.
func (f *function) homogeneous(items []ast.Expr) types.Type {
	t := f.typeOf(items[0])
	for _, e := range items {
		if f.isAny(t) || t == types.None || !types.Equal(f.typeOf(e), t) {
			return nil
		}
	}
	return t
}

func (f *function) sliceLiteral(items []ast.Expr, elem types.Type) ir.Expr {
	lit := &ir.Composite{Type: &ir.Slice{Elem: f.goType(elem)}}
	for _, v := range f.operands(items...) {
		lit.Elems = append(lit.Elems, ir.Element{Value: f.to(elem, v)})
	}
	return lit
}

// sequence returns an iter.Seq over v's elements and their type.
func (f *function) sequence(v value) (ir.Expr, types.Type) {
	switch t := v.typ.(type) {
	case *sequence:
		return v.Expr, t.Elem
	case *types.List:
		return method(v.Expr, "All"), t.Elem
	case *types.Set:
		return method(v.Expr, "All"), t.Elem
	case *types.Dict:
		return method(v.Expr, "Keys"), t.Key
	case *types.Sequence:
		if !f.isAny(t.Elem) {
			return &ir.Call{Fun: py("TupleItems"), TypeArgs: []ir.Type{f.goType(t.Elem)}, Args: []ir.Expr{v.Expr}}, t.Elem
		}
	case *types.Library:
		if elem := api.SequenceElement(t); elem != nil {
			return method(v.Expr, "All"), elem
		}
	case types.Kind:
		if t == types.Str {
			return pyCall("StrIter", v.Expr), types.Str
		}
	}
	if f.isNewGenerator(v) {
		return pyCall("IterOnce", f.boxed(v)), types.Any
	}
	return pyCall("Iter", f.boxed(v)), types.Any
}

// isNewGenerator reports whether a value is a generator that a call has just
// made, so that nothing else refers to it.
func (f *function) isNewGenerator(v value) bool {
	if ref, isRef := v.Expr.(*ir.Ref); isRef {
		return f.program.fresh[ref.Var]
	}
	call, isCall := v.Expr.(*ir.Call)
	if !isCall {
		return false
	}
	if fun, isQual := call.Fun.(*ir.Qual); isQual && fun.Pkg == pyPath && fun.Name == "Owned" {
		return true
	}
	if fun, isSelect := call.Fun.(*ir.Select); isSelect && fun.Name == "Streams" {
		return true // a generator expression
	}
	t, isLibrary := v.typ.(*types.Library)
	if !isLibrary || t.Name != "generator" {
		return false
	}
	switch call.Fun.(type) {
	case *ir.FuncRef, *ir.MethodRef, *ir.Ref:
		return true
	}
	return false
}

// rangeOver emits for x := range seq. With slice, seq is a Go slice.
func (f *function) rangeOver(lp *loop, target ast.Expr, seq value, slice bool, body func()) {
	out := &ir.Range{Label: lp.label, X: seq.Expr}
	var item *ir.Var
	inside := func() {
		body()
	}
	if name, ok := target.(*ast.Name); ok && f.class == nil && f.ownLoopVariable(lp, name, seq.typ) {
		item = f.variable(f.Scope.Uses[name])
		f.program.loopVars[item] = true
	} else {
		item = f.temp(loopHint(target), seq.typ)
		inside = func() {
			f.assignTo(target, value{&ir.Ref{Var: item}, seq.typ})
			body()
		}
	}
	if slice {
		out.Value = item
	} else {
		out.Key = item
	}
	out.Body = f.within(inside)
	f.emit(out)
}

// loopHint names the variable of a loop whose target is no plain name.
func loopHint(target ast.Expr) string {
	if name, ok := target.(*ast.Name); ok {
		return name.Id + "_item"
	}
	return "item"
}

// ownLoopVariable reports whether the loop's target can be declared by the Go
// loop: Python's variable lives on after the loop, is shared by the closures
// made in it, and can be assigned elsewhere.
func (f *function) ownLoopVariable(lp *loop, name *ast.Name, elem types.Type) bool {
	sym := f.Scope.Uses[name]
	if f.program.uses.Has(api.Lifetimes) && refers(f.goType(elem)) {
		return false
	}
	if sym == nil || f.namespace(sym) != nil || f.program.bound[sym] != nil || sym.Assigned != 1 || sym.Captured || f.program.blockScope(sym.Scope) != f.scope || f.outer == nil && f.isGlobal(sym) {
		return false
	}
	return types.Equal(f.varType(sym), elem) && lp.holds(f.program.extents[sym])
}

// countingLoop lowers for i in range(...) over ints to a Go counting loop.
func (f *function) countingLoop(lp *loop, target, iterable ast.Expr, body func()) bool {
	call, ok := iterable.(*ast.Call)
	if !ok || len(call.Keywords) > 0 || len(call.Args) == 0 || len(call.Args) > 3 {
		return false
	}
	fn, ok := call.Func.(*ast.Name)
	if !ok || fn.Id != "range" || !f.isBuiltin(fn) {
		return false
	}
	for _, a := range call.Args {
		if f.typeOf(a) != types.Int {
			return false
		}
	}
	name, isName := target.(*ast.Name)
	step := int64(1)
	if len(call.Args) == 3 {
		if step, ok = intLiteral(call.Args[2]); ok && step == 0 {
			return false
		}
		if !ok {
			facts := f.program.facts
			if !facts.NonNegative(call.Args[2]) || !facts.Below(call.Args[1], 62) || !facts.Below(call.Args[2], 62) {
				return false
			}
			step = 0 // it is no literal
		}
	}
	args := f.operands(call.Args...)
	var i *ir.Var
	own := isName && f.class == nil && f.ownLoopVariable(lp, name, types.Int)
	if own {
		i = f.variable(f.Scope.Uses[name])
		f.program.loopVars[i] = true
	} else {
		i = f.temp(loopHint(target), types.Int)
	}
	inside := func() {
		if !own {
			f.assignTo(target, value{&ir.Ref{Var: i}, types.Int})
		}
		body()
	}
	if len(args) == 1 {
		f.emit(&ir.Range{Label: lp.label, Key: i, X: args[0].Expr, Body: f.within(inside)})
		return true
	}
	start, stop := args[0].Expr, args[1].Expr
	below := "<"
	if last, ok := lastOfRange(stop); ok && step >= 0 && f.isUnchanging(value{last, types.Int}) {
		stop, below = last, "<="
	} else if !isStableOperand(stop) && !f.isUnchanging(args[1]) {
		stop = f.let("stop", args[1]).Expr
	}
	op, update := below, &ir.Update{Target: &ir.Ref{Var: i}, Op: "+", Value: num(int(step))}
	switch step {
	case 0:
		update.Value = f.let("step", value{pyCall("RangeStep", args[2].Expr), types.Int}).Expr
	case 1:
		update.Value = nil
	}
	if step < 0 {
		op, update.Op, update.Value = ">", "-", num(int(-step))
		if step == -1 {
			update.Value = nil
		}
	}
	f.emit(&ir.For{
		Label: lp.label,
		Init:  &ir.Let{Vars: []*ir.Var{i}, Values: []ir.Expr{start}},
		Cond:  &ir.Binary{Op: op, X: &ir.Ref{Var: i}, Y: stop},
		Post:  update,
		Body:  f.within(inside),
	})
	return true
}

// lastOfRange returns n where a bound is n + 1.
func lastOfRange(stop ir.Expr) (ir.Expr, bool) {
	b, ok := stop.(*ir.Binary)
	if !ok || b.Op != "+" {
		return nil, false
	}
	one, ok := b.Y.(*ir.Lit)
	return b.X, ok && one.Value == 1
}

// isStableOperand reports whether a loop bound can be evaluated at every turn.
func isStableOperand(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Lit:
		return true
	case *ir.Binary:
		return isStableOperand(e.X) && isStableOperand(e.Y)
	}
	return false
}

func intLiteral(e ast.Expr) (int64, bool) {
	switch e := e.(type) {
	case *ast.Constant:
		n, ok := e.Value.(int64)
		return n, ok
	case *ast.UnaryOp:
		if e.Op == ast.USub {
			n, ok := intLiteral(e.Operand)
			return -n, ok
		}
	}
	return 0, false
}

// asyncFor emits the loop of async for over an expression. When the loop is
// left early and nothing else refers to the generator, CPython drops it there,
// and the event loop closes it.
func (f *function) asyncFor(lp *loop, target, iterable ast.Expr, body func()) {
	source := f.expr(iterable)
	if seq, ok := source.typ.(*sequence); ok {
		f.overSequence(lp, target, source.Expr, seq.Elem, body)
		return
	}
	_, sole := f.soleGenerators(iterable)
	if (sole || f.asyncGenerator(iterable) != nil) && !f.program.uses.Has(api.Handled) && !f.iterableCleansUp(iterable, map[ast.Node]bool{}) {
		f.streamAsync(lp, target, source, body)
		return
	}
	if !isTemporary(source.Expr) || !f.cleansUp(iterable) {
		f.iterateAsync(lp, target, source, false, body)
		return
	}
	if !f.insideLoop() {
		it := f.iterateAsync(lp, target, source, true, body)
		f.emit(&ir.Do{X: aioCall("DropAsyncGenerator", it)})
		return
	}
	// A deferred call in a loop would wait for the end of the function.
	lp.captures++
	lit, c := f.capturing(func() { f.iterateAsync(lp, target, source, true, body) })
	err := &ir.Var{Hint: "err", Type: ir.Error}
	f.emit(&ir.Let{Vars: []*ir.Var{err}, Values: []ir.Expr{&ir.Call{Fun: lit}}})
	f.failOn(err)
	f.carryOn(c, true)
}

// insideLoop reports whether a loop is around the place in its Go function.
func (f *function) insideLoop() bool {
	for _, lp := range f.loops {
		if lp.captures >= len(f.captures) {
			return true
		}
	}
	return false
}

// cleansUp reports whether closing the asynchronous generator that an expression
// makes can do anything that shows.
func (f *function) cleansUp(e ast.Expr) bool {
	if _, isObject := f.typeOf(e).(*types.Instance); isObject {
		return false
	}
	d := f.asyncGenerator(e)
	return d == nil || f.generatorCleansUp(d, map[ast.Node]bool{})
}

// iterateAsync emits the loop of async for over a value, whose iterator it
// returns: __anext__ is awaited at each turn. dropped says that only the loop
// holds the iterator.
func (f *function) iterateAsync(lp *loop, target ast.Expr, iterable value, dropped bool, body func()) ir.Expr {
	it := f.let("it", value{pyCall("AIter", f.boxed(iterable)), types.Any})
	if dropped {
		f.emit(&ir.Defer{X: aioCall("DropAsyncGenerator", it.Expr)})
	}
	f.emit(&ir.For{Label: lp.label, Body: f.within(func() {
		item := &ir.Var{Hint: loopHint(target), Type: ir.Any}
		ok := &ir.Var{Hint: "ok", Type: ir.Bool}
		err := &ir.Var{Hint: "err", Type: ir.Error}
		f.emit(&ir.Let{Vars: []*ir.Var{item, ok, err}, Values: []ir.Expr{pyCall("ANext", f.context(), it.Expr)}})
		f.failOn(err)
		f.emit(&ir.If{Cond: not(&ir.Ref{Var: ok}), Then: []ir.Stmt{&ir.Break{}}})
		f.assignTo(target, value{&ir.Ref{Var: item}, types.Any})
		body()
	})})
	return it.Expr
}

// isTemporary reports whether nothing but the loop refers to the iterated object.
func isTemporary(e ir.Expr) bool {
	call, ok := e.(*ir.Call)
	if !ok {
		return false
	}
	fun, isRuntime := call.Fun.(*ir.Qual)
	return !isRuntime || fun.Name != "GetAttr" && fun.Name != "GetItem"
}

// context is the context.Context of the code being lowered.
func (f *function) context() ir.Expr {
	for g := f; g != nil; g = g.outer {
		if g.ctx != nil {
			return &ir.Ref{Var: g.ctx}
		}
		if _, isComprehension := g.node.(ast.Expr); !isComprehension {
			break
		}
	}
	return aioCall("Context")
}
