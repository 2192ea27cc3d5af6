package email

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// A messageParser is email.parser.Parser or one of its kin.
type messageParser struct {
	class       *py.Class
	factory     any
	policy      *Policy
	binary      bool
	headersOnly bool
	// fed is what a FeedParser got.
	fed strings.Builder
}

// PyClass is the class that the parser was made by.
func (p *messageParser) PyClass() *py.Class { return p.class }

func (p *messageParser) read(data any, headersOnly bool) any {
	text := ""
	if p.binary {
		text = py.BytesDecode(py.BytesLike(data), "ascii", "surrogateescape")
	} else {
		text = py.As[string](data)
	}
	return parse(text, p.factory, p.policy, headersOnly || p.headersOnly)
}

var parserClass, headerParserClass, bytesParserClass, bytesHeaderParserClass, feedParserClass, bytesFeedParserClass *py.Class

func init() {
	alloc := func(class **py.Class, binary, headersOnly bool) func() any {
		return func() any { return &messageParser{class: *class, binary: binary, headersOnly: headersOnly} }
	}
	parserClass = py.NewNativeClass("email.parser", "Parser", nil, func(d *py.Definition) {
		d.Alloc(alloc(&parserClass, false, false))
		defineParser(d, "parsestr(self, text, headersonly=False)")
	})
	headerParserClass = py.NewNativeClass("email.parser", "HeaderParser", []*py.Class{parserClass}, func(d *py.Definition) {
		d.Alloc(alloc(&headerParserClass, false, true))
	})
	bytesParserClass = py.NewNativeClass("email.parser", "BytesParser", nil, func(d *py.Definition) {
		d.Alloc(alloc(&bytesParserClass, true, false))
		defineParser(d, "parsebytes(self, text, headersonly=False)")
	})
	bytesHeaderParserClass = py.NewNativeClass("email.parser", "BytesHeaderParser", []*py.Class{bytesParserClass}, func(d *py.Definition) {
		d.Alloc(alloc(&bytesHeaderParserClass, true, true))
	})
	feedParserClass = py.NewNativeClass("email.feedparser", "FeedParser", nil, func(d *py.Definition) {
		d.Alloc(alloc(&feedParserClass, false, false))
		defineFeedParser(d)
	})
	bytesFeedParserClass = py.NewNativeClass("email.feedparser", "BytesFeedParser", []*py.Class{feedParserClass}, func(d *py.Definition) {
		d.Alloc(alloc(&bytesFeedParserClass, true, false))
	})
}

func defineParser(d *py.Definition, parseSpec string) {
	of := py.PayloadAs[*messageParser]
	d.Init("__init__(self, _class=None, *, policy=None)", func(self, class, policy any) any {
		initParser(of(self), class, policy)
		return nil
	})
	d.Method(parseSpec, func(self, text, headersOnly any) any { return of(self).read(text, py.Truth(headersOnly)) })
	d.Method("parse(self, fp, headersonly=False)", func(self, file, headersOnly any) any {
		return of(self).read(py.CallMethod(file, "read"), py.Truth(headersOnly))
	})
}

func defineFeedParser(d *py.Definition) {
	of := py.PayloadAs[*messageParser]
	d.Init("__init__(self, _factory=None, *, policy=None)", func(self, factory, policy any) any {
		initParser(of(self), factory, policy)
		return nil
	})
	d.Method("feed(self, data)", func(self, data any) any {
		p := of(self)
		if p.binary {
			p.fed.WriteString(py.BytesDecode(py.BytesLike(data), "ascii", "surrogateescape"))
		} else {
			p.fed.WriteString(py.As[string](data))
		}
		return nil
	})
	d.Method("close(self)", func(self any) any {
		p := of(self)
		return parse(p.fed.String(), p.factory, p.policy, false)
	})
}

func initParser(p *messageParser, factory, policy any) {
	p.factory, p.policy = factory, policies().compat
	if policy != nil {
		p.policy = policyOf(policy)
	}
}
