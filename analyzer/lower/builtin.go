package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// isBuiltin reports whether a name means Python's builtin.
func (f *function) isBuiltin(e *ast.Name) bool {
	sym := f.Scope.Uses[e]
	return sym == nil || sym.Kind == scope.Builtin
}

// builtinClasses are the builtin types, by the runtime's variable for them.
var builtinClasses = map[string]string{
	"int": "IntClass", "float": "FloatClass", "str": "StrClass", "bool": "BoolClass", "list": "ListClass",
	"dict": "DictClass", "set": "SetClass", "frozenset": "FrozenSetClass", "tuple": "TupleClass",
	"bytes": "BytesClass", "object": "ObjectClass", "type": "TypeClass", "complex": "ComplexClass",
}

// builtinFunctions are the other builtin names that convert.
var builtinFunctions = set(`abs aiter all anext any ascii bin bytearray callable chr classmethod delattr dir divmod
	enumerate filter format getattr hasattr hash hex id input isinstance issubclass iter len map max memoryview
	min next oct open ord pow print property range repr reversed round setattr slice sorted staticmethod sum
	super vars zip exit quit`)

func isBuiltinFunction(name string) bool { return builtinFunctions[name] }

// refusedBuiltins need the program's source or a compiler when it runs.
var refusedBuiltins = map[string]string{
	"eval":       "Go has no evaluation of source text; use a parser for the input, such as json.loads",
	"exec":       "Go has no evaluation of source text",
	"compile":    "Go has no evaluation of source text",
	"__import__": "import the module by an import statement",
	"locals":     "keep the names in a dict of your own",
	"breakpoint": "use a Go debugger on the converted program",
	"help":       "docstrings become Go comments",
	"copyright":  "it is a text about CPython",
	"credits":    "it is a text about CPython",
	"license":    "it is a text about CPython",
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// uses tells what a program has anywhere, where that decides about a form that
// must be the same in all of it.
type uses struct {
	api.Feature
	logs           bool     // it logs
	warns          bool     // it has the module warnings
	lines          bool     // a text may ask for the lines of log records
	formats        bool     // a class has __format__
	characterNames bool     // characters are encoded by their names
	links          []string // packages to be linked even if nothing names them
}

// runsLoop reports whether statements call asyncio.run.
func runsLoop(body []ast.Stmt) bool {
	found := false
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			a, ok := n.(*ast.Attribute)
			found = found || ok && a.Attr == "run"
			return !found
		})
	}
	return found
}

// asksOfFutures counts the calls by which a program asks futures for what they ended
// with, by the names of the methods.
func asksOfFutures(m *ast.Module) map[string]int {
	count := map[string]int{}
	ast.Inspect(m, func(n ast.Node) bool {
		if call, ok := n.(*ast.Call); ok && len(call.Args)+len(call.Keywords) == 0 {
			if attr, ok := call.Func.(*ast.Attribute); ok && api.AsksFuture(attr.Attr) {
				count[attr.Attr]++
			}
		}
		return true
	})
	return count
}

func programUses(mods []*Module) uses {
	var u uses
	mentioned := map[string]bool{}
	for _, m := range mods {
		if scope.RaisesHandled(m.AST) {
			u.Feature |= api.Handled
		}
		asked := asksOfFutures(m.AST)
		scope.Mentions(m.AST, m.Scope, func(name string) {
			if asked[name] > 0 {
				asked[name]--
				return
			}
			u.Feature |= api.Mentions(name)
			mentioned[name] = true
			u.logs = u.logs || api.Logs(name)
			u.warns = u.warns || api.Warns(name)
		})
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef:
				u.formats = u.formats || n.Name == "__format__"
			case *ast.Try:
				if runsLoop(n.Body) {
					u.Feature |= api.Outcomes
				}
			case *ast.FormattedValue:
				if n.Conversion == 'r' {
					u.Feature |= api.CoroutineNames
				}
			case *ast.Keyword:
				mentioned[n.Arg+"="] = true
			case *ast.Attribute:
				u.lines = u.lines || api.TellsLines(n.Attr)
				mentioned["."+n.Attr] = true
			case *ast.Constant:
				u.characterNames = u.characterNames || n.Value == "namereplace"
				text, _ := n.Value.(string)
				u.lines = u.lines || api.TellsLines(text)
			}
			return true
		})
	}
	u.links = api.Links(func(name string) bool { return mentioned[name] })
	return u
}
