package asyncio

import (
	"context"
	"runtime"
	"testing"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// goroutinesAfter runs f and returns how many goroutines it left behind, once
// those that are about to end have ended.
func goroutinesAfter(f func()) int {
	before := runtime.NumGoroutine()
	f()
	left := 0
	for range 200 {
		runtime.GC()
		if left = runtime.NumGoroutine() - before; left <= 0 {
			return 0
		}
		time.Sleep(time.Millisecond)
	}
	return left
}

func TestRunLeavesNoGoroutine(t *testing.T) {
	// The first signal.Notify of a process starts a goroutine for good.
	_, _ = Run(func(ctx context.Context) (None, error) { return None{}, nil })
	left := goroutinesAfter(func() {
		_, err := Run(func(ctx context.Context) (None, error) {
			var sleepers []Waitable
			for range 3000 {
				sleepers = append(sleepers, Go(func(ctx context.Context) error { return Sleep(ctx, time.Millisecond) }))
			}
			if err := GatherAll(ctx, sleepers...); err != nil {
				return None{}, err
			}
			if _, err := ToThreadValue(func() int { return 1 }).Await(ctx); err != nil {
				return None{}, err
			}
			CreateTask(ctx, Go(func(ctx context.Context) error { return Sleep(ctx, time.Hour) }))
			return None{}, Sleep(ctx, 0)
		})
		if err != nil {
			t.Error(err)
		}
	})
	if left > 0 {
		t.Errorf("%d goroutines are left", left)
	}
}

func TestExceptionsEndTheRun(t *testing.T) {
	tests := []struct {
		name string
		main func(ctx context.Context) (None, error)
		want string
	}{
		{"error", func(ctx context.Context) (None, error) { return None{}, py.NewValueError("bad") }, "ValueError('bad')"},
		{"exit in a task", func(ctx context.Context) (None, error) {
			CreateTask(ctx, Go(func(ctx context.Context) error { return py.NewSystemExit(3) }))
			return None{}, Sleep(ctx, time.Hour)
		}, "SystemExit(3)"},
		{"nested run", func(ctx context.Context) (None, error) {
			return Run(func(ctx context.Context) (None, error) { return None{}, nil })
		}, "RuntimeError('asyncio.run() cannot be called from a running event loop')"},
		{"timeout", func(ctx context.Context) (None, error) {
			_, err := WaitFor(ctx, Go(func(ctx context.Context) error { return Sleep(ctx, time.Hour) }), time.Millisecond)
			return None{}, err
		}, "TimeoutError()"},
		{"group", func(ctx context.Context) (None, error) {
			return None{}, WithTaskGroup(ctx, func(ctx context.Context, tg *TaskGroup) error {
				tg.Go(func(ctx context.Context) error { return py.NewValueError(1) })
				tg.Go(func(ctx context.Context) error { return Sleep(ctx, time.Hour) })
				return Sleep(ctx, time.Hour)
			})
		}, "ExceptionGroup('unhandled errors in a TaskGroup', [ValueError(1)])"},
		{"queue", func(ctx context.Context) (None, error) {
			_, err := NewQueue[int](0).GetNowait()
			return None{}, err
		}, "QueueEmpty()"},
	}
	for _, test := range tests {
		_, err := Run(test.main)
		if err == nil || py.Repr(err) != test.want {
			t.Errorf("%s: got %v, want %s", test.name, py.Repr(err), test.want)
		}
	}
}
