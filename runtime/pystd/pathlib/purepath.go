package pathlib

import (
	"net/url"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// purePath is a path in its parts.
type purePath struct {
	root  string
	parts []string
}

func parse(text string) purePath {
	root, tail := ospath.SplitRoot(text)
	p := purePath{root: root}
	for part := range strings.SplitSeq(tail, "/") {
		if part != "" && part != "." {
			p.parts = append(p.parts, part)
		}
	}
	return p
}

func (p purePath) String() string {
	if p.root == "" && len(p.parts) == 0 {
		return "."
	}
	return p.root + strings.Join(p.parts, "/")
}

func (p purePath) name() string {
	if len(p.parts) == 0 {
		return ""
	}
	return p.parts[len(p.parts)-1]
}

// suffixAt is where the suffix of a name begins.
func suffixAt(name string) int {
	i := strings.LastIndexByte(name, '.')
	if i <= 0 || i == len(name)-1 || strings.Trim(name[:i], ".") == "" {
		return len(name)
	}
	return i
}

func (p purePath) withName(name string) purePath {
	return purePath{p.root, append(slices.Clone(p.parts[:len(p.parts)-1]), name)}
}

const pathAttribute = "_str"

func textOf(self any) string { return py.GetAttr(self, pathAttribute).(string) }

func pathOf(self any) purePath { return parse(textOf(self)) }

// like makes a path of self's class.
func like(self any, p purePath) any { return likeText(self, p.String()) }

func likeText(self any, text string) any {
	return py.CallMethod(self, "with_segments", text)
}

func isPure(v any) bool { return py.TypeOf(v).IsSubclassOf(classes().pure) }

func allParts(p purePath) py.Tuple {
	parts := py.Tuple{}
	if p.root != "" {
		parts = append(parts, p.root)
	}
	for _, part := range p.parts {
		parts = append(parts, part)
	}
	return parts
}

func definePure(b *define.Body) {
	b.Set("__new__", b.Func("__new__(cls, *args, **kwargs)", newPath))
	b.Method("__init__(self, *args)", func(self, args any) any {
		segments := []string{""}
		for _, a := range args.(py.Tuple) {
			segments = append(segments, segment(a))
		}
		py.SetAttr(self, pathAttribute, parse(ospath.Join(segments...)).String())
		return nil
	})
	b.Method("with_segments(self, *pathsegments)", func(self, segments any) any {
		return py.Call(py.TypeOf(self), segments.(py.Tuple)...)
	})
	b.Method("__str__(self)", func(self any) any { return textOf(self) })
	b.Method("__fspath__(self)", func(self any) any { return textOf(self) })
	b.Method("__bytes__(self)", func(self any) any { return py.Bytes(textOf(self)) })
	b.Method("as_posix(self)", func(self any) any { return textOf(self) })
	b.Method("__repr__(self)", func(self any) any {
		return py.TypeOf(self).Name() + "(" + py.Repr(textOf(self)) + ")"
	})
	b.Method("__hash__(self)", func(self any) any { return py.Hash(textOf(self)) })
	b.Method("__eq__(self, other)", func(self, other any) any {
		if !isPure(other) {
			return py.NotImplemented
		}
		return textOf(self) == textOf(other)
	})
	for name, op := range map[string]func(a, b any) any{"lt": py.Lt, "le": py.Le, "gt": py.Gt, "ge": py.Ge} {
		b.Method("__"+name+"__(self, other)", func(self, other any) any {
			if !isPure(other) {
				return py.NotImplemented
			}
			return op(sortKey(self), sortKey(other))
		})
	}
	b.Method("__truediv__(self, key)", func(self, key any) any { return joined(self, textOf(self), key) })
	b.Method("__rtruediv__(self, key)", func(self, key any) any {
		if _, ok := py.Payload(key).(string); !ok {
			return py.NotImplemented
		}
		return likeText(self, ospath.Join(segment(key), textOf(self)))
	})
	addParts(b)
	addRelations(b)
}

// sortKey is what paths are ordered by.
func sortKey(self any) py.Tuple {
	var key py.Tuple
	for part := range strings.SplitSeq(textOf(self), "/") {
		key = append(key, part)
	}
	return key
}

func joined(self any, left string, key any) any {
	_, isText := py.Payload(key).(string)
	if _, isPath := py.TypeOf(key).Lookup("__fspath__"); !isText && !isPath {
		return py.NotImplemented
	}
	return likeText(self, ospath.Join(left, segment(key)))
}

func addParts(b *define.Body) {
	b.Property("parts", func(self any) any { return allParts(pathOf(self)) })
	b.Property("drive", func(any) any { return "" })
	b.Property("root", func(self any) any { return pathOf(self).root })
	b.Property("anchor", func(self any) any { return pathOf(self).root })
	b.Property("name", func(self any) any { return pathOf(self).name() })
	b.Property("suffix", func(self any) any {
		name := pathOf(self).name()
		return name[suffixAt(name):]
	})
	b.Property("suffixes", func(self any) any {
		list := py.ListOf[any]()
		name := pathOf(self).name()
		if strings.HasSuffix(name, ".") {
			return list
		}
		for i, part := range strings.Split(strings.TrimLeft(name, "."), ".") {
			if i > 0 {
				list.Append("." + part)
			}
		}
		return list
	})
	b.Property("stem", func(self any) any {
		name := pathOf(self).name()
		return name[:suffixAt(name)]
	})
	b.Property("parent", func(self any) any {
		p := pathOf(self)
		if len(p.parts) > 0 {
			p.parts = p.parts[:len(p.parts)-1]
		}
		return like(self, p)
	})
	b.Property("parents", func(self any) any {
		p := pathOf(self)
		parents := py.Tuple{}
		for i := len(p.parts) - 1; i >= 0; i-- {
			parents = append(parents, like(self, purePath{p.root, p.parts[:i]}))
		}
		return parents
	})
	b.Method("with_name(self, name)", func(self, name any) any {
		s := py.Str(name)
		if s == "" || strings.Contains(s, "/") || s == "." {
			panic(exc.ValueError("Invalid name %s", py.Repr(name)))
		}
		return like(self, named(self).withName(s))
	})
	b.Method("with_stem(self, stem)", func(self, stem any) any {
		name := named(self).name()
		suffix := name[suffixAt(name):]
		if suffix == "" || py.Str(stem) != "" {
			return py.CallMethod(self, "with_name", py.Str(stem)+suffix)
		}
		panic(exc.ValueError("%s has a non-empty suffix", py.Repr(self)))
	})
	b.Method("with_suffix(self, suffix)", func(self, suffix any) any {
		s := py.Str(suffix)
		if s != "" && (s[0] != '.' || s == "." || strings.Contains(s, "/")) {
			panic(exc.ValueError("Invalid suffix %s", py.Repr(suffix)))
		}
		p := named(self)
		name := p.name()
		return like(self, p.withName(name[:suffixAt(name)]+s))
	})
}

// named is the path, which must have a name. It raises ValueError.
func named(self any) purePath {
	p := pathOf(self)
	if len(p.parts) == 0 {
		panic(exc.ValueError("%s has an empty name", py.Repr(self)))
	}
	return p
}

func addRelations(b *define.Body) {
	b.Method("joinpath(self, *pathsegments)", func(self, segments any) any {
		return py.CallMethod(self, "with_segments", append([]any{self}, segments.(py.Tuple)...)...)
	})
	b.Method("is_absolute(self)", func(self any) any { return pathOf(self).root != "" })
	b.Method("is_reserved(self)", func(any) any { return false })
	b.Method("is_relative_to(self, other)", func(self, other any) any {
		_, ok := relative(pathOf(self), parse(segment(other)), false)
		return ok
	})
	b.Method("relative_to(self, other, *, walk_up=False)", func(self, other, walkUp any) any {
		base := parse(segment(other))
		p, ok := relative(pathOf(self), base, py.Truth(walkUp))
		if !ok {
			if py.Truth(walkUp) {
				panic(exc.ValueError("%s and %s have different anchors", py.Repr(textOf(self)), py.Repr(base.String())))
			}
			panic(exc.ValueError("%s is not in the subpath of %s", py.Repr(textOf(self)), py.Repr(base.String())))
		}
		return like(self, p)
	})
	b.Method("as_uri(self)", func(self any) any {
		if pathOf(self).root == "" {
			panic(exc.ValueError("relative path can't be expressed as a file URI"))
		}
		return "file://" + (&url.URL{Path: textOf(self)}).EscapedPath()
	})
	b.Method("match(self, path_pattern, *, case_sensitive=None)", func(self, pattern, _ any) any {
		return matches(pathOf(self), parse(segment(pattern)))
	})
	b.Method("full_match(self, pattern, *, case_sensitive=None)", func(self, pattern, _ any) any {
		p, want := pathOf(self), parse(segment(pattern))
		return p.root == want.root && matchAll(p.parts, want.parts)
	})
}

func relative(p, base purePath, walkUp bool) (purePath, bool) {
	if p.root != base.root {
		return purePath{}, false
	}
	n := 0
	for n < len(base.parts) && n < len(p.parts) && base.parts[n] == p.parts[n] {
		n++
	}
	if n < len(base.parts) && !walkUp {
		return purePath{}, false
	}
	var parts []string
	for range len(base.parts) - n {
		parts = append(parts, "..")
	}
	return purePath{parts: append(parts, p.parts[n:]...)}, true
}

// matches compares with a pattern from the right.
func matches(p, pattern purePath) bool {
	if len(pattern.parts) == 0 {
		panic(exc.ValueError("empty pattern"))
	}
	if len(p.parts) < len(pattern.parts) || pattern.root != "" && (p.root == "" || len(p.parts) != len(pattern.parts)) {
		return false
	}
	last := p.parts[len(p.parts)-len(pattern.parts):]
	for i, part := range pattern.parts {
		if part == "**" {
			part = "*"
		}
		if !MatchName(part, last[i]) {
			return false
		}
	}
	return true
}

// matchAll compares all parts; ** stands for any number of them.
func matchAll(parts, pattern []string) bool {
	if len(pattern) == 0 {
		return len(parts) == 0
	}
	if pattern[0] == "**" {
		for i := 0; i <= len(parts); i++ {
			if matchAll(parts[i:], pattern[1:]) {
				return true
			}
		}
		return false
	}
	return len(parts) > 0 && MatchName(pattern[0], parts[0]) && matchAll(parts[1:], pattern[1:])
}
