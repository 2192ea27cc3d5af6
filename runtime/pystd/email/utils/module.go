// Package utils is Python's module email.utils.
package utils

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.utils.
var Module = email.UtilsModule
