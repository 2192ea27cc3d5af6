package io

import (
	"os"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// StandardError is sys.stderr: what the program has set, or the stream of the
// process.
func StandardError() any {
	if py.Stderr != nil {
		return py.Stderr
	}
	return processStderr()
}

var processStderr = sync.OnceValue(func() any {
	f := &binaryFile{
		class: fileIOClass, file: os.Stderr, name: "<stderr>", mode: "wb", unbuffered: true, canWrite: true,
	}
	t := newTextFile(f, "utf-8", "backslashreplace", nil)
	t.mode = "w"
	return t
})
