package os

import (
	goos "os"
	"os/exec"
	"runtime"
	"syscall"
	"unsafe"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// shell runs a command in a shell and waits for it.
func shell(command any) syscall.WaitStatus {
	py.FlushStdout()
	child, err := spawn.Start(spawn.Command{Args: []string{"/bin/sh", "-c", spawn.Text(command)}})
	py.Check(err)
	return wait(child.Process)
}

func wait(p *goos.Process) syscall.WaitStatus {
	var state *goos.ProcessState
	var err error
	py.Blocking(func() { state, err = p.Wait() })
	fail(err)
	return state.Sys().(syscall.WaitStatus)
}

// exitCode is waitstatus_to_exitcode. It raises ValueError.
func exitCode(status syscall.WaitStatus) int {
	switch {
	case status.Exited():
		return status.ExitStatus()
	case status.Signaled():
		return -int(status.Signal())
	case status.Stopped():
		panic(exc.ValueError("process stopped by delivery of signal %d", int(status.StopSignal())))
	}
	panic(exc.ValueError("invalid wait status: %d", int(status)))
}

// waitChild is waitpid and wait.
func waitChild(pid, options int) any {
	var status syscall.WaitStatus
	var got int
	var err error
	py.Blocking(func() {
		for {
			got, err = syscall.Wait4(pid, &status, options, nil)
			if err != syscall.EINTR {
				return
			}
		}
	})
	fail(err)
	return py.Tuple{got, int(status)}
}

func addChildren(m *py.Module) {
	for name, v := range map[string]int{"WUNTRACED": syscall.WUNTRACED, "WCONTINUED": syscall.WCONTINUED} {
		m.Set(name, v)
	}
	m.Builtin("system(command)", func(command any) any { return int(shell(command)) })
	m.Builtin("wait()", func() any { return waitChild(-1, 0) })
	m.Builtin("waitpid(pid, options, /)", func(pid, options any) any { return waitChild(py.As[int](pid), py.As[int](options)) })
	m.Builtin("waitstatus_to_exitcode(status)", func(status any) any { return exitCode(syscall.WaitStatus(py.As[int](status))) })
	status := func(name string, f func(s syscall.WaitStatus) any) {
		m.Builtin(name+"(status)", func(v any) any { return f(syscall.WaitStatus(py.As[int](v))) })
	}
	status("WIFEXITED", func(s syscall.WaitStatus) any { return s.Exited() })
	status("WEXITSTATUS", func(s syscall.WaitStatus) any { return int(s) >> 8 & 0xff })
	status("WIFSIGNALED", func(s syscall.WaitStatus) any { return s.Signaled() })
	status("WTERMSIG", func(s syscall.WaitStatus) any { return int(s) & 0x7f })
	status("WIFSTOPPED", func(s syscall.WaitStatus) any { return s.Stopped() })
	status("WSTOPSIG", func(s syscall.WaitStatus) any { return int(s) >> 8 & 0xff })
	status("WIFCONTINUED", func(s syscall.WaitStatus) any { return s.Continued() })
	status("WCOREDUMP", func(s syscall.WaitStatus) any { return s.CoreDump() })
	m.Func("popen(cmd, mode='r', buffering=-1)", popen)
	addExec(m)
	m.Builtin("killpg(pgid, signal, /)", func(group, signal any) any {
		fail(syscall.Kill(-py.As[int](group), syscall.Signal(py.As[int](py.Index(signal)))))
		return nil
	})
	m.Builtin("getpgid(pid)", func(pid any) any {
		n, err := syscall.Getpgid(py.As[int](pid))
		fail(err)
		return n
	})
	m.Builtin("getpgrp()", func() any { return syscall.Getpgrp() })
	m.Builtin("setpgid(pid, pgrp, /)", func(pid, group any) any {
		fail(syscall.Setpgid(py.As[int](pid), py.As[int](group)))
		return nil
	})
	m.Builtin("setsid()", func() any {
		_, err := syscall.Setsid()
		fail(err)
		return nil
	})
	m.Builtin("getgroups()", func() any {
		groups, err := syscall.Getgroups()
		fail(err)
		return py.ListOf(groups...)
	})
	m.Builtin("getpriority(which, who)", func(which, who any) any {
		n, err := syscall.Getpriority(py.As[int](which), py.As[int](who))
		fail(err)
		return 20 - n
	})
	m.Builtin("sched_yield()", func() any {
		py.Yield()
		return nil
	})
	m.Builtin("sched_getaffinity(pid, /)", func(pid any) any {
		var mask [128]uint64
		n, _, errno := syscall.Syscall(syscall.SYS_SCHED_GETAFFINITY, uintptr(py.As[int](pid)), unsafe.Sizeof(mask), uintptr(unsafe.Pointer(&mask)))
		runtime.KeepAlive(&mask)
		if errno != 0 {
			fail(errno)
		}
		cpus := py.SetOf[any]()
		for i := range int(n) * 8 {
			if mask[i/64]>>(i%64)&1 != 0 {
				cpus.Add(i)
			}
		}
		return cpus
	})
}

// popenClass is the class of what popen returns: the pipe as a text stream, whose
// close waits for the command.
var popenClass = define.Class("os", "_wrap_close", nil, func(b *define.Body) {
	b.Method("__init__(self, stream, child)", func(self, stream, child any) any {
		py.SetAttr(self, "_stream", stream)
		py.SetAttr(self, "_child", child)
		return nil
	})
	b.Method("close(self)", func(self any) any {
		py.CallMethod(py.GetAttr(self, "_stream"), "close")
		if code := exitCode(wait(py.GetAttr(self, "_child").(*childProcess).process)); code != 0 {
			return code << 8
		}
		return nil
	})
	b.Method("__enter__(self)", func(self any) any { return self })
	b.Method("__exit__(self, *args)", func(self, _ any) any {
		py.CallMethod(self, "close")
		return nil
	})
	b.Method("__getattr__(self, name)", func(self, name any) any {
		return py.GetAttr(py.GetAttr(self, "_stream"), py.As[string](name))
	})
	b.Method("__iter__(self)", func(self any) any { return py.GetIter(py.GetAttr(self, "_stream")) })
})

// childProcess is a child as an attribute of a Python object.
type childProcess struct{ process *goos.Process }

// PyClass is a class that programs do not see.
func (*childProcess) PyClass() *py.Class { return childClass }

var childClass = py.NewNativeClass("os", "_child", nil, func(*py.Definition) {})

func popen(command, mode, buffering any) any {
	if _, ok := py.Payload(command).(string); !ok {
		panic(exc.TypeError("invalid cmd type (%s, expected string)", py.Repr(py.TypeOf(command))))
	}
	c := spawn.Command{Args: []string{"/bin/sh", "-c", spawn.Text(command)}}
	switch mode {
	case "r":
		c.Stdout = spawn.Pipe
	case "w":
		c.Stdin = spawn.Pipe
	default:
		panic(exc.ValueError("invalid mode %s", py.Repr(mode)))
	}
	if n, ok := buffering.(int); !ok || n == 0 {
		panic(exc.ValueError("popen() does not support unbuffered streams"))
	}
	py.FlushStdout()
	child, err := spawn.Start(c)
	py.Check(err)
	end := child.Stdout
	if mode == "w" {
		end = child.Stdin
	}
	fd, err := syscall.Dup(int(end.Fd()))
	fail(err)
	syscall.CloseOnExec(fd)
	fail(end.Close())
	stream := py.Call(io.Module().Attr("open"), fd, mode)
	return py.Call(popenClass, stream, &childProcess{child.Process})
}

// addExec adds execv and its kin, which replace the process.
func addExec(m *py.Module) {
	replace := func(file string, args []any, env []string) any {
		if len(args) == 0 {
			panic(exc.ValueError("execv() arg 2 must not be empty"))
		}
		py.FlushStdout()
		fail(syscall.Exec(file, texts(args), env), file)
		return nil
	}
	search := func(file any) string {
		found, err := exec.LookPath(path(file))
		if err != nil {
			panic(py.NewErrno(syscall.ENOENT, file))
		}
		return found
	}
	spread := func(v any) []any { return py.StarArgs(py.Star(v)) }
	m.Builtin("execv(path, argv, /)", func(p, args any) any { return replace(path(p), spread(args), goos.Environ()) })
	m.Builtin("execve(path, argv, env)", func(p, args, env any) any {
		return replace(path(p), spread(args), spawn.Environment(env))
	})
	m.Func("execvp(file, args)", func(p, args any) any { return replace(search(p), spread(args), goos.Environ()) })
	m.Func("execvpe(file, args, env)", func(p, args, env any) any {
		return replace(search(p), spread(args), spawn.Environment(env))
	})
	m.Func("execl(file, *args)", func(p, args any) any { return replace(path(p), args.(py.Tuple), goos.Environ()) })
	m.Func("execlp(file, *args)", func(p, args any) any { return replace(search(p), args.(py.Tuple), goos.Environ()) })
}

func texts(args []any) []string {
	list := make([]string, len(args))
	for i, a := range args {
		list[i] = spawn.Text(a)
	}
	return list
}
