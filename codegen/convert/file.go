// Package convert carries Python files through the whole pipeline: one script,
// or every script below a directory.
package convert

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// Defect is a panic of the tool while it worked on a file.
type Defect struct {
	Path  string
	Value any
	Stack []byte
}

// Error names the file and what happened.
func (d *Defect) Error() string {
	return fmt.Sprintf("%s: error[PA5999]: a defect of pyasync2go: %v", d.Path, d.Value)
}

// File converts the script at path with the local modules it imports. If the
// list has errors there is no result. The error is for a file that cannot be a
// script, and for a defect of the tool.
func File(path string) (result *codegen.Result, list diag.List, err error) {
	analysis, list, err := Analyze(path)
	if err != nil || list.HasErrors() {
		return nil, list, err
	}
	result, err = generate(path, analysis.Program)
	return result, list, err
}

// Analyze is File up to the form that codegen prints, and what is known of the
// program. If there are syntax errors or the like, there is no analysis.
func Analyze(path string) (analysis *analyzer.Analysis, list diag.List, err error) {
	in, list, err := Load(path)
	if err != nil || list.HasErrors() {
		return nil, list, err
	}
	analysis, more, err := analyze(path, in)
	return analysis, append(list, more...), err
}

// Load reads and parses the script at path with the local modules it imports. A
// directory means its __main__.py, as for python; one that is a package is run as
// by python -m.
func Load(path string) (in *analyzer.Input, list diag.List, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	defer recoverDefect(path, &err)
	if !info.IsDir() {
		in, list = analyzer.Load(path)
		return in, list, nil
	}
	script := filepath.Join(path, "__main__.py")
	if _, err := os.Stat(script); err != nil {
		return nil, nil, fmt.Errorf("can't find '__main__' module in '%s'", path)
	}
	in, list = loadMain(script)
	return in, list, nil
}

// loadMain loads a script, as a module of its package if it is in one.
func loadMain(script string) (*analyzer.Input, diag.List) {
	root, name := packageOf(script)
	if name == "" {
		return analyzer.Load(script)
	}
	return analyzer.LoadModule(script, root, name[:strings.LastIndex(name, ".")])
}

// analyze lowers a loaded program; path is for messages.
func analyze(path string, in *analyzer.Input) (analysis *analyzer.Analysis, list diag.List, err error) {
	defer recoverDefect(path, &err)
	analysis, list = analyzer.Analyze(in)
	return analysis, list, nil
}

// generate prints a lowered program; path is for messages.
func generate(path string, prog *ir.Program) (result *codegen.Result, err error) {
	defer recoverDefect(path, &err)
	return codegen.Generate(prog)
}

// recoverDefect turns a panic into the error. It is the only place that does.
func recoverDefect(path string, err *error) {
	if value := recover(); value != nil {
		*err = &Defect{Path: path, Value: value, Stack: debug.Stack()}
	}
}
