// Package pathlib is Python's module pathlib on a POSIX system.
package pathlib

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
)

// classTable holds the classes of the module.
type classTable struct {
	pure, purePosix, path, posix *py.Class
}

// classes is assigned by init because methods make instances of the classes.
var classes func() *classTable

func init() {
	classes = sync.OnceValue(func() *classTable {
		t := &classTable{}
		class := func(name string, bases []any, body func(*define.Body)) *py.Class {
			return define.Class("pathlib", name, bases, body)
		}
		t.pure = class("PurePath", nil, definePure)
		t.purePosix = class("PurePosixPath", []any{t.pure}, nil)
		t.path = class("Path", []any{t.pure}, definePath)
		t.posix = class("PosixPath", []any{t.path, t.purePosix}, nil)
		abc.Register(os.Module().Attr("PathLike").(*py.Class), t.pure)
		return t
	})
}

// Module returns the module pathlib.
var Module = sync.OnceValue(func() *py.Module {
	t := classes()
	m := py.NewModule("pathlib", "")
	for _, c := range []*py.Class{t.pure, t.purePosix, t.path, t.posix} {
		m.Class(c)
	}
	m.Set("UnsupportedOperation", py.NewExceptionClass("pathlib", "UnsupportedOperation", py.NotImplementedError))
	return m
})

// newPath is the __new__ of all classes: the two that stand for any system
// make a path of the system at hand.
func newPath(args []any) any {
	t := classes()
	class := args[0].(*py.Class)
	switch class {
	case t.pure:
		class = t.purePosix
	case t.path:
		class = t.posix
	}
	return py.Call(py.GetAttr(py.ObjectClass, "__new__"), class)
}

// segment is the text of one argument of a path's constructor.
func segment(v any) string {
	switch p := py.Payload(v).(type) {
	case string:
		return p
	case py.Bytes:
	default:
		if _, ok := py.TypeOf(v).Lookup("__fspath__"); ok {
			if s, ok := py.CallMethod(v, "__fspath__").(string); ok {
				return s
			}
		}
	}
	panic(exc.TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, not %s",
		py.Repr(py.TypeOf(v).Name())))
}
