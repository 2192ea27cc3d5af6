package sqlite3

import (
	"runtime"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// held is what outlives a cursor that is dropped.
type held struct {
	connection *connection // nil before __init__
	statement  *statement  // whose rows are fetched; nil when there are no more
}

// A cursor is a sqlite3.Cursor.
type cursor struct {
	*held
	description any
	rowFactory  any
	arraySize   int
	rowCount    int
	lastRowID   any
	closed      bool
	locked      bool // while it executes
}

// PyClass is sqlite3.Cursor.
func (*cursor) PyClass() *py.Class { return cursorClass }

// check raises what is wrong with using the cursor.
func (c *cursor) check() {
	switch {
	case c.connection == nil:
		raise(programmingError, "Base Cursor.__init__ not called.")
	case c.closed:
		raise(programmingError, "Cannot operate on a closed cursor.")
	case c.locked:
		raise(programmingError, "Recursive use of cursors not allowed.")
	}
	c.connection.checkThread()
	c.connection.checkOpen()
}

// finish lets go of the statement.
func (c *cursor) finish() {
	if s := c.statement; s != nil {
		c.statement = nil
		c.connection.release(s)
	}
}

// execute executes a statement once for each of the rows of parameters.
func (c *cursor) execute(sql string, many bool, rows func(yield func(parameters any) bool)) {
	c.check()
	c.locked = true
	done := false
	defer func() {
		c.locked = false
		if !done {
			c.finish()
			c.rowCount = -1
		}
	}()
	c.finish()
	c.description = nil
	s := c.connection.prepare(sql)
	c.statement = s
	if many && (s.stmt == nil || s.stmt.ReadOnly()) {
		raise(programmingError, "executemany() can only execute DML statements.")
	}
	c.rowCount = -1
	if s.changes {
		c.rowCount = 0
		c.connection.beginImplicitly()
	}
	for parameters := range rows {
		s.bindAll(parameters)
		if s.stmt == nil {
			continue
		}
		row := c.step()
		if c.description == nil {
			c.description = c.describe()
		}
		if !row {
			if s.changes {
				c.rowCount += int(c.connection.db.Changes())
			}
			_ = s.stmt.Reset()
		}
		if !row || many {
			continue
		}
		done = true
	}
	if !many {
		c.lastRowID = int(c.connection.db.LastInsertRowID())
	}
	if !done || many {
		c.finish()
	}
	done = true
}

// step goes to the next row, false if there is none.
func (c *cursor) step() bool {
	stmt := c.statement.stmt
	row := stmt.Step()
	if sweepFor(stmt.Err()) {
		_ = stmt.Reset()
		row = stmt.Step()
	}
	check(stmt.Err())
	return row
}

// describe is the description of the columns, nil if there are none.
func (c *cursor) describe() any {
	stmt := c.statement.stmt
	n := stmt.ColumnCount()
	if n == 0 {
		return nil
	}
	columns := make(py.Tuple, n)
	for i := range columns {
		name := stmt.ColumnName(i)
		if c.connection.detectTypes&parseColumnNames != 0 {
			if head, _, ok := strings.Cut(name, "["); ok {
				name = strings.TrimSuffix(head, " ")
			}
		}
		columns[i] = py.Tuple{name, nil, nil, nil, nil, nil, nil}
	}
	return columns
}

// next returns the next row, false at the end.
func (c *cursor) next(self any) (any, bool) {
	c.check()
	if c.statement == nil {
		return nil, false
	}
	s := c.statement
	values := make(py.Tuple, s.stmt.ColumnCount())
	c.locked = true
	err := py.Try(func() error {
		for i := range values {
			values[i] = c.column(i)
		}
		return nil
	})
	c.locked = false
	if err == nil {
		err = py.Try(func() error {
			if !c.step() {
				if s.changes {
					c.rowCount = int(c.connection.db.Changes())
				}
				c.finish()
			}
			return nil
		})
	}
	if err != nil {
		c.finish()
		panic(py.AsException(err))
	}
	switch c.rowFactory {
	case nil:
		return values, true
	case rowClass:
		return &row{values, c.description}, true
	}
	return py.Call(c.rowFactory, self, values), true
}

// fetch returns up to n of the next rows, all of them if n is negative.
func (c *cursor) fetch(self any, n int) *py.List[any] {
	rows := py.ListOf[any]()
	for n < 0 || rows.Len() < n {
		row, ok := c.next(self)
		if !ok {
			break
		}
		rows.Append(row)
	}
	return rows
}

// script executes the statements of a text.
func (c *cursor) script(sql string) {
	c.check()
	c.connection.commitLegacy()
	if strings.ContainsRune(sql, 0) {
		raise(py.ValueError, "embedded null character")
	}
	for sql = checkUTF8(sql); sql != ""; {
		stmt, tail, err := c.connection.db.Prepare(sql)
		if sweepFor(err) {
			stmt, tail, err = c.connection.db.Prepare(sql)
		}
		check(err)
		if stmt != nil {
			for stmt.Step() {
			}
			if sweepFor(stmt.Err()) {
				_ = stmt.Reset()
				for stmt.Step() {
				}
			}
			err := stmt.Err()
			_ = stmt.Close()
			check(err)
		}
		sql = tail
	}
}

func newCursor() *cursor {
	c := &cursor{held: &held{}, arraySize: 1, rowCount: -1}
	runtime.AddCleanup(c, abandon, c.held)
	return c
}

func newCursorClass() *py.Class {
	return py.NewNativeClass("sqlite3", "Cursor", nil, func(d *py.Definition) {
		of := py.PayloadAs[*cursor]
		d.Alloc(func() any { return newCursor() })
		d.Init("__init__(self, connection, /)", func(self, connectionObject any) any {
			of(self).connection = py.PayloadAs[*connection](connectionObject)
			return nil
		})
		d.Method("execute(self, sql, parameters=(), /)", func(self, sql, parameters any) any {
			of(self).execute(text("execute", sql), false, func(yield func(any) bool) { yield(parameters) })
			return self
		})
		d.Method("executemany(self, sql, seq_of_parameters, /)", func(self, sql, rows any) any {
			of(self).execute(text("executemany", sql), true, py.Iter(rows))
			return self
		})
		d.Method("executescript(self, sql_script, /)", func(self, sql any) any {
			of(self).script(text("executescript", sql))
			return self
		})
		d.Method("fetchone(self, /)", func(self any) any {
			row, _ := of(self).next(self)
			return row
		})
		d.Method("fetchmany(self, /, size=None)", func(self, size any) any {
			n := of(self).arraySize
			if size != nil {
				n = number.CInt(size)
			}
			if n == 0 {
				n = -1
			}
			return of(self).fetch(self, n)
		})
		d.Method("fetchall(self, /)", func(self any) any { return of(self).fetch(self, -1) })
		d.Method("__iter__(self, /)", func(self any) any { return self })
		d.Method("__next__(self, /)", func(self any) any {
			row, ok := of(self).next(self)
			if !ok {
				py.Raise(py.NewStopIteration())
			}
			return row
		})
		d.Method("close(self, /)", func(self any) any {
			c := of(self)
			if c.connection == nil {
				raise(programmingError, "Base Cursor.__init__ not called.")
			}
			c.connection.checkThread()
			c.connection.checkOpen()
			c.finish()
			c.closed = true
			return nil
		})
		d.Method("setinputsizes(self, sizes, /)", func(_, _ any) any { return nil })
		d.Method("setoutputsize(self, size, column=None, /)", func(_, _, _ any) any { return nil })
		d.Getter("connection", func(self any) any { return of(self).connection.object() })
		d.Getter("description", func(self any) any { return of(self).description })
		d.Getter("lastrowid", func(self any) any { return of(self).lastRowID })
		d.Getter("rowcount", func(self any) any { return of(self).rowCount })
		d.Member("arraysize", func(self any) any { return of(self).arraySize }, func(self, n any) { of(self).arraySize = number.CInt(n) })
		d.Member("row_factory", func(self any) any { return of(self).rowFactory }, func(self, f any) { of(self).rowFactory = f })
	})
}

var cursorClass *py.Class

func init() { cursorClass = newCursorClass() }
