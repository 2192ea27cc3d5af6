package urllibparse

import (
	"strconv"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// classTable holds the classes of results.
type classTable struct{ split, parse, defrag *py.Class }

// classes are the classes of results that are str, byteClasses of those that
// are bytes.
var classes, byteClasses func() *classTable

func init() {
	classes = sync.OnceValue(func() *classTable { return makeClasses(false) })
	byteClasses = sync.OnceValue(func() *classTable { return makeClasses(true) })
}

func makeClasses(bytes bool) *classTable {
	class := func(name, fields string, netloc bool, url func(part []string) string) *py.Class {
		if bytes {
			name += "Bytes"
		}
		base := collections.NamedTuple(name, strings.Fields(fields), nil, "urllib.parse")
		return define.Class("urllib.parse", name, []any{base}, func(b *define.Body) {
			b.Set("__slots__", py.Tuple{})
			b.Method("geturl(self)", func(self any) any { return valueOf(url(textsOf(self)), bytes) })
			if bytes {
				b.Method("decode(self, encoding='ascii', errors='strict')", func(self, encoding, errors any) any {
					return recoded(self, "decode", encoding, errors)
				})
			} else {
				b.Method("encode(self, encoding='ascii', errors='strict')", func(self, encoding, errors any) any {
					return recoded(self, "encode", encoding, errors)
				})
			}
			if netloc {
				defineNetloc(b, bytes)
			}
		})
	}
	return &classTable{
		split: class("SplitResult", "scheme netloc path query fragment", true, func(p []string) string {
			return unsplit(p[0], p[1], p[2], p[3], p[4])
		}),
		parse: class("ParseResult", "scheme netloc path params query fragment", true, func(p []string) string {
			return unparse([6]string(p))
		}),
		defrag: class("DefragResult", "url fragment", false, func(p []string) string {
			if p[1] != "" {
				return p[0] + "#" + p[1]
			}
			return p[0]
		}),
	}
}

// valueOf is a text as str, or as bytes.
func valueOf(text string, bytes bool) any {
	if bytes {
		return py.StrEncode(text, "ascii", "strict")
	}
	return text
}

// recoded is the result of the other kind: with its parts encoded or decoded.
func recoded(self any, method string, encoding, errors any) any {
	from, to := classes(), byteClasses()
	if method == "decode" {
		from, to = to, from
	}
	class := to.split
	switch {
	case py.IsInstance(self, from.parse):
		class = to.parse
	case py.IsInstance(self, from.defrag):
		class = to.defrag
	}
	var parts []any
	for part := range py.Iter(self) {
		parts = append(parts, py.CallMethod(part, method, encoding, errors))
	}
	return py.Call(class, parts...)
}

// coerced is the texts of arguments that are all str or all bytes, and whether
// they are bytes. It raises TypeError for a mixture; empty ones may be of either
// kind.
func coerced(args ...any) (texts []string, bytes bool) {
	if len(args) == 0 {
		return nil, false
	}
	_, isText := py.Payload(args[0]).(string)
	for _, arg := range args[1:] {
		if _, ok := py.Payload(arg).(string); ok != isText && py.Truth(arg) {
			panic(exc.TypeError("Cannot mix str and non-str arguments"))
		}
	}
	for _, arg := range args {
		switch v := py.Payload(arg).(type) {
		case string:
			texts = append(texts, v)
		case nil:
			texts = append(texts, "")
		case py.Bytes, *py.ByteArray:
			texts = append(texts, py.BytesDecode(py.BytesLike(v), "ascii", "strict"))
		default:
			panic(exc.AttributeError("'%s' object has no attribute 'decode'", py.TypeOf(arg).Name()))
		}
	}
	return texts, !isText
}

// textsOf are the components of a URL, given as any iterable.
func textsOf(components any) []string {
	texts, _ := coerced(py.TupleFrom(py.Iter(components))...)
	return texts
}

// resultOf is a result of the kind of the arguments: get chooses the class.
func resultOf(bytes bool, get func(t *classTable) *py.Class, parts ...string) any {
	if !bytes {
		return result(get(classes()), parts...)
	}
	args := make([]any, len(parts))
	for i, p := range parts {
		args[i] = valueOf(p, true)
	}
	return py.Call(get(byteClasses()), args...)
}

func result(class *py.Class, parts ...string) any {
	args := make([]any, len(parts))
	for i, p := range parts {
		args[i] = p
	}
	return py.Call(class, args...)
}

// defineNetloc adds the properties that take the network location apart.
func defineNetloc(b *define.Body, bytes bool) {
	part := func(name string, get func(user, host string, hasUser bool) any) {
		b.Property(name, func(self any) any {
			netloc := textsOf(self)[1]
			at := strings.LastIndexByte(netloc, '@')
			v := get(netloc[:max(at, 0)], netloc[at+1:], at >= 0)
			if text, ok := v.(string); ok {
				return valueOf(text, bytes)
			}
			return v
		})
	}
	part("username", func(user, _ string, hasUser bool) any {
		if !hasUser {
			return nil
		}
		name, _, _ := strings.Cut(user, ":")
		return name
	})
	part("password", func(user, _ string, _ bool) any {
		if _, password, ok := strings.Cut(user, ":"); ok {
			return password
		}
		return nil
	})
	part("hostname", func(_, host string, _ bool) any {
		name, _ := hostPort(host)
		if name == "" {
			return nil
		}
		name, zone, hasZone := strings.Cut(name, "%")
		name = py.StrLower(name)
		if hasZone {
			name += "%" + zone
		}
		return name
	})
	part("port", func(_, host string, _ bool) any {
		_, port := hostPort(host)
		if port == "" {
			return nil
		}
		if !py.StrIsASCII(port) || !py.StrIsDigit(port) {
			panic(exc.ValueError("Port could not be cast to integer value as %s", py.Repr(port)))
		}
		n, err := strconv.Atoi(port)
		if err != nil || n > 65535 {
			panic(exc.ValueError("Port out of range 0-65535"))
		}
		return n
	})
}

func hostPort(host string) (name, port string) {
	if _, bracketed, ok := strings.Cut(host, "["); ok {
		name, rest, _ := strings.Cut(bracketed, "]")
		_, port, _ = strings.Cut(rest, ":")
		return name, port
	}
	name, port, _ = strings.Cut(host, ":")
	return name, port
}
