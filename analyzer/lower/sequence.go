package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// An iterator that is made only to be gone through where it stands needs no
// object: d.items() in a for loop is d.All(), and a generator expression that a
// function consumes at once is a loop before the call.

// sequence is the type of a lowered iter.Seq[Elem], or with Async of an
// iter.Seq2[Elem, error]. No expression has it.
type sequence struct {
	Elem  types.Type
	Async bool
}

func (t *sequence) String() string {
	if t.Async {
		return "async sequence[" + t.Elem.String() + "]"
	}
	return "sequence[" + t.Elem.String() + "]"
}

// isInline reports whether an expression makes an iterator that need not be made
// if it is gone through where it stands.
func (f *function) isInline(e ast.Expr) bool {
	it, ok := f.typeOf(e).(*types.Iterator)
	if !ok || it.Async {
		return false
	}
	switch e := e.(type) {
	case *ast.GeneratorExp:
		return true
	case *ast.Call:
		m, _ := f.libraryMatch(e)
		return m != nil && (m.Entry.Seq != "" || m.Entry.Seq2 != "")
	}
	return false
}

// sequenceOf lowers an inline iterator: a generator expression to the list of
// its elements as elem, a call to a Go sequence of its own elements.
func (f *function) sequenceOf(e ast.Expr, elem types.Type) value {
	it := f.typeOf(e).(*types.Iterator)
	if g, ok := e.(*ast.GeneratorExp); ok {
		f.program.inlined[g] = true
		return f.collected(g.Elt, g.Generators, &types.List{Elem: elem})
	}
	m, exprs := f.libraryMatch(e.(*ast.Call))
	if m.Entry.Seq2 != "" {
		return value{pyCall("Pairs", f.render(m, m.Entry.Seq2, f.holes(m, exprs))), &sequence{Elem: it.Elem}}
	}
	return value{f.render(m, m.Entry.Seq, f.holes(m, exprs)), &sequence{Elem: it.Elem}}
}

// iterateInline emits a loop over an inline iterator.
func (f *function) iterateInline(lp *loop, target, iterable ast.Expr, body func()) bool {
	call, ok := iterable.(*ast.Call)
	if !ok || !f.isInline(call) {
		return false
	}
	m, exprs := f.libraryMatch(call)
	pair, isPair := target.(*ast.Tuple)
	if m.Entry.Seq2 == "" || !isPair || len(pair.Elts) != 2 || hasStar(pair.Elts) {
		v := f.sequenceOf(call, f.typeOf(call).(*types.Iterator).Elem)
		f.rangeOver(lp, target, value{v.Expr, v.typ.(*sequence).Elem}, false, body)
		return true
	}
	elems := f.typeOf(call).(*types.Iterator).Elem.(*types.Tuple).Elems
	f.rangeOverPairs(lp, pair.Elts, f.render(m, m.Entry.Seq2, f.holes(m, exprs)), elems, body)
	return true
}

// rangeOverPairs emits for a, b := range seq.
func (f *function) rangeOverPairs(lp *loop, targets []ast.Expr, seq ir.Expr, elems []types.Type, body func()) {
	var items [2]*ir.Var
	var assigned []int
	for i, target := range targets {
		if name, ok := target.(*ast.Name); ok && f.class == nil && f.ownLoopVariable(lp, name, elems[i]) {
			items[i] = f.variable(f.Scope.Uses[name])
			f.program.loopVars[items[i]] = true
			continue
		}
		items[i] = f.temp(loopHint(target), elems[i])
		assigned = append(assigned, i)
	}
	f.emit(&ir.Range{Label: lp.label, Key: items[0], Value: items[1], X: seq, Body: f.within(func() {
		for _, i := range assigned {
			f.assignTo(targets[i], value{&ir.Ref{Var: items[i]}, elems[i]})
		}
		body()
	})})
}
