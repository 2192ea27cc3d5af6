package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func handle(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	for {
		line, err := reader.ReadLine(ctx)
		if err != nil {
			return err
		}
		if line == "" {
			break
		}
		writer.Write(line.Upper())
		if err := writer.Drain(ctx); err != nil {
			return err
		}
	}
	writer.Close()
	return writer.WaitClosed(ctx)
}

func asyncMain(ctx context.Context) error {
	server, err := asyncio.StartServer(ctx, handle, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	port := py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), 1)
	err = server.With(ctx, func(ctx context.Context) error {
		reader, writer, err := asyncio.OpenConnection(ctx, "127.0.0.1", port)
		if err != nil {
			return err
		}
		for _, word := range []string{"hello", "streams"} {
			writer.Write(py.EncodeUTF8(word + "\n"))
			if err := writer.Drain(ctx); err != nil {
				return err
			}
			line, err := reader.ReadLine(ctx)
			if err != nil {
				return err
			}
			fmt.Println(py.StrStrip(py.DecodeUTF8(line)))
		}
		writer.WriteEOF()
		data, err := reader.Read(ctx, -1)
		if err != nil {
			return err
		}
		py.Print(data)
		writer.Close()
		return writer.WaitClosed(ctx)
	})
	if err != nil {
		return err
	}
	py.Print("closed", server.IsServing())
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
