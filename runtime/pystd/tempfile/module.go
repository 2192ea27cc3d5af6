// Package tempfile is Python's module tempfile.
package tempfile

import (
	"crypto/rand"
	goos "os"
	"sync"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	_ "github.com/pyasync2go/pyasync2go/runtime/pystd/io" // the builtin open
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// Module returns the module tempfile.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("tempfile", "Temporary files.")
	m.Set("tempdir", nil)
	m.Set("template", "tmp")
	m.Set("TMP_MAX", 10000)
	m.Func("gettempdir()", func() any { return directory(nil) })
	m.Func("gettempprefix()", func() any { return "tmp" })
	m.Func("mkdtemp(suffix=None, prefix=None, dir=None)", makeDirectory)
	m.Func("mkstemp(suffix=None, prefix=None, dir=None, text=False)", func(suffix, prefix, dir, _ any) any {
		fd, path := makeFile(suffix, prefix, dir)
		return py.Tuple{fd, path}
	})
	m.Func("mktemp(suffix='', prefix='tmp', dir=None)", func(suffix, prefix, dir any) any {
		return candidate(suffix, prefix, dir)
	})
	m.Class(temporaryDirectory())
	m.Func("NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True)",
		func(a []any) any { return namedFile(a) })
	unnamed := func(a []any) any {
		fd, path := makeFile(a[4], a[5], a[6])
		ospath.Fail(syscall.Unlink(path))
		return py.Call(py.Builtin("open"), fd, a[0], a[1], a[2], a[7], a[3])
	}
	m.Func("TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None)", unnamed)
	m.Func("SpooledTemporaryFile(max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None)",
		func(a []any) any { return unnamed(a[1:]) })
	return m
})

// directory is the directory for temporary files.
func directory(dir any) string {
	if dir != nil {
		return ospath.Abs(ospath.Text(dir))
	}
	for _, name := range []string{"TMPDIR", "TEMP", "TMP"} {
		if d := goos.Getenv(name); d != "" {
			if info, err := goos.Stat(d); err == nil && info.IsDir() {
				return ospath.Abs(d)
			}
		}
	}
	return "/tmp"
}

const nameLetters = "abcdefghijklmnopqrstuvwxyz0123456789_"

// candidate is a path that most likely no file has.
func candidate(suffix, prefix, dir any) string {
	letters := make([]byte, 8)
	_, err := rand.Read(letters)
	py.Check(err)
	for i, c := range letters {
		letters[i] = nameLetters[int(c)%len(nameLetters)]
	}
	start, end := "tmp", ""
	if prefix != nil {
		start = ospath.Text(prefix)
	}
	if suffix != nil {
		end = ospath.Text(suffix)
	}
	return ospath.Join(directory(dir), start+string(letters)+end)
}

func makeDirectory(suffix, prefix, dir any) any {
	for {
		path := candidate(suffix, prefix, dir)
		err := syscall.Mkdir(path, 0o700)
		if err == syscall.EEXIST {
			continue
		}
		ospath.Fail(err, path)
		return path
	}
}

func makeFile(suffix, prefix, dir any) (fd int, path string) {
	for {
		path := candidate(suffix, prefix, dir)
		fd, err := syscall.Open(path, syscall.O_RDWR|syscall.O_CREAT|syscall.O_EXCL|syscall.O_CLOEXEC, 0o600)
		if err == syscall.EEXIST {
			continue
		}
		ospath.Fail(err, path)
		return fd, path
	}
}

// temporaryDirectory returns the class TemporaryDirectory.
var temporaryDirectory = sync.OnceValue(func() *py.Class {
	return define.Class("tempfile", "TemporaryDirectory", nil, func(b *define.Body) {
		b.Subscriptable()
		b.Method("__init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True)",
			func(self, suffix, prefix, dir, _, remove any) any {
				path := makeDirectory(suffix, prefix, dir)
				py.SetAttr(self, "name", path)
				py.SetAttr(self, "_delete", remove)
				if py.Truth(remove) {
					py.AtExit(func() { _ = goos.RemoveAll(path.(string)) })
				}
				return nil
			})
		b.Method("__enter__(self)", func(self any) any { return py.GetAttr(self, "name") })
		b.Method("__exit__(self, exc, value, tb)", func(self, _, _, _ any) any {
			if py.Truth(py.GetAttr(self, "_delete")) {
				py.CallMethod(self, "cleanup")
			}
			return nil
		})
		b.Method("cleanup(self)", func(self any) any {
			ospath.Fail(goos.RemoveAll(py.Str(py.GetAttr(self, "name"))))
			return nil
		})
		b.Method("__repr__(self)", func(self any) any {
			return "<TemporaryDirectory " + py.Repr(py.GetAttr(self, "name")) + ">"
		})
	})
})

// temporaryFileClass returns the class of named temporary files: a file with
// its methods, and a name under which it is deleted.
var temporaryFileClass = sync.OnceValue(func() *py.Class {
	return define.Class("tempfile", "_TemporaryFileWrapper", nil, func(b *define.Body) {
		file := func(self any) any { return py.GetAttr(self, "file") }
		b.Method("__getattr__(self, name)", func(self, name any) any { return py.GetAttr(file(self), name.(string)) })
		b.Method("__enter__(self)", func(self any) any { return self })
		b.Method("__exit__(self, exc, value, tb)", func(self, _, _, _ any) any {
			py.CallMethod(self, "close")
			if py.Truth(py.GetAttr(self, "_delete")) {
				_ = syscall.Unlink(py.Str(py.GetAttr(self, "name")))
			}
			return nil
		})
		b.Method("__iter__(self)", func(self any) any { return py.GetIter(file(self)) })
		b.Method("close(self)", func(self any) any {
			py.CallMethod(file(self), "close")
			if py.Truth(py.GetAttr(self, "delete")) {
				_ = syscall.Unlink(py.Str(py.GetAttr(self, "name")))
			}
			return nil
		})
	})
})

func namedFile(a []any) any {
	fd, path := makeFile(a[4], a[5], a[6])
	wrapper := py.Call(temporaryFileClass())
	py.SetAttr(wrapper, "file", py.Call(py.Builtin("open"), fd, a[0], a[1], a[2], a[8], a[3]))
	py.SetAttr(wrapper, "name", path)
	py.SetAttr(wrapper, "_delete", a[7])
	py.SetAttr(wrapper, "delete", py.Truth(a[7]) && py.Truth(a[9]))
	if py.Truth(a[7]) {
		py.AtExit(func() { _ = syscall.Unlink(path) })
	}
	return wrapper
}
