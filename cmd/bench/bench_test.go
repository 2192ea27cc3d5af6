package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// row returns a row with the wall times of the three ways; 0 for a way that was not run.
func row(name string, wall ...float64) *Row {
	r := &Row{Name: name}
	for way, ms := range wall {
		if ms != 0 {
			r.Ways[way] = &Figures{WallMS: ms}
		}
	}
	return r
}

func TestGrowth(t *testing.T) {
	for _, test := range []struct {
		name     string
		old, now *Row
		want     float64
	}{
		{"the same on a slower machine", row("", 100, 10, 20), row("", 300, 30, 60), 0},
		{"slower against both", row("", 100, 10, 20), row("", 100, 10, 30), 0.5},
		{"the expert's was disturbed", row("", 100, 10, 20), row("", 100, 20, 20), -0.5},
		{"CPython was fast", row("", 100, 10, 20), row("", 50, 10, 20), 0},
		{"without CPython", row("", 100, 10, 20), row("", 0, 10, 25), 0.25},
		{"nothing to compare", row("", 100, 0, 20), row("", 0, 10, 90), 0},
	} {
		if got := test.now.growth(test.old); round(got, 6) != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestMedian(t *testing.T) {
	for _, test := range []struct {
		values []time.Duration
		want   time.Duration
	}{
		{[]time.Duration{5}, 5},
		{[]time.Duration{9, 1, 5}, 5},
		{[]time.Duration{9, 1, 5, 4}, 4},
	} {
		if got := median(test.values); got != test.want {
			t.Errorf("%v: %v, want %v", test.values, got, test.want)
		}
	}
}

func TestPage(t *testing.T) {
	name := filepath.Join(t.TempDir(), "page.md")
	results := &Results{Machine: "m", Go: "go1", Python: "Python 3", Rounds: 5, Rows: []*Row{row("b", 100, 10, 20)}}
	results.addFrom(&Results{Rows: []*Row{row("b", 1, 1, 1), row("a", 0, 10, 40)}})
	if err := os.WriteFile(name, []byte("top\n"+pageBegin+"old\n"+pageEnd+"\nend\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := results.writePage(name, "c.svg"); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "|--:|\n")
	want := "| a | – | 10.0 | 40.0 | – | 4.00x | – / 0 / 0 | – | 0.0 | 0.0 | 0.0 |\n" +
		"| b | 100.0 | 10.0 | 20.0 | 5.00x faster | 2.00x | 0 / 0 / 0 | 0.0 | 0.0 | 0.0 | 0.0 |\n\n" +
		pageEnd + "\nend\n"
	if table != want {
		t.Errorf("the table is\n%s\nwant\n%s", table, want)
	}
	if !strings.HasPrefix(string(text), "top\n"+pageBegin+"\n![") {
		t.Errorf("the page begins with %q", text)
	}
}

func TestChart(t *testing.T) {
	results := &Results{Rows: []*Row{row("fast", 1000, 10, 20), row("no-cpython", 0, 10, 20), row("slow", 1, 1, 1e6)}}
	decoder := xml.NewDecoder(strings.NewReader(results.svg()))
	bars := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "rect" {
			bars++
		}
	}
	const frame = 3 // the ground and the two colours of the legend
	if bars != frame+4 {
		t.Errorf("%d rectangles, want %d", bars, frame+4)
	}
	if got := width(1e9); got != plotWidth {
		t.Errorf("a bar longer than the plot: %v", got)
	}
}

// TestMain lets the tests run the test binary itself as a program that uses memory.
func TestMain(m *testing.M) {
	if os.Getenv("BENCH_TEST_USE_MEMORY") != "" {
		used := make([]byte, 64<<20)
		for i := range used {
			used[i] = 1
		}
		os.Stdout.Write(used[:1])
		return
	}
	os.Exit(m.Run())
}

func TestPeakMemory(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "BENCH_TEST_USE_MEMORY=1")
	peak, err := peakMemory(cmd)
	if err != nil {
		t.Fatal(err)
	}
	if peak != 0 && (peak < 64<<20 || peak > 256<<20) { // 0: not known on this system
		t.Errorf("peak of a process that uses 64 MB: %d", peak)
	}
	if peak, err = peakMemory(exec.Command(self, "-test.run=^$")); err != nil || peak > 64<<20 {
		t.Errorf("peak of a process that uses little: %d, %v", peak, err)
	}
	if _, err = peakMemory(exec.Command(self, "-test.no-such-flag")); err == nil {
		t.Error("a failing process has no error")
	}
}
