//go:build unix

package convert

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/pyasync2go/pyasync2go/analyzer"
	"github.com/pyasync2go/pyasync2go/codegen"
)

// program makes a script of at least so many lines out of the functions and classes
// of the programs in testdata, under other names each time they are repeated.
func program(b *testing.B, lines int) string {
	names, err := filepath.Glob("../../testdata/*/main.py")
	if err != nil || len(names) == 0 {
		b.Fatal("no programs: ", err)
	}
	var text strings.Builder
	for count, i := 0, 0; count < lines; i++ {
		content, err := os.ReadFile(names[i%len(names)])
		if err != nil {
			b.Fatal(err)
		}
		if strings.Contains(string(content), "import *") || strings.Contains(string(content), "from .") {
			continue
		}
		// A function of its own around each program keeps their names apart.
		part := fmt.Sprintf("def part_%d():\n    pass\n", i)
		for line := range strings.Lines(string(content)) {
			part += "    " + line
		}
		if in, list := analyzer.LoadSource("part.py", []byte(part)); !list.HasErrors() {
			if _, list := analyzer.Analyze(in); !list.HasErrors() {
				text.WriteString(part + "\n")
				count += strings.Count(part, "\n")
			}
		}
		if i > len(names) && count == 0 {
			b.Skip("no program converts within a function")
		}
	}
	return text.String()
}

// BenchmarkConvert converts scripts of several lengths. It reports lines per CPU
// second, garbage collection included, and the bytes allocated for a line.
func BenchmarkConvert(b *testing.B) {
	for _, lines := range []int{300, 3_000, 30_000, 100_000} {
		b.Run(fmt.Sprint(lines), func(b *testing.B) {
			text := program(b, lines)
			count := strings.Count(text, "\n")
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			b.ResetTimer()
			start := cpuTime(b)
			for b.Loop() {
				in, list := analyzer.LoadSource("bench.py", []byte(text))
				if list.HasErrors() {
					b.Fatal(list[0].Message)
				}
				analysis, list := analyzer.Analyze(in)
				if list.HasErrors() {
					b.Fatal(list[0].Message)
				}
				if _, err := codegen.Generate(analysis.Program); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(count)*float64(b.N)/(cpuTime(b)-start), "lines/cpu-s")
		})
	}
}

// cpuTime returns the CPU seconds that the process has used: wall time means little
// on a busy machine.
func cpuTime(b *testing.B) float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
