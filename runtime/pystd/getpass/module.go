// Package getpass is Python's module getpass: the user's name, and passwords
// read without showing them.
// https://docs.python.org/3.13/library/getpass.html
package getpass

import (
	"bufio"
	"os"
	"os/user"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var warningClass = define.Class("getpass", "GetPassWarning", []any{py.Builtin("UserWarning")}, nil)

// userName is getuser(): the name in the environment or that of the process. It
// raises OSError.
func userName() any {
	for _, name := range []string{"LOGNAME", "USER", "LNAME", "USERNAME"} {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	u, err := user.Current()
	if err != nil {
		py.Raise(py.Call(py.OSError, "No username set in the environment"))
	}
	return u.Username
}

// password is getpass(prompt, stream): from the terminal without echo or, where
// there is none, from standard input.
func password(prompt, stream any) any {
	tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err != nil {
		return unhidden(prompt, stream)
	}
	defer tty.Close()
	restore, err := hideInput(int(tty.Fd()))
	if err != nil {
		return unhidden(prompt, stream)
	}
	defer restore()
	ask := func(text string) { _, _ = tty.WriteString(text) }
	if stream != nil {
		ask = func(text string) {
			py.CallMethod(stream, "write", text)
			py.CallMethod(stream, "flush")
		}
	}
	ask(py.Str(prompt))
	line, err := bufio.NewReader(tty).ReadString('\n')
	ask("\n")
	if err != nil && line == "" {
		py.Raise(py.NewEOFError())
	}
	return strings.TrimSuffix(line, "\n")
}

// unhidden reads a password from standard input with a warning.
func unhidden(prompt, stream any) any {
	streams := sys.Module()
	if stream == nil {
		stream = streams.Attr("stderr")
	}
	py.CallMethod(stream, "write", "Warning: Password input may be echoed.\n")
	py.CallMethod(stream, "write", py.Str(prompt))
	py.CallMethod(stream, "flush")
	line := py.As[string](py.CallMethod(streams.Attr("stdin"), "readline"))
	if line == "" {
		py.Raise(py.NewEOFError())
	}
	return strings.TrimSuffix(line, "\n")
}

// Module is the module getpass.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("getpass", "Utilities to get a password and/or the current user name.")
	m.Class(warningClass)
	m.Func("getuser()", userName)
	m.Func("getpass(prompt='Password: ', stream=None)", password)
	return m
})
