package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/codegen/convert"
)

const readme = "../../../README.md"

// TestReadme holds the table of modules in the README to the library table.
func TestReadme(t *testing.T) {
	const begin, end = "<!-- modules: written by make generate -->\n", "<!-- end of modules -->"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatal("README.md has no place for the modules")
	}
	var table strings.Builder
	table.WriteString("| module | names |\n|---|--:|\n")
	for _, module := range api.Libraries() {
		fmt.Fprintf(&table, "| `%s` | %d |\n", module.Name, len(module.Names()))
	}
	want := before + begin + table.String() + end + after
	if want == string(text) {
		return
	}
	if !*update {
		t.Fatal("README.md does not list the modules of the library table: run make generate")
	}
	if err := os.WriteFile(readme, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestReadmeExample holds the Go that the README shows to what its Python becomes.
func TestReadmeExample(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "fetch.py")
	if err := os.WriteFile(script, []byte(fenced(t, string(text), "python")), 0o600); err != nil {
		t.Fatal(err)
	}
	result, list, err := convert.File(script)
	if err != nil || len(list) > 0 {
		t.Fatalf("%v %v", err, list)
	}
	_, body, _ := strings.Cut(string(result.Files[0].Text), ")\n\n")
	if diff := cmp.Diff(body, fenced(t, string(text), "go")); diff != "" {
		t.Errorf("README.md shows other Go than its program becomes (-becomes +shown):\n%s", diff)
	}
}

// fenced returns the first code block of a language.
func fenced(t *testing.T, text, language string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, "```"+language+"\n")
	block, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatalf("README.md has no block of %s", language)
	}
	return block
}
