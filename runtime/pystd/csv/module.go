// Package csv is Python's module csv: tables as text, a row on each line.
// https://docs.python.org/3.13/library/csv.html
package csv

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// Error is the class csv.Error.
var Error = py.NewExceptionClass("_csv", "Error", py.ExceptionClass)

func raise(text string) { py.Raise(py.NewException(Error, text)) }

// Module is the module csv.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("csv", "CSV parsing and writing.")
	m.Class(Error)
	for value, name := range []string{
		"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL",
	} {
		m.Set(name, value)
	}
	addRegistry(m)
	m.Builtin("reader(iterable, /, dialect=None, **options)", newReader)
	m.Builtin("writer(file, /, dialect=None, **options)", newWriter)
	base := dialectClass()
	excel := excelClass(base)
	excelTab := define.Class("csv", "excel_tab", []any{excel}, func(b *define.Body) {
		b.Doc("Describe the usual properties of Excel-generated TAB-delimited files.")
		b.Set("delimiter", "\t")
	})
	unix := define.Class("csv", "unix_dialect", []any{base}, func(b *define.Body) {
		b.Doc("Describe the usual properties of Unix-generated CSV files.")
		setDialect(b, "\n", quoteAll)
	})
	for _, d := range []struct {
		name  string
		class *py.Class
	}{{"excel", excel}, {"excel-tab", excelTab}, {"unix", unix}} {
		m.Class(d.class)
		register(d.name, newDialect(d.class, py.DictOf[any, any]()))
	}
	m.Class(base)
	m.Class(dictReaderClass())
	m.Class(dictWriterClass())
	m.Class(snifferClass(base))
	return m
})

func addRegistry(m *py.Module) {
	m.Builtin("register_dialect(name, /, dialect=None, **options)", func(name, base, options any) any {
		text, ok := py.Payload(name).(string)
		if !ok {
			panic(exc.TypeError("dialect name must be a string"))
		}
		register(text, dialectOf(base, options))
		return nil
	})
	m.Builtin("unregister_dialect(name)", func(name any) any {
		registered(name)
		dialectsMu.Lock()
		defer dialectsMu.Unlock()
		dialects.Delete(name)
		return nil
	})
	m.Builtin("get_dialect(name)", registered)
	m.Builtin("list_dialects()", func() any {
		dialectsMu.Lock()
		defer dialectsMu.Unlock()
		return dialects.KeyList()
	})
	m.Builtin("field_size_limit(new_limit=, /)", func(limit any) any {
		before := int(fieldLimit.Load())
		if limit == noLimit {
			return before
		}
		if !py.IsInstance(limit, py.IntClass) {
			panic(exc.TypeError("limit must be an integer"))
		}
		fieldLimit.Store(int64(number.Int(limit)))
		return before
	}, noLimit)
}

// noLimit is the default of an argument for which None is an error.
var noLimit = py.Call(py.ObjectClass)

// dialectClass makes csv.Dialect, the base of classes that describe dialects.
func dialectClass() *py.Class {
	var class *py.Class
	class = define.Class("csv", "Dialect", nil, func(b *define.Body) {
		b.Doc("Describe a CSV dialect.\n\nThis must be subclassed (see csv.excel).")
		b.Set("_name", "")
		b.Set("_valid", false)
		for _, name := range []string{
			"delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting",
		} {
			b.Set(name, nil)
		}
		b.Method("__init__(self)", func(self any) any {
			if py.TypeOf(self) != class {
				py.SetAttr(self, "_valid", true)
			}
			py.CallMethod(self, "_validate")
			return nil
		})
		b.Method("_validate(self)", func(self any) any {
			err := py.Try(func() error {
				newDialect(self, py.DictOf[any, any]())
				return nil
			})
			if err != nil && py.Matches(err, py.TypeError) {
				py.Raise(py.NewException(Error, py.Str(err)), nil)
			}
			py.Check(err)
			return nil
		})
	})
	return class
}

func excelClass(base *py.Class) *py.Class {
	return define.Class("csv", "excel", []any{base}, func(b *define.Body) {
		b.Doc("Describe the usual properties of Excel-generated CSV files.")
		setDialect(b, "\r\n", quoteMinimal)
	})
}

// setDialect sets what the dialects of the module have.
func setDialect(b *define.Body, lineTerminator string, quoting int) {
	b.Set("delimiter", ",")
	b.Set("quotechar", `"`)
	b.Set("doublequote", true)
	b.Set("skipinitialspace", false)
	b.Set("lineterminator", lineTerminator)
	b.Set("quoting", quoting)
}
