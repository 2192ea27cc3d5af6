package codegen_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen"
)

const asyncio = "github.com/pyasync2go/pyasync2go/runtime/asyncio"

var contextType = &ir.Named{Pkg: "context", Name: "Context"}

func ctxParam() *ir.Var { return &ir.Var{Hint: "ctx", Type: contextType, Context: true} }

func variable(hint string, typ ir.Type) *ir.Var { return &ir.Var{Hint: hint, Type: typ} }

func errorResult() []*ir.Var { return []*ir.Var{{Type: ir.Error}} }

func ref(v *ir.Var) ir.Expr { return &ir.Ref{Var: v} }

func call(fun ir.Expr, args ...ir.Expr) *ir.Call { return &ir.Call{Fun: fun, Args: args} }

func qual(pkg, name string) ir.Expr { return &ir.Qual{Pkg: pkg, Name: name} }

func notNil(v *ir.Var) ir.Expr { return &ir.Binary{Op: "!=", X: ref(v), Y: &ir.Lit{}} }

func ret(values ...ir.Expr) *ir.Return { return &ir.Return{Values: values} }

// checked is err := call; if err != nil { return ..., err } with a fresh err.
func checked(x ir.Expr, zeros ...ir.Expr) []ir.Stmt {
	err := variable("err", ir.Error)
	return []ir.Stmt{
		&ir.Let{Vars: []*ir.Var{err}, Values: []ir.Expr{x}},
		&ir.If{Cond: notNil(err), Then: []ir.Stmt{ret(append(zeros, ref(err))...)}},
	}
}

func join(lists ...[]ir.Stmt) []ir.Stmt {
	var out []ir.Stmt
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// TestProducer is the producer of a queue program: errors checked in line, a
// Python name that Go reserves, comments, and a loop.
func TestProducer(t *testing.T) {
	ctx, queue := ctxParam(), variable("item_queue", &ir.Pointer{Elem: &ir.Named{Pkg: asyncio, Name: "Queue", Args: []ir.Type{ir.Int}}})
	n, i := variable("range", ir.Int), variable("i", ir.Int)
	unused := variable("unused", ir.Int)
	put := checked(call(&ir.Select{X: ref(queue), Name: "Put"}, ref(ctx), ref(i)))
	put[0].M().Lead = []string{"Hand it over."}
	prog := &ir.Program{Files: []*ir.File{{
		Name: "main",
		Doc:  []string{"A producer."},
		Decls: []ir.Decl{
			&ir.FuncDecl{
				Name: &ir.Func{Hint: "_produce_all"}, Params: []*ir.Var{ctx, queue, n}, Results: errorResult(),
				Body: join(
					[]ir.Stmt{
						&ir.Let{Vars: []*ir.Var{unused}, Values: []ir.Expr{call(qual("time", "Now"))}},
						&ir.Range{Key: i, X: ref(n), Body: append(put, &ir.Do{
							Meta: ir.Meta{Trail: "done"},
							X:    call(qual("fmt", "Println"), &ir.Lit{Value: `a "quoted" word`}, &ir.Lit{Value: 1.0}),
						})},
					},
					checked(call(qual(asyncio, "Sleep"), ref(ctx), &ir.Lit{Value: 0})),
					[]ir.Stmt{ret(&ir.Lit{})},
				),
			},
		},
	}}}
	result, err := codegen.Generate(prog)
	if err != nil {
		t.Fatal(err)
	}
	want := `// A producer.
package main

import (
	"context"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
)

func produceAll(ctx context.Context, itemQueue *asyncio.Queue[int], rng int) error {
	_ = time.Now()
	for i := range rng {
		// Hand it over.
		if err := itemQueue.Put(ctx, i); err != nil {
			return err
		}
		fmt.Println(` + "`a \"quoted\" word`" + `, 1.0) // done
	}
	return asyncio.Sleep(ctx, 0)
}
`
	if diff := cmp.Diff(want, string(result.Files[0].Text)); diff != "" {
		t.Error(diff)
	}
}
