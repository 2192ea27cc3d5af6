package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// style is the way in which a program spells its shared state: it decides
// which forms of the converter the program goes through.
type style int

const (
	closures  style = iota // nested functions over the variables of main
	annotated              // a class with annotated fields, passed to functions
	methods                // methods of one object, without annotations
	styles
)

// generator writes one random program.
type generator struct {
	*rand.Rand
	id     int
	style  style
	text   strings.Builder
	indent int
	worker int // the worker whose body is written; it calls only later ones
	names  int
}

const (
	workers   = 4
	maxDepth  = 3
	taskNames = "abc"
)

// programText is the Python source of the program with a seed: a function
// program_<id>() that runs it and prints what happened, in order.
func programText(seed uint64, id int) string {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0)), id: id}
	g.style = style(g.IntN(int(styles)))
	g.program()
	return g.text.String()
}

func (g *generator) line(format string, args ...any) {
	g.text.WriteString(strings.Repeat("    ", g.indent))
	fmt.Fprintf(&g.text, format, args...)
	g.text.WriteByte('\n')
}

// block writes the lines of body one level deeper.
func (g *generator) block(body func()) {
	g.indent++
	body()
	g.indent--
}

// name makes a variable name that is new in the program.
func (g *generator) name(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

// shared spells a variable of the shared state.
func (g *generator) shared(name string) string {
	switch g.style {
	case annotated:
		return "w." + name
	case methods:
		return "self." + name
	}
	return name
}

// call spells the call of a later worker, which makes a coroutine.
func (g *generator) call() string {
	if g.worker+1 >= workers {
		return fmt.Sprintf("idle(%d)", g.IntN(3))
	}
	n := g.worker + 1 + g.IntN(workers-g.worker-1)
	who := fmt.Sprintf("'%s%d'", string(taskNames[g.IntN(3)]), g.IntN(10))
	switch g.style {
	case annotated:
		return fmt.Sprintf("worker_%d_%d(w, %s)", g.id, n, who)
	case methods:
		return fmt.Sprintf("self.worker_%d(%s)", n, who)
	}
	return fmt.Sprintf("worker_%d(%s)", n, who)
}

type field struct{ name, annotation, value string }

// fields is the shared state of a program.
func (g *generator) fields() []field {
	queue := [...]string{"asyncio.Queue()", "asyncio.Queue(1)", "asyncio.Queue(maxsize=2)"}[g.IntN(3)]
	return []field{
		{"lock", "asyncio.Lock", "asyncio.Lock()"},
		{"gate", "asyncio.Semaphore", fmt.Sprintf("asyncio.Semaphore(%d)", 1+g.IntN(2))},
		{"event", "asyncio.Event", "asyncio.Event()"},
		{"queue", "asyncio.Queue[int]", queue},
		{"heap", "asyncio.PriorityQueue[int]", "asyncio.PriorityQueue(2)"},
		{"condition", "asyncio.Condition", "asyncio.Condition()"},
		{"barrier", "asyncio.Barrier", fmt.Sprintf("asyncio.Barrier(%d)", 1+g.IntN(3))},
		{"tasks", "dict[str, asyncio.Task]", "{}"},
		{"every", "list[asyncio.Task]", "[]"},
		{"counter", "int", "0"},
	}
}

func (g *generator) program() {
	fields := g.fields()
	eager := g.IntN(8) == 0
	switch g.style {
	case annotated:
		g.line("class World%d:", g.id)
		g.block(func() {
			g.line("def __init__(self) -> None:")
			g.block(func() {
				for _, f := range fields {
					g.line("self.%s: %s = %s", f.name, f.annotation, f.value)
				}
			})
		})
		for n := workers - 1; n > 0; n-- {
			g.blank()
			g.line("async def worker_%d_%d(w: World%d, me: str) -> str:", g.id, n, g.id)
			g.workerBody(n)
		}
		g.blank()
		g.line("async def main_%d() -> None:", g.id)
		g.block(func() {
			g.line("w = World%d()", g.id)
			g.mainBody(eager)
		})
	case methods:
		g.line("class World%d:", g.id)
		g.block(func() {
			g.line("def __init__(self):")
			g.block(func() {
				for _, f := range fields {
					g.line("self.%s = %s", f.name, f.value)
				}
			})
			for n := 1; n < workers; n++ {
				g.blank()
				g.line("async def worker_%d(self, me):", n)
				g.workerBody(n)
			}
			g.blank()
			g.line("async def run(self):")
			g.block(func() { g.mainBody(eager) })
		})
		g.blank()
		g.line("async def main_%d():", g.id)
		g.block(func() { g.line("await World%d().run()", g.id) })
	default:
		g.line("async def main_%d():", g.id)
		g.block(func() {
			for _, f := range fields {
				g.line("%s = %s", f.name, f.value)
			}
			for n := workers - 1; n > 0; n-- {
				g.blank()
				g.line("async def worker_%d(me):", n)
				g.block(func() { g.line("nonlocal counter") })
				g.workerBody(n)
			}
			g.blank()
			g.mainBody(eager)
		})
	}
	g.blank()
}

func (g *generator) blank() { g.text.WriteByte('\n') }

func (g *generator) workerBody(n int) {
	g.block(func() {
		g.worker = n
		g.line("say(me, 'begins')")
		g.statements(0)
		g.line("return me")
	})
}

// mainBody runs the first statements as main, waits a bounded number of turns for
// the tasks that were spawned, and then cancels what is left.
func (g *generator) mainBody(eager bool) {
	g.worker = 0
	g.line("me = 'main'")
	if eager {
		g.line("asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)")
	}
	every, tasks := g.shared("every"), g.shared("tasks")
	for i := range 2 + g.IntN(2) {
		g.line("%s[%q] = asyncio.create_task(%s, name=%q)", tasks, string(taskNames[i]), g.call(), "first-"+string(taskNames[i]))
		g.line("%s.append(%s[%q])", every, tasks, string(taskNames[i]))
	}
	g.line("try:")
	g.block(func() {
		g.line("async with asyncio.timeout(None) as limit:")
		g.block(func() {
			g.line("guard = asyncio.create_task(stop_after(60, limit, asyncio.current_task()))")
			g.statements(1)
		})
	})
	g.line("except BaseException as e:")
	g.block(func() { g.line("say(me, 'ended by', describe(e))") })
	g.line("guard.cancel()")
	g.line("for turn in range(40):")
	g.block(func() { g.line("await asyncio.sleep(0)") })
	g.line("for task in %s:", every)
	g.block(func() { g.line("say('left', task.get_name(), task.done(), task.cancel())") })
	g.line("for task in %s:", every)
	g.block(func() {
		g.line("for turn in range(50):")
		g.block(func() {
			g.line("if task.done():")
			g.block(func() { g.line("break") })
			g.line("task.cancel()")
			g.line("await asyncio.sleep(0)")
		})
		g.line("say('end', task.get_name(), outcome(task))")
	})
	g.line("await purge()")
}

func (g *generator) statements(depth int) {
	for range 1 + g.IntN(4) {
		g.statement(depth)
	}
}

func (g *generator) body(depth int) {
	g.block(func() { g.statements(depth + 1) })
}
