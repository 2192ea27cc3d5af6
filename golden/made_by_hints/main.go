// Objects whose arguments are made as the annotations of __init__ say.
package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

type Users struct {
	size any
}

var usersClass *py.Class

func newUsers(size any) *Users {
	return &Users{size: size}
}

type Handler struct {
	users *Users
	name  string
}

var handlerClass *py.Class

func newHandler(users *Users, name string) *Handler {
	return &Handler{users: users, name: name}
}

func build(factory any) any {
	var target any
	if py.Truth(py.CallMethod(inspect.Module(), "isclass", factory)) {
		target = py.GetAttr(factory, "__init__")
	} else {
		target = factory
	}
	hints := py.Call(typing.Module().Attr("get_type_hints"), target)
	made := py.DictOf[any, any]()
	for item := range py.Iter(py.CallMethod(py.GetAttr(py.CallMethod(inspect.Module(), "signature", factory), "parameters"), "items")) {
		values := py.Unpack(item, 2)
		name, p := values[0], values[1]
		if py.Is(py.GetAttr(p, "default"), py.GetAttr(p, "empty")) {
			made.Set(name, build(py.GetItem(hints, name)))
		}
	}
	return py.CallKw(factory, nil, py.KwOf(factory, made))
}

func main() {
	py.Main(func() error {
		usersClass = py.StructClass[Users]("Users", nil, py.Kw{Name: "__new__", Value: py.Func("Users.__init__(self, size=3)", newUsers).Annotate(py.Kwargs{{Name: "size", Value: py.IntClass}, {Name: "return", Value: nil}})})
		handlerClass = py.StructClass[Handler]("Handler", nil, py.Kw{Name: "__new__", Value: py.Func("Handler.__init__(self, users, name=)", newHandler, "h").Annotate(py.Kwargs{{Name: "users", Value: usersClass}, {Name: "name", Value: py.StrClass}, {Name: "return", Value: nil}})})

		h := build(handlerClass)
		py.Print(py.GetAttr(py.GetAttr(h, "users"), "size"), py.GetAttr(h, "name"))
		py.MethodOf(py.Call(py.TypeClass, h), "__init__").Call(h, newUsers(5), "again")
		py.Print(py.GetAttr(py.GetAttr(h, "users"), "size"), py.GetAttr(h, "name"))
		return nil
	})
}
