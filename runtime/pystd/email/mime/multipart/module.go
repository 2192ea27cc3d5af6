// Package multipart is Python's module email.mime.multipart.
package multipart

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.multipart.
var Module = email.MIMEMultipartModule
