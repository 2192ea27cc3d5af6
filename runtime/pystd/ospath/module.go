// Package ospath is Python's module os.path (posixpath).
package ospath

import (
	"os"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module returns the module os.path.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("posixpath", "Common operations on Posix pathnames.")
	for name, v := range map[string]any{
		"sep": "/", "curdir": ".", "pardir": "..", "extsep": ".", "pathsep": ":", "altsep": nil,
		"defpath": "/bin:/usr/bin", "devnull": "/dev/null", "supports_unicode_filenames": false,
	} {
		m.Set(name, v)
	}
	addText(m)
	addFiles(m)
	return m
})

// Text is os.fspath(path) of a path that is a str, bytes or has __fspath__. It
// raises TypeError.
func Text(path any) string {
	switch p := py.Payload(path).(type) {
	case string:
		return p
	case py.Bytes:
		return string(p)
	}
	if _, ok := py.TypeOf(path).Lookup("__fspath__"); ok {
		switch p := py.Payload(py.CallMethod(path, "__fspath__")).(type) {
		case string:
			return p
		case py.Bytes:
			return string(p)
		}
	}
	panic(exc.TypeError("expected str, bytes or os.PathLike object, not %s", py.TypeOf(path).Name()))
}

// like returns text as bytes if path is bytes.
func like(path any, text string) any {
	if _, ok := py.Payload(path).(py.Bytes); ok {
		return py.Bytes(text)
	}
	return text
}

func addText(m *py.Module) {
	one := func(spec string, f func(s string) string) {
		m.Func(spec, func(p any) any { return like(p, f(Text(p))) })
	}
	pair := func(spec string, f func(s string) (string, string)) {
		m.Func(spec, func(p any) any {
			a, b := f(Text(p))
			return py.Tuple{like(p, a), like(p, b)}
		})
	}
	one("basename(p)", Base)
	one("dirname(p)", Dir)
	one("normpath(path)", Norm)
	one("normcase(s)", func(s string) string { return s })
	one("abspath(path)", Abs)
	one("expanduser(path)", ExpandUser)
	one("expandvars(path)", expandVars)
	pair("split(p)", Split)
	pair("splitext(p)", SplitExt)
	pair("splitdrive(p)", func(s string) (string, string) { return "", s })
	m.Func("splitroot(p)", func(p any) any {
		root, tail := SplitRoot(Text(p))
		return py.Tuple{like(p, ""), like(p, root), like(p, tail)}
	})
	m.Func("isabs(s)", func(p any) any { return strings.HasPrefix(Text(p), "/") })
	m.Func("join(a, *p)", func(a, rest any) any {
		parts := []string{Text(a)}
		for _, p := range rest.(py.Tuple) {
			if _, ok := p.(py.Bytes); ok != (like(a, "") != any("")) {
				panic(exc.TypeError("Can't mix strings and bytes in path components"))
			}
			parts = append(parts, joinText(p))
		}
		return like(a, Join(parts...))
	})
	m.Func("realpath(filename, *, strict=False)", func(p, strict any) any {
		resolved, err := Real(Text(p))
		if err != nil && py.Truth(strict) {
			Fail(err, p)
		}
		return like(p, resolved)
	})
	m.Func("relpath(path, start=None)", func(p, start any) any {
		s := Text(p)
		if s == "" {
			panic(exc.ValueError("no path specified"))
		}
		from := "."
		if start != nil {
			from = Text(start)
		}
		return like(p, Rel(s, from))
	})
	m.Func("commonprefix(m)", commonPrefix)
	m.Func("commonpath(paths)", commonPath)
}

func joinText(p any) string {
	switch p.(type) {
	case int, nil, float64, bool:
		panic(exc.TypeError("join() argument must be str, bytes, or os.PathLike object, not %s", py.Repr(py.TypeOf(p).Name())))
	}
	return Text(p)
}

func commonPrefix(paths any) any {
	items := py.TupleFrom(py.Iter(paths))
	if len(items) == 0 {
		return ""
	}
	low, high := Text(items[0]), Text(items[0])
	for _, p := range items[1:] {
		low, high = min(low, Text(p)), max(high, Text(p))
	}
	n := 0
	for n < len(low) && n < len(high) && low[n] == high[n] {
		n++
	}
	return like(items[0], low[:n])
}

func commonPath(paths any) any {
	items := py.TupleFrom(py.Iter(paths))
	if len(items) == 0 {
		panic(exc.ValueError("commonpath() arg is an empty sequence"))
	}
	var common []string
	absolute := strings.HasPrefix(Text(items[0]), "/")
	for i, p := range items {
		s := Text(p)
		if strings.HasPrefix(s, "/") != absolute {
			panic(exc.ValueError("Can't mix absolute and relative paths"))
		}
		var parts []string
		for part := range strings.SplitSeq(s, "/") {
			if part != "" && part != "." {
				parts = append(parts, part)
			}
		}
		if i == 0 {
			common = parts
			continue
		}
		n := 0
		for n < len(common) && n < len(parts) && common[n] == parts[n] {
			n++
		}
		common = common[:n]
	}
	prefix := ""
	if absolute {
		prefix = "/"
	}
	return like(items[0], prefix+strings.Join(common, "/"))
}

func addFiles(m *py.Module) {
	test := func(spec string, stat func(string) (os.FileInfo, error), holds func(os.FileInfo) bool) {
		m.Func(spec, func(p any) any {
			if fd, ok := p.(int); ok {
				p = "/dev/fd/" + py.Str(fd)
			}
			s := Text(p)
			if strings.ContainsRune(s, 0) {
				return false
			}
			info, err := stat(s)
			return err == nil && holds(info)
		})
	}
	always := func(os.FileInfo) bool { return true }
	test("exists(path)", os.Stat, always)
	test("lexists(path)", os.Lstat, always)
	test("isfile(path)", os.Stat, func(i os.FileInfo) bool { return i.Mode().IsRegular() })
	test("isdir(s)", os.Stat, os.FileInfo.IsDir)
	test("islink(path)", os.Lstat, func(i os.FileInfo) bool { return i.Mode()&os.ModeSymlink != 0 })
	m.Func("ismount(path)", func(p any) any { return Abs(Text(p)) == "/" })
	m.Func("getsize(filename)", func(p any) any { return int(mustStat(p).Size()) })
	m.Func("getmtime(filename)", func(p any) any { return float64(mustStat(p).ModTime().UnixNano()) / 1e9 })
	m.Func("samefile(f1, f2)", func(a, b any) any { return os.SameFile(mustStat(a), mustStat(b)) })
}

func mustStat(p any) os.FileInfo {
	py.SettleFiles(Text(p))
	info, err := os.Stat(Text(p))
	Fail(err, p)
	return info
}
