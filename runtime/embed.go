// Package runtime holds the sources of the packages that converted programs
// link against, so that the tool can write them into a module's vendor
// directory and a user needs nothing but Go. The packages themselves are
// below this one.
package runtime

import "embed"

// Sources are the files below this directory, test files included.
//
//go:embed *
var Sources embed.FS
