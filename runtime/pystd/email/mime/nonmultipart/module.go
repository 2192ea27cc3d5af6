// Package nonmultipart is Python's module email.mime.nonmultipart.
package nonmultipart

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.nonmultipart.
var Module = email.NonMultipartModule
