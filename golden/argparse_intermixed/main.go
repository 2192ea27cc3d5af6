package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/argparse"
)

func main() {
	py.Main(func() error {
		p := py.CallMethodKw(argparse.Module(), "ArgumentParser", nil, py.Kwargs{{Name: "prog", Value: "t"}, {Name: "exit_on_error", Value: false}})
		py.CallMethodKw(p, "add_argument", []any{"--foo"}, py.Kwargs{{Name: "required", Value: true}})
		py.CallMethod(p, "add_argument", "cmd")
		py.CallMethodKw(p, "add_argument", []any{"rest"}, py.Kwargs{{Name: "nargs", Value: "*"}, {Name: "type", Value: py.IntClass}})
		py.CallMethodKw(p, "add_argument", []any{"-v"}, py.Kwargs{{Name: "action", Value: "store_true"}})
		py.Print(py.MethodOf(p, "parse_intermixed_args").Call(py.BoxList(py.StrFields("doit 1 --foo bar 2 3"))))
		py.Print(py.MethodOf(p, "parse_intermixed_args").Call(py.BoxList(py.StrFields("doit 1 -v 2 --foo bar 3 4 5"))))
		py.Print(py.MethodOf(p, "parse_known_intermixed_args").Call(py.BoxList(py.StrFields("doit --foo x 1 --zap 2"))))
		err := py.Try(func() error {
			py.Print(py.MethodOf(p, "parse_args").Call(py.BoxList(py.StrFields("doit 1 --foo bar 2 3"))))
			return nil
		})
		if err != nil {
			if !py.Matches(err, argparse.Module().Attr("ArgumentError")) {
				return err
			}
			fmt.Println("error", err)
		}
		for _, bad := range []string{"doit 1 2", "--foo a", "doit --foo a x"} {
			err := py.Try(func() error {
				py.Print(py.MethodOf(p, "parse_intermixed_args").Call(py.BoxList(py.StrFields(bad))))
				return nil
			})
			if err != nil {
				if !py.Matches(err, py.Tuple{argparse.Module().Attr("ArgumentError"), py.SystemExit}) {
					return err
				}
				e := err
				fmt.Println("error", py.TypeOf(e).Name(), e)
			}
		}
		q := py.CallMethodKw(argparse.Module(), "ArgumentParser", nil, py.Kwargs{{Name: "prog", Value: "q"}})
		py.CallMethodKw(q, "add_argument", []any{"r"}, py.Kwargs{{Name: "nargs", Value: "..."}})
		err = py.Try(func() error {
			py.CallMethod(q, "parse_intermixed_args", py.ListOf[any]())
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		q = py.CallMethodKw(argparse.Module(), "ArgumentParser", nil, py.Kwargs{{Name: "prog", Value: "q"}})
		g := py.CallMethod(q, "add_mutually_exclusive_group")
		py.CallMethodKw(g, "add_argument", []any{"r"}, py.Kwargs{{Name: "nargs", Value: "?"}})
		py.CallMethod(g, "add_argument", "-x")
		err = py.Try(func() error {
			py.CallMethod(q, "parse_intermixed_args", py.ListOf[any]())
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		return nil
	})
}
