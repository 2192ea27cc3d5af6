package api

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestTimeouts holds the names of the feature Timeouts to the runtime: whatever is
// made on sockets can raise TimeoutError.
func TestTimeouts(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Deps " "}}`, runtimePath+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		deps[fields[0]] = fields
	}
	found := 0
	for name, l := range libraries {
		if l.Package == runtimePath+"asyncio" || !slices.Contains(deps[l.Package], runtimePath+"pystd/socket") {
			continue
		}
		found++
		root, _, _ := strings.Cut(name, ".")
		if !(Mentions(name) | Mentions(root)).Has(Timeouts) {
			t.Errorf("module %s is made on sockets, but Mentions(%q) has no Timeouts", name, name)
		}
	}
	if found == 0 {
		t.Error("no module is made on sockets")
	}
}
