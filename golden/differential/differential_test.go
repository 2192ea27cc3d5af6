package differential

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/codegen/project"
	"github.com/pyasync2go/pyasync2go/golden/python3"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

var (
	programs = flag.Int("programs", 60, "how many programs to compare")
	first    = flag.Uint64("first", 1, "the seed of the first program")
	batch    = flag.Int("batch", 250, "how many programs are converted and built together")
	keep     = flag.String("keep", "", "directory in which the batches stay")
)

// prelude stands before the programs of a batch.
const prelude = `def run(number: int, program):
    print("#", number)
    try:
        program()
    except Exception as e:
        print("raised", type(e).__name__, e)


`

// TestDifferential compares random programs with CPython.
func TestDifferential(t *testing.T) {
	python, err := python3.Find(t.Context(), python3.Command)
	if err != nil {
		t.Skip(err)
	}
	for begin := *first; begin < *first+uint64(*programs); begin += uint64(*batch) {
		end := min(begin+uint64(*batch), *first+uint64(*programs))
		t.Run(fmt.Sprintf("%d-%d", begin, end-1), func(t *testing.T) { compare(t, python, begin, end) })
	}
}

// compare runs the programs with the seeds from begin up to end.
func compare(t *testing.T, python string, begin, end uint64) {
	dir := t.TempDir()
	if *keep != "" {
		dir = filepath.Join(*keep, fmt.Sprintf("batch%d", begin))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	var text strings.Builder
	text.WriteString(prelude)
	for seed := begin; seed < end; seed++ {
		text.WriteString(Program(seed) + "\n\n")
	}
	for seed := begin; seed < end; seed++ {
		fmt.Fprintf(&text, "run(%d, p%d)\n", seed, seed)
	}
	script := filepath.Join(dir, "main.py")
	if err := os.WriteFile(script, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	want := outputs(t, exec.Command(python, "-W", "ignore", script))
	got := outputs(t, exec.Command(build(t, dir, script)))
	for seed := begin; seed < end; seed++ {
		name := fmt.Sprint(seed)
		if got[name] != want[name] {
			t.Errorf("program %d: got\n%swant\n%s%s", seed, got[name], want[name], Program(seed))
		}
	}
}

// build converts a script and builds what it became.
func build(t *testing.T, dir, script string) (bin string) {
	result, list, err := convert.File(script)
	if err != nil {
		t.Fatal(err)
	}
	if list.HasErrors() {
		var text strings.Builder
		if err := diag.WriteText(&text, list.Sorted()); err != nil {
			t.Fatal(err)
		}
		t.Fatalf("refused:\n%s", text.String())
	}
	m := &project.Module{Path: "converted/differential"}
	m.Add("main", result)
	files, err := m.Files()
	if err != nil {
		t.Fatal(err)
	}
	module := filepath.Join(dir, "module")
	if err := project.Write(module, files, true); err != nil {
		t.Fatal(err)
	}
	bin = filepath.Join(dir, "program")
	cmd := exec.Command("go", "build", "-trimpath", "-mod=vendor", "-ldflags=-s -w", "-o", bin, "./...")
	cmd.Dir = module
	cmd.Env = project.Environ(false)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}

// outputs runs a batch and gives what each of its programs printed.
func outputs(t *testing.T, cmd *exec.Cmd) map[string]string {
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("%v: %v\n%s", cmd, err, stderr.Bytes())
	}
	programs := map[string]string{}
	for _, part := range strings.Split("\n"+string(out), "\n# ")[1:] {
		number, printed, _ := strings.Cut(part, "\n")
		programs[number] = printed + "\n"
	}
	return programs
}
