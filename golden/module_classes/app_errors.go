package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

var (
	appErrorsLoaded bool
	AppError        any
)

var NotFound any

func notFoundInit(self, key any) any {
	py.CallMethod(py.Super(NotFound, self), "__init__", "no "+py.Format(key, ""))
	py.SetAttr(self, "key", key)
	return nil
}

var Wrapped any

// importAppErrors runs the module app.errors when it is first imported.
func importAppErrors() {
	if appErrorsLoaded {
		return
	}
	appErrorsLoaded = true
	AppError = py.NewClass("AppError", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.errors")
		ns.Set("code", 500)
	})
	NotFound = py.NewClass("NotFound", []any{AppError}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.errors")
		ns.Set("code", 404)

		ns.Set("__init__", py.Func("NotFound.__init__(self, key)", notFoundInit))
	})
	Wrapped = py.NewClass("Wrapped", []any{AppError}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.errors")
	})
}
