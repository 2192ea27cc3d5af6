package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var (
	appAPILoaded bool
	routes       *py.Dict[string, any]
)

type Request struct {
	path    string
	user    string
	headers *py.Dict[string, string]
}

type Response struct {
	status int
	body   string
}

func route(path string) any {
	var register any = py.Func("route.<locals>.register(handler)", func(handler any) any {
		routes.Set(path, handler)
		return handler
	})
	return register
}

var routeFunc any

type Api struct {
	db     *Database
	served int
}

func newAPI(db *Database) *Api {
	return &Api{db: db, served: 0}
}

func (a *Api) handle(ctx context.Context, request *Request) (any, error) {
	a.served++
	py.Call(appStateGlobals.Get("bump"))
	handler := routes.OrNone(request.path)
	if handler == nil {
		return &Response{status: 404, body: request.user + ": no " + request.path}, nil
	}
	var result any
	err := py.Try(func() error {
		result2, err := asyncio.Await(ctx, py.Call(handler, request, a.db))
		if err != nil {
			return err
		}
		result = result2
		return nil
	})
	if err != nil {
		exc, ok := errors.AsType[*NotFound](err)
		if !ok {
			return nil, err
		}
		return &Response{status: 404, body: py.Str(exc)}, nil
	}
	return result, nil
}

// importAppAPI runs the module app.api when it is first imported.
func importAppAPI() {
	if appAPILoaded {
		return
	}
	appAPILoaded = true

	importApp()
	importAppState()
	importApp()
	importAppStorage()
	importAppStorageBase()
	py.GetItem(typing.Module().Attr("Callable"), py.Tuple{py.ListOf[any]("Request", "Database"), py.GetItem(typing.Module().Attr("Awaitable"), "Response")})
	routes = py.DictOf[string, any]()
	dataclasses.Struct(py.StructClass[Request]("app.api.Request", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "path"}, {Name: "user"}, {Name: "headers"}})
	dataclasses.Struct(py.StructClass[Response]("app.api.Response", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "status"}, {Name: "body"}})
	routeFunc = py.Func("route(path)", route)
	py.Call(route("/items"), py.AsyncFunc("items(request, db)", func(ctx context.Context, request, db any) (any, error) {
		return &Response{status: 200, body: py.As[string](py.CallMethod(",", "join", py.SortedList(py.Items[any](py.GetAttr(db, "rows")))))}, nil
	}))
	py.Call(route("/items/1"), py.AsyncFunc("item(request, db)", func(ctx context.Context, request, db any) (any, error) {
		return &Response{status: 200, body: py.Str(py.CallMethod(db, "get", "one"))}, nil
	}))
	py.Call(route("/boom"), py.AsyncFunc("boom(request, db)", func(ctx context.Context, request, db any) (any, error) {
		return nil, newStorageError(py.TupleOf("disk", 5))
	}))
}
