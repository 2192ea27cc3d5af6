// Package sqlite3 is Python's module sqlite3, on a SQLite in Go.
// https://docs.python.org/3.13/library/sqlite3.html
package sqlite3

import (
	"strings"
	"sync"

	"github.com/ncruces/go-sqlite3"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module is the module sqlite3.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("sqlite3", "")
	for _, class := range append(exceptionClasses, connectionClass, cursorClass, rowClass, prepareProtocol) {
		m.Class(class)
	}
	for _, c := range constants {
		m.Set(c.name, c.value)
	}
	addTypes(m)
	m.Func("connect"+strings.Replace(connectSpec, "self, ", "", 1), func(args []any) any {
		factory := args[5]
		if factory == nil {
			factory = connectionClass
		}
		names := []string{"detect_types", "isolation_level", "check_same_thread", "factory", "cached_statements", "uri", "autocommit"}
		var kw py.Kwargs
		for i, name := range names {
			if name == "factory" && factory != connectionClass {
				kw = append(kw, py.Kw{Name: name, Value: factory})
			} else if name != "factory" {
				kw = append(kw, py.Kw{Name: name, Value: args[i+2]})
			}
		}
		return py.CallKw(factory, args[:2], kw)
	})
	m.Builtin("register_adapter(type, adapter, /)", func(class, adapter any) any {
		adapters[class.(*py.Class)] = adapter
		return nil
	})
	m.Builtin("register_converter(typename, converter, /)", func(name, converter any) any {
		converters[strings.ToUpper(text("register_converter", name))] = converter
		return nil
	})
	m.Builtin("adapt(obj, proto=None, alt=None, /)", func(v, _, _ any) any {
		if adapted := adapt(v); adapted != v {
			return adapted
		}
		raise(programmingError, "can't adapt")
		return nil
	})
	m.Builtin("complete_statement(statement)", func(sql any) any { return isComplete(text("complete_statement", sql)) })
	m.Builtin("enable_callback_tracebacks(enable, /)", func(any) any { return nil })
	m.Set("apilevel", "2.0").Set("paramstyle", "qmark").Set("threadsafety", 3)
	m.Lazy("sqlite_version", func() any { return libraryVersion() })
	m.Lazy("sqlite_version_info", func() any {
		return py.TupleFrom(py.Iter(py.ListOf(integers(libraryVersion(), ".")...)))
	})
	return m
})

// addTypes adds the types of PEP 249, and how dates are stored.
func addTypes(m *py.Module) {
	date, timestamp := datetime.Module().Attr("date"), datetime.Module().Attr("datetime")
	m.Set("Date", date).Set("Time", datetime.Module().Attr("time")).Set("Timestamp", timestamp).Set("Binary", py.Builtin("memoryview"))
	adapters[date.(*py.Class)] = py.Func("adapt_date(val)", func(v any) any { return py.CallMethod(v, "isoformat") })
	adapters[timestamp.(*py.Class)] = py.Func("adapt_datetime(val)", func(v any) any { return py.CallMethod(v, "isoformat", " ") })
	converters["DATE"] = py.Func("convert_date(val)", func(v any) any {
		return py.Call(date, integers(py.BytesLike(v), "-")...)
	})
	converters["TIMESTAMP"] = py.Func("convert_timestamp(val)", func(v any) any {
		parts := py.Unpack(py.CallMethod(v, "split", py.Bytes(" ")), 2)
		seconds, fraction, hasFraction := strings.Cut(py.BytesLike(parts[1]), ".")
		args := append(py.Unpack(py.ListOf(integers(py.BytesLike(parts[0]), "-")...), 3), py.Unpack(py.ListOf(integers(seconds, ":")...), 3)...)
		if hasFraction {
			args = append(args, py.Call(py.IntClass, (fraction + "000000")[:6]))
		}
		return py.Call(timestamp, args...)
	})
}

// integers are the numbers in a text.
func integers(text, separator string) []any {
	var all []any
	for part := range strings.SplitSeq(text, separator) {
		all = append(all, py.Call(py.IntClass, py.Bytes(part)))
	}
	return all
}

// isComplete reports whether a text ends with a semicolon that ends a statement.
func isComplete(sql string) bool {
	complete := false
	for sql = skipBlank(sql); sql != ""; sql = skipBlank(sql) {
		first := sql[0]
		complete = first == ';'
		sql = sql[1:]
		if closing := map[byte]string{'\'': "'", '"': `"`, '`': "`", '[': "]"}[first]; closing != "" {
			_, rest, ok := strings.Cut(sql, closing)
			if !ok {
				return false
			}
			sql = rest
		}
	}
	return complete
}

// libraryVersion is the version of SQLite.
func libraryVersion() string {
	db, err := sqlite3.Open(":memory:")
	if err != nil {
		panic(exc.RuntimeError("%s", err.Error()))
	}
	defer db.Close()
	stmt, _, err := db.Prepare("SELECT sqlite_version()")
	check(err)
	defer stmt.Close()
	stmt.Step()
	return stmt.ColumnText(0)
}
