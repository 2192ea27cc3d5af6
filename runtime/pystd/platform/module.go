// Package platform is Python's module platform, as far as it tells of the
// machine; what it tells of the interpreter is absent.
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
	} {
		m.Func(name+"()", func() any { return get() })
	}
	m.Func("uname()", func() any {
		return py.Call(unameClass, system(), node(), kernel("osrelease"), kernel("version"), machine())
	})
	return m
})
