package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) deleted(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Name:
		if sym := f.mod.Scope.Uses[e]; sym != nil {
			f.unknown(sym)
			f.join(f.variable(sym), types.Any)
			f.ran()
		}
	case *ast.Tuple:
		for _, x := range e.Elts {
			f.deleted(x)
		}
	default:
		f.expr(e)
		f.ran()
	}
}

// bind joins a value into a variable and forgets what tests told of it.
func (f *function) bind(sym *scope.Symbol, t types.Type) {
	if sym == nil {
		return
	}
	f.join(f.variable(sym), t)
	f.unknown(sym)
}

func (f *function) assignment(s *ast.Assign) {
	if info := f.classes[f.class]; f.class != nil && info != nil && info.enum != nil {
		f.join(info.attrs[s.Targets[0].(*ast.Name).Id], f.instance(f.class)) // a member
		return
	}
	if left, ok := s.Targets[0].(*ast.Tuple); ok && len(s.Targets) == 1 {
		if right, ok := s.Value.(*ast.Tuple); ok && len(left.Elts) == len(right.Elts) && !starred(left.Elts) && !starred(right.Elts) {
			f.expr(s.Value)
			for i, t := range left.Elts {
				f.assign(t, f.facts.exprs[right.Elts[i]])
			}
			return
		}
	}
	if len(s.Targets) == 1 {
		if b, ok := s.Value.(*ast.BinOp); ok && accumulates(s.Targets[0], b) {
			f.expr(s.Value)
			f.assign(s.Targets[0], f.accumulated(s.Targets[0], b.Op, f.expr(b.Left), f.expr(b.Right)))
			return
		}
	}
	t := f.expr(s.Value)
	for _, target := range s.Targets {
		f.assign(target, t)
	}
}

// accumulates reports whether an assignment is x = x + e or x = x - e.
func accumulates(target ast.Expr, b *ast.BinOp) bool {
	name, ok := target.(*ast.Name)
	left, isName := b.Left.(*ast.Name)
	return ok && isName && name.Id == left.Id && (b.Op == ast.Add || b.Op == ast.Sub)
}

// accumulated is the type of x after x += e.
func (f *function) accumulated(target ast.Expr, op ast.Operator, x, e types.Type) types.Type {
	xi, ok := known(x).(integer)
	ei, isInt := known(e).(integer)
	if ok && isInt && (op == ast.Add || op == ast.Sub) {
		if name, isName := target.(*ast.Name); isName {
			// What a test around bounds cannot grow on and on.
			sym := f.mod.Scope.Uses[name]
			if _, bounded := f.narrow[place{sym: sym}].typ.(integer); bounded {
				sum, _ := integerResult(op, xi, ei).(integer)
				if c, ok := f.variable(sym).typ.(integer); !f.sums || ok && sum.bits <= c.bits {
					return sum
				}
			}
		}
		if ei.bits > maxStep {
			return integer{bits: wide}
		}
		return sumInCycle(op, xi, ei)
	}
	return f.arithmetic(op, x, e)
}

func starred(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if _, ok := e.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

func (f *function) annotated(s *ast.AnnAssign) {
	declared := f.annotation(s.Annotation)
	name, ok := s.Target.(*ast.Name)
	if ok && f.class == nil {
		if sym := f.mod.Scope.Uses[name]; sym != nil && sym.Scope != nil {
			if c := f.variable(sym); c.annotated == nil && f.checkable(declared) != types.Any {
				c.annotated = declared
			}
		}
	}
	if s.Value == nil {
		return
	}
	if info := f.classes[f.class]; f.class != nil && info != nil && ok && info.dataclass && info.fields[name.Id] != nil {
		return // a field of a dataclass, whose default is taken where instances are made
	}
	t := f.expr(s.Value)
	f.declare(declared, t)
	f.assign(s.Target, t)
}

// assign joins t into what a target names.
func (f *function) assign(target ast.Expr, t types.Type) {
	f.facts.exprs[target] = known(t)
	switch target := target.(type) {
	case *ast.Name:
		sym := f.mod.Scope.Uses[target]
		if f.class != nil && sym != nil && sym.Scope != nil && isClass(sym.Scope) {
			if info := f.classes[f.class]; info != nil {
				for _, c := range []*cell{info.attrs[target.Id], info.fields[target.Id]} {
					if c != nil {
						f.join(c, t)
					}
				}
				return
			}
			f.escape(t)
			return
		}
		f.bind(sym, t)
	case *ast.Attribute:
		f.assignAttribute(target, t)
	case *ast.Subscript:
		f.assignItem(target, t)
	case *ast.Starred:
		f.escape(t)
		f.assign(target.Value, types.Any)
	case *ast.Tuple:
		f.unpack(target.Elts, t)
	case *ast.List:
		f.unpack(target.Elts, t)
	}
}

func (f *function) assignAttribute(target *ast.Attribute, t types.Type) {
	if mod := f.modules[f.libraryModule(target.Value)]; mod != nil {
		if sym := mod.Scope.Module.Symbols[target.Attr]; sym != nil {
			f.join(f.variable(sym), t)
			return
		}
	}
	if c, _, ok := f.member(target); ok {
		if c != nil {
			f.join(c, t)
		}
		p, isPlace := f.placeOf(target)
		if !isPlace {
			f.ran() // a property, or another attribute of the same name
			return
		}
		f.assigned(target.Attr)
		if t := known(t); t != types.Any && t != types.None && same(strip(t), t) {
			f.know(p, t)
		}
		return
	}
	f.ran()
	owner := f.expr(target.Value)
	if owner == types.Never || known(owner) == types.None {
		return // it cannot be set
	}
	f.escape(owner)
	f.escape(t)
	if !f.isDynamicSelf(target.Value) {
		f.untypedStore(target.Attr)
	}
}

func (f *function) assignItem(target *ast.Subscript, t types.Type) {
	container := f.expr(target.Value)
	key := f.expr(target.Slice)
	if container == types.Never || key == types.Never {
		return
	}
	if f.setItem(target.Value, key, t) {
		f.ran()
		return
	}
	f.ranOn(target.Value, target.Slice)
	switch c := known(container).(type) {
	case *types.Dict:
		f.joinElem(c.Key, key)
		f.joinElem(c.Value, t)
		return
	case *types.List:
		if _, ok := known(key).(integer); ok {
			f.joinElem(c.Elem, t)
			return
		}
	case *types.Library:
		if _, ok := known(key).(integer); ok && api.SequenceElement(c) != nil {
			f.joinElem(api.SequenceElement(c), t)
			return
		}
	}
	f.escape(container)
	f.escape(key)
	f.escape(t)
}

func (f *function) joinElem(elem, t types.Type) {
	if c, ok := elem.(*cell); ok {
		f.join(c, t)
	}
}

func (f *function) unpack(targets []ast.Expr, t types.Type) {
	if tuple, ok := known(t).(*types.Tuple); ok && len(tuple.Elems) == len(targets) && !starred(targets) {
		for i, target := range targets {
			f.assign(target, tuple.Elems[i])
		}
		return
	}
	if fields := f.tupleFields(t); len(fields) == len(targets) && !starred(targets) {
		for i, target := range targets {
			f.assign(target, known(fields[i]))
		}
		return
	}
	elem := f.element(t)
	if !f.inert(t) {
		f.ran()
	}
	for _, target := range targets {
		f.assign(target, elem)
	}
}

func (f *function) augmented(s *ast.AugAssign) {
	t := f.expr(s.Value)
	switch target := s.Target.(type) {
	case *ast.Name:
		sym := f.mod.Scope.Uses[target]
		old := f.load(target)
		f.facts.exprs[target] = old
		if f.class != nil {
			f.escape(t)
			return
		}
		f.bind(sym, f.inPlace(target, s.Op, old, t))
	case *ast.Attribute:
		read := *target
		read.Ctx = ast.Load
		old := f.expr(&read)
		delete(f.facts.exprs, &read)
		f.facts.exprs[target] = known(old)
		f.assignAttribute(target, f.inPlace(target, s.Op, old, t))
	case *ast.Subscript:
		f.assignItem(target, f.inPlace(target, s.Op, f.expr(target), t))
	}
}

func (f *function) inPlace(target ast.Expr, op ast.Operator, old, t types.Type) types.Type {
	if !f.inert(old) || !f.inert(t) {
		f.ran()
	}
	switch old := known(old).(type) {
	case *types.List:
		if added, ok := known(t).(*types.List); ok && op == ast.Add {
			f.unify(old.Elem, added.Elem)
			return old
		}
		f.escape(old)
		f.escape(t)
		return types.Any
	case *types.Set, *types.Dict:
		// The container itself, changed by untyped code.
		f.escape(old)
		f.escape(t)
		return types.Any
	}
	return f.accumulated(target, op, old, t)
}
