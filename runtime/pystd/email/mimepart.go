package email

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// clearContent removes the content and the headers that describe it.
func (m *Message) clearContent() {
	var kept []field
	for _, f := range m.headers {
		if !isContentHeader(f) {
			kept = append(kept, f)
		}
	}
	m.headers, m.payload = kept, nil
}

func isContentHeader(f field) bool {
	return strings.HasPrefix(strings.ToLower(f.name), "content-")
}

func setContent(self, args, manager, kw any) {
	if manager == nil {
		manager = messageOf(self).policy.manager
	}
	py.CallMethodKw(manager, "set_content", append([]any{self}, args.(py.Tuple)...), py.KwFrom(kw))
}

func (m *Message) isAttachment() bool {
	return m.disposition() == "attachment"
}

// makeMultipart puts the content into the first part of a multipart.
func (m *Message) makeMultipart(self any, sub string, disallowed []string, boundary any) {
	if m.mainType() == "multipart" {
		if existing := m.subType(); existing == sub || slices.Contains(disallowed, existing) {
			panic(exc.ValueError("Cannot convert %s to %s", existing, sub))
		}
	}
	var kept, content []field
	for _, f := range m.headers {
		if isContentHeader(f) {
			content = append(content, f)
		} else {
			kept = append(kept, f)
		}
	}
	parts := py.ListOf[any]()
	if len(content) > 0 {
		made := py.CallKw(py.TypeOf(self), nil, py.Kwargs{{Name: "policy", Value: m.policy}})
		part := messageOf(made)
		part.headers, part.payload = content, m.payload
		parts.Append(made)
	}
	m.payload, m.headers = parts, kept
	m.set("Content-Type", "multipart/"+sub)
	if boundary != nil {
		m.setParameter("boundary", boundary, "Content-Type", true, false)
	}
}

// excluded are the kinds of multipart that cannot become another one.
var excluded = map[string][]string{"related": {"alternative", "mixed"}, "alternative": {"mixed"}, "mixed": nil}

// addPart appends a part to a multipart of the kind, which is made if needed.
func (m *Message) addPart(self any, sub, disposition string, args, kw any) {
	if m.mainType() != "multipart" || m.subType() != sub {
		m.makeMultipart(self, sub, excluded[sub], nil)
	}
	part := py.CallKw(py.TypeOf(self), nil, py.Kwargs{{Name: "policy", Value: m.policy}})
	py.CallMethodKw(part, "set_content", args.(py.Tuple), py.KwFrom(kw))
	if p := messageOf(part); disposition != "" && !p.has("content-disposition") {
		p.set("Content-Disposition", disposition)
	}
	m.attach(part)
}

// findBody calls yield with the candidates for the body and their preference.
func findBody(self any, preferences []string, yield func(priority int, part any)) {
	m := messageOf(self)
	if m.isAttachment() {
		return
	}
	main, sub := m.mainType(), m.subType()
	if main == "text" {
		if i := slices.Index(preferences, sub); i >= 0 {
			yield(i, self)
		}
		return
	}
	l := m.list()
	if main != "multipart" || l == nil {
		return
	}
	if sub != "related" {
		for part := range l.All() {
			findBody(part, preferences, yield)
		}
		return
	}
	if i := slices.Index(preferences, "related"); i >= 0 {
		yield(i, self)
	}
	if candidate := m.root(); candidate != nil {
		findBody(candidate, preferences, yield)
	}
}

// root is the part of a multipart/related that refers to the others.
func (m *Message) root() any {
	l := m.list()
	if start, ok := m.parameter("start", "content-type", true); ok && py.Truth(start) {
		for part := range l.All() {
			if id, ok := messageOf(part).text("content-id"); ok && py.Equal(start, id) {
				return part
			}
		}
	}
	if l.Len() == 0 {
		return nil
	}
	return l.Get(0)
}

// attachments are the parts that are not the body.
func (m *Message) attachments() []any {
	main, sub := m.mainType(), m.subType()
	l := m.list()
	if main != "multipart" || sub == "alternative" || l == nil {
		return nil
	}
	var all []any
	if sub == "related" {
		root := m.root()
		for part := range l.All() {
			if !py.Is(part, root) {
				all = append(all, part)
			}
		}
		return all
	}
	bodies := []string{"text/plain", "text/html", "multipart/related", "multipart/alternative"}
	var seen []string
	for part := range l.All() {
		p := messageOf(part)
		if slices.Contains(bodies, p.contentType()) && !p.isAttachment() && !slices.Contains(seen, p.subType()) {
			seen = append(seen, p.subType())
			continue
		}
		all = append(all, part)
	}
	return all
}

func defineMIMEPart(d *py.Definition) {
	of := messageOf
	d.Method("as_string(self, unixfrom=False, maxheaderlen=None, policy=None)", func(self, unixFrom, maxLine, policy any) any {
		p := optionalPolicy(policy)
		if p == nil {
			p = of(self).policy
		}
		if maxLine == nil {
			maxLine = p.maxLine
		}
		return of(self).asString(py.Truth(unixFrom), maxLine, p)
	})
	d.Method("__str__(self)", func(self any) any {
		p := *of(self).policy
		p.utf8 = true
		return py.CallMethodKw(self, "as_string", nil, py.Kwargs{{Name: "policy", Value: &p}})
	})
	d.Method("is_attachment(self)", func(self any) any { return of(self).isAttachment() })
	d.Method("iter_parts(self)", func(self any) any {
		var all []any
		if l := of(self).list(); l != nil {
			for part := range l.All() {
				all = append(all, part)
			}
		}
		return iterate(all)
	})
	d.Method("iter_attachments(self)", func(self any) any { return iterate(of(self).attachments()) })
	d.Method("get_body(self, preferencelist=)", func(self, preferences any) any {
		var names []string
		for name := range py.Iter(preferences) {
			names = append(names, py.As[string](name))
		}
		best, body := len(names), any(nil)
		findBody(self, names, func(priority int, part any) {
			if priority < best {
				best, body = priority, part
			}
		})
		return body
	}, py.Tuple{"related", "html", "plain"})
	d.Method("get_content(self, *args, content_manager=None, **kw)", func(self, args, manager, kw any) any {
		if manager == nil {
			manager = of(self).policy.manager
		}
		return py.CallMethodKw(manager, "get_content", append([]any{self}, args.(py.Tuple)...), py.KwFrom(kw))
	})
	d.Method("set_content(self, *args, content_manager=None, **kw)", func(self, args, manager, kw any) any {
		setContent(self, args, manager, kw)
		return nil
	})
	for sub := range excluded {
		d.Method("make_"+sub+"(self, boundary=None)", func(self, boundary any) any {
			of(self).makeMultipart(self, sub, excluded[sub], boundary)
			return nil
		})
	}
	for name, add := range map[string][2]string{
		"add_related": {"related", "inline"}, "add_alternative": {"alternative", ""}, "add_attachment": {"mixed", "attachment"},
	} {
		d.Method(name+"(self, *args, **kw)", func(self, args, kw any) any {
			of(self).addPart(self, add[0], add[1], args, kw)
			return nil
		})
	}
	d.Method("clear(self)", func(self any) any {
		of(self).headers, of(self).payload = nil, nil
		return nil
	})
	d.Method("clear_content(self)", func(self any) any {
		of(self).clearContent()
		return nil
	})
}
