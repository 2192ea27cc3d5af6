package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func handled() string {
	return py.Repr(py.GetItem(py.CallMethod(sys.Module(), "exc_info"), 1))
}

type Guard struct {
	name string
}

func newGuard(name string) *Guard {
	return &Guard{name: name}
}

func (g *Guard) enter() *Guard {
	arg := g.name
	fmt.Println(arg, "enter", handled())
	return g
}

func (g *Guard) exit(kind, value, tb any) bool {
	arg := g.name
	fmt.Println(arg, "exit", handled())
	return false
}

func (g *Guard) enterAsync(ctx context.Context) (*Guard, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	arg := g.name
	fmt.Println(arg, "aenter", handled())
	return g, nil
}

func (g *Guard) exitAsync(ctx context.Context, kind, value, tb any) (bool, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return false, err
	}
	arg := g.name
	fmt.Println(arg, "aexit", handled())
	return false, nil
}

func ascope(ctx context.Context, name string, body func(context.Context, string) error) error {
	err := py.Try(func() error {
		err := py.Try(func() error {
			return body(ctx, name)
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.KeyError) {
					return err
				}
				e := err
				if err := asyncio.Sleep(ctx, 0); err != nil {
					return err
				}
				fmt.Println(name, "handles", handled(), py.Repr(py.GetAttr(e, "__context__")))
				return py.Raised(py.NewValueError(name))
			})
			if raised != nil {
				return raised
			}
		}
		return nil
	})
	raised := py.InContext(err, func() error {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		fmt.Println(name, "finally", handled())
		return nil
	})
	if raised != nil {
		return raised
	}
	return err
}

func managed(ctx context.Context, name string) error {
	err := py.Try(func() error {
		manager := newGuard(name)
		if _, err := manager.enterAsync(ctx); err != nil {
			return err
		}
		err := py.Try(func() error {
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return err
			}
			return py.Raised(py.NewKeyError(name))
		})
		raised := py.InContext(err, func() error {
			_, exitErr := manager.exitAsync(ctx, py.ErrorClass(err), py.ErrorValue(err), py.ErrorTraceback(err))
			return exitErr
		})
		if raised != nil {
			return raised
		}
		return err
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			e := err
			fmt.Println(name, "caught", py.Repr(e), py.Repr(py.GetAttr(e, "__context__")))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	err2 := py.Try(func() error {
		return ascope(ctx, name, func(ctx context.Context, entered string) error {
			return py.Raised(py.NewKeyError(name))
		})
	})
	if err2 != nil {
		err2 = py.Caught(err2)
		raised := py.InContext(err2, func() error {
			if !errors.Is(err2, py.ValueError) {
				return err2
			}
			e := err2
			fmt.Println(name, "caught", py.Repr(e), py.Repr(py.GetAttr(e, "__context__")))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	return nil
}

func stacks(ctx context.Context) error {
	err := py.Try(func() error {
		manager := py.Call(contextlib.Module().Attr("AsyncExitStack"))
		stack, err := py.AEnterContext(ctx, manager)
		if err != nil {
			return err
		}
		err = py.Try(func() error {
			if _, err := asyncio.Await(ctx, py.MethodOf(stack, "enter_async_context").Call(newGuard("outer"))); err != nil {
				return err
			}
			py.MethodOf(stack, "enter_context").Call(newGuard("inner"))
			py.CallMethod(stack, "callback", py.Func("stacks.<locals>.<lambda>()", func() any {
				py.Print("callback", handled())
				return nil
			}))
			return py.Raised(py.NewKeyError("stack"))
		})
		return py.AExitContext(ctx, manager, err)
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			e := err
			fmt.Println(py.Repr(e), py.Repr(py.GetAttr(e, "__context__")))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	return nil
}

func asyncMain(ctx context.Context) error {
	err := asyncio.GatherAll(ctx, asyncio.Go(func(ctx context.Context) error {
		return managed(ctx, "a")
	}).Named("managed"), asyncio.Go(func(ctx context.Context) error {
		return managed(ctx, "b")
	}).Named("managed"))
	if err != nil {
		return err
	}
	if err := stacks(ctx); err != nil {
		return err
	}
	err = py.Try(func() error {
		return py.Raised(py.NewIndexError("around"))
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.IndexError) {
				return err
			}
			return managed(ctx, "c")
		})
		if raised != nil {
			return raised
		}
	}
	fmt.Println(handled())
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[Guard](
			"Guard",
			nil,
			py.Kw{Name: "__enter__", Value: py.Func("Guard.__enter__(self)", (*Guard).enter)},
			py.Kw{Name: "__exit__", Value: py.Func("Guard.__exit__(self, kind, value, tb)", (*Guard).exit)},
			py.Kw{Name: "__aenter__", Value: py.AsyncFunc("Guard.__aenter__(self)", (*Guard).enterAsync)},
			py.Kw{Name: "__aexit__", Value: py.AsyncFunc("Guard.__aexit__(self, kind, value, tb)", (*Guard).exitAsync)},
		)

		scope := py.Call(contextlib.Module().Attr("contextmanager"), py.GenFunc("scope(name)", func(y *py.Yielder, name any) any {
			err := py.Try(func() error {
				err := py.Try(func() error {
					y.Yield(name)
					return nil
				})
				if err != nil {
					err = py.Caught(err)
					raised := py.InContext(err, func() error {
						if !errors.Is(err, py.KeyError) {
							return err
						}
						py.Print(name, "handles", handled())
						return nil
					})
					if raised != nil {
						return raised
					}
				}
				return nil
			})
			raised := py.InContext(err, func() error {
				py.Print(name, "finally", handled())
				return nil
			})
			if raised != nil {
				panic(raised)
			}
			if err != nil {
				panic(err)
			}
			return nil
		}))

		manager := py.Call(scope, "sync")
		py.EnterContext(manager)
		err := py.Try(func() error {
			return py.Raised(py.NewKeyError("sync"))
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		err = py.Try(func() error {
			manager := py.Call(contextlib.Module().Attr("ExitStack"))
			stack := py.EnterContext(manager)
			err := py.Try(func() error {
				py.MethodOf(stack, "enter_context").Call(newGuard("g"))
				return py.Raised(py.NewKeyError("x"))
			})
			return py.ExitContext(manager, err)
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.KeyError) {
					return err
				}
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		err2 := py.Try(func() error {
			manager := newGuard("plain")
			manager.enter()
			err := py.Try(func() error {
				return py.Raised(py.NewKeyError("y"))
			})
			raised := py.InContext(err, func() error {
				manager.exit(py.ErrorClass(err), py.ErrorValue(err), py.ErrorTraceback(err))
				return nil
			})
			if raised != nil {
				return raised
			}
			return err
		})
		if err2 != nil {
			err2 = py.Caught(err2)
			raised := py.InContext(err2, func() error {
				if !errors.Is(err2, py.KeyError) {
					return err2
				}
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		g := newGuard("dynamic")
		for m := range py.ListOf[any](g, py.Call(scope, "listed")).All() {
			err := py.Try(func() error {
				py.EnterContext(m)
				err := py.Try(func() error {
					return py.Raised(py.NewKeyError("z"))
				})
				return py.ExitContext(m, err)
			})
			if err != nil {
				err = py.Caught(err)
				raised := py.InContext(err, func() error {
					if !errors.Is(err, py.KeyError) {
						return err
					}
					fmt.Println("left", handled())
					return nil
				})
				if raised != nil {
					return raised
				}
			}
		}
		fmt.Println(handled())
		return asyncio.RunFunc(asyncMain)
	})
}
