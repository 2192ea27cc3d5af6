// Command bench measures converted programs against CPython and against the Go
// that an expert writes by hand.
//
// Each folder of testdata/bench holds one program twice, prog.py and expert.go,
// which print the same. The three ways to run it (CPython, the expert's Go, the
// converted prog.py) take turns, so that what else the machine does falls on all
// of them; the medians and above all their ratios are what counts. With -check
// the ratios are compared with recorded ones, and what became slower is named.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"

	"github.com/pyasync2go/pyasync2go/golden/python3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// errSlower ends a check that found something, which is printed already.
var errSlower = errors.New("slower than recorded")

func run(ctx context.Context) error {
	dir := flag.String("dir", "testdata/bench", "the `directory` of the programs")
	rounds := flag.Int("rounds", 5, "how many `times` each program runs each way")
	only := flag.String("only", "", "measure the programs whose name matches the `expression`")
	python := flag.String("python", "", "CPython's `path` (default: python3.13, if there is one)")
	check := flag.Bool("check", false, "compare with the recorded results instead of recording them")
	limit := flag.Float64("limit", 0.15, "with -check: the `part` by which a ratio may grow")
	record := flag.String("json", "testdata/bench/results.json", "the `file` of the recorded results")
	page := flag.String("markdown", "docs/performance.md", "the `file` that shows the table")
	chart := flag.String("svg", "docs/performance.svg", "the `file` of the chart")
	flag.Parse()

	wanted, err := regexp.Compile(*only)
	if err != nil {
		return err
	}
	var recorded *Results
	if *check || *only != "" {
		// A check needs them, and a part of the programs replaces only its own rows.
		recorded, err = readResults(*record)
		if err != nil && (*check || !errors.Is(err, fs.ErrNotExist)) {
			return err
		}
	}
	scratch, err := os.MkdirTemp("", "bench-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	interpreter, err := python3.Find(ctx, cmp.Or(*python, python3.Command))
	if err != nil {
		fmt.Fprintln(os.Stderr, "without CPython:", err)
	}
	programs, err := prepare(ctx, *dir, wanted, interpreter, scratch)
	if err != nil {
		return err
	}
	m := &measurer{ctx: ctx, rounds: *rounds}
	if *check {
		return m.compare(programs, recorded, *limit)
	}
	results := newResults(ctx, interpreter, *rounds)
	for _, p := range programs {
		row, err := m.measure(p)
		if err != nil {
			return err
		}
		results.Rows = append(results.Rows, row)
	}
	fmt.Print(results.text())
	if recorded != nil {
		results.addFrom(recorded)
	}
	return errors.Join(results.write(*record), results.writePage(*page, filepath.Base(*chart)), results.writeChart(*chart))
}
