// Package names gives Go identifiers to everything that a program declares.
//
// A name is made from its Python one (snake_case to camelCase, no leading
// underscores) and changed only where Go, or something else in the same
// scope, stands in its way. A variable may hide what its function does not
// use, as people write it, and never what it uses.
package names

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// Assign names the packages, types, functions, members, variables and labels
// of the program. A name whose Go is set already is kept.
func Assign(prog *ir.Program) *Imports {
	a := &assigner{imports: assignImports(prog), global: map[string]bool{}}
	for _, path := range a.imports.Paths() {
		a.global[a.imports.Name(path)] = true
	}
	a.packageNames(prog)
	a.members(prog)
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			a.locals(d)
		}
	}
	return a.imports
}

// assigner holds what names are given so far.
type assigner struct {
	imports   *Imports
	global    map[string]bool         // names at package level, imports included
	receivers map[*ir.TypeName]string // the receiver's name in the methods of each type
}

// taken reports whether a name stands at package level already.
func (a *assigner) taken(name string) bool { return a.global[name] }

// claim gives name, or the closest free one, at package level.
func (a *assigner) claim(name, suffix string) string {
	name = free(name, suffix)
	if a.global[name] && !a.global[name+suffix] {
		name += suffix
	}
	name = unique(name, a.taken)
	a.global[name] = true
	return name
}

// packageNames names what stands at package level. Types come first: their
// names are seen most, and say most.
func (a *assigner) packageNames(prog *ir.Program) {
	each := func(visit func(ir.Decl)) {
		for _, f := range prog.Files {
			for _, d := range f.Decls {
				visit(d)
			}
		}
	}
	a.global["main"], a.global["init"] = true, true
	if entry := entryPoint(prog); entry != nil {
		entry.Go = "main"
	}
	each(func(d ir.Decl) {
		switch d := d.(type) {
		case *ir.StructDecl:
			a.keep(d.Name.Go)
		case *ir.TypeDecl:
			a.keep(d.Name.Go)
		case *ir.InterfaceDecl:
			a.keep(d.Name.Go)
		case *ir.FuncDecl:
			if d.Recv == nil {
				a.keep(d.Name.Go)
			}
		case *ir.VarDecl:
			if d.Var != nil {
				a.keep(d.Var.Go)
			}
		}
	})
	each(func(d ir.Decl) {
		if d, ok := d.(*ir.InterfaceDecl); ok && d.Name.Go == "" {
			d.Name.Go = a.claim(typeName(d.Name.Hint), "Type")
		}
	})
	each(func(d ir.Decl) {
		switch d := d.(type) {
		case *ir.StructDecl:
			if d.Name.Go == "" {
				d.Name.Go = a.claim(typeName(d.Name.Hint), "Type")
			}
		case *ir.TypeDecl:
			if d.Name.Go == "" {
				d.Name.Go = a.claim(typeName(d.Name.Hint), "Type")
			}
		}
	})
	each(func(d ir.Decl) {
		if d, ok := d.(*ir.FuncDecl); ok && d.Recv == nil && d.Name.Go == "" {
			d.Name.Go = a.claim(funcName(d), "Func")
		}
	})
	each(func(d ir.Decl) {
		if d, ok := d.(*ir.VarDecl); ok && d.Var != nil && d.Var.Go == "" {
			d.Var.Go = a.claim(camel(d.Var.Hint), "Value")
		}
	})
}

// entryPoint returns Go's main: the last function of that name, which lowering
// puts after a function that Python calls main.
func entryPoint(prog *ir.Program) *ir.Func {
	var last *ir.Func
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			if d, ok := d.(*ir.FuncDecl); ok && d.Recv == nil && d.Name.Hint == "main" {
				last = d.Name
			}
		}
	}
	return last
}

// keep notes a name that was given before.
func (a *assigner) keep(name string) {
	if name != "" {
		a.global[name] = true
	}
}

// funcName returns the wanted name of a function: Python's main is not Go's.
func funcName(d *ir.FuncDecl) string {
	name := camel(d.Name.Hint)
	if name != "main" {
		return name
	}
	if len(d.Params) > 0 && d.Params[0].Context {
		return "asyncMain"
	}
	return "mainFunc"
}

// isReceiver reports whether the hint is Python's word for the receiver, which
// Go names after the type.
func isReceiver(hint string) bool {
	hint = strings.TrimLeft(hint, "_")
	return hint == "self" || hint == "this" || hint == "cls"
}

// receiverType returns the struct type of a receiver, nil if it has none.
func receiverType(recv *ir.Var) *ir.TypeName {
	t := recv.Type
	if ptr, ok := t.(*ir.Pointer); ok {
		t = ptr.Elem
	}
	if local, ok := t.(*ir.Local); ok {
		return local.Name
	}
	return nil
}
