// Attributes of streams and queues that begin with an underscore, as connection pools use them.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/trsock"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func answer(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	py.SetAttr(reader, "_limit", 8)
	err := py.Try(func() error {
		line, err := reader.ReadLine(ctx)
		if err != nil {
			return err
		}
		py.Print(line)
		_, err = reader.ReadLine(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	writer.Close()
	return nil
}

type Pool struct {
	free *py.List[py.Tuple]
}

func newPool() *Pool {
	return &Pool{free: py.ListOf[py.Tuple]()}
}

func (p *Pool) take() any {
	values := p.free.Pop()
	reader, writer := values[0], values[1]
	if py.Truth(py.GetAttr(reader, "_eof")) {
		py.Print("connection was closed", py.Is(py.GetAttr(writer, "_reader"), reader))
		py.CallMethod(py.GetAttr(writer, "_transport"), "close")
		return nil
	}
	return py.Tuple{reader, writer}
}

func asyncMain(ctx context.Context) error {
	server, err := asyncio.StartServer(ctx, answer, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	sock := py.GetItem(py.GetAttr(server, "sockets"), 0)
	py.Print(py.IsInstance(sock, trsock.Module().Attr("TransportSocket")), py.GetAttr(trsock.Module().Attr("TransportSocket"), "__module__"))
	callee := asyncio.Module().Attr("open_connection")
	result, err := asyncio.Await(ctx, py.CallStar(callee, py.CallMethod(sock, "getsockname"), nil))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	reader, writer := values[0], values[1]
	pool := newPool()
	pool.free.Append(py.Tuple{reader, writer})
	py.Print(pool.take() != nil, py.GetAttr(reader, "_limit"), py.GetAttr(reader, "_exception"), py.Is(py.GetAttr(writer, "_loop"), asyncio.GetRunningLoop()))
	py.CallMethod(writer, "write", py.Add(py.Add(py.Bytes("short\n"), py.Mul(py.Bytes("long"), 10)), py.Bytes("\n")))
	result2, err := asyncio.Await(ctx, py.CallMethod(reader, "read"))
	if err != nil {
		return err
	}
	py.Print(result2, py.TypeOf(py.GetAttr(writer, "_protocol")).Name(), py.Is(py.GetAttr(reader, "_transport"), py.GetAttr(writer, "_transport")))
	pool.free.Append(py.Tuple{reader, writer})
	py.Print(pool.take())
	server.Close()

	queue := asyncio.NewQueue[any](1)
	if err := queue.PutNowait("a"); err != nil {
		return err
	}
	py.SetAttr(queue, "_maxsize", 2)
	if err := queue.PutNowait("b"); err != nil {
		return err
	}
	py.Print(queue.Full(), py.GetAttr(queue, "_maxsize"), queue)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
