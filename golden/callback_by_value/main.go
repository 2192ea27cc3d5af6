// A nested callback that a library function takes as a value, because the other argument has no static type.
package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
)

func asyncMain(ctx context.Context) error {
	manager := py.CallMethod(tempfile.Module(), "TemporaryDirectory")
	folder := py.As[string](py.EnterContext(manager))
	err := py.Try(func() error {
		var path any = json.Loads(json.Dumps(py.CallMethod(ospath.Module(), "join", folder, "socket")))

		var onConnect any = py.AsyncFunc("main.<locals>.on_connect(reader, writer)", func(ctx context.Context, reader, writer any) (any, error) {
			line, err := asyncio.Await(ctx, py.CallMethod(reader, "readline"))
			if err != nil {
				return nil, err
			}
			py.MethodOf(writer, "write").Call(py.CallMethod(line, "upper"))
			py.CallMethod(writer, "close")
			return nil, nil
		})

		server, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "start_unix_server", onConnect, path))
		if err != nil {
			return err
		}
		if _, err := py.AEnterContext(ctx, server); err != nil {
			return err
		}
		err = py.Try(func() error {
			result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "open_unix_connection", path))
			if err != nil {
				return err
			}
			values := py.Unpack(result, 2)
			reader, writer := values[0], values[1]
			py.CallMethod(writer, "write", py.Bytes("hello\n"))
			result2, err := asyncio.Await(ctx, py.CallMethod(reader, "readline"))
			if err != nil {
				return err
			}
			py.Print(result2)
			py.CallMethod(writer, "close")
			_, err = asyncio.Await(ctx, py.CallMethod(writer, "wait_closed"))
			return err
		})
		return py.AExitContext(ctx, server, err)
	})
	return py.ExitContext(manager, err)
}

func main() {
	asyncio.Main(asyncMain)
}
