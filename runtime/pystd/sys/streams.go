package sys

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	pyio "github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// addStreams adds stdin, stdout and stderr. Setting one of them changes what
// print, input and the traceback of an uncaught exception use.
func addStreams(m *py.Module) {
	stream := func(name string, variable *any, process func() any) {
		m.Lazy("__"+name+"__", process)
		m.Variable(name, func() any {
			if *variable == nil {
				return process()
			}
			return *variable
		}, func(value any) {
			if name == "stdout" && value == process() {
				value = nil // print writes without a detour
			}
			*variable = value
		})
	}
	stream("stdin", &py.Stdin, pyio.ProcessInput)
	stream("stdout", &py.Stdout, pyio.ProcessOutput)
	stream("stderr", &py.Stderr, pyio.StandardError)
}
