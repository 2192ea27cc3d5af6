package asyncio

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// recording is a random program of testdata/interleave.py with the log that
// CPython made of it.
type recording struct {
	Seed    int     `json:"seed"`
	Program [][]any `json:"program"`
	Log     []string
}

// machine runs such a program through the dynamic side of the package.
type machine struct {
	lines    []string
	locks    []any
	sems     []any
	queues   []any
	events   []any
	conds    []any
	barriers []any
	futures  [3]any
	tasks    map[string]any
	names    []string
	count    int
	closing  bool
}

func invoke(name string, args ...any) any {
	return py.Call(Module().Attr(name), args...)
}

func newMachine() *machine {
	m := &machine{tasks: map[string]any{}}
	for k := range 3 {
		m.locks = append(m.locks, invoke("Lock"))
		m.sems = append(m.sems, invoke("Semaphore", k+1))
		m.events = append(m.events, invoke("Event"))
		m.conds = append(m.conds, invoke("Condition"))
		m.barriers = append(m.barriers, invoke("Barrier", k+1))
	}
	m.queues = []any{invoke("Queue", 1), invoke("LifoQueue", 2), invoke("PriorityQueue")}
	return m
}

func (m *machine) log(parts ...any) {
	if len(m.lines) < 400 && !m.closing {
		texts := make([]string, len(parts))
		for i, p := range parts {
			texts[i] = py.Str(p)
		}
		m.lines = append(m.lines, strings.Join(texts, " "))
	}
}

func (m *machine) error(err any) string {
	e := err.(py.BaseException)
	if !e.PyClass().IsSubclassOf(py.BaseExceptionGroup) {
		return py.Repr(e)
	}
	var members []string
	for member := range py.Iter(py.GetAttr(e, "exceptions")) {
		members = append(members, m.error(member))
	}
	return e.PyClass().Name() + "(" + strings.Join(members, ", ") + ")"
}

func ops(v any) [][]any {
	var list [][]any
	for _, op := range v.([]any) {
		list = append(list, op.([]any))
	}
	return list
}

func (m *machine) run(ctx context.Context, me string, list [][]any) (any, error) {
	for _, op := range list {
		if m.closing {
			return nil, NewCancelledError()
		}
		parts := []any{me}
		for _, x := range op {
			if _, nested := x.([]any); !nested {
				parts = append(parts, number(x))
			}
		}
		m.log(parts...)
		if err := py.Try(func() error { return m.step(ctx, me, op) }); err != nil {
			return nil, err
		}
	}
	return me, nil
}

func number(x any) any {
	if f, ok := x.(float64); ok {
		return int(f)
	}
	return x
}

func (m *machine) child(v any) any {
	m.count++
	me := fmt.Sprint("t", m.count)
	return py.NewCoroutine("run", func(ctx context.Context) (any, error) { return m.run(ctx, me, ops(v)) })
}

func (m *machine) children(v any, wrap func(any) any) []any {
	list := []any{}
	for _, b := range v.([]any) {
		list = append(list, wrap(m.child(b)))
	}
	return list
}

func createTask(coro any) any { return invoke("create_task", coro) }

func same(v any) any { return v }

func (m *machine) with(ctx context.Context, manager any, body func() error) error {
	if _, err := AEnter(ctx, manager); err != nil {
		return err
	}
	err := py.Try(body)
	suppress, left := AExit(ctx, manager, err)
	if left != nil {
		return left
	}
	if suppress {
		return nil
	}
	return err
}

func (m *machine) logAwait(ctx context.Context, me string, x any) error {
	v, err := Await(ctx, x)
	if err == nil {
		m.log(me, v)
	}
	return err
}

func (m *machine) step(ctx context.Context, me string, op []any) error {
	kind, a := op[0].(string), number(op[1])
	n, _ := a.(int)
	name, _ := a.(string)
	body := func() error {
		_, err := m.run(ctx, me, ops(op[2]))
		return err
	}
	await := func(x any) error {
		_, err := Await(ctx, x)
		return err
	}
	loop := invoke("get_running_loop")
	switch kind {
	case "log":
	case "sleep0":
		return await(invoke("sleep", 0))
	case "put":
		return await(py.CallMethod(m.queues[n], "put", m.count))
	case "get":
		v, err := Await(ctx, py.CallMethod(m.queues[n], "get"))
		if err == nil {
			m.log(me, "got", v)
		}
		return err
	case "putnow":
		py.CallMethod(m.queues[n], "put_nowait", m.count)
	case "getnow":
		m.log(me, "got", py.CallMethod(m.queues[n], "get_nowait"))
	case "set", "clear":
		py.CallMethod(m.events[n], kind)
	case "event":
		return await(py.CallMethod(m.events[n], "wait"))
	case "future":
		m.futures[n] = py.CallMethod(loop, "create_future")
	case "resolve":
		if m.futures[n] != nil {
			py.CallMethod(m.futures[n], "set_result", n)
		}
	case "cancelfuture":
		if m.futures[n] != nil {
			m.log(me, py.CallMethod(m.futures[n], "cancel", fmt.Sprint("f", n)))
		}
	case "awaitfuture":
		if m.futures[n] != nil {
			return m.logAwait(ctx, me, m.futures[n])
		}
	case "cancel":
		if t := m.tasks[name]; t != nil {
			m.log(me, py.CallMethod(t, "cancel", "by "+me))
		}
	case "cancelself":
		py.CallMethod(invoke("current_task"), "cancel")
	case "uncancel":
		m.log(me, py.CallMethod(invoke("current_task"), "uncancel"))
	case "done":
		parts := []any{me}
		for _, k := range m.names {
			t := m.tasks[k]
			parts = append(parts, fmt.Sprintf("%s=%s,%s,%s", k, py.Str(py.CallMethod(t, "done")),
				py.Str(py.CallMethod(t, "cancelled")), py.Str(py.CallMethod(t, "cancelling"))))
		}
		m.log(parts...)
	case "join":
		if t := m.tasks[name]; t != nil {
			return m.logAwait(ctx, me, t)
		}
	case "shieldtask":
		if t := m.tasks[name]; t != nil {
			return m.logAwait(ctx, me, invoke("shield", t))
		}
	case "raise":
		return py.NewValueError(me)
	case "soon":
		py.CallMethod(loop, "call_soon", py.Func("log(me, what)", func(me, what any) any {
			m.log(me, what)
			return nil
		}), me, "soon")
	case "notify":
		return m.with(ctx, m.conds[n], func() error {
			py.CallMethod(m.conds[n], "notify", n)
			return nil
		})
	case "condwait":
		return m.with(ctx, m.conds[n], func() error { return await(py.CallMethod(m.conds[n], "wait")) })
	case "barrier":
		return m.logAwait(ctx, me, py.CallMethod(m.barriers[n], "wait"))
	case "lock":
		return m.with(ctx, m.locks[n], body)
	case "sem":
		return m.with(ctx, m.sems[n], body)
	case "spawn":
		if m.tasks[name] == nil {
			m.names = append(m.names, name)
		}
		m.tasks[name] = createTask(m.child(op[2]))
		py.CallMethod(m.tasks[name], "add_done_callback", py.Func("callback(t)", func(t any) any {
			m.log("callback", name, py.CallMethod(t, "cancelled"))
			return nil
		}))
	case "nested":
		return m.logAwait(ctx, me, createTask(m.child(op[2])))
	default:
		return m.combine(ctx, me, kind, op, body)
	}
	return nil
}

func (m *machine) combine(ctx context.Context, me, kind string, op []any, body func() error) error {
	n, _ := number(op[1]).(int)
	switch kind {
	case "gather":
		return m.logAwait(ctx, me, invoke("gather", m.children(op[1], same)...))
	case "gathere":
		f := py.CallKw(Module().Attr("gather"), m.children(op[1], same), py.Kwargs{{Name: "return_exceptions", Value: true}})
		results, err := Await(ctx, f)
		if err != nil {
			return err
		}
		parts := []any{me}
		for r := range py.Iter(results) {
			if e, ok := r.(py.BaseException); ok {
				r = m.error(e)
			}
			parts = append(parts, r)
		}
		m.log(parts...)
	case "wait":
		tasks := py.ListOf(m.children(op[2], createTask)...)
		result, err := Await(ctx, py.CallKw(Module().Attr("wait"), []any{tasks}, py.Kwargs{{Name: "return_when", Value: op[1]}}))
		if err != nil {
			return err
		}
		sets := result.(py.Tuple)
		m.log(me, py.Len(sets[0]), py.Len(sets[1]))
	case "completed":
		for next := range py.Iter(invoke("as_completed", py.ListOf(m.children(op[1], createTask)...))) {
			if err := m.logAwait(ctx, me, next); err != nil {
				return err
			}
		}
	case "timeout":
		var delay any
		if n != 0 {
			delay = 0
		}
		return m.with(ctx, invoke("timeout", delay), body)
	case "waitfor0":
		return m.logAwait(ctx, me, invoke("wait_for", m.child(op[2]), 0))
	case "waitfor":
		return m.logAwait(ctx, me, invoke("wait_for", m.child(op[2]), 1000))
	case "shield":
		return m.logAwait(ctx, me, invoke("shield", m.child(op[2])))
	case "group":
		tg := invoke("TaskGroup")
		return m.with(ctx, tg, func() error {
			for _, b := range op[1].([]any) {
				py.CallMethod(tg, "create_task", m.child(b))
			}
			_, err := Await(ctx, invoke("sleep", 0))
			return err
		})
	case "try":
		err := py.Try(body)
		switch {
		case err == nil:
		case isCancelled(err):
			m.log(me, "cancelled", m.error(err))
			if n == 0 || m.closing {
				return err
			}
		default:
			m.log(me, "caught", m.error(err))
		}
	case "finally":
		err := py.Try(body)
		m.log(me, "finally")
		if _, failed := Await(ctx, invoke("sleep", 0)); failed != nil {
			return failed
		}
		return err
	case "generator":
		items := py.NewAsyncGenerator("items", func(ctx context.Context, y *py.AsyncYielder) error {
			defer m.log(me, "generator ends")
			for i := range n + 1 {
				if _, err := m.run(ctx, me, ops(op[2])); err != nil {
					return err
				}
				if _, err := y.Yield(i); err != nil {
					return err
				}
			}
			return nil
		})
		err := m.iterate(ctx, me, items)
		if closed := items.Close(ctx); closed != nil {
			return closed
		}
		return err
	}
	return nil
}

func (m *machine) iterate(ctx context.Context, me string, items any) error {
	for {
		i, ok, err := ANext(ctx, items)
		if err != nil || !ok {
			return err
		}
		m.log(me, "item", i)
		if _, err := Await(ctx, invoke("sleep", 0)); err != nil {
			return err
		}
	}
}

func (m *machine) main(ctx context.Context, program [][]any) (any, error) {
	py.CallMethod(invoke("get_running_loop"), "set_exception_handler", py.Func("handler(*args)", func(any) any { return nil }))
	var tasks []any
	for i, b := range program {
		me := fmt.Sprint("m", i)
		tasks = append(tasks, createTask(py.NewCoroutine("run", func(ctx context.Context) (any, error) {
			return m.run(ctx, me, ops(b))
		})))
	}
	for range 40 {
		if _, err := Await(ctx, invoke("sleep", 0)); err != nil {
			return nil, err
		}
	}
	parts := []any{"main"}
	for _, t := range tasks {
		parts = append(parts, py.CallMethod(t, "done"))
	}
	m.log(parts...)
	m.closing = true
	return nil, nil
}

func readRecordings(t *testing.T, path string) []recording {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var all []recording
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r struct {
			Seed    int      `json:"seed"`
			Program []any    `json:"program"`
			Log     []string `json:"log"`
		}
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		rec := recording{Seed: r.Seed, Log: r.Log}
		for _, b := range r.Program {
			rec.Program = append(rec.Program, b.([]any))
		}
		all = append(all, rec)
	}
	return all
}

// TestInterleavingIsCPythons runs random programs and compares the order of
// everything they do with what CPython 3.13 did.
func TestInterleavingIsCPythons(t *testing.T) {
	path := os.Getenv("INTERLEAVE")
	if path == "" {
		path = "testdata/interleave.jsonl.gz"
	}
	recordings := readRecordings(t, path)
	t.Run("few stacks", func(t *testing.T) { interleave(t, recordings, 0) })
	t.Run("many stacks", func(t *testing.T) { interleave(t, recordings, manyWorkers) })
}

// interleave runs the programs in loops that have made a number of stacks already.
func interleave(t *testing.T, recordings []recording, workers int) {
	failures := 0
	for _, r := range recordings {
		m := newMachine()
		_, err := RunAny(py.NewCoroutine("main", func(ctx context.Context) (any, error) {
			loopOf(ctx).workers += workers
			return m.main(ctx, r.Program)
		}), nil, nil)
		if err != nil {
			t.Errorf("seed %d: %v", r.Seed, err)
		}
		if at, ok := firstDifference(m.lines, r.Log); !ok {
			failures++
			t.Errorf("seed %d, line %d:\n got %q\nwant %q\nafter %q", r.Seed, at, line(m.lines, at), line(r.Log, at),
				r.Log[max(0, at-8):min(at, len(r.Log))])
			if failures > 5 {
				return
			}
		}
	}
}

func firstDifference(got, want []string) (int, bool) {
	for i := range max(len(got), len(want)) {
		if line(got, i) != line(want, i) {
			return i, false
		}
	}
	return 0, true
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
