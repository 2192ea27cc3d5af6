// Package sys is Python's module sys.
// https://docs.python.org/3.13/library/sys.html
package sys

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// MaxSize is sys.maxsize.
const MaxSize = math.MaxInt

// Argv is sys.argv: the program's name and its arguments.
var Argv = sync.OnceValue(func() *py.List[any] {
	list := py.ListOf[any]()
	for _, arg := range os.Args {
		list.Append(arg)
	}
	return list
})

// Exit is sys.exit: it raises SystemExit with the given status, which may be
// nil, a number or a text for standard error.
func Exit(status any) {
	if status == nil {
		py.Raise(py.NewSystemExit())
	}
	if args, ok := status.(py.Tuple); ok {
		py.Raise(py.NewSystemExit(args...))
	}
	py.Raise(py.NewSystemExit(status))
}

// platform is sys.platform.
func platform() string {
	if runtime.GOOS == "windows" {
		return "win32"
	}
	return runtime.GOOS
}

// Module is the module sys.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("sys", "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.")
	addFacts(m)
	addFunctions(m)
	addHooks(m)
	addStreams(m)
	return m
})

func addFacts(m *py.Module) {
	m.Lazy("argv", func() any { return Argv() })
	m.Lazy("orig_argv", func() any { return Argv().Copy() })
	m.Set("maxsize", MaxSize).Set("maxunicode", 0x10ffff)
	m.Set("platform", platform()).Set("byteorder", "little")
	m.Set("hexversion", 0x030d00f0).Set("api_version", 1013).Set("copyright", "Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.")
	m.Set("version_info", versionInfo).Set("float_info", floatInfo).Set("int_info", intInfo)
	m.Set("hash_info", hashInfo).Set("flags", flags)
	m.Lazy("executable", func() any { return executable() })
	m.Set("implementation", py.CallKw(py.NewClass("SimpleNamespace", nil, nil, func(*py.Namespace) {}), nil, nil))
	implementation := m.Attr("implementation")
	py.SetAttr(implementation, "name", "cpython")
	py.SetAttr(implementation, "version", versionInfo)
	py.SetAttr(implementation, "cache_tag", "cpython-313")
	m.Set("version", "3.13.0 (main, Oct  7 2024, 00:00:00) [GCC 12.2.0]")
	for _, name := range []string{"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"} {
		m.Set(name, "/usr/local")
	}
	m.Set("platlibdir", "lib").Set("pycache_prefix", nil).Set("float_repr_style", "short")
	m.Set("path", py.ListOf[any]())
	m.Set("warnoptions", py.ListOf[any]()).Set("dont_write_bytecode", false)
}

// executable is sys.executable, which programs start to run other Python code: the
// interpreter that is installed, "" if there is none. It is never the program
// itself, which would take the code for its own arguments.
func executable() string {
	for _, name := range []string{"/usr/local/bin/python3.13", "python3.13", "python3"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		if path, err = filepath.Abs(path); err == nil {
			return path
		}
	}
	return ""
}

func addFunctions(m *py.Module) {
	m.Builtin("exit(status=None, /)", func(status any) any {
		Exit(status)
		return nil
	})
	m.Builtin("getsizeof(object, default=None)", func(o, _ any) any { return sizeOf(o) })
	m.Builtin("getrecursionlimit()", func() any { return py.RecursionLimit() })
	m.Builtin("setrecursionlimit(limit, /)", func(limit any) any {
		n := number.Int(limit)
		if n < 1 {
			panic(exc.ValueError("recursion limit must be greater or equal than 1"))
		}
		py.SetRecursionLimit(n)
		return nil
	})
	m.Builtin("get_int_max_str_digits()", func() any { return py.IntMaxStrDigits() })
	m.Builtin("set_int_max_str_digits(maxdigits)", func(digits any) any {
		n := number.Int(digits)
		if n != 0 && n < 640 {
			panic(exc.ValueError("maxdigits must be 0 or larger than 640"))
		}
		py.SetIntMaxStrDigits(n)
		return nil
	})
	m.Builtin("intern(string, /)", func(text any) any {
		if _, ok := text.(string); !ok {
			panic(exc.TypeError("intern() argument must be str, not %s", py.TypeOf(text).Name()))
		}
		return text
	})
	m.Builtin("exception()", func() any {
		if e := py.HandledException(); e != nil {
			return e
		}
		return nil
	})
	m.Builtin("exc_info()", func() any {
		e := py.HandledException()
		if e == nil {
			return py.Tuple{nil, nil, nil}
		}
		return py.Tuple{py.TypeOf(e), e, py.GetAttr(e, "__traceback__")}
	})
	interval := 0.005
	m.Builtin("getswitchinterval()", func() any { return interval })
	m.Builtin("setswitchinterval(interval, /)", func(seconds any) any {
		s := number.Real(seconds)
		if s <= 0 {
			panic(exc.ValueError("switch interval must be strictly positive"))
		}
		interval = s
		return nil
	})
	m.Builtin("getdefaultencoding()", func() any { return "utf-8" })
	m.Builtin("getfilesystemencoding()", func() any { return "utf-8" })
	m.Builtin("getfilesystemencodeerrors()", func() any { return "surrogateescape" })
	m.Builtin("is_finalizing()", func() any { return false })
	m.Builtin("gettrace()", func() any { return nil })
	m.Builtin("getprofile()", func() any { return nil })
	m.Builtin("is_stack_trampoline_active()", func() any { return false })
	m.Builtin("_is_gil_enabled()", func() any { return true })
}

// addHooks adds the functions that show values and exceptions.
func addHooks(m *py.Module) {
	show := func(_, value, _ any) any {
		if e, ok := value.(py.BaseException); ok {
			py.PrintException(e)
		}
		return nil
	}
	m.Builtin("excepthook(exctype, value, traceback, /)", show)
	m.Set("__excepthook__", m.Attr("excepthook"))
	m.Builtin("displayhook(object, /)", func(value any) any {
		if value != nil {
			py.Print(py.Repr(value))
		}
		return nil
	})
	m.Set("__displayhook__", m.Attr("displayhook"))
}
