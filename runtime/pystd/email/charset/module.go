// Package charset is Python's module email.charset.
package charset

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.charset.
var Module = email.CharsetModule
