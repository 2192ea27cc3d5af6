// Package header is Python's module email.header.
package header

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.header.
var Module = email.HeaderModule
