package mock

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// mockOpen makes a mock of open whose files have the content readData. Each call
// reads it from the start.
func mockOpen(mock, readData any) any {
	if mock == nil {
		mock = py.CallKw(magicClass, nil, py.Kwargs{{Name: "name", Value: "open"}, {Name: "spec", Value: io.Module().Attr("open")}})
	}
	handle := py.CallKw(magicClass, nil, nil)
	newFile := func() any {
		if py.IsInstance(readData, py.StrClass) {
			return py.Call(io.Module().Attr("StringIO"), readData)
		}
		return py.Call(io.Module().Attr("BytesIO"), readData)
	}
	file := newFile()
	py.SetAttr(py.GetAttr(handle, "__enter__"), "return_value", handle)
	for _, name := range []string{"read", "readline", "readlines"} {
		method := py.GetAttr(handle, name)
		py.SetAttr(method, "return_value", nil)
		py.SetAttr(method, "side_effect", py.Func(name+"(*args, **kwargs)", func(args, kw any) any {
			if v := stateOf(method).result; v != nil {
				return v
			}
			return py.CallMethodKw(file, name, args.(py.Tuple), py.KwFrom(kw))
		}))
	}
	py.SetAttr(py.GetAttr(handle, "write"), "return_value", nil)
	py.SetAttr(py.GetAttr(handle, "__iter__"), "side_effect", py.Func("__iter__()", func() any { return py.GetIter(file) }))
	py.SetAttr(py.GetAttr(handle, "__next__"), "side_effect", py.Func("__next__()", func() any {
		v, ok := py.Next(file)
		if !ok {
			py.Raise(py.NewStopIteration())
		}
		return v
	}))
	py.SetAttr(mock, "side_effect", py.Func("reset_data(*args, **kwargs)", func(_, _ any) any {
		file = newFile()
		return unset
	}))
	py.SetAttr(mock, "return_value", handle)
	return mock
}
