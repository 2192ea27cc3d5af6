package threading

import (
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// thread is the Go side of threading.Thread.
type thread struct {
	object   any
	name     string
	target   any
	args     []any
	kwargs   py.Kwargs
	daemon   bool
	started  bool
	finished chan struct{}
	ended    bool
	ident    int
	native   *py.Thread
}

// objectKey is the key in py.Thread.Data of the Thread object.
type objectKey struct{}

// identKey is the key in py.Thread.Data of the thread's number.
type identKey struct{}

var (
	identCounter  atomic.Int64
	nameCounter   int
	live          []*thread
	threadClass   *py.Class
	mainObject    any
	dummyAttached = map[*py.Thread]any{}
)

// Ident is get_ident() of a thread.
func Ident(t *py.Thread) int { return identOf(t) }

// identOf is the number of a thread, 0 for none.
func identOf(t *py.Thread) int {
	if t == nil {
		return 0
	}
	if n, ok := t.Data[identKey{}].(int); ok {
		return n
	}
	n := int(identCounter.Add(1))*4096 + 0x7f0000000000
	if t.Data == nil {
		t.Data = map[any]any{}
	}
	t.Data[identKey{}] = n
	return n
}

func threadOf(self any) *thread { return stateOf[*thread](self) }

// describe is the head of the repr of an object of this module.
func describe(self any) string {
	c := py.TypeOf(self)
	return fmt.Sprintf("<%s.%s at %#x", c.ModuleName(), c.Qualname(), py.ID(self))
}

// currentThread is threading.current_thread().
func currentThread() any { return objectOf(py.CurrentThread()) }

// objectOf is the Thread object of a thread.
func objectOf(t *py.Thread) any {
	if o := t.Data[objectKey{}]; o != nil {
		return o
	}
	if t == py.MainThread() {
		return mainThread()
	}
	if o := dummyAttached[t]; o != nil {
		return o
	}
	o := adopt(t, executor.ThreadName(t))
	dummyAttached[t] = o
	return o
}

// mainThread is threading.main_thread().
func mainThread() any {
	if mainObject == nil {
		mainObject = adopt(py.MainThread(), "MainThread")
	}
	return mainObject
}

// adopt makes the Thread object of a thread that runs already.
func adopt(t *py.Thread, name string) any {
	o := py.NewObject(threadClass)
	setState(o, &thread{object: o, name: name, started: true, ident: identOf(t), native: t})
	return o
}

func newThreadClass() *py.Class {
	return define.Class("threading", "Thread", nil, func(b *define.Body) {
		b.Method("__init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None)", initThread)
		b.Method("start(self)", func(self any) any {
			threadOf(self).start()
			return nil
		})
		b.Method("run(self)", func(self any) any {
			t := threadOf(self)
			target, args, kwargs := t.target, t.args, t.kwargs
			t.target, t.args, t.kwargs = nil, nil, nil
			if target != nil {
				py.CallKw(target, args, kwargs)
			}
			return nil
		})
		b.Method("join(self, timeout=None)", func(self, timeout any) any {
			threadOf(self).join(seconds(timeout))
			return nil
		})
		b.Method("is_alive(self)", func(self any) any {
			t := threadOf(self)
			return t.started && !t.ended
		})
		b.Method("getName(self)", func(self any) any { return threadOf(self).name })
		b.Method("setName(self, name)", func(self, name any) any {
			threadOf(self).setName(py.Str(name))
			return nil
		})
		b.Method("isDaemon(self)", func(self any) any { return threadOf(self).daemon })
		property := func(name string, get func(t *thread) any, set func(t *thread, v any)) {
			getter := py.Func(name+"(self)", func(self any) any { return get(threadOf(self)) })
			var setter any
			if set != nil {
				setter = py.Func(name+"(self, value)", func(self, v any) any {
					set(threadOf(self), v)
					return nil
				})
			}
			b.Set(name, py.Property(getter, setter, nil, nil))
		}
		property("name", func(t *thread) any { return t.name }, func(t *thread, v any) { t.setName(py.Str(v)) })
		property("daemon", func(t *thread) any { return t.daemon }, func(t *thread, v any) {
			if t.started {
				py.Raise(py.NewRuntimeError("cannot set daemon status of active thread"))
			}
			t.daemon = py.Truth(v)
		})
		property("ident", func(t *thread) any {
			if !t.started {
				return nil
			}
			return t.ident
		}, nil)
		property("native_id", func(t *thread) any {
			if !t.started {
				return nil
			}
			return t.ident
		}, nil)
		b.Method("__repr__(self)", func(self any) any { return threadOf(self).repr() })
	})
}

func initThread(args []any) any {
	self, target, name, kwargs := args[0], args[2], args[3], args[5]
	if args[1] != nil {
		py.Raise(py.NewAssertionError("group argument must be None for now"))
	}
	t := &thread{object: self, target: target, args: py.StarArgs(py.Star(args[4]))}
	if kwargs != nil {
		t.kwargs = py.KwFrom(kwargs)
	}
	if name == nil {
		nameCounter++
		t.name = fmt.Sprintf("Thread-%d", nameCounter)
		if n, ok := py.GetAttrOr(target, "__name__", nil).(string); ok && target != nil {
			t.name += " (" + n + ")"
		}
	} else {
		t.name = py.Str(name)
	}
	if args[6] != nil {
		t.daemon = py.Truth(args[6])
	} else if parent, ok := py.GetAttrOr(currentThread(), stateName, nil).(*holder); ok {
		t.daemon = parent.value.(*thread).daemon
	}
	setState(self, t)
	return nil
}

func (t *thread) setName(name string) {
	t.name = name
	if t.native != nil {
		if t.native.Data == nil {
			t.native.Data = map[any]any{}
		}
		t.native.Data[executor.NameKey{}] = name
	}
}

func (t *thread) start() {
	if t.started {
		py.Raise(py.NewRuntimeError("threads can only be started once"))
	}
	t.started = true
	t.finished = make(chan struct{})
	live = append(live, t)
	begun := make(chan struct{})
	py.StartThread(func() {
		native := py.CurrentThread()
		native.Data = map[any]any{executor.NameKey{}: t.name, objectKey{}: t.object}
		t.native = native
		t.ident = identOf(native)
		close(begun)
		t.run()
	})
	// Thread.start() returns when the thread has begun.
	py.Blocking(func() { <-begun })
}

func (t *thread) run() {
	defer t.end()
	err := py.Try(func() error {
		py.CallMethod(t.object, "run")
		return nil
	})
	if err != nil {
		t.uncaught(err)
	}
}

func (t *thread) end() {
	t.ended = true
	for i, other := range live {
		if other == t {
			live = append(live[:i], live[i+1:]...)
			break
		}
	}
	close(t.finished)
}

func (t *thread) join(timeout time.Duration) {
	if !t.started {
		py.Raise(py.NewRuntimeError("cannot join thread before it is started"))
	}
	if t.native == py.CurrentThread() {
		py.Raise(py.NewRuntimeError("cannot join current thread"))
	}
	if t.ended || t.finished == nil {
		return
	}
	py.Blocking(func() { receive(t.finished, timeout) })
}

func (t *thread) repr() string {
	status := "initial"
	if t.started {
		status = "started"
	}
	if t.ended {
		status = "stopped"
	}
	if t.daemon {
		status += " daemon"
	}
	if t.started {
		status += fmt.Sprint(" ", t.ident)
	}
	name := py.TypeOf(t.object).Name()
	if t.native == py.MainThread() {
		name = "_MainThread"
	}
	return "<" + strings.Join([]string{name + "(" + t.name, status}, ", ") + ")>"
}

// JoinThreads waits for all threads that are no daemons, as CPython does when
// the main thread ends.
func JoinThreads() {
	for i := 0; i < len(live); {
		t := live[i]
		if t.daemon {
			i++
			continue
		}
		t.join(-1)
	}
}
