package api

import (
	_ "embed"
	"strings"
	"sync"
)

// standardText is the standard library of CPython 3.13 on Linux, as
// testdata/standard.py prints it: a line for each module, with the names that
// dir() gives for it, those of functions and classes with () after them.
// Modules that can make names when they are asked (with a __getattr__), or that
// were not imported for the list, stand without names.
//
//go:embed standard.txt
var standardText string

// standard holds the names of each module of standardText, and whether they are
// those of functions or classes.
var standard = sync.OnceValue(func() map[string]map[string]standardName {
	modules := map[string]map[string]standardName{}
	for line := range strings.Lines(standardText) {
		words := strings.Fields(line)
		names := make(map[string]standardName, len(words))
		for _, word := range words[1:] {
			name, callable := strings.CutSuffix(word, "()")
			names[name] = standardName{callable: callable, there: true}
		}
		modules[words[0]] = names
	}
	return modules
})

// standardName is a name of a module of standardText.
type standardName struct{ callable, there bool }

// IsCallable reports whether a qualified name is that of a function or class of
// CPython's library.
func IsCallable(name string) bool {
	dot := strings.LastIndex(name, ".")
	return dot > 0 && standard()[name[:dot]][name[dot+1:]].callable
}

// IsBuiltin reports whether CPython has a builtin of a name.
func IsBuiltin(name string) bool { return standard()["builtins"][name].there }

// AbsentModule returns the part of a module's name whose import raises
// ModuleNotFoundError in a plain CPython on Linux: what is neither in its
// library nor, as local tells, among the modules of the program.
func AbsentModule(name string, local func(string) bool) (missing string, absent bool) {
	top, _, _ := strings.Cut(name, ".")
	if !local(top) {
		return top, standard()[top] == nil && Lookup(top) == nil && top != "__future__"
	}
	for i := range len(name) + 1 {
		if i < len(name) && name[i] != '.' {
			continue
		}
		if prefix := name[:i]; !local(prefix) {
			return prefix, true
		}
	}
	return "", false
}

// AbsentName reports whether a library module of CPython has no attribute of a
// name: reading it raises AttributeError, and importing it ImportError.
func AbsentName(module, name string) bool {
	names := standard()[module]
	if lib := Lookup(module); lib != nil && lib.Has(name) {
		return false
	}
	return len(names) > 0 && !names[name].there && !strings.HasPrefix(name, "__") &&
		standard()[module+"."+name] == nil && Lookup(module+"."+name) == nil
}

// platformNames are the attributes of modules that tell the version of Python, the
// operating system or the Python that runs.
var platformNames = map[string]map[string]bool{
	"sys":      words("version_info platform hexversion"),
	"os":       words("name"),
	"platform": words("system machine release version python_implementation python_version python_version_tuple uname win32_ver mac_ver libc_ver"),
}

// TellsPlatform reports whether an attribute of a module tells the version of
// Python, the operating system or the Python that runs.
func TellsPlatform(module, name string) bool { return platformNames[module][name] }
