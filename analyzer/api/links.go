package api

import "strings"

// A link is a module that the library uses where it is linked, and that a
// program therefore needs though it does not import it.
type link struct {
	module string
	// names are mentions that need it: a name, the name of an attribute after a
	// dot, or that of a keyword argument before an equals sign.
	names string
	// with are names of which the program must have one too; empty is any.
	with string
}

var links = []link{
	{module: "ssl", names: "HTTPSConnection ssl="},
	// The families and types of sockets are members of enums.
	{module: "socket", names: ".family .type", with: "sockets get_extra_info"},
	{module: "socket", names: "getaddrinfo"},
}

// Links returns the packages that a program needs to link by what it mentions.
func Links(mentioned func(name string) bool) []string {
	any := func(names string) bool {
		for _, name := range strings.Fields(names) {
			if mentioned(name) {
				return true
			}
		}
		return false
	}
	var packages []string
	for _, l := range links {
		if any(l.names) && (l.with == "" || any(l.with)) {
			packages = append(packages, Lookup(l.module).Package)
		}
	}
	return packages
}
