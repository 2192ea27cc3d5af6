// Package generator is Python's module email.generator.
package generator

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.generator.
var Module = email.GeneratorModule
