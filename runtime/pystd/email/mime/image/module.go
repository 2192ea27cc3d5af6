// Package image is Python's module email.mime.image.
package image

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.image.
var Module = email.MIMEImageModule
