// Package http is Python's module http: the enums of status codes and methods.
// Its submodules (client, server, cookies) are absent.
// https://docs.python.org/3.13/library/http.html
package http

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the module http.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("http", "")
	m.Class(statusClass())
	m.Class(methodClass())
	return m
})
