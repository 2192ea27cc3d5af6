package argparse

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

// A fileType opens the files that arguments name: argparse.FileType.
type fileType struct {
	mode, buffering, encoding, errors any
}

var fileTypeClass *py.Class

func init() { fileTypeClass = py.NewNativeClass("argparse", "FileType", nil, defineFileType) }

// PyClass is FileType.
func (*fileType) PyClass() *py.Class { return fileTypeClass }

// open opens the file of a name; "-" is the standard input or output.
func (t *fileType) open(name any) any {
	mode := py.As[string](t.mode)
	if py.Equal(name, "-") {
		stream := ""
		switch {
		case strings.Contains(mode, "r"):
			stream = "stdin"
		case strings.ContainsAny(mode, "wax"):
			stream = "stdout"
		default:
			panic(exc.ValueError("argument \"-\" with mode %s", py.Repr(mode)))
		}
		file := sys.Module().Attr(stream)
		if strings.Contains(mode, "b") {
			return py.GetAttr(file, "buffer")
		}
		return file
	}
	var file any
	err := py.Try(func() error {
		file = py.Call(py.Builtin("open"), name, t.mode, t.buffering, t.encoding, t.errors)
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.OSError) {
			panic(err)
		}
		panic(py.NewException(argumentTypeError, "can't open '"+py.Str(name)+"': "+py.Str(py.AsException(err))))
	}
	return file
}

func defineFileType(d *py.Definition) {
	of := py.PayloadAs[*fileType]
	d.New("__new__(mode='r', bufsize=-1, encoding=None, errors=None)", func(mode, buffering, encoding, errors any) any {
		return &fileType{mode, buffering, encoding, errors}
	})
	d.Method("__call__(self, string)", func(self, name any) any { return of(self).open(name) })
	d.Method("__repr__(self)", func(self any) any {
		t := of(self)
		parts := []string{py.Repr(t.mode)}
		if !py.Equal(t.buffering, -1) {
			parts = append(parts, py.Repr(t.buffering))
		}
		if t.encoding != nil {
			parts = append(parts, "encoding="+py.Repr(t.encoding))
		}
		if t.errors != nil {
			parts = append(parts, "errors="+py.Repr(t.errors))
		}
		return py.TypeOf(self).Name() + "(" + strings.Join(parts, ", ") + ")"
	})
}
