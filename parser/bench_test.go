//go:build unix

package parser

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// libraryFiles reads the modules of CPython's library, without its tests.
func libraryFiles(b *testing.B) (files [][]byte, lines, size int) {
	folder := stdlib(b)
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "test" || entry.Name() == "site-packages"):
			return fs.SkipDir
		case filepath.Ext(path) != ".py":
			return nil
		}
		content, err := os.ReadFile(path)
		files = append(files, content)
		lines += strings.Count(string(content), "\n")
		size += len(content)
		return err
	})
	if err != nil {
		b.Fatal(err)
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
