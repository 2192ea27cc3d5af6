// The limits of what waits in a transport of datagrams, and unix sockets without a path.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	result, err := asyncio.Await(ctx, py.CallMethodKw(loop, "create_datagram_endpoint", []any{asyncio.Module().Attr("DatagramProtocol")}, py.Kwargs{{Name: "local_addr", Value: py.Tuple{"127.0.0.1", 0}}}))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	transport, _ := values[0], values[1]
	py.Print(py.CallMethod(transport, "get_write_buffer_limits"))
	py.CallMethodKw(transport, "set_write_buffer_limits", nil, py.Kwargs{{Name: "high", Value: 5000}})
	py.Print(py.CallMethod(transport, "get_write_buffer_limits"))
	py.CallMethodKw(transport, "set_write_buffer_limits", nil, py.Kwargs{{Name: "low", Value: 100}})
	py.Print(py.CallMethod(transport, "get_write_buffer_limits"), py.CallMethod(transport, "get_write_buffer_size"))
	err = py.Try(func() error {
		py.CallMethod(transport, "set_write_buffer_limits", 1, 2)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	py.CallMethod(transport, "close")
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "start_unix_server", py.Func("main.<locals>.<lambda>(r, w)", func(r, w any) any { return nil })))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "open_unix_connection"))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
