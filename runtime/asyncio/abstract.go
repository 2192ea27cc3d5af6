package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// abstractClass makes a class of asyncio that a program derives from: the
// methods, given as the header without self, raise NotImplementedError unless
// the functions of body replace them.
func abstractClass(module, name string, bases []*py.Class, methods []string, body func(add func(spec string, fn any))) *py.Class {
	return py.NewPythonClass(module, name, bases, func(ns *py.Namespace) {
		add := func(spec string, fn any) {
			f := py.Func(spec, fn)
			ns.Set(f.Name(), f.Qualname(name+"."+f.Name()).Module(module))
		}
		for _, spec := range methods {
			add(spec, func([]any) any { panic(py.NewNotImplementedError()) })
		}
		if body != nil {
			body(add)
		}
	})
}

func defineAbstractTransports() {
	BaseTransportClass = abstractClass(transportsModule, "BaseTransport", nil,
		[]string{"is_closing(self)", "close(self)", "set_protocol(self, protocol)", "get_protocol(self)"},
		func(add func(string, any)) {
			add("__init__(self, extra=None)", func(self, extra any) any {
				if extra == nil {
					extra = py.DictOf[any, any]()
				}
				py.SetAttr(self, "_extra", extra)
				return nil
			})
			add("get_extra_info(self, name, default=None)", func(self, name, fallback any) any {
				return py.CallMethod(py.GetAttr(self, "_extra"), "get", name, fallback)
			})
		})
	ReadTransportClass = abstractClass(transportsModule, "ReadTransport", []*py.Class{BaseTransportClass},
		[]string{"is_reading(self)", "pause_reading(self)", "resume_reading(self)"}, nil)
	WriteTransportClass = abstractClass(transportsModule, "WriteTransport", []*py.Class{BaseTransportClass},
		[]string{
			"set_write_buffer_limits(self, high=None, low=None)", "get_write_buffer_size(self)", "get_write_buffer_limits(self)",
			"write(self, data)", "write_eof(self)", "can_write_eof(self)", "abort(self)",
		},
		func(add func(string, any)) {
			add("writelines(self, list_of_data)", func(self, list any) any {
				py.CallMethod(self, "write", py.CallMethod(py.Bytes(""), "join", list))
				return nil
			})
		})
	TransportClass = abstractClass(transportsModule, "Transport", []*py.Class{ReadTransportClass, WriteTransportClass}, nil, nil)
	DatagramTransportClass = abstractClass(transportsModule, "DatagramTransport", []*py.Class{BaseTransportClass},
		[]string{"sendto(self, data, addr=None)", "abort(self)"}, nil)
	SubprocessTransportClass = abstractClass(transportsModule, "SubprocessTransport", []*py.Class{BaseTransportClass},
		[]string{
			"get_pid(self)", "get_returncode(self)", "get_pipe_transport(self, fd)", "send_signal(self, signal)",
			"terminate(self)", "kill(self)",
		}, nil)
}
