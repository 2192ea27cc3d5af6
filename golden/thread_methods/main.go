// Methods that run in threads.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

type Store struct {
	rows *py.Dict[string, int]
	next any
}

func newStore() *Store {
	return &Store{rows: py.DictOf[string, int](), next: nil}
}

func (s *Store) load(name string, scale int) (int, error) {
	time.Sleep(0.001)
	if name == "bad" {
		return 0, py.NewKeyError(name)
	}
	return s.rows.GetOr(name, 0) * scale, nil
}

func (s *Store) save(name string, value int) {
	s.rows.Set(name, value)
}

func (s *Store) count() int {
	return s.rows.Len()
}

func (s *Store) run(ctx context.Context) error {
	_, err := asyncio.ToThreadLocked(func() {
		s.save("a", 4)
	}).Await(ctx)
	if err != nil {
		return err
	}
	arg, err := asyncio.ToThreadValueErrLocked(func() (int, error) {
		return s.load("a", 2)
	}).Await(ctx)
	if err != nil {
		return err
	}
	result, err := asyncio.ToThreadValueErrLocked(func() (int, error) {
		return s.load("a", 5)
	}).Await(ctx)
	if err != nil {
		return err
	}
	fmt.Println(arg, result)
	var toThreads []asyncio.Awaitable[int]
	for _, n := range []string{"a", "b"} {
		toThreads = append(toThreads, asyncio.ToThreadValueErrLocked(func() (int, error) {
			return s.load(n, 2)
		}))
	}
	results, err := asyncio.Gather(ctx, toThreads...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	err = py.Try(func() error {
		_, err := asyncio.ToThreadValueErrLocked(func() (int, error) {
			return s.load("bad", 2)
		}).Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return err
		}
		fmt.Println("no", err)
	}
	n, err := asyncio.ToThreadValueLocked(s.count).Await(ctx)
	if err != nil {
		return err
	}
	coro := asyncio.ToThreadValueLocked(s.count)
	result2, err := coro.Await(ctx)
	if err != nil {
		return err
	}
	fmt.Println(n, result2)
	return nil
}

func asyncMain(ctx context.Context) error {
	s := newStore()
	store := s
	t := asyncio.CreateTask(ctx, asyncio.ToThreadLocked(func() {
		store.save("z", 9)
	}))
	s = newStore()
	if _, err := t.Await(ctx); err != nil {
		return err
	}
	fmt.Println(s.rows)
	return s.run(ctx)
}

func main() {
	asyncio.Main(asyncMain)
}
