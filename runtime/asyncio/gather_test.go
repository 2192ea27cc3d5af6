package asyncio

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestGatherInterleavesWithSleepZero(t *testing.T) {
	var log []string
	worker := func(name string, n int) *Coroutine[int] {
		return GoValue(func(ctx context.Context) (int, error) {
			for i := range n {
				log = append(log, fmt.Sprint(name, i))
				if err := Sleep(ctx, 0); err != nil {
					return 0, err
				}
			}
			return n, nil
		})
	}
	sum, err := Run(func(ctx context.Context) (int, error) {
		results, err := Gather[int](ctx, worker("a", 2), worker("b", 3))
		if err != nil {
			return 0, err
		}
		total := 0
		for n := range results.All() {
			total += n
		}
		return total, Sleep(ctx, 3*time.Millisecond)
	})
	if err != nil || sum != 5 {
		t.Fatal(sum, err)
	}
	if got, want := strings.Join(log, " "), "a0 b0 a1 b1 b2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCancelDeliversMessage(t *testing.T) {
	got, err := Run(func(ctx context.Context) (string, error) {
		task := CreateTask(ctx, Go(func(ctx context.Context) error { return Sleep(ctx, time.Hour) }))
		if err := Sleep(ctx, 0); err != nil {
			return "", err
		}
		task.Cancel("stop it")
		_, err := task.Await(ctx)
		return py.Repr(err), nil
	})
	if err != nil || got != "CancelledError('stop it')" {
		t.Error(got, err)
	}
}
