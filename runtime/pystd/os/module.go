// Package os is Python's module os on a POSIX system.
package os

import (
	goos "os"
	"runtime"
	"sync"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// Module returns the module os.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("os", "OS routines for NT or Posix depending on what system we're on.")
	for name, v := range map[string]any{
		"name": "posix", "sep": "/", "curdir": ".", "pardir": "..", "extsep": ".", "pathsep": ":", "altsep": nil,
		"linesep": "\n", "devnull": "/dev/null", "defpath": "/bin:/usr/bin",
		"F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1, "SEEK_SET": 0, "SEEK_CUR": 1, "SEEK_END": 2,
		"O_RDONLY": syscall.O_RDONLY, "O_WRONLY": syscall.O_WRONLY, "O_RDWR": syscall.O_RDWR, "O_CREAT": syscall.O_CREAT,
		"O_EXCL": syscall.O_EXCL, "O_TRUNC": syscall.O_TRUNC, "O_APPEND": syscall.O_APPEND,
		"O_NONBLOCK": syscall.O_NONBLOCK, "O_SYNC": syscall.O_SYNC, "O_CLOEXEC": syscall.O_CLOEXEC,
		"WNOHANG": syscall.WNOHANG, "EX_OK": 0, "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67,
		"EX_NOHOST": 68, "EX_UNAVAILABLE": 69, "EX_SOFTWARE": 70, "EX_OSERR": 71, "EX_OSFILE": 72, "EX_CANTCREAT": 73,
		"EX_IOERR": 74, "EX_TEMPFAIL": 75, "EX_PROTOCOL": 76, "EX_NOPERM": 77, "EX_CONFIG": 78,
	} {
		m.Set(name, v)
	}
	m.Set("error", py.OSError)
	m.Set("path", ospath.Module())
	m.Class(pathLike())
	m.Class(statResult)
	m.Class(dirEntryClass)
	m.Class(terminalSize)
	addEnvironment(m)
	addProcess(m)
	addDescriptors(m)
	addMoreDescriptors(m)
	addChildren(m)
	addFilesystems(m)
	addFiles(m)
	addDirectories(m)
	return m
})

// path returns the text of a path argument.
func path(p any) string { return ospath.Text(p) }

func fail(err error, paths ...any) { ospath.Fail(err, paths...) }

func addProcess(m *py.Module) {
	number := func(name string, f func() int) {
		m.Builtin(name+"(/)", func() any { return f() })
	}
	number("getpid", goos.Getpid)
	number("getppid", goos.Getppid)
	number("getuid", goos.Getuid)
	number("geteuid", goos.Geteuid)
	number("getgid", goos.Getgid)
	number("getegid", goos.Getegid)
	number("cpu_count", runtime.NumCPU)
	number("process_cpu_count", runtime.NumCPU)
	m.Builtin("kill(pid, signal, /)", func(pid, signal any) any {
		fail(syscall.Kill(py.As[int](pid), syscall.Signal(py.As[int](py.Index(signal)))))
		return nil
	})
	m.Builtin("_exit(status)", func(status any) any {
		goos.Exit(py.As[int](status))
		return nil
	})
	m.Builtin("abort()", func() any {
		fail(syscall.Kill(goos.Getpid(), syscall.SIGABRT))
		return nil
	})
	m.Builtin("umask(mask, /)", func(mask any) any { return syscall.Umask(py.As[int](mask)) })
	m.Builtin("getlogin()", func() any { return goos.Getenv("LOGNAME") })
	m.Builtin("strerror(code, /)", func(code any) any { return py.ErrnoText(syscall.Errno(py.As[int](code))) })
	m.Builtin("urandom(size, /)", randomBytes)
	m.Builtin("getloadavg()", func() any {
		data, err := goos.ReadFile("/proc/loadavg")
		fail(err)
		fields := py.StrFields(string(data))
		return py.Tuple{py.ParseFloat(fields.Get(0)), py.ParseFloat(fields.Get(1)), py.ParseFloat(fields.Get(2))}
	})
	m.Builtin("uname()", func() any {
		var u syscall.Utsname
		fail(syscall.Uname(&u))
		return py.Call(unameResult, charsText(u.Sysname[:]), charsText(u.Nodename[:]), charsText(u.Release[:]),
			charsText(u.Version[:]), charsText(u.Machine[:]))
	})
}

// charsText is the text of a C array, whose type depends on the architecture.
func charsText[C int8 | uint8](chars []C) string {
	var text []byte
	for _, c := range chars {
		if c == 0 {
			break
		}
		text = append(text, byte(c))
	}
	return string(text)
}

func addDescriptors(m *py.Module) {
	fd := func(v any) int { return py.As[int](v) }
	m.Builtin("open(path, flags, mode=511, *, dir_fd=None)", func(p, flags, mode, _ any) any {
		n, err := syscall.Open(path(p), py.As[int](flags)|syscall.O_CLOEXEC, uint32(py.As[int](mode)))
		fail(err, p)
		return n
	})
	m.Builtin("close(fd)", func(v any) any {
		fail(syscall.Close(fd(v)))
		return nil
	})
	m.Builtin("read(fd, length, /)", func(v, n any) any {
		if py.As[int](n) < 0 {
			panic(py.NewErrno(syscall.EINVAL))
		}
		data := make([]byte, py.As[int](n))
		var got int
		var err error
		py.Blocking(func() { got, err = syscall.Read(fd(v), data) })
		fail(err)
		return py.Bytes(data[:got])
	})
	m.Builtin("write(fd, data, /)", func(v, data any) any {
		text := py.BytesLike(data)
		if fd(v) == 1 {
			py.FlushStdout()
		}
		var n int
		var err error
		py.Blocking(func() { n, err = syscall.Write(fd(v), []byte(text)) })
		fail(err)
		return n
	})
	m.Builtin("lseek(fd, position, whence, /)", func(v, position, whence any) any {
		at, err := syscall.Seek(fd(v), int64(py.As[int](position)), py.As[int](whence))
		fail(err)
		return int(at)
	})
	m.Builtin("fsync(fd)", func(v any) any {
		fail(syscall.Fsync(fd(v)))
		return nil
	})
	m.Builtin("pipe()", func() any {
		var ends [2]int
		fail(syscall.Pipe2(ends[:], syscall.O_CLOEXEC))
		return py.Tuple{ends[0], ends[1]}
	})
	m.Builtin("dup(fd, /)", func(v any) any {
		n, err := syscall.Dup(fd(v))
		fail(err)
		return n
	})
	m.Builtin("ftruncate(fd, length, /)", func(v, n any) any {
		fail(syscall.Ftruncate(fd(v), int64(py.As[int](n))))
		return nil
	})
	m.Builtin("isatty(fd, /)", func(v any) any {
		return io.IsTerminal(fd(v))
	})
	m.Builtin("fstat(fd)", func(v any) any {
		var s syscall.Stat_t
		fail(syscall.Fstat(fd(v), &s))
		return newStatResult(&s)
	})
	m.Builtin("set_blocking(fd, blocking, /)", func(v, blocking any) any {
		fail(syscall.SetNonblock(fd(v), !py.Truth(blocking)))
		return nil
	})
}

func randomBytes(size any) any {
	n := py.As[int](size)
	if n < 0 {
		panic(exc.ValueError("negative argument not allowed"))
	}
	return py.Bytes(random(n))
}
