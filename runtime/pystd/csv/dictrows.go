package csv

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// fieldNames is a list of names that an iterator yields; other iterables stay.
func fieldNames(names any) any {
	if names != nil && py.Is(py.GetIter(names), names) {
		return py.ListFrom(py.Iter(names))
	}
	return names
}

// dialectArguments is the dialect among further arguments of DictReader and
// DictWriter.
func dialectArguments(more any, base any) any {
	if extra := more.(py.Tuple); len(extra) > 0 {
		panic(exc.TypeError("function takes at most 2 positional arguments (%d given)", 2+len(extra)))
	}
	return base
}

// dictReaderClass makes csv.DictReader.
func dictReaderClass() *py.Class {
	return define.Class("csv", "DictReader", nil, func(b *define.Body) {
		b.Method(`__init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds)`,
			func(args []any) any {
				self := args[0]
				py.SetAttr(self, "_fieldnames", fieldNames(args[2]))
				py.SetAttr(self, "restkey", args[3])
				py.SetAttr(self, "restval", args[4])
				py.SetAttr(self, "reader", newReader(args[1], dialectArguments(args[6], args[5]), args[7]))
				py.SetAttr(self, "dialect", args[5])
				py.SetAttr(self, "line_num", 0)
				return nil
			})
		b.Method("__iter__(self)", func(self any) any { return self })
		b.Variable("fieldnames", func(self any) any {
			reader := py.GetAttr(self, "reader")
			if py.GetAttr(self, "_fieldnames") == nil {
				if row, ok := py.Next(reader); ok {
					py.SetAttr(self, "_fieldnames", row)
				}
			}
			py.SetAttr(self, "line_num", py.GetAttr(reader, "line_num"))
			return py.GetAttr(self, "_fieldnames")
		}, func(self, value any) any {
			py.SetAttr(self, "_fieldnames", value)
			return nil
		})
		b.Method("__next__(self)", func(self any) any { return nextDict(self) })
		b.Set("__class_getitem__", py.ClassMethod(py.GenericAliasClass))
	})
}

// nextDict is the next row as a dict.
func nextDict(self any) any {
	if py.Equal(py.GetAttr(self, "line_num"), 0) {
		py.GetAttr(self, "fieldnames")
	}
	reader := py.GetAttr(self, "reader")
	next := func() *py.List[any] {
		row, ok := py.Next(reader)
		if !ok {
			py.Raise(py.NewStopIteration())
		}
		return row.(*py.List[any])
	}
	row := next()
	py.SetAttr(self, "line_num", py.GetAttr(reader, "line_num"))
	// Rows without fields are passed over.
	for row.Len() == 0 {
		row = next()
	}
	dict := py.DictOf[any, any]()
	names := py.GetAttr(self, "fieldnames")
	n := 0
	for name := range py.Iter(names) {
		if n < row.Len() {
			dict.Set(name, row.Get(n))
		} else {
			dict.Set(name, py.GetAttr(self, "restval"))
		}
		n++
	}
	if n < row.Len() {
		dict.Set(py.GetAttr(self, "restkey"), row.Slice(n, nil, nil))
	}
	return dict
}

// dictWriterClass makes csv.DictWriter.
func dictWriterClass() *py.Class {
	return define.Class("csv", "DictWriter", nil, func(b *define.Body) {
		b.Method(`__init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds)`,
			func(args []any) any {
				self := args[0]
				py.SetAttr(self, "fieldnames", fieldNames(args[2]))
				py.SetAttr(self, "restval", args[3])
				action := py.Str(py.CallMethod(args[4], "lower"))
				if action != "raise" && action != "ignore" {
					panic(exc.ValueError("extrasaction (%s) must be 'raise' or 'ignore'", action))
				}
				py.SetAttr(self, "extrasaction", action)
				py.SetAttr(self, "writer", newWriter(args[1], dialectArguments(args[6], args[5]), args[7]))
				return nil
			})
		b.Method("writeheader(self)", func(self any) any {
			header := py.DictOf[any, any]()
			for name := range py.Iter(py.GetAttr(self, "fieldnames")) {
				header.Set(name, name)
			}
			return py.CallMethod(self, "writerow", header)
		})
		b.Method("_dict_to_list(self, rowdict)", func(self, row any) any { return rowOf(self, row) })
		b.Method("writerow(self, rowdict)", func(self, row any) any {
			return py.CallMethod(py.GetAttr(self, "writer"), "writerow", py.CallMethod(self, "_dict_to_list", row))
		})
		b.Method("writerows(self, rowdicts)", func(self, rows any) any {
			for row := range py.Iter(rows) {
				py.CallMethod(py.GetAttr(self, "writer"), "writerow", py.CallMethod(self, "_dict_to_list", row))
			}
			return nil
		})
		b.Set("__class_getitem__", py.ClassMethod(py.GenericAliasClass))
	})
}

// rowOf is the row of a dict. It raises ValueError for keys that are no names of
// fields.
func rowOf(self, row any) any {
	names := py.GetAttr(self, "fieldnames")
	if py.Equal(py.GetAttr(self, "extrasaction"), "raise") {
		var wrong []string
		for key := range py.Iter(py.Sub(py.CallMethod(row, "keys"), names)) {
			wrong = append(wrong, py.Repr(key))
		}
		if wrong != nil {
			panic(exc.ValueError("dict contains fields not in fieldnames: %s", strings.Join(wrong, ", ")))
		}
	}
	fields := py.ListOf[any]()
	for name := range py.Iter(names) {
		fields.Append(py.CallMethod(row, "get", name, py.GetAttr(self, "restval")))
	}
	return fields
}
