package analyzer

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Input is a program to analyze: a script and the local modules that it
// imports, each after those that it imports itself, if these do not import it in
// turn; the script is the last.
type Input struct {
	Modules []*Module
}

// Module is one parsed Python module of a program.
type Module struct {
	Name    string // dotted, as import statements name it; "__main__" for the script
	Package string // that its relative imports start from; "" if it is in none
	File    *source.File
	AST     *ast.Module
}

// Script returns the module that the program starts with.
func (in *Input) Script() *Module { return in.Modules[len(in.Modules)-1] }

// Load reads and parses the script at path and, recursively, the modules and
// packages beside it that it imports. The diagnostics hold what makes the
// program unusable: a file that cannot be read, a syntax error.
func Load(path string) (*Input, diag.List) {
	content, err := source.Read(path)
	if err != nil {
		return &Input{}, unreadable(path, err)
	}
	return LoadSource(path, content)
}

// LoadModule is Load for a script that is a module of the package pkg, which lies
// below root, as python -m runs it: the package is imported before it, and its
// relative imports start there.
func LoadModule(path, root, pkg string) (*Input, diag.List) {
	content, err := source.Read(path)
	if err != nil {
		return &Input{}, unreadable(path, err)
	}
	ld := &loader{root: root, pkg: pkg, seen: map[string]*Module{}, in: &Input{}}
	file := source.New(path, content)
	ld.load(&Module{File: file}, &ast.Module{}, pkg)
	ld.module("__main__", file)
	return ld.in, ld.diags
}

func unreadable(path string, err error) diag.List {
	return diag.List{{
		Code: diag.Unreadable, Severity: diag.Error, File: source.NewText(path, ""),
		Message: "cannot read the file: " + reason(err),
	}}
}

// reason is an error of package os without the path, which the message names already.
func reason(err error) string {
	if pathErr, ok := err.(*os.PathError); ok {
		return pathErr.Err.Error()
	}
	return err.Error()
}

// LoadSource is Load for a script whose content is already read.
func LoadSource(path string, content []byte) (*Input, diag.List) {
	ld := &loader{root: filepath.Dir(path), seen: map[string]*Module{}, in: &Input{}}
	ld.module("__main__", source.New(path, content))
	return ld.in, ld.diags
}

// loader finds a program's modules, depth first.
type loader struct {
	root  string
	pkg   string // the package of the script, if it is run as a module of one
	seen  map[string]*Module
	in    *Input
	diags diag.List
}

// module parses a module, loads what it imports, and adds it to the program.
func (ld *loader) module(name string, file *source.File) {
	tree, diags := parser.Parse(file)
	ld.diags = append(ld.diags, diags...)
	m := &Module{Name: name, Package: packageOf(name, file), File: file, AST: tree}
	if name == "__main__" {
		m.Package = ld.pkg
	}
	ld.seen[name] = m
	if !diags.HasErrors() {
		ld.imports(m)
		dropUnbinding(m.AST) // now that stars have become names
	}
	ld.in.Modules = append(ld.in.Modules, m)
}

// packageOf returns the package that relative imports of an imported module start
// from.
func packageOf(name string, file *source.File) string {
	if filepath.Base(file.Name) == "__init__.py" {
		return name
	}
	if i := strings.LastIndex(name, "."); i >= 0 {
		return name[:i]
	}
	return ""
}

// imports loads the local modules that m imports.
func (ld *loader) imports(m *Module) {
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Import:
			for _, a := range n.Names {
				ld.load(m, a, a.Name)
			}
		case *ast.ImportFrom:
			base, ok := n.Absolute(m.Package)
			if !ok {
				return true // it raises ImportError
			}
			ld.load(m, n, base)
			if n.Names[0].Name == "*" {
				ld.expand(m, n, base)
			}
			for _, a := range n.Names {
				if a.Name != "*" {
					ld.load(m, a, strings.Trim(base+"."+a.Name, "."))
				}
			}
		case *ast.Call:
			ld.namedImport(m, n)
		}
		return true
	})
}

// load loads the module called name, and the packages around it, if they are
// local files.
func (ld *loader) load(from *Module, n ast.Node, name string) {
	parts := strings.Split(name, ".")
	for i := range parts {
		prefix := strings.Join(parts[:i+1], ".")
		file := ld.find(prefix)
		if file == "" {
			return
		}
		if ld.seen[prefix] != nil {
			continue
		}
		content, err := source.Read(file)
		if err != nil {
			ld.diags = append(ld.diags, diag.Diagnostic{
				Code: diag.Unreadable, Severity: diag.Error, File: from.File, Range: n.Span(),
				Message: "cannot read " + file + ": " + reason(err),
			})
			continue
		}
		ld.module(prefix, source.New(file, content))
	}
}

// find returns the file of a local module or package, or "".
func (ld *loader) find(name string) string {
	base := filepath.Join(ld.root, filepath.FromSlash(strings.ReplaceAll(name, ".", "/")))
	for _, file := range []string{base + ".py", filepath.Join(base, "__init__.py")} {
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file
		}
	}
	return ""
}
