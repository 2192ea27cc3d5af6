package lower

import (
	"strings"

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
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// uses tells which features a program has anywhere, where that decides about a
// form that must be the same in all of it.
type uses struct {
	docs        bool // __doc__ is read
	annotations bool // annotations are read
	coroutines  bool // names of coroutines are shown
	threads     bool // threads beside to_thread are used
	contexts    bool // the exception being handled can be asked for
	kinds       bool // whether a function makes generators can be asked
	formats     bool // a class has __format__
	names       bool // characters are encoded by their names
	hints       bool // annotations that are strings are evaluated
	recursion   bool // the limit of recursion matters
	timeouts    bool // the library raises TimeoutError from calls that are no awaits
	outcomes    bool // calls that are no awaits raise what a future or a coroutine ended with
	redirects   bool // sys.stdout is replaced, so print cannot become fmt.Println
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

func programUses(mods []*Module) uses {
	var u uses
	name := func(s string) {
		switch s {
		case "__doc__", "getdoc":
			u.docs = true
		case "__annotations__", "__type_params__", "get_type_hints", "signature", "singledispatch", "singledispatchmethod", "get_annotations", "Signature":
			u.annotations = true
		case "get_coro", "__qualname__", "__name__", "all_tasks", "current_task", "repr", "get_stack", "print_stack", "set_debug":
			u.coroutines = true
		case "__context__", "__traceback__", "format_exc", "print_exc", "exc_info", "TracebackException", "format_exception", "exception":
			u.contexts = true
		case "isgeneratorfunction", "isasyncgenfunction":
			u.kinds = true
		case "RecursionError", "setrecursionlimit":
			u.recursion = true
		case "result", "send", "throw", "run_until_complete", "run_coroutine_threadsafe", "Runner":
			u.outcomes = true
		case "redirect_stdout", "stdout":
			u.redirects = true
		case "threading", "concurrent", "concurrent.futures", "run_in_executor", "multiprocessing":
			u.threads = true
			u.timeouts = true
		case "socket", "ssl", "urllib.request", "http.client", "smtplib", "ftplib", "imaplib", "poplib", "errno":
			u.timeouts = true
		}
	}
	for _, m := range mods {
		u.hints = u.hints || scope.AsksForHints(m.AST)
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef:
				u.formats = u.formats || n.Name == "__format__"
			case *ast.Attribute:
				name(n.Attr)
			case *ast.Try:
				u.outcomes = u.outcomes || runsLoop(n.Body)
			case *ast.Name:
				name(n.Id)
			case *ast.Alias:
				name(n.Name)
			case *ast.ImportFrom:
				name(n.Module)
			case *ast.FormattedValue:
				u.coroutines = u.coroutines || n.Conversion == 'r'
			case *ast.Constant:
				if s, ok := n.Value.(string); ok && strings.HasPrefix(s, "__") {
					name(s)
				}
				u.names = u.names || n.Value == "namereplace"
			}
			return true
		})
	}
	return u
}
