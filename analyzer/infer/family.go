package infer

import "github.com/pyasync2go/pyasync2go/parser/ast"

// families makes the methods that override each other alike: what goes to one
// can go to all, and what one gives, all give.
func (a *analysis) families(info *classInfo) {
	if info.base == nil {
		return
	}
	for name, n := range info.methods {
		over := info.base.method(name)
		if over == nil || name == "__init__" || name == "__post_init__" {
			continue
		}
		if !a.sameSignature(n, over) {
			a.demote(info.def, "it overrides "+name+" with other parameters")
			continue
		}
		x, y := a.facts.Funcs[n], a.facts.Funcs[over]
		if x.Around || y.Around {
			a.demote(info.def, "it overrides a method that contextlib makes a manager of")
			continue
		}
		if x.Kind == StaticMethod || x.Kind == ClassMethod {
			a.demote(info.def, "it overrides a static or class method")
			continue
		}
		x.Virtual, y.Virtual = true, true
		px, py := ast.ArgumentsOf(n).All(), ast.ArgumentsOf(over).All()
		for i := 1; i < len(px); i++ {
			a.unify(a.variable(a.methodModule(over).Scope.Defs[py[i]]), a.variable(info.mod.Scope.Defs[px[i]]))
		}
		a.unify(a.returned(over), a.returned(n))
		a.unify(a.yields(over), a.yields(n))
	}
	for name := range info.setters {
		if info.base.method(name) != nil {
			a.demote(info.def, "it overrides a property that can be set")
		}
	}
	for name := range info.attrs {
		if info.base.attr(name) != nil || info.base.field(name) != nil || info.base.method(name) != nil {
			a.demote(info.def, "it overrides a class attribute")
		}
	}
	for name := range info.methods {
		if info.base.attr(name) != nil || info.base.field(name) != nil {
			a.demote(info.def, "it overrides an attribute with a method")
		}
	}
	for name := range info.fields {
		if info.base.method(name) != nil || info.base.field(name) != nil {
			a.demote(info.def, "it overrides a method or a field with an attribute")
		}
	}
}

// failTogether makes methods that override each other fail alike, as their Go
// signatures must be the same.
func (a *analysis) failTogether() {
	for changed := true; changed; {
		changed = false
		for _, info := range a.classes {
			for name, n := range info.methods {
				if info.base == nil || name == "__init__" || name == "__post_init__" {
					continue
				}
				if over := info.base.method(name); over != nil {
					x, y := a.facts.Funcs[n], a.facts.Funcs[over]
					if x.Fails != y.Fails {
						x.Fails, y.Fails = true, true
						changed = true
					}
				}
			}
		}
	}
}

// sameSignature reports whether two methods take the same arguments in the same way.
func (a *analysis) sameSignature(x, y ast.Node) bool {
	fx, fy := a.facts.Funcs[x], a.facts.Funcs[y]
	if fx.Kind != fy.Kind || fx.Async != fy.Async || fx.Generator != fy.Generator {
		return false
	}
	ax, ay := ast.ArgumentsOf(x), ast.ArgumentsOf(y)
	px, py := ax.All(), ay.All()
	if len(px) != len(py) || len(ax.Kwonlyargs) != len(ay.Kwonlyargs) || len(ax.Posonlyargs) != len(ay.Posonlyargs) ||
		(ax.Vararg == nil) != (ay.Vararg == nil) || (ax.Kwarg == nil) != (ay.Kwarg == nil) {
		return false
	}
	dx, dy := ax.DefaultValues(), ay.DefaultValues()
	for i := range px {
		if px[i].Arg != py[i].Arg || !sameDefault(dx[px[i]], dy[py[i]]) {
			return false
		}
	}
	return true
}

func sameDefault(a, b ast.Expr) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	x, ok := a.(*ast.Constant)
	y, isConstant := b.(*ast.Constant)
	return ok && isConstant && x.Value == y.Value
}
