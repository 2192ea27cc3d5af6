// getopt: options of a command line.
package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/getopt"
)

func main() {
	py.Main(func() error {
		for _, parse := range []any{getopt.Module().Attr("getopt"), getopt.Module().Attr("gnu_getopt")} {
			for _, line := range []string{"-a -bval --foo --bar=x rest -a", "-abval x", "-b val --ba y", "- -a", "-a -- -b c", "x -a --foo", "-z", "-b", "--nope", "--fo", "--foo=1", "--bar", "--f", "--", ""} {
				err := py.Try(func() error {
					py.Call(py.Builtin("print"), py.StarArgs(line, "=>", py.Star(py.Call(parse, py.BoxList(py.StrFields(line)), "ab:", py.ListOf[any]("foo", "bar=", "foobar"))))...)
					return nil
				})
				if err != nil {
					if !py.Matches(err, getopt.Module().Attr("GetoptError")) {
						return err
					}
					e := err
					py.Print(line, "=>", py.TypeOf(e).Name(), e, py.Repr(py.GetAttr(e, "opt")), py.GetAttr(e, "args"))
				}
			}
		}
		py.Print(py.CallMethod(getopt.Module(), "getopt", py.ListOf[any]("--one"), "", "one"), py.CallMethod(getopt.Module(), "getopt", py.ListOf[any]("-x"), "x"), py.Is(getopt.Module().Attr("error"), getopt.Module().Attr("GetoptError")))
		py.Print(py.CallMethod(getopt.Module(), "gnu_getopt", py.ListOf[any]("-a", "b", "-a"), "+a"))
		return nil
	})
}
