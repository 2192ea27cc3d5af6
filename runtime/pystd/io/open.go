package io

import (
	"errors"
	goio "io"
	"os"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var openFunction = py.BuiltinFunc("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
	func(args []any) any { return open(args) }).Module("_io")

func init() { py.SetOpen(openFunction) }

// Open is open(path, mode) with the other parameters at their defaults. It
// raises OSError and ValueError.
func Open(path any, mode string) any {
	return open([]any{path, mode, -1, nil, nil, nil, true, nil})
}

// OpenText is open(path, mode, encoding=encoding); an empty encoding is the
// default.
func OpenText(path any, mode, encoding string) any {
	if encoding == "" {
		return Open(path, mode)
	}
	return open([]any{path, mode, -1, encoding, nil, nil, true, nil})
}

// fileMode is a checked mode of open.
type fileMode struct {
	action                 byte // r, w, a or x
	updating, binary, text bool
}

func parseMode(mode string) fileMode {
	var m fileMode
	seen := map[rune]bool{}
	actions := 0
	for _, c := range mode {
		if seen[c] || !strings.ContainsRune("rwaxbt+", c) {
			panic(exc.ValueError("invalid mode: %s", py.Repr(mode)))
		}
		seen[c] = true
		switch c {
		case 'r', 'w', 'a', 'x':
			m.action = byte(c)
			actions++
		case '+':
			m.updating = true
		case 'b':
			m.binary = true
		case 't':
			m.text = true
		}
	}
	if m.text && m.binary {
		panic(exc.ValueError("can't have text and binary mode at once"))
	}
	if actions > 1 {
		panic(exc.ValueError("must have exactly one of create/read/write/append mode"))
	}
	if actions == 0 {
		panic(exc.ValueError("Must have exactly one of create/read/write/append mode and at most one plus"))
	}
	return m
}

func (m fileMode) flags() int {
	flags := os.O_RDONLY
	switch m.action {
	case 'w':
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	case 'a':
		flags = os.O_WRONLY | os.O_CREATE | os.O_APPEND
	case 'x':
		flags = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	}
	if m.updating {
		flags = flags&^(os.O_RDONLY|os.O_WRONLY) | os.O_RDWR
	}
	return flags | syscall.O_CLOEXEC
}

// rawMode is the mode attribute of the file without its buffer.
func (m fileMode) rawMode() string {
	if m.action == 'r' && m.updating || m.action == 'w' && m.updating {
		return "rb+"
	}
	mode := string(m.action) + "b"
	if m.updating {
		mode += "+"
	}
	return mode
}

// open is the builtin open.
func open(args []any) any {
	file, buffering := args[0], py.As[int](args[2])
	modeText, ok := py.Payload(args[1]).(string)
	if !ok {
		panic(exc.TypeError("open() argument 'mode' must be str, not %s", py.TypeOf(args[1]).Name()))
	}
	encoding, errorMode, newline := args[3], args[4], args[5]
	m := parseMode(modeText)
	if m.binary {
		for i, name := range []string{"an encoding", "an errors", "a newline"} {
			if args[3+i] != nil {
				panic(exc.ValueError("binary mode doesn't take %s argument", name))
			}
		}
	}
	if buffering == 0 && !m.binary {
		panic(exc.ValueError("can't have unbuffered text I/O"))
	}
	checkNewline(newline)
	if s, ok := encoding.(string); ok {
		if _, known := py.NormalizeEncoding(s); !known && s != "locale" {
			panic(exc.LookupError("unknown encoding: %s", s))
		}
	}
	f := openBinary(file, strings.ReplaceAll(strings.ReplaceAll(modeText, "b", ""), "t", ""), py.Truth(args[6]), args[7])
	switch {
	case buffering == 0:
		f.class, f.unbuffered = fileIOClass, true
	case m.updating:
		f.class = randomClass
	case m.action == 'r':
		f.class = readerClass
	default:
		f.class = writerClass
	}
	if m.binary {
		return f
	}
	t := newTextFile(f, encoding, errorMode, newline)
	t.mode = modeText
	t.lineBuffering = buffering == 1
	return t
}

// openBinary opens a path, or adopts a file descriptor. It raises OSError.
func openBinary(file any, mode string, closefd bool, opener any) *binaryFile {
	writeWaiting()
	if _, isPath := py.TypeOf(file).Lookup("__fspath__"); isPath {
		file = py.CallMethod(file, "__fspath__")
	}
	m := parseMode(mode)
	f := &binaryFile{name: file, mode: m.rawMode(), closefd: closefd}
	f.canRead = m.action == 'r' || m.updating
	f.canWrite = m.action != 'r' || m.updating
	f.appending = m.action == 'a'
	switch p := py.Payload(file).(type) {
	case int:
		if p < 0 {
			panic(exc.ValueError("negative file descriptor"))
		}
		var status syscall.Stat_t
		if err := syscall.Fstat(p, &status); err != nil {
			panic(py.NewErrno(err.(syscall.Errno), file))
		}
		if status.Mode&syscall.S_IFMT == syscall.S_IFDIR {
			panic(py.NewErrno(syscall.EISDIR, file))
		}
		f.attach(descriptorDevice(p))
		return f
	case bool:
		panic(exc.TypeError("expected str, bytes or os.PathLike object, not bool"))
	}
	if opener != nil {
		f.attach(descriptorDevice(py.As[int](py.Call(opener, file, m.flags()))))
		return f
	}
	path := pathText(file)
	opened, err := os.OpenFile(path, m.flags(), 0o666)
	if err == nil {
		if info, statErr := opened.Stat(); statErr == nil && info.IsDir() {
			_ = opened.Close()
			panic(py.NewErrno(syscall.EISDIR, file))
		}
		f.attach(systemDevice{opened})
		return f
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		panic(py.NewErrno(errno, file))
	}
	panic(py.AsException(err))
}

// attach gives f the device that was opened for it. A file that is opened to be
// appended to is at its end, if it has one.
func (f *binaryFile) attach(d Device) {
	f.device = d
	if f.appending {
		_, _ = d.Seek(0, goio.SeekEnd)
	}
}

// pathText is the path that a str, bytes or path object names.
func pathText(file any) string {
	if _, ok := py.TypeOf(file).Lookup("__fspath__"); ok {
		file = py.CallMethod(file, "__fspath__")
	}
	switch p := py.Payload(file).(type) {
	case string:
		if strings.ContainsRune(p, 0) {
			panic(exc.ValueError("embedded null byte"))
		}
		return p
	case py.Bytes:
		return string(p)
	}
	panic(exc.TypeError("expected str, bytes or os.PathLike object, not %s", py.TypeOf(file).Name()))
}
