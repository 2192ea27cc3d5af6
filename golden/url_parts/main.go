// The functions of urllib.parse that take a URL apart piece by piece.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

func main() {
	py.Main(func() error {
		py.CallMethod(warnings.Module(), "simplefilter", "ignore")
		for item := range py.ListOf[py.Tuple](py.Tuple{urllibparse.Module().Attr("splittype"), py.Tuple{"HTTP://x/", "x", "/a:b", ":x", "a:b:c"}}, py.Tuple{urllibparse.Module().Attr("splithost"), py.Tuple{"//h:1/p", "//h?q", "//h", "x", "//"}}, py.Tuple{urllibparse.Module().Attr("splituser"), py.Tuple{"a@b", "b", "a@b@c"}}, py.Tuple{urllibparse.Module().Attr("splitpasswd"), py.Tuple{"a:b:c", "a"}}, py.Tuple{urllibparse.Module().Attr("splitport"), py.Tuple{"h:80", "h:", "h", "[::1]:9", "h:x", "h:1:2"}}, py.Tuple{urllibparse.Module().Attr("splitnport"), py.Tuple{"h:80", "h:", "h", "h:x", "h:99999999999999999999"}}, py.Tuple{urllibparse.Module().Attr("splitquery"), py.Tuple{"/p?a?b", "/p"}}, py.Tuple{urllibparse.Module().Attr("splittag"), py.Tuple{"a#b", "a"}}, py.Tuple{urllibparse.Module().Attr("splitattr"), py.Tuple{"a;b=1;c", "a"}}, py.Tuple{urllibparse.Module().Attr("splitvalue"), py.Tuple{"a=b=c", "a"}}).All() {
			f, args := item[0], item[1]
			arg := py.GetAttr(f, "__name__")
			items := py.ListOf[any]()
			for a := range py.Iter(args) {
				items.Append(py.Call(f, a))
			}
			py.Print(arg, items)
		}
		py.Print(py.CallMethod(urllibparse.Module(), "splitnport", "h", 7))
		py.CallMethod(warnings.Module(), "simplefilter", "error")
		err := py.Try(func() error {
			py.CallMethod(urllibparse.Module(), "splitvalue", "a=b")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.DeprecationWarning) {
				return err
			}
			fmt.Println(err)
		}
		return nil
	})
}
