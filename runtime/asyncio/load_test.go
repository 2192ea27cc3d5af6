package asyncio

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// portOf is the port that a server listens on.
func portOf(s *Server) int {
	sock := s.socketTuple()[0].(*TransportSocket)
	return localAddress(sock.fd).(py.Tuple)[1].(int)
}

// descriptors is the number of open file descriptors of the process.
func descriptors(t *testing.T) int {
	t.Helper()
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("the system does not list file descriptors")
	}
	return len(open)
}

// TestThousandClientsAreAllAnswered holds 1,000 connections open at a time and
// has each ask several times.
func TestThousandClientsAreAllAnswered(t *testing.T) {
	const clients, rounds = 1000, 5
	answered, err := Run(func(ctx context.Context) (int, error) {
		server, err := StartServer(ctx, echoUpper, "127.0.0.1", 0)
		if err != nil {
			return 0, err
		}
		port, answered, arrived := portOf(server), 0, NewEvent()
		connected := 0
		var all []Waitable
		for i := range clients {
			all = append(all, Go(func(ctx context.Context) error {
				r, w, err := OpenConnection(ctx, "127.0.0.1", port)
				if err != nil {
					return err
				}
				if connected++; connected == clients {
					arrived.Set()
				}
				if err := arrived.Wait(ctx); err != nil {
					return err
				}
				for n := range rounds {
					w.Write(py.Bytes(fmt.Sprintf("client %d round %d\n", i, n)))
					line, err := r.ReadLine(ctx)
					if err != nil {
						return err
					}
					if want := fmt.Sprintf("CLIENT %d ROUND %d\n", i, n); string(line) != want {
						return fmt.Errorf("client %d was answered %q", i, line)
					}
					answered++
				}
				w.Close()
				return w.WaitClosed(ctx)
			}))
		}
		if err := GatherAll(ctx, all...); err != nil {
			return 0, err
		}
		server.Close()
		return answered, server.WaitClosed(ctx)
	})
	if err != nil || answered != clients*rounds {
		t.Errorf("%d answers, error %v, want %d", answered, err, clients*rounds)
	}
}

// cycles are uses of the main primitives from beginning to end.
var cycles = []struct {
	name  string
	times int
	run   func(ctx context.Context) error
}{
	{"cancelled task", 1000, func(ctx context.Context) error {
		task := CreateTask(ctx, Go(func(ctx context.Context) error { return Sleep(ctx, time.Hour) }))
		if err := Sleep(ctx, 0); err != nil {
			return err
		}
		task.Cancel()
		if _, err := task.Await(ctx); !isCancelled(err) {
			return fmt.Errorf("the task ended with %v", err)
		}
		return nil
	}},
	{"timeout", 1000, func(ctx context.Context) error {
		_, err := WaitFor[None](ctx, Go(func(ctx context.Context) error { return Sleep(ctx, time.Hour) }), time.Microsecond)
		if !py.Matches(err, py.TimeoutError) {
			return fmt.Errorf("the wait ended with %v", err)
		}
		return nil
	}},
	{"queue and lock", 1000, func(ctx context.Context) error {
		queue, lock := NewQueue[int](1), NewLock()
		producer := CreateTask(ctx, Go(func(ctx context.Context) error {
			return lock.With(ctx, func(ctx context.Context) error {
				for i := range 3 {
					if err := queue.Put(ctx, i); err != nil {
						return err
					}
				}
				return nil
			})
		}))
		for range 3 {
			if _, err := queue.Get(ctx); err != nil {
				return err
			}
		}
		_, err := producer.Await(ctx)
		return err
	}},
	{"thread", 1000, func(ctx context.Context) error {
		_, err := ToThreadValue(func() int { return 1 }).Await(ctx)
		return err
	}},
	{"server and connection", 1000, func(ctx context.Context) error {
		server, err := StartServer(ctx, echoUpper, "127.0.0.1", 0)
		if err != nil {
			return err
		}
		r, w, err := OpenConnection(ctx, "127.0.0.1", portOf(server))
		if err != nil {
			return err
		}
		if _, err := talk(ctx, r, w, "hello"); err != nil {
			return err
		}
		server.Close()
		return server.WaitClosed(ctx)
	}},
	{"child process", 100, func(ctx context.Context) error {
		p, err := StartProcess(ctx, spawn.Command{Args: []string{"true"}, Stdin: spawn.Pipe, Stdout: spawn.Pipe})
		if err != nil {
			return err
		}
		_, err = p.communicateAny(ctx, nil)
		return err
	}},
}

// TestCyclesLeaveNothing runs each cycle many times: no goroutine and no file
// descriptor is left.
func TestCyclesLeaveNothing(t *testing.T) {
	for _, c := range cycles {
		t.Run(c.name, func(t *testing.T) {
			loop := func(times int) {
				_, err := Run(func(ctx context.Context) (None, error) {
					for range times {
						if err := c.run(ctx); err != nil {
							return None{}, err
						}
					}
					return None{}, nil
				})
				if err != nil {
					t.Error(err)
				}
			}
			loop(1) // what the process makes once and keeps
			before := descriptors(t)
			if left := goroutinesAfter(func() { loop(c.times) }); left > 0 {
				t.Errorf("%d goroutines are left", left)
			}
			if after := descriptors(t); after > before {
				t.Errorf("%d file descriptors are left", after-before)
			}
		})
	}
}
