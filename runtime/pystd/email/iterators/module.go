// Package iterators is Python's module email.iterators.
package iterators

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.iterators.
var Module = email.IteratorsModule
