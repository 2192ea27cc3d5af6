// Package contentmanager is Python's module email.contentmanager.
package contentmanager

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.contentmanager.
var Module = email.ContentManagerModule
