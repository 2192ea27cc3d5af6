package names

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// members names fields and methods. The same Python name gets the same Go name
// in every type of the program, and different ones different names, because
// types embed each other and meet in interfaces.
//
// Where a field and a method want the same name (_value and value), the method
// gets the capital, as Go's getters have it.
func (a *assigner) members(prog *ir.Program) {
	taken := map[string]bool{}
	var fields []*ir.Var
	var methods []*ir.FuncDecl
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ir.StructDecl:
				for _, t := range d.Embeds {
					taken[embedName(t)] = true
				}
				for _, field := range d.Fields {
					fields = append(fields, field.Var)
				}
			case *ir.FuncDecl:
				if d.Recv != nil {
					methods = append(methods, d)
				}
			}
		}
	}
	byHint := map[string]string{}
	field := func(v *ir.Var) {
		if v.Go == "" {
			name, ok := byHint[v.Hint]
			if !ok {
				name = camel(v.Hint)
				if keywords[name] {
					name = free(name, "Value")
				}
				name = unique(name, func(s string) bool { return taken[s] })
				byHint[v.Hint] = name
			}
			v.Go = name
		}
		taken[v.Go] = true
	}
	// Public names have the first choice.
	for _, private := range []bool{false, true} {
		for _, v := range fields {
			if strings.HasPrefix(v.Hint, "_") == private {
				field(v)
			}
		}
	}
	methodByHint := map[string]string{}
	for _, d := range methods {
		f := d.Name
		if f.Go == "" {
			name, ok := methodByHint[f.Hint]
			if !ok {
				name = camel(f.Hint)
				if keywords[name] {
					name = free(name, "Func")
				}
				if taken[name] {
					name = capital(name)
				}
				name = unique(name, func(s string) bool { return taken[s] })
				methodByHint[f.Hint] = name
			}
			f.Go = name
		}
		taken[f.Go] = true
	}
	a.receivers = receiverNames(methods)
}

// embedName returns the field name of an embedded type.
func embedName(t ir.Type) string {
	switch t := t.(type) {
	case *ir.Pointer:
		return embedName(t.Elem)
	case *ir.Named:
		return t.Name
	case *ir.Local:
		return t.Name.Go
	}
	return ""
}

// receiverNames chooses one name for the receiver of all methods of a type:
// its first letter, or its whole name where a method has a variable of that
// letter.
func receiverNames(methods []*ir.FuncDecl) map[*ir.TypeName]string {
	lettersUsed := map[*ir.TypeName]map[string]bool{}
	for _, d := range methods {
		t := receiverType(d.Recv)
		if t == nil {
			continue
		}
		if lettersUsed[t] == nil {
			lettersUsed[t] = map[string]bool{}
		}
		for _, v := range variables(d) {
			if v != d.Recv {
				lettersUsed[t][camel(v.Hint)] = true
			}
		}
	}
	names := map[*ir.TypeName]string{}
	for t, used := range lettersUsed {
		whole := small(t.Go)
		letter := whole[:len(string([]rune(whole)[:1]))]
		if used[letter] {
			letter = whole
		}
		names[t] = letter
	}
	return names
}

// variables returns all variables that a function declares, at any depth.
func variables(d *ir.FuncDecl) []*ir.Var {
	vars := append([]*ir.Var{d.Recv}, d.Params...)
	vars = append(vars, d.Results...)
	ir.Inspect(d.Body, func(n any) bool {
		switch n := n.(type) {
		case *ir.FuncLit:
			vars = append(vars, n.Params...)
			vars = append(vars, n.Results...)
		case ir.Stmt:
			vars = append(vars, ir.Declared(n)...)
		}
		return true
	})
	return vars
}
