package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var ConfigError any

func configErrorInit(self, key any) any {
	py.CallMethod(py.Super(ConfigError, self), "__init__", "missing "+py.Format(key, ""))
	py.SetAttr(self, "key", key)
	return nil
}

func lookup(config *py.Dict[string, int], key string) (int, error) {
	var result int
	err := py.Try(func() error {
		err := py.Try(func() error {
			result = config.Get(key)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			return py.WithContext(py.From(py.MakeError(py.Call(ConfigError, key)), nil), err)
		}
		return nil
	})
	fmt.Println("looked up", key)
	if err != nil {
		return 0, err
	}
	return result, nil
}

func classify(value string) string {
	var number any
	err := py.Try(func() error {
		number = py.Int(value)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			panic(err)
		}
		return fmt.Sprintf("bad: %v", err)
	}
	return "good: " + py.Format(number, "")
}

func main() {
	py.Main(func() error {
		ConfigError = py.NewClass("ConfigError", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("ConfigError.__init__(self, key)", configErrorInit))
		})

		lookupResult, err := lookup(py.DictOf[string, int]("a", 1), "a")
		if err != nil {
			return err
		}
		fmt.Println(lookupResult)
		err = py.Try(func() error {
			_, err := lookup(py.DictOf[string, int](), "b")
			return err
		})
		if err != nil {
			if !py.Matches(err, ConfigError) {
				return err
			}
			e := err
			py.Print(e, py.GetAttr(e, "key"), py.GetAttr(py.Call(py.TypeClass, e), "__name__"), py.GetAttr(e, "args"))
		}
		fmt.Println(classify("12"), classify("x1"))
		for _, divisor := range []int{2, 0} {
			err := py.Try(func() error {
				fmt.Println(py.FloorDivInt(10, divisor))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ZeroDivisionError) {
					return err
				}
				fmt.Println("error:", err)
			}
		}
		err = py.Try(func() error {
			err := py.Try(func() error {
				return py.NewValueError("first")
			})
			if err != nil {
				if !errors.Is(err, py.ValueError) {
					return err
				}
				return py.WithContext(py.From(py.NewRuntimeError("second"), err), err)
			}
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.RuntimeError) {
				return err
			}
			e := err
			fmt.Println(py.Repr(e), py.Repr(py.GetAttr(e, "__cause__")))
		}
		err = py.Try(func() error {
			if 1 <= 2 {
				return py.NewAssertionError("one is not more")
			}
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AssertionError) {
				return err
			}
			fmt.Println("assert:", err)
		}
		err = py.Try(func() error {
			py.ListOf[any]().Pop()
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.KeyError) && !errors.Is(err, py.IndexError) {
				return err
			}
			e := err
			py.Print(py.GetAttr(py.Call(py.TypeClass, e), "__name__"), e)
		}
		return nil
	})
}
