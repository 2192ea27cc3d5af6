package tidy

import (
	"math"
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// foldConstants declares the package variables of the Python program that one
// assignment gives a literal with that value, as constants where Go's exact arithmetic on constants cannot
// differ from that on variables.
func foldConstants(prog *ir.Program) {
	c := &constants{decls: map[*ir.Var]*ir.VarDecl{}, writes: map[*ir.Var]int{}, from: map[*ir.Var]*ir.Assign{}, computed: map[*ir.Var]bool{}}
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			if d, ok := d.(*ir.VarDecl); ok && d.Value == nil && d.Var != nil && d.Var.Python {
				c.decls[d.Var] = d
			}
		}
	}
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			c.visit(d)
		}
	}
	folded := map[ir.Stmt]bool{}
	for v, s := range c.from {
		d := c.decls[v]
		if d == nil || c.writes[v] != 1 || !hasLiteralType(v.Type, s.Values[0]) {
			continue
		}
		lit := s.Values[0].(*ir.Lit)
		number, isFloat := lit.Value.(float64)
		d.Value, d.Infer, d.Const = lit, !isFloat || number != math.Trunc(number), !isFloat && !c.computed[v]
		meta := s.M()
		d.Lead = append(d.Lead, meta.Lead...)
		if meta.Trail != "" {
			d.Trail = meta.Trail
		}
		folded[s] = true
	}
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			dropFolded(d, folded)
		}
		constantsFirst(f.Decls)
	}
}

// constants is what a program does with its package variables.
type constants struct {
	decls    map[*ir.Var]*ir.VarDecl
	writes   map[*ir.Var]int
	from     map[*ir.Var]*ir.Assign // of a literal
	computed map[*ir.Var]bool       // an operand of what Go would compute when it compiles
}

func (c *constants) visit(n any) {
	switch n := n.(type) {
	case *ir.Assign:
		for i, target := range n.Targets {
			ref, ok := target.(*ir.Ref)
			if !ok {
				continue
			}
			c.writes[ref.Var]++
			if _, isLit := n.Values[min(i, len(n.Values)-1)].(*ir.Lit); isLit && len(n.Targets) == 1 {
				c.from[ref.Var] = n
			}
		}
	case *ir.Update:
		c.written(n.Target)
	case *ir.Range:
		for _, v := range []*ir.Var{n.Key, n.Value} {
			if v != nil {
				c.writes[v]++
			}
		}
	case *ir.Unary:
		if n.Op == "&" {
			c.written(n.X)
		}
		c.compute(n.X)
	case *ir.Binary:
		if !c.isVariable(n.Y) {
			c.compute(n.X)
		}
		if !c.isVariable(n.X) || isPartial(n.Op) {
			c.compute(n.Y)
		}
	case *ir.Call:
		if _, builtin := n.Fun.(ir.Verbatim); builtin {
			c.compute(n.Args...)
		}
	case *ir.Index:
		c.compute(n.X, n.Index)
	case *ir.SliceOf:
		c.compute(n.X, n.Low, n.High)
	case *ir.Convert:
		c.compute(n.X)
	case *ir.Switch:
		for _, x := range n.Cases {
			c.compute(x.Values...)
		}
	case *ir.Composite:
		for _, e := range n.Elems {
			c.compute(e.Key)
		}
	}
	ir.Slots(n, func(slot any) {
		switch slot := slot.(type) {
		case *ir.Expr:
			c.visit(*slot)
		case *ir.Stmt:
			c.visit(*slot)
		case *[]ir.Stmt:
			for _, s := range *slot {
				c.visit(s)
			}
		}
	})
}

func (c *constants) written(e ir.Expr) {
	if ref, ok := e.(*ir.Ref); ok {
		c.writes[ref.Var]++
	}
}

func (c *constants) compute(operands ...ir.Expr) {
	for _, e := range operands {
		if ref, ok := e.(*ir.Ref); ok {
			c.computed[ref.Var] = true
		}
	}
}

// isPartial reports whether Go refuses some constants as the right operand of op.
func isPartial(op string) bool { return slices.Contains([]string{"/", "%", "<<", ">>"}, op) }

// isVariable reports whether the value of an expression is never a constant.
func (c *constants) isVariable(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Ref:
		return c.decls[e.Var] == nil
	case *ir.FieldRef, *ir.Index:
		return true
	case *ir.Call:
		_, builtin := e.Fun.(ir.Verbatim)
		return !builtin
	}
	return false
}

// hasLiteralType reports whether a literal has the type t where nothing tells its type.
func hasLiteralType(t ir.Type, e ir.Expr) bool {
	switch e.(*ir.Lit).Value.(type) {
	case int:
		return t == ir.Int
	case float64:
		return t == ir.Float
	case string:
		return t == ir.String
	case bool:
		return t == ir.Bool
	}
	return false
}

// dropFolded removes statements from the bodies of a declaration.
func dropFolded(n any, folded map[ir.Stmt]bool) {
	ir.Slots(n, func(slot any) {
		switch slot := slot.(type) {
		case *ir.Expr:
			dropFolded(*slot, folded)
		case *[]ir.Stmt:
			*slot = slices.DeleteFunc(*slot, func(s ir.Stmt) bool { return folded[s] })
			for _, s := range *slot {
				dropFolded(s, folded)
			}
		}
	})
}

// constantsFirst puts the constants of a group of variables before the others.
func constantsFirst(decls []ir.Decl) {
	for i := 0; i < len(decls); {
		var group, rest []ir.Decl
		for j := i; j < len(decls); j++ {
			v, ok := decls[j].(*ir.VarDecl)
			if !ok || j > i && v.Spaced {
				break
			}
			if v.Const {
				group = append(group, v)
			} else {
				rest = append(rest, v)
			}
		}
		count := len(group) + len(rest)
		if len(group) > 0 && len(rest) > 0 {
			first := decls[i].M().Spaced
			for k, d := range append(group, rest...) {
				decls[i+k] = d
				d.M().Spaced = k == len(group) || k == 0 && first
			}
		}
		i += max(count, 1)
	}
}
