package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
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

func (c *Connection) exitAsync(ctx context.Context) error {
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

func transaction(ctx context.Context, connection *Connection, body func(context.Context, *Connection) error) error {
	fmt.Println("begin")
	err := py.Try(func() error {
		return body(ctx, connection)
	})
	if err != nil {
		if errors.Is(err, py.ExceptionClass) {
			fmt.Println("rollback:", err)
		}
		return err
	}
	fmt.Println("commit")
	return nil
}

func asyncMain(ctx context.Context) error {
	manager := newConnection("db")
	connection, err := manager.enterAsync(ctx)
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		err := transaction(ctx, connection, func(ctx context.Context, entered *Connection) error {
			result, err := connection.query(ctx, "SELECT 1")
			if err != nil {
				return err
			}
			fmt.Println(result)
			return nil
		})
		if err != nil {
			return err
		}
		err = py.Try(func() error {
			return transaction(ctx, connection, func(ctx context.Context, entered *Connection) error {
				_, err := connection.query(ctx, "DROP TABLE")
				return err
			})
		})
		if err != nil {
			if !errors.Is(err, py.PermissionError) {
				return err
			}
			fmt.Println("refused", err)
		}
		return nil
	})
	if err := manager.exitAsync(ctx); err != nil {
		return err
	}
	return err
}

func main() {
	asyncio.Main(asyncMain)
}
