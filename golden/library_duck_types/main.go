package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/bisect"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/csv"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sqlite3"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

type Mean struct {
	total any
	count int
}

var meanClass *py.Class

func newMean() *Mean {
	return &Mean{total: 0.0, count: 0}
}

func (m *Mean) step(x any) {
	m.total = py.IAdd(m.total, x)
	m.count++
}

func (m *Mean) inverse(x any) {
	m.total = py.ISub(m.total, x)
	m.count--
}

func (m *Mean) value() any {
	if m.count != 0 {
		return py.TrueDiv(m.total, m.count)
	}
	return nil
}

func (m *Mean) finalize() any {
	return m.value()
}

type Sorted struct {
	items *py.List[any]
}

func newSorted(items py.Tuple) *Sorted {
	return &Sorted{items: py.BoxList(py.ListFrom(py.TupleItems[int](items)))}
}

func (s *Sorted) length() int {
	return s.items.Len()
}

func (s *Sorted) item(i any) any {
	return py.GetItem(s.items, i)
}

func (s *Sorted) insert(at, item any) {
	s.items = s.items.Slice(nil, at, nil).Concat(py.ListOf[any](item)).Concat(s.items.Slice(at, nil, nil))
}

var Semi any

type Shout struct {
	options *py.List[any]
}

var shoutClass *py.Class

func newShout(options any) *Shout {
	return &Shout{options: py.SortedList(py.Items[any](options))}
}

func (s *Shout) encode(o any) string {
	return "<" + py.Repr(o) + ">"
}

type Parse struct {
	options *py.List[any]
}

var parseClass *py.Class

func newParse(options any) *Parse {
	return &Parse{options: py.SortedList(py.Items[any](options))}
}

func (p *Parse) decode(s string) string {
	return py.StrUpper(s)
}

type Names struct{}

func (n *Names) item(k string) string {
	return py.StrRepeat(k, 2)
}

func (n *Names) copy() string {
	return "copied"
}

func (n *Names) get(k string, d any) string {
	return "got " + k
}

func main() {
	py.Main(func() error {
		meanClass = py.StructClass[Mean](
			"Mean",
			nil,
			py.Kw{Name: "step", Value: py.Func("Mean.step(self, x)", (*Mean).step)},
			py.Kw{Name: "inverse", Value: py.Func("Mean.inverse(self, x)", (*Mean).inverse)},
			py.Kw{Name: "value", Value: py.Func("Mean.value(self)", (*Mean).value)},
			py.Kw{Name: "finalize", Value: py.Func("Mean.finalize(self)", (*Mean).finalize)},
			py.Kw{Name: "__new__", Value: py.Func("Mean.__init__(self)", newMean)},
		)

		db := py.CallMethod(sqlite3.Module(), "connect", ":memory:")
		py.CallMethod(db, "create_aggregate", "mean", 1, meanClass)
		py.CallMethod(db, "create_window_function", "wmean", 1, meanClass)
		py.Print(py.CallMethod(py.CallMethod(db, "execute", "SELECT mean(c) FROM (SELECT 2 AS c UNION SELECT 3)"), "fetchone"))
		py.Print(py.CallMethod(py.CallMethod(db, "execute", "SELECT c, wmean(c) OVER (ORDER BY c ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (SELECT 2 AS c UNION SELECT 3 UNION SELECT 7)"), "fetchall"))
		py.StructClass[Sorted](
			"Sorted",
			nil,
			py.Kw{Name: "__len__", Value: py.Func("Sorted.__len__(self)", (*Sorted).length)},
			py.Kw{Name: "__getitem__", Value: py.Func("Sorted.__getitem__(self, i)", (*Sorted).item)},
			py.Kw{Name: "insert", Value: py.Func("Sorted.insert(self, at, item)", (*Sorted).insert)},
		)

		s := newSorted(py.Tuple{1, 5})
		py.CallMethod(bisect.Module(), "insort", s, 3)
		fmt.Println(s.items)
		Semi = py.NewClass("Semi", nil, nil, func(ns *py.Namespace) {
			ns.Set("delimiter", ";")
			ns.Set("quotechar", "'")
			ns.Set("doublequote", true)
			ns.Set("skipinitialspace", false)
			ns.Set("lineterminator", "|")
			ns.Set("quoting", csv.Module().Attr("QUOTE_ALL"))
		})

		out := py.CallMethod(io.Module(), "StringIO")
		py.CallMethod(py.CallMethod(csv.Module(), "writer", out, Semi), "writerow", py.ListOf[any](1, "a'b"))
		py.Print(py.CallMethod(out, "getvalue"))
		shoutClass = py.StructClass[Shout](
			"Shout",
			nil,
			py.Kw{Name: "encode", Value: py.Func("Shout.encode(self, o)", (*Shout).encode)},
			py.Kw{Name: "__new__", Value: py.Func("Shout.__init__(self, **options)", newShout)},
		)
		parseClass = py.StructClass[Parse](
			"Parse",
			nil,
			py.Kw{Name: "decode", Value: py.Func("Parse.decode(self, s)", (*Parse).decode)},
			py.Kw{Name: "__new__", Value: py.Func("Parse.__init__(self, **options)", newParse)},
		)

		py.Print(py.CallMethodKw(json.Module(), "dumps", []any{py.ListOf[any](1)}, py.Kwargs{{Name: "cls", Value: shoutClass}}), py.CallMethodKw(json.Module(), "loads", []any{"abc"}, py.Kwargs{{Name: "cls", Value: parseClass}}))
		py.StructClass[Names](
			"Names",
			nil,
			py.Kw{Name: "__getitem__", Value: py.Func("Names.__getitem__(self, k)", (*Names).item)},
			py.Kw{Name: "copy", Value: py.Func("Names.copy(self)", (*Names).copy)},
			py.Kw{Name: "get", Value: py.Func("Names.get(self, k, d=None)", (*Names).get)},
		)

		proxy := py.Call(types.Module().Attr("MappingProxyType"), &Names{})
		py.Print(py.GetItem(proxy, "a"), py.CallMethod(proxy, "get", "x"), py.CallMethod(proxy, "copy"))
		return nil
	})
}
