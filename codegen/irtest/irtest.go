// Package irtest makes programs in the intermediate form out of Go text, so that
// tests of codegen read as Go.
package irtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// Read makes a program of Go declarations. It knows the forms that tests use. A
// variable called err is an error, one called ok a bool, any other that is
// declared without a type has that of its literal, or is an int.
func Read(t *testing.T, text string) *ir.Program {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", "package main\n"+text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{t: t, fset: fset, file: file, funcs: map[string]*ir.Func{}, labels: map[string]*ir.Label{}}
	out := &ir.File{Name: "main"}
	for _, d := range file.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok {
			t.Fatalf("declaration %T", d)
		}
		r.open()
		decl := &ir.FuncDecl{Name: &ir.Func{Hint: fn.Name.Name}}
		decl.Params, decl.Results = r.fields(fn.Type.Params), r.fields(fn.Type.Results)
		decl.Body = r.block(fn.Body)
		r.close()
		out.Decls = append(out.Decls, decl)
	}
	return &ir.Program{Files: []*ir.File{out}}
}

type reader struct {
	t      *testing.T
	fset   *token.FileSet
	file   *ast.File
	scopes []map[string]*ir.Var
	labels map[string]*ir.Label
	funcs  map[string]*ir.Func
}

func (r *reader) open()  { r.scopes = append(r.scopes, map[string]*ir.Var{}) }
func (r *reader) close() { r.scopes = r.scopes[:len(r.scopes)-1] }

func (r *reader) declare(name string, typ ir.Type) *ir.Var {
	if name == "_" {
		return nil
	}
	v := &ir.Var{Hint: name, Type: typ}
	r.scopes[len(r.scopes)-1][name] = v
	return v
}

func (r *reader) lookup(name string) *ir.Var {
	for i := len(r.scopes) - 1; i >= 0; i-- {
		if v := r.scopes[i][name]; v != nil {
			return v
		}
	}
	return nil
}

func (r *reader) fields(list *ast.FieldList) []*ir.Var {
	if list == nil {
		return nil
	}
	var vars []*ir.Var
	for _, f := range list.List {
		typ := r.typ(f.Type)
		if len(f.Names) == 0 {
			vars = append(vars, &ir.Var{Type: typ})
		}
		for _, name := range f.Names {
			vars = append(vars, r.declare(name.Name, typ))
		}
	}
	return vars
}

func (r *reader) typ(e ast.Expr) ir.Type {
	switch e := e.(type) {
	case *ast.Ident:
		return ir.Basic(e.Name)
	case *ast.SelectorExpr:
		return &ir.Named{Pkg: e.X.(*ast.Ident).Name, Name: e.Sel.Name}
	case *ast.StarExpr:
		return &ir.Pointer{Elem: r.typ(e.X)}
	case *ast.ArrayType:
		return &ir.Slice{Elem: r.typ(e.Elt)}
	case *ast.MapType:
		return &ir.Map{Key: r.typ(e.Key), Value: r.typ(e.Value)}
	}
	r.t.Fatalf("type %T", e)
	return nil
}

// inferred is the type of a variable that is declared without one.
func inferred(name string, value ir.Expr) ir.Type {
	switch name {
	case "err":
		return ir.Error
	case "ok":
		return ir.Bool
	}
	if lit, ok := value.(*ir.Lit); ok {
		return ir.Basic(fmt.Sprintf("%T", lit.Value))
	}
	return ir.Int
}

func (r *reader) block(b *ast.BlockStmt) []ir.Stmt { return r.stmts(b.List) }

func (r *reader) stmts(list []ast.Stmt) []ir.Stmt {
	r.open()
	defer r.close()
	var out []ir.Stmt
	for _, s := range list {
		stmt := r.stmt(s)
		for _, group := range r.file.Comments {
			if r.fset.Position(group.End()).Line == r.fset.Position(s.Pos()).Line-1 {
				stmt.M().Lead = []string{group.List[0].Text[3:]}
			}
		}
		out = append(out, stmt)
	}
	return out
}

func (r *reader) stmt(s ast.Stmt) ir.Stmt {
	switch s := s.(type) {
	case *ast.ExprStmt:
		return &ir.Do{X: r.expr(s.X)}
	case *ast.ReturnStmt:
		return &ir.Return{Values: r.exprs(s.Results)}
	case *ast.DeclStmt:
		spec := s.Decl.(*ast.GenDecl).Specs[0].(*ast.ValueSpec)
		out := &ir.Declare{}
		if len(spec.Values) > 0 {
			out.Value = r.expr(spec.Values[0])
		}
		out.Var = r.declare(spec.Names[0].Name, r.typ(spec.Type))
		return out
	case *ast.IncDecStmt:
		return &ir.Update{Target: r.expr(s.X), Op: s.Tok.String()[:1]}
	case *ast.AssignStmt:
		return r.assign(s)
	case *ast.IfStmt:
		r.open()
		defer r.close()
		out := &ir.If{}
		if s.Init != nil {
			out.Init = r.stmt(s.Init)
		}
		out.Cond, out.Then = r.expr(s.Cond), r.block(s.Body)
		switch e := s.Else.(type) {
		case *ast.BlockStmt:
			out.Else = r.block(e)
		case *ast.IfStmt:
			out.Else = []ir.Stmt{r.stmt(e)}
		}
		return out
	case *ast.LabeledStmt:
		label := &ir.Label{Hint: s.Label.Name}
		r.labels[s.Label.Name] = label
		out := r.stmt(s.Stmt)
		switch out := out.(type) {
		case *ir.For:
			out.Label = label
		case *ir.Range:
			out.Label = label
		}
		return out
	case *ast.ForStmt:
		out := &ir.For{}
		if s.Cond != nil {
			out.Cond = r.expr(s.Cond)
		}
		out.Body = r.block(s.Body)
		return out
	case *ast.RangeStmt:
		r.open()
		defer r.close()
		out := &ir.Range{X: r.expr(s.X)}
		if s.Key != nil {
			out.Key = r.declare(s.Key.(*ast.Ident).Name, ir.Int)
		}
		if s.Value != nil {
			out.Value = r.declare(s.Value.(*ast.Ident).Name, ir.Int)
		}
		out.Body = r.block(s.Body)
		return out
	case *ast.SwitchStmt:
		out := &ir.Switch{}
		if s.Tag != nil {
			out.Tag = r.expr(s.Tag)
		}
		for _, c := range s.Body.List {
			clause := c.(*ast.CaseClause)
			r.open()
			out.Cases = append(out.Cases, ir.Case{Values: r.exprs(clause.List), Body: r.stmts(clause.Body)})
			r.close()
		}
		return out
	case *ast.BranchStmt:
		var label *ir.Label
		if s.Label != nil {
			label = r.labels[s.Label.Name]
		}
		if s.Tok == token.BREAK {
			return &ir.Break{Label: label}
		}
		return &ir.Continue{Label: label}
	case *ast.BlockStmt:
		return &ir.Block{Body: r.block(s)}
	}
	r.t.Fatalf("statement %T", s)
	return nil
}

func (r *reader) assign(s *ast.AssignStmt) ir.Stmt {
	values := r.exprs(s.Rhs)
	switch s.Tok {
	case token.DEFINE:
		let := &ir.Let{Values: values}
		for _, target := range s.Lhs {
			name := target.(*ast.Ident).Name
			let.Vars = append(let.Vars, r.declare(name, inferred(name, values[0])))
		}
		return let
	case token.ASSIGN:
		out := &ir.Assign{Values: values}
		for _, target := range s.Lhs {
			if id, ok := target.(*ast.Ident); ok && id.Name == "_" {
				out.Targets = append(out.Targets, nil)
				continue
			}
			out.Targets = append(out.Targets, r.expr(target))
		}
		return out
	}
	op := s.Tok.String()
	return &ir.Update{Target: r.expr(s.Lhs[0]), Op: op[:len(op)-1], Value: values[0]}
}

func (r *reader) exprs(list []ast.Expr) []ir.Expr {
	var out []ir.Expr
	for _, e := range list {
		out = append(out, r.expr(e))
	}
	return out
}

func (r *reader) expr(e ast.Expr) ir.Expr {
	switch e := e.(type) {
	case *ast.Ident:
		if v := r.lookup(e.Name); v != nil {
			return &ir.Ref{Var: v}
		}
		switch e.Name {
		case "nil":
			return &ir.Lit{}
		case "true", "false":
			return &ir.Lit{Value: e.Name == "true"}
		case "panic", "len":
			return &ir.Qual{Name: e.Name}
		}
		if r.funcs[e.Name] == nil {
			r.funcs[e.Name] = &ir.Func{Hint: e.Name, Go: e.Name}
		}
		return &ir.FuncRef{Func: r.funcs[e.Name]}
	case *ast.BasicLit:
		switch e.Kind {
		case token.INT:
			v, _ := strconv.Atoi(e.Value)
			return &ir.Lit{Value: v}
		case token.FLOAT:
			v, _ := strconv.ParseFloat(e.Value, 64)
			return &ir.Lit{Value: v}
		case token.STRING:
			v, _ := strconv.Unquote(e.Value)
			return &ir.Lit{Value: v}
		}
	case *ast.CallExpr:
		return &ir.Call{Fun: r.expr(e.Fun), Args: r.exprs(e.Args)}
	case *ast.SelectorExpr:
		pkg := e.X.(*ast.Ident).Name
		if pkg == "py" {
			pkg = "github.com/pyasync2go/pyasync2go/runtime/py"
		}
		return &ir.Qual{Pkg: pkg, Name: e.Sel.Name}
	case *ast.BinaryExpr:
		return &ir.Binary{Op: e.Op.String(), X: r.expr(e.X), Y: r.expr(e.Y)}
	case *ast.UnaryExpr:
		return &ir.Unary{Op: e.Op.String(), X: r.expr(e.X)}
	case *ast.IndexExpr:
		return &ir.Index{X: r.expr(e.X), Index: r.expr(e.Index)}
	case *ast.ParenExpr:
		return r.expr(e.X)
	case *ast.CompositeLit:
		out := &ir.Composite{Type: r.typ(e.Type)}
		for _, elem := range e.Elts {
			out.Elems = append(out.Elems, ir.Element{Value: r.expr(elem)})
		}
		return out
	case *ast.StarExpr:
		return &ir.Unary{Op: "*", X: r.expr(e.X)}
	case *ast.TypeAssertExpr:
		return &ir.Assert{X: r.expr(e.X), Type: r.typ(e.Type)}
	case *ast.FuncLit:
		r.open()
		defer r.close()
		lit := &ir.FuncLit{Params: r.fields(e.Type.Params), Results: r.fields(e.Type.Results)}
		lit.Body = r.block(e.Body)
		return lit
	}
	r.t.Fatalf("expression %T", e)
	return nil
}
