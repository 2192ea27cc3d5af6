package asyncio

import "github.com/pyasync2go/pyasync2go/runtime/py"

// A worker is a pooled stack on which tasks run one after the other.
type worker struct {
	strand
	loop   *Loop
	task   *task
	retire bool
}

// maxIdleWorkers bounds the stacks kept for future tasks.
const maxIdleWorkers = 1024

// manyWorkers is the number of stacks that announces a large heap.
const manyWorkers = 256

func newWorker(l *Loop) *worker {
	w := &worker{loop: l}
	w.at = newSlot(w.run)
	return w
}

// run is the base of the worker's stack.
func (w *worker) run() {
	w.resumed = false
	for !w.retire {
		t := w.task
		w.task = nil
		t.worker = w
		t.execute()
		w.loop.afterTask(w, t)
	}
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
