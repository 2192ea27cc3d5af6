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

// standard holds the names of each module of standardText.
var standard = sync.OnceValue(func() map[string]wordList {
	modules := map[string]wordList{}
	for line := range strings.Lines(standardText) {
		name, names, _ := strings.Cut(strings.TrimSpace(line), " ")
		modules[name] = wordList(names)
	}
	return modules
})

// isStandard reports whether CPython's library has a module of a name.
func isStandard(module string) bool {
	_, ok := standard()[module]
	return ok
}

// standardHas reports whether a module of CPython's library has a name: those of
// functions and classes are marked with ().
func standardHas(names wordList, name string) bool { return names.has(name) || names.has(name+"()") }

// IsCallable reports whether a qualified name is that of a function or class of
// CPython's library.
func IsCallable(name string) bool {
	dot := strings.LastIndex(name, ".")
	return dot > 0 && standard()[name[:dot]].has(name[dot+1:]+"()")
}

// IsBuiltin reports whether CPython has a builtin of a name.
func IsBuiltin(name string) bool { return standardHas(standard()["builtins"], name) }

// windowsOnly are the modules of CPython's library for Windows. A program that
// imports one does so where it has found that this is Windows. Those of a package are
// there on Linux too, and raise ImportError.
var windowsOnly = words("msvcrt winreg winsound _winapi nt asyncio.windows_events asyncio.windows_utils")

// OnlyOnWindows reports whether a module is one of Windows, and what importing it
// elsewhere raises.
func OnlyOnWindows(name string) (raises string, only bool) {
	if strings.Contains(name, ".") {
		return "ImportError", windowsOnly[name]
	}
	return "ModuleNotFoundError", windowsOnly[name]
}

// AbsentModule returns the part of a module's name whose import raises
// ModuleNotFoundError in a plain CPython on Linux: what is neither in its
// library nor, as local tells, among the modules of the program.
func AbsentModule(name string, local func(string) bool) (missing string, absent bool) {
	top, _, _ := strings.Cut(name, ".")
	if _, only := OnlyOnWindows(name); only && !local(top) {
		return name, true
	}
	if !local(top) {
		return top, !isStandard(top) && Lookup(top) == nil && top != "__future__"
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
	return names != "" && !standardHas(names, name) && !strings.HasPrefix(name, "__") &&
		!isStandard(module+"."+name) && Lookup(module+"."+name) == nil
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
