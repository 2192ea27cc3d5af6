// Package feedparser is Python's module email.feedparser.
package feedparser

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.feedparser.
var Module = email.FeedParserModule
