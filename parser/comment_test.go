package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

func TestComments(t *testing.T) {
	text := "# top\nif x:  # why\n    y = '# no'\n    # end of block\n# after\n"
	module, _ := Parse(source.NewText("c.py", text))
	at := func(comment string) source.Range {
		start := int32(strings.Index(text, comment))
		return source.Range{Start: start, End: start + int32(len(comment))}
	}
	want := []ast.Comment{
		{Range: at("# top"), Text: "# top", OwnLine: true},
		{Range: at("# why"), Text: "# why"},
		{Range: at("# end of block"), Text: "# end of block", OwnLine: true},
		{Range: at("# after"), Text: "# after", OwnLine: true},
	}
	if diff := cmp.Diff(want, module.Comments); diff != "" {
		t.Error(diff)
	}
}

// TestRoundTrip rebuilds sources, byte for byte, from their tokens, comments and
// what stands between.
func TestRoundTrip(t *testing.T) {
	for _, c := range readCorpus(t) {
		if c.Src != nil && c.Mode == "exec" && c.Parse == nil {
			text := source.NewText("<s>", *c.Src).Text
			checkTokens(t, text, scanner.Scan(text, scanner.Options{ImplicitNewline: true}))
		}
	}
	modules, err := filepath.Glob(filepath.Join(stdlib(t), "asyncio", "*.py"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range modules {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		checkTokens(t, string(content), scanner.Scan(string(content), scanner.Options{ImplicitNewline: true}))
	}
}
