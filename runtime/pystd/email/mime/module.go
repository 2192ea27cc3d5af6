// Package mime is Python's module email.mime.
package mime

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.
var Module = email.MIMEModule
