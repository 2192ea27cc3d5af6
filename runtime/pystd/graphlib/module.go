// Package graphlib is Python's module graphlib.
package graphlib

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var cycleError = py.NewExceptionClass("graphlib", "CycleError", py.ValueError)

// Module returns the module graphlib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("graphlib", "")
	m.Class(sorterClass)
	m.Class(cycleError)
	return m
})

// node is one node of the graph.
type node struct {
	value any
	// waiting is the number of predecessors that are not done.
	waiting    int
	ready      bool
	done       bool
	successors []*node
}

// sorter is graphlib.TopologicalSorter.
type sorter struct {
	nodes *py.Dict[any, any]
	// ready are the nodes that get_ready returns next; nil before prepare.
	ready    []*node
	prepared bool
	passed   int
	finished int
}

func (s *sorter) node(value any) *node {
	if n, ok := s.nodes.Lookup(value); ok {
		return n.(*node)
	}
	n := &node{value: value}
	s.nodes.Set(value, n)
	return n
}

func (s *sorter) add(value any, predecessors py.Tuple) {
	if s.prepared {
		panic(exc.ValueError("Nodes cannot be added after a call to prepare()"))
	}
	n := s.node(value)
	n.waiting += len(predecessors)
	for _, p := range predecessors {
		before := s.node(p)
		before.successors = append(before.successors, n)
	}
}

func (s *sorter) prepare() {
	if s.prepared {
		panic(exc.ValueError("cannot prepare() more than once"))
	}
	s.prepared = true
	for n := range s.nodes.Values() {
		if n := n.(*node); n.waiting == 0 {
			s.ready = append(s.ready, n)
		}
	}
	if cycle := s.cycle(); cycle != nil {
		panic(py.NewException(cycleError, "nodes are in a cycle", py.ListOf(cycle...)))
	}
}

// cycle finds nodes that depend on each other; nil if there are none.
func (s *sorter) cycle() []any {
	var stack []*node
	place := map[*node]int{}
	seen := map[*node]bool{}
	var visit func(n *node) []any
	visit = func(n *node) []any {
		if at, active := place[n]; active {
			var values []any
			for _, m := range append(stack[at:], n) {
				values = append(values, m.value)
			}
			return values
		}
		if seen[n] {
			return nil
		}
		seen[n] = true
		place[n] = len(stack)
		stack = append(stack, n)
		for _, next := range n.successors {
			if found := visit(next); found != nil {
				return found
			}
		}
		stack = stack[:len(stack)-1]
		delete(place, n)
		return nil
	}
	for n := range s.nodes.Values() {
		if found := visit(n.(*node)); found != nil {
			return found
		}
	}
	return nil
}

func (s *sorter) checkPrepared() {
	if !s.prepared {
		panic(exc.ValueError("prepare() must be called first"))
	}
}

func (s *sorter) getReady() py.Tuple {
	s.checkPrepared()
	values := py.Tuple{}
	for _, n := range s.ready {
		n.ready = true
		values = append(values, n.value)
	}
	s.passed += len(s.ready)
	s.ready = nil
	return values
}

func (s *sorter) active() bool {
	s.checkPrepared()
	return s.finished < s.passed || len(s.ready) > 0
}

func (s *sorter) done(values py.Tuple) {
	s.checkPrepared()
	for _, v := range values {
		found, ok := s.nodes.Lookup(v)
		if !ok {
			panic(exc.ValueError("node %s was not added using add()", py.Repr(v)))
		}
		n := found.(*node)
		switch {
		case n.done:
			panic(exc.ValueError("node %s was already marked done", py.Repr(v)))
		case !n.ready:
			panic(exc.ValueError("node %s was not passed out (still not ready)", py.Repr(v)))
		}
		n.done = true
		s.finished++
		for _, next := range n.successors {
			if next.waiting--; next.waiting == 0 {
				s.ready = append(s.ready, next)
			}
		}
	}
}

var sorterClass = py.NewNativeClass("graphlib", "TopologicalSorter", nil, func(d *py.Definition) {
	of := py.PayloadAs[*sorter]
	class := d.Class()
	d.Alloc(func() any {
		o := py.NewObject(class)
		o.Native = &sorter{nodes: py.DictOf[any, any]()}
		return o
	})
	d.Init("__init__(self, graph=None)", func(self, graph any) any {
		if graph != nil {
			for pair := range py.Iter(py.CallMethod(graph, "items")) {
				item := py.Unpack(pair, 2)
				of(self).add(item[0], py.TupleFrom(py.Iter(item[1])))
			}
		}
		return nil
	})
	d.Method("add(self, node, *predecessors)", func(self, value, predecessors any) any {
		of(self).add(value, predecessors.(py.Tuple))
		return nil
	})
	d.Method("prepare(self)", func(self any) any {
		of(self).prepare()
		return nil
	})
	d.Method("get_ready(self)", func(self any) any { return of(self).getReady() })
	d.Method("is_active(self)", func(self any) any { return of(self).active() })
	d.Method("__bool__(self)", func(self any) any { return of(self).active() })
	d.Method("done(self, *nodes)", func(self, values any) any {
		of(self).done(values.(py.Tuple))
		return nil
	})
	d.Method("static_order(self)", func(self any) any {
		s := of(self)
		return py.NewGenerator("static_order", func(y *py.Yielder) any {
			s.prepare()
			for s.active() {
				ready := s.getReady()
				for _, v := range ready {
					y.Yield(v)
				}
				s.done(ready)
			}
			return nil
		})
	})
})
