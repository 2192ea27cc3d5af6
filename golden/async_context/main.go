package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
)

type Connection struct {
	name string
}

func newConnection(name string) *Connection {
	return &Connection{name: name}
}

func (c *Connection) enterAsync(ctx context.Context) (*Connection, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	fmt.Println("connect", c.name)
	return c, nil
}

func (c *Connection) exitAsync(ctx context.Context, errorValue any) error {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	fmt.Println("disconnect", c.name)
	return nil
}

func (c *Connection) query(ctx context.Context, text string) (string, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	if strings.Contains(text, "DROP") {
		return "", py.NewPermissionError("not allowed")
	}
	return c.name + ": " + text, nil
}

var transaction any

func asyncMain(ctx context.Context) error {
	manager := newConnection("db")
	entered, err := py.AEnterContext(ctx, manager)
	if err != nil {
		return err
	}
	connection := entered.(*Connection)
	err = py.Try(func() error {
		manager := py.Call(transaction, connection)
		if _, err := py.AEnterContext(ctx, manager); err != nil {
			return err
		}
		err := py.Try(func() error {
			result, err := connection.query(ctx, "SELECT 1")
			if err != nil {
				return err
			}
			fmt.Println(result)
			return nil
		})
		if err := py.AExitContext(ctx, manager, err); err != nil {
			return err
		}
		err = py.Try(func() error {
			manager := py.Call(transaction, connection)
			if _, err := py.AEnterContext(ctx, manager); err != nil {
				return err
			}
			err := py.Try(func() error {
				_, err := connection.query(ctx, "DROP TABLE")
				return err
			})
			return py.AExitContext(ctx, manager, err)
		})
		if err != nil {
			if !errors.Is(err, py.PermissionError) {
				return err
			}
			fmt.Println("refused", err)
		}
		return nil
	})
	return py.AExitContext(ctx, manager, err)
}

func main() {
	py.Main(func() error {
		py.StructClass[Connection]("Connection", nil, py.Kw{Name: "__aenter__", Value: py.AsyncFunc("Connection.__aenter__(self)", (*Connection).enterAsync)}, py.Kw{Name: "__aexit__", Value: py.AsyncFunc("Connection.__aexit__(self, *error)", (*Connection).exitAsync)})
		transaction = py.Call(contextlib.Module().Attr("asynccontextmanager"), py.AsyncGenFunc("transaction(connection)", func(ctx context.Context, y *py.AsyncYielder, connection any) error {
			fmt.Println("begin")
			err := py.Try(func() error {
				_, err := y.Yield(connection)
				return err
			})
			if err != nil {
				if errors.Is(err, py.ExceptionClass) {
					fmt.Println("rollback:", err)
				}
				return err
			}
			fmt.Println("commit")
			return nil
		}))

		return asyncio.RunFunc(asyncMain)
	})
}
