// Package text is Python's module email.mime.text.
package text

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.text.
var Module = email.MIMETextModule
