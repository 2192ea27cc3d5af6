// Package glob is Python's module glob.
package glob

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pathlib"
)

// Module returns the module glob.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("glob", "Filename globbing utility.")
	const spec = "(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False)"
	m.Func("glob"+spec, func(pattern, root, _, recursive, hidden any) any {
		return find(pattern, root, py.Truth(recursive), py.Truth(hidden))
	})
	m.Func("iglob"+spec, func(pattern, root, _, recursive, hidden any) any {
		return py.GetIter(find(pattern, root, py.Truth(recursive), py.Truth(hidden)))
	})
	m.Func("has_magic(s)", func(s any) any { return strings.ContainsAny(py.Str(s), "*?[") })
	m.Func("escape(pathname)", func(path any) any {
		return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(py.Str(path))
	})
	return m
})

func find(pattern, root any, recursive, hidden bool) *py.List[any] {
	found := py.ListOf[any]()
	text := ospath.Text(pattern)
	start, tail := ospath.SplitRoot(text)
	prefix := ""
	if root != nil && start == "" {
		prefix = ospath.Text(root)
		start = prefix
	}
	var parts []string
	for part := range strings.SplitSeq(tail, "/") {
		if part == "**" && !recursive {
			part = "*"
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	seen := map[string]bool{}
	pathlib.Walk(start, parts, func(path string) {
		if prefix != "" {
			path = strings.TrimPrefix(strings.TrimPrefix(path, prefix), "/")
		}
		if !hidden && hiddenMatch(path, parts) || seen[path] || path == "" {
			return
		}
		seen[path] = true
		if strings.HasSuffix(text, "/") {
			path += "/"
		}
		found.Append(path)
	})
	return found
}

// hiddenMatch reports whether a hidden name was matched by a pattern that does
// not begin with a dot itself.
func hiddenMatch(path string, parts []string) bool {
	names := strings.Split(path, "/")
	for i, name := range names {
		if !strings.HasPrefix(name, ".") || name == "." || name == ".." {
			continue
		}
		if at := len(parts) - (len(names) - i); at < 0 || !strings.HasPrefix(parts[at], ".") {
			return true
		}
	}
	return false
}
