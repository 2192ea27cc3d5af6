package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type ConfigError struct {
	py.Exception
	key string
}

var configErrorClass = py.StructClass[ConfigError]("ConfigError", []any{py.ExceptionClass})

func newConfigError(key string) *ConfigError {
	return &ConfigError{Exception: py.ExceptionOf(configErrorClass, "missing "+key), key: key}
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
			return py.WithContext(py.From(newConfigError(key), nil), err)
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
		result, err := lookup(py.DictOf[string, int]("a", 1), "a")
		if err != nil {
			return err
		}
		fmt.Println(result)
		if _, err := lookup(py.DictOf[string, int](), "b"); err != nil {
			e, ok := errors.AsType[*ConfigError](err)
			if !ok {
				return err
			}
			py.Print(e, e.key, py.TypeOf(e).Name(), py.GetAttr(e, "args"))
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
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		return nil
	})
}
