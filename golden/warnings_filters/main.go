// Filters, places and hooks of the module warnings.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

func attempt(f any, args py.Tuple, kwargs *py.Dict[any, any]) {
	err := py.Try(func() error {
		py.Print("->", py.CallStar(f, args, py.KwFrom(kwargs)))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		fmt.Println(py.TypeOf(e).Name()+":", e)
	}
}

func helper() {
	py.CallMethodKw(warnings.Module(), "warn", []any{"two up"}, py.Kwargs{{Name: "stacklevel", Value: 2}})
}

// The hooks.
func show(message, category, filename, lineno, file, line any) {
	py.Print("shown:", py.GetAttr(category, "__name__"), message, lineno, file, line)
}

var showFunc any

func main() {
	py.Main(func() error {
		// Where a warning comes from, and which are shown once.
		manager := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
		seen := py.EnterContext(manager)
		err := py.Try(func() error {
			helper()
			helper()
			for range 3 {
				helper()
				py.CallMethod(warnings.Module(), "warn", "same")
			}
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		items := py.ListOf[py.Tuple]()
		for w := range py.Iter(seen) {
			items.Append(py.Tuple{py.GetAttr(w, "lineno"), py.Str(py.GetAttr(w, "message"))})
		}
		fmt.Println(items)
		py.Print(py.CallMethod(py.Str(py.GetItem(seen, 0)), "replace", py.GetAttr(py.GetItem(seen, 0), "filename"), "FILE"))

		manager2 := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
		seen = py.EnterContext(manager2)
		err = py.Try(func() error {
			py.CallMethodKw(warnings.Module(), "filterwarnings", []any{"ignore"}, py.Kwargs{{Name: "message", Value: ".*old\\b"}})
			py.CallMethod(warnings.Module(), "warn", "very old thing")
			py.CallMethod(warnings.Module(), "warn", "very older thing")
			py.CallMethod(warnings.Module(), "warn_explicit", "explicit", py.UserWarning, "foo.py", 12)
			return nil
		})
		if err := py.ExitContext(manager2, err); err != nil {
			return err
		}
		items2 := py.ListOf[py.Tuple]()
		for w := range py.Iter(seen) {
			items2.Append(py.Tuple{py.Str(py.GetAttr(w, "message")), py.Eq(py.GetAttr(w, "filename"), "foo.py")})
		}
		fmt.Println(items2)

		for _, action := range []string{"once", "module", "default", "always"} {
			manager := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
			seen = py.EnterContext(manager)
			err := py.Try(func() error {
				py.CallMethod(warnings.Module(), "simplefilter", action)
				for range 2 {
					py.CallMethod(warnings.Module(), "warn", action, py.RuntimeWarning)
				}
				py.CallMethod(warnings.Module(), "warn", action, py.RuntimeWarning)
				return nil
			})
			if err := py.ExitContext(manager, err); err != nil {
				return err
			}
			fmt.Println(action, py.Len(seen))
		}

		manager3 := py.CallMethod(warnings.Module(), "catch_warnings")
		py.EnterContext(manager3)
		err = py.Try(func() error {
			py.CallMethodKw(warnings.Module(), "simplefilter", []any{"error"}, py.Kwargs{{Name: "category", Value: py.DeprecationWarning}})
			attempt(warnings.Module().Attr("warn"), py.Tuple{"raised", py.DeprecationWarning}, py.DictOf[any, any]())
			attempt(warnings.Module().Attr("warn"), py.Tuple{py.Call(py.DeprecationWarning, "an instance")}, py.DictOf[any, any]())
			py.CallMethodKw(warnings.Module(), "filterwarnings", []any{"ignore"}, py.Kwargs{{Name: "category", Value: py.DeprecationWarning}, {Name: "lineno", Value: 1}})
			attempt(warnings.Module().Attr("warn"), py.Tuple{"another line", py.DeprecationWarning}, py.DictOf[any, any]())
			py.Print(py.GetItem(warnings.Module().Attr("filters"), 0), py.Len(warnings.Module().Attr("filters")))
			return nil
		})
		if err := py.ExitContext(manager3, err); err != nil {
			return err
		}
		showFunc = py.Func("show(message, category, filename, lineno, file=None, line=None)", show)

		manager4 := py.CallMethod(warnings.Module(), "catch_warnings")
		py.EnterContext(manager4)
		err = py.Try(func() error {
			py.SetAttr(warnings.Module(), "showwarning", showFunc)
			py.CallMethod(warnings.Module(), "warn", "to the hook")
			manager := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
			seen = py.EnterContext(manager)
			err := py.Try(func() error {
				py.CallMethod(warnings.Module(), "warn", "recorded")
				return nil
			})
			if err := py.ExitContext(manager, err); err != nil {
				return err
			}
			py.CallMethod(warnings.Module(), "warn", "to the hook again")
			return nil
		})
		if err := py.ExitContext(manager4, err); err != nil {
			return err
		}
		py.Print(py.Len(seen), py.Is(py.GetAttr(warnings.Module(), "showwarning"), showFunc))
		fmt.Println(py.Repr(py.CallMethod(warnings.Module(), "formatwarning", "text", py.UserWarning, "nowhere.py", 3)))
		fmt.Println(py.Repr(py.CallMethod(warnings.Module(), "formatwarning", "text", py.UserWarning, "nowhere.py", 3, "  x = 1 ")))

		// Misuse.
		c := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
		py.Print(c)
		attempt(py.GetAttr(c, "__exit__"), py.Tuple{}, py.DictOf[any, any]())
		py.EnterContext(c)
		err = py.Try(func() error {
			return nil
		})
		if err := py.ExitContext(c, err); err != nil {
			return err
		}
		attempt(py.GetAttr(c, "__enter__"), py.Tuple{}, py.DictOf[any, any]())
		attempt(warnings.Module().Attr("simplefilter"), py.Tuple{"no"}, py.DictOf[any, any]())
		attempt(warnings.Module().Attr("simplefilter"), py.Tuple{"ignore", py.UserWarning, -1}, py.DictOf[any, any]())
		attempt(warnings.Module().Attr("filterwarnings"), py.Tuple{"ignore", 1}, py.DictOf[any, any]())
		attempt(warnings.Module().Attr("filterwarnings"), py.Tuple{"ignore", "x", py.IntClass}, py.DictOf[any, any]())
		attempt(warnings.Module().Attr("warn"), py.Tuple{"x", py.IntClass}, py.DictOf[any, any]())
		attempt(warnings.Module().Attr("warn"), py.Tuple{"x", 3}, py.DictOf[any, any]())
		return nil
	})
}
