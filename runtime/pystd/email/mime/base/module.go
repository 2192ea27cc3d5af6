// Package base is Python's module email.mime.base.
package base

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.base.
var Module = email.MIMEBaseModule
