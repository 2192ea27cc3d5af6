package asyncio

import (
	"math"
	"sync"
	"sync/atomic"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Loop is an event loop. It has no stack of its own: whoever has nothing to do,
// a parked task, a worker without a task or the caller of RunForever, runs it
// until somebody is to go on.
type Loop struct {
	py.Attributes

	ready   readyQueue
	batch   int  // entries of the ready queue that belong to the current turn
	inTurn  bool // a turn has begun
	timers  []*Handle
	current *task
	vars    *Vars

	idle    []*worker
	workers int     // made so far
	root    *strand // the caller of RunForever
	turn    *strand // who goes on after a worker ended
	// serving says that the root goes on to run the loop, not because it stops.
	serving bool
	thread  *py.Thread
	// baseDepth is the recursion depth at which steps and callbacks begin.
	baseDepth int
	// cancelDepth counts the tasks that pass on a request to cancel.
	cancelDepth int
	// disowned says that a second run_forever has made the loop forget that it runs.
	disowned bool
	// around is where the except clauses end that run in tasks and callbacks: that
	// which the loop itself runs in is around it.
	around py.Handling

	tasks tasksList
	// eagerTasks are those in their first, eager step.
	fatal    error // a SystemExit or KeyboardInterrupt on its way out
	stopping bool
	closed   bool
	debug    bool

	cancelledTimers      int
	self                 any // the object of a class derived from the loop's
	clock                any // a time() of the program
	taskMaker            any // a create_task() of the program
	own                  *ownMethods
	exceptionHandler     any
	taskFactory          any
	slowCallbackDuration any
	currentHandle        runnable
	stackWanted          *stackRequest
	stepStart            float64

	wake     waker
	executor executorState
	asyncGens
	failures failureWatch
	writers  writerWatch
	selector *selector
	received []byte // see readBuffer
	signals  *signalHandlers
	// ownedInterrupt says that the loop took SIGINT over from the runner.
	ownedInterrupt bool
}

// waker is how other threads reach a loop.
type waker struct {
	mu       sync.Mutex
	posted   []entry
	pending  atomic.Bool // posted is not empty
	sleeping bool
	token    chan struct{}
}

// timersToSweep is the number of timers above which cancelled ones are removed
// when they are more than half.
const timersToSweep = 100

// longestWait is the longest the loop sleeps, in seconds.
const longestWait = 24 * 3600

// NewLoop is asyncio.new_event_loop().
func NewLoop() *Loop {
	l := &Loop{debug: debugFromEnvironment(), slowCallbackDuration: 0.1}
	l.wake.token = make(chan struct{}, 1)
	logDebug("Using selector: EpollSelector")
	return l
}

// push is call_soon as asyncio itself calls it: with the method of the program, if
// its loop has one.
func (l *Loop) push(r runnable, p *promise) {
	if l.own != nil && l.own.callSoon != nil {
		l.ownSoon(r, p)
		return
	}
	l.enqueue(r, p)
}

// enqueue appends to the ready queue.
func (l *Loop) enqueue(r runnable, p *promise) {
	if l.wake.pending.Load() {
		l.collectPosted()
	}
	l.ready.push(entry{r, p})
}

// post appends to the ready queue from any thread and wakes the loop.
func (l *Loop) post(r runnable, p *promise) {
	w := &l.wake
	w.mu.Lock()
	w.posted = append(w.posted, entry{r, p})
	w.pending.Store(true)
	wake := w.sleeping
	w.sleeping = false
	w.mu.Unlock()
	if wake {
		l.rouse()
	}
}

// collectPosted moves what other threads posted to the ready queue.
func (l *Loop) collectPosted() {
	w := &l.wake
	w.mu.Lock()
	posted := w.posted
	w.posted = nil
	w.pending.Store(false)
	w.mu.Unlock()
	for _, e := range posted {
		l.ready.push(e)
	}
}

// drive runs the loop on the stack of me until it is the turn of me. base is
// the worker when me is the base of its stack.
func (l *Loop) drive(me *strand, base *worker) {
	for {
		target := l.next(me, base)
		if target == me {
			return
		}
		if base != nil {
			if len(l.idle) >= maxIdleWorkers {
				base.retire = true
				l.turn = target
				return
			}
			l.idle = append(l.idle, base)
		}
		me.switchTo(target)
		l.awaitTurn(me)
		if me != l.root || !l.serving {
			return
		}
		l.serving = false
	}
}

// leave returns who goes on after a task whose stack has to stay small: a task
// that has begun, or the root, which has room for everything else.
func (l *Loop) leave() *strand {
	if target := l.nextStarted(); target != nil {
		return target
	}
	l.serving = true
	return l.root
}

// nextStarted begins the next step of the current turn if it is one of a task
// that has a stack already, and returns that; otherwise nil.
func (l *Loop) nextStarted() *strand {
	if l.fatal != nil || !l.inTurn || l.batch == 0 || l.debug {
		return nil
	}
	e := l.ready.peek()
	t, ok := e.r.(*task)
	if !ok || !t.started || t.first == leftAtFirstAwait || t.done() {
		return nil
	}
	l.ready.pop()
	l.batch--
	t.prepareStep(e.p)
	l.beginStep(t)
	return &t.strand
}

// next runs callbacks until a strand has to go on, and returns it.
func (l *Loop) next(me *strand, base *worker) *strand {
	for {
		if l.fatal != nil {
			l.inTurn = false
			return l.root
		}
		if l.inTurn && l.batch == 0 {
			l.inTurn = false
			if l.stopping {
				return l.root
			}
		}
		if !l.inTurn {
			l.beginTurn()
			l.inTurn = true
			continue
		}
		e := l.ready.pop()
		l.batch--
		t, ok := e.r.(*task)
		if !ok {
			l.runCallback(e)
			continue
		}
		if s := l.step(t, e.p, base); s != nil {
			return s
		}
	}
}

// step prepares the next step of a task and returns the stack to run it on; nil
// when the step is over already.
func (l *Loop) step(t *task, p *promise, base *worker) *strand {
	if t.done() {
		l.reportStepOfDone(t)
		return nil
	}
	t.prepareStep(p)
	needsStack := !t.started || t.first == leftAtFirstAwait
	if !t.started {
		t.started = true
		switch t.outerTask().progress() {
		case coroutineRunning:
			if s := l.adopt(t); s != nil {
				return s
			}
		case coroutineFinished:
			t.thrown = nil // throwing into it is an error, as sending is
		}
		if err := t.thrown; err != nil && !t.outerTask().takesThrow() {
			// Cancelled before it began: the coroutine never runs.
			t.thrown = nil
			t.outerTask().closeCoroutine()
			t.conclude(err)
			return nil
		}
	}
	if needsStack {
		w := base
		if w == nil {
			w = l.takeWorker()
		}
		w.task = t
		l.beginStep(t)
		return &w.strand
	}
	l.beginStep(t)
	return &t.strand
}

func (l *Loop) beginStep(t *task) {
	l.current = t
	l.vars = t.vars
	t.vars.entered = true
	if l.debug {
		l.currentHandle = t
		l.stepStart = l.Time()
	}
}

// endStep follows the last instruction of a task's step.
func (l *Loop) endStep(t *task) {
	l.current = nil
	l.vars = nil
	l.thread.Depth, l.thread.Handling = l.baseDepth, &l.around
	t.vars.entered = false
	if l.debug {
		l.endDebugStep(t)
	}
}

func (l *Loop) runCallback(e entry) {
	if !l.debug {
		e.r.run(e.p)
		return
	}
	l.currentHandle = e.r
	l.stepStart = l.Time()
	e.r.run(e.p)
	l.endDebugStep(e.r)
}

// beginTurn is the first half of BaseEventLoop._run_once: it waits for
// something to do and moves what is due to the ready queue.
func (l *Loop) beginTurn() {
	l.dropCancelledTimers()
	wait := math.Inf(1)
	if l.ready.length > 0 || l.stopping || l.wake.pending.Load() {
		wait = 0
	} else if l.reportDropped() {
		wait = 0
	} else if closed, again := l.closeDropped(); closed {
		wait = 0
	} else {
		if len(l.timers) > 0 {
			wait = min(max(l.timers[0].timer.when-l.Time(), 0), longestWait)
		}
		if again > 0 {
			wait = min(wait, again)
		}
	}
	l.sleep(wait)
	if l.wake.pending.Load() {
		l.collectPosted()
	}
	if len(l.timers) > 0 {
		end := l.Time() + clockResolution
		for len(l.timers) > 0 && l.timers[0].timer.when < end {
			var h *Handle
			l.timers, h = heapPop(l.timers, timerLess)
			h.timer.scheduled = false
			l.ready.push(entry{h, nil})
		}
	}
	l.batch = l.ready.length
	if l.batch > 0 {
		l.writers.turns++
	}
}

func (l *Loop) dropCancelledTimers() {
	if n := len(l.timers); n > timersToSweep && 2*l.cancelledTimers > n {
		kept := l.timers[:0]
		for _, h := range l.timers {
			if h.cancelled {
				h.timer.scheduled = false
			} else {
				kept = append(kept, h)
			}
		}
		clear(l.timers[len(kept):])
		heapify(kept, timerLess)
		l.timers = kept
		l.cancelledTimers = 0
		return
	}
	for len(l.timers) > 0 && l.timers[0].cancelled {
		var h *Handle
		l.timers, h = heapPop(l.timers, timerLess)
		h.timer.scheduled = false
		l.cancelledTimers--
	}
}

// callAt schedules h at a time of the loop's clock.
func (l *Loop) callAt(when float64, h *Handle) *Handle {
	h.timer = &timer{when: when, scheduled: true}
	l.timers = heapPush(l.timers, h, timerLess)
	return h
}

// afterDelay calls f after a delay in seconds.
func (l *Loop) afterDelay(delay float64, f func()) *Handle {
	return l.later(delay, &Handle{loop: l, call: f})
}
