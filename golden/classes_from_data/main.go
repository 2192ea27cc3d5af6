// Dataclasses that are made of data, and that are values themselves.
package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

// Item is what the instances of a class and of those that derive from it have in common.
type Item interface {
	asItem() *ItemBase
}

type ItemBase struct {
	id   string
	tags any
}

func (i *ItemBase) asItem() *ItemBase {
	return i
}

var itemClass *py.Class

func (i *ItemBase) label() string {
	return i.id + ":" + strconv.Itoa(py.Len(i.tags))
}

type Job struct {
	ItemBase
	cost   any
	urgent bool
	size   int
}

var jobClass *py.Class

func newJob(id string, tags, cost any, urgent bool) (*Job, error) {
	j := &Job{}
	j.id = id
	j.tags = tags
	j.cost = cost
	j.urgent = urgent
	if err := j.postInit(); err != nil {
		return nil, err
	}
	return j, nil
}

func (j *Job) postInit() error {
	if j.id == "bad" {
		return py.NewValueError("bad id")
	}
	j.size = py.StrLen(j.id)
	return nil
}

type Options struct {
	retries any
	name    any
	seen    any
}

var optionsClass *py.Class

type Version struct {
	major any
	minor any
}

var versionClass *py.Class

type Step struct {
	name    string
	retries any
	backoff any
}

var stepClass *py.Class

type Plan struct {
	steps *py.List[*Step]
}

func newPlan() *Plan {
	return &Plan{steps: py.ListOf[*Step]()}
}

func (p *Plan) step(name string, options *py.Dict[string, int]) *Plan {
	p.steps.Append(py.CallKw(stepClass, []any{name}, py.KwFrom(options)).(*Step))
	return p
}

func makeFunc(kind any, values py.Tuple) any {
	return py.CallStar(kind, values, nil)
}

func main() {
	py.Main(func() error {
		itemClass = dataclasses.Struct(py.StructClass[ItemBase]("Item", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "id"}, {Name: "tags"}})
		jobClass = dataclasses.Struct(
			py.StructClass[Job]("Job", []any{itemClass}, py.Kw{Name: "__new__", Value: py.Func("Job.__init__(self, id, tags=, cost=3, *, urgent=False)", func(id string, tags, cost any, urgent bool) (*Job, error) {
				return newJob(id, dataclasses.GivenOr(tags, func() any { return py.ListOf[string]() }), cost, urgent)
			}, dataclasses.Made)}),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "cost"}, {Name: "urgent", KwOnly: true}, {Name: "size", NoInit: true}},
		)
		optionsClass = dataclasses.Struct(
			py.StructClass[Options]("Options", nil, py.Kw{Name: "__new__", Value: py.Func("Options.__init__(self, retries=2, name=, seen=)", func(retries, name, seen any) *Options {
				return &Options{retries: retries, name: name, seen: dataclasses.GivenOr(seen, func() any { return py.DictOf[string, any]() })}
			}, "plain", dataclasses.Made)}),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "retries"}, {Name: "name"}, {Name: "seen"}},
		)
		versionClass = dataclasses.Struct(
			py.StructClass[Version]("Version", nil, py.Kw{Name: "__new__", Value: py.Func("Version.__init__(self, major, minor=1)", func(major, minor any) *Version { return &Version{major: major, minor: minor} })}),
			dataclasses.Options{Order: true, Frozen: true},
			[]dataclasses.StructField{{Name: "major"}, {Name: "minor", HasDefault: true, Default: 1, NoCompare: true}},
		)
		stepClass = dataclasses.Struct(
			py.StructClass[Step]("Step", nil, py.Kw{Name: "__new__", Value: py.Func("Step.__init__(self, name, retries=0, backoff=)", func(name string, retries, backoff any) *Step {
				return &Step{name: name, retries: retries, backoff: backoff}
			}, 0.5)}),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "name"}, {Name: "retries", HasDefault: true, Default: 0}, {Name: "backoff", HasDefault: true, Default: 0.5}},
		)

		py.Print(py.CallStar(jobClass, py.ListOf[any]("t1", py.ListOf[any]("a")), py.Kwargs{{Name: "urgent", Value: true}}).(*Job))
		for _, text := range []string{`{"id": "q", "cost": 5}`, `{"id": "u", "tags": ["v", "w"], "urgent": true}`, `{"id": "bad"}`, `{"cost": 1}`, `{"id": "x", "size": 1}`} {
			err := py.Try(func() error {
				job := py.CallKw(jobClass, nil, py.KwOf(jobClass, json.Loads(text))).(*Job)
				py.Print(job.label(), job.cost, job.size, job.tags, job.urgent)
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.TypeError) && !errors.Is(err, py.ValueError) {
					return err
				}
				errorValue := err
				fmt.Println(py.TypeOf(errorValue).Name(), errorValue)
			}
		}

		options := py.CallKw(optionsClass, nil, py.KwOf(optionsClass, py.DictOf[string, int]("retries", 9))).(*Options)
		py.SetItem(options.seen, "k", 1)
		py.Print(options, py.CallStar(optionsClass, py.ListOf[any](1, "m"), nil).(*Options).seen)

		plan := newPlan().step("one", py.DictOf[string, int]()).step("two", py.DictOf[string, int]("retries", 2)).step("three", py.DictOf[string, int]("backoff", 1))
		items := py.ListOf[py.Tuple]()
		for s := range plan.steps.All() {
			items.Append(py.Tuple{s.name, s.retries, s.backoff})
		}
		fmt.Println(items)
		err := py.Try(func() error {
			plan.step("four", py.DictOf[string, int]("bogus", 1))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}

		py.Print(makeFunc(versionClass, py.Tuple{1, 2}), makeFunc(versionClass, py.Tuple(py.StarArgs(py.Star(py.ListOf[int](3))))))
		kinds := py.DictOf[string, any]("version", versionClass, "step", stepClass)
		for item := range py.ListOf[py.Tuple](py.Tuple{"version", py.Tuple{2, 3}}, py.Tuple{"step", py.Tuple{"s"}}, py.Tuple{"version", py.Tuple{}}, py.Tuple{"step", py.Tuple{1, 2, 3, 4}}).All() {
			name, values := item[0].(string), item[1]
			err := py.Try(func() error {
				callee := kinds.Get(name)
				made := py.CallStar(callee, values, nil)
				callee2 := kinds.Get(name)
				arg := py.Eq(made, py.CallStar(callee2, values, nil))
				_, ok := made.(*Version)
				py.Print(made, arg, ok)
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.TypeError) {
					return err
				}
				fmt.Println(err)
			}
		}
		arg := &Version{major: 2, minor: 1}
		values := py.PairOf(1, 5)
		fmt.Println(py.SortedList(py.ListOf[*Version](arg, &Version{major: values.First, minor: values.Second}).All()), py.DictOf[*Version, string](&Version{major: 1, minor: 2}, "a").Get(&Version{major: 1, minor: 9}))
		return nil
	})
}
