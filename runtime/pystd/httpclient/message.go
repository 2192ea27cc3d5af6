package httpclient

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Message is HTTPMessage: the headers of a request or a response, in order,
// found by their names whatever the case.
type Message struct {
	py.Attributes
	headers []header
	payload any
}

type header struct{ name, value string }

// PyClass is the class HTTPMessage.
func (*Message) PyClass() *py.Class { return messageClass }

// get returns the values of a header.
func (m *Message) all(name string) []string {
	var values []string
	for _, h := range m.headers {
		if strings.EqualFold(h.name, name) {
			values = append(values, h.value)
		}
	}
	return values
}

// Get returns the first value of a header.
func (m *Message) Get(name string) (string, bool) {
	if values := m.all(name); len(values) > 0 {
		return values[0], true
	}
	return "", false
}

func (m *Message) remove(name string) {
	kept := m.headers[:0]
	for _, h := range m.headers {
		if !strings.EqualFold(h.name, name) {
			kept = append(kept, h)
		}
	}
	m.headers = kept
}

// parseMessage reads header lines. A line that begins with white space goes on
// with the header before; what is no header ends the headers.
func parseMessage(text string) *Message {
	m := &Message{payload: ""}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		if (line[0] == ' ' || line[0] == '\t') && len(m.headers) > 0 {
			m.headers[len(m.headers)-1].value += "\r\n" + line
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok || strings.ContainsAny(name, " \t") || name == "" {
			break
		}
		m.headers = append(m.headers, header{name, strings.TrimLeft(value, " \t")})
	}
	return m
}

// contentType is get_content_type(), and the parameters of the header.
func (m *Message) contentType() (kind string, parameters []header) {
	value, ok := m.Get("content-type")
	if !ok {
		return "text/plain", nil
	}
	parts := splitParameters(value)
	kind = strings.ToLower(strings.TrimSpace(parts[0]))
	if strings.Count(kind, "/") != 1 {
		kind = "text/plain"
	}
	for _, part := range parts[1:] {
		name, value, _ := strings.Cut(part, "=")
		value = strings.TrimSpace(value)
		if len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"' {
			value = strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(value[1 : len(value)-1])
		}
		parameters = append(parameters, header{strings.TrimSpace(name), value})
	}
	return kind, parameters
}

// splitParameters splits a value at the semicolons that are not in quotes.
func splitParameters(value string) []string {
	var parts []string
	quoted, start := false, 0
	for i := range len(value) {
		switch {
		case value[i] == '"' && (i == 0 || value[i-1] != '\\'):
			quoted = !quoted
		case value[i] == ';' && !quoted:
			parts = append(parts, value[start:i])
			start = i + 1
		}
	}
	return append(parts, value[start:])
}

func (m *Message) parameter(name string) any {
	_, parameters := m.contentType()
	for _, p := range parameters {
		if strings.EqualFold(p.name, name) {
			return p.value
		}
	}
	return nil
}

func (m *Message) text() string {
	var b strings.Builder
	for _, h := range m.headers {
		b.WriteString(h.name + ": " + strings.ReplaceAll(h.value, "\r\n", "\n") + "\n")
	}
	return b.String() + "\n"
}

var messageClass = py.NewNativeClass("http.client", "HTTPMessage", nil, func(d *py.Definition) {
	of := py.PayloadAs[*Message]
	d.New("HTTPMessage()", func() any { return &Message{} })
	get := func(self, name, fallback any) any {
		if v, ok := of(self).Get(py.As[string](name)); ok {
			return v
		}
		return fallback
	}
	d.Method("get(self, name, failobj=None)", get)
	d.Method("__getitem__(self, name)", func(self, name any) any { return get(self, name, nil) })
	d.Method("__setitem__(self, name, val)", func(self, name, value any) any {
		m := of(self)
		m.headers = append(m.headers, header{py.As[string](name), py.Str(value)})
		return nil
	})
	d.Method("add_header(self, _name, _value, **_params)", func(self, name, value, parameters any) any {
		text := py.Str(value)
		for _, p := range py.KwFrom(parameters) {
			text += "; " + strings.ReplaceAll(p.Name, "_", "-")
			if p.Value != nil {
				text += `="` + py.Str(p.Value) + `"`
			}
		}
		m := of(self)
		m.headers = append(m.headers, header{py.As[string](name), text})
		return nil
	})
	d.Method("replace_header(self, _name, _value)", func(self, name, value any) any {
		m := of(self)
		for i, h := range m.headers {
			if strings.EqualFold(h.name, py.As[string](name)) {
				m.headers[i].value = py.Str(value)
				return nil
			}
		}
		panic(py.NewKeyError(name))
	})
	d.Method("__delitem__(self, name)", func(self, name any) any {
		of(self).remove(py.As[string](name))
		return nil
	})
	d.Method("__contains__(self, name)", func(self, name any) any {
		text, ok := py.Payload(name).(string)
		return ok && len(of(self).all(text)) > 0
	})
	d.Method("__len__(self)", func(self any) any { return len(of(self).headers) })
	list := func(item func(h header) any) func(self any) any {
		return func(self any) any {
			all := py.ListOf[any]()
			for _, h := range of(self).headers {
				all.Append(item(h))
			}
			return all
		}
	}
	names := list(func(h header) any { return h.name })
	d.Method("keys(self)", names)
	d.Method("__iter__(self)", func(self any) any { return py.GetIter(names(self)) })
	d.Method("values(self)", list(func(h header) any { return h.value }))
	d.Method("items(self)", list(func(h header) any { return py.Tuple{h.name, h.value} }))
	d.Method("get_all(self, name, failobj=None)", func(self, name, fallback any) any {
		values := of(self).all(py.As[string](name))
		if len(values) == 0 {
			return fallback
		}
		return py.ListOf(values...)
	})
	d.Method("get_content_type(self)", func(self any) any {
		kind, _ := of(self).contentType()
		return kind
	})
	half := func(name string, index int) {
		d.Method(name+"(self)", func(self any) any {
			kind, _ := of(self).contentType()
			return strings.Split(kind, "/")[index]
		})
	}
	half("get_content_maintype", 0)
	half("get_content_subtype", 1)
	d.Method("get_content_charset(self, failobj=None)", func(self, fallback any) any {
		if v, ok := of(self).parameter("charset").(string); ok {
			return strings.ToLower(v)
		}
		return fallback
	})
	d.Method("get_param(self, param, failobj=None, header='content-type', unquote=True)", func(self, name, fallback, where, _ any) any {
		if !strings.EqualFold(py.As[string](where), "content-type") {
			panic(exc.NotImplementedError("get_param() of the header %s", py.Str(where)))
		}
		if v := of(self).parameter(py.As[string](name)); v != nil {
			return v
		}
		return fallback
	})
	d.Method("is_multipart(self)", func(any) any { return false })
	d.Method("get_payload(self, i=None, decode=False)", func(self, _, _ any) any { return of(self).payload })
	d.Method("as_string(self, unixfrom=False, maxheaderlen=0, policy=None)", func(self, _, _, _ any) any { return of(self).text() })
	d.Method("__str__(self)", func(self any) any { return of(self).text() })
	d.Method("as_bytes(self, unixfrom=False, policy=None)", func(self, _, _ any) any {
		return py.StrEncode(of(self).text(), "utf-8", "surrogateescape")
	})
	d.Method("__bytes__(self)", func(self any) any { return py.StrEncode(of(self).text(), "utf-8", "surrogateescape") })
})
