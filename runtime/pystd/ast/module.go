// Package ast is the function literal_eval of Python's module ast. The trees of
// Python programs exist only while they are converted.
// https://docs.python.org/3.13/library/ast.html#ast.literal_eval
package ast

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module is the module ast.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("ast", "The part of ast that evaluates literals.")
	m.Func("literal_eval(node_or_string)", func(text any) any {
		s, ok := py.Payload(text).(string)
		if !ok {
			panic(exc.ValueError("malformed node or string: %s", py.Repr(text)))
		}
		return LiteralEval(s)
	})
	return m
})

// LiteralEval evaluates a Python literal or display. It raises ValueError for
// any other expression, and SyntaxError for what is no expression.
func LiteralEval(text string) any {
	p := &parser{text: strings.TrimLeft(text, " \t")}
	n := p.expression()
	p.end()
	return evaluate(n)
}

// node is an expression: a constant, a display of others, or one of another
// kind, which is no literal.
type node struct {
	kind  string // the class of ast that it is
	value any    // of a Constant
	op    byte   // of a UnaryOp or BinOp
	items []*node
	keys  []*node // of a Dict; nil for **mapping
	line  int
}

func evaluate(n *node) any {
	switch n.kind {
	case "Constant":
		return n.value
	case "Tuple":
		return py.Tuple(evaluateAll(n.items))
	case "List":
		return py.ListOf(evaluateAll(n.items)...)
	case "Set":
		return py.Call(py.SetClass, py.Tuple(evaluateAll(n.items)))
	case "Call":
		if f := n.items[0]; f.kind == "Name" && f.value == "set" && len(n.items) == 1 {
			return py.Call(py.SetClass)
		}
	case "Dict":
		d := py.DictOf[any, any]()
		for i, key := range n.keys {
			if key == nil {
				panic(exc.ValueError("malformed node or string: None"))
			}
			k := evaluate(key)
			d.Set(k, evaluate(n.items[i]))
		}
		return d
	case "BinOp":
		left, right := signed(n.items[0]), number(n.items[1])
		_, leftComplex := left.(complex128)
		if _, ok := right.(complex128); ok && !leftComplex {
			if n.op == '+' {
				return py.Add(left, right)
			} else if n.op == '-' {
				return py.Sub(left, right)
			}
		}
		malformed(n)
	}
	return signed(n)
}

func evaluateAll(items []*node) []any {
	values := make([]any, len(items))
	for i, item := range items {
		values[i] = evaluate(item)
	}
	return values
}

// signed is a number with an optional sign.
func signed(n *node) any {
	if n.kind == "UnaryOp" && (n.op == '+' || n.op == '-') {
		v := number(n.items[0])
		if n.op == '-' {
			return py.Neg(v)
		}
		return py.Pos(v)
	}
	return number(n)
}

func number(n *node) any {
	if n.kind == "Constant" {
		switch class := py.TypeOf(n.value); class {
		case py.IntClass, py.FloatClass, py.ComplexClass:
			return n.value
		}
	}
	malformed(n)
	return nil
}

// malformed raises the error for an expression that is no literal.
func malformed(n *node) {
	panic(exc.ValueError("malformed node or string on line %d: <ast.%s object at 0x%s>", n.line, n.kind, py.Format(py.ID(n), "x")))
}
