package urllibrequest

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
)

// request is Request.
type request struct {
	py.Attributes
	full, fragment         string
	scheme, host, selector string
	data                   any
	headers, once          *py.Dict[any, any]
	method                 any
	timeout                any
	context                any // the SSLContext of urlopen, nil for the default one
	// visited counts the redirections to each address.
	visited map[string]int
}

// PyClass is the class Request.
func (*request) PyClass() *py.Class { return requestClass }

// capitalized is name.capitalize(), as headers are kept.
func capitalized(name string) string {
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + strings.ToLower(name[1:])
}

// parse takes a URL apart. It raises ValueError.
func (r *request) parse(url string) {
	url = strings.TrimSpace(url)
	if strings.HasPrefix(url, "<") && strings.HasSuffix(url, ">") {
		url = strings.TrimSpace(url[1 : len(url)-1])
	}
	url = strings.TrimPrefix(url, "URL:")
	r.full, r.fragment, _ = strings.Cut(url, "#")
	scheme, rest, ok := strings.Cut(r.full, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") || scheme == "" {
		panic(exc.ValueError("unknown url type: %s", py.Repr(url)))
	}
	r.scheme, r.host, r.selector = strings.ToLower(scheme), "", rest
	if after, ok := strings.CutPrefix(rest, "//"); ok {
		i := strings.IndexAny(after, "/?")
		if i < 0 {
			i = len(after)
		}
		r.host, r.selector = after[:i], after[i:]
		if strings.HasPrefix(r.selector, "?") {
			r.selector = "/" + r.selector
		}
		r.host = urllibparse.Unquote(r.host, "utf-8", "replace")
	}
}

func (r *request) fullURL() string {
	if r.fragment != "" {
		return r.full + "#" + r.fragment
	}
	return r.full
}

func (r *request) getMethod() string {
	if r.method != nil {
		return py.As[string](r.method)
	}
	if r.data != nil {
		return "POST"
	}
	return "GET"
}

func (r *request) has(name string) bool { return r.headers.Has(name) || r.once.Has(name) }

var requestClass = py.NewNativeClass("urllib.request", "Request", nil, func(d *py.Definition) {
	of := py.PayloadAs[*request]
	d.Alloc(func() any {
		return &request{headers: py.DictOf[any, any](), once: py.DictOf[any, any](), visited: map[string]int{}, timeout: absent}
	})
	d.Init("__init__(self, url, data=None, headers=, origin_req_host=None, unverifiable=False, method=None)",
		func(self, url, data, headers, _, _, method any) any {
			r := of(self)
			text, ok := py.Payload(url).(string)
			if !ok {
				panic(exc.TypeError("expected string or bytes-like object, got '%s'", py.TypeOf(url).Name()))
			}
			r.parse(text)
			r.data, r.method = data, method
			for pair := range py.Iter(py.CallMethod(headers, "items")) {
				t := py.Unpack(pair, 2)
				r.headers.Set(capitalized(py.As[string](t[0])), t[1])
			}
			return nil
		}, py.DictOf[any, any]())
	d.Member("full_url", func(self any) any { return of(self).fullURL() }, func(self, v any) { of(self).parse(py.As[string](v)) })
	d.Member("data", func(self any) any { return of(self).data }, func(self, v any) {
		r := of(self)
		if r.data != nil && r.has("Content-length") {
			r.headers.PopOr("Content-length", nil)
			r.once.PopOr("Content-length", nil)
		}
		r.data = v
	})
	d.Member("method", func(self any) any { return of(self).method }, func(self, v any) { of(self).method = v })
	d.Getter("type", func(self any) any { return of(self).scheme })
	d.Getter("host", func(self any) any { return of(self).host })
	d.Getter("origin_req_host", func(self any) any {
		host, _, _ := strings.Cut(of(self).host, ":")
		return strings.ToLower(host)
	})
	d.Getter("selector", func(self any) any { return of(self).selector })
	d.Getter("fragment", func(self any) any {
		if f := of(self).fragment; f != "" {
			return f
		}
		return nil
	})
	d.Getter("headers", func(self any) any { return of(self).headers })
	d.Getter("unredirected_hdrs", func(self any) any { return of(self).once })
	d.Method("get_method(self)", func(self any) any { return of(self).getMethod() })
	d.Method("get_full_url(self)", func(self any) any { return of(self).fullURL() })
	d.Method("add_header(self, key, val)", func(self, key, value any) any {
		of(self).headers.Set(capitalized(py.As[string](key)), value)
		return nil
	})
	d.Method("add_unredirected_header(self, key, val)", func(self, key, value any) any {
		of(self).once.Set(capitalized(py.As[string](key)), value)
		return nil
	})
	d.Method("has_header(self, header_name)", func(self, name any) any { return of(self).has(py.As[string](name)) })
	d.Method("get_header(self, header_name, default=None)", func(self, name, fallback any) any {
		r := of(self)
		return r.headers.GetOr(name, r.once.GetOr(name, fallback))
	})
	d.Method("remove_header(self, header_name)", func(self, name any) any {
		of(self).headers.PopOr(name, nil)
		of(self).once.PopOr(name, nil)
		return nil
	})
	d.Method("header_items(self)", func(self any) any {
		all := of(self).once.Copy()
		all.Update(of(self).headers)
		return py.Call(py.ListClass, py.CallMethod(all, "items"))
	})
})
