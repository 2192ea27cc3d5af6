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
	"context"
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
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

var (
	update = flag.Bool("update", false, "accept new Go that builds and prints what CPython printed")
	record = flag.Bool("record", false, "write down what CPython prints")
)

// TestGolden converts every program and compares the Go with what is here.
func TestGolden(t *testing.T) {
	for _, p := range all(t) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			result := converted(t, p)
			changed := false
			for _, f := range result.Files {
				old, err := os.ReadFile(filepath.Join(p.name, f.Name))
				if err != nil && !os.IsNotExist(err) {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(old), string(f.Text)); diff != "" {
					changed = true
					if !*update {
						t.Errorf("golden/%s/%s (-old +new); make golden accepts it if it is right:\n%s", p.name, f.Name, diff)
					}
				}
			}
			if changed && *update {
				accept(t, p, result)
			}
		})
	}
	if !*update {
		orphans(t)
	}
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

// accept writes the new Go of a program if it is right.
func accept(t *testing.T, p program, result *codegen.Result) {
	t.Helper()
	m := &project.Module{Path: "converted/" + p.name}
	m.Add(".", result)
	files, err := m.Files()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "module")
	if err := project.Write(dir, files, false); err != nil {
		t.Fatal(err)
	}
	findings, err := check.Module(dir, ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 {
		t.Fatalf("not clean to go vet: %v", findings)
	}
	bin := filepath.Join(t.TempDir(), p.name)
	if err := project.Build(context.Background(), files, bin, project.BuildOptions{}); err != nil {
		t.Fatal(err)
	}
	got, err := p.run(t, bin)
	if err != nil {
		t.Fatal(err)
	}
	if diff := differs(p.recorded(t), got); diff != "" {
		t.Fatal(diff)
	}
	if err := os.RemoveAll(p.name); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(p.name, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Files {
		if err := project.WriteFile(filepath.Join(p.name, f.Name), f.Text); err != nil {
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
	build := exec.Command("go", "build", "-trimpath", "-o", bin, "./...")
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
// recorded. It is skipped where there is no python3.13, unless REQUIRE_PYTHON is set.
func TestConfirm(t *testing.T) {
	python, err := exec.LookPath("python3.13")
	if err != nil {
		if os.Getenv("REQUIRE_PYTHON") != "" {
			t.Fatal(err)
		}
		t.Skip("no python3.13")
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
