// Package posixpath is Python's module posixpath, which is os.path.
package posixpath

import "github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"

// Module is the module os.path.
var Module = ospath.Module
