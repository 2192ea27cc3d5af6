package cli

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the generated files")

// TestCodes holds codes_gen.go to the doc comments of the codes in parser/diag.
func TestCodes(t *testing.T) {
	docs := readCodes(t)
	for i, c := range docs {
		if c.Doc == "" {
			t.Errorf("%s (%s) has no doc comment", c.Code, c.Name)
		}
		if i > 0 && docs[i-1].Code == c.Code {
			t.Errorf("%s is both %s and %s", c.Code, docs[i-1].Name, c.Name)
		}
	}
	var text bytes.Buffer
	text.WriteString("// Code generated from parser/diag by TestCodes (make generate). DO NOT EDIT.\n\n")
	text.WriteString("package cli\n\nvar codeDocs = []codeDoc{\n")
	for _, c := range docs {
		fmt.Fprintf(&text, "{Code: %q, Name: %q, Doc: %q},\n", c.Code, c.Name, c.Doc)
	}
	text.WriteString("}\n")
	want, err := format.Source(text.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("codes_gen.go", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("codes_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("codes_gen.go is not what parser/diag says: run make generate")
	}
}

// readCodes returns the constants of type Code in parser/diag by their codes.
func readCodes(t *testing.T) []codeDoc {
	t.Helper()
	names, err := filepath.Glob("../../../parser/diag/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var docs []codeDoc
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			typ, ok := spec.Type.(*ast.Ident)
			lit, isLit := spec.Values[0].(*ast.BasicLit)
			if !ok || typ.Name != "Code" || !isLit {
				return true
			}
			code, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			doc := spec.Doc.Text()
			if doc == "" {
				doc = spec.Comment.Text()
			}
			docs = append(docs, codeDoc{Code: code, Name: spec.Names[0].Name, Doc: strings.TrimSpace(doc)})
			return true
		})
	}
	slices.SortFunc(docs, func(a, b codeDoc) int { return cmp.Compare(a.Code, b.Code) })
	return docs
}
