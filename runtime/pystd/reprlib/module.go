// Package reprlib is Python's module reprlib: representations of a limited size.
// https://docs.python.org/3.13/library/reprlib.html
package reprlib

import (
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// limits are the parameters of Repr with their defaults, in order.
var limits = []struct {
	name  string
	value any
}{
	{"maxlevel", 6}, {"maxtuple", 6}, {"maxlist", 6}, {"maxarray", 5}, {"maxdict", 4}, {"maxset", 6}, {"maxfrozenset", 6},
	{"maxdeque", 6}, {"maxstring", 30}, {"maxlong", 40}, {"maxother", 30}, {"fillvalue", "..."}, {"indent", nil},
}

// Module is the module reprlib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("reprlib", "Redo the builtin repr() (representation) but with limits on most sizes.")
	class := reprClass()
	m.Class(class)
	instance := py.Call(class)
	m.Set("aRepr", instance).Set("repr", py.GetAttr(instance, "repr"))
	m.Func("recursive_repr(fillvalue='...')", recursiveRepr)
	return m
})

// recursiveRepr is the decorator for a __repr__ that may come back to its object.
func recursiveRepr(fill any) any {
	return py.Func("decorating_function(user_function)", func(user any) any {
		type call struct{ object, thread any }
		var mu sync.Mutex
		running := map[call]bool{}
		wrapper := py.Func("wrapper(self)", func(self any) any {
			key := call{py.ID(self), py.CurrentThread()}
			mu.Lock()
			busy := running[key]
			running[key] = true
			mu.Unlock()
			if busy {
				return fill
			}
			defer func() {
				mu.Lock()
				defer mu.Unlock()
				delete(running, key)
			}()
			return py.Call(user, self)
		})
		for _, name := range []string{"__module__", "__doc__", "__name__", "__qualname__"} {
			py.SetAttr(wrapper, name, py.GetAttrOr(user, name, nil))
		}
		py.SetAttr(wrapper, "__wrapped__", user)
		return wrapper
	})
}

func reprClass() *py.Class {
	return define.Class("reprlib", "Repr", nil, func(b *define.Body) {
		var params strings.Builder
		var defaults []any
		for _, l := range limits {
			params.WriteString(", " + l.name + "=")
			defaults = append(defaults, l.value)
		}
		b.Method("__init__(self, *"+params.String()+")", func(args []any) any {
			for i, l := range limits {
				py.SetAttr(args[0], l.name, args[1+i])
			}
			return nil
		}, defaults...)
		b.Method("repr(self, x)", func(self, x any) any {
			return py.CallMethod(self, "repr1", x, py.GetAttr(self, "maxlevel"))
		})
		b.Method("repr1(self, x, level)", func(self, x, level any) any {
			kind := strings.ReplaceAll(py.TypeOf(x).Name(), " ", "_")
			if method := py.GetAttrOr(self, "repr_"+kind, nil); method != nil {
				return py.Call(method, x, level)
			}
			return py.CallMethod(self, "repr_instance", x, level)
		})
		addContainers(b)
		b.Method("repr_str(self, x, level)", func(self, x, _ any) any {
			most := limit(self, "maxstring")
			text := py.As[string](x)
			shown := py.Repr(py.StrSlice(text, nil, most, nil))
			if py.StrLen(shown) <= most {
				return shown
			}
			i := max(0, (most-3)/2)
			j := max(0, most-3-i)
			n := py.StrLen(text)
			return cut(self, py.Repr(py.StrSlice(text, nil, i, nil)+py.StrSlice(text, n-j, nil, nil)), most)
		})
		b.Method("repr_int(self, x, level)", func(self, x, _ any) any { return shorten(self, py.Repr(x), limit(self, "maxlong")) })
		b.Method("repr_instance(self, x, level)", func(self, x, _ any) any {
			var text string
			if py.Try(func() error { text = py.Repr(x); return nil }) != nil {
				return "<" + py.TypeOf(x).Name() + " instance at 0x" + py.Format(py.ID(x), "x") + ">"
			}
			return shorten(self, text, limit(self, "maxother"))
		})
	})
}

// addContainers adds the methods for the containers.
func addContainers(b *define.Body) {
	iterable := func(kind, open, end, trail, empty string, sorted bool) {
		b.Method("repr_"+kind+"(self, x, level)", func(self, x, level any) any {
			if empty != "" && py.Len(x) == 0 {
				return empty
			}
			if sorted {
				x = possiblySorted(x)
			}
			return items(self, x, level, open, end, limit(self, "max"+kind), trail)
		})
	}
	iterable("tuple", "(", ")", ",", "", false)
	iterable("list", "[", "]", "", "", false)
	iterable("deque", "deque([", "])", "", "", false)
	iterable("set", "{", "}", "", "set()", true)
	iterable("frozenset", "frozenset({", "})", "", "frozenset()", true)
	b.Method("repr_dict(self, x, level)", func(self, x, level any) any {
		n, depth := py.Len(x), py.As[int](level)
		fill := py.Str(py.GetAttr(self, "fillvalue"))
		switch {
		case n == 0:
			return "{}"
		case depth <= 0:
			return "{" + fill + "}"
		}
		var pieces []string
		most := limit(self, "maxdict")
		for key := range py.Iter(possiblySorted(x)) {
			if len(pieces) == most {
				break
			}
			pieces = append(pieces, part(self, key, depth-1)+": "+part(self, py.GetItem(x, key), depth-1))
		}
		if n > most {
			pieces = append(pieces, fill)
		}
		return "{" + join(self, pieces, depth) + "}"
	})
}

func limit(self any, name string) int { return py.As[int](py.GetAttr(self, name)) }

func part(self, x any, level int) string { return py.Str(py.CallMethod(self, "repr1", x, level)) }

// items shows the elements of a container between brackets.
func items(self, x, level any, open, end string, most int, trail string) string {
	n, depth := py.Len(x), py.As[int](level)
	fill := py.Str(py.GetAttr(self, "fillvalue"))
	if depth <= 0 && n > 0 {
		return open + fill + end
	}
	var pieces []string
	for item := range py.Iter(x) {
		if len(pieces) == most {
			break
		}
		pieces = append(pieces, part(self, item, depth-1))
	}
	if n > most {
		pieces = append(pieces, fill)
	}
	if n == 1 && py.GetAttr(self, "indent") == nil {
		end = trail + end
	}
	return open + join(self, pieces, depth) + end
}

// join puts the pieces on one line, or each on its own with an indent.
func join(self any, pieces []string, level int) string {
	var indent string
	switch v := py.GetAttr(self, "indent").(type) {
	case nil:
		return strings.Join(pieces, ", ")
	case int:
		if v < 0 {
			panic(exc.ValueError("Repr.indent cannot be negative int (was %d)", v))
		}
		indent = strings.Repeat(" ", v)
	case string:
		indent = v
	default:
		panic(exc.TypeError("Repr.indent must be a str, int or None, not %s", py.TypeOf(v).Name()))
	}
	if len(pieces) == 0 {
		return ""
	}
	inner := strings.Repeat(indent, limit(self, "maxlevel")-level+1)
	outer := strings.TrimSuffix(inner, indent)
	return "\n" + inner + strings.Join(pieces, ",\n"+inner) + ",\n" + outer
}

// possiblySorted is the sorted list of x, or x where its items have no order.
func possiblySorted(x any) any {
	var list any
	if py.Try(func() error { list = py.Sorted(x, nil, false); return nil }) == nil {
		return list
	}
	return py.ListOf(slices.Collect(py.Iter(x))...)
}

// shorten takes what is too much from the middle of a text.
func shorten(self any, text string, most int) string {
	if py.StrLen(text) <= most {
		return text
	}
	return cut(self, text, most)
}

func cut(self any, text string, most int) string {
	i := max(0, (most-3)/2)
	j := max(0, most-3-i)
	n := py.StrLen(text)
	return py.StrSlice(text, nil, i, nil) + py.Str(py.GetAttr(self, "fillvalue")) + py.StrSlice(text, n-j, nil, nil)
}
