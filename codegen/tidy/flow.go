package tidy

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// terminates reports whether a statement is a terminating statement in the
// sense of the Go specification.
func terminates(s ir.Stmt) bool {
	switch s := s.(type) {
	case *ir.Return:
		return true
	case *ir.Do:
		call, ok := s.X.(*ir.Call)
		if !ok {
			return false
		}
		if builtin, ok := call.Fun.(ir.Verbatim); ok {
			return builtin == "panic"
		}
		q, ok := call.Fun.(*ir.Qual)
		return ok && q.Pkg == "" && q.Name == "panic"
	case *ir.Block:
		return listTerminates(s.Body)
	case *ir.If:
		return len(s.Else) > 0 && listTerminates(s.Then) && listTerminates(s.Else)
	case *ir.For:
		return s.Cond == nil && !breaks(s.Body, s.Label)
	case *ir.Switch:
		return casesTerminate(s.Cases, s.Label)
	case *ir.TypeSwitch:
		return casesTerminate(s.Cases, nil)
	}
	return false
}

// listTerminates reports whether the list ends with a terminating statement.
func listTerminates(list []ir.Stmt) bool {
	for i := len(list) - 1; i >= 0; i-- {
		if _, comment := list[i].(*ir.Comment); !comment {
			return terminates(list[i])
		}
	}
	return false
}

func casesTerminate(cases []ir.Case, label *ir.Label) bool {
	hasDefault := false
	for _, c := range cases {
		if !listTerminates(c.Body) || breaks(c.Body, label) {
			return false
		}
		hasDefault = hasDefault || c.Values == nil
	}
	return hasDefault
}

// leaves reports whether nothing after the statement in its list is reached.
func leaves(s ir.Stmt) bool {
	switch s := s.(type) {
	case *ir.Break, *ir.Continue:
		return true
	case *ir.If:
		return len(s.Else) > 0 && listLeaves(s.Then) && listLeaves(s.Else)
	}
	return terminates(s)
}

// listLeaves reports whether the end of the list is not reached.
func listLeaves(list []ir.Stmt) bool {
	for i := len(list) - 1; i >= 0; i-- {
		if _, comment := list[i].(*ir.Comment); !comment {
			return leaves(list[i])
		}
	}
	return false
}

// breaks reports whether the body of a loop or switch has a break that leaves it.
func breaks(body []ir.Stmt, label *ir.Label) bool {
	found := false
	var visit func(list []ir.Stmt, nested bool)
	visit = func(list []ir.Stmt, nested bool) {
		for _, s := range list {
			if b, ok := s.(*ir.Break); ok && (b.Label == nil && !nested || b.Label != nil && b.Label == label) {
				found = true
			}
			ir.Slots(s, func(slot any) {
				if inner, ok := slot.(*[]ir.Stmt); ok {
					visit(*inner, nested || catchesBreak(s))
				}
			})
		}
	}
	visit(body, false)
	return found
}

// catchesBreak reports whether a break without a label in the statement leaves the statement.
func catchesBreak(s ir.Stmt) bool {
	switch s.(type) {
	case *ir.For, *ir.Range, *ir.Switch, *ir.TypeSwitch:
		return true
	}
	return false
}

// markLabels keeps the labels that some break or continue needs: one that
// leads to where it would go without a label does not.
func markLabels(list []ir.Stmt) {
	ir.Inspect(list, func(n any) bool {
		switch n := n.(type) {
		case *ir.For:
			unmark(n.Label)
		case *ir.Range:
			unmark(n.Label)
		case *ir.Switch:
			unmark(n.Label)
		}
		return true
	})
	markIn(list, nil, nil)
	eachFuncLit(list, func(lit *ir.FuncLit) { markIn(lit.Body, nil, nil) })
}

func unmark(l *ir.Label) {
	if l != nil {
		l.Used = false
	}
}

// markIn marks labels in a list; a break without a label leaves what
// breakLabel names, a continue goes on with what continueLabel names.
func markIn(list []ir.Stmt, breakLabel, continueLabel *ir.Label) {
	for _, s := range list {
		inBreak, inContinue := breakLabel, continueLabel
		switch s := s.(type) {
		case *ir.Break:
			s.Label = needed(s.Label, breakLabel)
		case *ir.Continue:
			s.Label = needed(s.Label, continueLabel)
		case *ir.For:
			inBreak, inContinue = s.Label, s.Label
		case *ir.Range:
			inBreak, inContinue = s.Label, s.Label
		case *ir.Switch:
			inBreak = s.Label
		case *ir.TypeSwitch:
			inBreak = nil
		}
		ir.Slots(s, func(slot any) {
			if inner, ok := slot.(*[]ir.Stmt); ok {
				markIn(*inner, inBreak, inContinue)
			}
		})
	}
}

// needed returns the label a branch must name, and marks it.
func needed(label, innermost *ir.Label) *ir.Label {
	if label == nil || label == innermost {
		return nil
	}
	label.Used = true
	return label
}

// endUnreachable ends the body of a function that has results, and whose end
// is never reached in a way that Go does not see, with a panic.
func endUnreachable(body []ir.Stmt, results []*ir.Var) []ir.Stmt {
	if len(results) == 0 || listTerminates(body) {
		return body
	}
	return append(body, &ir.Do{X: &ir.Call{
		Fun:  &ir.Qual{Name: "panic"},
		Args: []ir.Expr{&ir.Lit{Value: "unreachable"}},
	}})
}
