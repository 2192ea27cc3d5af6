// Package shutil is Python's module shutil.
package shutil

import (
	goio "io"
	goos "os"
	"os/exec"
	"sync"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pathlib"
)

var (
	errorClass    = py.NewExceptionClass("shutil", "Error", py.OSError)
	sameFileError = py.NewExceptionClass("shutil", "SameFileError", errorClass)
	usageClass    = collections.NamedTuple("usage", []string{"total", "used", "free"}, nil, "shutil")
	terminalSize  = collections.NamedTuple("terminal_size", []string{"columns", "lines"}, nil, "os")
)

// Module returns the module shutil.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("shutil", "Utility functions for copying and archiving files and directory trees.")
	m.Class(errorClass)
	m.Class(sameFileError)
	m.Func("copyfile(src, dst, *, follow_symlinks=True)", func(from, to, _ any) any {
		copyFile(from, to)
		return to
	})
	copyInto := func(withTimes bool) func(from, to, _ any) any {
		return func(from, to, _ any) any {
			target := into(from, to)
			copyFile(from, target)
			copyMode(ospath.Text(from), ospath.Text(target), withTimes)
			return target
		}
	}
	m.Func("copy(src, dst, *, follow_symlinks=True)", copyInto(false))
	m.Func("copy2(src, dst, *, follow_symlinks=True)", copyInto(true))
	m.Func("copymode(src, dst, *, follow_symlinks=True)", func(from, to, _ any) any {
		copyMode(ospath.Text(from), ospath.Text(to), false)
		return nil
	})
	m.Func("copystat(src, dst, *, follow_symlinks=True)", func(from, to, _ any) any {
		copyMode(ospath.Text(from), ospath.Text(to), true)
		return nil
	})
	m.Func("copyfileobj(fsrc, fdst, length=0)", func(from, to, n any) any {
		if !py.Truth(n) {
			n = 64 * 1024
		}
		for chunk := py.CallMethod(from, "read", n); py.Truth(chunk); chunk = py.CallMethod(from, "read", n) {
			py.CallMethod(to, "write", chunk)
		}
		return nil
	})
	m.Func("copytree(src, dst, symlinks=False, ignore=None, copy_function=None, ignore_dangling_symlinks=False, dirs_exist_ok=False)",
		func(a []any) any {
			copyTree(a[0], a[1], a[3], a[4], py.Truth(a[6]))
			return a[1]
		})
	m.Func("ignore_patterns(*patterns)", func(patterns any) any {
		return py.Func("_ignore_patterns(path, names)", func(_, names any) any {
			ignored := py.SetOf[any]()
			for name := range py.Iter(names) {
				for _, p := range patterns.(py.Tuple) {
					if pathlib.MatchName(py.Str(p), py.Str(name)) {
						ignored.Add(name)
					}
				}
			}
			return ignored
		})
	})
	m.Func("rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None)", func(p, ignore, _, _, _ any) any {
		removeTree(p, py.Truth(ignore))
		return nil
	})
	m.Func("move(src, dst, copy_function=None)", func(from, to, _ any) any { return move(from, to) })
	m.Func("which(cmd, mode=1, path=None)", func(name, _, _ any) any {
		found, err := exec.LookPath(ospath.Text(name))
		if err != nil {
			return nil
		}
		return found
	})
	m.Func("disk_usage(path)", func(p any) any {
		var s syscall.Statfs_t
		ospath.Fail(syscall.Statfs(ospath.Text(p), &s), p)
		size := int(s.Bsize)
		return py.Call(usageClass, int(s.Blocks)*size, int(s.Blocks-s.Bfree)*size, int(s.Bavail)*size)
	})
	m.Func("get_terminal_size(fallback=)", func(fallback any) any { return windowSize(fallback) }, py.Tuple{80, 24})
	return m
})

// windowSize is the size that COLUMNS and LINES tell, or fallback: the output
// of a converted program is taken for no terminal.
func windowSize(fallback any) any {
	size := py.Unpack(fallback, 2)
	for i, name := range []string{"COLUMNS", "LINES"} {
		err := py.Try(func() error {
			if n := py.ParseInt(goos.Getenv(name), 10); py.Greater(n, 0) {
				size[i] = n
			}
			return nil
		})
		if err != nil && !py.Matches(err, py.ValueError) {
			panic(err)
		}
	}
	return py.Call(terminalSize, size...)
}

// into is the path of a copy of from in or at to.
func into(from, to any) any {
	if info, err := goos.Stat(ospath.Text(to)); err == nil && info.IsDir() {
		return ospath.Join(ospath.Text(to), ospath.Base(ospath.Text(from)))
	}
	return to
}

func copyFile(from, to any) {
	source, target := ospath.Text(from), ospath.Text(to)
	py.SettleFiles(source)
	a, errA := goos.Stat(source)
	b, errB := goos.Stat(target)
	if errA == nil && errB == nil && goos.SameFile(a, b) {
		panic(py.NewException(sameFileError, py.Repr(from)+" and "+py.Repr(to)+" are the same file"))
	}
	if errA == nil && a.IsDir() {
		panic(py.NewErrno(syscall.EISDIR, from))
	}
	in, err := goos.Open(source)
	ospath.Fail(err, from)
	defer func() { _ = in.Close() }()
	out, err := goos.Create(target)
	ospath.Fail(err, to)
	_, err = goio.Copy(out, in)
	ospath.Fail(err, to)
	ospath.Fail(out.Close())
}

func copyMode(from, to string, withTimes bool) {
	info, err := goos.Stat(from)
	ospath.Fail(err, from)
	ospath.Fail(goos.Chmod(to, info.Mode()), to)
	if withTimes {
		ospath.Fail(goos.Chtimes(to, info.ModTime(), info.ModTime()), to)
	}
}

func copyTree(from, to, ignore, copyFunction any, existOK bool) {
	source, target := ospath.Text(from), ospath.Text(to)
	entries, err := goos.ReadDir(source)
	ospath.Fail(err, from)
	var ignored any = py.SetOf[any]()
	if ignore != nil {
		names := py.ListOf[any]()
		for _, e := range entries {
			names.Append(e.Name())
		}
		ignored = py.Call(ignore, source, names)
	}
	if _, err := goos.Stat(target); err == nil && !existOK {
		panic(py.NewErrno(syscall.EEXIST, to))
	}
	ospath.Fail(goos.MkdirAll(target, 0o777), to)
	for _, e := range entries {
		if py.Contains(ignored, e.Name()) {
			continue
		}
		a, b := ospath.Join(source, e.Name()), ospath.Join(target, e.Name())
		switch {
		case e.IsDir():
			copyTree(a, b, ignore, copyFunction, existOK)
		case copyFunction != nil:
			py.Call(copyFunction, a, b)
		default:
			copyFile(a, b)
			copyMode(a, b, true)
		}
	}
	copyMode(source, target, true)
}

func removeTree(p any, ignore bool) {
	path := ospath.Text(p)
	info, err := goos.Lstat(path)
	if err == nil {
		switch {
		case info.Mode()&goos.ModeSymlink != 0:
			panic(py.NewOSError("Cannot call rmtree on a symbolic link"))
		case !info.IsDir():
			err = syscall.ENOTDIR
		default:
			err = goos.RemoveAll(path)
		}
	}
	if !ignore {
		ospath.Fail(err, p)
	}
}

func move(from, to any) any {
	target := into(from, to)
	source, path := ospath.Text(from), ospath.Text(target)
	if target != to {
		if _, err := goos.Lstat(path); err == nil {
			panic(py.NewException(errorClass, "Destination path '"+path+"' already exists"))
		}
	}
	err := goos.Rename(source, path)
	if err == nil {
		return target
	}
	if info, statErr := goos.Stat(source); statErr == nil && info.IsDir() {
		copyTree(from, target, nil, nil, false)
		removeTree(from, false)
		return target
	} else if statErr != nil {
		ospath.Fail(statErr, from)
	}
	copyFile(from, target)
	copyMode(source, path, true)
	ospath.Fail(goos.Remove(source), from)
	return target
}
