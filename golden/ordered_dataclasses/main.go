package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/heapq"
	pymath "github.com/pyasync2go/pyasync2go/runtime/pystd/math"
)

type Job struct {
	priority int
	urgent   bool
	name     string
	cost     int
}

type Measure struct {
	value float64
	label string
}

type Maybe struct {
	at    any
	label string
}

// Version is what the instances of a class and of those that derive from it have in common.
type Version interface {
	asVersion() *VersionBase
}

type VersionBase struct {
	major int
	minor int
}

func (v *VersionBase) asVersion() *VersionBase {
	return v
}

var versionClass *py.Class

func newVersion(major, minor int) Version {
	v := &VersionBase{}
	v.major = major
	v.minor = minor
	return v
}

type Tagged struct {
	VersionBase
	tag string
}

func newTagged(major, minor int, tag string) *Tagged {
	t := &Tagged{}
	t.major = major
	t.minor = minor
	t.tag = tag
	return t
}

func made(seed, n int) *py.List[*Job] {
	jobs := py.ListOf[*Job]()
	x := seed
	for i := range n {
		x = (x*1103515245 + 12345) % 2147483648
		jobs.Append(&Job{
			priority: x >> 16 % 5,
			urgent:   x%3 == 0,
			name:     py.StrIndex("abc", x%3) + strconv.Itoa(x%7),
			cost:     i,
		})
	}
	return jobs
}

func mainFunc() {
	jobs := made(1, 60)
	heap := py.ListOf[*Job]()
	for j := range jobs.All() {
		heapq.Push(heap, j)
	}
	popped := py.ListOf[*Job]()
	for range heap.Len() {
		popped.Append(heapq.Pop(heap))
	}
	items := py.ListOf[py.Tuple]()
	for j := range popped.All() {
		items.Append(py.Tuple{j.priority, j.urgent, j.name, j.cost})
	}
	fmt.Println(items)
	arg := py.ListOf[int]()
	for j := range py.SortedList(jobs.All()).All() {
		arg.Append(j.cost)
	}
	items2 := py.ListOf[int]()
	for j := range py.SortedListBy(jobs.All(), func(j *Job) py.Triple[int, bool, string] { return py.TripleOf(j.priority, j.urgent, j.name) }, false).All() {
		items2.Append(j.cost)
	}
	py.Print(py.Equal(arg, items2))
	py.Print(py.MinOf(jobs.All()), py.MaxOf(jobs.All()))
	py.Print(py.Less(&Job{
		priority: 1,
		urgent:   false,
		name:     "é",
		cost:     1,
	}, &Job{
		priority: 1,
		urgent:   false,
		name:     "z",
		cost:     1,
	}), py.Less(&Job{
		priority: 1,
		urgent:   false,
		name:     "a",
		cost:     1,
	}, &Job{
		priority: 1,
		urgent:   false,
		name:     "a",
		cost:     9,
	}), py.LessEqual(&Job{
		priority: 0,
		urgent:   true,
		name:     "",
		cost:     1,
	}, &Job{
		priority: 1,
		urgent:   false,
		name:     "",
		cost:     1,
	}))
	measures := py.ListOf[*Measure](&Measure{value: 2.5, label: "b"}, &Measure{value: pymath.NaN, label: "n"}, &Measure{value: math.Copysign(0, -1), label: "z"}, &Measure{value: 0.0, label: "y"}, &Measure{value: 2.5, label: "a"})
	fmt.Println(py.SortedList(measures.All()))
	some := py.ListOf[*Maybe](&Maybe{at: 3, label: ""}, &Maybe{at: 1, label: "x"}, &Maybe{at: 1, label: ""})
	fmt.Println(py.SortedList(some.All()))
	some.Append(&Maybe{at: nil, label: ""})
	err := py.Try(func() error {
		some.Sort()
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			panic(err)
		}
		fmt.Println(err)
	}
	versions := py.ListOf[Version](newVersion(1, 2), newVersion(1, 0), newVersion(0, 9))
	py.Print(py.SortedList(versions.All()), py.MinOf(versions.All()))
	tagged := py.ListOf[*Tagged](newTagged(1, 2, "b"), newTagged(1, 2, "a"), newTagged(0, 3, ""))
	py.Print(py.SortedList(tagged.All()), py.MaxOf(tagged.All()))
	err = py.Try(func() error {
		py.Print(py.Lt(newVersion(1, 2), newTagged(1, 2, "")))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			panic(err)
		}
		fmt.Println(err)
	}
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(
			py.StructClass[Job]("Job", nil),
			dataclasses.Options{Order: true},
			[]dataclasses.StructField{
				{Name: "priority"},
				{Name: "urgent"},
				{Name: "name"},
				{Name: "cost", NoCompare: true},
			},
		)
		dataclasses.Struct(py.StructClass[Measure]("Measure", nil), dataclasses.Options{Order: true}, []dataclasses.StructField{{Name: "value"}, {Name: "label"}})
		dataclasses.Struct(py.StructClass[Maybe]("Maybe", nil), dataclasses.Options{Order: true}, []dataclasses.StructField{{Name: "at"}, {Name: "label"}})
		versionClass = dataclasses.Struct(py.StructClass[VersionBase]("Version", nil), dataclasses.Options{Order: true}, []dataclasses.StructField{{Name: "major"}, {Name: "minor"}})
		dataclasses.Struct(py.StructClass[Tagged]("Tagged", []any{versionClass}), dataclasses.Options{Order: true}, []dataclasses.StructField{{Name: "tag"}})

		mainFunc()
		return nil
	})
}
