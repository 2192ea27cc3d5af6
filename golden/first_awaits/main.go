// Coroutines that begin with an await, in every way in which that can end.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var log *py.List[string]

func sleeper(ctx context.Context, name string, turns int) (string, error) {
	delay := 0.001 * float64(turns)
	if turns == 0 {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return "", err
		}
		log.Append(name + " after a turn")
		return name, nil
	}
	if err := asyncio.Sleep(ctx, asyncio.Seconds(delay)); err != nil {
		return "", err
	}
	log.Append(name + " slept")
	return name, nil
}

func guarded(ctx context.Context, lock *asyncio.Lock, name string) error {
	if err := lock.Acquire(ctx); err != nil {
		return err
	}
	defer lock.Release()
	log.Append(name + " has the lock")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	log.Append(name + " gives it back")
	return nil
}

func limited(ctx context.Context, sem *asyncio.Semaphore, name string) (int, error) {
	if err := sem.Acquire(ctx); err != nil {
		return 0, err
	}
	defer sem.Release()
	log.Append(name + " in")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	log.Append(name + " out")
	return py.StrLen(name), nil
}

func waiter(ctx context.Context, event *asyncio.Event, name string) (bool, error) {
	if err := event.Wait(ctx); err != nil {
		if errors.Is(err, asyncio.CancelledError) {
			log.Append(name + " cancelled")
		}
		return false, err
	}
	log.Append(name + " woke")
	return true, nil
}

func consumer(ctx context.Context, queue *asyncio.Queue[int], name string) error {
	for {
		item, err := queue.Get(ctx)
		if err != nil {
			return err
		}
		log.Append(name + " got " + strconv.Itoa(item))
		queue.TaskDone()
	}
}

func outer(ctx context.Context, event *asyncio.Event, name string) (bool, error) {
	return waiter(ctx, event, name)
}

func stubborn(ctx context.Context, event *asyncio.Event) (string, error) {
	if err := event.Wait(ctx); err != nil {
		if !errors.Is(err, asyncio.CancelledError) {
			return "", err
		}
		log.Append("stubborn goes on")
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return "", err
		}
		return "done all the same", nil
	}
	return "woke", nil
}

type Service struct {
	gate   *asyncio.Semaphore
	served int
}

func newService(limit int) *Service {
	return &Service{gate: asyncio.NewSemaphore(limit), served: 0}
}

func (s *Service) serve(ctx context.Context, name string) (int, error) {
	var result int
	err := s.gate.With(ctx, func(ctx context.Context) error {
		s.served++
		log.Append("serve " + name)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		result = s.served
		return nil
	})
	if err != nil {
		return 0, err
	}
	return result, nil
}

func (s *Service) replace() {
	s.gate = asyncio.NewSemaphore(1)
}

func asyncMain(ctx context.Context) error {
	tasks := py.ListOf[*asyncio.Task[string]]()
	for i := range 5 {
		name := "s" + strconv.Itoa(i)
		turns := i % 3
		tasks.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return sleeper(ctx, name, turns)
		}).Restartable().Named("sleeper")))
	}
	tasks.Get(1).Cancel()
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	log.Append("main had a turn")
	tasks.Get(2).Cancel("enough")
	results, err := asyncio.GatherResults(ctx, asyncio.Awaitables[string](tasks)...)
	if err != nil {
		return err
	}
	for r := range results.All() {
		log.Append(py.Repr(r))
	}

	lock := asyncio.NewLock()
	var waiting *py.List[*asyncio.Task[asyncio.None]]
	err = lock.With(ctx, func(ctx context.Context) error {
		waiting = py.ListOf[*asyncio.Task[asyncio.None]]()
		for i := range 4 {
			name := "g" + strconv.Itoa(i)
			waiting.Append(asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
				return guarded(ctx, lock, name)
			}).Restartable().Named("guarded")))
		}
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		waiting.Get(0).Cancel()
		log.Append("main holds the lock")
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		waiting.Get(2).Cancel()
		return nil
	})
	if err != nil {
		return err
	}
	if _, _, err := asyncio.Wait(ctx, waiting); err != nil {
		return err
	}
	items := py.ListOf[bool]()
	for t := range waiting.All() {
		items.Append(t.Cancelled())
	}
	log.Append(py.Str(items))

	sem := asyncio.NewSemaphore(2)
	jobs := py.ListOf[*asyncio.Task[int]]()
	for i := range 5 {
		name := "j" + strconv.Itoa(i)
		jobs.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return limited(ctx, sem, name)
		}).Restartable().Named("limited")))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	jobs.Get(3).Cancel()
	results2, err := asyncio.GatherResults(ctx, asyncio.Awaitables[int](jobs)...)
	if err != nil {
		return err
	}
	log.Append(py.Str(results2))

	event := asyncio.NewEvent()
	first := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		return waiter(ctx, event, "first")
	}).Named("waiter"))
	second := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		return outer(ctx, event, "second")
	}).Named("outer"))
	third := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return stubborn(ctx, event)
	}).Named("stubborn"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	first.Cancel()
	third.Cancel()
	event.Set()
	results3, err := asyncio.GatherAny(ctx, []any{first, second, third}, true)
	if err != nil {
		return err
	}
	log.Append(py.Str(results3))
	event.Clear()
	_, err = asyncio.WaitFor(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		return waiter(ctx, event, "late")
	}).Named("waiter"), time.Millisecond)
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		log.Append("late was too late")
	}

	queue := asyncio.NewQueue[int](2)
	consumers := py.ListOf[*asyncio.Task[asyncio.None]]()
	for i := range 3 {
		name := "c" + strconv.Itoa(i)
		consumers.Append(asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
			return consumer(ctx, queue, name)
		}).Restartable().Named("consumer")))
	}
	for i := range 7 {
		if err := queue.Put(ctx, i); err != nil {
			return err
		}
	}
	if err := queue.Join(ctx); err != nil {
		return err
	}
	for c := range consumers.All() {
		c.Cancel()
	}
	results4, err := asyncio.GatherResults(ctx, asyncio.Awaitables[asyncio.None](consumers)...)
	if err != nil {
		return err
	}
	log.Append(py.Str(results4))

	service := newService(1)
	served := py.ListOf[*asyncio.Task[int]]()
	for i := range 3 {
		name := "v" + strconv.Itoa(i)
		served.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return service.serve(ctx, name)
		}).Restartable().Named("Service.serve")))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	service.replace()
	served.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return service.serve(ctx, "v3")
	}).Named("Service.serve")))
	results5, err := asyncio.Gather(ctx, asyncio.Awaitables[int](served)...)
	if err != nil {
		return err
	}
	log.Append(py.Str(results5))

	done := asyncio.FutureOn[string](asyncio.GetRunningLoop())
	following := py.ListOf[*asyncio.Task[string]]()
	for i := range 3 {
		following.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return follow(ctx, done, i)
		}).Restartable().Named("follow")))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	following.Get(1).Cancel()
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	log.Append("done: " + py.Str(done.Cancelled()))
	results6, err := asyncio.GatherResults(ctx, asyncio.Awaitables[string](following)...)
	if err != nil {
		return err
	}
	log.Append(py.Str(results6))

	left := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return sleeper(ctx, "left", 1000)
	}).Named("sleeper"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	fmt.Println(strings.Join(log.Items(), "\n"))
	py.Print(left.Finished())
	return nil
}

func follow(ctx context.Context, done *asyncio.Future[string], i int) (string, error) {
	result, err := done.Await(ctx)
	if err != nil {
		return "", err
	}
	return strconv.Itoa(i) + ": " + result, nil
}

func main() {
	py.Main(func() error {
		log = py.ListOf[string]()

		return asyncio.RunFunc(asyncMain)
	})
}
