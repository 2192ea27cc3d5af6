package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/builtins"
)

var storeLoaded bool

var Store any

func storeFetch(ctx context.Context, self, uid any) (any, error) {
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "sleep", 1)); err != nil {
		return nil, err
	}
	return nil, py.NewConnectionError("no network")
}

func storeClose(self any) any {
	py.Call(builtins.Module().Attr("print"), "real close")
	return nil
}

func loadUser(ctx context.Context, uid any) (string, error) {
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "sleep", 1)); err != nil {
		return "", err
	}
	return "user" + py.Format(uid, ""), nil
}

var loadUserFunc any

// importStore runs the module store when it is first imported.
func importStore() {
	if storeLoaded {
		return
	}
	storeLoaded = true
	Store = py.NewClass("Store", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "store")
		ns.Set("__doc__", "keeps users")
		ns.Set("limit", 3)

		ns.Set("fetch", py.AsyncFunc("Store.fetch(self, uid)", storeFetch))

		ns.Set("close", py.Func("Store.close(self)", storeClose))
	})
	loadUserFunc = py.AsyncFunc("load_user(uid)", loadUser)
}
