package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func show(where any) {
	e := py.GetItem(py.CallMethod(sys.Module(), "exc_info"), 1)
	py.Print(where, py.Repr(e))
}

var showFunc any

type Failure struct {
	py.Exception
}

var failureClass = py.StructClass[Failure]("Failure", []any{py.ExceptionClass})

func chain(e any) string {
	parts := py.ListOf[string]()
	for e != nil {
		parts.Append(py.Repr(e))
		e = py.GetAttr(e, "__context__")
	}
	return strings.Join(parts.Items(), " <- ")
}

func worker(ctx context.Context, name string, delay int) error {
	show(name + " starts with")
	err := py.Try(func() error {
		return py.Raised(&Failure{Exception: py.ExceptionOf(failureClass, name)})
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if _, ok := errors.AsType[*Failure](err); !ok {
				return err
			}
			show(name + " handles")
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return err
			}
			show(name + " still handles")
			for range delay {
				if err := asyncio.Sleep(ctx, 0); err != nil {
					return err
				}
			}
			show(name + " once more")
			err2 := py.Try(func() error {
				return py.Raised(py.NewKeyError(name))
			})
			if err2 != nil {
				err2 = py.Caught(err2)
				raised := py.InContext(err2, func() error {
					if !errors.Is(err2, py.KeyError) {
						return err2
					}
					e := err2
					if err := asyncio.Sleep(ctx, 0); err != nil {
						return err
					}
					fmt.Println(name, "chain", chain(e))
					return nil
				})
				if raised != nil {
					return raised
				}
			}
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	show(name + " after")
	return nil
}

func plain(ctx context.Context, name string) error {
	for i := range 4 {
		show(name + " " + strconv.Itoa(i))
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
	}
	err := py.Try(func() error {
		return py.Raised(py.NewValueError(name))
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			e := err
			fmt.Println(name, "chain", chain(e))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	return nil
}

func reraise(ctx context.Context, name string) error {
	err := py.Try(func() error {
		err := py.Try(func() error {
			return py.Raised(&Failure{Exception: py.ExceptionOf(failureClass, name)})
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if _, ok := errors.AsType[*Failure](err); !ok {
					return err
				}
				if err := asyncio.Sleep(ctx, 0); err != nil {
					return err
				}
				return err
			})
			if raised != nil {
				return raised
			}
		}
		return nil
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			e, ok := errors.AsType[*Failure](err)
			if !ok {
				return err
			}
			fmt.Println("bare raise", chain(e))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	return nil
}

func interleaved(ctx context.Context) error {
	return asyncio.GatherAll(ctx, asyncio.Go(func(ctx context.Context) error {
		return worker(ctx, "a", 2)
	}).Named("worker"), asyncio.Go(func(ctx context.Context) error {
		return plain(ctx, "p")
	}).Named("plain"), asyncio.Go(func(ctx context.Context) error {
		return worker(ctx, "b", 1)
	}).Named("worker"), asyncio.Go(func(ctx context.Context) error {
		return reraise(ctx, "r")
	}).Named("reraise"), asyncio.Go(func(ctx context.Context) error {
		return reraise(ctx, "s")
	}).Named("reraise"))
}

func numbers(tag string) *py.Generator {
	return py.NewGenerator("numbers", func(y *py.Yielder) any {
		err := py.Try(func() error {
			return py.Raised(&Failure{Exception: py.ExceptionOf(failureClass, tag)})
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if _, ok := errors.AsType[*Failure](err); !ok {
					return err
				}
				show("gen " + tag + " handles")
				y.Yield(1)
				show("gen " + tag + " resumed")
				y.Yield(2)
				return nil
			})
			if raised != nil {
				panic(raised)
			}
		}
		show("gen " + tag + " after")
		y.Yield(3)
		show("gen " + tag + " end")
		return nil
	})
}

func generators() error {
	for nItem := range py.IterOnce(numbers("loop")) {
		n := py.As[int](nItem)
		show("body " + strconv.Itoa(n))
	}
	var a any
	var b any
	a, b = numbers("a"), numbers("b")
	py.NextItem[int](a)
	show("outside after a")
	py.NextItem[int](b)
	show("outside after b")
	err := py.Try(func() error {
		return py.Raised(py.NewKeyError("outer"))
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			py.NextItem[int](a)
			py.NextItem[int](a)
			show("outer handler")
			py.Call(py.Builtin("next"), a, nil)
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	py.NextItem[int](b)
	py.NextItem[int](b)
	err2 := py.Try(func() error {
		py.NextItem[int](b)
		return nil
	})
	if err2 != nil {
		err2 = py.Caught(err2)
		raised := py.InContext(err2, func() error {
			if !errors.Is(err2, py.StopIteration) {
				return err2
			}
			e := err2
			fmt.Println("stop", chain(e))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	return nil
}

func anumbers(tag string) *py.AsyncGenerator {
	return py.NewAsyncGenerator("anumbers", func(ctx context.Context, y *py.AsyncYielder) error {
		err := py.Try(func() error {
			return py.Raised(&Failure{Exception: py.ExceptionOf(failureClass, tag)})
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if _, ok := errors.AsType[*Failure](err); !ok {
					return err
				}
				if err := asyncio.Sleep(ctx, 0); err != nil {
					return err
				}
				show("agen " + tag + " handles")
				if _, err := y.Yield(1); err != nil {
					return err
				}
				show("agen " + tag + " resumed")
				_, err2 := y.Yield(2)
				return err2
			})
			if raised != nil {
				return raised
			}
		}
		show("agen " + tag + " after")
		return nil
	})
}

func agenerators(ctx context.Context) error {
	it := py.AIter(anumbers("loop"))
	defer asyncio.DropAsyncGenerator(it)
	for {
		nItem, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		n := py.As[int](nItem)
		show("abody " + strconv.Itoa(n))
	}
	asyncio.DropAsyncGenerator(it)
	var g any = anumbers("g")
	err := py.Try(func() error {
		return py.Raised(py.NewKeyError("outer"))
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			if _, err := asyncio.Await(ctx, py.Call(py.Builtin("anext"), g)); err != nil {
				return err
			}
			show("after first")
			_, err2 := asyncio.Await(ctx, py.Call(py.Builtin("anext"), g))
			return err2
		})
		if raised != nil {
			return raised
		}
	}
	show("before last")
	_, err2 := asyncio.Await(ctx, py.Call(py.Builtin("anext"), g, nil))
	return err2
}

func calledInHandler(ctx context.Context) error {
	show("callee")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	show("callee later")
	err := py.Try(func() error {
		return py.Raised(py.NewValueError("inner"))
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			e := err
			fmt.Println("callee", chain(e))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	show("callee after")
	return nil
}

func handlerCalls(ctx context.Context) error {
	err := py.Try(func() error {
		return py.Raised(&Failure{Exception: py.ExceptionOf(failureClass, "caller")})
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if _, ok := errors.AsType[*Failure](err); !ok {
				return err
			}
			if err := calledInHandler(ctx); err != nil {
				return err
			}
			t := asyncio.CreateTask(ctx, asyncio.Go(calledInHandler).Named("called_in_handler"))
			if _, err := t.Await(ctx); err != nil {
				return err
			}
			show("caller")
			py.CallMethod(asyncio.GetRunningLoop(), "call_soon", showFunc, "callback")
			return asyncio.Sleep(ctx, 0)
		})
		if raised != nil {
			return raised
		}
	}
	return nil
}

func eager(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	py.CallMethod(loop, "set_task_factory", asyncio.Module().Attr("eager_task_factory"))
	err := py.Try(func() error {
		return py.Raised(&Failure{Exception: py.ExceptionOf(failureClass, "eager caller")})
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if _, ok := errors.AsType[*Failure](err); !ok {
				return err
			}
			t := asyncio.CreateTask(ctx, asyncio.Go(calledInHandler).Named("called_in_handler"))
			show("after eager start")
			_, err2 := t.Await(ctx)
			return err2
		})
		if raised != nil {
			return raised
		}
	}
	py.CallMethod(loop, "set_task_factory", nil)
	return nil
}

func handDriven() {
	sleeper := func(ctx context.Context, tag string) error {
		err := py.Try(func() error {
			return py.Raised(&Failure{Exception: py.ExceptionOf(failureClass, tag)})
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if _, ok := errors.AsType[*Failure](err); !ok {
					return err
				}
				if _, err := asyncio.Await(ctx, &Pause{}); err != nil {
					return err
				}
				show("hand " + tag)
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		return nil
	}

	a, b := asyncio.Go(func(ctx context.Context) error {
		return sleeper(ctx, "a")
	}).Named("hand_driven.<locals>.sleeper"), asyncio.Go(func(ctx context.Context) error {
		return sleeper(ctx, "b")
	}).Named("hand_driven.<locals>.sleeper")
	py.CallMethod(a, "send", nil)
	py.CallMethod(b, "send", nil)
	show("driver")
	for _, c := range []*asyncio.Coroutine[asyncio.None]{a, b} {
		err := py.Try(func() error {
			py.CallMethod(c, "send", nil)
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.StopIteration) {
					return err
				}
				show("driver stop")
				return nil
			})
			if raised != nil {
				panic(raised)
			}
		}
	}
}

type Pause struct{}

func (p *Pause) await() *py.Generator {
	return py.NewGenerator("__await__", func(y *py.Yielder) any {
		y.Yield(nil)
		return nil
	})
}

func main() {
	py.Main(func() error {
		showFunc = py.Func("show(where)", show)
		py.StructClass[Pause]("Pause", nil, py.Kw{Name: "__await__", Value: py.Func("Pause.__await__(self)", (*Pause).await)})

		err := py.Try(func() error {
			return py.Raised(py.NewRuntimeError("around the loop"))
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.RuntimeError) {
					return err
				}
				return asyncio.RunFunc(interleaved)
			})
			if raised != nil {
				return raised
			}
		}
		show("module")
		if err := generators(); err != nil {
			return err
		}
		if err := asyncio.RunFunc(agenerators); err != nil {
			return err
		}
		if err := asyncio.RunFunc(handlerCalls); err != nil {
			return err
		}
		if err := asyncio.RunFunc(eager); err != nil {
			return err
		}
		handDriven()
		return nil
	})
}
