// Package golden holds the Go that the programs of testdata become, a package
// main each, and the tests that hold the converter to it:
//
//   - TestGolden compares the text,
//   - TestRun builds all of it in one go build, runs it, and compares with what
//     CPython printed,
//   - TestConfirm asks CPython itself, where there is one.
//
// With -update, TestGolden takes the new text of a program, if it builds, is
// clean to go vet and prints what CPython printed. With -record, TestConfirm
// writes down what CPython prints.
package golden_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/codegen/check"
	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/codegen/project"
	"github.com/pyasync2go/pyasync2go/golden/python3"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

var (
	update = flag.Bool("update", false, "accept new Go that builds and prints what CPython printed")
	record = flag.Bool("record", false, "write down what CPython prints")
)

// TestGolden converts every program and compares the Go with what is here.
func TestGolden(t *testing.T) {
	var changed []change
	for _, p := range all(t) {
		t.Run(p.name, func(t *testing.T) {
			result := converted(t, p)
			var diffs []string
			for _, f := range result.Files {
				old, err := os.ReadFile(filepath.Join(p.name, f.Name))
				if err != nil && !os.IsNotExist(err) {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(old), string(f.Text)); diff != "" {
					diffs = append(diffs, fmt.Sprintf("golden/%s/%s (-old +new):\n%s", p.name, f.Name, diff))
				}
			}
			switch {
			case len(diffs) == 0:
			case *update:
				changed = append(changed, change{p, result})
			default:
				t.Errorf("%s\nmake golden accepts it, if it is right", strings.Join(diffs, "\n"))
			}
		})
	}
	if len(changed) > 0 {
		accept(t, changed)
	}
	orphans(t)
}

// converted converts a program.
func converted(t *testing.T, p program) *codegen.Result {
	t.Helper()
	result, list, err := convert.File(p.script())
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
	return result
}

// change is the new Go of a program.
type change struct {
	program
	result *codegen.Result
}

// accept writes the new Go of those programs for which it is right: it builds,
// is clean to go vet, and prints what CPython printed. All are built as one module.
func accept(t *testing.T, changed []change) {
	m := &project.Module{Path: "converted/golden"}
	for _, c := range changed {
		m.Add(c.name, c.result)
	}
	files, err := m.Files()
	if err != nil {
		t.Fatal(err)
	}
	dir, bin := filepath.Join(t.TempDir(), "module"), t.TempDir()
	if err := project.Write(dir, files, false); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-trimpath", "-mod=vendor", "-o", bin, "./...")
	build.Dir = dir
	build.Env = project.Environ(false)
	if out, err := build.CombinedOutput(); err != nil {
		t.Errorf("go build: %v\n%s", err, out)
	}
	findings, err := check.Module(dir, "./...")
	if err != nil {
		t.Fatal(err)
	}
	unclean := map[string]bool{}
	for _, f := range findings {
		t.Errorf("go vet: %v", f)
		unclean[filepath.Base(filepath.Dir(f.Pos.Filename))] = true
	}
	for _, c := range changed {
		if unclean[c.name] {
			continue
		}
		t.Run(c.name+"/accept", func(t *testing.T) {
			t.Parallel()
			got, err := c.run(t, filepath.Join(bin, c.name))
			if err != nil {
				t.Fatal(err)
			}
			if diff := differs(c.recorded(t), got); diff != "" {
				t.Fatal(diff)
			}
			replace(t, c)
		})
	}
}

// replace makes the directory of a program hold its new Go and nothing else.
func replace(t *testing.T, c change) {
	t.Helper()
	if err := os.RemoveAll(c.name); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(c.name, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range c.result.Files {
		if err := project.WriteFile(filepath.Join(c.name, f.Name), f.Text); err != nil {
			t.Fatal(err)
		}
	}
}

// orphans reports Go here that no program became.
func orphans(t *testing.T) {
	t.Helper()
	mains, err := filepath.Glob("*/main.go")
	if err != nil {
		t.Fatal(err)
	}
	list := all(t)
	for _, name := range mains {
		dir := filepath.Dir(name)
		if !slices.ContainsFunc(list, func(p program) bool { return p.name == dir }) {
			t.Errorf("golden/%s has no program testdata/%s", dir, dir)
		}
	}
}

// TestRun builds the Go of all programs with one go build, and runs it.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs every program")
	}
	bin := t.TempDir()
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", bin, "./...")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, p := range all(t) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			got, err := p.run(t, filepath.Join(bin, p.name))
			if err != nil {
				t.Fatal(err)
			}
			if diff := differs(p.recorded(t), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestConfirm runs every program on CPython 3.13 and compares with what is
// recorded. It is skipped where no python3.13 runs, unless REQUIRE_PYTHON is set.
func TestConfirm(t *testing.T) {
	python, err := python3.Find(t.Context(), python3.Command)
	if err != nil {
		if os.Getenv("REQUIRE_PYTHON") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	for _, p := range all(t) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			script, err := filepath.Abs(p.script())
			if err != nil {
				t.Fatal(err)
			}
			got, err := p.run(t, python, script)
			if err != nil {
				t.Fatal(err)
			}
			if *record {
				write(t, p, got)
				return
			}
			if diff := differs(p.recorded(t), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// write records an outcome.
func write(t *testing.T, p program, got outcome) {
	t.Helper()
	for ext, text := range map[string]string{
		".out": got.stdout,
		".err": map[bool]string{true: got.lastErr + "\n"}[got.status != 0 && got.lastErr != ""],
		".rc":  map[bool]string{true: fmt.Sprintln(got.status)}[got.status != 0],
	} {
		name := filepath.Join(p.dir, "main"+ext)
		if text == "" && ext != ".out" {
			if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
