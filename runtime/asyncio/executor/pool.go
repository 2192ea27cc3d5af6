package executor

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Pool is a bounded set of threads that run calls in the order in which they
// were submitted. It is concurrent.futures.ThreadPoolExecutor, and
// ProcessPoolExecutor with a conversion of arguments and results.
type Pool struct {
	py.Attributes
	class      *py.Class
	maxWorkers int
	prefix     string
	// start runs first in each thread, with the interpreter lock; an error
	// breaks the pool.
	start func() error
	// convert copies what goes to and comes from a process; nil in thread
	// pools.
	convert func(v any) any

	mu       sync.Mutex
	wake     *sync.Cond
	jobs     []job
	idle     int
	workers  int
	shutdown bool
	broken   string
	running  sync.WaitGroup
}

// job is a call that waits for a thread: one of Python code with its future, or
// a plain Go function.
type job struct {
	plain  func()
	future *Future
	call   func() (any, error)
}

// DefaultWorkers is the default of max_workers: the number of processors and
// four, but at most 32.
func DefaultWorkers() int { return min(32, runtime.NumCPU()+4) }

var poolNumber atomic.Int64

// NewPool makes a pool of at most maxWorkers threads whose names begin with
// prefix.
func NewPool(maxWorkers int, prefix string) *Pool {
	p := &Pool{class: ThreadPoolExecutorClass}
	p.init(maxWorkers, prefix)
	return p
}

func (p *Pool) init(maxWorkers int, prefix string) {
	if prefix == "" {
		prefix = fmt.Sprintf("ThreadPoolExecutor-%d", poolNumber.Add(1)-1)
	}
	p.maxWorkers, p.prefix = maxWorkers, prefix
	p.wake = sync.NewCond(&p.mu)
	openPools.add(p)
}

// poolSet is the set of the pools that were not shut down. As in CPython their
// calls are finished before the program ends.
type poolSet struct {
	mu    sync.Mutex
	pools map[*Pool]bool
}

var openPools poolSet

func (s *poolSet) add(p *Pool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pools == nil {
		s.pools = map[*Pool]bool{}
		py.AtExit(s.joinAll)
	}
	s.pools[p] = true
}

func (s *poolSet) remove(p *Pool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.pools, p)
}

func (s *poolSet) joinAll() {
	s.mu.Lock()
	pools := slices.Collect(maps.Keys(s.pools))
	s.mu.Unlock()
	for _, p := range pools {
		p.Shutdown(true, false)
	}
}

// PyClass is ThreadPoolExecutor or ProcessPoolExecutor.
func (p *Pool) PyClass() *py.Class { return p.class }

// startThreads turns the interpreter lock on.
var startThreads = sync.OnceFunc(func() { py.StartThread(func() {}) })

// Submit schedules a call that holds the interpreter lock while it runs. It
// returns RuntimeError after a shutdown.
func (p *Pool) Submit(call func() (any, error)) (*Future, error) {
	startThreads()
	f := NewFuture()
	started, err := p.add(job{future: f, call: call})
	if err != nil {
		return nil, err
	}
	if started != nil && p.convert == nil {
		// A thread that starts runs until it first blocks, before its starter goes on.
		py.Blocking(func() { <-started })
	}
	return f, nil
}

// Run schedules a Go function that shares nothing with others; it runs without
// the interpreter lock.
func (p *Pool) Run(f func()) error {
	_, err := p.add(job{plain: f})
	return err
}

// add queues a job. When it has started a thread for it, it returns a channel
// that the thread closes once it has the interpreter lock.
func (p *Pool) add(j job) (started chan struct{}, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.broken != "" {
		return nil, newError(BrokenThreadPool, p.broken)
	}
	if p.shutdown {
		return nil, py.NewRuntimeError("cannot schedule new futures after shutdown")
	}
	p.jobs = append(p.jobs, j)
	if p.idle > 0 {
		// The thread that is woken counts as busy from now on.
		p.idle--
		p.wake.Signal()
		return nil, nil
	}
	if p.workers < p.maxWorkers {
		name := fmt.Sprintf("%s_%d", p.prefix, p.workers)
		p.workers++
		p.running.Add(1)
		if j.plain == nil {
			started = make(chan struct{})
		}
		thread := NewThread(name)
		thread.Depth = threadFrames
		if p.convert == nil {
			poolThreads.add(thread)
		}
		go p.work(thread, started)
	}
	return started, nil
}

// threadFrames are the functions below what a pool runs: _bootstrap,
// _bootstrap_inner, Thread.run, _worker and _WorkItem.run.
const threadFrames = 5

// work is the loop of one thread. started is closed once the thread has the
// interpreter lock; nil if nobody waits for that.
func (p *Pool) work(thread *py.Thread, started chan struct{}) {
	defer p.running.Done()
	defer poolThreads.remove(thread)
	if (p.start != nil || started != nil) && !p.begin(thread, started) {
		return
	}
	for {
		j, ok := p.next()
		if !ok {
			return
		}
		if j.plain != nil {
			j.plain()
		} else {
			j.run(thread)
		}
	}
}

// begin runs the initializer of a thread and, while it has the interpreter lock
// already, the call that the thread was started for.
func (p *Pool) begin(thread *py.Thread, started chan struct{}) bool {
	py.Lock(thread)
	defer py.Unlock()
	if started != nil {
		close(started)
	}
	if p.start != nil && !p.initialize() {
		return false
	}
	if started != nil {
		if j, ok := p.nextCall(); ok {
			j.perform()
		}
	}
	return true
}

// initialize runs the initializer of a thread; an error breaks the pool.
func (p *Pool) initialize() bool {
	err := py.Try(p.start)
	if err == nil {
		return true
	}
	p.mu.Lock()
	p.broken = "A thread initializer failed, the thread pool is not usable anymore"
	jobs := p.jobs
	p.jobs = nil
	p.mu.Unlock()
	for _, j := range jobs {
		if j.future != nil {
			j.future.SetException(newError(BrokenThreadPool, p.broken))
		}
	}
	return false
}

// nextCall takes the first job if it is a call of Python code.
func (p *Pool) nextCall() (job, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.jobs) == 0 || p.jobs[0].plain != nil {
		return job{}, false
	}
	return p.take(), true
}

// take removes the first job.
func (p *Pool) take() job {
	j := p.jobs[0]
	p.jobs[0] = job{}
	p.jobs = p.jobs[1:]
	return j
}

func (p *Pool) next() (job, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	waiting := false
	for len(p.jobs) == 0 {
		if p.shutdown {
			return job{}, false
		}
		if !waiting {
			waiting = true
			p.idle++
		}
		p.wake.Wait()
	}
	return p.take(), true
}

// run makes the call with the interpreter lock.
func (j job) run(thread *py.Thread) {
	py.Lock(thread)
	defer py.Unlock()
	j.perform()
}

// perform makes the call; the thread has the interpreter lock.
func (j job) perform() {
	if !j.future.SetRunningOrNotifyCancel() {
		return
	}
	var v any
	err := py.Try(func() error {
		var err error
		v, err = j.call()
		return err
	})
	if err != nil {
		j.future.SetException(py.AsException(err))
		return
	}
	j.future.SetResult(v)
}

// Shutdown is Executor.shutdown(wait, cancel_futures=cancel): no calls are
// accepted any more; with wait it returns when all threads have ended. It must
// be called with the interpreter lock, which it releases while it waits.
func (p *Pool) Shutdown(wait, cancel bool) {
	var cancelled []job
	openPools.remove(p)
	p.mu.Lock()
	p.shutdown = true
	if cancel {
		cancelled, p.jobs = p.jobs, nil
	}
	p.wake.Broadcast()
	p.mu.Unlock()
	for _, j := range cancelled {
		if j.future != nil {
			j.future.Cancel()
		}
	}
	if wait {
		py.Blocking(p.Join)
	}
}

// Join waits until all threads of a pool that was shut down have ended. It
// must be called without the interpreter lock.
func (p *Pool) Join() { p.running.Wait() }
