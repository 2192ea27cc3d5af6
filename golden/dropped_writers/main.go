package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// A connection ends with the last reference to its stream writer.
func answer(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	data, err := reader.Read(ctx, 100)
	if err != nil {
		return err
	}
	writer.Write(data.Upper())
	return writer.Drain(ctx)
}

func ask(ctx context.Context, port any, text py.Bytes) error {
	reader, writer, err := asyncio.OpenConnection(ctx, "127.0.0.1", port)
	if err != nil {
		return err
	}
	writer.Write(text)
	data, err := reader.Read(ctx, -1)
	if err != nil {
		return err
	}
	py.Print(data)
	writer.Close()
	return nil
}

func leftByHandlers(ctx context.Context) error {
	server, err := asyncio.StartServer(ctx, answer, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	port := py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), 1)
	err = server.With(ctx, func(ctx context.Context) error {
		if err := ask(ctx, port, py.Bytes("hello")); err != nil {
			return err
		}
		text := py.Bytes("one")
		arg := asyncio.Go(func(ctx context.Context) error {
			return ask(ctx, port, text)
		})
		text2 := py.Bytes("one")
		return asyncio.GatherAll(ctx, arg, asyncio.Go(func(ctx context.Context) error {
			return ask(ctx, port, text2)
		}))
	})
	if err != nil {
		return err
	}
	fmt.Println("all connections ended")
	return nil
}

var kept *py.List[*asyncio.StreamWriter]

func keep(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	kept.Append(writer)
	writer.Write(py.Bytes("kept\n"))
	return nil
}

func keptByProgram(ctx context.Context) error {
	server, err := asyncio.StartServer(ctx, keep, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	callee := asyncio.Module().Attr("open_connection")
	result, err := asyncio.Await(ctx, py.CallStar(callee, py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), nil))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	reader, writer := values[0], values[1]
	result2, err := asyncio.Await(ctx, py.CallMethod(reader, "readline"))
	if err != nil {
		return err
	}
	py.Print(result2)
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait_for", py.CallMethod(reader, "read"), 0.1)); err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("still open")
	}
	kept.Clear()
	server.Close()
	if err := server.WaitClosed(ctx); err != nil {
		return err
	}
	py.CallMethod(writer, "close")
	result3, err := asyncio.Await(ctx, py.CallMethod(reader, "read"))
	if err != nil {
		return err
	}
	py.Print(result3)
	return nil
}

func linger(ctx context.Context, reader, writer any) error {
	py.CallMethod(writer, "write", py.Bytes("wait\n"))
	if err := asyncio.Sleep(ctx, 100*time.Millisecond); err != nil {
		return err
	}
	fmt.Println("the task ends")
	return nil
}

func accept(reader, writer any) {
	asyncio.CreateTask(asyncio.Context(), asyncio.Go(func(ctx context.Context) error {
		return linger(ctx, reader, writer)
	}))
}

var acceptFunc any

func leftByATask(ctx context.Context) error {
	server, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "start_server", acceptFunc, "127.0.0.1", 0))
	if err != nil {
		return err
	}
	callee := asyncio.Module().Attr("open_connection")
	result, err := asyncio.Await(ctx, py.CallStar(callee, py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), nil))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	reader, writer := values[0], values[1]
	result2, err := asyncio.Await(ctx, py.CallMethod(reader, "read"))
	if err != nil {
		return err
	}
	py.Print(result2)
	py.CallMethod(writer, "close")
	py.CallMethod(server, "close")
	_, err = asyncio.Await(ctx, py.CallMethod(server, "wait_closed"))
	return err
}

var gone *asyncio.Event

func shout(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
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
	gone.Set()
	return nil
}

func say(ctx context.Context, port any, text py.Bytes) (py.Bytes, error) {
	reader, writer, err := asyncio.OpenConnection(ctx, "127.0.0.1", port)
	if err != nil {
		return "", err
	}
	defer writer.Close()
	writer.Write(text)
	if err := writer.Drain(ctx); err != nil {
		return "", err
	}
	return reader.ReadLine(ctx)
}

func leftByClient(ctx context.Context) error {
	gone = asyncio.NewEvent()
	server, err := asyncio.StartServer(ctx, shout, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	sayResult, err := say(ctx, py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), 1), py.Bytes("louder\n"))
	if err != nil {
		return err
	}
	py.Print(sayResult)
	if err := gone.Wait(ctx); err != nil {
		return err
	}
	fmt.Println("the client is gone")
	server.Close()
	return nil
}

func outlive(ctx context.Context, writer *asyncio.StreamWriter, done *asyncio.Event) error {
	writer.Write(py.Bytes("one line\n"))
	if err := writer.Drain(ctx); err != nil {
		return err
	}
	return done.Wait(ctx) // it holds the writer, although it does nothing more with it
}

func heldByATask(ctx context.Context) error {
	done := asyncio.NewEvent()
	tasks := py.ListOf[*asyncio.Task[asyncio.None]]()

	handler := func(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
		tasks.Append(asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
			return outlive(ctx, writer, done)
		})))
		return nil
	}

	server, err := asyncio.StartServer(ctx, handler, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	callee := asyncio.Module().Attr("open_connection")
	result, err := asyncio.Await(ctx, py.CallStar(callee, py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), nil))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	reader, writer := values[0], values[1]
	result2, err := asyncio.Await(ctx, py.CallMethod(reader, "readline"))
	if err != nil {
		return err
	}
	py.Print(result2)
	if err := asyncio.Sleep(ctx, 100*time.Millisecond); err != nil {
		return err
	}
	py.Print("open", !py.Truth(py.CallMethod(reader, "at_eof")))
	done.Set()
	if _, _, err := asyncio.Wait(ctx, tasks); err != nil {
		return err
	}
	tasks.Clear()
	result3, err := asyncio.Await(ctx, py.CallMethod(reader, "read"))
	if err != nil {
		return err
	}
	py.Print(result3)
	py.CallMethod(writer, "close")
	server.Close()
	return nil
}

func asyncMain(ctx context.Context) error {
	if err := leftByHandlers(ctx); err != nil {
		return err
	}
	if err := keptByProgram(ctx); err != nil {
		return err
	}
	if err := leftByATask(ctx); err != nil {
		return err
	}
	if err := heldByATask(ctx); err != nil {
		return err
	}
	return leftByClient(ctx)
}

func main() {
	py.Main(func() error {
		kept = py.ListOf[*asyncio.StreamWriter]()
		acceptFunc = py.Func("accept(reader, writer)", accept)

		return asyncio.RunFunc(asyncMain)
	})
}
