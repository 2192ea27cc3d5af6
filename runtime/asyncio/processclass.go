package asyncio

import (
	"context"
	"fmt"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The classes of child processes.
var (
	ProcessClass     *py.Class
	processTransport *py.Class
)

func init() {
	ProcessClass = newPythonClass("asyncio.subprocess", "Process", nil, nil, defineProcess)
	processTransport = newPythonClass("asyncio.unix_events", "_UnixSubprocessTransport",
		SubprocessTransportClass, nil, defineProcessTransport)
}

// PyClass is the class Process.
func (p *Process) PyClass() *py.Class { return ProcessClass }

// PyClass is the class of process transports.
func (t *SubprocessTransport) PyClass() *py.Class { return processTransport }

// orNone makes a nil pointer None.
func orNone[T any](p *T) any {
	if p == nil {
		return nil
	}
	return p
}

func defineProcess(c pythonClass) {
	of := func(self any) *Process { return self.(*Process) }
	c.Getter("stdin", func(self any) any { return orNone(of(self).streams.stdin) })
	c.Getter("stdout", func(self any) any { return orNone(of(self).streams.stdout) })
	c.Getter("stderr", func(self any) any { return orNone(of(self).streams.stderr) })
	c.Getter("pid", func(self any) any { return of(self).Pid() })
	c.Getter("returncode", func(self any) any { return of(self).transport.returncodeValue() })
	c.async("wait(self)", func(ctx context.Context, self any) (any, error) {
		returncode, err := of(self).Wait(ctx)
		return returncode, err
	})
	c.async("communicate(self, input=None)", func(ctx context.Context, self, input any) (any, error) {
		return of(self).communicateAny(ctx, input)
	})
	c.def("send_signal(self, signal)", func(self, number any) any {
		of(self).Signal(int(signalArgument(number)))
		return nil
	})
	c.def("terminate(self)", func(self any) any {
		of(self).Terminate()
		return nil
	})
	c.def("kill(self)", func(self any) any {
		of(self).Kill()
		return nil
	})
	c.def("__repr__(self)", func(self any) any { return fmt.Sprintf("<Process %d>", of(self).Pid()) })
}

func (t *SubprocessTransport) returncodeValue() any {
	if !t.exited {
		return nil
	}
	return t.returncode
}

func defineProcessTransport(c pythonClass) {
	of := func(self any) *SubprocessTransport { return self.(*SubprocessTransport) }
	c.def("get_pid(self)", func(self any) any { return of(self).pid })
	c.def("get_returncode(self)", func(self any) any { return of(self).returncodeValue() })
	c.def("get_pipe_transport(self, fd)", func(self, fd any) any {
		n, ok := fd.(int)
		if !ok || n < 0 || n > 2 || of(self).pipes[n] == nil {
			return nil
		}
		return orNone(of(self).pipes[n].transport)
	})
	c.def("send_signal(self, signal)", func(self, number any) any {
		of(self).Signal(int(signalArgument(number)))
		return nil
	})
	c.def("terminate(self)", func(self any) any {
		of(self).Signal(int(syscall.SIGTERM))
		return nil
	})
	c.def("kill(self)", func(self any) any {
		of(self).Signal(int(syscall.SIGKILL))
		return nil
	})
	c.def("close(self)", func(self any) any {
		of(self).Close()
		return nil
	})
	c.def("is_closing(self)", func(self any) any { return of(self).closed })
	c.def("get_protocol(self)", func(self any) any {
		if o, ok := of(self).protocol.(*objectProcess); ok {
			return o.object
		}
		return nil
	})
	c.def("get_extra_info(self, name, default=None)", func(self, name, fallback any) any { return fallback })
	c.def("__repr__(self)", func(self any) any { return of(self).repr() })
}

// objectProcess is a SubprocessProtocol of the program.
type objectProcess struct{ object any }

func (o *objectProcess) connectionMade(transport any) {
	py.CallMethod(o.object, "connection_made", transport)
}

func (o *objectProcess) pipeDataReceived(fd int, data []byte) {
	py.CallMethod(o.object, "pipe_data_received", fd, py.Bytes(data))
}

func (o *objectProcess) pipeConnectionLost(fd int, err error) {
	py.CallMethod(o.object, "pipe_connection_lost", fd, errorValue(err))
}

func (o *objectProcess) processExited() { py.CallMethod(o.object, "process_exited") }

func (o *objectProcess) connectionLost(err error) {
	py.CallMethod(o.object, "connection_lost", errorValue(err))
}

func (o *objectProcess) pauseWriting() { py.CallMethod(o.object, "pause_writing") }

func (o *objectProcess) resumeWriting() { py.CallMethod(o.object, "resume_writing") }

// processCommand makes the command of the keyword arguments that Popen takes.
func processCommand(args []string, stdin, stdout, stderr any, kw py.Kwargs) spawn.Command {
	c := spawn.Command{Args: args, Stdin: stdin, Stdout: stdout, Stderr: stderr}
	for _, k := range kw {
		switch k.Name {
		case "cwd":
			if k.Value != nil {
				c.Dir = spawn.Text(k.Value)
			}
		case "env":
			c.Env = spawn.Environment(k.Value)
		case "executable":
			if k.Value != nil {
				c.Executable = spawn.Text(k.Value)
			}
		case "start_new_session":
			c.NewSession = py.Truth(k.Value)
		case "universal_newlines", "text", "encoding", "errors", "shell", "bufsize":
			checkProcessKeyword(k)
		case "close_fds", "restore_signals", "pass_fds", "creationflags", "startupinfo", "pipesize":
		default:
			if k.Value != nil {
				py.Raise(py.NewNotImplementedError("subprocess argument " + k.Name + " is not supported"))
			}
		}
	}
	return c
}

// shellCommand makes the command of a line for the shell.
func shellCommand(line, stdin, stdout, stderr any, kw py.Kwargs) spawn.Command {
	if !py.IsInstance(line, py.Tuple{py.StrClass, py.BytesClass}) {
		py.Raise(py.NewValueError("cmd must be a string"))
	}
	rest := py.Kwargs{}
	for _, k := range kw {
		if k.Name != "shell" {
			rest = append(rest, k)
		} else if !py.Truth(k.Value) {
			py.Raise(py.NewValueError("shell must be True"))
		}
	}
	return processCommand([]string{"/bin/sh", "-c", spawn.Text(line)}, stdin, stdout, stderr, rest)
}

// checkProcessKeyword raises ValueError for what asyncio's child processes do not
// take.
func checkProcessKeyword(k py.Kw) {
	messages := map[string]string{
		"universal_newlines": "universal_newlines must be False",
		"shell":              "shell must be False",
		"text":               "text must be False",
		"encoding":           "encoding must be None",
		"errors":             "errors must be None",
		"bufsize":            "bufsize must be 0",
	}
	if message, ok := messages[k.Name]; ok && py.Truth(k.Value) {
		py.Raise(py.NewValueError(message))
	}
}

func addProcesses(m *py.Module) {
	pyAsync(m, "asyncio.subprocess",
		"create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=65536, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			args := []string{spawn.Text(a[0])}
			for _, arg := range a[1].(py.Tuple) {
				args = append(args, spawn.Text(arg))
			}
			c := processCommand(args, a[2], a[3], a[4], py.KwFrom(a[6]))
			return startProcessWithLimit(ctx, c, py.As[int](a[5]))
		})
	pyAsync(m, "asyncio.subprocess",
		"create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=65536, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			c := shellCommand(a[0], a[1], a[2], a[3], py.KwFrom(a[5]))
			return startProcessWithLimit(ctx, c, py.As[int](a[4]))
		})
	sub := py.NewModule("asyncio.subprocess", "")
	sub.Set("PIPE", spawn.Pipe).Set("STDOUT", spawn.Stdout).Set("DEVNULL", spawn.DevNull)
	sub.Class(ProcessClass)
	sub.Set("create_subprocess_exec", m.Attr("create_subprocess_exec"))
	sub.Set("create_subprocess_shell", m.Attr("create_subprocess_shell"))
	m.Set("subprocess", sub)
}

// SubprocessModule is the Python module asyncio.subprocess.
func SubprocessModule() *py.Module { return Module().Attr("subprocess").(*py.Module) }
