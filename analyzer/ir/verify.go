package ir

import "fmt"

// Verify reports what no lowering may produce: a missing part, lists of
// different lengths, a variable used by a function that declares it nowhere.
func Verify(prog *Program) []error {
	v := &verifier{}
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			v.decl(f, d)
		}
	}
	return v.errs
}

type verifier struct {
	where    string
	declared map[*Var]bool
	errs     []error
}

func (v *verifier) fail(format string, args ...any) {
	v.errs = append(v.errs, fmt.Errorf("%s: %s", v.where, fmt.Sprintf(format, args...)))
}

func (v *verifier) decl(f *File, d Decl) {
	v.declared = map[*Var]bool{}
	switch d := d.(type) {
	case *FuncDecl:
		v.where = f.Name + "." + d.Name.Hint
		if d.Recv != nil {
			v.declare([]*Var{d.Recv}, true)
		}
		v.declare(d.Params, true)
		v.declare(d.Results, true)
		v.collect(d.Body)
		Inspect(d.Body, v.node)
	case *VarDecl:
		v.where = f.Name + ".var"
		if d.Var != nil {
			v.where = f.Name + "." + d.Var.Hint
			if !d.Var.Global {
				v.fail("a package variable is not marked as Global")
			}
		}
		if d.Value == nil && (d.Infer || d.Const) {
			v.fail("no value")
		}
		if d.Value != nil {
			Inspect(d.Value, func(n any) bool {
				if lit, ok := n.(*FuncLit); ok {
					v.lit(lit)
				}
				return true
			})
			Inspect(d.Value, v.node)
		}
	}
}

// declare notes variables; with spelled set their types are printed.
func (v *verifier) declare(vars []*Var, spelled bool) {
	for _, x := range vars {
		if x == nil {
			continue
		}
		v.declared[x] = true
		if spelled && x.Type == nil {
			v.fail("variable %q has no type", x.Hint)
		}
	}
}

func (v *verifier) lit(lit *FuncLit) {
	v.declare(lit.Params, true)
	v.declare(lit.Results, true)
	v.collect(lit.Body)
}

// collect notes what a list declares, at any depth.
func (v *verifier) collect(list []Stmt) {
	Inspect(list, func(n any) bool {
		switch n := n.(type) {
		case *FuncLit:
			v.declare(n.Params, true)
			v.declare(n.Results, true)
		case Stmt:
			v.declare(Declared(n), false)
		}
		return true
	})
}

// node checks one statement or expression.
func (v *verifier) node(n any) bool {
	switch n := n.(type) {
	case nil:
		v.fail("a statement or expression is missing")
		return false
	case *Ref:
		switch {
		case n.Var == nil:
			v.fail("a Ref without variable")
		case !n.Var.Global && !v.declared[n.Var]:
			v.fail("variable %q is not declared", n.Var.Hint)
		}
	case *Let:
		v.lengths("let", len(n.Vars), len(n.Values))
	case *Assign:
		v.lengths("assign", len(n.Targets), len(n.Values))
	case *Declare:
		if n.Var != nil && n.Value == nil && n.Var.Type == nil {
			v.fail("variable %q has neither type nor value", n.Var.Hint)
		}
	case *Do:
		if _, ok := n.X.(*Call); !ok {
			v.fail("%T stands as a statement", n.X)
		}
	case *Defer:
		if _, ok := n.X.(*Call); !ok {
			v.fail("%T is deferred", n.X)
		}
	case *If:
		if n.Cond == nil {
			v.fail("an if without condition")
		}
	}
	return true
}

func (v *verifier) lengths(what string, left, right int) {
	if left == 0 || right != left && right != 1 {
		v.fail("%s with %d on the left and %d on the right", what, left, right)
	}
}
