package tidy

import (
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
