package elementtree

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

func isTree(o any) bool { return py.IsInstance(o, treeClass()) }

// treeClass is the class ElementTree.
var treeClass = sync.OnceValue(func() *py.Class {
	return define.Class("xml.etree.ElementTree", "ElementTree", nil, func(b *define.Body) {
		root := func(self any) any { return py.GetAttr(self, "_root") }
		// relative makes a path from the root of one from the document.
		relative := func(path any) any {
			if text, ok := py.Payload(path).(string); ok && strings.HasPrefix(text, "/") {
				return "." + text
			}
			return path
		}
		b.Method("__init__(self, element=None, file=None)", func(self, e, file any) any {
			if e != nil {
				checkElement("ElementTree", 1, e)
			}
			if file != nil {
				e = (&parser{text: fromSource(file)}).parse()
			}
			py.SetAttr(self, "_root", e)
			return nil
		})
		b.Method("getroot(self)", root)
		b.Method("_setroot(self, element)", func(self, e any) any {
			py.SetAttr(self, "_root", e)
			return nil
		})
		b.Method("parse(self, source, parser=None)", func(self, source, _ any) any {
			py.SetAttr(self, "_root", (&parser{text: fromSource(source)}).parse())
			return root(self)
		})
		b.Method("iter(self, tag=None)", func(self, tag any) any { return iterate(root(self), tag) })
		b.Method("find(self, path, namespaces=None)", func(self, path, namespaces any) any {
			return py.CallMethod(root(self), "find", relative(path), namespaces)
		})
		b.Method("findtext(self, path, default=None, namespaces=None)", func(self, path, otherwise, namespaces any) any {
			return findText(root(self), relative(path), otherwise, namespaces)
		})
		b.Method("findall(self, path, namespaces=None)", func(self, path, namespaces any) any {
			return py.ListOf(find(root(self), relative(path), namespaces)...)
		})
		b.Method("iterfind(self, path, namespaces=None)", func(self, path, namespaces any) any {
			return py.GetIter(py.ListOf(find(root(self), relative(path), namespaces)...))
		})
		b.Method("write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True)",
			func(args []any) any {
				write(root(args[0]), args[1:])
				return nil
			})
	})
})

// write is ElementTree.write.
func write(root any, args []any) {
	name, kind := "us-ascii", "xml"
	if args[1] != nil && py.Truth(args[1]) {
		name = py.As[string](args[1])
	}
	if args[4] != nil && py.Truth(args[4]) {
		kind = py.As[string](args[4])
	}
	text := document(root, name, args[2], args[3], kind, py.Truth(args[5]))
	out := encoded(text, name)
	if py.HasAttr(args[0], "write") {
		py.CallMethod(args[0], "write", out)
		return
	}
	if _, isText := out.(string); isText {
		out = encoded(text, "utf-8")
	}
	file := io.Open(args[0], "wb")
	defer py.CallMethod(file, "close")
	py.CallMethod(file, "write", out)
}

// qnameClass makes the class QName; init assigns it, because its methods ask for it.
var qnameClass func() *py.Class

func init() { qnameClass = sync.OnceValue(newQNameClass) }

// newQNameClass makes the class QName: a name with a namespace.
func newQNameClass() *py.Class {
	return define.Class("xml.etree.ElementTree", "QName", nil, func(b *define.Body) {
		text := func(self any) any { return py.GetAttr(self, "text") }
		other := func(o any) any {
			if name, ok := qualifiedText(o); ok {
				return name
			}
			return o
		}
		b.Method("__init__(self, text_or_uri, tag=None)", func(self, uri, tag any) any {
			if tag != nil && py.Truth(tag) {
				uri = "{" + py.Str(uri) + "}" + py.Str(tag)
			}
			py.SetAttr(self, "text", uri)
			return nil
		})
		b.Method("__str__(self)", text)
		b.Method("__repr__(self)", func(self any) any { return "<QName " + py.Repr(text(self)) + ">" })
		b.Method("__hash__(self)", func(self any) any { return py.Hash(text(self)) })
		b.Method("__eq__(self, other)", func(self, o any) any { return py.Eq(text(self), other(o)) })
		b.Method("__lt__(self, other)", func(self, o any) any { return py.Lt(text(self), other(o)) })
	})
}

// qualifiedText is the text of a QName.
func qualifiedText(v any) (string, bool) {
	if !py.IsInstance(v, qnameClass()) {
		return "", false
	}
	return py.Str(v), true
}
