// Package email is Python's package email: messages with headers and parts,
// read from text and written as text. The modules below it are the packages
// beside this one, which take theirs from here.
// https://docs.python.org/3.13/library/email.html
package email

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A field is one header: its name as written, and its value, which is source
// text or an object of a header class.
type field struct {
	name  string
	value any
}

// A Message is email.message.Message or a class derived from it.
type Message struct {
	class    *py.Class
	policy   *Policy
	headers  []field
	unixFrom any
	// payload is None, a str, or a list of messages.
	payload            any
	charset            any
	preamble, epilogue any
	defects            *py.List[any]
	defaultType        string
}

// PyClass is the class that the message was made by.
func (m *Message) PyClass() *py.Class { return m.class }

func newMessage(class *py.Class, policy *Policy) *Message {
	return &Message{class: class, policy: policy, defects: py.ListOf[any](), defaultType: "text/plain"}
}

// messageOf is a part as a message.
func messageOf(v any) *Message { return py.PayloadAs[*Message](v) }

// lookup finds the first header of a name.
func (m *Message) lookup(name string) (any, bool) {
	for _, f := range m.headers {
		if strings.EqualFold(f.name, name) {
			return m.policy.fetch(f), true
		}
	}
	return nil, false
}

// text is a header as text; false if there is none.
func (m *Message) text(name string) (string, bool) {
	v, ok := m.lookup(name)
	if !ok {
		return "", false
	}
	return py.Str(v), true
}

func (m *Message) has(name string) bool {
	for _, f := range m.headers {
		if strings.EqualFold(f.name, name) {
			return true
		}
	}
	return false
}

// set appends a header.
func (m *Message) set(name string, value any) {
	if limit, ok := maxCount(m.policy, name).(int); ok {
		found := 0
		for _, f := range m.headers {
			if strings.EqualFold(f.name, name) {
				if found++; found >= limit {
					panic(exc.ValueError("There may be at most %d %s headers in a message", limit, name))
				}
			}
		}
	}
	m.headers = append(m.headers, field{name, m.policy.store(name, value)})
}

func (m *Message) remove(name string) {
	var kept []field
	for _, f := range m.headers {
		if !strings.EqualFold(f.name, name) {
			kept = append(kept, f)
		}
	}
	m.headers = kept
}

// replace gives the first header of a name another value.
func (m *Message) replace(name string, value any) {
	for i, f := range m.headers {
		if strings.EqualFold(f.name, name) {
			m.headers[i].value = m.policy.store(f.name, value)
			return
		}
	}
	panic(py.NewKeyError(strings.ToLower(name)))
}

// addHeader appends a header with parameters.
func (m *Message) addHeader(name string, value any, params any) {
	var parts []string
	if value != nil {
		parts = append(parts, py.As[string](value))
	}
	for k, v := range params.(*py.Dict[any, any]).All() {
		key := strings.ReplaceAll(k.(string), "_", "-")
		if v == nil {
			parts = append(parts, key)
		} else {
			parts = append(parts, formatParameter(key, v, true))
		}
	}
	m.set(name, strings.Join(parts, "; "))
}

// list is the parts; nil if the message has text.
func (m *Message) list() *py.List[any] {
	l, _ := m.payload.(*py.List[any])
	return l
}

func (m *Message) parts() []*Message {
	var all []*Message
	if l := m.list(); l != nil {
		for part := range l.All() {
			all = append(all, messageOf(part))
		}
	}
	return all
}

func (m *Message) attach(part any) {
	switch l := m.payload.(type) {
	case nil:
		m.payload = py.ListOf(part)
	case *py.List[any]:
		l.Append(part)
	default:
		panic(exc.TypeError("Attach is not valid on a message with a non-multipart payload"))
	}
}

// getPayload is get_payload.
func (m *Message) getPayload(i any, decode bool) any {
	if l := m.list(); l != nil {
		switch {
		case decode:
			return nil
		case i == nil:
			return l
		}
		return py.GetItem(l, i)
	}
	if i != nil {
		panic(exc.TypeError("Expected list, got %s", py.Repr(py.TypeOf(m.payload))))
	}
	text, isText := m.payload.(string)
	if !decode {
		if isText && rfc5322.HasSurrogates(text) {
			return m.undecoded(text)
		}
		return m.payload
	}
	if !isText {
		return m.payload
	}
	data := payloadBytes(text)
	encoding, _ := m.text("content-transfer-encoding")
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		return py.Bytes(decodeQuotedPrintable(data))
	case "base64":
		return py.Bytes(m.decodeBase64(data))
	case "x-uuencode", "uuencode", "uue", "x-uue":
		panic(exc.NotImplementedError("the uuencode transfer encoding"))
	}
	return py.Bytes(data)
}

// undecoded is text that came as bytes, in the charset that the message names.
func (m *Message) undecoded(text string) any {
	data, ok := asciiBytes(text)
	if !ok {
		return text
	}
	charset, _ := m.contentCharset("ascii").(string)
	var out string
	err := py.Try(func() error {
		out = py.BytesDecode(data, charset, "replace")
		return nil
	})
	if err != nil {
		return py.BytesDecode(data, "ascii", "replace")
	}
	return out
}

// asciiBytes is the bytes of text that is ASCII or stands for bytes.
func asciiBytes(text string) (data string, ok bool) {
	err := py.Try(func() error {
		data = string(py.StrEncode(text, "ascii", "surrogateescape"))
		return nil
	})
	return data, err == nil
}

func payloadBytes(text string) string {
	if data, ok := asciiBytes(text); ok {
		return data
	}
	return rawUnicodeEscape(text)
}

// rawUnicodeEscape is text in that codec: Latin-1, and \uXXXX for the rest.
func rawUnicodeEscape(text string) string {
	return string(py.StrEncode(text, "raw-unicode-escape", "strict"))
}

func (m *Message) decodeBase64(data string) string {
	joined := strings.Join(splitLines(py.BytesDecode(data, "latin-1", "strict")), "")
	data = string(py.StrEncode(joined, "latin-1", "strict"))
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=", r) {
			return r
		}
		return -1
	}, data)
	switch {
	case clean != data:
		m.policy.handle(m, defect("InvalidBase64CharactersDefect"))
	case len(data)%4 != 0:
		m.policy.handle(m, defect("InvalidBase64PaddingDefect"))
	}
	return rfc5322.DecodeB(data)
}

// setPayload is set_payload.
func (m *Message) setPayload(payload, charset any) {
	switch v := py.Payload(payload).(type) {
	case string:
		if charset == nil {
			m.payload = v
			return
		}
		c := charsetOf(charset)
		m.payload = py.BytesDecode(string(py.StrEncode(v, c.codec(), "surrogateescape")), "ascii", "surrogateescape")
		charset = c
	case py.Bytes:
		m.payload = py.BytesDecode(string(v), "ascii", "surrogateescape")
	default:
		m.payload = payload
	}
	if charset != nil {
		m.setCharset(charset)
	}
}

// setCharset is set_charset.
func (m *Message) setCharset(charset any) {
	if charset == nil {
		m.removeParameter("charset", "content-type", true)
		m.charset = nil
		return
	}
	c := charsetOf(charset)
	m.charset = c
	if !m.has("MIME-Version") {
		m.set("MIME-Version", "1.0")
	}
	if !m.has("Content-Type") {
		m.set("Content-Type", "text/plain; "+formatParameter("charset", c.output, true))
	} else {
		m.setParameter("charset", c.output, "Content-Type", true, false)
	}
	text, isText := m.payload.(string)
	if c.input != c.output && isText {
		m.payload = c.encodeBody(text)
	}
	if m.has("Content-Transfer-Encoding") {
		return
	}
	switch c.body {
	case encodingNone:
		m.markSevenOrEight()
	default:
		if isText && text != "" {
			data, ok := asciiBytes(text)
			if !ok {
				data = string(py.StrEncode(text, c.codec(), "strict"))
			}
			m.payload = c.encodeBytes(data)
		}
		name := "base64"
		if c.body == encodingQ {
			name = "quoted-printable"
		}
		m.set("Content-Transfer-Encoding", name)
	}
}

// markSevenOrEight is email.encoders.encode_7or8bit.
func (m *Message) markSevenOrEight() {
	text, ok := m.getPayload(nil, false).(string)
	if m.payload != nil && ok && !py.StrIsASCII(text) {
		m.set("Content-Transfer-Encoding", "8bit")
		return
	}
	m.set("Content-Transfer-Encoding", "7bit")
}

// contentType is maintype/subtype.
func (m *Message) contentType() string {
	v, ok := m.text("content-type")
	if !ok {
		return m.defaultType
	}
	head, _, _ := strings.Cut(v, ";")
	head = strings.ToLower(strings.TrimSpace(head))
	if strings.Count(head, "/") != 1 {
		return "text/plain"
	}
	return head
}

func (m *Message) mainType() string {
	main, _, _ := strings.Cut(m.contentType(), "/")
	return main
}

func (m *Message) subType() string {
	_, sub, _ := strings.Cut(m.contentType(), "/")
	return sub
}

func (m *Message) disposition() any {
	v, ok := m.text("content-disposition")
	if !ok {
		return nil
	}
	head, _, _ := strings.Cut(v, ";")
	return strings.ToLower(strings.TrimSpace(head))
}

// contentCharset is get_content_charset.
func (m *Message) contentCharset(otherwise any) any {
	v, ok := m.parameter("charset", "content-type", true)
	if !ok {
		return otherwise
	}
	text, isText := v.(string)
	if triple, ok := v.(py.Tuple); ok {
		text, _ = triple[2].(string)
		charset, _ := triple[0].(string)
		if charset == "" {
			charset = "us-ascii"
		}
		_ = py.Try(func() error {
			text = py.BytesDecode(rawUnicodeEscape(text), charset, "strict")
			return nil
		})
	} else if !isText {
		return otherwise
	}
	if !py.StrIsASCII(text) {
		return otherwise
	}
	return strings.ToLower(text)
}

// walk yields the message and its parts, depth first; false stops it.
func (m *Message) walk(self any, yield func(part any)) {
	yield(self)
	if l := m.list(); l != nil {
		for part := range l.All() {
			messageOf(part).walk(part, yield)
		}
	}
}
