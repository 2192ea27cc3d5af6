package py

import (
	"context"
	"sync"
	"sync/atomic"
)

// Thread is the state of a thread of Python code. Go has no thread-local
// variables, so the state of the running thread is a variable of the package
// that is swapped with the interpreter lock.
type Thread struct {
	// Depth counts the calls of Python functions in progress.
	Depth int
	// Loop is asyncio's running event loop.
	Loop any
	// Context returns the context of what runs now; nil means Background.
	Context func() context.Context
	// Handling is the innermost except clause that runs.
	Handling *Handling
	// AsyncGenFirstIter is called when an asynchronous generator starts, as
	// the hook that sys.set_asyncgen_hooks sets.
	AsyncGenFirstIter func(*AsyncGenerator)
	// Data is for the packages above: the thread object of threading, ...
	Data map[any]any
}

var (
	mainThread = &Thread{}
	current    = mainThread

	interpreter sync.Mutex
	threaded    atomic.Bool
)

// CurrentThread returns the state of the running thread.
func CurrentThread() *Thread { return current }

// MainThread returns the state of the program's first thread.
func MainThread() *Thread { return mainThread }

// CurrentContext returns the context of what runs now: the running asyncio
// task, or Background.
func CurrentContext() context.Context {
	if current.Context != nil {
		if ctx := current.Context(); ctx != nil {
			return ctx
		}
	}
	return context.Background()
}

// StartThread runs f on a goroutine of its own as a thread that holds the
// interpreter lock, as the threads of CPython do. The first call turns the lock
// on; until then Lock, Unlock and Blocking cost nothing. The caller must be a
// thread itself.
func StartThread(f func()) {
	if threaded.CompareAndSwap(false, true) {
		interpreter.Lock()
	}
	go func() {
		t := &Thread{}
		Lock(t)
		defer Unlock()
		f()
	}()
}

// Lock acquires the interpreter lock for the thread t.
func Lock(t *Thread) {
	if !threaded.Load() {
		return
	}
	interpreter.Lock()
	current = t
}

// Unlock releases the interpreter lock.
func Unlock() {
	if threaded.Load() {
		interpreter.Unlock()
	}
}

// Blocking runs f, which may block, without the interpreter lock, so that other
// threads run meanwhile. f must not touch Python values that others can reach.
func Blocking(f func()) {
	if !threaded.Load() {
		f()
		return
	}
	t := current
	interpreter.Unlock()
	defer func() {
		interpreter.Lock()
		current = t
	}()
	f()
}

// Yield gives other threads a chance to run, as CPython does between bytecodes
// every few milliseconds.
func Yield() {
	if threaded.Load() {
		Blocking(func() {})
	}
}
