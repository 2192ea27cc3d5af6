package cli

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
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
