package analyzer

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// namedImport loads the local modules that a call imports by a text: the one that
// it names, or all of the package with which the names begin.
func (ld *loader) namedImport(m *Module, call *ast.Call) {
	name := ""
	switch fn := call.Func.(type) {
	case *ast.Name:
		name = fn.Id
	case *ast.Attribute:
		name = fn.Attr
	}
	if !api.ImportsByValue(name) || len(call.Args) == 0 {
		return
	}
	start, whole := ast.TextStart(call.Args[0])
	if strings.HasPrefix(start, ".") {
		at := &ast.ImportFrom{Level: len(start) - len(strings.TrimLeft(start, ".")), Module: strings.TrimLeft(start, ".")}
		start, _ = at.Absolute(m.Package)
	}
	if whole {
		ld.load(m, call, start)
		return
	}
	pkg, _, found := strings.Cut(start, ".")
	if i := strings.LastIndex(start, "."); found && i > 0 {
		pkg = start[:i]
	}
	entries, err := os.ReadDir(filepath.Join(ld.root, filepath.FromSlash(strings.ReplaceAll(pkg, ".", "/"))))
	if !found || err != nil {
		return
	}
	for _, e := range entries {
		if module, ok := strings.CutSuffix(e.Name(), ".py"); ok && module != "__init__" && !strings.HasPrefix(module, "__main__") {
			ld.load(m, call, pkg+"."+module)
		}
	}
}
