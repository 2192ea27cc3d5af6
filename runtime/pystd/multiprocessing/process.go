package multiprocessing

import (
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/traceback"
)

// process is the Go side of a Process.
type process struct {
	parent   any
	made     int // how many it has made itself
	number   string
	thread   any // nil before it is started
	exitcode any
	pid      any
}

const processName = "_process"

// PyClass makes a process a value.
func (p *process) PyClass() *py.Class { return hiddenClass }

var hiddenClass = py.NewNativeClass("multiprocessing.process", "_State", nil, nil)

var (
	processClass *py.Class
	main         any             // the process of the script
	running      = map[any]any{} // processes by their threads
	children     []any
	lastPid      int
)

// The class refers to itself.
func init() {
	processClass = define.Class("multiprocessing.context", "Process", nil, defineProcess)
}

func stateOf(self any) *process { return py.As[*process](py.GetAttr(self, processName)) }

func mainProcess() any {
	if main == nil {
		main = py.Call(py.GetAttr(py.ObjectClass, "__new__"), processClass)
		py.SetAttr(main, processName, &process{pid: py.Call(os.Module().Attr("getpid")), thread: threading.Module()})
		py.SetAttr(main, "_name", "MainProcess")
		py.SetAttr(main, "_daemon", false)
	}
	return main
}

func currentProcess() any {
	if p, ok := running[py.CallMethod(threading.Module(), "current_thread")]; ok {
		return p
	}
	return mainProcess()
}

// activeChildren lists the processes that have not ended, and forgets the others.
func activeChildren() any {
	list := py.ListOf[any]()
	for _, p := range children {
		if isAlive(p) {
			list.Append(p)
		}
	}
	children = nil
	for p := range list.All() {
		children = append(children, p)
	}
	return list
}

func isAlive(self any) bool {
	p := stateOf(self)
	return p.thread != nil && p.exitcode == nil
}

func defineProcess(b *define.Body) {
	b.Method("__init__(self, group=None, target=None, name=None, args=(), kwargs=, *, daemon=None)", func(args []any) any {
		self := args[0]
		parent := stateOf(currentProcess())
		parent.made++
		number := strconv.Itoa(parent.made)
		if parent.number != "" {
			number = parent.number + ":" + number
		}
		py.SetAttr(self, processName, &process{parent: currentProcess(), number: number})
		name := args[3]
		if name == nil {
			name = py.Str(py.GetAttr(py.TypeOf(self), "__name__")) + "-" + number
		}
		py.SetAttr(self, "_name", py.Str(name))
		py.SetAttr(self, "_target", args[2])
		py.SetAttr(self, "_args", py.Call(py.TupleClass, args[4]))
		py.SetAttr(self, "_kwargs", py.Call(py.DictClass, args[5]))
		daemon := args[6]
		if daemon == nil {
			daemon = py.GetAttr(currentProcess(), "_daemon")
		}
		py.SetAttr(self, "_daemon", daemon)
		return nil
	}, py.DictOf[any, any]())
	b.Method("run(self)", func(self any) any {
		if target := py.GetAttr(self, "_target"); target != nil {
			py.CallKw(target, py.StarArgs(py.Star(py.GetAttr(self, "_args"))), py.KwFrom(py.GetAttr(self, "_kwargs")))
		}
		return nil
	})
	b.Method("start(self)", func(self any) any {
		start(self)
		return nil
	})
	b.Method("join(self, timeout=None)", func(self, timeout any) any {
		p := stateOf(self)
		if p.thread == nil {
			panic(exc.AssertionError("can only join a started process"))
		}
		py.CallMethod(p.thread, "join", timeout)
		return nil
	})
	b.Method("is_alive(self)", func(self any) any { return isAlive(self) })
	for _, name := range []string{"terminate(self)", "kill(self)"} {
		b.Method(name, func(self any) any {
			panic(exc.NotImplementedError("a process that is a thread of the program cannot be ended by another"))
		})
	}
	b.Method("close(self)", func(self any) any {
		if isAlive(self) {
			panic(exc.ValueError("Cannot close a process while it is still running. You should first call join() or terminate()."))
		}
		return nil
	})
	b.Property("exitcode", func(self any) any { return stateOf(self).exitcode })
	b.Property("pid", func(self any) any { return stateOf(self).pid })
	b.Property("ident", func(self any) any { return stateOf(self).pid })
	b.Variable("name", func(self any) any { return py.GetAttr(self, "_name") }, func(self, name any) any {
		py.SetAttr(self, "_name", name)
		return nil
	})
	b.Variable("daemon", func(self any) any { return py.GetAttr(self, "_daemon") }, func(self, daemon any) any {
		if stateOf(self).thread != nil {
			panic(exc.AssertionError("process has already started"))
		}
		py.SetAttr(self, "_daemon", daemon)
		return nil
	})
	b.Method("__repr__(self)", func(self any) any { return text(self) })
}

// start runs a copy of the process in a thread.
func start(self any) {
	p := stateOf(self)
	if p.thread != nil {
		panic(exc.AssertionError("cannot start a process twice"))
	}
	lastPid++
	p.pid = py.Add(py.Call(os.Module().Attr("getpid")), lastPid)
	inside := py.Call(py.GetAttr(py.ObjectClass, "__new__"), py.TypeOf(self))
	for k := range py.Iter(py.Call(py.ListClass, py.Vars(self))) {
		v := py.GetItem(py.Vars(self), k)
		if py.Str(k) != processName {
			v = forProcess(v)
		}
		py.SetAttr(inside, py.Str(k), v)
	}
	p.thread = py.CallKw(threading.Module().Attr("Thread"), nil, py.Kwargs{
		{Name: "target", Value: py.Func("_bootstrap()", func() any {
			running[py.CallMethod(threading.Module(), "current_thread")] = inside
			p.exitcode = exitStatus(inside)
			return nil
		})},
		{Name: "name", Value: "MainThread"},
		{Name: "daemon", Value: py.GetAttr(self, "_daemon")},
	})
	children = append(children, self)
	py.CallMethod(p.thread, "start")
}

// exitStatus runs a process to its end, and tells of the exception that ended it.
func exitStatus(self any) any {
	err := py.Try(func() error { py.CallMethod(self, "run"); return nil })
	if err == nil {
		return 0
	}
	e := py.AsException(err)
	if py.Matches(err, py.SystemExit) {
		switch code := py.GetAttr(e, "code").(type) {
		case nil:
			return 0
		case int:
			return code
		default:
			py.CallMethod(io.StandardError(), "write", py.Str(code)+"\n")
			return 1
		}
	}
	py.CallMethod(io.StandardError(), "write", "Process "+py.Str(py.GetAttr(self, "name"))+":\n")
	py.Call(traceback.Module().Attr("print_exception"), e)
	return 1
}

func text(self any) string {
	p := stateOf(self)
	status := "initial"
	switch {
	case p.exitcode != nil && py.Equal(p.exitcode, 0):
		status = "stopped exitcode=0"
	case p.exitcode != nil:
		status = "stopped exitcode=" + py.Str(p.exitcode)
	case p.thread != nil:
		status = "started"
	}
	parts := []string{py.Str(py.GetAttr(py.TypeOf(self), "__name__")), "name=" + py.Repr(py.GetAttr(self, "_name"))}
	if p.pid != nil {
		parts = append(parts, "pid="+py.Str(p.pid))
	}
	if p.parent != nil {
		parts = append(parts, "parent="+py.Str(stateOf(p.parent).pid))
	}
	parts = append(parts, status)
	if py.Truth(py.GetAttr(self, "_daemon")) {
		parts = append(parts, "daemon")
	}
	return "<" + strings.Join(parts, " ") + ">"
}
