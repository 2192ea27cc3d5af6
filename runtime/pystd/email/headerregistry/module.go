// Package headerregistry is Python's module email.headerregistry.
package headerregistry

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.headerregistry.
var Module = email.HeaderRegistryModule
