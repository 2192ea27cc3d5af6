// Package parser is Python's module email.parser.
package parser

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.parser.
var Module = email.ParserModule
