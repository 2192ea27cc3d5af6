package httpcookies

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// reserved are the attributes of a cookie in the order of Morsel._reserved,
// each with its spelling in a header.
var reserved = [][2]string{
	{"expires", "expires"}, {"path", "Path"}, {"comment", "Comment"}, {"domain", "Domain"}, {"max-age", "Max-Age"},
	{"secure", "Secure"}, {"httponly", "HttpOnly"}, {"version", "Version"}, {"samesite", "SameSite"},
}

// spelling is an attribute as a header has it, "" for any other name.
func spelling(name string) string {
	for _, r := range reserved {
		if r[0] == name {
			return r[1]
		}
	}
	return ""
}

func isFlag(name string) bool { return name == "secure" || name == "httponly" }

func raise(format string, args ...any) {
	panic(py.NewException(cookieError, fmt.Sprintf(format, args...)))
}

// attributeName is the name of an attribute in lower case.
func attributeName(v any) string {
	name := strings.ToLower(py.As[string](v))
	if spelling(name) == "" {
		raise("Invalid attribute %s", py.Repr(name))
	}
	return name
}

func dictMethod(name string) any { return py.GetAttr(py.DictClass, name) }

// The parts of a morsel are attributes of the object, as in CPython.
const keyName, valueName, codedName = "_key", "_value", "_coded_value"

func defineMorsel(b *define.Body) {
	b.Doc("A class to hold ONE (key, value) pair.")
	table := py.DictOf[any, any]()
	for _, r := range reserved {
		table.Set(r[0], r[1])
	}
	b.Set("_reserved", table)
	b.Subscriptable()
	b.Method("__init__(self)", func(self any) any {
		for _, name := range []string{keyName, valueName, codedName} {
			py.SetAttr(self, name, nil)
		}
		for _, r := range reserved {
			py.Call(dictMethod("__setitem__"), self, r[0], "")
		}
		return nil
	})
	b.Property("key", func(self any) any { return py.GetAttr(self, keyName) })
	b.Property("value", func(self any) any { return py.GetAttr(self, valueName) })
	b.Property("coded_value", func(self any) any { return py.GetAttr(self, codedName) })
	b.Method("__setitem__(self, K, V)", func(self, key, value any) any {
		return py.Call(dictMethod("__setitem__"), self, attributeName(key), value)
	})
	b.Method("setdefault(self, key, val=None)", func(self, key, value any) any {
		return py.Call(dictMethod("setdefault"), self, attributeName(key), value)
	})
	b.Method("update(self, values)", func(self, values any) any {
		data := py.DictOf[any, any]()
		for item := range py.Iter(py.CallMethod(py.Call(py.DictClass, values), "items")) {
			pair := py.Unpack(item, 2)
			data.Set(attributeName(pair[0]), pair[1])
		}
		return py.Call(dictMethod("update"), self, data)
	})
	b.Method("__eq__(self, morsel)", func(self, other any) any {
		if !py.IsInstance(other, classes().morsel) {
			return py.NotImplemented
		}
		for _, name := range []string{keyName, valueName, codedName} {
			if !py.Equal(py.GetAttr(self, name), py.GetAttr(other, name)) {
				return false
			}
		}
		return py.Call(dictMethod("__eq__"), self, other)
	})
	b.Method("copy(self)", func(self any) any {
		out := py.Call(classes().morsel)
		py.Call(dictMethod("update"), out, self)
		for _, name := range []string{keyName, valueName, codedName} {
			py.SetAttr(out, name, py.GetAttr(self, name))
		}
		return out
	})
	b.Method("isReservedKey(self, K)", func(_, key any) any { return spelling(strings.ToLower(py.As[string](key))) != "" })
	b.Method("set(self, key, val, coded_val)", func(self, key, value, coded any) any {
		name := py.As[string](key)
		if spelling(strings.ToLower(name)) != "" {
			raise("Attempt to set a reserved key %s", py.Repr(key))
		}
		if !isLegalKey(name) {
			raise("Illegal key %s", py.Repr(key))
		}
		py.SetAttr(self, keyName, key)
		py.SetAttr(self, valueName, value)
		py.SetAttr(self, codedName, coded)
		return nil
	})
	output := b.Method("output(self, attrs=None, header='Set-Cookie:')", func(self, attributes, header any) any {
		return py.Str(header) + " " + py.As[string](py.CallMethod(self, "OutputString", attributes))
	})
	b.Set("__str__", output)
	b.Method("__repr__(self)", func(self any) any {
		return "<" + py.TypeOf(self).Name() + ": " + py.As[string](py.CallMethod(self, "OutputString")) + ">"
	})
	b.Method("js_output(self, attrs=None)", func(self, attributes any) any {
		text := strings.ReplaceAll(py.As[string](py.CallMethod(self, "OutputString", attributes)), `"`, `\"`)
		return "\n        <script type=\"text/javascript\">\n        <!-- begin hiding\n        document.cookie = \"" + text +
			"\";\n        // end hiding -->\n        </script>\n        "
	})
	b.Method("OutputString(self, attrs=None)", func(self, attributes any) any { return text(self, attributes) })
}

// text is a cookie as a header has it; attributes says which of them.
func text(morsel, attributes any) string {
	parts := []string{py.Str(py.GetAttr(morsel, "key")) + "=" + py.Str(py.GetAttr(morsel, "coded_value"))}
	var names []string
	for name := range py.Iter(morsel) {
		names = append(names, py.As[string](name))
	}
	slices.Sort(names)
	for _, name := range names {
		value := py.GetItem(morsel, name)
		if py.Equal(value, "") || attributes != nil && !py.Contains(attributes, name) {
			continue
		}
		label := spelling(name)
		seconds, isInt := value.(int)
		_, isText := value.(string)
		switch {
		case name == "expires" && isInt:
			when := time.Now().UTC().Add(time.Duration(seconds) * time.Second)
			parts = append(parts, label+"="+when.Format("Mon, 02 Jan 2006 15:04:05 GMT"))
		case name == "comment" && isText:
			parts = append(parts, label+"="+quote(value.(string)))
		case isFlag(name):
			if py.Truth(value) {
				parts = append(parts, label)
			}
		default:
			parts = append(parts, label+"="+py.Str(value))
		}
	}
	return strings.Join(parts, "; ")
}
