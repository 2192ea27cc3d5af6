// Package encoders is Python's module email.encoders.
package encoders

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.encoders.
var Module = email.EncodersModule
