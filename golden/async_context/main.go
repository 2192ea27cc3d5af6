package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
)

var Connection any

func connectionInit(self, name any) any {
	py.SetAttr(self, "name", name)
	return nil
}

func connectionAenter(ctx context.Context, self any) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	py.Print("connect", py.GetAttr(self, "name"))
	return self, nil
}

func connectionAexit(ctx context.Context, self, errorValue any) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	py.Print("disconnect", py.GetAttr(self, "name"))
	return nil, nil
}

func connectionQuery(ctx context.Context, self, text any) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	if py.Contains(text, "DROP") {
		return nil, py.NewPermissionError("not allowed")
	}
	return py.Format(py.GetAttr(self, "name"), "") + ": " + py.Format(text, ""), nil
}

var transaction any

func asyncMain(ctx context.Context) error {
	manager := py.Call(Connection, "db")
	connection, err := py.AEnterContext(ctx, manager)
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		manager := py.Call(transaction, connection)
		if _, err := py.AEnterContext(ctx, manager); err != nil {
			return err
		}
		err := py.Try(func() error {
			result, err := asyncio.Await(ctx, py.CallMethod(connection, "query", "SELECT 1"))
			if err != nil {
				return err
			}
			py.Print(result)
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
				_, err := asyncio.Await(ctx, py.CallMethod(connection, "query", "DROP TABLE"))
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
		Connection = py.NewClass("Connection", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Connection.__init__(self, name)", connectionInit))

			ns.Set("__aenter__", py.AsyncFunc("Connection.__aenter__(self)", connectionAenter))

			ns.Set("__aexit__", py.AsyncFunc("Connection.__aexit__(self, *error)", connectionAexit))

			ns.Set("query", py.AsyncFunc("Connection.query(self, text)", connectionQuery))
		})
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
