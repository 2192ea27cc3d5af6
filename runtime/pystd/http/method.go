package http

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

// methods are the members of HTTPMethod.
var methods = []struct{ name, description string }{
	{"CONNECT", "Establish a connection to the server."},
	{"DELETE", "Remove the target."},
	{"GET", "Retrieve the target."},
	{"HEAD", "Same as GET, but only retrieve the status line and header section."},
	{"OPTIONS", "Describe the communication options for the target."},
	{"PATCH", "Apply partial modifications to a target."},
	{"POST", "Perform target-specific processing with the request payload."},
	{"PUT", "Replace the target with the request payload."},
	{"TRACE", "Perform a message loop-back test along the path to the target."},
}

// methodClass makes HTTPMethod, a StrEnum whose members carry a description.
func methodClass() *py.Class {
	newString := py.GetAttr(py.StrClass, "__new__")
	return define.Class("http", "HTTPMethod", []any{enum.Module().Attr("StrEnum")}, func(b *define.Body) {
		b.Set("__new__", b.Func("__new__(cls, value, description)", func(cls, value, description any) any {
			member := py.Call(newString, cls, value)
			py.SetAttr(member, "_value_", value)
			py.SetAttr(member, "description", description)
			return member
		}))
		b.Method("__repr__(self)", func(self any) any {
			return "<" + py.TypeOf(self).Name() + "." + py.Str(py.GetAttr(self, "_name_")) + ">"
		})
		for _, m := range methods {
			b.Set(m.name, py.Tuple{m.name, m.description})
		}
	})
}
