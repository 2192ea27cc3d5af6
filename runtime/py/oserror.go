package py

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"syscall"
)

// errnoClasses are the subclasses of OSError that stand for an errno.
var errnoClasses = map[syscall.Errno]**Class{
	syscall.EAGAIN:       &BlockingIOError,
	syscall.EALREADY:     &BlockingIOError,
	syscall.EINPROGRESS:  &BlockingIOError,
	syscall.EPIPE:        &BrokenPipeError,
	syscall.ESHUTDOWN:    &BrokenPipeError,
	syscall.ECHILD:       &ChildProcessError,
	syscall.ECONNABORTED: &ConnectionAbortedError,
	syscall.ECONNREFUSED: &ConnectionRefusedError,
	syscall.ECONNRESET:   &ConnectionResetError,
	syscall.EEXIST:       &FileExistsError,
	syscall.ENOENT:       &FileNotFoundError,
	syscall.EISDIR:       &IsADirectoryError,
	syscall.ENOTDIR:      &NotADirectoryError,
	syscall.EINTR:        &InterruptedError,
	syscall.EACCES:       &PermissionError,
	syscall.EPERM:        &PermissionError,
	syscall.ESRCH:        &ProcessLookupError,
	syscall.ETIMEDOUT:    &TimeoutError,
}

// osErrorClass is the class that OSError(errno, ...) makes an instance of.
func osErrorClass(cls *Class, args Tuple) *Class {
	if cls != OSError || len(args) < 2 || len(args) > 5 {
		return cls
	}
	if n, ok := args[0].(int); ok && n >= 0 {
		if c, ok := errnoClasses[syscall.Errno(n)]; ok {
			return *c
		}
	}
	return cls
}

// initOSError takes errno, strerror and the file names from the arguments;
// args keeps only the first two.
func initOSError(e *Exception) {
	for _, name := range []string{"errno", "strerror", "filename", "filename2"} {
		e.fields.set(name, nil)
	}
	if len(e.Args) < 2 || len(e.Args) > 5 {
		return
	}
	e.Class = osErrorClass(e.Class, e.Args)
	e.fields.set("errno", e.Args[0])
	e.fields.set("strerror", e.Args[1])
	if len(e.Args) > 2 && e.Args[2] != nil {
		e.fields.set("filename", e.Args[2])
		if len(e.Args) > 4 && e.Args[4] != nil {
			e.fields.set("filename2", e.Args[4])
		}
		e.Args = e.Args[:2:2]
	}
}

func osErrorText(e *Exception) (string, bool) {
	errno, _ := e.fields.get("errno")
	strerror, _ := e.fields.get("strerror")
	filename, _ := e.fields.get("filename")
	filename2, _ := e.fields.get("filename2")
	switch {
	case filename != nil && filename2 != nil:
		return "[Errno " + Str(errno) + "] " + Str(strerror) + ": " + Repr(filename) + " -> " + Repr(filename2), true
	case filename != nil:
		return "[Errno " + Str(errno) + "] " + Str(strerror) + ": " + Repr(filename), true
	case errno != nil && strerror != nil:
		return "[Errno " + Str(errno) + "] " + Str(strerror), true
	}
	return "", false
}

// NewErrno makes the OSError of an errno, with the text of the system and the
// file names it is about.
func NewErrno(errno syscall.Errno, filenames ...any) *Exception {
	args := []any{int(errno), ErrnoText(errno)}
	switch len(filenames) {
	case 1:
		args = append(args, filenames[0])
	case 2:
		args = append(args, filenames[0], nil, filenames[1])
	}
	return NewOSError(args...)
}

// ErrnoText is os.strerror(errno).
func ErrnoText(errno syscall.Errno) string {
	text := errno.Error()
	if text == "" {
		return "Unknown error " + Str(int(errno))
	}
	return string(text[0]-lowerOffset(text)) + text[1:]
}

// lowerOffset is what makes the first letter of a text a capital.
func lowerOffset(text string) byte {
	if 'a' <= text[0] && text[0] <= 'z' {
		return 'a' - 'A'
	}
	return 0
}

// goError gives the Python exception for an error of Go's library.
func goError(err error) BaseException {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		var path *fs.PathError
		var link *os.LinkError
		switch {
		case errors.As(err, &link):
			return NewErrno(errno, link.Old, link.New)
		case errors.As(err, &path):
			return NewErrno(errno, path.Path)
		}
		return NewErrno(errno)
	}
	var timeout net.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return NewTimeoutError(err.Error())
	case errors.As(err, &timeout) && timeout.Timeout():
		return NewTimeoutError(err.Error())
	case errors.Is(err, fs.ErrNotExist):
		return NewErrno(syscall.ENOENT)
	case errors.Is(err, fs.ErrExist):
		return NewErrno(syscall.EEXIST)
	case errors.Is(err, fs.ErrPermission):
		return NewErrno(syscall.EACCES)
	}
	return &Exception{Class: ExceptionClass, Args: Tuple{err.Error()}}
}
