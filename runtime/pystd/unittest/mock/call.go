package mock

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pprint"
)

// defineCall defines _Call: the arguments of a call, with the name of what was called
// before them or without, that are equal to those with which call was called.
func defineCall(b *define.Body) {
	b.Method("__eq__(self, other)", func(self, other any) any { return callsEqual(self, other) })
	b.Method("__ne__(self, other)", func(self, other any) any {
		equal := callsEqual(self, other)
		if yes, ok := equal.(bool); ok {
			return !yes
		}
		return equal
	})
	b.Set("__hash__", nil)
	b.Method("__call__(self, /, *args, **kwargs)", func(self, args, kw any) any {
		if name, ok := py.GetAttr(self, nameOfCall).(string); ok {
			return newCall(py.Tuple{name, args, kw}, name+"()", self, true)
		}
		return newCall(py.Tuple{"", args, kw}, "()", nil, true)
	})
	b.Method("__getattr__(self, attr)", func(self any, attr string) any {
		empty := py.Tuple{"", py.Tuple{}, noKeywords()}
		if name, ok := py.GetAttr(self, nameOfCall).(string); ok {
			return newCall(empty, name+"."+attr, self, false)
		}
		return newCall(empty, attr, nil, false)
	})
	b.Property("args", func(self any) any { return partsOf(self).args })
	b.Property("kwargs", func(self any) any { return partsOf(self).kwargs })
	b.Method("__repr__(self)", func(self any) any { return callText(self) })
	b.Method("call_list(self)", func(self any) any {
		var all []any
		for thing := self; thing != nil; thing = py.GetAttr(thing, parentOfCall) {
			if py.Truth(py.GetAttr(thing, madeByCall)) {
				all = append([]any{thing}, all...)
			}
		}
		return newCallList(all...)
	})
}

// The attributes of calls.
const (
	nameOfCall   = "_mock_name"
	parentOfCall = "_mock_parent"
	madeByCall   = "_mock_from_kall"
)

func noKeywords() any { return py.DictOf[any, any]() }

// newCall makes a _Call of parts: (args, kwargs) or (name, args, kwargs).
func newCall(parts py.Tuple, name, parent any, made bool) any {
	c := py.Call(py.GetAttr(py.TupleClass, "__new__"), callClass, parts)
	py.SetAttr(c, nameOfCall, name)
	py.SetAttr(c, parentOfCall, parent)
	py.SetAttr(c, madeByCall, made)
	return c
}

// recorded is a call that a mock remembers, with the name of what was called.
func recorded(name string, args py.Tuple, kw any) any {
	return newCall(py.Tuple{name, args, kw}, nil, nil, true)
}

// callParts are the parts of a call, or of a tuple that stands for one.
type callParts struct {
	name         string
	args, kwargs any
}

// partsOf takes apart a tuple, in which empty parts may be missing.
func partsOf(call any) callParts {
	p := callParts{args: py.Tuple{}, kwargs: noKeywords()}
	var rest []any
	for v := range py.Iter(call) {
		rest = append(rest, v)
	}
	if len(rest) > 0 {
		if name, ok := rest[0].(string); ok {
			p.name, rest = name, rest[1:]
		}
	}
	switch {
	case len(rest) == 2:
		p.args, p.kwargs = rest[0], rest[1]
	case len(rest) == 1 && py.IsInstance(rest[0], py.TupleClass):
		p.args = rest[0]
	case len(rest) == 1:
		p.kwargs = rest[0]
	}
	return p
}

func callsEqual(self, other any) any {
	if !py.HasAttr(other, "__len__") {
		return py.NotImplemented
	}
	if py.Len(other) > 3 {
		return false
	}
	if parent := py.GetAttr(self, parentOfCall); parent != nil && py.IsInstance(other, callClass) {
		if of := py.GetAttr(other, parentOfCall); of != nil && py.NotEqual(parent, of) {
			return false
		}
	}
	a, b := partsOf(self), partsOf(other)
	if a.name != "" && a.name != b.name {
		return false
	}
	return py.Equal(py.Tuple{b.args, b.kwargs}, py.Tuple{a.args, a.kwargs})
}

func callText(self any) string {
	if !py.Truth(py.GetAttr(self, madeByCall)) {
		name, _ := py.GetAttr(self, nameOfCall).(string)
		switch {
		case name == "":
			return "call"
		case strings.HasPrefix(name, "()"):
			return "call" + name
		}
		return name
	}
	p := partsOf(self)
	name := "call"
	if strings.HasPrefix(p.name, "()") {
		name += p.name
	} else if p.name != "" {
		name += "." + p.name
	}
	return signatureText(name, p.args, p.kwargs)
}

// signatureText is a call as Python writes it.
func signatureText(name string, args, kw any) string {
	var parts []string
	for v := range py.Iter(args) {
		parts = append(parts, py.Repr(v))
	}
	for _, k := range py.KwFrom(kw) {
		parts = append(parts, k.Name+"="+py.Repr(k.Value))
	}
	return name + "(" + strings.Join(parts, ", ") + ")"
}

// defineCallList defines _CallList: it contains each of its stretches, too.
func defineCallList(b *define.Body) {
	b.Method("__contains__(self, value)", func(self, value any) any {
		if !py.IsInstance(value, py.ListClass) {
			return py.Truth(py.CallMethod(py.ListClass, "__contains__", self, value))
		}
		n, all := py.Len(value), py.Len(self)
		for i := range all - n + 1 {
			if py.Equal(value, py.GetItem(self, py.NewSlice(i, i+n, nil))) {
				return true
			}
		}
		return false
	})
	b.Method("__repr__(self)", func(self any) any { return pprint.Format(py.Call(py.ListClass, self), 1, 80, true) })
}

func newCallList(calls ...any) any { return py.Call(callListClass, py.ListOf(calls...)) }
