// Trees of XML: reading with the errors of expat, searching, changing and writing.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	pycopy "github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/elementtree"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

var (
	a any
	e any
)

func t(f any) {
	err := py.Try(func() error {
		py.Print(py.Call(f))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		fmt.Println(py.TypeOf(e).Name(), e)
	}
}

var Upper any

func upperShout(self any) any {
	return py.CallMethod(py.GetAttr(self, "tag"), "upper")
}

func main() {
	py.Main(func() error {
		a = py.CallMethod(elementtree.Module(), "fromstring", "<a>é</a>")
		for _, eItem := range []any{nil, "utf-8", "us-ascii", "unicode", "latin-1", "UTF-8"} {
			e = eItem
			py.Print(e, py.CallMethodKw(elementtree.Module(), "tostring", []any{a}, py.Kwargs{{Name: "encoding", Value: e}}), py.CallMethodKw(elementtree.Module(), "tostring", []any{a}, py.Kwargs{{Name: "encoding", Value: e}, {Name: "xml_declaration", Value: true}}))
		}
		for _, s := range []string{"", "<a>", "<a", "text", "<a></b>", "<a><b></a>", "<a/><b/>", "<a x=1/>", "<a x='1' x='2'/>", "<a>&foo;</a>", "<a>&lt</a>", "<p:a/>", "<a>\x01</a>", "<a b/>", "<a>]]></a>", "<!-- c ", "<a><!-- -- --></a>", "</a>", "<a>&#xZ;</a>", " <?xml version='1.0'?><a/>", "<a\nb='<'/>", "<1/>", "<a></a >x", `<a>
  <b>
</a>`, "<a><![CDATA[x", "<a b='1'c='2'/>", "<a>&#65;&#x42;<![CDATA[<c>]]>t</a>", "<!DOCTYPE a [<!ENTITY e 'val'>]><a k=' x\ny'>&e;</a>", "<a>é</b>"} {
			err := py.Try(func() error {
				r := py.CallMethod(elementtree.Module(), "fromstring", s)
				py.Print(py.Repr(s), "ok", py.GetAttr(r, "text"), py.GetAttr(r, "attrib"))
				return nil
			})
			if err != nil {
				if !py.Matches(err, elementtree.Module().Attr("ParseError")) {
					return err
				}
				e = err
				py.Print(py.Repr(s), e, py.GetAttr(e, "code"), py.GetAttr(e, "position"))
			}
		}
		t(py.Func("<lambda>()", func() any { return py.CallMethod(a, "append", "x") }))
		t(py.Func("<lambda>()", func() any { return py.GetItem(a, 5) }))
		t(py.Func("<lambda>()", func() any {
			return py.MethodOf(a, "remove").Call(py.CallMethod(elementtree.Module(), "Element", "q"))
		}))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(elementtree.Module(), "Element", "a", 5) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(elementtree.Module(), "SubElement", "x", "y") }))
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(elementtree.Module(), "tostring", py.CallMethod(elementtree.Module(), "Element", "a", py.DictOf[any, any]("k", 5)))
		}))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(a, "findall", "/x") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(elementtree.Module(), "tostring", 5) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(a, "insert", 0, 5) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(elementtree.Module(), "parse", "/nonexistent") }))
		e = py.CallMethod(elementtree.Module(), "Element", "a")
		py.SetAttr(e, "text", 5)
		t(py.Func("<lambda>()", func() any { return py.CallMethod(elementtree.Module(), "tostring", e) }))
		py.Print(py.GetAttr(py.CallMethod(elementtree.Module(), "PI", "t", "x"), "text"), py.Repr(py.CallMethod(elementtree.Module(), "QName", "u", "t")), py.Str(py.CallMethod(elementtree.Module(), "QName", "{u}t")), py.CallMethod(elementtree.Module(), "tostring", py.CallMethod(elementtree.Module(), "Comment", "x")))
		root := py.CallMethod(elementtree.Module(), "XML", "<r><i n='1'><k>a</k></i><i n='2'><k>b</k><k>c</k></i><j/><x><i n='3'/></x></r>")
		for _, path := range []string{"i", "*", ".//i", "i[@n]", "i[@n='2']", "i[k='b']", "i[1]", "i[last()]", "i[last()-1]", ".//k/..", "./i/k", "x//i", "i[@n!='1']", "i[k]", ".//*[k='c']", "zz", ".", "i/", ".//i[@n='3']"} {
			items := py.ListOf[any]()
			for m := range py.Iter(py.CallMethod(root, "findall", path)) {
				items.Append(py.CallMethod(elementtree.Module(), "tostring", m))
			}
			fmt.Println(path, items)
		}
		for _, bad := range []string{"i[0]", "i[", "//x", "i[foo()]", "p:x"} {
			err := py.Try(func() error {
				py.Print(bad, py.CallMethod(root, "findall", bad))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.SyntaxError) && !errors.Is(err, py.TypeError) {
					return err
				}
				err2 := err
				fmt.Println(bad, py.TypeOf(err2).Name(), err2)
			}
		}
		t1 := py.CallMethod(elementtree.Module(), "ElementTree", root)
		arg := py.Is(py.CallMethod(t1, "getroot"), root)
		arg2 := py.CallMethod(py.CallMethod(t1, "find", "i"), "get", "n")
		arg3 := py.CallMethod(t1, "findtext", "i/k")
		items := py.ListOf[any]()
		for m := range py.Iter(py.CallMethod(t1, "iter", "k")) {
			items.Append(py.GetAttr(m, "tag"))
		}
		py.Print(arg, arg2, arg3, items, py.CallMethod(root, "findtext", "j"), py.CallMethod(root, "findtext", "zz", "dflt"))
		py.CallMethod(elementtree.Module(), "register_namespace", "my", "urn:my")
		q := py.CallMethod(elementtree.Module(), "Element", "{urn:my}a", py.DictOf[any, any]("{urn:o}b", "1"))
		py.SetAttr(py.CallMethod(elementtree.Module(), "SubElement", q, "{urn:my}c"), "text", "&<>\"'")
		py.Print(py.CallMethod(py.CallMethod(elementtree.Module(), "tostring", q), "decode"), py.CallMethodKw(elementtree.Module(), "tostring", []any{q}, py.Kwargs{{Name: "default_namespace", Value: nil}, {Name: "encoding", Value: "unicode"}}))
		c := py.CallMethod(pycopy.Module(), "deepcopy", root)
		py.CallMethod(py.GetItem(c, 0), "set", "n", "9")
		py.DelItem(c, 1)
		value := py.ListOf[any](py.CallMethod(elementtree.Module(), "Element", "new"), py.CallMethod(elementtree.Module(), "Element", "new2"))
		py.SetItem(c, py.NewSlice(0, 1, nil), value)
		py.MethodOf(c, "extend").Call(py.ListOf[any](py.CallMethod(elementtree.Module(), "Element", "e1")))
		py.MethodOf(c, "insert").Call(0, py.CallMethod(elementtree.Module(), "Comment", "hi"))
		arg4 := py.CallMethod(elementtree.Module(), "tostring", c)
		arg5 := py.CallMethod(py.GetItem(root, 0), "get", "n")
		arg6 := py.Len(c)
		arg7 := py.ListFrom(py.Items[any](py.GetAttr(py.GetItem(root, 0), "attrib")))
		arg8 := py.GetAttr(py.GetItem(root, -1), "tag")
		items2 := py.ListOf[any]()
		for x := range py.Iter(py.GetItem(root, py.NewSlice(1, 3, nil))) {
			items2.Append(py.GetAttr(x, "tag"))
		}
		py.Print(arg4, arg5, arg6, arg7, arg8, items2)
		for ch := range py.ListFrom(py.Items[any](root)).All() {
			if py.Truth(py.Eq(py.GetAttr(ch, "tag"), "i")) {
				py.CallMethod(root, "remove", ch)
			}
		}
		py.Print(py.CallMethod(elementtree.Module(), "tostring", root))
		py.CallMethod(elementtree.Module(), "dump", root)
		Upper = py.NewClass("Upper", []any{elementtree.Module().Attr("Element")}, nil, func(ns *py.Namespace) {
			ns.Set("shout", py.Func("Upper.shout(self)", upperShout))
		})
		u := py.CallKw(Upper, []any{"abc"}, py.Kwargs{{Name: "x", Value: "1"}})
		py.MethodOf(u, "append").Call(py.CallMethod(elementtree.Module(), "Element", "k"))
		py.Print(py.CallMethod(u, "shout"), py.GetAttr(u, "attrib"), py.CallMethod(elementtree.Module(), "tostring", u), py.IsInstance(u, elementtree.Module().Attr("Element")), py.CallMethod(elementtree.Module(), "iselement", u))
		for r := range py.Iter(py.CallMethod(py.CallMethod(elementtree.Module(), "fromstring", "<p>one<b>two</b>three</p>"), "itertext")) {
			py.Print(r)
		}

		src := `<?xml version="1.0"?>
<library name="City &amp; Co">
  <!-- a comment -->
  <book id="b1" lang='en'>
    <title>Go &lt;fast&gt;</title>
    <author>Ann</author><author>Bob</author>
    <price cur="EUR">12.50</price>
  </book>
  <book id="b2"><title>Été</title><author>Cy</author><price>8</price>tail text</book>
  <empty/>
</library>`

		root = py.CallMethod(elementtree.Module(), "fromstring", src)
		py.Print(py.GetAttr(root, "tag"), py.GetAttr(root, "attrib"), py.Len(root), py.CallMethod(root, "get", "nope", "-"))
		for book := range py.Iter(py.CallMethod(root, "findall", "book")) {
			arg := py.CallMethod(book, "get", "id")
			arg2 := py.CallMethod(book, "findtext", "title")
			items := py.ListOf[any]()
			for a := range py.Iter(py.CallMethod(book, "iter", "author")) {
				items.Append(py.GetAttr(a, "text"))
			}
			py.Print(arg, arg2, items, py.Float(py.GetAttr(py.CallMethod(book, "find", "price"), "text")), py.CallMethod(book, "find", "nope"))
		}
		arg9 := py.ListOf[any]()
		for e := range py.Iter(py.CallMethod(root, "iter")) {
			arg9.Append(py.GetAttr(e, "tag"))
		}
		arg10 := py.GetAttr(py.CallMethod(root, "find", "book[@id='b2']/title"), "text")
		items3 := py.ListOf[any]()
		for e := range py.Iter(py.CallMethod(root, "findall", ".//author")) {
			items3.Append(py.GetAttr(e, "text"))
		}
		py.Print(arg9, arg10, items3)
		newValue := py.CallMethodKw(elementtree.Module(), "SubElement", []any{root, "book", py.DictOf[any, any]("id", "b3")}, py.Kwargs{{Name: "lang", Value: "fr"}})
		py.SetAttr(py.CallMethod(elementtree.Module(), "SubElement", newValue, "title"), "text", `a < b & "c"`)
		py.CallMethod(newValue, "set", "year", "2024")
		py.SetAttr(newValue, "tail", "\n")
		py.MethodOf(root, "remove").Call(py.CallMethod(root, "find", "empty"))
		py.Print(py.CallMethodKw(elementtree.Module(), "tostring", []any{newValue}, py.Kwargs{{Name: "encoding", Value: "unicode"}}))
		py.CallMethod(elementtree.Module(), "indent", newValue, "  ")
		py.Print(py.CallMethod(py.CallMethod(elementtree.Module(), "tostring", newValue), "decode"))
		e = py.CallMethod(elementtree.Module(), "Element", "r")
		py.SetAttr(e, "text", "x")
		py.MethodOf(e, "append").Call(py.CallMethod(elementtree.Module(), "Element", "c"))
		py.SetAttr(py.GetItem(e, 0), "tail", "y")
		py.Print(py.CallMethod(elementtree.Module(), "tostring", e), py.CallMethodKw(elementtree.Module(), "tostring", []any{e}, py.Kwargs{{Name: "encoding", Value: "unicode"}, {Name: "short_empty_elements", Value: false}}), py.CallMethod("", "join", py.CallMethod(e, "itertext")), py.ListFrom(py.Items[any](e)).Len(), py.Is(py.GetItem(e, 0), py.CallMethod(e, "find", "c")))
		err := py.Try(func() error {
			py.CallMethod(elementtree.Module(), "fromstring", "<a><b></a>")
			return nil
		})
		if err != nil {
			if !py.Matches(err, elementtree.Module().Attr("ParseError")) {
				return err
			}
			err2 := err
			py.Print(err2, py.GetAttr(err2, "position"), py.GetAttr(err2, "code"))
		}
		tree := py.CallMethod(elementtree.Module(), "ElementTree", root)
		buf := py.Call(io.Module().Attr("BytesIO"))
		py.CallMethodKw(tree, "write", []any{buf}, py.Kwargs{{Name: "encoding", Value: "utf-8"}, {Name: "xml_declaration", Value: true}})
		py.Print(len(py.As[py.Bytes](py.CallMethod(buf, "getvalue"))), py.GetItem(py.CallMethod(buf, "getvalue"), py.NewSlice(nil, 60, nil)))
		for item := range py.Iter(py.CallMethodKw(elementtree.Module(), "iterparse", []any{py.Call(io.Module().Attr("StringIO"), "<a><b>1</b><b>2</b></a>")}, py.Kwargs{{Name: "events", Value: py.Tuple{"start", "end"}}})) {
			values := py.Unpack(item, 2)
			ev, el := values[0], values[1]
			py.Print(ev, py.GetAttr(el, "tag"), py.GetAttr(el, "text"))
		}
		ns := py.CallMethod(elementtree.Module(), "fromstring", `<f:a xmlns:f="urn:x" xmlns="urn:y" f:k="v"><b/></f:a>`)
		py.Print(py.GetAttr(ns, "tag"), py.GetAttr(ns, "attrib"), py.GetAttr(py.GetItem(ns, 0), "tag"), py.CallMethod(ns, "find", "{urn:y}b") != nil, py.GetAttr(py.CallMethod(ns, "find", "y:b", py.DictOf[any, any]("y", "urn:y")), "tag"))
		py.Print(py.CallMethod(elementtree.Module(), "tostring", ns))
		return nil
	})
}
