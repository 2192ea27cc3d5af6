package sqlite3

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var connectionClass *py.Class

func init() { connectionClass = newConnectionClass() }

const connectSpec = `(self, database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, ` +
	`factory=None, cached_statements=128, uri=False, *, autocommit=-1)`

func newConnectionClass() *py.Class {
	return py.NewNativeClass("sqlite3", "Connection", nil, func(d *py.Definition) {
		of := py.PayloadAs[*connection]
		open := func(self any) *connection {
			c := of(self)
			c.check()
			return c
		}
		d.Alloc(func() any { return &connection{} })
		d.Init("__init__"+connectSpec, func(args []any) any {
			c := of(args[0])
			if _, derived := args[0].(*py.Object); derived {
				c.self = args[0]
			}
			c.open(connectArguments(args[1:]))
			return nil
		})
		addCursorMethods(d, open)
		addTransactionMethods(d, open)
		addFunctionMethods(d, open)
		d.Method("iterdump(self, /, *, filter=None)", func(self, filter any) any { return dump(self, open(self), filter) })
		d.Method(`backup(self, /, target, *, pages=-1, progress=None, name="main", sleep=0.25)`, func(self, target, pages, progress, name, _ any) any {
			to, ok := py.Payload(target).(*connection)
			if !ok {
				panic(exc.TypeError("backup() argument 1 must be sqlite3.Connection, not %s", py.TypeOf(target).Name()))
			}
			open(self).backup(to, pages, progress, py.Str(name))
			return nil
		})
		d.Getter("total_changes", func(self any) any { return int(open(self).db.TotalChanges()) })
		d.Member("row_factory", func(self any) any { return of(self).rowFactory }, func(self, f any) { of(self).rowFactory = f })
		d.Member("text_factory", func(self any) any { return of(self).textFactory }, func(self, f any) { of(self).textFactory = f })
		for _, class := range exceptionClasses {
			d.Set(class.Name(), class)
		}
	})
}

// addCursorMethods adds what makes cursors.
func addCursorMethods(d *py.Definition, open func(self any) *connection) {
	// By a cursor of its own: what the cursor's methods do.
	for _, name := range []string{"execute", "executemany", "executescript"} {
		d.Method(name+"(self, sql, /, *parameters)", func(self, sql, parameters any) any {
			made := open(self).newCursor(cursorClass)
			return py.CallMethod(made, name, append([]any{sql}, parameters.(py.Tuple)...)...)
		})
	}
	d.Method("cursor(self, /, factory=)", func(self, factory any) any { return open(self).newCursor(factory) }, cursorClass)
}

// addTransactionMethods adds what begins and ends transactions, and the connection.
func addTransactionMethods(d *py.Definition, open func(self any) *connection) {
	d.Method("commit(self, /)", func(self any) any {
		open(self).end("COMMIT")
		return nil
	})
	d.Method("rollback(self, /)", func(self any) any {
		open(self).end("ROLLBACK")
		return nil
	})
	d.Method("close(self, /)", func(self any) any {
		c := py.PayloadAs[*connection](self)
		c.checkThread()
		c.close()
		return nil
	})
	d.Method("__enter__(self, /)", func(self any) any {
		open(self)
		return self
	})
	d.Method("__exit__(self, type, value, traceback, /)", func(self, class, _, _ any) any {
		if class != nil {
			py.CallMethod(self, "rollback")
			return false
		}
		err := py.Try(func() error {
			py.CallMethod(self, "commit")
			return nil
		})
		if err != nil {
			py.CallMethod(self, "rollback")
			panic(py.AsException(err))
		}
		return false
	})
	d.Getter("in_transaction", func(self any) any { return !open(self).db.GetAutocommit() })
	d.Member("isolation_level", func(self any) any { return open(self).isolation }, func(self, level any) { open(self).setIsolation(level) })
	d.Member("autocommit", func(self any) any { return open(self).autocommit }, func(self, mode any) { open(self).setAutocommit(mode) })
}
