package inspect

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// getdoc is inspect.getdoc: what has no docstring of its own has that of the class
// or method that it overrides.
func getdoc(o any) any {
	doc := py.GetAttrOr(o, "__doc__", nil)
	if doc == nil {
		doc = inheritedDoc(o)
	}
	text, ok := doc.(string)
	if !ok {
		return nil
	}
	return cleanDoc(text)
}

func inheritedDoc(o any) any {
	switch x := o.(type) {
	case *py.Class:
		for _, base := range x.MRO() {
			if base == py.ObjectClass {
				continue
			}
			if doc := py.GetAttrOr(base, "__doc__", nil); doc != nil {
				return doc
			}
		}
	case *py.Method:
		class, ok := x.Self().(*py.Class)
		if !ok {
			class = py.TypeOf(x.Self())
		}
		return docOfMethod(class, py.GetAttrOr(x.Func(), "__name__", nil))
	case *py.Function:
		name := py.GetAttrOr(x, "__name__", nil)
		if class := classOf(x, name); class != nil {
			return docOfMethod(class, name)
		}
	}
	return nil
}

// docOfMethod is the first docstring that a method has in a class or its bases.
func docOfMethod(class *py.Class, name any) any {
	method, ok := name.(string)
	if !ok {
		return nil
	}
	for _, base := range class.MRO() {
		if !py.HasAttr(base, method) {
			continue
		}
		if doc := py.GetAttr(py.GetAttr(base, method), "__doc__"); doc != nil {
			return doc
		}
	}
	return nil
}

// classOf finds the class in which a function is defined.
func classOf(f *py.Function, name any) *py.Class {
	method, _ := name.(string)
	qualname, _ := py.GetAttrOr(f, "__qualname__", nil).(string)
	qualname = strings.TrimSuffix(qualname, "."+method)
	var find func(c *py.Class) *py.Class
	find = func(c *py.Class) *py.Class {
		if c.Qualname() == qualname {
			if own, ok := c.Own(method); ok && own == any(f) {
				return c
			}
		}
		for sub := range py.Iter(py.Call(py.GetAttr(py.TypeClass, "__subclasses__"), c)) {
			if found := find(sub.(*py.Class)); found != nil {
				return found
			}
		}
		return nil
	}
	return find(py.ObjectClass)
}
