package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Failure struct {
	py.Exception
}

var failureClass = py.StructClass[Failure]("Failure", []any{py.ExceptionClass})

func again() error {
	return py.Reraise()
}

func againLater(ctx context.Context) error {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	return py.Reraise()
}

func asyncMain(ctx context.Context) error {
	err := func() error {
		err := func() error {
			return &Failure{Exception: py.ExceptionOf(failureClass, "one")}
		}()
		if err != nil {
			raised := py.InContext(err, func() error {
				if _, ok := errors.AsType[*Failure](err); !ok {
					return err
				}
				return again()
			})
			if raised != nil {
				return raised
			}
		}
		return nil
	}()
	if err != nil {
		raised := py.InContext(err, func() error {
			e, ok := errors.AsType[*Failure](err)
			if !ok {
				return err
			}
			fmt.Println("helper raised", py.Repr(e))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	err2 := func() error {
		err := func() error {
			return &Failure{Exception: py.ExceptionOf(failureClass, "two")}
		}()
		if err != nil {
			raised := py.InContext(err, func() error {
				if _, ok := errors.AsType[*Failure](err); !ok {
					return err
				}
				return againLater(ctx)
			})
			if raised != nil {
				return raised
			}
		}
		return nil
	}()
	if err2 != nil {
		raised := py.InContext(err2, func() error {
			e, ok := errors.AsType[*Failure](err2)
			if !ok {
				return err2
			}
			fmt.Println("coroutine raised", py.Repr(e))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	err3 := py.Try(func() error {
		return again()
	})
	if err3 != nil {
		raised := py.InContext(err3, func() error {
			if !errors.Is(err3, py.RuntimeError) {
				return err3
			}
			fmt.Println(err3)
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	err4 := py.Try(func() error {
		err := py.Try(func() error {
			return nil
		})
		raised := py.InContext(err, func() error {
			return py.Reraise()
		})
		if raised != nil {
			return raised
		}
		return err
	})
	if err4 != nil {
		raised := py.InContext(err4, func() error {
			if !errors.Is(err4, py.RuntimeError) {
				return err4
			}
			fmt.Println("in finally:", err4)
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	err5 := func() error {
		err := py.Try(func() error {
			return &Failure{Exception: py.ExceptionOf(failureClass, "three")}
		})
		raised := py.InContext(err, func() error {
			return py.Reraise()
		})
		if raised != nil {
			return raised
		}
		return err
	}()
	if err5 != nil {
		raised := py.InContext(err5, func() error {
			e, ok := errors.AsType[*Failure](err5)
			if !ok {
				return err5
			}
			py.Print("in finally:", e)
			return nil
		})
		if raised != nil {
			return raised
		}
	}

	other := func(ctx context.Context) error {
		err := py.Try(func() error {
			return py.NewKeyError("other")
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.KeyError) {
					return err
				}
				if err := asyncio.Sleep(ctx, 0); err != nil {
					return err
				}
				return asyncio.Sleep(ctx, 0)
			})
			if raised != nil {
				return raised
			}
		}
		return nil
	}

	t := asyncio.CreateTask(ctx, asyncio.Go(other).Named("main.<locals>.other"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	err6 := py.Try(func() error {
		return again()
	})
	if err6 != nil {
		raised := py.InContext(err6, func() error {
			if !errors.Is(err6, py.RuntimeError) {
				return err6
			}
			fmt.Println(err6)
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	_, err7 := t.Await(ctx)
	return err7
}

func main() {
	asyncio.Main(asyncMain)
}
