package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// endless are the variables, and the names of attributes, that hold iterators
// which never end wherever the program gives them a value.
type endless struct {
	variables  map[*scope.Symbol]int // how many of their assignments give one
	attributes map[string]bool
}

// findEndless looks through the assignments of the program.
func (l *lowerer) findEndless() *endless {
	found := &endless{variables: map[*scope.Symbol]int{}, attributes: map[string]bool{}}
	others := map[string]bool{} // attributes that are given something else
	for _, m := range l.modules {
		f := &function{module: m}
		good := map[ast.Expr]bool{}
		give := func(target, v ast.Expr) {
			if call, ok := v.(*ast.Call); ok && f.makesEndless(call) {
				good[target] = true
			}
		}
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Assign:
				for _, t := range n.Targets {
					give(t, n.Value)
				}
			case *ast.AnnAssign:
				give(n.Target, n.Value)
			case *ast.Attribute:
				if n.Ctx == ast.Load {
					break
				}
				if good[n] {
					found.attributes[n.Attr] = true
				} else {
					others[n.Attr] = true
				}
			}
			return true
		})
		for name, sym := range m.Scope.Uses {
			if name.Ctx != ast.Store || sym.Scope == nil {
				continue
			}
			if good[name] {
				found.variables[sym]++
			}
			if _, isClass := sym.Scope.Node.(*ast.ClassDef); !isClass {
				continue
			}
			if good[name] {
				found.attributes[name.Id] = true
			} else {
				others[name.Id] = true
			}
		}
	}
	for name := range others {
		delete(found.attributes, name)
	}
	return found
}

// makesEndless reports whether a call of the library makes an iterator that never
// ends.
func (f *function) makesEndless(call *ast.Call) bool {
	switch fn := call.Func.(type) {
	case *ast.Name:
		mod, name, ok := f.imported(fn)
		return ok && api.IsEndless(mod+"."+name)
	case *ast.Attribute:
		mod, ok := f.moduleName(fn.Value)
		return ok && api.IsEndless(mod+"."+fn.Attr)
	}
	return false
}

// isEndless reports whether an iterator is one that never ends.
func (f *function) isEndless(e ast.Expr) bool {
	if f.program.endless == nil {
		f.program.endless = f.program.findEndless()
	}
	switch e := e.(type) {
	case *ast.Name:
		sym := f.Scope.Uses[e]
		return sym != nil && !sym.Param && sym.Assigned > 0 && f.program.endless.variables[sym] == sym.Assigned
	case *ast.Attribute:
		return f.program.endless.attributes[e.Attr]
	}
	return false
}
