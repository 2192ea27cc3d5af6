package email

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

var messageClass, mimePartClass, emailMessageClass *py.Class

var headerIteratorClass = define.IteratorClass("email.message", "generator", nil)

func init() {
	messageClass = py.NewNativeClass("email.message", "Message", nil, func(d *py.Definition) {
		d.Alloc(func() any { return newMessage(messageClass, policies().compat) })
		d.Init("__init__(self, policy=None)", func(self, policy any) any {
			if policy != nil {
				messageOf(self).policy = policyOf(policy)
			}
			return nil
		})
		defineMessage(d)
		defineHeaders(d)
		defineParameters(d)
		definePayload(d)
	})
	mimePartClass = py.NewNativeClass("email.message", "MIMEPart", []*py.Class{messageClass}, func(d *py.Definition) {
		d.Alloc(func() any { return newMessage(mimePartClass, policies().standard) })
		defineMIMEPart(d)
	})
	emailMessageClass = py.NewNativeClass("email.message", "EmailMessage", []*py.Class{mimePartClass}, func(d *py.Definition) {
		d.Alloc(func() any { return newMessage(emailMessageClass, policies().standard) })
		d.Method("set_content(self, *args, content_manager=None, **kw)", func(self, args, manager, kw any) any {
			setContent(self, args, manager, kw)
			if m := messageOf(self); !m.has("MIME-Version") {
				m.set("MIME-Version", "1.0")
			}
			return nil
		})
	})
}

func defineMessage(d *py.Definition) {
	of := messageOf
	d.Method("__str__(self)", func(self any) any { return py.CallMethod(self, "as_string") })
	d.Method("__bytes__(self)", func(self any) any { return py.CallMethod(self, "as_bytes") })
	d.Method("as_string(self, unixfrom=False, maxheaderlen=0, policy=None)", func(self, unixFrom, maxLine, policy any) any {
		return of(self).asString(py.Truth(unixFrom), maxLine, optionalPolicy(policy))
	})
	d.Method("as_bytes(self, unixfrom=False, policy=None)", func(self, unixFrom, policy any) any {
		return of(self).asBytes(py.Truth(unixFrom), optionalPolicy(policy))
	})
	d.Member("policy", func(self any) any { return of(self).policy }, func(self, v any) { of(self).policy = policyOf(v) })
	d.Member("preamble", func(self any) any { return of(self).preamble }, func(self, v any) { of(self).preamble = v })
	d.Member("epilogue", func(self any) any { return of(self).epilogue }, func(self, v any) { of(self).epilogue = v })
	d.Member("defects", func(self any) any { return of(self).defects }, func(self, v any) { of(self).defects = py.As[*py.List[any]](v) })
	d.Member("_payload", func(self any) any { return of(self).payload }, func(self, v any) { of(self).payload = v })
	d.Method("is_multipart(self)", func(self any) any { return of(self).list() != nil })
	d.Method("set_unixfrom(self, unixfrom)", func(self, v any) any {
		of(self).unixFrom = v
		return nil
	})
	d.Method("get_unixfrom(self)", func(self any) any { return of(self).unixFrom })
	d.Method("walk(self)", func(self any) any {
		var all []any
		of(self).walk(self, func(part any) { all = append(all, part) })
		return iterate(all)
	})
	d.Method("get_content_type(self)", func(self any) any { return of(self).contentType() })
	d.Method("get_content_maintype(self)", func(self any) any { return of(self).mainType() })
	d.Method("get_content_subtype(self)", func(self any) any { return of(self).subType() })
	d.Method("get_content_disposition(self)", func(self any) any { return of(self).disposition() })
	d.Method("get_default_type(self)", func(self any) any { return of(self).defaultType })
	d.Method("set_default_type(self, ctype)", func(self, v any) any {
		of(self).defaultType = py.As[string](v)
		return nil
	})
	d.Method("get_content_charset(self, failobj=None)", func(self, otherwise any) any { return of(self).contentCharset(otherwise) })
	d.Method("get_charsets(self, failobj=None)", func(self, otherwise any) any {
		all := py.ListOf[any]()
		of(self).walk(self, func(part any) { all.Append(of(part).contentCharset(otherwise)) })
		return all
	})
}

func optionalPolicy(v any) *Policy {
	if v == nil {
		return nil
	}
	return policyOf(v)
}

// iterate is an iterator over items.
func iterate(items []any) any {
	i := -1
	return define.NewIterator(headerIteratorClass, func() (any, bool) {
		if i++; i >= len(items) {
			return nil, false
		}
		return items[i], true
	})
}

// defineHeaders adds the mapping of headers.
func defineHeaders(d *py.Definition) {
	of := messageOf
	get := func(self, name, otherwise any) any {
		if v, ok := of(self).lookup(py.As[string](name)); ok {
			return v
		}
		return otherwise
	}
	d.Method("__len__(self)", func(self any) any { return len(of(self).headers) })
	d.Method("__getitem__(self, name)", func(self, name any) any { return get(self, name, nil) })
	d.Method("__setitem__(self, name, val)", func(self, name, v any) any {
		of(self).set(py.As[string](name), v)
		return nil
	})
	d.Method("__delitem__(self, name)", func(self, name any) any {
		of(self).remove(py.As[string](name))
		return nil
	})
	d.Method("__contains__(self, name)", func(self, name any) any { return of(self).has(py.As[string](name)) })
	d.Method("__iter__(self)", func(self any) any {
		var all []any
		for _, f := range of(self).headers {
			all = append(all, f.name)
		}
		return iterate(all)
	})
	list := func(value func(m *Message, f field) any) func(self any) any {
		return func(self any) any {
			all := py.ListOf[any]()
			for _, f := range of(self).headers {
				all.Append(value(of(self), f))
			}
			return all
		}
	}
	d.Method("keys(self)", list(func(_ *Message, f field) any { return f.name }))
	d.Method("values(self)", list(func(m *Message, f field) any { return m.policy.fetch(f) }))
	d.Method("items(self)", list(func(m *Message, f field) any { return py.Tuple{f.name, m.policy.fetch(f)} }))
	d.Method("raw_items(self)", func(self any) any {
		var all []any
		for _, f := range of(self).headers {
			all = append(all, py.Tuple{f.name, f.value})
		}
		return iterate(all)
	})
	d.Method("set_raw(self, name, value)", func(self, name, v any) any {
		m := of(self)
		m.headers = append(m.headers, field{py.As[string](name), v})
		return nil
	})
	d.Method("get(self, name, failobj=None)", get)
	d.Method("get_all(self, name, failobj=None)", func(self, name, otherwise any) any {
		all := py.ListOf[any]()
		for _, f := range of(self).headers {
			if strings.EqualFold(f.name, py.As[string](name)) {
				all.Append(of(self).policy.fetch(f))
			}
		}
		if all.Len() == 0 {
			return otherwise
		}
		return all
	})
	d.Method("add_header(self, _name, _value, **_params)", func(self, name, v, params any) any {
		of(self).addHeader(py.As[string](name), v, params)
		return nil
	})
	d.Method("replace_header(self, _name, _value)", func(self, name, v any) any {
		of(self).replace(py.As[string](name), v)
		return nil
	})
}

func defineParameters(d *py.Definition) {
	of := messageOf
	d.Method("get_params(self, failobj=None, header='content-type', unquote=True)", func(self, otherwise, header, unquoted any) any {
		if list := of(self).parametersList(py.As[string](header), py.Truth(unquoted)); list != nil {
			return list
		}
		return otherwise
	})
	d.Method("get_param(self, param, failobj=None, header='content-type', unquote=True)", func(self, name, otherwise, header, unquoted any) any {
		if v, ok := of(self).parameter(py.As[string](name), py.As[string](header), py.Truth(unquoted)); ok {
			return v
		}
		return otherwise
	})
	d.Method("set_param(self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False)", func(a []any) any {
		value := a[2]
		if _, isTuple := value.(py.Tuple); !isTuple && py.Truth(a[5]) {
			value = py.Tuple{a[5], a[6], value}
		}
		of(a[0]).setParameter(py.As[string](a[1]), value, py.As[string](a[3]), py.Truth(a[4]), py.Truth(a[7]))
		return nil
	})
	d.Method("del_param(self, param, header='content-type', requote=True)", func(self, name, header, requote any) any {
		of(self).removeParameter(py.As[string](name), py.As[string](header), py.Truth(requote))
		return nil
	})
	d.Method("set_type(self, type, header='Content-Type', requote=True)", func(self, kind, header, requote any) any {
		of(self).setType(py.As[string](kind), py.As[string](header), py.Truth(requote))
		return nil
	})
	d.Method("get_filename(self, failobj=None)", func(self, otherwise any) any { return of(self).filename(otherwise) })
	d.Method("get_boundary(self, failobj=None)", func(self, otherwise any) any {
		if b, ok := of(self).boundary(); ok {
			return b
		}
		return otherwise
	})
	d.Method("set_boundary(self, boundary)", func(self, boundary any) any {
		of(self).setBoundary(py.As[string](boundary))
		return nil
	})
}

func definePayload(d *py.Definition) {
	of := messageOf
	d.Method("attach(self, payload)", func(self, part any) any {
		of(self).attach(part)
		return nil
	})
	d.Method("get_payload(self, i=None, decode=False)", func(self, i, decode any) any {
		return of(self).getPayload(i, py.Truth(decode))
	})
	d.Method("set_payload(self, payload, charset=None)", func(self, payload, charset any) any {
		of(self).setPayload(payload, charset)
		return nil
	})
	d.Method("set_charset(self, charset)", func(self, charset any) any {
		of(self).setCharset(charset)
		return nil
	})
	d.Method("get_charset(self)", func(self any) any { return of(self).charset })
}
