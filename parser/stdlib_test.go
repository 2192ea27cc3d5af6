package parser

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// stdlib returns the folder of CPython 3.13.0's standard library.
func stdlib(t testing.TB) string {
	t.Helper()
	out, err := exec.Command("python3.13", "-c", "import sys; print(sys.version.split()[0], sys.prefix)").Output()
	if err != nil {
		t.Skip("python3.13 is not there, so neither is its library: ", err)
	}
	version, prefix, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if version != "3.13.0" {
		t.Skipf("the hashes are those of Python 3.13.0; this is %s", version)
	}
	return filepath.Join(prefix, "lib", "python3.13")
}

// TestStdlib compares our trees of CPython's whole library, tests included, with
// the hashes of CPython's own. testdata/stdlib.hashes.gz was written by
// ast.parse on CPython 3.13.0.
func TestStdlib(t *testing.T) {
	if testing.Short() {
		t.Skip("a million lines take a while")
	}
	folder := stdlib(t)
	lines := strings.Split(strings.TrimSpace(string(unzip(t, "testdata/stdlib.hashes.gz"))), "\n")
	var work sync.WaitGroup
	var mu sync.Mutex
	equal := 0
	next := make(chan string)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for line := range next {
				name, want, _ := strings.Cut(line, "\t")
				got := stdlibVerdict(t, filepath.Join(folder, name))
				mu.Lock()
				if got == want {
					equal++
				} else {
					t.Errorf("%s: got %s, want %s", name, got, want)
				}
				mu.Unlock()
			}
		})
	}
	for _, line := range lines {
		next <- line
	}
	close(next)
	work.Wait()
	t.Logf("%d files equal of %d", equal, len(lines))
}

// stdlibVerdict returns the hash of a file's tree, or its error as the list of
// hashes words it.
func stdlibVerdict(t *testing.T, name string) string {
	content, err := os.ReadFile(name)
	if err != nil {
		t.Error(err)
		return ""
	}
	file := source.New(name, content)
	module, list := Parse(file)
	if !list.HasSyntaxErrors() {
		return hash(ast.DumpString(module, file, true))
	}
	return refusals[firstError(list).Message]
}

// refusals has, for the errors of the four files in the library that are no
// Python, the lines of the list of hashes. They tell CPython's end positions too,
// which the corpus does not hold us to.
var refusals = func() map[string]string {
	list := map[string]string{}
	for _, refusal := range []struct{ place, message string }{
		{"0:-1-None:None", "unknown encoding: uft-8"},
		{"0:-1-None:None", "encoding problem: utf8 with BOM"},
		{"2:1-2:1", "invalid character '€' (U+20AC)"},
		{"1:7-1:11", "(unicode error) 'utf-8' codec can't decode byte 0xf6 in position 1: invalid start byte"},
	} {
		list[refusal.message] = fmt.Sprintf("ERR\tSyntaxError\t%s\t%q", refusal.place, refusal.message)
	}
	return list
}()
