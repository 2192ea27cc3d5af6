package tidy

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// dropCopies removes the variables of a function that are only another name
// for a value, where nothing can tell the two apart: both keep the value that
// they are declared with, or the first is not used after it was copied. It
// reports whether it changed anything.
func dropCopies(d *ir.FuncDecl) bool {
	c := &copies{read: reads(d.Body), written: writes(d), replaced: map[*ir.Var]*ir.Var{}}
	c.list(&d.Body, nil)
	if len(c.replaced) > 0 {
		ir.Inspect(d.Body, func(n any) bool {
			if ref, ok := n.(*ir.Ref); ok {
				for c.replaced[ref.Var] != nil {
					ref.Var = c.replaced[ref.Var]
				}
			}
			return true
		})
	}
	return c.changed
}

// copies is one search for copies in a function.
type copies struct {
	read, written map[*ir.Var]int
	replaced      map[*ir.Var]*ir.Var
	changed       bool
}

// writes counts the places that give each local variable a value. A variable
// whose address is taken counts as written often.
func writes(d *ir.FuncDecl) map[*ir.Var]int {
	count := map[*ir.Var]int{}
	add := func(vars ...*ir.Var) {
		for _, v := range vars {
			if v != nil {
				count[v]++
			}
		}
	}
	add(d.Params...)
	add(d.Recv)
	add(d.Results...)
	add(d.Results...) // a deferred call can set them
	ir.Inspect(d.Body, func(n any) bool {
		switch n := n.(type) {
		case *ir.FuncLit:
			add(n.Params...)
			add(n.Results...)
			add(n.Results...)
		case *ir.Declare:
			add(n.Var)
			if n.Value == nil {
				add(n.Var)
			}
		case *ir.Assign:
			for _, target := range n.Targets {
				if ref, ok := target.(*ir.Ref); ok {
					add(ref.Var)
				}
			}
		case *ir.Update:
			if ref, ok := n.Target.(*ir.Ref); ok {
				add(ref.Var)
			}
		case *ir.Range:
			add(n.Key, n.Value)
			if n.Assign {
				add(n.Key, n.Value)
			}
		case ir.Stmt:
			add(ir.Declared(n)...)
		case *ir.Unary:
			if ref, ok := n.X.(*ir.Ref); ok && n.Op == "&" {
				add(ref.Var, ref.Var)
			}
		}
		return true
	})
	return count
}

// list searches a statement list; loop is the range statement whose body it is.
func (c *copies) list(list *[]ir.Stmt, loop *ir.Range) {
	for i := 0; i < len(*list); i++ {
		s := (*list)[i]
		let, ok := s.(*ir.Let)
		if ok && len(let.Vars) == 1 && len(let.Values) == 1 && let.Vars[0] != nil && c.drop(*list, i, let, loop) {
			*list = append((*list)[:i:i], (*list)[i+1:]...)
			c.changed = true
			i--
			continue
		}
		c.inner(s)
	}
}

func (c *copies) inner(n any) {
	ir.Slots(n, func(slot any) {
		switch slot := slot.(type) {
		case *ir.Expr:
			c.inner(*slot)
		case *ir.Stmt:
			c.inner(*slot)
		case *[]ir.Stmt:
			loop, _ := n.(*ir.Range)
			c.list(slot, loop)
		}
	})
}

// drop reports whether the statement at i of the list, which copies a
// variable, can go, and makes the two variables one.
func (c *copies) drop(list []ir.Stmt, i int, let *ir.Let, loop *ir.Range) bool {
	ref, ok := let.Values[0].(*ir.Ref)
	if !ok {
		return false
	}
	from, to := ref.Var, let.Vars[0]
	if from.Global || from == to || !ir.Identical(from.Type, to.Type) || c.written[from] != 1 || c.replaced[from] != nil {
		return false
	}
	if c.read[from] == 1 && c.takeOver(list[:i], from, to, &let.Meta, loop) ||
		!mentions(list[i+1:], from) && c.goOn(list[:i], from, to, &let.Meta) {
		if from.Python && !to.Python {
			to.Hint, to.Python = from.Hint, true
		}
		return true
	}
	if c.read[to] != 1 || c.written[to] != 1 || commented(&let.Meta) {
		return false
	}
	c.replaced[to] = from
	return true
}

// takeOver declares the variable to where from was, if that is in the same
// block: among the statements before, or by the range statement around it.
func (c *copies) takeOver(before []ir.Stmt, from, to *ir.Var, meta *ir.Meta, loop *ir.Range) bool {
	for i := len(before) - 1; i >= 0; i-- {
		let, ok := before[i].(*ir.Let)
		if !ok {
			continue
		}
		for at, v := range let.Vars {
			if v == from {
				let.Vars[at] = to
				c.replaced[from] = to // what was made from in this search is to as well
				let.Lead = append(let.Lead, meta.Lead...)
				if let.Trail == "" {
					let.Trail = meta.Trail
				}
				return true
			}
		}
	}
	if loop == nil || loop.Assign || commented(meta) {
		return false
	}
	switch from {
	case loop.Key:
		loop.Key = to
	case loop.Value:
		loop.Value = to
	default:
		return false
	}
	c.replaced[from] = to
	return true
}

// goOn gives a variable that is not used after it was copied the name of its
// copy from the start, if it was declared in the same block.
func (c *copies) goOn(before []ir.Stmt, from, to *ir.Var, meta *ir.Meta) bool {
	if commented(meta) || captured(before, from) {
		return false
	}
	for i := len(before) - 1; i >= 0; i-- {
		let, ok := before[i].(*ir.Let)
		if !ok || len(let.Vars) != 1 || let.Vars[0] != from {
			continue
		}
		let.Vars[0] = to
		c.replaced[from] = to
		c.read[to] += c.read[from] - 1 // all but the copy
		return true
	}
	return false
}
