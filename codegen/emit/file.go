// Package emit prints a named program as Go text through jennifer.
//
// It decides layout only: blank lines, comments, parentheses, literals and the
// import block. What the statements are is decided before (analyzer/lower,
// codegen/tidy), and so are the names (codegen/names). It is the only package
// that imports jennifer.
package emit

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"go/scanner"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen/names"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// printer holds what the printing of one file needs and learns.
type printer struct {
	imports *names.Imports
	used    map[string]bool // the import paths that the text names

	// header is set while the header of an if, for or switch is printed, where
	// a composite literal needs parentheses.
	header bool

	// origins and places are the functions and the statements of blocks that were
	// printed so far.
	origins []*ir.Origin
	places  []source.Range
}

// File returns the formatted text of the file, and, if its Python lines can be
// shown, that of a file with the table of them. Every name in it must have been
// given by names.Assign, which returned imports.
func File(f *ir.File, imports *names.Imports) (text, lines []byte, err error) {
	p := &printer{imports: imports, used: map[string]bool{}}
	text, err = p.file(f)
	if err != nil || f.Python == nil {
		return text, nil, err
	}
	lines, err = p.lines(f, text)
	return text, lines, err
}

// file prints the file.
func (p *printer) file(f *ir.File) ([]byte, error) {
	decls := p.decls(f.Decls)

	out := jen.NewFile("main")
	out.NoFormat = true
	for _, line := range commentLines(f.Doc) {
		out.PackageComment(line)
	}
	if block := p.importDecl(f.Links); block != nil {
		out.Add(block)
	}
	for _, d := range decls {
		out.Add(d)
	}
	if trailer := commentLines(f.Trailer); len(trailer) > 0 {
		out.Line()
		for _, line := range trailer {
			out.Comment(line)
		}
	}
	var text bytes.Buffer
	if err := out.Render(&text); err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	formatted, err := format.Source(text.Bytes())
	if err != nil {
		return nil, fmt.Errorf("%s: the converted text is not Go: %w%s", f.Name, err, faultyLine(text.String(), err))
	}
	return formatted, nil
}

// importDecl returns the import declaration of what was printed: the standard
// library first, the rest after a blank line, packages that are only linked under
// the blank name. It is nil if there are none.
func (p *printer) importDecl(links []string) *jen.Statement {
	var standard, other []string
	for _, path := range links {
		if !p.used[path] && !slices.Contains(other, path) {
			other = append(other, path)
		}
	}
	for path := range p.used {
		if strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
			other = append(other, path)
		} else {
			standard = append(standard, path)
		}
	}
	slices.Sort(standard)
	slices.Sort(other)
	spec := func(path string) *jen.Statement {
		s := jen.Null()
		if !p.used[path] {
			return s.Id("_").Lit(path)
		}
		if alias, ok := p.imports.Alias(path); ok {
			s.Id(alias)
		}
		return s.Lit(path)
	}
	switch len(standard) + len(other) {
	case 0:
		return nil
	case 1:
		return jen.Id("import").Add(spec(append(standard, other...)[0])).Line()
	}
	var specs []jen.Code
	for _, path := range standard {
		specs = append(specs, spec(path))
	}
	if len(standard) > 0 && len(other) > 0 {
		specs = append(specs, jen.Line())
	}
	for _, path := range other {
		specs = append(specs, spec(path))
	}
	return jen.Id("import").Custom(jen.Options{Open: "(", Close: ")", Multi: true}, specs...).Line()
}

// qualifier returns the identifier of the package, and notes that the file imports it.
func (p *printer) qualifier(path string) string {
	p.used[path] = true
	return p.imports.Name(path)
}

// faultyLine quotes the line that an error of the Go parser is about.
func faultyLine(text string, err error) string {
	var list scanner.ErrorList
	if !errors.As(err, &list) || len(list) == 0 {
		return ""
	}
	lines := strings.Split(text, "\n")
	if n := list[0].Pos.Line; n >= 1 && n <= len(lines) {
		return ": " + strings.TrimSpace(lines[n-1])
	}
	return ""
}
