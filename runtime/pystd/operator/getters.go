package operator

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// itemGetter is operator.itemgetter.
type itemGetter struct {
	items py.Tuple
}

// PyClass is the class itemgetter.
func (*itemGetter) PyClass() *py.Class { return itemGetterClass }

// PyCall returns the items of its argument.
func (g *itemGetter) PyCall(args []any, kw py.Kwargs) any {
	o := onlyArgument("itemgetter", args, kw)
	if len(g.items) == 1 {
		return py.GetItem(o, g.items[0])
	}
	values := make(py.Tuple, len(g.items))
	for i, item := range g.items {
		values[i] = py.GetItem(o, item)
	}
	return values
}

func onlyArgument(name string, args []any, kw py.Kwargs) any {
	if len(kw) > 0 {
		panic(exc.TypeError("%s() takes no keyword arguments", name))
	}
	if len(args) != 1 {
		panic(exc.TypeError("%s expected 1 argument, got %d", name, len(args)))
	}
	return args[0]
}

func reprList(values []any) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = py.Repr(v)
	}
	return strings.Join(parts, ", ")
}

var itemGetterClass = py.NewNativeClass("operator", "itemgetter", nil, func(d *py.Definition) {
	d.New("itemgetter(item, /, *items)", func(item, items any) any {
		return &itemGetter{append(py.Tuple{item}, items.(py.Tuple)...)}
	})
	d.Method("__repr__(self, /)", func(self any) any {
		return "operator.itemgetter(" + reprList(py.PayloadAs[*itemGetter](self).items) + ")"
	})
	d.Method("__call__(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return py.PayloadAs[*itemGetter](self).PyCall(args.(py.Tuple), py.KwFrom(kwargs))
	})
}).NameInErrors("operator.itemgetter")

// attrGetter is operator.attrgetter.
type attrGetter struct {
	names py.Tuple
}

// PyClass is the class attrgetter.
func (*attrGetter) PyClass() *py.Class { return attrGetterClass }

// PyCall returns the attributes of its argument.
func (g *attrGetter) PyCall(args []any, kw py.Kwargs) any {
	o := onlyArgument("attrgetter", args, kw)
	if len(g.names) == 1 {
		return dottedAttr(o, g.names[0].(string))
	}
	values := make(py.Tuple, len(g.names))
	for i, name := range g.names {
		values[i] = dottedAttr(o, name.(string))
	}
	return values
}

func dottedAttr(o any, name string) any {
	for part := range strings.SplitSeq(name, ".") {
		o = py.GetAttr(o, part)
	}
	return o
}

var attrGetterClass = py.NewNativeClass("operator", "attrgetter", nil, func(d *py.Definition) {
	d.New("attrgetter(attr, /, *attrs)", func(attr, attrs any) any {
		g := &attrGetter{append(py.Tuple{attr}, attrs.(py.Tuple)...)}
		for _, name := range g.names {
			if _, ok := name.(string); !ok {
				panic(exc.TypeError("attribute name must be a string"))
			}
		}
		return g
	})
	d.Method("__repr__(self, /)", func(self any) any {
		return "operator.attrgetter(" + reprList(py.PayloadAs[*attrGetter](self).names) + ")"
	})
	d.Method("__call__(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return py.PayloadAs[*attrGetter](self).PyCall(args.(py.Tuple), py.KwFrom(kwargs))
	})
}).NameInErrors("operator.attrgetter")

// methodCaller is operator.methodcaller.
type methodCaller struct {
	name string
	args py.Tuple
	kw   py.Kwargs
}

// PyClass is the class methodcaller.
func (*methodCaller) PyClass() *py.Class { return methodCallerClass }

// PyCall calls the method of its argument.
func (c *methodCaller) PyCall(args []any, kw py.Kwargs) any {
	return py.CallMethodKw(onlyArgument("methodcaller", args, kw), c.name, c.args, c.kw)
}

var methodCallerClass = py.NewNativeClass("operator", "methodcaller", nil, func(d *py.Definition) {
	d.New("methodcaller(name, /, *args, **kwargs)", func(name, args, kwargs any) any {
		s, ok := name.(string)
		if !ok {
			panic(exc.TypeError("method name must be a string"))
		}
		return &methodCaller{s, args.(py.Tuple), py.KwFrom(kwargs)}
	})
	d.Method("__repr__(self, /)", func(self any) any {
		c := py.PayloadAs[*methodCaller](self)
		text := reprList(append([]any{c.name}, c.args...))
		for _, k := range c.kw {
			text += ", " + k.Name + "=" + py.Repr(k.Value)
		}
		return "operator.methodcaller(" + text + ")"
	})
	d.Method("__call__(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return py.PayloadAs[*methodCaller](self).PyCall(args.(py.Tuple), py.KwFrom(kwargs))
	})
}).NameInErrors("operator.methodcaller")
