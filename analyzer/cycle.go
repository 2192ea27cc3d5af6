package analyzer

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// cycles follows the imports of a program in the order in which they run. A
// module that is imported while it is being imported is as far as it has come:
// what it has bound so far can be imported, anything else is an ImportError in
// Python, and refused.
type cycles struct {
	modules map[string]*Module
	scopes  map[*Module]*scope.Info
	running map[string]ast.Node // the statement that a module has come to
	done    map[string]bool
	diags   diag.List
}

// cyclicImports reports the imports of names that are not bound yet.
func cyclicImports(in *Input, scopes map[*Module]*scope.Info) diag.List {
	c := &cycles{
		modules: map[string]*Module{}, scopes: scopes,
		running: map[string]ast.Node{}, done: map[string]bool{},
	}
	for _, m := range in.Modules {
		c.modules[m.Name] = m
	}
	c.run(in.Script())
	return c.diags
}

// run follows the statements that run when a module is imported.
func (c *cycles) run(m *Module) {
	c.statements(m, m.AST.Body)
	delete(c.running, m.Name)
	c.done[m.Name] = true
}

func (c *cycles) statements(m *Module, body []ast.Stmt) {
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
				return false // runs when it is called
			case *ast.If:
				if m.skips(n) {
					c.statements(m, n.Orelse)
					return false
				}
			case *ast.Import:
				c.running[m.Name] = n
				for _, a := range n.Names {
					c.load(a.Name)
				}
			case *ast.ImportFrom:
				c.running[m.Name] = n
				c.names(m, n)
			}
			return true
		})
	}
}

// skips reports whether the body of an if statement does not run when m is
// imported: that of "if TYPE_CHECKING", and what only a script does.
func (m *Module) skips(s *ast.If) bool {
	switch test := s.Test.(type) {
	case *ast.Name:
		return test.Id == "TYPE_CHECKING"
	case *ast.Attribute:
		return test.Attr == "TYPE_CHECKING"
	case *ast.Compare:
		left, ok := test.Left.(*ast.Name)
		return ok && left.Id == "__name__" && m.Name != "__main__"
	}
	return false
}

// load runs a module, the packages around it first, unless it has begun to run.
func (c *cycles) load(name string) {
	parts := strings.Split(name, ".")
	for i := range parts {
		prefix := strings.Join(parts[:i+1], ".")
		m := c.modules[prefix]
		if m == nil {
			return
		}
		if c.running[prefix] == nil && !c.done[prefix] {
			c.run(m)
		}
	}
}

// names follows a from ... import statement of m.
func (c *cycles) names(m *Module, s *ast.ImportFrom) {
	base, ok := s.Absolute(m.Package)
	if !ok {
		return
	}
	c.load(base)
	from := c.modules[base]
	at := c.running[base]
	for _, a := range s.Names {
		sub := strings.Trim(base+"."+a.Name, ".")
		switch {
		case from != nil && at != nil && from != m && !c.bound(from, a.Name, at):
			if c.modules[sub] == nil {
				c.diags = append(c.diags, diag.Diagnostic{
					Code: diag.CyclicImport, Severity: diag.Error, File: m.File, Range: a.Span(),
					Message: "module " + base + ", which is being imported itself, has not bound " + a.Name + " yet",
					Hint:    "import the module " + base + " and use its " + a.Name + " where functions run",
				})
			}
			c.load(sub)
		case from == nil || c.scopes[from].Module.Symbols[a.Name] == nil:
			c.load(sub)
		}
	}
}

// bound reports whether a module binds a name before it comes to a statement.
func (c *cycles) bound(m *Module, name string, at ast.Node) bool {
	sym := c.scopes[m].Module.Symbols[name]
	if sym == nil {
		return false
	}
	for _, b := range sym.Bindings {
		if b.Span().Start < at.Span().Start {
			return true
		}
	}
	return false
}
