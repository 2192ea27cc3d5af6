package scope

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// SometimesBuiltin lists the variables of a module that have the name of a builtin
// and may be read while nothing has bound them: what is read then is the builtin.
func SometimesBuiltin(m *ast.Module, info *Info, builtin func(name string) bool) []string {
	unsure := map[*ast.Name]*Symbol{}
	w := &flow{
		info: info, scope: info.Module, found: unsure, state: bindings{},
		passes: func(*ast.WithItem) bool { return false },
		any:    func(sym *Symbol) bool { return builtin(sym.Name) },
	}
	unsureCalls := info.Unsure
	info.Unsure = map[*ast.Call][]*Symbol{}
	w.block(m.Body)
	info.Unsure = unsureCalls
	var names []string
	note := func(sym *Symbol) {
		if builtin(sym.Name) && len(sym.Bindings) > 0 && !slices.Contains(names, sym.Name) {
			names = append(names, sym.Name)
		}
	}
	for _, sym := range unsure {
		note(sym)
	}
	for _, sym := range info.Module.Order {
		if sym.Captured && w.state != nil && !w.state[sym] {
			note(sym)
		}
	}
	slices.Sort(names)
	return names
}
