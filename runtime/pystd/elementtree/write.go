package elementtree

import (
	"sort"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// The prefixes that namespaces have without being asked.
var knownPrefixes = map[string]string{
	"http://www.w3.org/XML/1998/namespace":        "xml",
	"http://www.w3.org/1999/xhtml":                "html",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
	"http://schemas.xmlsoap.org/wsdl/":            "wsdl",
	"http://www.w3.org/2001/XMLSchema":            "xs",
	"http://www.w3.org/2001/XMLSchema-instance":   "xsi",
	"http://purl.org/dc/elements/1.1/":            "dc",
}

// A writer serializes one tree.
type writer struct {
	strings.Builder
	names      map[string]string // how qualified names are written
	prefixes   map[string]string // the prefixes of namespaces that the tree uses
	plain      string            // the default namespace
	shortEmpty bool
}

// serialize is the text of a tree without its declaration.
func serialize(root, defaultNamespace any, method string, shortEmpty bool) string {
	w := &writer{names: map[string]string{}, prefixes: map[string]string{}, shortEmpty: shortEmpty}
	if defaultNamespace != nil && py.Truth(defaultNamespace) {
		w.plain = py.As[string](defaultNamespace)
		w.prefixes[w.plain] = ""
	}
	switch method {
	case "text":
		texts(root, func(v any) bool {
			w.WriteString(py.Str(v))
			return true
		})
		return w.String()
	case "xml":
	default:
		panic(exc.NotImplementedError("ElementTree.write with the method %s", method))
	}
	walk(root, nil, func(e any) bool {
		x := of(e)
		if !isSpecial(x.tag) && x.tag != nil {
			w.add(x.tag)
		}
		for item := range py.Iter(py.CallMethod(x.attrib, "items")) {
			pair := py.Unpack(item, 2)
			w.add(pair[0])
			if q, ok := qualifiedText(pair[1]); ok {
				w.add(q)
			}
		}
		if q, ok := qualifiedText(x.text); ok {
			w.add(q)
		}
		return true
	})
	w.element(root, true)
	return w.String()
}

func isSpecial(tag any) bool { return tag == any(commentFunc()) || tag == any(instructionFunc()) }

func cannotSerialize(v any) {
	panic(exc.TypeError("cannot serialize %s (type %s)", py.Repr(v), py.TypeOf(v).Name()))
}

// textOf is the text of a tag, name or value.
func textOf(v any) string {
	if q, ok := qualifiedText(v); ok {
		return q
	}
	s, ok := py.Payload(v).(string)
	if !ok {
		cannotSerialize(v)
	}
	return s
}

// add notes how a name is written.
func (w *writer) add(tag any) {
	name := textOf(tag)
	if _, ok := w.names[name]; ok {
		return
	}
	if !strings.HasPrefix(name, "{") {
		if w.plain != "" {
			panic(exc.ValueError("cannot use non-qualified names with default_namespace option"))
		}
		w.names[name] = name
		return
	}
	end := strings.LastIndexByte(name, '}')
	uri, local := name[1:end], name[end+1:]
	prefix, ok := w.prefixes[uri]
	if !ok {
		if prefix, ok = knownPrefixes[uri]; !ok {
			prefix = "ns" + strconv.Itoa(len(w.prefixes))
		}
		if prefix != "xml" {
			w.prefixes[uri] = prefix
		}
	}
	if prefix != "" {
		local = prefix + ":" + local
	}
	w.names[name] = local
}

func (w *writer) element(e any, isRoot bool) {
	x := of(e)
	switch {
	case x.tag == any(commentFunc()):
		w.WriteString("<!--" + py.Str(x.text) + "-->")
	case x.tag == any(instructionFunc()):
		w.WriteString("<?" + py.Str(x.text) + "?>")
	case x.tag == nil:
		w.content(x)
	default:
		w.tag(x, isRoot)
	}
	if x.tail != nil && py.Truth(x.tail) {
		w.WriteString(escapeText(textOf(x.tail)))
	}
}

func (w *writer) content(x *element) {
	if x.text != nil && py.Truth(x.text) {
		if q, ok := qualifiedText(x.text); ok {
			w.WriteString(escapeText(w.names[q]))
		} else {
			w.WriteString(escapeText(textOf(x.text)))
		}
	}
	for _, c := range x.children {
		w.element(c, false)
	}
}

func (w *writer) tag(x *element, isRoot bool) {
	name := w.names[textOf(x.tag)]
	w.WriteString("<" + name)
	if isRoot {
		uris := make([]string, 0, len(w.prefixes))
		for uri := range w.prefixes {
			uris = append(uris, uri)
		}
		sort.Slice(uris, func(i, j int) bool { return w.prefixes[uris[i]] < w.prefixes[uris[j]] })
		for _, uri := range uris {
			prefix := w.prefixes[uri]
			if prefix != "" {
				prefix = ":" + prefix
			}
			w.WriteString(" xmlns" + prefix + `="` + escapeAttribute(uri) + `"`)
		}
	}
	for item := range py.Iter(py.CallMethod(x.attrib, "items")) {
		pair := py.Unpack(item, 2)
		value := ""
		if q, ok := qualifiedText(pair[1]); ok {
			value = w.names[q]
		} else {
			value = escapeAttribute(textOf(pair[1]))
		}
		w.WriteString(" " + w.names[textOf(pair[0])] + `="` + value + `"`)
	}
	hasText := x.text != nil && py.Truth(x.text)
	if !hasText && len(x.children) == 0 && w.shortEmpty {
		w.WriteString(" />")
		return
	}
	w.WriteString(">")
	w.content(x)
	w.WriteString("</" + name + ">")
}

var (
	textEscapes      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	attributeEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;", "\n", "&#10;", "\t", "&#09;")
)

func escapeText(s string) string      { return textEscapes.Replace(s) }
func escapeAttribute(s string) string { return attributeEscapes.Replace(s) }

// document is the text of a tree with the declaration that it gets in an encoding.
func document(root any, encoding string, declaration, defaultNamespace any, method string, shortEmpty bool) string {
	lower := strings.ToLower(encoding)
	text := serialize(root, defaultNamespace, method, shortEmpty)
	declared := encoding
	if lower == "unicode" {
		declared = "utf-8"
	}
	wanted := declaration != nil && py.Truth(declaration)
	if declaration == nil {
		wanted = lower != "unicode" && lower != "utf-8" && lower != "us-ascii"
	}
	if wanted && method == "xml" {
		text = "<?xml version='1.0' encoding='" + declared + "'?>\n" + text
	}
	return text
}

// encoded is a document in an encoding: a str for unicode, bytes for all others.
func encoded(text, encoding string) any {
	if strings.ToLower(encoding) == "unicode" {
		return text
	}
	return py.CallMethod(text, "encode", encoding, "xmlcharrefreplace")
}
