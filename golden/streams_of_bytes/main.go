// Raw streams, buffers over them, compressed files, and the streams of the process.
package main

import (
	"errors"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gzip"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/zlib"
)

func attempt(f any) {
	err := py.Try(func() error {
		py.Print(py.Repr(py.Call(f)))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		py.Print(py.TypeOf(e).Name(), e)
	}
}

var Ticks any

func ticksInit(self any) any {
	py.SetAttr(self, "left", 3)
	return nil
}

func ticksReadable(self any) any {
	return true
}

func ticksReadinto(self, b any) any {
	if !py.Truth(py.GetAttr(self, "left")) {
		return 0
	}
	py.SetAttr(self, "left", py.ISub(py.GetAttr(self, "left"), 1))
	value := py.Bytes("ab")
	py.SetItem(b, py.NewSlice(nil, 2, nil), value)
	return 2
}

var (
	b    any
	sink any
	bad  any
)

func main() {
	py.Main(func() error {
		Ticks = py.NewClass("Ticks", []any{io.Module().Attr("RawIOBase")}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Ticks.__init__(self)", ticksInit))

			ns.Set("readable", py.Func("Ticks.readable(self)", ticksReadable))

			ns.Set("readinto", py.Func("Ticks.readinto(self, b)", ticksReadinto))
		})
		b = py.CallMethod(io.Module(), "BufferedReader", py.Call(Ticks))
		py.Print(py.CallMethod(b, "peek"), py.CallMethod(b, "read", 3), py.CallMethod(b, "read"), py.CallMethod(py.Call(Ticks), "readall"))
		attempt(py.Func("<lambda>()", func() any { return py.CallMethod(b, "seek", 0) }))
		attempt(py.Func("<lambda>()", func() any { return py.CallMethod(io.Module(), "BufferedWriter", py.Call(Ticks)) }))
		sink = py.CallMethod(io.Module(), "BytesIO")
		w := py.CallMethod(io.Module(), "BufferedWriter", sink)
		py.CallMethod(w, "write", py.Bytes("abc"))
		py.Print(py.CallMethod(sink, "getvalue"), py.CallMethod(w, "flush"), py.CallMethod(sink, "getvalue"))
		view := py.CallMethod(sink, "getbuffer")
		py.SetItem(view, 0, 65)
		attempt(py.Func("<lambda>()", func() any { return py.CallMethod(sink, "write", py.Bytes("longer than before")) }))
		py.CallMethod(view, "release")
		py.Print(py.CallMethod(sink, "getvalue"))
		text := py.CallMethodKw(io.Module(), "StringIO", []any{"a\r\nb\r"}, py.Kwargs{{Name: "newline", Value: nil}})
		py.Print(py.Repr(py.CallMethod(text, "read")), py.GetAttr(text, "newlines"))
		py.Print(py.CallMethod(py.CallKw(collections.Module().Attr("OrderedDict"), nil, py.Kwargs{{Name: "a", Value: 1}}), "keys"), py.CallMethod(py.CallKw(collections.Module().Attr("OrderedDict"), nil, py.Kwargs{{Name: "a", Value: 1}}), "items"))

		path := py.As[string](py.CallMethod(ospath.Module(), "join", py.CallMethod(tempfile.Module(), "mkdtemp"), "log.gz"))
		manager := py.CallMethodKw(gzip.Module(), "open", []any{path, "wt"}, py.Kwargs{{Name: "encoding", Value: "utf-8"}})
		f := py.EnterContext(manager)
		err := py.Try(func() error {
			for i := range 3 {
				py.CallMethod(f, "write", "line "+strconv.Itoa(i)+" é\n")
			}
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		manager2 := py.CallMethod(gzip.Module(), "open", path, "at")
		f = py.EnterContext(manager2)
		err = py.Try(func() error {
			py.PrintWith([]any{"appended"}, py.PrintOptions{File: f})
			return nil
		})
		if err := py.ExitContext(manager2, err); err != nil {
			return err
		}
		manager3 := py.CallMethod(gzip.Module(), "open", path)
		f = py.EnterContext(manager3)
		err = py.Try(func() error {
			py.Print(py.CallMethod(f, "readline"), py.CallMethod(f, "tell"), py.CallMethod(f, "read", 3), py.CallMethod(f, "seek", 2), py.CallMethod(f, "read", 4), py.CallMethod(f, "readlines"))
			return nil
		})
		if err := py.ExitContext(manager3, err); err != nil {
			return err
		}
		py.Print(py.CallMethodKw(gzip.Module(), "compress", []any{py.Mul(py.Bytes("data"), 50)}, py.Kwargs{{Name: "mtime", Value: 0}}), py.CallMethod(zlib.Module(), "compress", py.Mul(py.Bytes("hello"), 100)))
		d := py.CallMethod(zlib.Module(), "decompressobj")
		py.Print(py.MethodOf(d, "decompress").Call(py.Add(py.CallMethod(zlib.Module(), "compress", py.Mul(py.Bytes("hello"), 9)), py.Bytes("rest")), 12), py.Len(py.GetAttr(d, "unconsumed_tail")), py.GetAttr(d, "eof"), py.CallMethod(d, "flush"), py.GetAttr(d, "unused_data"))
		for _, badItem := range []any{py.Bytes("garbage"), py.Bytes("x\x9c\a"), py.GetItem(py.CallMethod(zlib.Module(), "compress", py.Bytes("abc")), py.NewSlice(nil, -1, nil))} {
			bad = badItem
			attempt(py.Func("<lambda>()", func() any { return py.CallMethod(zlib.Module(), "decompress", bad) }))
		}
		attempt(py.Func("<lambda>()", func() any { return py.CallMethod(gzip.Module(), "decompress", py.Bytes("not gzip")) }))
		attempt(py.Func("<lambda>()", func() any {
			return py.CallMethod(gzip.Module(), "decompress", py.GetItem(py.CallMethod(gzip.Module(), "compress", py.Bytes("abc")), py.NewSlice(nil, -3, nil)))
		}))

		values := py.Unpack(py.CallMethod(os.Module(), "pipe"), 2)
		r := values[0]
		w = values[1]
		manager4 := py.CallMethod(os.Module(), "fdopen", w, "w")
		f = py.EnterContext(manager4)
		err = py.Try(func() error {
			py.CallMethod(f, "write", "through a pipe\n")
			return nil
		})
		if err := py.ExitContext(manager4, err); err != nil {
			return err
		}
		manager5 := py.CallMethod(os.Module(), "fdopen", r)
		f = py.EnterContext(manager5)
		err = py.Try(func() error {
			py.PrintWith([]any{py.CallMethod(f, "read")}, py.PrintOptions{End: ""})
			return nil
		})
		if err := py.ExitContext(manager5, err); err != nil {
			return err
		}
		py.Print(py.CallMethod(os.Module(), "WEXITSTATUS", py.CallMethod(os.Module(), "system", "exit 3")), py.CallMethod(py.CallMethod(py.CallMethod(os.Module(), "popen", "echo out"), "read"), "strip"))
		py.CallMethod(sys.Module().Attr("stdout"), "write", "text ")
		py.CallMethod(py.GetAttr(sys.Module().Attr("stdout"), "buffer"), "write", py.Bytes("bytes\n"))
		py.Print(py.IsInstance(sys.Module().Attr("stdout"), io.Module().Attr("TextIOWrapper")), py.CallMethod(sys.Module().Attr("stdout"), "fileno"))
		arg := py.Repr(py.CallMethod(sys.Module().Attr("stdin"), "readline"))
		arg2 := py.Repr(py.Call(py.Builtin("input")))
		lines := py.ListOf[any]()
		for line := range py.Iter(sys.Module().Attr("stdin")) {
			lines.Append(line)
		}
		py.Print(arg, arg2, lines)
		return nil
	})
}
