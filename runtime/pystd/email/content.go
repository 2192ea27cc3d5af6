package email

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/binascii"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A contentManager is email.contentmanager.ContentManager: functions that read
// the content of a message by its type, and that set it by the type of an
// object.
type contentManager struct {
	getters, setters *py.Dict[any, any]
}

var contentManagerClass *py.Class

func init() {
	contentManagerClass = py.NewNativeClass("email.contentmanager", "ContentManager", nil, defineContentManager)
}

// PyClass is ContentManager.
func (*contentManager) PyClass() *py.Class { return contentManagerClass }

func defineContentManager(d *py.Definition) {
	of := py.PayloadAs[*contentManager]
	d.Alloc(func() any { return &contentManager{py.DictOf[any, any](), py.DictOf[any, any]()} })
	d.Init("__init__(self)", func(any) any { return nil })
	d.Getter("get_handlers", func(self any) any { return of(self).getters })
	d.Getter("set_handlers", func(self any) any { return of(self).setters })
	d.Method("add_get_handler(self, key, handler)", func(self, key, handler any) any {
		of(self).getters.Set(key, handler)
		return nil
	})
	d.Method("add_set_handler(self, typekey, handler)", func(self, key, handler any) any {
		of(self).setters.Set(key, handler)
		return nil
	})
	d.Method("get_content(self, msg, *args, **kw)", func(self, msg, args, kw any) any {
		m := messageOf(msg)
		for _, key := range []string{m.contentType(), m.mainType(), ""} {
			if handler, ok := of(self).getters.Lookup(key); ok {
				return py.CallKw(handler, append([]any{msg}, args.(py.Tuple)...), py.KwFrom(kw))
			}
		}
		panic(py.NewKeyError(m.contentType()))
	})
	d.Method("set_content(self, msg, obj, *args, **kw)", func(self, msg, o, args, kw any) any {
		m := messageOf(msg)
		if m.mainType() == "multipart" {
			panic(exc.TypeError("set_content not valid on multipart"))
		}
		handler := of(self).setter(o)
		m.clearContent()
		py.CallKw(handler, append([]any{msg, o}, args.(py.Tuple)...), py.KwFrom(kw))
		return nil
	})
}

// setter finds the function for the type of o: by class, full name or name.
func (c *contentManager) setter(o any) any {
	first := ""
	for _, class := range py.TypeOf(o).MRO() {
		name := class.Name()
		full := py.Str(py.GetAttrOr(class, "__module__", "")) + "." + name
		if first == "" {
			first = full
		}
		for _, key := range []any{class, full, name} {
			if handler, ok := c.setters.Lookup(key); ok {
				return handler
			}
		}
	}
	if handler, ok := c.setters.Lookup(nil); ok {
		return handler
	}
	panic(py.NewKeyError(first))
}

// rawDataManager is email.contentmanager.raw_data_manager.
var rawDataManager = sync.OnceValue(func() *contentManager {
	c := &contentManager{py.DictOf[any, any](), py.DictOf[any, any]()}
	c.getters.Set("text", py.Func("get_text_content(msg, errors='replace')", func(msg, errors any) any {
		m := messageOf(msg)
		data := m.getPayload(nil, true)
		charset, ok := m.parameter("charset", "content-type", true)
		if !ok {
			charset = "ASCII"
		}
		return py.CallMethodKw(data, "decode", []any{charset}, py.Kwargs{{Name: "errors", Value: errors}})
	}))
	decoded := py.Func("get_non_text_content(msg)", func(msg any) any { return messageOf(msg).getPayload(nil, true) })
	for _, main := range []string{"audio", "image", "video", "application"} {
		c.getters.Set(main, decoded)
	}
	first := py.Func("get_message_content(msg)", func(msg any) any { return messageOf(msg).getPayload(0, false) })
	c.getters.Set("message/rfc822", first)
	c.getters.Set("message/external-body", first)
	c.getters.Set("message", py.Func("get_and_fixup_unknown_message_content(msg)", func(msg any) any {
		return py.CallMethod(messageOf(msg).getPayload(0, false), "as_bytes")
	}))
	c.setters.Set(py.StrClass, py.Func("set_text_content(msg, string, subtype='plain', charset='utf-8', cte=None, disposition=None, filename=None, cid=None, params=None, headers=None)", setText))
	c.setters.Set(messageClass, py.Func("set_message_content(msg, message, subtype='rfc822', cte=None, disposition=None, filename=None, cid=None, params=None, headers=None)", setMessage))
	data := py.Func("set_bytes_content(msg, data, maintype, subtype, cte='base64', disposition=None, filename=None, cid=None, params=None, headers=None)", setBytes)
	for _, class := range []*py.Class{py.BytesClass, py.ByteArrayClass, py.MemoryViewClass} {
		c.setters.Set(class, data)
	}
	return c
})

// prepare sets the type of the content, and headers.
func (m *Message) prepare(main, sub string, headers any) {
	m.set("Content-Type", main+"/"+sub)
	if !py.Truth(headers) {
		return
	}
	for item := range py.Iter(headers) {
		header := item
		if headerName(item) == "" {
			f := sourceField([]string{py.As[string](item)})
			header = newHeader(f.name, f.value)
		}
		if defects := py.GetAttr(header, "defects").(py.Tuple); len(defects) > 0 {
			text := py.CallMethodKw(header, "fold", nil, py.Kwargs{{Name: "policy", Value: m.policy}})
			py.Raise(exc.ValueError("Invalid header: %s", text), defects[0])
		}
		m.set(headerName(header), header)
	}
}

// finish sets the headers that say what the content is for.
func (m *Message) finish(disposition, filename, cid, params any) {
	if disposition == nil && filename != nil {
		disposition = "attachment"
	}
	if disposition != nil {
		m.set("Content-Disposition", disposition)
	}
	if filename != nil {
		m.setParameter("filename", filename, "Content-Disposition", true, true)
	}
	if cid != nil {
		m.set("Content-ID", cid)
	}
	if params != nil {
		for item := range py.Iter(py.CallMethod(params, "items")) {
			pair := py.Unpack(item, 2)
			m.setParameter(py.As[string](pair[0]), pair[1], "Content-Type", true, false)
		}
	}
}

func setText(args []any) any {
	m := messageOf(args[0])
	charset := py.As[string](args[3])
	m.prepare("text", py.As[string](args[2]), args[9])
	name, body := encodeText(py.As[string](args[1]), charset, args[4], m.policy)
	m.payload = body
	if alias, ok := charsetAliases[charset]; ok {
		charset = alias
	}
	m.setParameter("charset", charset, "Content-Type", true, true)
	m.set("Content-Transfer-Encoding", name)
	m.finish(args[5], args[6], args[7], args[8])
	return nil
}

func setMessage(args []any) any {
	m := messageOf(args[0])
	sub := py.As[string](args[2])
	encoding := args[3]
	check := func(allowed ...string) {
		if encoding == nil {
			return
		}
		for _, name := range allowed {
			if py.Equal(encoding, name) {
				return
			}
		}
		panic(exc.ValueError("message/%s parts do not support cte=%s", sub, py.Str(encoding)))
	}
	standard := "7bit"
	switch sub {
	case "partial":
		panic(exc.ValueError("message/partial is not supported for Message objects"))
	case "rfc822":
		check("7bit", "8bit", "binary")
		standard = "8bit"
	case "external-body":
		check("7bit")
	}
	if encoding == nil {
		encoding = standard
	}
	m.prepare("message", sub, args[8])
	m.payload = py.ListOf(args[1])
	m.set("Content-Transfer-Encoding", encoding)
	m.finish(args[4], args[5], args[6], args[7])
	return nil
}

func setBytes(args []any) any {
	m := messageOf(args[0])
	m.prepare(py.As[string](args[2]), py.As[string](args[3]), args[9])
	data := py.BytesLike(args[1])
	switch encoding := py.As[string](args[4]); encoding {
	case "base64":
		data = encodeBase64(data, m.policy.maxLine)
	case "quoted-printable":
		data = py.BytesLike(py.CallKw(binascii.Module().Attr("b2a_qp"), []any{py.Bytes(data)},
			py.Kwargs{{Name: "istext", Value: false}, {Name: "header", Value: false}, {Name: "quotetabs", Value: true}}))
	case "7bit":
		data = py.BytesDecode(data, "ascii", "strict")
	case "8bit", "binary":
		data = py.BytesDecode(data, "ascii", "surrogateescape")
	}
	m.payload = data
	m.set("Content-Transfer-Encoding", args[4])
	m.finish(args[5], args[6], args[7], args[8])
	return nil
}
