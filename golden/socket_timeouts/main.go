package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/httpclient"
)

func fetch(ctx context.Context, port any) (string, error) {
	conn := py.CallMethodKw(httpclient.Module(), "HTTPConnection", []any{"127.0.0.1", port}, py.Kwargs{{Name: "timeout", Value: 0.1}})
	var result string
	err := py.Try(func() error {
		err := py.Try(func() error {
			py.CallMethod(conn, "request", "GET", "/")
			result = py.Str(py.GetAttr(py.CallMethod(conn, "getresponse"), "status"))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TimeoutError) {
				return err
			}
			result = fmt.Sprintf("timed out: %v", err)
			return nil
		}
		return nil
	})
	py.CallMethod(conn, "close")
	if err != nil {
		return "", err
	}
	return result, nil
}

func silent(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	if _, err := reader.Read(ctx, -1); err != nil {
		return err
	}
	writer.Close()
	return nil
}

func asyncMain(ctx context.Context) error {
	server, err := asyncio.StartServer(ctx, silent, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	port := py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), 1)
	result, err := fetch(ctx, port)
	if err != nil {
		return err
	}
	fmt.Println(result)
	server.Close()
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
