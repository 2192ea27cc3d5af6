// Command order compares the order in which random asyncio programs do things
// under CPython with that of the programs they convert to.
//
//	go run ./cmd/order -programs 2000
//
// It writes programs from successive seeds, many into one script so that there
// is one build for all of them, and prints the first difference of each program
// that has one, with the program. It needs python3.13.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/codegen/project"
	"github.com/pyasync2go/pyasync2go/golden/python3"
)

//go:embed prelude.py
var prelude string

//go:embed oracle.py
var oracle string

func main() {
	programs := flag.Int("programs", 2000, "how many programs to compare")
	seed := flag.Uint64("seed", 1, "the seed of the first program")
	batch := flag.Int("batch", 100, "programs in one script")
	race := flag.Bool("race", false, "build with the race detector")
	keep := flag.String("keep", "", "a folder for the scripts of programs that differ")
	flag.Parse()
	differing := 0
	for done := 0; done < *programs; done += *batch {
		n := min(*batch, *programs-done)
		first := *seed + uint64(done)
		seeds := make([]uint64, n)
		for i := range seeds {
			seeds[i] = first + uint64(i)
		}
		found, err := compare(seeds, *race, *keep)
		if err != nil {
			fmt.Fprintf(os.Stderr, "order: seeds %d to %d: %v\n", first, first+uint64(n)-1, err)
			os.Exit(2)
		}
		differing += found
		fmt.Printf("seeds %d to %d: %d of %d programs differ\n", first, first+uint64(n)-1, found, n)
	}
	if differing > 0 {
		os.Exit(1)
	}
}

// runLimit is how long a script may run, and soleLimit one program of it.
const (
	runLimit  = 2 * time.Minute
	soleLimit = 30 * time.Second
)

// script is the text of the programs with the given seeds.
func script(seeds []uint64) string {
	var text, calls strings.Builder
	text.WriteString(prelude)
	for _, seed := range seeds {
		text.WriteString(programText(seed, int(seed)))
		text.WriteByte('\n')
		fmt.Fprintf(&calls, "if wanted(\"%d\"):\n    run(\"%d\", main_%d)\n", seed, seed, seed)
	}
	return text.String() + calls.String()
}

// compare compares the programs with the given seeds and returns how many differ.
// Those are written to the folder keep, unless that is empty.
func compare(seeds []uint64, race bool, keep string) (int, error) {
	dir, err := os.MkdirTemp("", "order")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program, driver := filepath.Join(dir, "program.py"), filepath.Join(dir, "oracle.py")
	for name, text := range map[string]string{program: script(seeds), driver: oracle} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return 0, err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	binary := filepath.Join(dir, "program")
	if err := build(ctx, program, binary, race); err != nil {
		return 0, keepScript(keep, seeds[0], program, err)
	}
	want, wantErr := output(ctx, runLimit, python3.Command, driver, program)
	got, gotErr := output(ctx, runLimit, binary)
	if wantErr == nil && gotErr == nil {
		return report(seeds, sections(want), sections(got), keep), nil
	}
	// One program that does not end keeps the others of the script from running.
	fmt.Printf("one by one, because CPython: %v, the converted script: %v\n", wantErr, gotErr)
	differing := 0
	for _, seed := range seeds {
		name := fmt.Sprint(seed)
		want, wantErr := output(ctx, soleLimit, python3.Command, driver, program, name)
		got, gotErr := output(ctx, soleLimit, binary, name)
		if wantErr != nil {
			fmt.Printf("seed %d is not compared: CPython: %v, the converted program: %v\n", seed, wantErr, gotErr)
			continue
		}
		differing += report([]uint64{seed}, sections(want), sections(got), keep)
	}
	return differing, nil
}

// keepScript copies a script that does not convert to the folder keep.
func keepScript(keep string, first uint64, program string, err error) error {
	if keep == "" {
		return err
	}
	text, _ := os.ReadFile(program)
	return errors.Join(err, os.WriteFile(filepath.Join(keep, fmt.Sprintf("batch%d.py", first)), text, 0o644))
}

// build converts a script and builds it.
func build(ctx context.Context, script, binary string, race bool) error {
	result, list, err := convert.File(script)
	if err != nil {
		return err
	}
	if result == nil {
		return fmt.Errorf("does not convert: %v", list)
	}
	module := &project.Module{Path: project.ModulePath("order")}
	module.Add(".", result)
	files, err := module.Files()
	if err != nil {
		return err
	}
	return project.Build(ctx, files, binary, project.BuildOptions{Race: race})
}

// output runs a command and returns what it prints; what goes to the standard
// error stream, reports of exceptions nobody asked for, has no place in the order.
func output(ctx context.Context, limit time.Duration, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	text, err := cmd.Output()
	if ctx.Err() != nil {
		err = fmt.Errorf("%s did not end within %v", filepath.Base(name), limit)
	}
	return string(text), err
}

// sections splits what a script printed into the lines of each program.
func sections(text string) map[string][]string {
	out := map[string][]string{}
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if after, ok := strings.CutPrefix(line, "== "); ok {
			name = after
			out[name] = []string{}
			continue
		}
		out[name] = append(out[name], line)
	}
	return out
}

// report prints the first difference of each program and returns how many differ.
func report(seeds []uint64, want, got map[string][]string, keep string) int {
	differing := 0
	for _, seed := range seeds {
		name := fmt.Sprint(seed)
		at, differs := firstDifference(want[name], got[name])
		if !differs {
			continue
		}
		differing++
		fmt.Printf("seed %d, line %d:\n", seed, at+1)
		for j := max(0, at-6); j <= at; j++ {
			fmt.Printf("    CPython %-60q converted %q\n", lineAt(want[name], j), lineAt(got[name], j))
		}
		if keep != "" {
			file := filepath.Join(keep, fmt.Sprintf("seed%d.py", seed))
			if err := os.WriteFile(file, []byte(script([]uint64{seed})), 0o644); err != nil {
				fmt.Fprintln(os.Stderr, "order:", err)
			}
		}
	}
	return differing
}

func firstDifference(want, got []string) (int, bool) {
	for i := range max(len(want), len(got)) {
		if lineAt(want, i) != lineAt(got, i) {
			return i, true
		}
	}
	return 0, want == nil || got == nil
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "<end>"
}
