// Package elementtree is Python's module xml.etree.ElementTree: trees of XML, how
// they are read, searched and written. Documents are read with the errors that expat
// reports; document types are skipped but for the entities that they declare.
// https://docs.python.org/3.13/library/xml.etree.elementtree.html
package elementtree

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// Module is the module xml.etree.ElementTree.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("xml.etree.ElementTree", "Lightweight XML support for Python.")
	m.Class(elementClass)
	m.Class(treeClass())
	m.Class(qnameClass())
	m.Class(parseErrorClass())
	m.Set("VERSION", "1.3.0")
	for name, f := range map[string]*py.Function{"Comment": commentFunc(), "ProcessingInstruction": instructionFunc(), "PI": instructionFunc()} {
		m.Set(name, f)
	}
	m.Builtin("SubElement(parent, tag, attrib=, /, **extra)", func(parent, tag, attrib, extra any) any {
		checkElement("SubElement", 1, parent)
		if attrib == nil {
			attrib = py.DictOf[any, any]()
		}
		child := newElement(tag, attributes("SubElement", attrib, extra))
		of(parent).children = append(of(parent).children, child)
		return child
	}, nil)
	read := func(text, _ any) any { return fromText(text) }
	m.Set("fromstring", m.Func("XML(text, parser=None)", read))
	m.Func("fromstringlist(sequence, parser=None)", func(parts, _ any) any {
		return fromText(py.CallMethod("", "join", parts))
	})
	m.Func("XMLID(text, parser=None)", func(text, _ any) any {
		root := fromText(text)
		ids := py.DictOf[any, any]()
		walk(root, nil, func(e any) bool {
			if id := py.CallMethod(e, "get", "id"); id != nil {
				ids.Set(id, e)
			}
			return true
		})
		return py.Tuple{root, ids}
	})
	m.Func("tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True)",
		func(e, encoding, method, declaration, namespace, short any) any {
			return toString(e, encoding, method, declaration, namespace, short)
		})
	m.Func("tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True)",
		func(e, encoding, method, declaration, namespace, short any) any {
			return py.ListOf(toString(e, encoding, method, declaration, namespace, short))
		})
	m.Func("parse(source, parser=None)", func(source, _ any) any { return py.Call(treeClass(), nil, source) })
	m.Func("iterparse(source, events=None, parser=None)", func(source, events, _ any) any { return iterParse(source, events) })
	m.Func("indent(tree, space='  ', level=0)", func(tree, space, level any) any {
		indent(tree, space, level)
		return nil
	})
	m.Func("dump(elem)", func(e any) any {
		if isTree(e) {
			e = py.GetAttr(e, "_root")
		}
		text := serialize(e, nil, "xml", true)
		if tail := of(e).tail; tail == nil || !strings.HasSuffix(py.Str(tail), "\n") {
			text += "\n"
		}
		py.PrintWith([]any{text}, py.PrintOptions{End: ""})
		return nil
	})
	m.Func("iselement(element)", func(e any) any { return py.HasAttr(e, "tag") })
	m.Func("register_namespace(prefix, uri)", func(prefix, uri any) any {
		registerNamespace(py.As[string](prefix), py.As[string](uri))
		return nil
	})
	return m
})

func registerNamespace(prefix, uri string) {
	if digits, ok := strings.CutPrefix(prefix, "ns"); ok && digits != "" && strings.Trim(digits, "0123456789") == "" {
		panic(exc.ValueError("Prefix format reserved for internal use"))
	}
	for u, p := range knownPrefixes {
		if u == uri || p == prefix {
			delete(knownPrefixes, u)
		}
	}
	knownPrefixes[uri] = prefix
}

// special makes the function that makes comments, or processing instructions.
func special(spec string, text func(args []any) any) func() *py.Function {
	var f *py.Function
	return sync.OnceValue(func() *py.Function {
		f = py.Func(spec, func(args []any) any {
			e := newElement(f, py.DictOf[any, any]())
			of(e).text = text(args)
			return e
		}).Module("xml.etree.ElementTree")
		return f
	})
}

var (
	commentFunc     = special("Comment(text=None)", func(args []any) any { return args[0] })
	instructionFunc = special("ProcessingInstruction(target, text=None)", func(args []any) any {
		if args[1] != nil && py.Truth(args[1]) {
			return py.Add(py.Add(args[0], " "), args[1])
		}
		return args[0]
	})
)

var parseErrorClass = sync.OnceValue(func() *py.Class {
	return define.Class("xml.etree.ElementTree", "ParseError", []any{py.SyntaxError}, nil)
})

// fromText reads a document from a str or bytes.
func fromText(text any) any {
	return (&parser{text: decoded(text)}).parse()
}

// decoded is a document as text: bytes are in UTF-8, or in the encoding that they
// declare.
func decoded(text any) string {
	if s, ok := py.Payload(text).(string); ok {
		return s
	}
	raw := py.BytesLike(text)
	encoding := "utf-8"
	if head, _, ok := strings.Cut(raw, "?>"); ok && strings.HasPrefix(head, "<?xml") {
		if _, after, ok := strings.Cut(head, "encoding="); ok && len(after) > 1 {
			if name, _, ok := strings.Cut(after[1:], after[:1]); ok {
				encoding = name
			}
		}
	}
	return py.As[string](py.CallMethod(py.Bytes(raw), "decode", encoding))
}

// fromSource reads a document from a file or the name of one.
func fromSource(source any) string {
	if py.HasAttr(source, "read") {
		return decoded(py.CallMethod(source, "read"))
	}
	file := io.Open(source, "rb")
	defer py.CallMethod(file, "close")
	return decoded(py.CallMethod(file, "read"))
}

func toString(e, encoding, method, declaration, namespace, short any) any {
	name, kind := "us-ascii", "xml"
	if encoding != nil {
		name = py.As[string](encoding)
	}
	if method != nil {
		kind = py.As[string](method)
	}
	if isTree(e) {
		e = py.GetAttr(e, "_root")
	}
	if !isElement(e) {
		py.GetAttr(e, "iter")
	}
	return encoded(document(e, name, declaration, namespace, kind, py.Truth(short)), name)
}

// iterParse is iterparse, which reads the document at once.
func iterParse(source, events any) any {
	wanted := map[string]bool{"end": true}
	if events != nil {
		clear(wanted)
		for kind := range py.Iter(events) {
			wanted[py.As[string](kind)] = true
		}
	}
	out := py.ListOf[any]()
	text := fromSource(source)
	return py.NewGenerator("iterator", func(y *py.Yielder) any {
		p := &parser{text: text, events: func(kind string, e any) {
			if wanted[kind] {
				out.Append(py.Tuple{kind, e})
			}
		}}
		err := py.Try(func() error {
			p.parse()
			return nil
		})
		for e := range py.Iter(out) {
			y.Yield(e)
		}
		if err != nil {
			panic(err)
		}
		return nil
	})
}
