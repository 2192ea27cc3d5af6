package asyncio

import "github.com/pyasync2go/pyasync2go/runtime/py"

// startEagerly runs the first step of a new task at once, on a stack of its own,
// until the task first suspends or ends.
func (l *Loop) startEagerly(t *task) {
	previous, vars, depth := l.current, l.vars, l.thread.Depth
	handling, around := l.thread.Handling, &py.Handling{}
	around.Enter(l.thread)
	if previous != nil {
		previous.vars.entered = false
	}
	l.register(t)
	t.started = true
	w := l.takeWorker()
	w.task = t
	var caller strand
	t.eagerCaller = &caller
	l.current, l.vars = t, t.vars
	t.vars.entered = true
	caller.switchTo(&w.strand)
	l.awaitTurn(&caller)
	t.vars.entered = false
	t.endedEagerly = t.done()
	if previous != nil {
		previous.vars.entered = true
	}
	l.current, l.vars, l.thread.Depth = previous, vars, depth
	l.thread.Handling = handling
	around.MoveTo(&l.around)
}
