package socketserver

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

// threadsName is the attribute with the threads that server_close waits for.
const threadsName = "_threads"

func threadingMixIn() *py.Class {
	var class *py.Class
	class = define.Class(moduleName, "ThreadingMixIn", []any{py.ObjectClass}, func(b *define.Body) {
		b.Set("daemon_threads", false)
		b.Set("block_on_close", true)
		b.Method("process_request_thread(self, request, client_address)", func(self, request, client any) any {
			err := py.Try(func() error {
				py.CallMethod(self, "finish_request", request, client)
				return nil
			})
			defer py.CallMethod(self, "shutdown_request", request)
			if err != nil {
				if !py.Matches(err, py.ExceptionClass) {
					py.Check(err)
				}
				handling(err, func() { py.CallMethod(self, "handle_error", request, client) })
			}
			return nil
		})
		b.Method("process_request(self, request, client_address)", func(self, request, client any) any {
			thread := py.CallKw(threading.Module().Attr("Thread"), nil, py.Kwargs{
				{Name: "target", Value: attribute(self, "process_request_thread")}, {Name: "args", Value: py.Tuple{request, client}},
			})
			py.SetAttr(thread, "daemon", attribute(self, "daemon_threads"))
			if py.Truth(attribute(self, "block_on_close")) && !py.Truth(attribute(self, "daemon_threads")) {
				alive := py.ListOf[any]()
				for t := range py.Iter(py.GetAttrOr(self, threadsName, py.Tuple{})) {
					if py.Truth(py.CallMethod(t, "is_alive")) {
						alive.Append(t)
					}
				}
				alive.Append(thread)
				py.SetAttr(self, threadsName, alive)
			}
			py.CallMethod(thread, "start")
			return nil
		})
		b.Method("server_close(self)", func(self any) any {
			py.CallMethod(py.Super(class, self), "server_close")
			for t := range py.Iter(py.GetAttrOr(self, threadsName, py.Tuple{})) {
				py.CallMethod(t, "join")
			}
			py.SetAttr(self, threadsName, py.ListOf[any]())
			return nil
		})
	})
	return class
}
