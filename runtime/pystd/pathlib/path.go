package pathlib

import (
	goos "os"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// definePath adds the methods that look at the file system.
func definePath(b *define.Body) {
	b.ClassMethod("cwd(cls)", func(cls any) any { return py.Call(cls, ospath.Abs(".")) })
	b.ClassMethod("home(cls)", func(cls any) any { return py.Call(cls, ospath.ExpandUser("~")) })
	b.Method("absolute(self)", func(self any) any {
		if pathOf(self).root != "" {
			return self
		}
		directory, err := goos.Getwd()
		ospath.Fail(err)
		return likeText(self, ospath.Join(directory, textOf(self)))
	})
	b.Method("resolve(self, strict=False)", func(self, strict any) any {
		resolved, err := ospath.Real(textOf(self))
		if err != nil && py.Truth(strict) {
			ospath.Fail(err, textOf(self))
		}
		return likeText(self, resolved)
	})
	b.Method("expanduser(self)", func(self any) any { return likeText(self, ospath.ExpandUser(textOf(self))) })
	addTests(b)
	addOwners(b)
	addContents(b)
	addChanges(b)
	addDirectory(b)
}

func addTests(b *define.Body) {
	test := func(spec string, holds func(goos.FileInfo) bool) {
		b.Method(spec, func(self, follow any) any {
			stat := goos.Stat
			if !py.Truth(follow) {
				stat = goos.Lstat
			}
			info, err := stat(textOf(self))
			return err == nil && holds(info)
		})
	}
	test("exists(self, *, follow_symlinks=True)", func(goos.FileInfo) bool { return true })
	test("is_file(self, *, follow_symlinks=True)", func(i goos.FileInfo) bool { return i.Mode().IsRegular() })
	test("is_dir(self, *, follow_symlinks=True)", goos.FileInfo.IsDir)
	kind := func(name string, stat func(string) (goos.FileInfo, error), mode goos.FileMode) {
		b.Method(name+"(self)", func(self any) any {
			info, err := stat(textOf(self))
			return err == nil && info.Mode()&mode != 0
		})
	}
	kind("is_symlink", goos.Lstat, goos.ModeSymlink)
	kind("is_fifo", goos.Stat, goos.ModeNamedPipe)
	kind("is_socket", goos.Stat, goos.ModeSocket)
	kind("is_char_device", goos.Stat, goos.ModeCharDevice)
	b.Method("is_mount(self)", func(self any) any { return ospath.Abs(textOf(self)) == "/" })
	b.Method("stat(self, *, follow_symlinks=True)", func(self, follow any) any {
		return os.Stat(self, py.Truth(follow))
	})
	b.Method("lstat(self)", func(self any) any { return os.Stat(self, false) })
	b.Method("samefile(self, other_path)", func(self, other any) any {
		a, err := goos.Stat(textOf(self))
		ospath.Fail(err, self)
		o, err := goos.Stat(ospath.Text(other))
		ospath.Fail(err, other)
		return goos.SameFile(a, o)
	})
}

func addContents(b *define.Body) {
	open := py.Builtin("open")
	b.Method("open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None)", func(args []any) any {
		return py.Call(open, args...)
	})
	with := func(file any, body func() any) any {
		defer func() { py.CallMethod(file, "close") }()
		return body()
	}
	b.Method("read_text(self, encoding=None, errors=None, newline=None)", func(self, encoding, errors, newline any) any {
		f := py.Call(open, self, "r", -1, encoding, errors, newline)
		return with(f, func() any { return py.CallMethod(f, "read") })
	})
	b.Method("read_bytes(self)", func(self any) any {
		f := io.Open(self, "rb")
		return with(f, func() any { return py.CallMethod(f, "read") })
	})
	b.Method("write_text(self, data, encoding=None, errors=None, newline=None)", func(self, data, encoding, errors, newline any) any {
		if _, ok := py.Payload(data).(string); !ok {
			panic(exc.TypeError("data must be str, not %s", py.TypeOf(data).Name()))
		}
		f := py.Call(open, self, "w", -1, encoding, errors, newline)
		return with(f, func() any { return py.CallMethod(f, "write", data) })
	})
	b.Method("write_bytes(self, data)", func(self, data any) any {
		text := py.Bytes(py.BytesLike(data))
		f := io.Open(self, "wb")
		return with(f, func() any { return py.CallMethod(f, "write", text) })
	})
}

func addChanges(b *define.Body) {
	b.Method("mkdir(self, mode=511, parents=False, exist_ok=False)", func(self, mode, parents, existOK any) any {
		makeDirectory(self, py.As[int](mode), py.Truth(parents), py.Truth(existOK))
		return nil
	})
	b.Method("rmdir(self)", func(self any) any {
		ospath.Fail(syscall.Rmdir(textOf(self)), self)
		return nil
	})
	b.Method("unlink(self, missing_ok=False)", func(self, missingOK any) any {
		err := syscall.Unlink(textOf(self))
		if err == syscall.ENOENT && py.Truth(missingOK) {
			return nil
		}
		ospath.Fail(err, self)
		return nil
	})
	b.Method("touch(self, mode=438, exist_ok=True)", func(self, mode, existOK any) any {
		text := textOf(self)
		if py.Truth(existOK) {
			if now := time.Now(); goos.Chtimes(text, now, now) == nil {
				return nil
			}
		}
		flags := syscall.O_CREAT | syscall.O_WRONLY | syscall.O_CLOEXEC
		if !py.Truth(existOK) {
			flags |= syscall.O_EXCL
		}
		fd, err := syscall.Open(text, flags, uint32(py.As[int](mode)))
		ospath.Fail(err, self)
		ospath.Fail(syscall.Close(fd))
		return nil
	})
	rename := func(self, target any) any {
		ospath.Fail(syscall.Rename(textOf(self), ospath.Text(target)), self, target)
		return likeText(self, ospath.Text(target))
	}
	b.Method("rename(self, target)", rename)
	b.Method("replace(self, target)", rename)
	b.Method("symlink_to(self, target, target_is_directory=False)", func(self, target, _ any) any {
		ospath.Fail(syscall.Symlink(ospath.Text(target), textOf(self)), target, self)
		return nil
	})
	b.Method("hardlink_to(self, target)", func(self, target any) any {
		ospath.Fail(syscall.Link(ospath.Text(target), textOf(self)), target, self)
		return nil
	})
	b.Method("readlink(self)", func(self any) any {
		target, err := goos.Readlink(textOf(self))
		ospath.Fail(err, self)
		return likeText(self, target)
	})
	b.Method("chmod(self, mode, *, follow_symlinks=True)", func(self, mode, _ any) any {
		ospath.Fail(syscall.Chmod(textOf(self), uint32(py.As[int](mode))), self)
		return nil
	})
}

func makeDirectory(self any, mode int, parents, existOK bool) {
	err := syscall.Mkdir(textOf(self), uint32(mode))
	switch {
	case err == nil:
	case err == syscall.ENOENT && parents:
		parent := py.GetAttr(self, "parent")
		if py.Equal(parent, self) {
			ospath.Fail(err, self)
		}
		makeDirectory(parent, 0o777, true, true)
		makeDirectory(self, mode, false, existOK)
	default:
		if info, statErr := goos.Stat(textOf(self)); existOK && statErr == nil && info.IsDir() {
			return
		}
		ospath.Fail(err, self)
	}
}

func addDirectory(b *define.Body) {
	b.Method("iterdir(self)", func(self any) any {
		names := listNames(self)
		return py.NewGenerator("iterdir", func(y *py.Yielder) any {
			for _, name := range names {
				y.Yield(child(self, name))
			}
			return nil
		})
	})
	glob := func(recursive bool) func(self, pattern, _, _ any) any {
		return func(self, pattern, _, _ any) any {
			want := parse(segment(pattern))
			switch {
			case want.root != "":
				panic(exc.NotImplementedError("Non-relative patterns are unsupported"))
			case len(want.parts) == 0 && !recursive:
				panic(exc.ValueError("Unacceptable pattern: %s", py.Repr(segment(pattern))))
			}
			parts := want.parts
			if recursive {
				parts = append([]string{"**"}, parts...)
			}
			onlyDirectories := strings.HasSuffix(segment(pattern), "/")
			return py.NewGenerator("glob", func(y *py.Yielder) any {
				seen := map[string]bool{}
				Walk(base(self), parts, func(found string) {
					if info, err := goos.Stat(found); onlyDirectories && (err != nil || !info.IsDir()) || seen[found] {
						return
					}
					seen[found] = true
					y.Yield(likeText(self, found))
				})
				return nil
			})
		}
	}
	b.Method("glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False)", glob(false))
	b.Method("rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False)", glob(true))
	b.Method("walk(self, top_down=True, on_error=None, follow_symlinks=False)", func(self, topDown, onError, follow any) any {
		walk := os.Module().Attr("walk")
		return py.NewGenerator("walk", func(y *py.Yielder) any {
			for item := range py.Iter(py.Call(walk, textOf(self), topDown, onError, follow)) {
				parts := py.Unpack(item, 3)
				y.Yield(py.Tuple{likeText(self, py.Str(parts[0])), parts[1], parts[2]})
			}
			return nil
		})
	})
}

// base is the path as the beginning of what is found in it.
func base(self any) string {
	if text := textOf(self); text != "." {
		return text
	}
	return ""
}

func child(self any, name string) any { return likeText(self, ospath.Join(base(self), name)) }

func listNames(self any) []string {
	f, err := goos.Open(textOf(self))
	ospath.Fail(err, textOf(self))
	defer func() { _ = f.Close() }()
	names, err := f.Readdirnames(-1)
	ospath.Fail(err, textOf(self))
	return names
}

// Walk calls found for every path below directory that matches the parts of a
// pattern; ** stands for the directory and all directories below it.
func Walk(directory string, pattern []string, found func(path string)) {
	if len(pattern) == 0 {
		if directory != "" {
			found(directory)
		}
		return
	}
	read := directory
	if read == "" {
		read = "."
	}
	if !strings.ContainsAny(pattern[0], "*?[") {
		path := ospath.Join(directory, pattern[0])
		if _, err := goos.Lstat(path); err == nil {
			Walk(path, pattern[1:], found)
		}
		return
	}
	entries, err := goos.ReadDir(read)
	if err != nil {
		return
	}
	if pattern[0] == "**" {
		rest := pattern[1:]
		if len(rest) == 0 {
			walkAll(directory, found)
			return
		}
		Walk(directory, rest, found)
		for _, e := range entries {
			if e.IsDir() {
				Walk(ospath.Join(directory, e.Name()), pattern, found)
			}
		}
		return
	}
	for _, e := range entries {
		if MatchName(pattern[0], e.Name()) {
			path := ospath.Join(directory, e.Name())
			if len(pattern) > 1 {
				if info, err := goos.Stat(path); err != nil || !info.IsDir() {
					continue
				}
			}
			Walk(path, pattern[1:], found)
		}
	}
}

// walkAll finds a directory and everything below it.
func walkAll(directory string, found func(path string)) {
	if directory == "" {
		found(".")
	} else {
		found(directory)
	}
	read := directory
	if read == "" {
		read = "."
	}
	entries, err := goos.ReadDir(read)
	if err != nil {
		return
	}
	slices.SortStableFunc(entries, func(a, b goos.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for _, e := range entries {
		path := ospath.Join(directory, e.Name())
		if e.IsDir() {
			walkAll(path, found)
		} else {
			found(path)
		}
	}
}
