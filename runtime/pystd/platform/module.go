// Package platform is Python's module platform. It tells of the interpreter what
// CPython 3.13 on the same machine would.
// https://docs.python.org/3.13/library/platform.html
package platform

import (
	"os"
	"runtime"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

var unameClass = collections.NamedTuple("uname_result",
	[]string{"system", "node", "release", "version", "machine"}, nil, "platform")

// version is the version of Python that converted programs are like.
const version = "3.13.0"

// kernel reads a text of the kernel, "" if there is none.
func kernel(name string) string {
	text, err := os.ReadFile("/proc/sys/kernel/" + name)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

// system is the name of the operating system.
func system() string {
	return strings.ToUpper(runtime.GOOS[:1]) + runtime.GOOS[1:]
}

// machine is the name of the processor's architecture.
func machine() string {
	names := map[string]string{"amd64": "x86_64", "386": "i686", "arm64": "aarch64"}
	if name, ok := names[runtime.GOARCH]; ok {
		return name
	}
	return runtime.GOARCH
}

func node() string {
	name, err := os.Hostname()
	if err != nil {
		return ""
	}
	return name
}

// Module is the module platform.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("platform", "This module tries to retrieve as much platform-identifying data as possible.")
	for name, get := range map[string]func() string{
		"system": system, "node": node, "machine": machine,
		"release":   func() string { return kernel("osrelease") },
		"version":   func() string { return kernel("version") },
		"processor": func() string { return "" },

		"python_implementation": func() string { return "CPython" },
		"python_version":        func() string { return version },
		"python_branch":         func() string { return "" },
		"python_revision":       func() string { return "" },
	} {
		m.Func(name+"()", func() any { return get() })
	}
	m.Func("python_version_tuple()", func() any {
		var t py.Tuple
		for part := range strings.SplitSeq(version, ".") {
			t = append(t, part)
		}
		return t
	})
	m.Func("architecture(executable='', bits='', linkage='')", func(_, bits, linkage any) any {
		if !py.Truth(bits) {
			bits = "64bit"
		}
		if !py.Truth(linkage) {
			linkage = "ELF"
		}
		return py.Tuple{bits, linkage}
	})
	for name, empty := range map[string]py.Tuple{
		"win32_ver": {"", "", "", ""}, "java_ver": {"", "", py.Tuple{"", "", ""}, py.Tuple{"", "", ""}}, "mac_ver": {"", py.Tuple{"", "", ""}, ""},
	} {
		m.Func(name+"(*args, **kwargs)", func(_, _ any) any { return empty })
	}
	m.Func("uname()", func() any {
		return py.Call(unameClass, system(), node(), kernel("osrelease"), kernel("version"), machine())
	})
	return m
})
