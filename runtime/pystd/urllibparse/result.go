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

var classes = sync.OnceValue(func() *classTable {
	class := func(name, fields string, netloc bool, url func(part []string) string) *py.Class {
		base := collections.NamedTuple(name, strings.Fields(fields), nil, "urllib.parse")
		return define.Class("urllib.parse", name, []any{base}, func(b *define.Body) {
			b.Set("__slots__", py.Tuple{})
			b.Method("geturl(self)", func(self any) any { return url(textsOf(self)) })
			if netloc {
				defineNetloc(b)
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
})

// textsOf are the components of a URL, given as any iterable.
func textsOf(components any) []string {
	var texts []string
	for v := range py.Iter(components) {
		if v == nil {
			v = ""
		}
		texts = append(texts, py.As[string](v))
	}
	return texts
}

func result(class *py.Class, parts ...string) any {
	args := make([]any, len(parts))
	for i, p := range parts {
		args[i] = p
	}
	return py.Call(class, args...)
}

// defineNetloc adds the properties that take the network location apart.
func defineNetloc(b *define.Body) {
	part := func(name string, get func(user, host string, hasUser bool) any) {
		b.Property(name, func(self any) any {
			netloc := py.PayloadAs[py.Tuple](self)[1].(string)
			at := strings.LastIndexByte(netloc, '@')
			return get(netloc[:max(at, 0)], netloc[at+1:], at >= 0)
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
