// Names, tries and errors in annotated asyncio code.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var AppError any

func appErrorInit(self, message, detail any) any {
	py.CallMethod(py.Super(AppError, self), "__init__", message)
	py.SetAttr(self, "message", message)
	value := detail
	if !py.Truth(value) {
		value = py.DictOf[any, any]()
	}
	py.SetAttr(self, "detail", value)
	return nil
}

var NotFound any

var Invalid any

func invalidStr(self any) any {
	return "invalid: " + py.Format(py.GetAttr(self, "message"), "")
}

type Service struct {
	name  string
	calls *py.List[py.Pair[string, int]]
}

func newService(name string) *Service {
	return &Service{name: name, calls: py.ListOf[py.Pair[string, int]]()}
}

func (s *Service) op(ctx context.Context, n int) (int, error) {
	s.calls.Append(py.PairOf(s.name, n))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	if n == 0 {
		return 0, py.Raised(py.MakeError(py.CallKw(NotFound, []any{"zero"}, py.Kwargs{{Name: "detail", Value: py.DictOf[any, any]("n", n)}})))
	}
	if n < 0 {
		return 0, py.Raised(py.MakeError(py.Call(Invalid, "negative "+strconv.Itoa(n))))
	}
	if n > 100 {
		return 0, py.Raised(py.NewOverflowError(n))
	}
	return py.FloorDivInt(100, n), nil
}

func (s *Service) safe(ctx context.Context, n, defaultValue int) (int, error) {
	var result int
	err := py.Try(func() error {
		opResult, err := s.op(ctx, n)
		if err != nil {
			return err
		}
		result = opResult
		return nil
	})
	if err != nil {
		err = py.Caught(err)
		var result int
		raised := py.InContext(err, func() error {
			if py.Matches(err, NotFound) {
				result = defaultValue
				return nil
			}
			if !py.Matches(err, Invalid) {
				return err
			}
			e := err
			py.Print("safe:", e, py.GetAttr(e, "code"), py.GetAttr(e, "detail"))
			result = 0
			return nil
		})
		if raised != nil {
			return 0, raised
		}
		return result, nil
	}
	return result, nil
}

func (s *Service) reraise(ctx context.Context, n int) (int, error) {
	var v int
	err := py.Try(func() error {
		err := py.Try(func() error {
			opResult, err := s.op(ctx, n)
			if err != nil {
				return err
			}
			v = opResult
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !py.Matches(err, AppError) {
					return err
				}
				e := err
				return py.Raised(py.From(py.NewRuntimeError("wrapped"), e))
			})
			if raised != nil {
				return raised
			}
		} else {
			fmt.Println("value", v)
		}
		return nil
	})
	raised := py.InContext(err, func() error {
		fmt.Println("finally", n)
		return nil
	})
	if raised != nil {
		return 0, raised
	}
	if err != nil {
		return 0, err
	}
	return v, nil
}

func (s *Service) loop(ctx context.Context, ns *py.List[int]) (*py.List[int], error) {
	out := py.ListOf[int]()
	broken := false
	for n := range ns.All() {
		var again bool
		err := py.Try(func() error {
			v, err := s.op(ctx, n)
			if err != nil {
				return err
			}
			if v == 50 {
				again = true
				return nil
			}
			out.Append(v)
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			var again bool
			var broke bool
			raised := py.InContext(err, func() error {
				if py.Matches(err, NotFound) {
					again = true
					return nil
				}
				if !py.Matches(err, Invalid) {
					return err
				}
				broken = true
				broke = true
				return nil
			})
			if raised != nil {
				return nil, raised
			}
			if broke {
				break
			}
			if again {
				continue
			}
		}
		if again {
			continue
		}
		fmt.Println("after", n)
	}
	if !broken {
		fmt.Println("no break")
	}
	return out, nil
}

func nested(ctx context.Context, s *Service) (string, error) {
	var result string
	err := py.Try(func() error {
		err := py.Try(func() error {
			_, err := s.op(ctx, 0)
			return err
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !py.Matches(err, Invalid) {
					return err
				}
				fmt.Println("not here")
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		result = "unreached"
		return nil
	})
	if err == nil {
		return result, nil
	}
	err = py.Caught(err)
	var returned bool
	var result2 string
	raised := py.InContext(err, func() error {
		if !py.Matches(err, NotFound) {
			return err
		}
		e := err
		err2 := py.Try(func() error {
			_, err := s.op(ctx, -5)
			return err
		})
		if err2 != nil {
			err2 = py.Caught(err2)
			raised := py.InContext(err2, func() error {
				if !py.Matches(err2, Invalid) {
					return err2
				}
				e2 := err2
				result2 = fmt.Sprintf("%v/%v/%s", e, e2, py.Repr(py.GetAttr(e2, "__context__")))
				returned = true
				return nil
			})
			if raised != nil {
				return raised
			}
			return nil
		}
		return nil
	})
	if raised != nil {
		return "", raised
	}
	if returned {
		return result2, nil
	}
	return "end", nil
}

func timeouts(ctx context.Context) (*py.List[string], error) {
	out := py.ListOf[string]()
	for _, t := range []any{0.001, 5} {
		err := py.Try(func() error {
			manager := py.CallMethod(asyncio.Module(), "timeout", t)
			if _, err := py.AEnterContext(ctx, manager); err != nil {
				return err
			}
			err := py.Try(func() error {
				return asyncio.Sleep(ctx, 10*time.Millisecond)
			})
			if err := py.AExitContext(ctx, manager, err); err != nil {
				return err
			}
			out.Append("done")
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.TimeoutError) {
					return err
				}
				out.Append("timeout")
				return nil
			})
			if raised != nil {
				return nil, raised
			}
		}
		err2 := py.Try(func() error {
			r, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait_for", py.CallMethod(asyncio.Module(), "sleep", 0.01, "val"), t))
			if err != nil {
				return err
			}
			py.CallMethod(out, "append", r)
			return nil
		})
		if err2 != nil {
			err2 = py.Caught(err2)
			raised := py.InContext(err2, func() error {
				if !errors.Is(err2, asyncio.TimeoutError) {
					return err2
				}
				e := err2
				out.Append(py.TypeOf(e).Name())
				return nil
			})
			if raised != nil {
				return nil, raised
			}
		}
	}
	return out, nil
}

func cancelled(ctx context.Context) (string, error) {
	ev := asyncio.NewEvent()

	victim := func(ctx context.Context) (string, error) {
		err := py.Try(func() error {
			return ev.Wait(ctx)
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if errors.Is(err, asyncio.CancelledError) {
					fmt.Println("victim cancelled")
				}
				return err
			})
			if raised != nil {
				return "", raised
			}
		}
		return "never", nil
	}

	t := asyncio.CreateTask(ctx, asyncio.GoValue(victim).Named("cancelled.<locals>.victim"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	t.Cancel()
	err := py.Try(func() error {
		_, err := t.Await(ctx)
		return err
	})
	if err != nil {
		err = py.Caught(err)
		var result string
		raised := py.InContext(err, func() error {
			if !errors.Is(err, asyncio.CancelledError) {
				return err
			}
			result = "cancelled " + py.Str(t.Cancelled()) + " " + py.Str(t.Finished())
			return nil
		})
		if raised != nil {
			return "", raised
		}
		return result, nil
	}
	return "?", nil
}

func asyncMain(ctx context.Context) error {
	s := newService("svc")
	arg, err := s.safe(ctx, 5, -1)
	if err != nil {
		return err
	}
	arg2, err := s.safe(ctx, 0, -1)
	if err != nil {
		return err
	}
	arg3, err := s.safe(ctx, -3, -1)
	if err != nil {
		return err
	}
	safeResult, err := s.safe(ctx, 0, 7)
	if err != nil {
		return err
	}
	fmt.Println(arg, arg2, arg3, safeResult)
	var e any
	for _, n := range []int{4, 0, 200} {
		err := py.Try(func() error {
			reraiseResult, err := s.reraise(ctx, n)
			if err != nil {
				return err
			}
			fmt.Println(reraiseResult)
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if errors.Is(err, py.RuntimeError) {
					e = err
					arg := e
					arg2 := py.Repr(py.GetAttr(e, "__cause__"))
					var value any = py.IsInstance(py.GetAttr(e, "__cause__"), AppError)
					if py.Truth(value) {
						value = py.GetAttr(py.GetAttr(e, "__cause__"), "code")
					}
					py.Print("re", arg, arg2, value)
				} else {
					if !errors.Is(err, py.ArithmeticError) {
						return err
					}
					e = err
					py.Print("arith", e)
				}
				return nil
			})
			if raised != nil {
				return raised
			}
		}
	}
	arg4, err := s.loop(ctx, py.ListOf[int](1, 2, 0, 3))
	if err != nil {
		return err
	}
	loopResult, err := s.loop(ctx, py.ListOf[int](1, -1, 5))
	if err != nil {
		return err
	}
	fmt.Println(arg4, loopResult)
	nestedResult, err := nested(ctx, s)
	if err != nil {
		return err
	}
	fmt.Println(nestedResult)
	timeoutsResult, err := timeouts(ctx)
	if err != nil {
		return err
	}
	fmt.Println(timeoutsResult)
	cancelledResult, err := cancelled(ctx)
	if err != nil {
		return err
	}
	fmt.Println(cancelledResult)
	results, err := asyncio.GatherResults[int](ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return s.op(ctx, 2)
	}).Named("Service.op"), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return s.op(ctx, 0)
	}).Named("Service.op"), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return s.op(ctx, -1)
	}).Named("Service.op"))
	if err != nil {
		return err
	}
	var c any
	for r := range results.All() {
		if attrs, ok := py.MatchClass(r, NotFound, 0, "code"); ok {
			c = attrs[0]
			py.Print("nf", c)
		} else if _, ok := py.MatchClass(r, AppError, 0); ok {
			e = r
			py.Print("app", e)
		} else if _, ok := py.MatchClass(r, py.IntClass, 0); ok {
			py.Print("int", r)
		}
	}
	err = py.Try(func() error {
		return asyncio.WithTaskGroup(ctx, func(ctx context.Context, tg *asyncio.TaskGroup) error {
			asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
				return s.op(ctx, 1)
			}).Named("Service.op"))
			asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
				return s.op(ctx, 0)
			}).Named("Service.op"))
			c = asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
				return s.op(ctx, -2)
			}).Named("Service.op"))
			return nil
		})
	})
	if err != nil {
		rest := err
		var reraised []error
		var raised []error
		var matched error
		matched, rest = py.SplitGroup(rest, NotFound)
		if matched != nil {
			err := py.Try(func() error {
				return py.InContext(matched, func() error {
					eg := matched
					items := py.ListOf[any]()
					for e := range py.Iter(py.GetAttr(eg, "exceptions")) {
						items.Append(py.GetAttr(e, "message"))
					}
					fmt.Println("group nf", items)
					return nil
				})
			})
			if err == matched {
				reraised = append(reraised, err)
			} else if err != nil {
				raised = append(raised, err)
			}
		}
		var matched2 error
		matched2, rest = py.SplitGroup(rest, Invalid)
		if matched2 != nil {
			err := py.Try(func() error {
				return py.InContext(matched2, func() error {
					eg := matched2
					items := py.ListOf[string]()
					for e := range py.Iter(py.GetAttr(eg, "exceptions")) {
						items.Append(py.Str(e))
					}
					fmt.Println("group inv", items)
					return nil
				})
			})
			if err == matched2 {
				reraised = append(reraised, err)
			} else if err != nil {
				raised = append(raised, err)
			}
		}
		if err := py.JoinGroup(err, rest, reraised, raised); err != nil {
			return err
		}
	}
	var x *asyncio.Task[int]
	var y *asyncio.Task[int]
	err = asyncio.WithTaskGroup(ctx, func(ctx context.Context, tg *asyncio.TaskGroup) error {
		x = asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return s.op(ctx, 10)
		}).Named("Service.op"))
		y = asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return s.safe(ctx, 0, -1)
		}).Named("Service.safe"))
		return nil
	})
	if err != nil {
		return err
	}
	arg5, err := x.Result()
	if err != nil {
		return err
	}
	result, err := y.Result()
	if err != nil {
		return err
	}
	fmt.Println(arg5 + result)
	py.Print(s.calls.Len(), s.calls.Get(-1).Tuple())
	return nil
}

func main() {
	py.Main(func() error {
		AppError = py.NewClass("AppError", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("code", 500)

			ns.Set("__init__", py.Func("AppError.__init__(self, message, *, detail=None)", appErrorInit))
		})
		NotFound = py.NewClass("NotFound", []any{AppError}, nil, func(ns *py.Namespace) {
			ns.Set("code", 404)
		})
		Invalid = py.NewClass("Invalid", []any{AppError}, nil, func(ns *py.Namespace) {
			ns.Set("code", 400)

			ns.Set("__str__", py.Func("Invalid.__str__(self)", invalidStr))
		})

		return asyncio.RunFunc(asyncMain)
	})
}
