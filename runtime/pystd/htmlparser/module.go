// Package htmlparser is Python's module html.parser: a parser that calls a
// method for each tag, text and comment, however wrong the HTML is.
// https://docs.python.org/3.13/library/html.parser.html
package htmlparser

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the module html.parser.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("html.parser", "A parser for HTML and XHTML.")
	m.Class(parserClass)
	return m
})

var parserClass *py.Class

func init() { parserClass = py.NewNativeClass("html.parser", "HTMLParser", nil, defineParser) }

func defineParser(d *py.Definition) {
	of := py.PayloadAs[*parser]
	d.Doc("Find tags and other markup and call handler functions.")
	d.Set("CDATA_CONTENT_ELEMENTS", py.Tuple{"script", "style"})
	d.Alloc(func() any {
		p := &parser{convert: true}
		p.reset()
		return p
	})
	d.Init("__init__(self, *, convert_charrefs=True)", func(self, convert any) any {
		of(self).convert = py.Truth(convert)
		py.CallMethod(self, "reset")
		return nil
	})
	d.Method("reset(self)", func(self any) any {
		of(self).reset()
		return nil
	})
	d.Method("feed(self, data)", func(self, data any) any {
		p := of(self)
		p.raw += py.As[string](data)
		p.run(self, false)
		return nil
	})
	d.Method("close(self)", func(self any) any {
		of(self).run(self, true)
		return nil
	})
	d.Method("getpos(self)", func(self any) any { return py.Tuple{of(self).line, of(self).column} })
	d.Method("get_starttag_text(self)", func(self any) any { return of(self).startTag })
	d.Method("set_cdata_mode(self, elem)", func(self, element any) any {
		of(self).setCData(py.As[string](element))
		return nil
	})
	d.Method("clear_cdata_mode(self)", func(self any) any {
		of(self).element = ""
		return nil
	})
	d.Method("handle_startendtag(self, tag, attrs)", func(self, tag, attrs any) any {
		py.CallMethod(self, "handle_starttag", tag, attrs)
		py.CallMethod(self, "handle_endtag", tag)
		return nil
	})
	d.Method("handle_starttag(self, tag, attrs)", func(_, _, _ any) any { return nil })
	for _, spec := range []string{
		"handle_endtag(self, tag)", "handle_charref(self, name)", "handle_entityref(self, name)",
		"handle_data(self, data)", "handle_comment(self, data)", "handle_decl(self, decl)", "handle_pi(self, data)",
		"unknown_decl(self, data)",
	} {
		d.Method(spec, func(_, _ any) any { return nil })
	}
	d.Member("convert_charrefs", func(self any) any { return of(self).convert },
		func(self, v any) { of(self).convert = py.Truth(v) })
	d.Member("rawdata", func(self any) any { return of(self).raw }, func(self, v any) { of(self).raw = py.As[string](v) })
	d.Member("lasttag", func(self any) any { return of(self).lastTag },
		func(self, v any) { of(self).lastTag = py.As[string](v) })
	d.Getter("lineno", func(self any) any { return of(self).line })
	d.Getter("offset", func(self any) any { return of(self).column })
	d.Getter("cdata_elem", func(self any) any {
		if of(self).element == "" {
			return nil
		}
		return of(self).element
	})
}
