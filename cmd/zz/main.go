package main

import (
	"fmt"
	"os"

	"github.com/pyasync2go/pyasync2go/analyzer"
	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

func main() {
	in, d := analyzer.Load(os.Args[1])
	if d.HasErrors() {
		diag.WriteText(os.Stderr, d)
		os.Exit(1)
	}
	prog, d := analyzer.Analyze(in)
	diag.WriteText(os.Stderr, d)
	if d.HasErrors() {
		os.Exit(1)
	}
	r, err := codegen.Generate(prog)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	for _, f := range r.Files {
		fmt.Println("//", f.Name)
		os.Stdout.Write(f.Text)
	}
}
