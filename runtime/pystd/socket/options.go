package socket

import (
	"syscall"
	"unsafe"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// setOption is setsockopt: value is an int, bytes, or None with a length.
func setOption(self, level, name, value, length any) any {
	fd := of(self).fd
	switch {
	case length != nil && value == nil:
		_, _, errno := syscall.Syscall6(syscall.SYS_SETSOCKOPT, uintptr(fd), uintptr(integer(level)), uintptr(integer(name)),
			0, uintptr(integer(length)), 0)
		if errno != 0 {
			check(errno)
		}
	case py.HasAttr(value, "__index__"):
		check(syscall.SetsockoptInt(fd, integer(level), integer(name), integer(value)))
	default:
		check(syscall.SetsockoptString(fd, integer(level), integer(name), py.BytesLike(value)))
	}
	return nil
}

// getOption is getsockopt: an int, or bytes if a length is given.
func getOption(self, level, name, length any) any {
	fd, size := of(self).fd, integer(length)
	if size == 0 {
		v, err := syscall.GetsockoptInt(fd, integer(level), integer(name))
		check(err)
		return v
	}
	if size < 0 || size > 1024 {
		panic(py.NewOSError("getsockopt buflen out of range"))
	}
	buffer, got := make([]byte, size), uint32(size)
	_, _, errno := syscall.Syscall6(syscall.SYS_GETSOCKOPT, uintptr(fd), uintptr(integer(level)), uintptr(integer(name)),
		uintptr(unsafe.Pointer(&buffer[0])), uintptr(unsafe.Pointer(&got)), 0)
	if errno != 0 {
		check(errno)
	}
	return py.Bytes(buffer[:got])
}

// controlMessage is one item of ancillary data as the system has it.
func controlMessage(level, kind int, data string) []byte {
	message := make([]byte, syscall.CmsgSpace(len(data)))
	header := (*syscall.Cmsghdr)(unsafe.Pointer(&message[0]))
	header.Level, header.Type = int32(level), int32(kind)
	header.SetLen(syscall.CmsgLen(len(data)))
	copy(message[syscall.CmsgLen(0):], data)
	return message
}

func descriptorFlags(fd int) int {
	flags, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_GETFD, 0)
	if errno != 0 {
		check(errno)
	}
	return int(flags)
}

func inheritable(fd int) bool { return descriptorFlags(fd)&syscall.FD_CLOEXEC == 0 }

func setInheritable(fd int, on bool) {
	flags := descriptorFlags(fd) | syscall.FD_CLOEXEC
	if on {
		flags &^= syscall.FD_CLOEXEC
	}
	if _, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_SETFD, uintptr(flags)); errno != 0 {
		check(errno)
	}
}

// duplicate is dup(fd); the copy is not inheritable.
func duplicate(fd int) int {
	if fd < 0 {
		check(syscall.EBADF)
	}
	n, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_DUPFD_CLOEXEC, 0)
	if errno != 0 {
		check(errno)
	}
	return int(n)
}

// word16 and word32 are arguments of htons and its kin.
func word16(v any, name string) uint16 {
	n := py.Payload(py.Index(v))
	i, ok := n.(int)
	if ok && i < 0 {
		panic(exc.OverflowError("%s: can't convert negative Python int to C 16-bit unsigned integer", name))
	}
	if !ok || i > 0xffff {
		panic(exc.OverflowError("%s: Python int too large to convert to C 16-bit unsigned integer", name))
	}
	return uint16(i)
}

func word32(v any) uint32 {
	n := py.Payload(py.Index(v))
	i, ok := n.(int)
	if ok && i < 0 {
		panic(exc.OverflowError("can't convert negative value to unsigned int"))
	}
	if !ok || i > 0xffffffff {
		panic(exc.OverflowError("int larger than 32 bits"))
	}
	return uint32(i)
}
