package email

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/random"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

// A generator writes messages as text: email.generator.Generator. For bytes,
// characters outside ASCII stand for them.
type generator struct {
	class      *py.Class
	out        any
	mangleFrom bool
	maxLine    any
	policy     *Policy
	binary     bool
}

// PyClass is Generator or BytesGenerator.
func (g *generator) PyClass() *py.Class { return g.class }

var (
	fromLine         = regexp.MustCompile(`(?m)^From `)
	embeddedNewline  = regexp.MustCompile("\r\n[^ \t]|\r[^ \n\t]|\n[^ \t]")
	anyLineEnd       = regexp.MustCompile("\r\n|\r|\n")
	boundaryMaxWidth = 19
)

// flatten is the text of a message.
func (g *generator) flatten(m *Message, unixFrom bool, linesep any) string {
	policy := g.policy
	if policy == nil {
		policy = m.policy
	}
	changed := *policy
	if linesep != nil {
		changed.linesep = py.As[string](linesep)
	}
	if g.maxLine != nil {
		changed.maxLine = number.Int(g.maxLine)
	}
	w := &writer{policy: &changed, mangleFrom: g.mangleFrom, binary: g.binary}
	old := m.policy
	m.policy = &changed
	defer func() { m.policy = old }()
	if unixFrom {
		from, ok := m.unixFrom.(string)
		if !ok || from == "" {
			from = "From nobody " + py.Str(py.Call(time.Module().Attr("ctime")))
		}
		w.b.WriteString(from + changed.linesep)
	}
	w.write(m)
	return w.b.String()
}

// A writer writes one message or part.
type writer struct {
	policy     *Policy
	mangleFrom bool
	binary     bool
	b          strings.Builder
}

// part is the text of a part.
func (w *writer) part(m *Message) string {
	inner := &writer{policy: w.policy, mangleFrom: w.mangleFrom, binary: w.binary}
	old := m.policy
	m.policy = w.policy
	defer func() { m.policy = old }()
	inner.write(m)
	return inner.b.String()
}

func (w *writer) write(m *Message) {
	body := &writer{policy: w.policy, mangleFrom: w.mangleFrom, binary: w.binary}
	headers := body.body(m)
	w.headers(headers)
	w.b.WriteString(body.b.String())
}

func (w *writer) headers(m *Message) {
	for _, f := range m.headers {
		folded := w.policy.fold(f, w.binary)
		if w.policy.verify && !w.binary {
			w.verify(folded)
		}
		w.b.WriteString(folded)
	}
	w.b.WriteString(w.policy.linesep)
}

func (w *writer) verify(folded string) {
	sep := w.policy.linesep
	if !strings.HasSuffix(folded, sep) {
		panic(py.NewException(headerWriteError, fmt.Sprintf("folded header does not end with %s: %s", py.Repr(sep), py.Repr(folded))))
	}
	if embeddedNewline.MatchString(strings.TrimSuffix(folded, sep)) {
		panic(py.NewException(headerWriteError, "folded header contains newline: "+py.Repr(folded)))
	}
}

// lines writes text with the line ends of the policy.
func (w *writer) lines(text string) {
	w.b.WriteString(anyLineEnd.ReplaceAllLiteralString(text, w.policy.linesep))
}

func (w *writer) mangled(text string) string {
	if w.mangleFrom {
		return fromLine.ReplaceAllLiteralString(text, ">From ")
	}
	return text
}

// body writes the body and returns the message with the headers for it.
func (w *writer) body(m *Message) *Message {
	main, sub := m.mainType(), m.subType()
	switch {
	case main == "multipart" && sub == "signed":
		old := w.policy
		changed := *old
		changed.maxLine = 0
		w.policy = &changed
		w.multipart(m)
		w.policy = old
	case main == "multipart":
		w.multipart(m)
	case main == "message" && sub == "delivery-status":
		w.deliveryStatus(m)
	case main == "message":
		w.message(m)
	default:
		return w.text(m)
	}
	return m
}

func (w *writer) text(m *Message) *Message {
	if m.payload == nil {
		return m
	}
	text, ok := m.payload.(string)
	if !ok {
		panic(exc.TypeError("string payload expected: %s", py.Repr(py.TypeOf(m.payload))))
	}
	headers := m
	if rfc5322.HasSurrogates(text) && (!w.binary || w.policy.cteType == "7bit") {
		if charset, ok := m.parameter("charset", "content-type", true); ok {
			changed := *m
			changed.headers = append([]field(nil), m.headers...)
			changed.remove("content-transfer-encoding")
			changed.setPayload(text, charset)
			text = py.As[string](changed.payload)
			encoding, _ := changed.lookup("content-transfer-encoding")
			kind, _ := changed.lookup("content-type")
			copied := *m
			copied.headers = append([]field(nil), m.headers...)
			headers = &copied
			if copied.has("content-transfer-encoding") {
				copied.replace("content-transfer-encoding", encoding)
			} else {
				copied.set("Content-Transfer-Encoding", encoding)
			}
			copied.replace("content-type", kind)
		} else if decoded, ok := m.getPayload(nil, false).(string); ok {
			text = decoded
		}
	}
	w.lines(w.mangled(text))
	return headers
}

func (w *writer) multipart(m *Message) {
	var texts []string
	switch payload := m.payload.(type) {
	case nil:
	case string:
		w.b.WriteString(payload)
		return
	case *py.List[any]:
		for part := range payload.All() {
			texts = append(texts, w.part(messageOf(part)))
		}
	default:
		texts = append(texts, w.part(messageOf(payload)))
	}
	sep := w.policy.linesep
	boundary, _ := m.boundary()
	if boundary == "" {
		boundary = makeBoundary(strings.Join(texts, sep))
		m.setBoundary(boundary)
	}
	if preamble, ok := m.preamble.(string); ok {
		w.lines(w.mangled(preamble))
		w.b.WriteString(sep)
	}
	w.b.WriteString("--" + boundary + sep)
	for i, text := range texts {
		if i > 0 {
			w.b.WriteString(sep + "--" + boundary + sep)
		}
		w.b.WriteString(text)
	}
	w.b.WriteString(sep + "--" + boundary + "--" + sep)
	if epilogue, ok := m.epilogue.(string); ok {
		w.lines(w.mangled(epilogue))
	}
}

func (w *writer) deliveryStatus(m *Message) {
	var blocks []string
	for _, part := range m.parts() {
		blocks = append(blocks, strings.TrimSuffix(w.part(part), w.policy.linesep))
	}
	w.b.WriteString(strings.Join(blocks, w.policy.linesep))
}

func (w *writer) message(m *Message) {
	if parts := m.parts(); len(parts) > 0 {
		w.b.WriteString(w.part(parts[0]))
		return
	}
	w.b.WriteString(py.As[string](m.payload))
}

// makeBoundary is a boundary that no line of text is.
func makeBoundary(text string) string {
	n := py.Call(random.Module().Attr("randrange"), 1<<63-1).(int)
	base := strings.Repeat("=", 15) + fmt.Sprintf("%0*d", boundaryMaxWidth, n) + "=="
	boundary := base
	for i := 0; ; i++ {
		if !regexp.MustCompile(`(?m)^--` + regexp.QuoteMeta(boundary) + `(--)?$`).MatchString(text) {
			return boundary
		}
		boundary = base + "." + py.Str(i)
	}
}

var (
	generatorClass      *py.Class
	bytesGeneratorClass *py.Class
)

func init() {
	generatorClass = py.NewNativeClass("email.generator", "Generator", nil, defineGenerator)
	bytesGeneratorClass = py.NewNativeClass("email.generator", "BytesGenerator", []*py.Class{generatorClass}, func(d *py.Definition) {
		d.Alloc(func() any { return &generator{class: bytesGeneratorClass, binary: true} })
	})
}

func defineGenerator(d *py.Definition) {
	of := py.PayloadAs[*generator]
	d.Alloc(func() any { return &generator{class: generatorClass} })
	d.Init("__init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None)",
		func(self, out, mangle, maxLine, policy any) any {
			g := of(self)
			g.out, g.maxLine = out, maxLine
			if policy != nil {
				g.policy = policyOf(policy)
			}
			switch {
			case mangle != nil:
				g.mangleFrom = py.Truth(mangle)
			case policy == nil:
				g.mangleFrom = true
			default:
				g.mangleFrom = g.policy.mangleFrom
			}
			return nil
		})
	d.Method("flatten(self, msg, unixfrom=False, linesep=None)", func(self, msg, unixFrom, linesep any) any {
		g := of(self)
		text := g.flatten(messageOf(msg), py.Truth(unixFrom), linesep)
		if g.binary {
			py.CallMethod(g.out, "write", bytesOf(text))
		} else {
			py.CallMethod(g.out, "write", text)
		}
		return nil
	})
	d.Method("write(self, s)", func(self, s any) any {
		if of(self).binary {
			s = py.StrEncode(py.As[string](s), "ascii", "surrogateescape")
		}
		py.CallMethod(of(self).out, "write", s)
		return nil
	})
}

// bytesOf is flattened text as bytes.
func bytesOf(text string) py.Bytes { return py.StrEncode(text, "utf-8", "surrogateescape") }

// asString is as_string.
func (m *Message) asString(unixFrom bool, maxLine any, policy *Policy) string {
	if policy == nil {
		policy = m.policy
	}
	g := &generator{maxLine: maxLine, policy: policy}
	return g.flatten(m, unixFrom, nil)
}

// asBytes is as_bytes.
func (m *Message) asBytes(unixFrom bool, policy *Policy) py.Bytes {
	if policy == nil {
		policy = m.policy
	}
	g := &generator{policy: policy, binary: true}
	return bytesOf(g.flatten(m, unixFrom, nil))
}
