package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"

	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/codegen/project"
)

// A program is one folder of the benchmarks: what to run each way, nil where
// the way is missing.
type program struct {
	name string
	ways [ways][]string
	size int64 // of the converted program's binary, in bytes
}

// The ways to run a program, in the order in which they take turns.
const (
	cpython = iota
	expert
	converted
	ways
)

// wayNames are the ways as tables and records name them.
var wayNames = [ways]string{"cpython", "expert", "converted"}

// prepare builds the programs of the directory into the scratch directory.
func prepare(ctx context.Context, dir string, wanted *regexp.Regexp, python, scratch string) ([]*program, error) {
	scripts, err := filepath.Glob(filepath.Join(dir, "*", "prog.py"))
	if err != nil {
		return nil, err
	}
	var list []*program
	for _, script := range scripts {
		p := &program{name: filepath.Base(filepath.Dir(script))}
		if !wanted.MatchString(p.name) {
			continue
		}
		if err := p.build(ctx, script, python, scratch); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		list = append(list, p)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s has no such program", dir)
	}
	return list, nil
}

// build makes the binaries of a program.
func (p *program) build(ctx context.Context, script, python, scratch string) error {
	if python != "" {
		p.ways[cpython] = []string{python, script}
	}
	byHand := filepath.Join(scratch, p.name+"-expert")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w",
		"-o", byHand, filepath.Join(filepath.Dir(script), "expert.go"))
	build.Env = project.Environ(false)
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	p.ways[expert] = []string{byHand}

	result, list, err := convert.File(script)
	if err != nil {
		return err
	}
	if result == nil {
		return fmt.Errorf("does not convert: %v", list)
	}
	module := &project.Module{Path: project.ModulePath(p.name)}
	module.Add(".", result)
	files, err := module.Files()
	if err != nil {
		return err
	}
	binary := filepath.Join(scratch, p.name)
	if err := project.Build(ctx, files, binary, project.BuildOptions{Strip: true}); err != nil {
		return err
	}
	info, err := os.Stat(binary)
	if err != nil {
		return err
	}
	p.size = info.Size()
	p.ways[converted] = []string{binary}
	return nil
}
