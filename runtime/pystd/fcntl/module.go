// Package fcntl is Python's module fcntl: what can be done to descriptors.
// https://docs.python.org/3.13/library/fcntl.html
package fcntl

import (
	"sync"
	"syscall"
	"unsafe"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/selects"
)

// most is how many bytes an argument can have.
const most = 1024

// constants are those of Linux.
var constants = map[string]int{
	"DN_ACCESS": 1, "DN_MODIFY": 2, "DN_CREATE": 4, "DN_DELETE": 8, "DN_RENAME": 16, "DN_ATTRIB": 32, "DN_MULTISHOT": 1 << 31,
	"FASYNC": 8192, "FD_CLOEXEC": 1, "F_DUPFD": 0, "F_DUPFD_CLOEXEC": 1030, "F_GETFD": 1, "F_SETFD": 2, "F_GETFL": 3, "F_SETFL": 4,
	"F_GETLK": 5, "F_SETLK": 6, "F_SETLKW": 7, "F_GETLK64": 5, "F_SETLK64": 6, "F_SETLKW64": 7, "F_GETOWN": 9, "F_SETOWN": 8,
	"F_GETSIG": 11, "F_SETSIG": 10, "F_GETLEASE": 1025, "F_SETLEASE": 1024, "F_NOTIFY": 1026, "F_GETPIPE_SZ": 1032, "F_SETPIPE_SZ": 1031,
	"F_RDLCK": 0, "F_WRLCK": 1, "F_UNLCK": 2, "F_EXLCK": 4, "F_SHLCK": 8,
	"LOCK_SH": 1, "LOCK_EX": 2, "LOCK_NB": 4, "LOCK_UN": 8, "LOCK_MAND": 32, "LOCK_READ": 64, "LOCK_WRITE": 128, "LOCK_RW": 192,
}

// control calls fcntl or ioctl. An argument of bytes is a structure that the
// system may change; what it made of it is returned.
func control(call uintptr, file, command, arg any, mutate bool) any {
	fd, cmd := selects.FileDescriptor(file), number(command)
	if n, ok := py.Payload(arg).(int); ok {
		return result(call, fd, cmd, uintptr(n))
	}
	target, writable := arg.(*py.ByteArray)
	var content string
	if s, ok := py.Payload(arg).(string); ok {
		content = s
	} else {
		content = py.BytesLike(arg)
	}
	if len(content) > most {
		panic(exc.ValueError("%s argument 3 is too long", map[uintptr]string{syscall.SYS_FCNTL: "fcntl", syscall.SYS_IOCTL: "ioctl"}[call]))
	}
	buffer := make([]byte, most+1)
	copy(buffer, content)
	n := result(call, fd, cmd, uintptr(unsafe.Pointer(&buffer[0])))
	changed := py.Bytes(buffer[:len(content)])
	if writable && mutate {
		py.SetItem(target, py.NewSlice(nil, nil, nil), changed)
		return n
	}
	return changed
}

// result is what the call gives. It waits without the interpreter lock, as
// commands that lock may take long, and raises OSError.
func result(call uintptr, fd, cmd int, arg uintptr) any {
	for {
		var n uintptr
		var errno syscall.Errno
		py.Blocking(func() { n, _, errno = syscall.Syscall(call, uintptr(fd), uintptr(cmd), arg) })
		switch errno {
		case 0:
			return int(int32(n))
		case syscall.EINTR:
		default:
			py.Raise(py.NewErrno(errno))
		}
	}
}

func number(v any) int { return py.As[int](py.Index(v)) }

func flock(file, operation any) any {
	fd, how := selects.FileDescriptor(file), number(operation)
	for {
		var err error
		py.Blocking(func() { err = syscall.Flock(fd, how) })
		switch err {
		case nil:
			return nil
		case syscall.EINTR:
		default:
			py.Raise(py.NewErrno(err.(syscall.Errno)))
		}
	}
}

// lockf locks a part of a file: length bytes from start, all that follows for 0.
func lockf(file, operation, length, start, whence any) any {
	fd, how := selects.FileDescriptor(file), number(operation)
	lock := syscall.Flock_t{Start: int64(number(start)), Len: int64(number(length)), Whence: int16(number(whence))}
	switch {
	case how&syscall.LOCK_UN != 0:
		lock.Type = syscall.F_UNLCK
	case how&syscall.LOCK_SH != 0:
		lock.Type = syscall.F_RDLCK
	case how&syscall.LOCK_EX != 0:
		lock.Type = syscall.F_WRLCK
	default:
		panic(exc.ValueError("unrecognized lockf argument"))
	}
	command := syscall.F_SETLKW
	if how&syscall.LOCK_NB != 0 {
		command = syscall.F_SETLK
	}
	for {
		var err error
		py.Blocking(func() { err = syscall.FcntlFlock(uintptr(fd), command, &lock) })
		switch err {
		case nil:
			return nil
		case syscall.EINTR:
		default:
			py.Raise(py.NewErrno(err.(syscall.Errno)))
		}
	}
}

// Module is the module fcntl.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("fcntl", "This module performs file control and I/O control on file descriptors.")
	for name, n := range constants {
		m.Set(name, n)
	}
	m.Builtin("fcntl(fd, cmd, arg=0, /)", func(fd, cmd, arg any) any {
		return control(syscall.SYS_FCNTL, fd, cmd, arg, false)
	})
	m.Builtin("ioctl(fd, request, arg=0, mutate_flag=True, /)", func(fd, request, arg, mutate any) any {
		return control(syscall.SYS_IOCTL, fd, request, arg, py.Truth(mutate))
	})
	m.Builtin("flock(fd, operation, /)", flock)
	m.Builtin("lockf(fd, cmd, len=0, start=0, whence=0, /)", lockf)
	return m
})
