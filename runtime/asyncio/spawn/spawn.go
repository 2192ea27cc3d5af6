// Package spawn starts child processes for asyncio and for the module
// subprocess.
package spawn

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The special values of stdin, stdout and stderr.
const (
	Pipe    = -1
	Stdout  = -2
	DevNull = -3
)

// Command says what to start. Stdin, Stdout and Stderr are None, a special
// value, a file descriptor or an object with fileno().
type Command struct {
	Args                  []string
	Executable            string
	Dir                   string
	Env                   []string // nil inherits the environment
	Stdin, Stdout, Stderr any
	NewSession            bool
}

// Child is a process that was started. The parent's ends of its pipes are nil
// where there is none.
type Child struct {
	Process               *os.Process
	Stdin, Stdout, Stderr *os.File
}

// Start starts a child process. It returns OSErrors as subprocess.Popen does.
func Start(c Command) (*Child, error) {
	if len(c.Args) == 0 {
		return nil, py.NewValueError("args must not be empty")
	}
	path, err := lookPath(c)
	if err != nil {
		return nil, err
	}
	py.SettleFiles("")
	child := &Child{}
	var toClose []*os.File
	defer func() {
		for _, f := range toClose {
			_ = f.Close()
		}
	}()
	var files [3]*os.File
	inherited := [3]*os.File{os.Stdin, os.Stdout, os.Stderr}
	for i, side := range []struct {
		value any
		end   **os.File
	}{{c.Stdin, &child.Stdin}, {c.Stdout, &child.Stdout}, {c.Stderr, &child.Stderr}} {
		f, own, err := openSide(i, side.value, side.end, inherited[i], files[1])
		if err != nil {
			child.closePipes()
			return nil, err
		}
		if own {
			toClose = append(toClose, f)
		}
		files[i] = f
	}
	attr := &os.ProcAttr{Dir: c.Dir, Env: c.Env, Files: files[:], Sys: &syscall.SysProcAttr{Setsid: c.NewSession}}
	if attr.Env == nil {
		attr.Env = os.Environ()
	}
	child.Process, err = os.StartProcess(path, c.Args, attr)
	if err != nil {
		child.closePipes()
		return nil, startError(err, c)
	}
	return child, nil
}

func (c *Child) closePipes() {
	for _, f := range []*os.File{c.Stdin, c.Stdout, c.Stderr} {
		if f != nil {
			_ = f.Close()
		}
	}
}

// openSide opens the child's end of one of its standard streams. own tells
// whether the parent has to close it after the start.
func openSide(i int, value any, end **os.File, inherited, stdout *os.File) (f *os.File, own bool, err error) {
	number, isNumber := py.Payload(value).(int)
	switch {
	case value == nil:
		return inherited, false, nil
	case isNumber && number == Pipe:
		var ends [2]int
		if err := syscall.Pipe2(ends[:], syscall.O_CLOEXEC); err != nil {
			return nil, false, py.AsException(os.NewSyscallError("pipe", err))
		}
		read, write := os.NewFile(uintptr(ends[0]), "|0"), os.NewFile(uintptr(ends[1]), "|1")
		if i == 0 {
			*end = write
			return read, true, nil
		}
		*end = read
		return write, true, nil
	case isNumber && number == DevNull:
		f, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
		return f, true, err
	case isNumber && number == Stdout && i == 2:
		return stdout, false, nil
	case isNumber && number >= 0:
		return duplicate(number)
	}
	if py.HasAttr(value, "flush") {
		py.CallMethod(value, "flush")
	}
	fd, ok := py.CallMethod(value, "fileno").(int)
	if !ok {
		return nil, false, py.NewValueError("fileno() returned no file descriptor")
	}
	return duplicate(fd)
}

func duplicate(fd int) (*os.File, bool, error) {
	copied, err := syscall.Dup(fd)
	if err != nil {
		return nil, false, py.AsException(err)
	}
	syscall.CloseOnExec(copied)
	return os.NewFile(uintptr(copied), "fd"), true, nil
}

func lookPath(c Command) (string, error) {
	name := c.Executable
	if name == "" {
		name = c.Args[0]
	}
	if strings.Contains(name, "/") {
		return name, nil
	}
	path, err := exec.LookPath(name)
	if err != nil && !errors.Is(err, exec.ErrDot) {
		if errors.Is(err, os.ErrPermission) {
			return "", py.NewErrno(syscall.EACCES, name)
		}
		return "", py.NewErrno(syscall.ENOENT, name)
	}
	return path, nil
}

// startError is the OSError of a failed start: it names the program, or the
// directory if that is what is missing.
func startError(err error, c Command) error {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		return py.AsException(err)
	}
	if c.Dir != "" {
		if _, missing := os.Stat(c.Dir); missing != nil {
			return py.NewErrno(errno, c.Dir)
		}
	}
	name := c.Executable
	if name == "" {
		name = c.Args[0]
	}
	return py.NewErrno(errno, name)
}

// Wait waits for the end of the child and returns its return code: the negative
// number of the signal that killed it, or its exit status. It must be called
// without the interpreter lock.
func (c *Child) Wait() int {
	state, err := c.Process.Wait()
	if err != nil {
		return 255
	}
	status, ok := state.Sys().(syscall.WaitStatus)
	if !ok {
		return state.ExitCode()
	}
	if status.Signaled() {
		return -int(status.Signal())
	}
	return status.ExitStatus()
}

// Signal sends a signal; a child that has ended already is left alone.
func (c *Child) Signal(number int) error {
	err := c.Process.Signal(syscall.Signal(number))
	if errors.Is(err, os.ErrProcessDone) {
		return nil
	}
	return err
}

// Text converts an argument of a command: str, bytes or path-like.
func Text(arg any) string {
	switch a := py.Payload(arg).(type) {
	case string:
		return a
	case py.Bytes:
		return string(a)
	}
	if py.HasAttr(arg, "__fspath__") {
		return Text(py.CallMethod(arg, "__fspath__"))
	}
	py.Raise(py.NewTypeError("expected str, bytes or os.PathLike object, not " + py.TypeOf(arg).Name()))
	return ""
}

// Environment converts the argument env: a mapping, or None.
func Environment(env any) []string {
	if env == nil {
		return nil
	}
	list := []string{}
	for key := range py.Iter(py.CallMethod(env, "keys")) {
		list = append(list, Text(key)+"="+Text(py.GetItem(env, key)))
	}
	return list
}
