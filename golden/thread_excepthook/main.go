package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

func fails(x any) error {
	return py.NewValueError("bad " + py.Format(x, ""))
}

var failsFunc any

var (
	seen *py.List[py.Tuple]
	t    any
)

func hook(args any) {
	py.Print("hook", py.GetAttr(args, "exc_type"), py.GetAttr(args, "exc_value"), py.GetAttr(args, "exc_traceback") != nil, py.Is(py.GetAttr(args, "thread"), t))
}

var hookFunc any

func main() {
	py.Main(func() error {
		failsFunc = py.Func("fails(x)", fails)
		seen = py.ListOf[py.Tuple]()
		py.SetAttr(threading.Module(), "excepthook", py.Func("<lambda>(a)", func(a any) any {
			seen.Append(py.Tuple{py.GetAttr(py.GetAttr(a, "exc_type"), "__name__"), py.Str(py.GetAttr(a, "exc_value")), py.GetAttr(py.GetAttr(a, "thread"), "name")})
			return nil
		}))
		t = py.CallMethodKw(threading.Module(), "Thread", nil, py.Kwargs{{Name: "target", Value: failsFunc}, {Name: "args", Value: py.Tuple{9}}, {Name: "name", Value: "boom"}})
		py.CallMethod(t, "start")
		py.CallMethod(t, "join")
		fmt.Println(seen)
		hookFunc = py.Func("hook(args)", hook)

		py.SetAttr(threading.Module(), "excepthook", hookFunc)
		t = py.CallMethodKw(threading.Module(), "Thread", nil, py.Kwargs{{Name: "target", Value: failsFunc}, {Name: "args", Value: py.Tuple{1}}})
		py.CallMethod(t, "start")
		py.CallMethod(t, "join")
		py.SetAttr(threading.Module(), "excepthook", threading.Module().Attr("__excepthook__"))
		t = py.CallMethodKw(threading.Module(), "Thread", nil, py.Kwargs{{Name: "target", Value: sys.Module().Attr("exit")}, {Name: "args", Value: py.Tuple{1}}})
		py.CallMethod(t, "start")
		py.CallMethod(t, "join")
		fmt.Println("end")
		return nil
	})
}
