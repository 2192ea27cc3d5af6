package project_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/codegen/project"
)

// hello is a module of one program that uses no runtime.
func hello(text string) *project.Module {
	m := &project.Module{Path: "converted/hello"}
	m.Add(".", &codegen.Result{Files: []codegen.File{{
		Name: "main.go",
		Text: []byte("package main\n\nfunc main() { println(`" + text + "`) }\n"),
	}}})
	return m
}

func files(t *testing.T, m *project.Module) []project.File {
	t.Helper()
	files, err := m.Files()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBuild(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "hello")
	if err := project.Build(context.Background(), files(t, hello("hi")), bin, project.BuildOptions{}); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin).CombinedOutput()
	if err != nil || string(out) != "hi\n" {
		t.Errorf("got %q, %v", out, err)
	}
	left, err := os.ReadDir(filepath.Dir(bin))
	if err != nil || len(left) != 1 {
		t.Errorf("left beside the binary: %v, %v", left, err)
	}
}

func TestBuildError(t *testing.T) {
	bad := hello("`+")
	bin := filepath.Join(t.TempDir(), "bad")
	err := project.Build(context.Background(), files(t, bad), bin, project.BuildOptions{})
	var buildErr *project.BuildError
	if !errors.As(err, &buildErr) || !strings.Contains(buildErr.Output, "main.go") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(bin); err == nil {
		t.Error("a binary was left")
	}
}

func TestCached(t *testing.T) {
	goCache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOCACHE", strings.TrimSpace(string(goCache)))
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	first, err := project.Cached(context.Background(), files(t, hello("one")), project.BuildOptions{Strip: true})
	if err != nil {
		t.Fatal(err)
	}
	again, err := project.Cached(context.Background(), files(t, hello("one")), project.BuildOptions{Strip: true})
	if err != nil || again != first {
		t.Errorf("got %s, %v, want %s", again, err, first)
	}
	other, err := project.Cached(context.Background(), files(t, hello("two")), project.BuildOptions{Strip: true})
	if err != nil || other == first {
		t.Errorf("another program has the same binary, %v", err)
	}
}

func TestWrite(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	if err := project.Write(dir, files(t, hello("one")), false); err != nil {
		t.Fatal(err)
	}
	own := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(own, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := project.Write(dir, files(t, hello("two")), false); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "main.go"))
	if err != nil || !strings.Contains(string(text), "two") {
		t.Errorf("main.go is %q, %v", text, err)
	}
	if _, err := os.Stat(own); err != nil {
		t.Errorf("a file of the user is gone: %v", err)
	}
	left, err := os.ReadDir(parent)
	if err != nil || len(left) != 1 {
		t.Errorf("left beside the directory: %v, %v", left, err)
	}
}

func TestWriteForeign(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte("package mine\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := project.Write(dir, files(t, hello("one")), false); !errors.Is(err, project.ErrForeign) {
		t.Errorf("got %v", err)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "main.go")); string(text) != "package mine\n" {
		t.Error("the file was changed")
	}
	if err := project.Write(dir, files(t, hello("one")), true); err != nil {
		t.Error(err)
	}
}

func TestVendor(t *testing.T) {
	const py = "github.com/pyasync2go/pyasync2go/runtime/py"
	m := hello("x")
	m.Imports = []string{"fmt", "github.com/pyasync2go/pyasync2go/runtime/asyncio"}
	var paths []string
	for _, f := range files(t, m) {
		paths = append(paths, f.Path)
		if strings.HasSuffix(f.Path, "_test.go") {
			t.Errorf("a test is vendored: %s", f.Path)
		}
		if f.Path == "vendor/modules.txt" && !strings.Contains(string(f.Text), py+"\n") {
			t.Errorf("what asyncio imports is not vendored:\n%s", f.Text)
		}
	}
	for _, want := range []string{"go.mod", "main.go", "vendor/modules.txt", "vendor/" + py + "/int.go"} {
		if !slices.Contains(paths, want) {
			t.Errorf("no %s", want)
		}
	}
	if !slices.IsSorted(paths) {
		t.Error("the files are not in order")
	}
}

func TestUnknownRuntimePackage(t *testing.T) {
	m := hello("x")
	m.Imports = []string{"github.com/pyasync2go/pyasync2go/runtime/pystd/nothing"}
	if _, err := m.Files(); err == nil {
		t.Error("no error")
	}
}

// TestLicence: the runtime that is vendored has the licence of the project.
func TestLicence(t *testing.T) {
	want, err := os.ReadFile("../../LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	m := hello("x")
	m.Imports = []string{"github.com/pyasync2go/pyasync2go/runtime/py"}
	for _, f := range files(t, m) {
		if f.Path == "vendor/github.com/pyasync2go/pyasync2go/LICENSE" {
			if diff := cmp.Diff(string(want), string(f.Text)); diff != "" {
				t.Errorf("runtime/LICENSE is not LICENSE (-want +got):\n%s", diff)
			}
			return
		}
	}
	t.Error("the vendored runtime has no licence")
}

func TestModulePath(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{"main.py", "converted/main"},
		{"My Script.py", "converted/my-script"},
		{"__.py", "converted/program"},
	} {
		if got := project.ModulePath(test.name); got != test.want {
			t.Errorf("ModulePath(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

// TestThirdParty holds the archive of modules of others to the versions of go.mod,
// and a module that needs them to building without a network.
func TestThirdParty(t *testing.T) {
	m := &project.Module{Path: "converted/database"}
	m.Add(".", &codegen.Result{
		Files:   []codegen.File{{Name: "main.go", Text: []byte("package main\n\nfunc main() {}\n")}},
		Imports: []string{"github.com/pyasync2go/pyasync2go/runtime/pystd/sqlite3"},
	})
	var list string
	licensed := false
	for _, f := range files(t, m) {
		if f.Path == "vendor/modules.txt" {
			list = string(f.Text)
		}
		licensed = licensed || f.Path == "vendor/golang.org/x/sys/LICENSE"
	}
	if !licensed {
		t.Error("a module of others of which only packages below its root are needed has no licence")
	}
	out, err := exec.Command("go", "list", "-m", "-f", "# {{.Path}} {{.Version}}", "github.com/ncruces/go-sqlite3", "github.com/ncruces/go-sqlite3-wasm/v6").Output()
	if err != nil {
		t.Fatal(err)
	}
	for want := range strings.Lines(string(out)) {
		if !strings.Contains(list, want) {
			t.Errorf("vendor/modules.txt lacks %q: go generate ./codegen/project", want)
		}
	}
	t.Setenv("GOPROXY", "off")
	bin := filepath.Join(t.TempDir(), "database")
	if err := project.Build(context.Background(), files(t, m), bin, project.BuildOptions{}); err != nil {
		t.Fatal(err)
	}
}
