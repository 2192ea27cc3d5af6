package executor

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestStartedThreadRunsFirst: the call that a thread is started for runs until
// it blocks before submit() returns; one for a waiting thread does not.
func TestStartedThreadRunsFirst(t *testing.T) {
	pool := NewPool(1, "test")
	submit := func() *Future {
		return py.Must(pool.Submit(func() (any, error) { return 1, nil }))
	}
	if f := submit(); !f.Done() {
		t.Error("the call that starts a thread is not done when submit returns")
	}
	for {
		pool.mu.Lock()
		waiting := pool.idle == 1
		pool.mu.Unlock()
		if waiting {
			break
		}
		py.Yield()
	}
	f := submit()
	if f.Done() {
		t.Error("the call of a waiting thread is done before its submitter waits")
	}
	if v, err := f.Result(-1); err != nil || v != 1 {
		t.Errorf("result %v, %v, want 1", v, err)
	}
	pool.Shutdown(true, false)
}
