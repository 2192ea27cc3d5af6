// Package application is Python's module email.mime.application.
package application

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.application.
var Module = email.MIMEApplicationModule
