package ospath

import (
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Fail raises the OSError for the error of a system call on a path, or on two.
func Fail(err error, paths ...any) {
	if err == nil {
		return
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		for i, p := range paths {
			if _, isPath := py.TypeOf(p).Lookup("__fspath__"); isPath {
				paths[i] = Text(p)
			}
		}
		panic(py.NewErrno(errno, paths...))
	}
	panic(py.AsException(err))
}

// Join is os.path.join.
func Join(parts ...string) string {
	path := parts[0]
	for _, p := range parts[1:] {
		switch {
		case strings.HasPrefix(p, "/"):
			path = p
		case path == "" || strings.HasSuffix(path, "/"):
			path += p
		default:
			path += "/" + p
		}
	}
	return path
}

// Split is os.path.split.
func Split(path string) (head, tail string) {
	i := strings.LastIndexByte(path, '/') + 1
	head, tail = path[:i], path[i:]
	if trimmed := strings.TrimRight(head, "/"); trimmed != "" {
		head = trimmed
	}
	return head, tail
}

// Base is os.path.basename.
func Base(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// Dir is os.path.dirname.
func Dir(path string) string {
	head, _ := Split(path)
	return head
}

// SplitExt is os.path.splitext.
func SplitExt(path string) (root, ext string) {
	dot := strings.LastIndexByte(path, '.')
	start := strings.LastIndexByte(path, '/') + 1
	if dot > start {
		for i := start; i < dot; i++ {
			if path[i] != '.' {
				return path[:dot], path[dot:]
			}
		}
	}
	return path, ""
}

// SplitRoot splits the slashes that make a path absolute from the rest: one, or
// exactly two.
func SplitRoot(path string) (root, tail string) {
	switch {
	case !strings.HasPrefix(path, "/"):
		return "", path
	case strings.HasPrefix(path, "//") && !strings.HasPrefix(path, "///"):
		return "//", path[2:]
	}
	return "/", path[1:]
}

// Norm is os.path.normpath.
func Norm(path string) string {
	if path == "" {
		return "."
	}
	root, tail := SplitRoot(path)
	var parts []string
	for part := range strings.SplitSeq(tail, "/") {
		switch {
		case part == "" || part == ".":
		case part != ".." || root == "" && len(parts) == 0 || len(parts) > 0 && parts[len(parts)-1] == "..":
			parts = append(parts, part)
		case len(parts) > 0:
			parts = parts[:len(parts)-1]
		}
	}
	if path = root + strings.Join(parts, "/"); path == "" {
		return "."
	}
	return path
}

// Abs is os.path.abspath.
func Abs(path string) string {
	if !strings.HasPrefix(path, "/") {
		directory, err := os.Getwd()
		Fail(err)
		path = Join(directory, path)
	}
	return Norm(path)
}

// Rel is os.path.relpath.
func Rel(path, start string) string {
	from, to := split(Abs(start)), split(Abs(path))
	n := 0
	for n < len(from) && n < len(to) && from[n] == to[n] {
		n++
	}
	var parts []string
	for range len(from) - n {
		parts = append(parts, "..")
	}
	if parts = append(parts, to[n:]...); len(parts) == 0 {
		return "."
	}
	return strings.Join(parts, "/")
}

func split(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

// Real is os.path.realpath: links are followed as far as files exist. The error
// is that of the first part that does not.
func Real(path string) (string, error) {
	path = Abs(path)
	resolved, err := filepath.EvalSymlinks(path)
	if err == nil {
		return resolved, nil
	}
	rest := ""
	for at := path; at != "/"; at = Dir(at) {
		if found, e := filepath.EvalSymlinks(at); e == nil {
			return Norm(found + rest), err
		}
		rest = "/" + Base(at) + rest
	}
	return path, err
}

// ExpandUser is os.path.expanduser.
func ExpandUser(path string) string {
	if !strings.HasPrefix(path, "~") {
		return path
	}
	name, rest, found := strings.Cut(path[1:], "/")
	home := ""
	if name == "" {
		if home = os.Getenv("HOME"); home == "" {
			if u, err := user.Current(); err == nil {
				home = u.HomeDir
			}
		}
	} else if u, err := user.Lookup(name); err == nil {
		home = u.HomeDir
	}
	if home == "" {
		return path
	}
	home = strings.TrimRight(home, "/")
	if found {
		home += "/" + rest
	}
	if home == "" {
		return "/"
	}
	return home
}

var variable = regexp.MustCompile(`\$(\w+|\{[^}]*\})`)

// expandVars is os.path.expandvars.
func expandVars(path string) string {
	return variable.ReplaceAllStringFunc(path, func(match string) string {
		name := strings.Trim(match[1:], "{}")
		if v, ok := os.LookupEnv(name); ok {
			return v
		}
		return match
	})
}
