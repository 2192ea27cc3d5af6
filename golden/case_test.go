package golden_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// programs is the directory of the Python programs.
const programs = "../testdata"

// program is one Python program and what CPython 3.13 does with it. Beside
// main.py stand main.out (stdout) and, where they are not empty, main.in
// (stdin), main.args (an argument a line), main.rc (exit status) and main.err
// (the last line of stderr).
type program struct {
	name string
	dir  string
}

// all returns the programs in order.
func all(t *testing.T) []program {
	t.Helper()
	mains, err := filepath.Glob(programs + "/*/main.py")
	if err != nil {
		t.Fatal(err)
	}
	var list []program
	for _, name := range mains {
		dir := filepath.Dir(name)
		list = append(list, program{name: filepath.Base(dir), dir: dir})
	}
	return list
}

// script is the path of the program's main.py.
func (p program) script() string { return filepath.Join(p.dir, "main.py") }

// read returns the content of one of the files beside main.py, empty if there is none.
func (p program) read(t *testing.T, ext string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(p.dir, "main"+ext))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return text
}

// outcome is what a run of a program shows.
type outcome struct {
	stdout  string
	lastErr string // last line of stderr
	status  int
}

// recorded returns what CPython did.
func (p program) recorded(t *testing.T) outcome {
	t.Helper()
	status := 0
	if text := strings.TrimSpace(string(p.read(t, ".rc"))); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		status = n
	}
	return outcome{string(p.read(t, ".out")), strings.TrimSpace(string(p.read(t, ".err"))), status}
}

// runLimit is far above what any of the programs takes.
const runLimit = time.Minute

// run runs a command, with the program's arguments added, in an empty directory.
func (p program) run(t *testing.T, command ...string) (outcome, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), runLimit)
	defer cancel()
	for arg := range strings.Lines(string(p.read(t, ".args"))) {
		command = append(command, strings.TrimSuffix(arg, "\n"))
	}
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Dir = t.TempDir()
	cmd.Stdin = bytes.NewReader(p.read(t, ".in"))
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || ctx.Err() != nil {
		return outcome{}, fmt.Errorf("%w: %s", errors.Join(err, ctx.Err()), stderr.String())
	}
	lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
	return outcome{stdout.String(), strings.TrimSpace(lines[len(lines)-1]), cmd.ProcessState.ExitCode()}, nil
}

// differs says how two outcomes differ, "" if they do not. What goes to stderr
// counts only if something was recorded.
func differs(want, got outcome) string {
	switch {
	case got.stdout != want.stdout:
		w, g := strings.Split(want.stdout, "\n"), strings.Split(got.stdout, "\n")
		for i := range max(len(w), len(g)) {
			if line(w, i) != line(g, i) {
				return fmt.Sprintf("line %d is %q, want %q (stderr ends %q)", i+1, line(g, i), line(w, i), got.lastErr)
			}
		}
	case got.status != want.status:
		return fmt.Sprintf("exit status %d, want %d (stderr ends %q)", got.status, want.status, got.lastErr)
	case want.lastErr != "" && got.lastErr != want.lastErr:
		return fmt.Sprintf("stderr ends %q, want %q", got.lastErr, want.lastErr)
	}
	return ""
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "<end>"
}
