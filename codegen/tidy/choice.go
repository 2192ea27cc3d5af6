package tidy

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// carryIntoArms lets the arms of an if give what they choose to where it goes,
// without a variable between, as Python's conditional expressions become:
//
//	var value string
//	if test {
//		value = a
//	} else {
//		value = b
//	}
//	return value
func (t *tidier) carryIntoArms(list []ir.Stmt) ([]ir.Stmt, int) {
	if len(list) < 3 {
		return nil, 0
	}
	d, ok := list[0].(*ir.Declare)
	if !ok || d.Value != nil || d.Var == nil || d.Var.Global {
		return nil, 0
	}
	choice, ok := list[1].(*ir.If)
	if !ok || !chooses(choice, d.Var) || mentions(list[3:], d.Var) {
		return nil, 0
	}
	switch use := list[2].(type) {
	case *ir.Let:
		if len(use.Vars) != 1 || use.Vars[0] == nil || !isRef(use.Values[0], d.Var) || !ir.Identical(d.Var.Type, use.Vars[0].Type) {
			return nil, 0
		}
		declare := &ir.Declare{Meta: use.Meta, Var: use.Vars[0]}
		inherit(&declare.Meta, &d.Meta)
		eachChosen(choice, func(a *ir.Assign) ir.Stmt {
			a.Targets[0] = &ir.Ref{Var: declare.Var}
			return a
		})
		return append([]ir.Stmt{declare}, overridden(declare, choice)...), 3
	case *ir.Assign:
		if len(use.Targets) != 1 || use.Boxes || !isRef(use.Values[0], d.Var) ||
			!isPlace(use.Targets[0], d.Var) || !ir.Identical(evidentType(use.Targets[0]), d.Var.Type) {
			return nil, 0
		}
		eachChosen(choice, func(a *ir.Assign) ir.Stmt {
			a.Targets[0] = samePlace(use.Targets[0])
			return a
		})
		inherit(&choice.Meta, &use.Meta)
	case *ir.Return:
		at := returned(use, d.Var)
		if at < 0 || len(use.Values) != len(t.results) || !ir.Identical(t.results[at].Type, d.Var.Type) {
			return nil, 0
		}
		eachChosen(choice, func(a *ir.Assign) ir.Stmt {
			values := append([]ir.Expr{}, use.Values...)
			values[at] = a.Values[0]
			return &ir.Return{Meta: a.Meta, Values: values}
		})
		inherit(&choice.Meta, &use.Meta)
	default:
		return nil, 0
	}
	inherit(&choice.Meta, &d.Meta)
	return []ir.Stmt{choice}, 3
}

// chooses reports whether each arm of an if ends with giving the variable a
// value and does not mention it else.
func chooses(s *ir.If, v *ir.Var) bool {
	return !mentions(s.Cond, v) && (s.Init == nil || !mentions(s.Init, v)) && armChooses(s.Then, v) && armChooses(s.Else, v)
}

func armChooses(list []ir.Stmt, v *ir.Var) bool {
	if len(list) == 0 || mentions(list[:len(list)-1], v) {
		return false
	}
	switch last := list[len(list)-1].(type) {
	case *ir.Assign:
		return assigns(last, v)
	case *ir.If:
		return chooses(last, v)
	}
	return false
}

// eachChosen replaces the assignments at the ends of the arms.
func eachChosen(s *ir.If, replace func(*ir.Assign) ir.Stmt) {
	for _, arm := range [][]ir.Stmt{s.Then, s.Else} {
		switch last := arm[len(arm)-1].(type) {
		case *ir.Assign:
			arm[len(arm)-1] = replace(last)
		case *ir.If:
			eachChosen(last, replace)
		}
	}
}

// overridden lets the declaration give the literal of the else arm, so that
// only the other case remains to be handled.
func overridden(d *ir.Declare, choice *ir.If) []ir.Stmt {
	if len(choice.Else) != 1 {
		return []ir.Stmt{choice}
	}
	a, ok := choice.Else[0].(*ir.Assign)
	if !ok || commented(&a.Meta) {
		return []ir.Stmt{choice}
	}
	if lit, ok := a.Values[0].(*ir.Lit); !ok || !ir.Identical(evidentType(lit), d.Var.Type) {
		return []ir.Stmt{choice}
	}
	d.Value, choice.Else = a.Values[0], nil
	return []ir.Stmt{choice}
}

// isPlace reports whether an expression is a variable, or a field of one, other
// than v: it means the same whenever it is evaluated.
func isPlace(e ir.Expr, v *ir.Var) bool {
	switch e := e.(type) {
	case *ir.Ref:
		return e.Var != v
	case *ir.FieldRef:
		return isPlace(e.X, v)
	}
	return false
}

// samePlace copies an expression for which isPlace holds.
func samePlace(e ir.Expr) ir.Expr {
	if field, ok := e.(*ir.FieldRef); ok {
		again := *field
		again.X = samePlace(field.X)
		return &again
	}
	return &ir.Ref{Var: e.(*ir.Ref).Var}
}

// returned finds the variable among the values of a return statement that are
// else literals; -1 if it is not so.
func returned(s *ir.Return, v *ir.Var) int {
	at := -1
	for i, e := range s.Values {
		if _, isLit := e.(*ir.Lit); !isLit && !isRef(e, v) {
			return -1
		}
		if isRef(e, v) {
			at = i
		}
	}
	return at
}

// chainCases writes a switch that only is a block to break out of, as match
// statements become, as else-if where each case is an if of its own:
//
//	switch {
//	default:
//		if a {
//			f()
//			break
//		}
//		if b {
//			g()
//			break
//		}
//	}
func chainCases(list []ir.Stmt) ([]ir.Stmt, int) {
	s, ok := list[0].(*ir.Switch)
	if !ok || s.Init != nil || s.Tag != nil || len(s.Cases) != 1 || s.Cases[0].Values != nil || commented(&s.Meta) {
		return nil, 0
	}
	body := s.Cases[0].Body
	first := slices.IndexFunc(body, isIf)
	if first < 0 || breaks(body[:first], s.Label) {
		return nil, 0
	}
	cases := elseIfs(body[first:], s.Label)
	if cases == nil {
		return nil, 0
	}
	return append(slices.Clone(body[:first]), cases...), 1
}

func isIf(s ir.Stmt) bool {
	_, ok := s.(*ir.If)
	return ok
}

// elseIfs makes a chain of the ifs that each end with a break out of the block
// around them; nil if they are not such ifs. What follows the last if is the else.
func elseIfs(list []ir.Stmt, label *ir.Label) []ir.Stmt {
	s, ok := list[0].(*ir.If)
	if !ok {
		if list = withoutBreak(list, label); breaks(list, label) {
			return nil
		}
		return list
	}
	rest := list[1:]
	if len(rest) == 0 {
		dropEndBreaks(list, label)
	}
	then := withoutBreak(s.Then, label)
	if len(s.Else) > 0 || breaks(then, label) {
		return nil
	}
	stays := len(then) == len(s.Then) && !listLeaves(then)
	if len(rest) == 0 {
		return []ir.Stmt{&ir.If{Meta: s.Meta, Init: s.Init, Cond: s.Cond, Then: then}}
	}
	following := elseIfs(rest, label)
	switch {
	case stays || following == nil:
		return nil
	case len(then) == len(s.Then):
		return append([]ir.Stmt{s}, following...)
	}
	return []ir.Stmt{&ir.If{Meta: s.Meta, Init: s.Init, Cond: s.Cond, Then: then, Else: following}}
}

// dropBreak removes the breaks that end the cases of a switch.
func dropBreak(list []ir.Stmt) ([]ir.Stmt, int) {
	var cases []ir.Case
	var label *ir.Label
	switch s := list[0].(type) {
	case *ir.Switch:
		cases, label = s.Cases, s.Label
	case *ir.TypeSwitch:
		cases = s.Cases
	}
	changed := false
	for i := range cases {
		body := withoutBreak(cases[i].Body, label)
		changed = dropEndBreaks(body, label) || changed || len(body) < len(cases[i].Body)
		cases[i].Body = body
	}
	if !changed {
		return nil, 0
	}
	return list[:1], 1
}

// dropEndBreaks removes the breaks that end the arms of an if at the end of a
// case, and reports whether there were any.
func dropEndBreaks(list []ir.Stmt, label *ir.Label) bool {
	if len(list) == 0 {
		return false
	}
	s, ok := list[len(list)-1].(*ir.If)
	if !ok {
		return false
	}
	changed := false
	for _, arm := range []*[]ir.Stmt{&s.Then, &s.Else} {
		kept := withoutBreak(*arm, label)
		if len(kept) == 0 {
			continue // an arm needs something
		}
		changed = dropEndBreaks(kept, label) || changed || len(kept) < len(*arm)
		*arm = kept
	}
	return changed
}

// withoutBreak is a list without the break at its end that leaves a switch with
// a label, which may be nil.
func withoutBreak(list []ir.Stmt, label *ir.Label) []ir.Stmt {
	n := len(list)
	if n == 0 {
		return list
	}
	if b, ok := list[n-1].(*ir.Break); ok && (b.Label == nil || b.Label == label) && !commented(&b.Meta) {
		return list[: n-1 : n-1]
	}
	return list
}
