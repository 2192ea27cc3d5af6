// Package textwrap is Python's module textwrap: paragraphs in lines of a width.
// https://docs.python.org/3.13/library/textwrap.html
package textwrap

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// options are the parameters of TextWrapper, which are attributes of its
// instances too.
var options = []struct {
	name    string
	initial any
}{
	{"width", 70}, {"initial_indent", ""}, {"subsequent_indent", ""}, {"expand_tabs", true},
	{"replace_whitespace", true}, {"fix_sentence_endings", false}, {"break_long_words", true},
	{"drop_whitespace", true}, {"break_on_hyphens", true}, {"tabsize", 8}, {"max_lines", nil},
	{"placeholder", " [...]"},
}

// wrapperClass is textwrap.TextWrapper.
var wrapperClass = sync.OnceValue(func() *py.Class {
	return define.Class("textwrap", "TextWrapper", nil, func(b *define.Body) {
		b.Doc("Object for wrapping/filling text.")
		b.Method(`__init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, `+
			`replace_whitespace=True, fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, `+
			`break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=" [...]")`, func(args []any) any {
			for i, option := range options {
				py.SetAttr(args[0], option.name, args[1+i])
			}
			return nil
		})
		b.Method("wrap(self, text)", func(self, text any) any {
			return py.BoxList(py.ListOf(wrapperOf(self).wrap(py.As[string](text))...))
		})
		b.Method("fill(self, text)", func(self, text any) any {
			return py.CallMethod("\n", "join", py.CallMethod(self, "wrap", text))
		})
	})
})

// Module is the module textwrap.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("textwrap", "Text wrapping and filling.")
	m.Class(wrapperClass())
	wrapper := func(width, kw any, more ...py.Kw) any {
		return py.CallKw(wrapperClass(), nil, py.JoinKw(wrapperClass(), append(py.Kwargs{{Name: "width", Value: width}}, more...), py.KwFrom(kw)))
	}
	m.Func("wrap(text, width=70, **kwargs)", func(text, width, kw any) any {
		return py.CallMethod(wrapper(width, kw), "wrap", text)
	})
	m.Func("fill(text, width=70, **kwargs)", func(text, width, kw any) any {
		return py.CallMethod(wrapper(width, kw), "fill", text)
	})
	m.Func("shorten(text, width, **kwargs)", func(text, width, kw any) any {
		words := py.StrJoinList(" ", py.StrFields(py.As[string](text)))
		return py.CallMethod(wrapper(width, kw, py.Kw{Name: "max_lines", Value: 1}), "fill", words)
	})
	m.Func("dedent(text)", func(text any) any { return Dedent(py.As[string](text)) })
	m.Func("indent(text, prefix, predicate=None)", func(text, prefix, predicate any) any {
		return indent(py.As[string](text), py.As[string](prefix), predicate)
	})
	return m
})

// indent is textwrap.indent.
func indent(text, prefix string, predicate any) string {
	var b strings.Builder
	for line := range py.StrSplitLines(text, true).All() {
		if predicate == nil && !py.StrIsSpace(line) || predicate != nil && py.Truth(py.Call(predicate, line)) {
			b.WriteString(prefix)
		}
		b.WriteString(line)
	}
	return b.String()
}

// Dedent is textwrap.dedent: it takes the blanks and tabs away that all lines
// begin with, and from lines that have nothing else all of them.
func Dedent(text string) string {
	lines := strings.Split(text, "\n")
	margin, found := "", false
	for i, line := range lines {
		body := strings.TrimLeft(line, " \t")
		if body == "" {
			lines[i] = ""
			continue
		}
		space := line[:len(line)-len(body)]
		if !found {
			margin, found = space, true
			continue
		}
		n := 0
		for n < len(margin) && n < len(space) && margin[n] == space[n] {
			n++
		}
		margin = margin[:n]
	}
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, margin)
	}
	return strings.Join(lines, "\n")
}
