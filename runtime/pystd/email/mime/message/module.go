// Package message is Python's module email.mime.message.
package message

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.message.
var Module = email.MIMEMessageModule
