// Details of sockets and files in asyncio that a program can tell.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pystruct"
	_ "github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
)

var (
	solSocket int
	soLinger  int
)

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	ended := asyncio.NewEvent()
	manager := py.CallMethod(tempfile.Module(), "TemporaryFile")
	file := py.EnterContext(manager)
	err := py.Try(func() error {
		write := py.MethodOf(file, "write")
		receiver := py.Bytes("")
		source := py.GetIter(py.Call(py.Builtin("range"), 1000))
		write.Call(py.CallMethod(receiver, "join", py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
			for iItem := range py.Iter(source) {
				i := py.As[int](iItem)
				y.Yield(py.Mod(py.Bytes("line %d\n"), i))
			}
			return nil
		}).Streams()))
		py.CallMethod(file, "flush")

		handler := func(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
			line, err := reader.ReadLine(ctx)
			if err != nil {
				return err
			}
			subject := py.CallMethod(line, "split")
			switch {
			default:
				if items, ok := py.MatchSequence(subject, 1, -1); ok {
					if py.Truth(py.Eq(items[0], py.Bytes("all"))) {
						result, err := asyncio.Await(ctx, py.CallMethod(loop, "sendfile", py.GetAttr(writer, "transport"), file))
						if err != nil {
							return err
						}
						py.Print("sent", result, py.CallMethod(file, "tell"))
						break
					}
				}
				if items, ok := py.MatchSequence(subject, 3, -1); ok {
					if py.Truth(py.Eq(items[0], py.Bytes("part"))) {
						start := items[1]
						count := items[2]
						result, err := asyncio.Await(ctx, py.MethodOf(loop, "sendfile").Call(py.GetAttr(writer, "transport"), file, py.Int(start), py.Int(count)))
						if err != nil {
							return err
						}
						py.Print("sent", result, py.CallMethod(file, "tell"))
						break
					}
				}
				err := py.Try(func() error {
					_, err := reader.Read(ctx, -1)
					return err
				})
				if err != nil {
					if !errors.Is(err, py.ConnectionResetError) {
						return err
					}
					py.Print("reset", py.GetAttr(err, "errno"))
				}
			}
			writer.Close()
			ended.Set()
			return nil
		}

		server, err := asyncio.StartServer(ctx, handler, "127.0.0.1", 0)
		if err != nil {
			return err
		}
		listener := py.GetItem(py.GetAttr(server, "sockets"), 0)
		py.Print(py.GetAttr(py.GetAttr(listener, "family"), "name"), py.GetAttr(py.GetAttr(listener, "type"), "name"), py.Repr(py.GetAttr(listener, "family")))
		for _, command := range []py.Bytes{py.Bytes("all"), py.Bytes("part 7 20")} {
			callee := asyncio.Module().Attr("open_connection")
			result, err := asyncio.Await(ctx, py.CallStar(callee, py.CallMethod(listener, "getsockname"), nil))
			if err != nil {
				return err
			}
			values := py.Unpack(result, 2)
			var reader any = values[0]
			var writer any = values[1]
			py.CallMethod(writer, "write", command+py.Bytes("\n"))
			data, err := asyncio.Await(ctx, py.CallMethod(reader, "read"))
			if err != nil {
				return err
			}
			py.Print(command, py.Len(data), py.GetItem(data, py.NewSlice(-9, nil, nil)))
			py.CallMethod(writer, "close")
		}

		// A socket that lingers for no time ends its connection with a reset.
		callee := asyncio.Module().Attr("open_connection")
		result, err := asyncio.Await(ctx, py.CallStar(callee, py.CallMethod(listener, "getsockname"), nil))
		if err != nil {
			return err
		}
		values := py.Unpack(result, 2)
		_ = values[0]
		var writer any = values[1]
		ended.Clear()
		py.CallMethod(writer, "write", py.Bytes("wait\n"))
		if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
			return err
		}
		py.MethodOf(py.CallMethod(writer, "get_extra_info", "socket"), "setsockopt").Call(solSocket, soLinger, py.CallMethod(pystruct.Module(), "pack", "ii", 1, 0))
		py.CallMethod(py.GetAttr(writer, "transport"), "abort")
		if err := ended.Wait(ctx); err != nil {
			return err
		}
		server.Close()
		if err := server.WaitClosed(ctx); err != nil {
			return err
		}

		// Only what can be waited for is a pipe.
		for _, connect := range []any{py.GetAttr(loop, "connect_read_pipe"), py.GetAttr(loop, "connect_write_pipe")} {
			err := py.Try(func() error {
				_, err := asyncio.Await(ctx, py.Call(connect, asyncio.Module().Attr("Protocol"), file))
				return err
			})
			if err != nil {
				if !errors.Is(err, py.ValueError) {
					return err
				}
				fmt.Println(err)
			}
		}
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	result, err := asyncio.Await(ctx, py.CallMethodKw(loop, "getaddrinfo", []any{"127.0.0.1", 80}, py.Kwargs{{Name: "type", Value: 1}}))
	if err != nil {
		return err
	}
	for info := range py.Iter(result) {
		py.Print(info)
	}
	return nil
}

func main() {
	py.Main(func() error {
		solSocket, soLinger = 1, 13

		return asyncio.RunFunc(asyncMain)
	})
}
