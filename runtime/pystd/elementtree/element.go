package elementtree

import (
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// element is what an Element holds.
type element struct {
	tag, text, tail any
	attrib          any // a dict
	children        []any
}

var elementClass *py.Class

func init() {
	elementClass = py.NewNativeClass("xml.etree.ElementTree", "Element", nil, defineElement)
}

func of(self any) *element { return py.PayloadAs[*element](self) }

func isElement(o any) bool { return py.IsInstance(o, elementClass) }

// newElement makes an Element with a dict of attributes.
func newElement(tag, attrib any) any { return py.Call(elementClass, tag, attrib) }

// attributes is the dict of a new element: a copy of attrib with extra.
func attributes(function string, attrib, extra any) any {
	if !py.IsInstance(attrib, py.DictClass) {
		panic(exc.TypeError("%s() argument 2 must be dict, not %s", function, py.TypeOf(attrib).Name()))
	}
	d := py.Call(py.DictClass, attrib)
	py.CallMethod(d, "update", extra)
	return d
}

func checkElement(function string, argument int, o any) {
	if !isElement(o) {
		panic(exc.TypeError("%s() argument %d must be xml.etree.ElementTree.Element, not %s", function, argument, py.TypeOf(o).Name()))
	}
}

func defineElement(d *py.Definition) {
	d.Alloc(func() any { return &element{attrib: py.DictOf[any, any]()} })
	d.Init("__init__(self, tag, attrib=, /, **extra)", func(self, tag, attrib, extra any) any {
		e := of(self)
		e.tag = tag
		if attrib == nil {
			attrib = py.DictOf[any, any]()
		}
		e.attrib = attributes("Element", attrib, extra)
		return nil
	}, nil)
	d.Member("tag", func(self any) any { return of(self).tag }, func(self, v any) { of(self).tag = v })
	d.Member("text", func(self any) any { return of(self).text }, func(self, v any) { of(self).text = v })
	d.Member("tail", func(self any) any { return of(self).tail }, func(self, v any) { of(self).tail = v })
	d.Member("attrib", func(self any) any { return of(self).attrib }, func(self, v any) { of(self).attrib = v })
	d.Method("__repr__(self, /)", func(self any) any {
		return "<Element " + py.Repr(of(self).tag) + " at " + "0x" + strconv.FormatInt(int64(py.ID(self)), 16) + ">"
	})
	defineAttributes(d)
	defineChildren(d)
	defineSearch(d)
	d.Method("__copy__(self, /)", func(self any) any {
		e := of(self)
		made := newElement(e.tag, e.attrib)
		of(made).text, of(made).tail = e.text, e.tail
		of(made).children = append([]any{}, e.children...)
		return made
	})
	d.Method("__deepcopy__(self, memo, /)", func(self, memo any) any { return deepCopy(self) })
}

func deepCopy(self any) any {
	e := of(self)
	made := newElement(e.tag, e.attrib)
	of(made).text, of(made).tail = e.text, e.tail
	for _, c := range e.children {
		of(made).children = append(of(made).children, deepCopy(c))
	}
	return made
}

func defineAttributes(d *py.Definition) {
	d.Method("get(self, /, key, default=None)", func(self, key, otherwise any) any {
		return py.CallMethod(of(self).attrib, "get", key, otherwise)
	})
	d.Method("set(self, key, value, /)", func(self, key, value any) any {
		py.SetItem(of(self).attrib, key, value)
		return nil
	})
	d.Method("keys(self, /)", func(self any) any { return py.CallMethod(of(self).attrib, "keys") })
	d.Method("items(self, /)", func(self any) any { return py.CallMethod(of(self).attrib, "items") })
	d.Method("makeelement(self, tag, attrib, /)", func(_, tag, attrib any) any { return newElement(tag, attrib) })
	d.Method("clear(self, /)", func(self any) any {
		e := of(self)
		e.attrib, e.text, e.tail, e.children = py.DictOf[any, any](), nil, nil, nil
		return nil
	})
}

func defineChildren(d *py.Definition) {
	d.Method("append(self, subelement, /)", func(self, child any) any {
		checkElement("append", 1, child)
		of(self).children = append(of(self).children, child)
		return nil
	})
	d.Method("extend(self, elements, /)", func(self, elements any) any {
		for child := range py.Iter(elements) {
			if !isElement(child) {
				panic(exc.TypeError("expected an Element, not %s", py.Repr(py.TypeOf(child).Name())))
			}
			of(self).children = append(of(self).children, child)
		}
		return nil
	})
	d.Method("insert(self, index, subelement, /)", func(self, index, child any) any {
		checkElement("insert", 2, child)
		e := of(self)
		list := py.ListOf(e.children...)
		py.CallMethod(list, "insert", index, child)
		e.children = items(list)
		return nil
	})
	d.Method("remove(self, subelement, /)", func(self, child any) any {
		checkElement("remove", 1, child)
		e := of(self)
		for i, c := range e.children {
			if py.Is(c, child) || py.Equal(c, child) {
				e.children = append(append([]any{}, e.children[:i]...), e.children[i+1:]...)
				return nil
			}
		}
		panic(exc.ValueError("list.remove(x): x not in list"))
	})
	d.Method("__len__(self, /)", func(self any) any { return len(of(self).children) })
	d.Method("__bool__(self, /)", func(self any) any { return len(of(self).children) > 0 })
	d.Method("__getitem__(self, key, /)", func(self, key any) any {
		children := of(self).children
		if _, ok := key.(*py.Slice); ok {
			return py.GetItem(py.ListOf(children...), key)
		}
		i := py.Index(key).(int)
		if i < 0 {
			i += len(children)
		}
		if i < 0 || i >= len(children) {
			panic(exc.IndexError("child index out of range"))
		}
		return children[i]
	})
	change := func(self any, message string, do func(list *py.List[any])) any {
		e := of(self)
		list := py.ListOf(e.children...)
		err := py.Try(func() error {
			do(list)
			return nil
		})
		if err != nil {
			if py.Matches(err, py.IndexError) {
				panic(exc.IndexError("%s", message))
			}
			panic(err)
		}
		e.children = items(list)
		return nil
	}
	d.Method("__setitem__(self, key, value, /)", func(self, key, value any) any {
		if _, isSlice := key.(*py.Slice); !isSlice && !isElement(value) {
			panic(exc.TypeError("expected an Element, not %s", py.Repr(py.TypeOf(value).Name())))
		}
		return change(self, "child assignment index out of range", func(list *py.List[any]) { py.SetItem(list, key, value) })
	})
	d.Method("__delitem__(self, key, /)", func(self, key any) any {
		return change(self, "child assignment index out of range", func(list *py.List[any]) { py.DelItem(list, key) })
	})
}

func items(list *py.List[any]) []any {
	var out []any
	for v := range py.Iter(list) {
		out = append(out, v)
	}
	return out
}

// PyClass is Element.
func (*element) PyClass() *py.Class { return elementClass }
