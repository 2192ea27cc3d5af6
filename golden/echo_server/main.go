package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func handle(ctx context.Context, reader, writer any) error {
	for {
		line, err := asyncio.Await(ctx, py.CallMethod(reader, "readline"))
		if err != nil {
			return err
		}
		if !py.Truth(line) {
			break
		}
		py.CallMethod(writer, "write", py.CallMethod(line, "upper"))
		if _, err := asyncio.Await(ctx, py.CallMethod(writer, "drain")); err != nil {
			return err
		}
	}
	py.CallMethod(writer, "close")
	_, err := asyncio.Await(ctx, py.CallMethod(writer, "wait_closed"))
	return err
}

var handleFunc any

func asyncMain(ctx context.Context) error {
	server, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "start_server", handleFunc, "127.0.0.1", 0))
	if err != nil {
		return err
	}
	port := py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), 1)
	if _, err := py.AEnterContext(ctx, server); err != nil {
		return err
	}
	err = py.Try(func() error {
		result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "open_connection", "127.0.0.1", port))
		if err != nil {
			return err
		}
		values := py.Unpack(result, 2)
		reader, writer := values[0], values[1]
		for _, word := range []string{"hello", "streams"} {
			py.CallMethod(writer, "write", py.CallMethod(word+"\n", "encode"))
			if _, err := asyncio.Await(ctx, py.CallMethod(writer, "drain")); err != nil {
				return err
			}
			result, err := asyncio.Await(ctx, py.CallMethod(reader, "readline"))
			if err != nil {
				return err
			}
			py.Print(py.CallMethod(py.CallMethod(result, "decode"), "strip"))
		}
		py.CallMethod(writer, "write_eof")
		result2, err := asyncio.Await(ctx, py.CallMethod(reader, "read"))
		if err != nil {
			return err
		}
		py.Print(result2)
		py.CallMethod(writer, "close")
		_, err = asyncio.Await(ctx, py.CallMethod(writer, "wait_closed"))
		return err
	})
	if err := py.AExitContext(ctx, server, err); err != nil {
		return err
	}
	py.Print("closed", py.CallMethod(server, "is_serving"))
	return nil
}

func main() {
	py.Main(func() error {
		handleFunc = py.AsyncFunc("handle(reader, writer)", handle)

		return asyncio.RunFunc(asyncMain)
	})
}
