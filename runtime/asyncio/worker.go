package asyncio

import "github.com/pyasync2go/pyasync2go/runtime/py"

// A worker is a pooled stack on which tasks run one after the other.
type worker struct {
	strand
	loop *Loop
	task *task // the next task
	// running is the task whose coroutine runs; nil while the loop does.
	running *task
	retire  bool
	// slim keeps the loop away from the stack of a waiting task, so that it stays
	// as small as stacks can be. It is set where there are many.
	slim bool
}

// maxIdleWorkers bounds the stacks kept for future tasks.
const maxIdleWorkers = 1024

// manyWorkers is the number of stacks from which on their memory counts.
const manyWorkers = 256

func newWorker(l *Loop) *worker {
	w := &worker{loop: l, slim: l.workers > manyWorkers}
	w.at = newSlot(w)
	return w
}

// run is the base of the worker's stack.
func (w *worker) run() {
	w.resumed = false
	for !w.retire {
		if err := w.runTasks(); err != nil {
			w.end(err)
		}
	}
}

// runTasks runs tasks until the worker is to retire, or until a coroutine panics
// with an exception, which it returns.
func (w *worker) runTasks() (err error) {
	defer w.catch(&err)
	for !w.retire {
		t := w.task
		w.task = nil
		t.worker, w.running = w, t
		err := t.outerTask().runCoroutine(t)
		if w.running != t {
			w.running.outerTask().setBoxed(t.outerTask().boxed())
		}
		w.end(err)
	}
	return nil
}

// catch is [py.Catch] for what the coroutine of a task panics with.
func (w *worker) catch(err *error) {
	if r := recover(); r != nil {
		if w.running == nil {
			panic(r)
		}
		*err = py.Recovered(r)
	}
}

// end ends the running task with what its coroutine returned, and finds the
// worker its next one.
func (w *worker) end(err error) {
	t := w.running
	w.running = nil
	if t.first == leftAtFirstAwait {
		w.left(t)
		return
	}
	if err != nil {
		t.outerTask().coroutineEnded()
	}
	t.conclude(err)
	w.loop.afterTask(w, t)
}

// adopt gives t, which is about to begin, the stack of another task that is
// suspended in the same coroutine: as in CPython, the coroutine goes on in
// whichever of its tasks is stepped. The other task is without a stack from then
// on, and begins anew at its next step. The result is nil when there is no such
// task.
func (l *Loop) adopt(t *task) *strand {
	coro := t.outerTask().coroutine()
	for _, holder := range l.pendingTasks() {
		if holder == t || holder.worker == nil || holder.outerTask().coroutine() != coro {
			continue
		}
		t.worker, holder.worker = holder.worker, nil
		t.worker.running = t
		holder.started = false
		holder.thrown, t.thrown = t.thrown, nil
		l.beginStep(t)
		return &holder.strand
	}
	return nil
}

// afterTask gives the worker of a finished task its next one. It returns when
// there is one, or when the worker has to end.
func (l *Loop) afterTask(w *worker, t *task) {
	t.worker = nil
	if caller := t.eagerCaller; caller != nil {
		t.eagerCaller = nil
		l.idle = append(l.idle, w)
		w.switchTo(caller)
		l.awaitTurn(&w.strand)
		return
	}
	l.endStep(t)
	l.drive(&w.strand, w)
}

// takeWorker returns a worker that waits for a task.
func (l *Loop) takeWorker() *worker {
	if n := len(l.idle); n > 0 {
		w := l.idle[n-1]
		l.idle[n-1] = nil
		l.idle = l.idle[:n-1]
		return w
	}
	if l.workers++; l.workers == manyWorkers {
		py.UseHugePages()
	}
	return newWorker(l)
}

// endIdleWorkers ends all pooled stacks. me is the strand that runs.
func (l *Loop) endIdleWorkers(me *strand) {
	for len(l.idle) > 0 {
		w := l.takeWorker()
		w.retire = true
		l.turn = me
		me.switchTo(&w.strand)
		l.awaitTurn(me)
	}
}

// awaitTurn follows every switch: it returns when me is to go on. A strand that
// woke because a worker ended passes the turn on to the strand that the worker
// left it to.
func (l *Loop) awaitTurn(me *strand) {
	for !me.resumed {
		if r := l.stackWanted; r != nil {
			r.answer(l, me)
			continue
		}
		target := l.turn
		l.turn = nil
		if target == me {
			me.at = nil
			break
		}
		me.switchTo(target)
	}
	me.resumed = false
}
