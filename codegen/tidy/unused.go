package tidy

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// dropUnused removes the variables of a function that are never read, and
// keeps what computing their values does. It reports whether it changed anything.
func dropUnused(d *ir.FuncDecl) bool {
	read := reads(d.Body)
	u := &unused{read: read}
	d.Body = u.list(d.Body)
	return u.changed
}

// reads counts the places in which each variable is read. Assigning to a
// variable, or updating it, is none.
func reads(list []ir.Stmt) map[*ir.Var]int {
	count := map[*ir.Var]int{}
	ir.Inspect(list, func(n any) bool {
		switch n := n.(type) {
		case *ir.Ref:
			count[n.Var]++
		case *ir.Assign:
			for _, target := range n.Targets {
				if ref, ok := target.(*ir.Ref); ok {
					count[ref.Var]--
				}
			}
		case *ir.Update:
			if ref, ok := n.Target.(*ir.Ref); ok {
				count[ref.Var]--
			}
		}
		return true
	})
	return count
}

// unused removes variables without reads.
type unused struct {
	read    map[*ir.Var]int
	kept    map[*ir.Var]bool // parameters and results
	globals map[*ir.Var]bool // package variables that go
	changed bool
}

// drop reports whether the variable goes. Parameters and results are never
// declared by a statement, so an assignment to one must stay.
func (u *unused) drop(v *ir.Var) bool {
	if v != nil && v.Global {
		return u.globals[v]
	}
	return v != nil && u.read[v] == 0 && !u.kept[v]
}

func (u *unused) list(list []ir.Stmt) []ir.Stmt {
	if u.kept == nil {
		u.kept = map[*ir.Var]bool{}
		declared := map[*ir.Var]bool{}
		ir.Inspect(list, func(n any) bool {
			if s, ok := n.(ir.Stmt); ok {
				for _, v := range ir.Declared(s) {
					declared[v] = true
				}
			}
			return true
		})
		ir.Inspect(list, func(n any) bool {
			if a, ok := n.(*ir.Assign); ok {
				for _, target := range a.Targets {
					if ref, ok := target.(*ir.Ref); ok && !declared[ref.Var] {
						u.kept[ref.Var] = true
					}
				}
			}
			if a, ok := n.(*ir.Update); ok {
				if ref, ok := a.Target.(*ir.Ref); ok && !declared[ref.Var] {
					u.kept[ref.Var] = true
				}
			}
			return true
		})
	}
	var out []ir.Stmt
	for _, s := range list {
		u.inner(s)
		with, replaced := u.stmt(s)
		if !replaced {
			out = append(out, s)
			continue
		}
		u.changed = true
		switch {
		case len(with) > 0:
			inherit(with[0].M(), s.M())
		case len(s.M().Lead) > 0:
			with = []ir.Stmt{&ir.Comment{}}
			with[0].M().Lead = s.M().Lead
			with[0].M().Spaced = s.M().Spaced
		}
		out = append(out, with...)
	}
	return out
}

// inner removes variables from the blocks and headers in a statement.
func (u *unused) inner(n any) {
	ir.Slots(n, func(slot any) {
		switch slot := slot.(type) {
		case *ir.Expr:
			u.inner(*slot)
		case *ir.Stmt:
			u.inner(*slot)
			if with, replaced := u.stmt(*slot); replaced && len(with) <= 1 {
				u.changed = true
				*slot = nil
				if len(with) == 1 {
					*slot = with[0]
				}
			}
		case *[]ir.Stmt:
			*slot = u.list(*slot)
		}
	})
}

// stmt removes the unread variables of a statement itself: in place, or by
// returning what replaces the statement.
func (u *unused) stmt(s ir.Stmt) (with []ir.Stmt, replaced bool) {
	switch s := s.(type) {
	case *ir.Let:
		return u.let(s)
	case *ir.Declare:
		if u.drop(s.Var) {
			if s.Value == nil {
				return nil, true
			}
			return effects([]ir.Expr{s.Value}), true
		}
	case *ir.Assign:
		return u.assign(s)
	case *ir.Update:
		if ref, ok := s.Target.(*ir.Ref); ok && u.drop(ref.Var) {
			if s.Value == nil {
				return nil, true
			}
			return effects([]ir.Expr{s.Value}), true
		}
	case *ir.Range:
		for _, v := range []**ir.Var{&s.Key, &s.Value} {
			if u.drop(*v) {
				*v = nil
				u.changed = true
			}
		}
	case *ir.TypeSwitch:
		if u.drop(s.Bind) {
			s.Bind = nil
			u.changed = true
		}
	}
	return nil, false
}

func (u *unused) let(s *ir.Let) ([]ir.Stmt, bool) {
	for i := len(s.Vars) - 1; i >= 0; i-- {
		if !u.drop(s.Vars[i]) {
			continue
		}
		s.Vars[i] = nil
		u.changed = true
		if len(s.Vars) == len(s.Values) && len(s.Vars) > 1 && pure(s.Values[i]) {
			s.Vars = slices.Delete(s.Vars, i, i+1)
			s.Values = slices.Delete(s.Values, i, i+1)
		}
	}
	for _, v := range s.Vars {
		if v != nil {
			return nil, false
		}
	}
	return effects(s.Values), true
}

func (u *unused) assign(s *ir.Assign) ([]ir.Stmt, bool) {
	some := false
	for i, target := range s.Targets {
		if ref, ok := target.(*ir.Ref); ok && u.drop(ref.Var) {
			s.Targets[i] = nil
			u.changed = true
			some = true
		}
	}
	if !some {
		return nil, false
	}
	for _, target := range s.Targets {
		if target != nil {
			return nil, false
		}
	}
	return effects(s.Values), true
}

// dropUnusedGlobals removes the package variables that no part of the program
// reads, with their assignments.
func dropUnusedGlobals(prog *ir.Program) {
	read := map[*ir.Var]int{}
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ir.FuncDecl:
				for v, n := range reads(d.Body) {
					read[v] += n
				}
			case *ir.VarDecl:
				if d.Value != nil {
					for v, n := range reads([]ir.Stmt{&ir.Do{X: d.Value}}) {
						read[v] += n
					}
				}
			}
		}
	}
	gone := map[*ir.Var]bool{}
	for _, f := range prog.Files {
		var kept []ir.Decl
		for _, d := range f.Decls {
			v, ok := d.(*ir.VarDecl)
			if !ok || v.Var == nil || read[v.Var] > 0 || v.Const {
				kept = append(kept, d)
				continue
			}
			if v.Value != nil && !pure(v.Value) {
				if v.Infer {
					v.Var = nil // what evaluating the value does is wanted, not the value
				}
				kept = append(kept, d)
				continue
			}
			gone[v.Var] = true
			if lead := append(v.Lead, v.Doc...); len(lead) > 0 {
				kept = append(kept, &ir.CommentDecl{Meta: ir.Meta{Lead: lead, Spaced: v.Spaced}})
			}
		}
		f.Decls = kept
	}
	if len(gone) == 0 {
		return
	}
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			if d, ok := d.(*ir.FuncDecl); ok {
				u := &unused{globals: gone, read: reads(d.Body)}
				d.Body = u.list(d.Body)
			}
		}
	}
}
