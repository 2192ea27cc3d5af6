// Package subprocess is Python's module subprocess.
package subprocess

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// Module is the Python module subprocess.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("subprocess", "Subprocesses with accessible I/O streams")
	m.Set("PIPE", spawn.Pipe).Set("STDOUT", spawn.Stdout).Set("DEVNULL", spawn.DevNull)
	m.Class(SubprocessError)
	calledProcessError = newCalledProcessError()
	timeoutExpired = newTimeoutExpired()
	completedProcess = newCompletedProcess()
	m.Class(calledProcessError)
	m.Class(timeoutExpired)
	m.Class(completedProcess)
	popenClass = newPopen()
	m.Class(popenClass)
	m.Func("run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs)", runProcess)
	m.Func("call(*popenargs, timeout=None, **kwargs)", func(args, timeout, kwargs any) any {
		return callProcess(args.(py.Tuple), timeout, py.KwFrom(kwargs))
	})
	m.Func("check_call(*popenargs, **kwargs)", func(args, kwargs any) any {
		kw := py.KwFrom(kwargs)
		timeout, _ := kw.Lookup("timeout")
		returncode := callProcess(args.(py.Tuple), timeout, without(kw, "timeout"))
		if returncode != any(0) {
			py.Raise(py.NewException(calledProcessError, returncode, args.(py.Tuple)[0]))
		}
		return 0
	})
	m.Func("check_output(*popenargs, timeout=None, **kwargs)", func(args, timeout, kwargs any) any {
		kw := append(py.KwFrom(kwargs), py.Kw{Name: "stdout", Value: spawn.Pipe}, py.Kw{Name: "timeout", Value: timeout},
			py.Kw{Name: "check", Value: true})
		return py.GetAttr(py.CallKw(m.Attr("run"), args.(py.Tuple), kw), "stdout")
	})
	m.Func("getoutput(cmd, *, encoding=None, errors=None)", func(cmd, _, _ any) any {
		return statusOutput(cmd)[1]
	})
	m.Func("getstatusoutput(cmd, *, encoding=None, errors=None)", func(cmd, _, _ any) any {
		return statusOutput(cmd)
	})
	m.Func("list2cmdline(seq)", func(seq any) any { return commandLine(seq) })
	return m
})

// SubprocessError is the base class of the module's exceptions.
var SubprocessError = py.NewExceptionClass("subprocess", "SubprocessError", py.ExceptionClass)

var (
	calledProcessError *py.Class
	timeoutExpired     *py.Class
	completedProcess   *py.Class
	popenClass         *py.Class
)

func without(kw py.Kwargs, name string) py.Kwargs {
	var rest py.Kwargs
	for _, k := range kw {
		if k.Name != name {
			rest = append(rest, k)
		}
	}
	return rest
}

func setAll(self any, values py.Kwargs) {
	for _, v := range values {
		py.SetAttr(self, v.Name, v.Value)
	}
}

// outputAlias makes stdout another name of output.
func outputAlias(b *define.Body) {
	b.Set("stdout", py.Property(
		py.Func("stdout(self)", func(self any) any { return py.GetAttr(self, "output") }),
		py.Func("stdout(self, value)", func(self, v any) any {
			py.SetAttr(self, "output", v)
			return nil
		}), nil, nil))
}

func newCalledProcessError() *py.Class {
	return define.Class("subprocess", "CalledProcessError", []any{SubprocessError}, func(b *define.Body) {
		b.Method("__init__(self, returncode, cmd, output=None, stderr=None)", func(self, returncode, cmd, output, stderr any) any {
			setAll(self, py.Kwargs{{Name: "returncode", Value: returncode}, {Name: "cmd", Value: cmd},
				{Name: "output", Value: output}, {Name: "stderr", Value: stderr}})
			return nil
		})
		b.Method("__str__(self)", func(self any) any {
			cmd := "'" + py.Str(py.GetAttr(self, "cmd")) + "'"
			returncode := py.As[int](py.GetAttr(self, "returncode"))
			if returncode < 0 {
				return "Command " + cmd + " died with " + diedWith(-returncode) + "."
			}
			return "Command " + cmd + " returned non-zero exit status " + py.Str(returncode) + "."
		})
		outputAlias(b)
	})
}

func newTimeoutExpired() *py.Class {
	return define.Class("subprocess", "TimeoutExpired", []any{SubprocessError}, func(b *define.Body) {
		b.Method("__init__(self, cmd, timeout, output=None, stderr=None)", func(self, cmd, timeout, output, stderr any) any {
			setAll(self, py.Kwargs{{Name: "cmd", Value: cmd}, {Name: "timeout", Value: timeout},
				{Name: "output", Value: output}, {Name: "stderr", Value: stderr}})
			return nil
		})
		b.Method("__str__(self)", func(self any) any {
			return "Command '" + py.Str(py.GetAttr(self, "cmd")) + "' timed out after " +
				py.Str(py.GetAttr(self, "timeout")) + " seconds"
		})
		outputAlias(b)
	})
}

func newCompletedProcess() *py.Class {
	return define.Class("subprocess", "CompletedProcess", nil, func(b *define.Body) {
		b.Subscriptable()
		b.Method("__init__(self, args, returncode, stdout=None, stderr=None)", func(self, args, returncode, stdout, stderr any) any {
			setAll(self, py.Kwargs{{Name: "args", Value: args}, {Name: "returncode", Value: returncode},
				{Name: "stdout", Value: stdout}, {Name: "stderr", Value: stderr}})
			return nil
		})
		b.Method("__repr__(self)", func(self any) any {
			text := "CompletedProcess(args=" + py.Repr(py.GetAttr(self, "args")) +
				", returncode=" + py.Repr(py.GetAttr(self, "returncode"))
			for _, name := range []string{"stdout", "stderr"} {
				if v := py.GetAttr(self, name); v != nil {
					text += ", " + name + "=" + py.Repr(v)
				}
			}
			return text + ")"
		})
		b.Method("check_returncode(self)", func(self any) any {
			if returncode := py.GetAttr(self, "returncode"); py.Truth(returncode) {
				py.Raise(py.NewException(calledProcessError, returncode, py.GetAttr(self, "args"),
					py.GetAttr(self, "stdout"), py.GetAttr(self, "stderr")))
			}
			return nil
		})
	})
}
