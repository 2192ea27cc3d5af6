// Package tidy rewrites a program, statement by statement, into what a careful
// Go programmer would have left: nothing that is unused or unreachable, no
// detour where Go has a straight form. It changes no behaviour.
//
// Its rewrites are small and independent; each is a function of one statement
// list or one expression. They run until none applies, so each can rely on the
// others to finish what it starts.
package tidy

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// Program tidies all declarations of the program in place.
func Program(prog *ir.Program) {
	var decls []*ir.FuncDecl
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			ir.RewriteExprs(d, simplifyExpr)
			if d, ok := d.(*ir.FuncDecl); ok {
				decls = append(decls, d)
			}
		}
	}
	otherwise := otherResults(prog)
	for _, d := range decls {
		function(d, otherwise)
	}
	dropUnusedGlobals(prog)
	foldConstants(prog)
}

// maxRounds bounds the rounds over one function; each makes it smaller, so the
// bound is only for safety.
const maxRounds = 20

// function tidies the body of a function.
func function(d *ir.FuncDecl, otherwise map[*ir.Func]bool) {
	for range maxRounds {
		t := &tidier{otherwise: otherwise}
		d.Body = t.body(d.Body, d.Results)
		if dropUnused(d) || dropCopies(d) {
			t.changed = true
		}
		if !t.changed {
			break
		}
	}
	mergeErrors(d.Body, namedError(d.Results))
	eachFuncLit(d.Body, func(lit *ir.FuncLit) { mergeErrors(lit.Body, namedError(lit.Results)) })
	wholeFloats(d.Body)
	markLabels(d.Body)
	d.Body = endUnreachable(d.Body, d.Results)
	eachFuncLit(d.Body, func(lit *ir.FuncLit) { lit.Body = endUnreachable(lit.Body, lit.Results) })
}

// tidier is one round over one function.
type tidier struct {
	changed bool
	results []*ir.Var // of the innermost function

	otherwise map[*ir.Func]bool // functions whose result is no plain error
}

// body tidies the body of a function with the given results.
func (t *tidier) body(list []ir.Stmt, results []*ir.Var) []ir.Stmt {
	defer func(was []*ir.Var) { t.results = was }(t.results)
	t.results = results
	list = t.list(list)
	if n := len(list); n > 0 {
		if ret, ok := list[n-1].(*ir.Return); ok && len(ret.Values) == 0 && !commented(&ret.Meta) {
			list = list[:n-1]
			t.changed = true
		}
	}
	return t.tail(list)
}

// list tidies the statements of one block, after those in them.
func (t *tidier) list(list []ir.Stmt) []ir.Stmt {
	for _, s := range list {
		t.inner(s)
	}
	for _, r := range rewrites {
		list = t.try(r, list)
	}
	return t.straighten(t.try(t.carryIntoArms, list))
}

// try tries a rewrite at each place of a list.
func (t *tidier) try(r rewrite, list []ir.Stmt) []ir.Stmt {
	for i := 0; i < len(list); i++ {
		if with, n := r(list[i:]); n > 0 {
			list = slices.Replace(slices.Clone(list), i, i+n, with...)
			t.changed = true
		}
	}
	return list
}

// inner tidies the blocks and function literals in a statement.
func (t *tidier) inner(n any) {
	ir.Slots(n, func(slot any) {
		switch slot := slot.(type) {
		case *ir.Expr:
			if lit, ok := (*slot).(*ir.FuncLit); ok {
				lit.Body = t.body(lit.Body, lit.Results)
				return
			}
			t.inner(*slot)
		case *ir.Stmt:
			t.inner(*slot)
		case *[]ir.Stmt:
			if chain := elseIf(n, slot); chain != nil {
				t.inner(chain)
				return
			}
			*slot = t.list(*slot)
		}
	})
}

// elseIf returns the if statement of an else if, when body is the else of n
// and holds nothing more. It has to stay alone there.
func elseIf(n any, body *[]ir.Stmt) *ir.If {
	s, ok := n.(*ir.If)
	if !ok || body != &s.Else || len(s.Else) != 1 {
		return nil
	}
	next, _ := s.Else[0].(*ir.If)
	return next
}

// eachFuncLit visits all function literals below a statement list.
func eachFuncLit(list []ir.Stmt, visit func(*ir.FuncLit)) {
	ir.Inspect(list, func(n any) bool {
		if lit, ok := n.(*ir.FuncLit); ok {
			visit(lit)
		}
		return true
	})
}

// commented reports whether comments hang on a statement.
func commented(m *ir.Meta) bool { return len(m.Lead) > 0 || m.Trail != "" }

// inherit gives the comments and place of a statement to the one that replaces it.
func inherit(to, from *ir.Meta) {
	to.Lead = append(append([]string{}, from.Lead...), to.Lead...)
	if to.Trail == "" {
		to.Trail = from.Trail
	} else if from.Trail != "" {
		to.Lead = append(to.Lead, from.Trail)
	}
	to.Spaced = from.Spaced
	to.Range = from.Range
}
