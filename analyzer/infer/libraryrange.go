package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// resultBits bounds the int that a call gives.
func (f *function) resultBits(m *api.Match, args []ast.Expr) int {
	switch m.Entry.Bits {
	case 0:
		return 63
	case api.OfArguments:
		return f.bitsOf(args)
	case api.SumOfElements:
		elem := 1
		if i, ok := f.element(f.facts.exprs[args[0]]).(integer); ok {
			elem = i.bits
		}
		if elem > 30 {
			return wide
		}
		return elem + 32
	}
	return m.Entry.Bits
}

// bitsOf bounds the ints among some expressions.
func (f *function) bitsOf(exprs []ast.Expr) int {
	bits := 1
	for _, e := range exprs {
		if i, ok := known(f.facts.exprs[e]).(integer); ok {
			bits = max(bits, i.bits)
		}
	}
	return bits
}

// resultNonneg reports whether the int that a call gives is never negative.
func (f *function) resultNonneg(m *api.Match, args []ast.Expr) bool {
	nonneg := len(args) > 0
	for _, e := range args {
		t := known(f.facts.exprs[e])
		if m.Entry.Bits == api.SumOfElements {
			t = known(f.element(t))
		}
		i, ok := t.(integer)
		nonneg = nonneg && (ok && i.nonneg || t == types.Bool)
	}
	return m.Entry.NonNegative || nonneg && (m.Entry.Bits == api.OfArguments || m.Entry.Bits == api.SumOfElements)
}

// rangeElement bounds the numbers of range(args...).
func (f *function) rangeElement(args []ast.Expr) integer {
	nonneg := true
	if len(args) > 1 {
		start, ok := known(f.facts.exprs[args[0]]).(integer)
		nonneg = ok && start.nonneg
	}
	if len(args) > 2 {
		step, ok := index(args[2])
		nonneg = nonneg && ok && step > 0
	}
	return integer{f.bitsOf(args), nonneg}
}
