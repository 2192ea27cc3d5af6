package pyasync2go_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const modulePath = "github.com/pyasync2go/pyasync2go/"

// layers says which packages of the module a package may import. A name that
// ends in /... stands for a package and all below it; of several entries that
// fit a package, the longest counts. A package without an entry fails. Change
// the code, not this table, to mend a build.
var layers = map[string][]string{
	"parser/source":  {},
	"parser/diag":    {"parser/source"},
	"parser/ast":     {"parser/source"},
	"parser/scanner": {"parser/source", "parser/diag"},
	"parser/...":     {"parser/..."},

	"analyzer/ir":  {"parser/source"},
	"analyzer/...": {"analyzer/...", "parser/..."},

	"codegen/names":       {"analyzer/ir"},
	"codegen/tidy":        {"analyzer/ir", "codegen/names"},
	"codegen/emit":        {"analyzer/ir", "codegen/names", "parser/source"},
	"codegen/irtest":      {"analyzer/ir"},
	"codegen":             {"analyzer/ir", "codegen/emit", "codegen/names", "codegen/tidy"},
	"codegen/project":     {"codegen", "codegen/names", "runtime"},
	"codegen/project/gen": {},
	"codegen/check":       {"codegen/project"},
	"codegen/convert":     {"analyzer/...", "codegen", "codegen/project", "parser/..."},

	"cmd/internal/cli": {"analyzer/...", "codegen/...", "parser/..."},
	"cmd/pyasync2go":   {"cmd/internal/cli"},
	"cmd/bench":        {"codegen/...", "golden/python3"},
	"cmd/order":        {"codegen/...", "golden/python3"},

	"runtime":             {},
	"runtime/py/...":      {"runtime/py/..."},
	"runtime/asyncio/...": {"runtime/asyncio/...", "runtime/py/..."},
	"runtime/pystd/...":   {"runtime/asyncio/...", "runtime/py/...", "runtime/pystd/..."},

	"golden/...": {"runtime/..."},
}

// thirdParty are the modules of others that packages of the runtime may import.
// codegen/project/thirdparty.zip has their sources.
var thirdParty = map[string]string{"runtime/pystd/sqlite3": "github.com/ncruces/go-sqlite3"}

// TestLayers holds the packages to the direction in which they may import each
// other, the runtime to the standard library, and jennifer to codegen/emit.
func TestLayers(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg, inside := strings.CutPrefix(fields[0], modulePath)
		if !inside {
			continue // the top: this test
		}
		allowed, ok := allowedFor(pkg)
		if !ok {
			t.Errorf("package %s is not in the table", pkg)
		}
		for _, path := range fields[1:] {
			imported, local := strings.CutPrefix(path, modulePath)
			third := !local && strings.Contains(strings.SplitN(path, "/", 2)[0], ".")
			switch {
			case local && !slices.ContainsFunc(allowed, func(pattern string) bool { return matches(pattern, imported) }):
				t.Errorf("%s must not import %s", pkg, imported)
			case third && strings.HasPrefix(pkg, "runtime") && !isBelow(path, thirdParty[pkg]):
				t.Errorf("%s imports %s: the runtime imports only the standard library", pkg, path)
			case strings.HasPrefix(path, "github.com/dave/jennifer") && pkg != "codegen/emit":
				t.Errorf("%s imports jennifer: only codegen/emit prints Go", pkg)
			}
		}
	}
}

// isBelow reports whether a package is of a module.
func isBelow(path, module string) bool {
	return module != "" && strings.HasPrefix(path+"/", module+"/")
}

// allowedFor returns the entry of the longest pattern that fits the package.
func allowedFor(pkg string) ([]string, bool) {
	best := ""
	for pattern := range layers {
		if matches(pattern, pkg) && len(pattern) > len(best) {
			best = pattern
		}
	}
	return layers[best], best != ""
}

// matches reports whether a pattern of the table fits a package.
func matches(pattern, pkg string) bool {
	if below, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == below || strings.HasPrefix(pkg, below+"/")
	}
	return pattern == pkg
}
