// Errors name the module of classes that are not written in Python.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/array"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/itertools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/operator"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/queue"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

func main() {
	py.Main(func() error {
		objects := py.ListOf[any](py.CallMethod(types.Module(), "SimpleNamespace"), py.CallMethod(threading.Module(), "Lock"), py.CallMethod(threading.Module(), "Event"), py.CallMethod(re.Module(), "compile", "a"), py.CallMethod(re.Module(), "match", "a", "a"), py.CallMethod(functools.Module(), "partial", py.Builtin("print")), py.CallMethod(functools.Module(), "lru_cache", py.Builtin("len")), itertools.Count(0, 1), py.CallMethod(itertools.Module(), "chain"), py.CallMethod(io.Module(), "StringIO"), py.CallMethod(operator.Module(), "itemgetter", 1), py.CallMethod(array.Module(), "array", "i"), py.CallMethod(queue.Module(), "Queue"), py.CallMethod(queue.Module(), "SimpleQueue"), py.CallMethod(threading.Module(), "local"))
		for o := range objects.All() {
			err := py.Try(func() error {
				py.Print(py.GetAttr(o, "missing"))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.AttributeError) {
					return err
				}
				fmt.Println(err)
			}
			err = py.Try(func() error {
				py.Print(py.Add(o, nil))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.TypeError) {
					return err
				}
				fmt.Println(err)
			}
		}

		for _, c := range []any{asyncio.Module().Attr("Task"), asyncio.Module().Attr("Future"), datetime.Module().Attr("datetime"), datetime.Module().Attr("timedelta"), io.Module().Attr("BytesIO"), queue.Module().Attr("Queue"), threading.Module().Attr("Thread")} {
			err := py.Try(func() error {
				py.Print(py.GetAttr(c, "missing"))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.AttributeError) {
					return err
				}
				fmt.Println(err)
			}
		}
		return nil
	})
}
