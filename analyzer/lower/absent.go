package lower

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// A program may try to import what is not there: a faster module of others, the
// name of another version of Python, a module of Windows. Where it provides for
// that, the import raises what it raises in a plain CPython.

// provided holds the import statements of a module that the program expects to
// fail: in a try that catches ImportError, in the clause that catches it, or
// under a test of the version or the system.
func provided(m *ast.Module) map[ast.Stmt]bool {
	found := map[ast.Stmt]bool{}
	var walk func(body []ast.Stmt, expected bool)
	walk = func(body []ast.Stmt, expected bool) {
		for _, s := range body {
			switch s := s.(type) {
			case *ast.Import, *ast.ImportFrom:
				found[s] = expected
			case *ast.Try:
				caught := slices.ContainsFunc(s.Handlers, func(h *ast.ExceptHandler) bool {
					return catchesImportError(h.Type) || onlyImports(s.Body)
				})
				walk(s.Body, expected || caught)
				for _, h := range s.Handlers {
					walk(h.Body, expected || catchesImportError(h.Type))
				}
				walk(s.Orelse, expected)
				walk(s.Finalbody, expected)
			case *ast.If:
				tested := asksForPlatform(s.Test)
				walk(s.Body, expected || tested)
				walk(s.Orelse, expected || tested)
			case *ast.FunctionDef:
				walk(s.Body, false)
			case *ast.AsyncFunctionDef:
				walk(s.Body, false)
			case *ast.ClassDef:
				walk(s.Body, expected)
			case *ast.With:
				walk(s.Body, expected || slices.ContainsFunc(s.Items, suppressesImportError))
			case *ast.AsyncWith:
				walk(s.Body, expected)
			case *ast.For:
				walk(s.Body, expected)
				walk(s.Orelse, expected)
			case *ast.AsyncFor:
				walk(s.Body, expected)
				walk(s.Orelse, expected)
			case *ast.While:
				walk(s.Body, expected)
				walk(s.Orelse, expected)
			case *ast.Match:
				for _, c := range s.Cases {
					walk(c.Body, expected)
				}
			}
		}
	}
	walk(m.Body, false)
	return found
}

// catchesImportError reports whether an except clause is there for imports that fail.
func catchesImportError(e ast.Expr) bool {
	switch e := e.(type) {
	case nil:
		return true
	case *ast.Name:
		return e.Id == "ImportError" || e.Id == "ModuleNotFoundError"
	case *ast.Tuple:
		return slices.ContainsFunc(e.Elts, catchesImportError)
	}
	return false
}

// onlyImports reports whether a block does nothing but import.
func onlyImports(body []ast.Stmt) bool {
	return !slices.ContainsFunc(body, func(s ast.Stmt) bool {
		switch s.(type) {
		case *ast.Import, *ast.ImportFrom:
			return false
		}
		return true
	})
}

// importsSucceed reports whether a block does nothing but import from library
// modules what they have.
func (f *function) importsSucceed(body []ast.Stmt) bool {
	has := func(module, name string) bool {
		lib := api.Lookup(module)
		return f.program.modules[module] == nil && lib != nil && (name == "" || lib.Has(name))
	}
	return !slices.ContainsFunc(body, func(s ast.Stmt) bool {
		switch s := s.(type) {
		case *ast.Import:
			return slices.ContainsFunc(s.Names, func(a *ast.Alias) bool { return !has(a.Name, "") })
		case *ast.ImportFrom:
			return s.Level > 0 || slices.ContainsFunc(s.Names, func(a *ast.Alias) bool { return !has(s.Module, a.Name) })
		}
		return true
	})
}

// suppressesImportError reports whether a context manager is suppress(ImportError).
func suppressesImportError(item *ast.WithItem) bool {
	call, ok := item.ContextExpr.(*ast.Call)
	if !ok {
		return false
	}
	switch fn := call.Func.(type) {
	case *ast.Name:
		ok = fn.Id == "suppress"
	case *ast.Attribute:
		ok = fn.Attr == "suppress"
	}
	return ok && slices.ContainsFunc(call.Args, catchesImportError)
}

// asksForPlatform reports whether a test asks for the version of Python, the
// operating system or the Python that runs.
func asksForPlatform(test ast.Expr) bool {
	found := false
	ast.Inspect(test, func(n ast.Node) bool {
		if a, ok := n.(*ast.Attribute); ok {
			module, isName := a.Value.(*ast.Name)
			found = found || isName && api.TellsPlatform(module.Id, a.Attr)
		}
		return !found
	})
	return found
}

// absentModule is api.AbsentModule for the modules of this program.
func (l *lowerer) absentModule(name string) (missing string, absent bool) {
	return api.AbsentModule(name, func(prefix string) bool { return l.modules[prefix] != nil })
}

// absentName reports whether an import of a name from a library module fails.
func (l *lowerer) absentName(module, name string) bool {
	return l.modules[module] == nil && api.AbsentName(module, name)
}

// warnAbsent tells of something that converts to what fails when it runs.
func (f *function) warnAbsent(n ast.Node, code diag.Code, what, raises string) {
	f.program.diags = append(f.program.diags, diag.Diagnostic{
		Code: code, Severity: diag.Warning, File: f.File, Range: n.Span(),
		Message: what + " is not part of Python 3.13 on Linux: this raises " + raises + ", as in CPython",
	})
}

// importAbsent lowers the import of a module that is not there, where the
// program provides for that, or the module is one of Windows.
func (f *function) importAbsent(s ast.Stmt, name string) bool {
	missing, absent := f.program.absentModule(name)
	raises, windows := api.OnlyOnWindows(missing)
	switch {
	case !absent:
		return false
	case windows && raises == "ImportError":
		f.warnAbsent(s, diag.UnknownModule, "module "+missing, raises)
		f.emit(&ir.Do{X: pyCall("ForeignModule")})
	case windows:
		f.warnAbsent(s, diag.UnknownModule, "module "+missing, raises)
		f.emit(&ir.Do{X: pyCall("MissingModule", str(missing))})
	case f.provided[s]:
		f.warnAbsent(s, diag.UnknownModule, "module "+missing, "ModuleNotFoundError")
		f.emit(&ir.Do{X: pyCall("MissingModule", str(missing))})
	default:
		f.requireLibrary(s, missing)
	}
	return true
}

// importOrphan lowers a relative import in a script that is in no package.
func (f *function) importOrphan(s *ast.ImportFrom) {
	const why = "attempted relative import with no known parent package"
	d := diag.Diagnostic{Code: diag.UnknownModule, Severity: diag.Error, File: f.File, Range: s.Span(), Message: why}
	if f.provided[s] {
		d.Severity = diag.Warning
		d.Message += ": this raises ImportError, as in CPython"
		f.emit(&ir.Do{X: pyCall("OrphanImport")})
	} else {
		d.Hint = "give the directory of its package, which has a __main__.py, or import the module by its own name"
	}
	f.program.diags = append(f.program.diags, d)
}
