package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// collectImports notes what each import statement binds.
func (m *module) collectImports() {
	l := m.program
	m.provided = provided(m.AST)
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Import:
			for _, a := range n.Names {
				if _, absent := l.absentModule(a.Name); absent {
					l.absent[a] = true
					continue
				}
				o := origin{module: a.Name}
				if a.Asname == "" {
					o.module, _, _ = strings.Cut(a.Name, ".")
				}
				l.imports[a] = o
			}
		case *ast.ImportFrom:
			name, ok := n.Absolute(m.Package)
			_, absent := l.absentModule(name)
			for _, a := range n.Names {
				if !ok || absent && name != "" || l.absentName(name, a.Name) {
					l.absent[a] = true
					continue
				}
				l.imports[a] = origin{module: name, name: a.Name}
			}
		}
		return true
	})
}

// declare makes the names that other modules and functions can refer to before
// they are lowered.
func (m *module) declare() {
	l := m.program
	m.file.Name = strings.ReplaceAll(m.Name, ".", "_")
	if m.Name == "__main__" {
		m.file.Name = "main"
	} else {
		m.init = &ir.Func{Hint: "import_" + m.file.Name}
	}
	m.comments = newComments(m.AST)
	prefix := ""
	if m.Name != "__main__" {
		prefix = m.file.Name + "_"
	}
	for _, s := range m.AST.Body {
		if def, ok := s.(*ast.ClassDef); ok {
			m.declareStruct(def)
		}
		switch s := s.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef:
			d := l.definition(s)
			if d.facts.Static {
				hint := d.name
				if d.name == "main" && d.facts.Async {
					hint = "async_main"
				}
				if prefix != "" && l.taken[d.name] {
					hint = prefix + hint
				}
				l.taken[d.name] = true
				l.funcs[s] = &ir.Func{Hint: hint}
			}
		}
	}
}

// lower lowers the statements of the module: they become main, or the function
// that the first import runs.
func (m *module) lower() {
	f := &function{module: m, node: m.AST, scope: m.Scope.Module}
	body := m.AST.Body
	if doc, ok := docstringOf(body); ok {
		m.file.Doc = strings.Split(strings.Trim(doc, "\n"), "\n")
	} else if len(body) > 0 && isImport(body[0]) {
		// A comment above the imports is about the module.
		m.file.Doc, _ = m.comments.before(m, body[0], true)
	}
	body = withoutDocstring(body)
	if m.Name == "__main__" {
		m.lowerScript(f, body)
	} else {
		f.fails = false
		loaded := &ir.Var{Hint: m.file.Name + "_loaded", Type: ir.Bool, Global: true}
		f.global(loaded)
		var block []ir.Stmt
		f.block = &block
		f.emit(&ir.If{Cond: &ir.Ref{Var: loaded}, Then: []ir.Stmt{&ir.Return{}}})
		f.assign(&ir.Ref{Var: loaded}, &ir.Lit{Value: true})
		f.hintNames()
		f.framed(m.AST, "<module>", func() {
			f.statements(body)
		})
		block = f.declareLocals(block, nil)
		m.file.Decls = append(m.file.Decls, &ir.FuncDecl{
			Does: "runs the module " + m.Name + " when it is first imported.", Name: m.init, Body: block,
		})
	}
	m.file.Trailer = m.comments.rest(m)
}

func isImport(s ast.Stmt) bool {
	switch s.(type) {
	case *ast.Import, *ast.ImportFrom:
		return true
	}
	return false
}

// takesMain notes that the call of asyncio.run in the script's body is all that
// the program does.
func (m *module) takesMain(body []ast.Stmt) {
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
				return false
			}
			if rung, ok := m.program.rungs[n]; ok && strings.HasPrefix(rung.Form, "asyncio.Run") {
				rung.Form = "asyncio.Main"
				m.program.rungs[n] = rung
			}
			return true
		})
	}
}

// lowerScript lowers the script: a body that only runs one coroutine becomes
// asyncio.Main, any other py.Main.
func (m *module) lowerScript(f *function, body []ast.Stmt) {
	f.fails = true
	block := f.within(func() {
		if m.program.uses.characterNames {
			f.emit(&ir.Do{X: pyCall("SetCharacterNames", &ir.Qual{Pkg: runtimePath + "pystd/unicodedata", Name: "Name"})})
		}
		f.hintNames()
		f.provideModules()
		f.framed(m.AST, "<module>", func() { f.statements(body) })
	})
	main := &ir.FuncDecl{Name: &ir.Func{Hint: "main"}, Meta: ir.Meta{Spaced: true}}
	if kept := unframed(m.program.kept(block)); len(kept) == 1 {
		if run, ok := mainRun(kept[0]); ok {
			m.takesMain(body)
			call := &ir.Do{Meta: *kept[0].M(), X: aioCall("Main", run)}
			main.Body = []ir.Stmt{call}
			m.file.Decls = append(m.file.Decls, main)
			return
		}
	}
	if !terminates(block) {
		block = append(block, &ir.Return{Values: []ir.Expr{&ir.Lit{}}})
	}
	lit := &ir.FuncLit{Results: []*ir.Var{{Type: ir.Error}}, Body: f.declareLocals(block, nil)}
	main.Body = []ir.Stmt{&ir.Do{X: pyCall("Main", lit)}}
	m.file.Decls = append(m.file.Decls, main)
}

// mainRun recognizes the statement that asyncio.run(main()) was lowered to, for
// an async main that gives nothing.
func mainRun(s ir.Stmt) (ir.Expr, bool) {
	if check, ok := s.(*ir.If); ok {
		let, ok := check.Init.(*ir.Let)
		if !ok || len(let.Values) != 1 || len(let.Vars) != 1 {
			return nil, false
		}
		call, ok := let.Values[0].(*ir.Call)
		if !ok {
			return nil, false
		}
		fun, ok := call.Fun.(*ir.Qual)
		if ok && fun.Pkg == asyncioPath && fun.Name == "RunFunc" && len(call.Args) == 1 {
			return call.Args[0], true
		}
	}
	return nil, false
}

// isGlobal reports whether a symbol is a variable of a module.
func (f *function) isGlobal(sym *scope.Symbol) bool {
	return sym.Scope != nil && sym.Scope.Parent == nil
}

// global declares a package variable.
func (m *module) global(v *ir.Var) {
	m.file.Decls = append(m.file.Decls, &ir.VarDecl{Var: v})
}

// asValue is the module as a *py.Module.
func (m *module) asValue() ir.Expr {
	if m.object == nil {
		m.object = &ir.Var{Hint: m.file.Name + "_module", Type: pointerTo(pyPath, "Module"), Global: true}
		m.file.Decls = append(m.file.Decls, &ir.VarDecl{
			Var: m.object, Value: pyCall("ModuleOf", m.globals()), Infer: true,
		})
	}
	return &ir.Ref{Var: m.object}
}

// staticDefinition returns the static function that a symbol always names.
func (f *function) staticDefinition(sym *scope.Symbol) *definition {
	if sym == nil || len(sym.Bindings) != 1 {
		return nil
	}
	n := sym.Bindings[0]
	facts := f.program.facts.Funcs[n]
	if facts == nil || !facts.Static || facts.Method != nil {
		return nil
	}
	return f.program.definition(n)
}

// definitionModule is the module that a function is defined in.
func (f *function) definitionModule(d *definition) *module {
	if f.Scope.Defs[d.node] != nil {
		return f.module
	}
	for _, m := range f.program.modules {
		if m.Scope.Defs[d.node] != nil {
			return m
		}
	}
	return f.module
}

// meta is the Meta of something made from a node.
func (f *function) meta(n ast.Node) ir.Meta { return ir.Meta{Range: n.Span(), Spaced: true} }

// varType is the static type of a variable.
func (l *lowerer) varType(sym *scope.Symbol) types.Type {
	if seq := l.findSequences().params[sym]; seq != nil {
		return seq
	}
	if t := l.facts.Vars[sym]; t != nil && t != types.Never && t != types.None {
		return t
	}
	return types.Any
}

func (f *function) varType(sym *scope.Symbol) types.Type {
	t := f.program.varType(sym)
	if v := f.program.vars[sym]; v != nil && v.Type == ir.Any {
		if !f.isAny(t) {
			return types.Any
		}
	}
	return t
}

func (f *function) holdsNone(t types.Type) bool      { return f.program.holdsNone(t) }
func (f *function) goType(t types.Type) ir.Type      { return f.program.goType(t) }
func (f *function) isAny(t types.Type) bool          { return f.program.isAny(t) }
func (f *function) to(t types.Type, v value) ir.Expr { return f.program.to(t, v) }
func (f *function) boxed(v value) ir.Expr            { return f.program.boxed(v) }
func (f *function) typed(v value) ir.Expr            { return f.program.typed(v) }
