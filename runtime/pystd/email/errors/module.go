// Package errors is Python's module email.errors.
package errors

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.errors.
var Module = email.ErrorsModule
