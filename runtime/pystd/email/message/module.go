// Package message is Python's module email.message.
package message

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.message.
var Module = email.MessageModule
