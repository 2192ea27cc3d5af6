package urllibparse

import (
	"math/big"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

// addParts adds the functions that take a URL apart piece by piece, which are
// deprecated.
func addParts(m *py.Module) {
	add := func(name, instead string, parts func(text string) (before, after any)) {
		m.Func(name+"(url)", func(url any) any {
			warnings.Warn("urllib.parse."+name+"() is deprecated as of 3.8, use urllib.parse."+instead+"() instead", py.DeprecationWarning)
			before, after := parts(py.As[string](url))
			return py.Tuple{before, after}
		})
	}
	add("splittype", "urlparse", func(url string) (any, any) {
		if i := strings.IndexAny(url, "/:"); i > 0 && url[i] == ':' {
			return strings.ToLower(url[:i]), url[i+1:]
		}
		return nil, url
	})
	add("splithost", "urlparse", func(url string) (any, any) {
		rest, ok := strings.CutPrefix(url, "//")
		if !ok {
			return nil, url
		}
		host, path := rest, ""
		if i := strings.IndexAny(rest, "/#?"); i >= 0 {
			host, path = rest[:i], rest[i:]
		}
		if path != "" && path[0] != '/' {
			path = "/" + path
		}
		return host, path
	})
	add("splituser", "urlparse", func(host string) (any, any) {
		if i := strings.LastIndexByte(host, '@'); i >= 0 {
			return host[:i], host[i+1:]
		}
		return nil, host
	})
	add("splitpasswd", "urlparse", cut(":"))
	add("splitport", "urlparse", func(host string) (any, any) {
		if i := strings.LastIndexByte(host, ':'); i >= 0 && strings.Trim(host[i+1:], "0123456789") == "" {
			if i+1 < len(host) {
				return host[:i], host[i+1:]
			}
			return host[:i], nil
		}
		return host, nil
	})
	m.Func("splitnport(host, defport=-1)", func(host, port any) any {
		warnings.Warn("urllib.parse.splitnport() is deprecated as of 3.8, use urllib.parse.urlparse() instead", py.DeprecationWarning)
		text := py.As[string](host)
		i := strings.LastIndexByte(text, ':')
		switch {
		case i < 0:
			return py.Tuple{text, port}
		case i+1 == len(text):
			return py.Tuple{text[:i], port}
		case strings.Trim(text[i+1:], "0123456789") != "":
			return py.Tuple{text[:i], nil}
		}
		n, _ := new(big.Int).SetString(text[i+1:], 10)
		return py.Tuple{text[:i], py.Int(n)}
	}, -1)
	add("splitquery", "urlparse", cutLast("?"))
	add("splittag", "urlparse", cutLast("#"))
	add("splitattr", "urlparse", func(url string) (any, any) {
		words := strings.Split(url, ";")
		rest := py.ListOf[any]()
		for _, word := range words[1:] {
			rest.Append(word)
		}
		return words[0], rest
	})
	add("splitvalue", "parse_qsl", cut("="))
}

// cut divides a text at the first sep; without one there is nothing after it.
func cut(sep string) func(text string) (before, after any) {
	return func(text string) (any, any) {
		if before, after, ok := strings.Cut(text, sep); ok {
			return before, after
		}
		return text, nil
	}
}

// cutLast is cut at the last sep.
func cutLast(sep string) func(text string) (before, after any) {
	return func(text string) (any, any) {
		if i := strings.LastIndex(text, sep); i >= 0 {
			return text[:i], text[i+1:]
		}
		return text, nil
	}
}
