// Package io is Python's module io: files, and streams in memory. Linking it
// gives the program the builtin open.
package io

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module returns the module io.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("io", "The io module provides the Python interfaces to stream handling.")
	for _, c := range []*py.Class{
		baseClass, rawBaseClass, bufferedBaseClass, textBaseClass, fileIOClass, readerClass, writerClass,
		randomClass, pairClass, bytesIOClass, stringIOClass, textWrapperClass, unsupportedOperation,
	} {
		m.Set(publicName(c.Name()), c)
	}
	m.Set("open", openFunction)
	m.Set("SEEK_SET", 0)
	m.Set("SEEK_CUR", 1)
	m.Set("SEEK_END", 2)
	m.Set("DEFAULT_BUFFER_SIZE", bufferSize)
	m.Set("BlockingIOError", py.BlockingIOError)
	m.Func("text_encoding(encoding, stacklevel=2, /)", func(encoding, _ any) any {
		if encoding == nil {
			return "locale"
		}
		return encoding
	})
	return m
})

func publicName(name string) string {
	if name[0] == '_' {
		return name[1:]
	}
	return name
}

const bufferSize = 8192

var unsupportedOperation = py.NewExceptionClass("io", "UnsupportedOperation", py.OSError, py.ValueError)

// Unsupported makes io.UnsupportedOperation.
func Unsupported(message string) py.BaseException { return unsupported(message) }

func unsupported(message string) py.BaseException {
	return py.NewException(unsupportedOperation, message)
}

// closedFile is the error of using a stream after its close.
func closedFile(message string) py.BaseException { return exc.ValueError("%s", message) }

// size is the argument of read and its kin: negative for everything.
func size(n any) int {
	if n == nil {
		return -1
	}
	if i, ok := n.(int); ok {
		return i
	}
	if !py.HasAttr(n, "__index__") {
		panic(exc.TypeError("argument should be integer or None, not '%s'", py.TypeOf(n).Name()))
	}
	return py.As[int](py.Index(n))
}
