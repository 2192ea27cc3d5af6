package os

import (
	goos "os"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// dirEntry is os.DirEntry.
type dirEntry struct {
	name, path string
	entry      goos.DirEntry
}

// PyClass is the class DirEntry.
func (*dirEntry) PyClass() *py.Class { return dirEntryClass }

var dirEntryClass = py.NewNativeClass("posix", "DirEntry", nil, func(d *py.Definition) {
	d.Subscriptable()
	of := func(self any) *dirEntry { return self.(*dirEntry) }
	d.Getter("name", func(self any) any { return of(self).name })
	d.Getter("path", func(self any) any { return of(self).path })
	test := func(name string, holds func(goos.FileMode) bool) {
		d.Method(name+"(self, /, *, follow_symlinks=True)", func(self, follow any) any {
			e := of(self)
			mode := e.entry.Type()
			if mode&goos.ModeSymlink != 0 && py.Truth(follow) {
				info, err := goos.Stat(e.path)
				if err != nil {
					return false
				}
				mode = info.Mode().Type()
			}
			return holds(mode)
		})
	}
	test("is_dir", goos.FileMode.IsDir)
	test("is_file", goos.FileMode.IsRegular)
	d.Method("is_symlink(self, /)", func(self any) any { return of(self).entry.Type()&goos.ModeSymlink != 0 })
	d.Method("stat(self, /, *, follow_symlinks=True)", func(self, follow any) any {
		return Stat(of(self).path, py.Truth(follow))
	})
	d.Method("inode(self, /)", func(self any) any { return py.GetAttr(Stat(of(self).path, false), "st_ino") })
	d.Method("__fspath__(self, /)", func(self any) any { return of(self).path })
	d.Method("__repr__(self, /)", func(self any) any { return "<DirEntry " + py.Repr(of(self).name) + ">" })
})

// scanIterator is what scandir returns: an iterator that is a context manager.
var scanIteratorClass = define.IteratorClass("posix", "ScandirIterator", func(d *py.Definition) {
	d.Method("__enter__(self, /)", func(self any) any { return self })
	d.Method("__exit__(self, /, *args)", func(_, _ any) any { return nil })
	d.Method("close(self, /)", func(any) any { return nil })
})

// entries lists a directory in the order of the system. It raises OSError.
func entries(p any) []*dirEntry {
	directory := path(p)
	f, err := goos.Open(directory)
	fail(err, p)
	defer func() { _ = f.Close() }()
	list, err := f.ReadDir(-1)
	fail(err, p)
	found := make([]*dirEntry, len(list))
	for i, e := range list {
		found[i] = &dirEntry{name: e.Name(), path: ospath.Join(directory, e.Name()), entry: e}
	}
	return found
}

func addDirectories(m *py.Module) {
	m.Builtin("getcwd()", func() any {
		directory, err := syscall.Getwd()
		fail(err)
		return directory
	})
	m.Builtin("chdir(path)", func(p any) any {
		py.StartDirectory()
		fail(syscall.Chdir(path(p)), p)
		return nil
	})
	m.Builtin("mkdir(path, mode=511, *, dir_fd=None)", func(p, mode, _ any) any {
		fail(syscall.Mkdir(path(p), uint32(py.As[int](mode))), p)
		return nil
	})
	m.Func("makedirs(name, mode=511, exist_ok=False)", func(p, mode, existOK any) any {
		MakeDirs(p, py.As[int](mode), py.Truth(existOK))
		return nil
	})
	m.Builtin("rmdir(path, *, dir_fd=None)", func(p, _ any) any {
		fail(syscall.Rmdir(path(p)), p)
		return nil
	})
	m.Func("removedirs(name)", func(p any) any {
		fail(syscall.Rmdir(path(p)), p)
		for parent := ospath.Dir(path(p)); parent != "" && parent != "/"; parent = ospath.Dir(parent) {
			if syscall.Rmdir(parent) != nil {
				break
			}
		}
		return nil
	})
	m.Builtin("listdir(path=None)", func(p any) any {
		if p == nil {
			p = "."
		}
		names := py.ListOf[any]()
		for _, e := range entries(p) {
			if _, ok := p.(py.Bytes); ok {
				names.Append(py.Bytes(e.name))
			} else {
				names.Append(e.name)
			}
		}
		return names
	})
	m.Builtin("scandir(path=None)", func(p any) any {
		if p == nil {
			p = "."
		}
		found := entries(p)
		return define.NewIterator(scanIteratorClass, func() (any, bool) {
			if len(found) == 0 {
				return nil, false
			}
			e := found[0]
			found = found[1:]
			return e, true
		})
	})
	m.Set("walk", py.GenFunc("walk(top, topdown=True, onerror=None, followlinks=False)",
		func(y *py.Yielder, args []any) any {
			walk(y, path(args[0]), py.Truth(args[1]), args[2], py.Truth(args[3]))
			return nil
		}).Module("os"))
}

// MakeDirs is os.makedirs. It raises OSError.
func MakeDirs(p any, mode int, existOK bool) {
	name := path(p)
	head, tail := ospath.Split(name)
	if tail == "" {
		head, tail = ospath.Split(head)
	}
	if head != "" && tail != "" {
		if _, err := goos.Stat(head); err != nil {
			err := py.Try(func() error {
				MakeDirs(head, 0o777, existOK)
				return nil
			})
			if err != nil && !py.Matches(err, py.FileExistsError) {
				panic(err)
			}
		}
		if tail == "." {
			return
		}
	}
	err := syscall.Mkdir(name, uint32(mode))
	if err != nil && existOK {
		if info, statErr := goos.Stat(name); statErr == nil && info.IsDir() {
			return
		}
	}
	fail(err, p)
}

// walk yields (directory, subdirectories, files); the program may change the
// list of subdirectories of a walk from the top.
func walk(y *py.Yielder, top string, topDown bool, onError any, follow bool) {
	var found []*dirEntry
	err := py.Try(func() error {
		found = entries(top)
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.OSError) {
			panic(err)
		}
		if onError != nil {
			py.Call(onError, err)
		}
		return
	}
	directories, files := py.ListOf[any](), py.ListOf[any]()
	for _, e := range found {
		if info, err := goos.Stat(e.path); err == nil && info.IsDir() {
			directories.Append(e.name)
		} else {
			files.Append(e.name)
		}
	}
	if topDown {
		y.Yield(py.Tuple{top, directories, files})
	}
	for name := range directories.All() {
		sub := ospath.Join(top, py.Str(name))
		if info, err := goos.Lstat(sub); follow || err != nil || info.Mode()&goos.ModeSymlink == 0 {
			walk(y, sub, topDown, onError, follow)
		}
	}
	if !topDown {
		y.Yield(py.Tuple{top, directories, files})
	}
}
