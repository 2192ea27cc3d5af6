package api

const runtimePath = "github.com/pyasync2go/pyasync2go/runtime/"

// Library is a module of Python's library that the runtime has.
type Library struct {
	Name    string
	Package string   // import path of its runtime package
	names   wordList // none of a module all of whose attributes are there
}

// Lookup returns the library module called name, or nil.
func Lookup(name string) *Library { return libraries[name] }

// Has reports whether the module has an attribute.
func (l *Library) Has(name string) bool { return l.names == "" || l.names.has(name) }
