package os

import (
	"runtime"
	"syscall"
	"unsafe"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// fdNumber is a file descriptor. It raises TypeError.
func fdNumber(v any) int {
	fd, ok := py.Payload(py.Index(v)).(int)
	if !ok || int(int32(fd)) != fd {
		panic(exc.OverflowError("Python int too large to convert to C int"))
	}
	return fd
}

// addMoreDescriptors adds the functions for file descriptors that programs need
// less often than open, read and write.
func addMoreDescriptors(m *py.Module) {
	for name, v := range map[string]int{
		"O_DIRECTORY": syscall.O_DIRECTORY, "O_NOFOLLOW": syscall.O_NOFOLLOW, "O_NDELAY": syscall.O_NDELAY,
		"O_DSYNC": syscall.O_DSYNC, "O_NOCTTY": syscall.O_NOCTTY, "O_ACCMODE": syscall.O_ACCMODE, "O_ASYNC": syscall.O_ASYNC,
		"F_LOCK": 1, "F_TLOCK": 2, "F_ULOCK": 0, "F_TEST": 3, "NGROUPS_MAX": 65536,
	} {
		m.Set(name, v)
	}
	m.Func("fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs)",
		func(fd, mode, buffering, encoding, args, kwargs any) any {
			if _, ok := py.Payload(fd).(int); !ok {
				panic(exc.TypeError("invalid fd type (%s, expected integer)", py.Repr(py.TypeOf(fd))))
			}
			arguments := append([]any{fd, mode, buffering, encoding}, args.(py.Tuple)...)
			return py.CallKw(io.Module().Attr("open"), arguments, py.KwFrom(kwargs))
		})
	m.Builtin("dup2(fd, fd2, inheritable=True)", func(fd, other, inheritable any) any {
		flags := 0
		if !py.Truth(inheritable) {
			flags = syscall.O_CLOEXEC
		}
		if fdNumber(fd) == fdNumber(other) {
			return fdNumber(other)
		}
		if fdNumber(other) == 1 {
			py.FlushStdout()
		}
		fail(syscall.Dup3(fdNumber(fd), fdNumber(other), flags))
		return fdNumber(other)
	})
	m.Builtin("pipe2(flags, /)", func(flags any) any {
		var ends [2]int
		fail(syscall.Pipe2(ends[:], fdNumber(flags)))
		return py.Tuple{ends[0], ends[1]}
	})
	m.Builtin("pread(fd, length, offset, /)", func(fd, length, offset any) any {
		data := make([]byte, max(0, py.As[int](length)))
		n, err := syscall.Pread(fdNumber(fd), data, int64(py.As[int](offset)))
		fail(err)
		return py.Bytes(data[:n])
	})
	m.Builtin("pwrite(fd, buffer, offset, /)", func(fd, data, offset any) any {
		n, err := syscall.Pwrite(fdNumber(fd), []byte(py.BytesLike(data)), int64(py.As[int](offset)))
		fail(err)
		return n
	})
	m.Builtin("get_blocking(fd, /)", func(fd any) any {
		return fcntl(fdNumber(fd), syscall.F_GETFL, 0)&syscall.O_NONBLOCK == 0
	})
	m.Builtin("get_inheritable(fd, /)", func(fd any) any {
		return fcntl(fdNumber(fd), syscall.F_GETFD, 0)&syscall.FD_CLOEXEC == 0
	})
	m.Builtin("set_inheritable(fd, inheritable, /)", func(fd, on any) any {
		flags := fcntl(fdNumber(fd), syscall.F_GETFD, 0) | syscall.FD_CLOEXEC
		if py.Truth(on) {
			flags &^= syscall.FD_CLOEXEC
		}
		fcntl(fdNumber(fd), syscall.F_SETFD, flags)
		return nil
	})
	m.Builtin("fdatasync(fd)", func(fd any) any {
		fail(syscall.Fdatasync(fdNumber(fd)))
		return nil
	})
	m.Builtin("sync()", func() any {
		syscall.Sync()
		return nil
	})
	m.Builtin("fchmod(fd, mode)", func(fd, mode any) any {
		fail(syscall.Fchmod(fdNumber(fd), uint32(py.As[int](mode))))
		return nil
	})
	m.Builtin("fchdir(fd)", func(fd any) any {
		fail(syscall.Fchdir(fdNumber(fd)))
		return nil
	})
	m.Builtin("closerange(fd_low, fd_high, /)", func(low, high any) any {
		for fd := max(0, fdNumber(low)); fd < min(fdNumber(high), 1<<20); fd++ {
			_ = syscall.Close(fd)
		}
		return nil
	})
	m.Builtin("sendfile(out_fd, in_fd, offset, count)", func(out, in, offset, count any) any {
		var at *int64
		if offset != nil {
			n := int64(py.As[int](offset))
			at = &n
		}
		var n int
		var err error
		py.Blocking(func() { n, err = syscall.Sendfile(fdNumber(out), fdNumber(in), at, py.As[int](count)) })
		fail(err)
		return n
	})
	m.Func("get_terminal_size(fd=1, /)", func(fd any) any {
		var size struct{ rows, columns, width, height uint16 }
		_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fdNumber(fd)), syscall.TIOCGWINSZ, uintptr(unsafe.Pointer(&size)))
		runtime.KeepAlive(&size)
		if errno != 0 {
			fail(errno)
		}
		return py.Call(terminalSize, int(size.columns), int(size.rows))
	})
}

func fcntl(fd, command, argument int) int {
	n, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), uintptr(command), uintptr(argument))
	if errno != 0 {
		fail(errno)
	}
	return int(n)
}
