//go:build unix

package parser

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// libraryPaths lists the modules of CPython's library, without its tests.
func libraryPaths(b *testing.B) (paths []string) {
	folder := stdlib(b)
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "test" || entry.Name() == "site-packages"):
			return fs.SkipDir
		case filepath.Ext(path) == ".py":
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return paths
}

// libraryFiles reads the modules of CPython's library.
func libraryFiles(b *testing.B) (files [][]byte, lines, size int) {
	for _, path := range libraryPaths(b) {
		content, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, content)
		lines += bytes.Count(content, []byte("\n"))
		size += len(content)
	}
	return files, lines, size
}

// cpuTime returns the CPU seconds that the process has used. The benchmarks report
// lines per CPU second, garbage collection included, because wall time means
// little on a busy machine.
func cpuTime(b *testing.B) float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

// BenchmarkParse parses CPython's library, checks of the compiler included.
func BenchmarkParse(b *testing.B) {
	files, lines, size := libraryFiles(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	start := cpuTime(b)
	for b.Loop() {
		for _, content := range files {
			if _, list := Parse(source.New("", content)); list.HasErrors() {
				b.Fatal(list[0].Message)
			}
		}
	}
	b.ReportMetric(float64(lines)*float64(b.N)/(cpuTime(b)-start), "lines/cpu-s")
}

// BenchmarkTree is BenchmarkParse without the checks of the compiler: what
// CPython's ast.parse does.
func BenchmarkTree(b *testing.B) {
	files, lines, size := libraryFiles(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	start := cpuTime(b)
	for b.Loop() {
		for _, content := range files {
			r := newRun(source.New("", content), options{start: "file"})
			r.statements()
			r.close()
		}
	}
	b.ReportMetric(float64(lines)*float64(b.N)/(cpuTime(b)-start), "lines/cpu-s")
}

// BenchmarkScan only splits the library into tokens.
func BenchmarkScan(b *testing.B) {
	files, lines, size := libraryFiles(b)
	b.SetBytes(int64(size))
	start := cpuTime(b)
	for b.Loop() {
		for _, content := range files {
			scanner.Scan(string(content), scanner.Options{ImplicitNewline: true})
		}
	}
	b.ReportMetric(float64(lines)*float64(b.N)/(cpuTime(b)-start), "lines/cpu-s")
}

// parseWithCPython reads paths from its input, parses the files, and prints the CPU
// seconds that the parsing took.
const parseWithCPython = `
import ast, sys, time, warnings
warnings.simplefilter("ignore")
spent = 0.0
for path in sys.stdin.read().splitlines():
    with open(path, "rb") as file:
        content = file.read()
    start = time.process_time()
    ast.parse(content)
    spent += time.process_time() - start
print(spent)
`

// BenchmarkCPython is BenchmarkTree as CPython's ast.parse does it.
func BenchmarkCPython(b *testing.B) {
	paths := libraryPaths(b)
	_, lines, size := libraryFiles(b)
	b.SetBytes(int64(size))
	spent := 0.0
	for b.Loop() {
		command := exec.Command("python3.13", "-c", parseWithCPython)
		command.Stdin = strings.NewReader(strings.Join(paths, "\n"))
		out, err := command.Output()
		if err != nil {
			b.Fatal(err)
		}
		seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		if err != nil {
			b.Fatal(err)
		}
		spent += seconds
	}
	b.ReportMetric(float64(lines)*float64(b.N)/spent, "lines/cpu-s")
}
