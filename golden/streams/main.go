// Streams whose types are known, and what only looks like them.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Collects what is written, as a test of a protocol would have it.
type FakeWriter struct {
	chunks *py.List[py.Bytes]
}

func newFakeWriter() *FakeWriter {
	return &FakeWriter{chunks: py.ListOf[py.Bytes]()}
}

func (f *FakeWriter) write(data py.Bytes) {
	f.chunks.Append(data)
}

func (f *FakeWriter) drain(ctx context.Context) error {
	return asyncio.Sleep(ctx, 0)
}

func greet(ctx context.Context, writer any, name string) error {
	py.MethodOf(writer, "write").Call(py.EncodeUTF8("hello " + name + "\n"))
	_, err := asyncio.Await(ctx, py.CallMethod(writer, "drain"))
	return err
}

func serve(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	header, err := reader.ReadExactly(ctx, 4)
	if err != nil {
		return err
	}
	size := py.CallMethod(py.IntClass, "from_bytes", header, "big")
	result, err := asyncio.Await(ctx, py.CallMethod(reader, "readexactly", size))
	if err != nil {
		return err
	}
	body := py.CallMethod(result, "decode", "utf-8", "replace")
	py.MethodOf(writer, "write").Call(py.CallMethod(py.CallMethod(body, "upper"), "encode", "utf-8"))
	if err := greet(ctx, writer, py.As[string](py.CallMethod(body, "strip"))); err != nil {
		return err
	}
	py.Print("peer known:", writer.ExtraInfo("peername") != nil, writer.ExtraInfo("nothing"))
	writer.Close()
	return writer.WaitClosed(ctx)
}

func lines(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	for {
		line, err := reader.ReadUntil(ctx, py.Bytes(";"))
		if err != nil {
			return err
		}
		word := py.As[py.Bytes](py.CallMethod(line, "rstrip", py.Bytes(";"))).Strip().Lower()
		if word.HasPrefix(py.Bytes("quit")) || word.HasSuffix(py.Bytes("!")) {
			break
		}
		writer.Write(word + py.Bytes("\n"))
	}
	writer.Close()
	return nil
}

var linesFunc any

type Registry struct {
	served *py.List[string]
}

func newRegistry() *Registry {
	return &Registry{served: py.ListOf[string]()}
}

func (r *Registry) startServer(handler any, name string) string {
	r.served.Append(name)
	return name + ": " + py.Format(py.GetAttr(handler, "__name__"), "")
}

func asyncMain(ctx context.Context) error {
	server, err := asyncio.StartServer(ctx, serve, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	values := py.Unpack(py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), 2)
	host, port := values[0], values[1]
	var reader *asyncio.StreamReader
	var writer *asyncio.StreamWriter
	err = server.With(ctx, func(ctx context.Context) error {
		reader2, writer2, err := asyncio.OpenConnection(ctx, host, port)
		if err != nil {
			return err
		}
		reader = reader2
		writer = writer2
		text := py.EncodeUTF8("grüße ")
		writer.Write(py.As[py.Bytes](py.CallMethod(len(text), "to_bytes", 4, "big")) + text)
		if err := writer.Drain(ctx); err != nil {
			return err
		}
		data, err := reader.Read(ctx, -1)
		if err != nil {
			return err
		}
		py.Print(data)
		py.Print(reader.AtEOF(), writer.IsClosing())
		writer.Close()
		if err := writer.WaitClosed(ctx); err != nil {
			return err
		}
		py.Print(writer.IsClosing())
		return nil
	})
	if err != nil {
		return err
	}

	second, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "start_server", []any{linesFunc}, py.Kwargs{{Name: "host", Value: "127.0.0.1"}, {Name: "port", Value: 0}}))
	if err != nil {
		return err
	}
	reader2, writer2, err := asyncio.OpenConnection(ctx, "127.0.0.1", py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(second, "sockets"), 0), "getsockname"), 1))
	if err != nil {
		return err
	}
	reader = reader2
	writer = writer2
	writer.Write(py.Bytes("One; TWO ;three!;"))
	writer.WriteEOF()
	arg, err := reader.ReadLine(ctx)
	if err != nil {
		return err
	}
	arg2, err := reader.ReadLine(ctx)
	if err != nil {
		return err
	}
	line, err := reader.ReadLine(ctx)
	if err != nil {
		return err
	}
	py.Print(arg, arg2, line)
	err = py.Try(func() error {
		_, err := reader.ReadExactly(ctx, 3)
		return err
	})
	if err != nil {
		if !errors.Is(err, asyncio.IncompleteReadError) {
			return err
		}
		e := err
		py.Print("incomplete:", py.GetAttr(e, "partial"), py.GetAttr(e, "expected"))
	}
	writer.Close()
	py.CallMethod(second, "close")
	if _, err := asyncio.Await(ctx, py.CallMethod(second, "wait_closed")); err != nil {
		return err
	}
	py.Print(py.CallMethod(second, "is_serving"))

	fake := newFakeWriter()
	if err := greet(ctx, fake, "test"); err != nil {
		return err
	}
	fmt.Println(fake.chunks)

	feed := py.CallMethod(asyncio.Module(), "StreamReader")
	py.CallMethod(feed, "feed_data", py.Bytes("a;b;quit;"))
	py.CallMethod(feed, "feed_eof")
	arg3 := newRegistry().startServer(linesFunc, "own")
	result, err := asyncio.Await(ctx, py.CallMethod(feed, "read", 2))
	if err != nil {
		return err
	}
	py.Print(arg3, result)
	err = py.Try(func() error {
		py.DecodeUTF8(py.Bytes("\xff\xfe"))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.UnicodeDecodeError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[FakeWriter](
			"FakeWriter",
			nil,
			py.Kw{Name: "write", Value: py.Func("FakeWriter.write(self, data)", (*FakeWriter).write)},
			py.Kw{Name: "drain", Value: py.AsyncFunc("FakeWriter.drain(self)", (*FakeWriter).drain)},
		)
		linesFunc = py.AsyncFunc("lines(reader, writer)", lines)

		return asyncio.RunFunc(asyncMain)
	})
}
