package names

import (
	"maps"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// RuntimePath is the import path below which the runtime's packages stand.
const RuntimePath = "github.com/pyasync2go/pyasync2go/runtime/"

// Imports gives the identifiers by which the files of a program name the
// packages they import. All files use the same ones.
type Imports struct {
	names map[string]string // by import path
}

// Name returns the identifier of the package.
func (im *Imports) Name(path string) string { return im.names[path] }

// Alias returns the identifier to write in the import declaration, and false
// if the package's own name serves.
func (im *Imports) Alias(path string) (string, bool) {
	name := im.names[path]
	return name, name != packageName(path)
}

// Paths returns the import paths in order.
func (im *Imports) Paths() []string { return slices.Sorted(maps.Keys(im.names)) }

// packageName returns the name of the package at path: its last element that
// is not a major version.
func packageName(path string) string {
	elems := strings.Split(path, "/")
	last := elems[len(elems)-1]
	if len(elems) > 1 && len(last) > 1 && last[0] == 'v' && strings.Trim(last[1:], "0123456789") == "" {
		last = elems[len(elems)-2]
	}
	return last
}

// assignImports names the packages that the program uses. Of two with the same
// name, the runtime's gets the prefix py.
func assignImports(prog *ir.Program) *Imports {
	used := map[string]bool{}
	for _, f := range prog.Files {
		if f.Python != nil {
			used[RuntimePath+"py"] = true // its table of lines does
		}
		for _, d := range f.Decls {
			ir.Inspect(d, func(n any) bool {
				if q, ok := n.(*ir.Qual); ok && q.Pkg != "" {
					used[q.Pkg] = true
				}
				ir.SpelledTypes(n, func(t ir.Type) {
					ir.InspectType(t, func(t ir.Type) {
						if named, ok := t.(*ir.Named); ok && named.Pkg != "" {
							used[named.Pkg] = true
						}
					})
				})
				return true
			})
		}
	}
	count := map[string]int{}
	for path := range used {
		count[packageName(path)]++
	}
	im := &Imports{names: map[string]string{}}
	taken := map[string]bool{}
	for _, path := range slices.Sorted(maps.Keys(used)) {
		name := packageName(path)
		if predeclared[name] || keywords[name] || count[name] > 1 && strings.HasPrefix(path, RuntimePath) {
			name = "py" + name
		}
		im.names[path] = unique(name, func(s string) bool { return taken[s] })
		taken[im.names[path]] = true
	}
	return im
}
