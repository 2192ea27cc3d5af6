// sqlite3: what statements return and raise.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sqlite3"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

var c any

func t(f any) {
	err := py.Try(func() error {
		value := py.Call(f)
		var value2 string
		if py.IsInstance(value, sqlite3.Module().Attr("Cursor")) {
			value2 = py.TypeOf(value).Name()
		} else {
			value2 = py.Repr(value)
		}
		fmt.Println(value2)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.BaseExceptionClass) {
			panic(err)
		}
		e := err
		py.Print(py.GetItem(py.GetAttr(py.Call(py.TypeClass, e), "__mro__"), py.NewSlice(nil, 2, nil)), e, py.Call(py.Builtin("getattr"), e, "sqlite_errorcode", nil), py.Call(py.Builtin("getattr"), e, "sqlite_errorname", nil))
	}
}

var (
	cur any
	r   any
	Agg any
)

func aggInit(s any) any {
	py.SetAttr(s, "n", 0)
	return nil
}

func aggStep(s, v any) any {
	py.SetAttr(s, "n", py.IAdd(py.GetAttr(s, "n"), v))
	return nil
}

func aggFinalize(s any) any {
	return py.GetAttr(s, "n")
}

var Bad any

func badStep(s, v any) (any, error) {
	return nil, py.NewValueError()
}

var cc any

func dictFactory(cur, row any) *py.Dict[any, any] {
	mapping := py.DictOf[any, any]()
	for item := range py.Iter(py.Call(py.Builtin("zip"), py.GetAttr(cur, "description"), row)) {
		values := py.Unpack(item, 2)
		d, v := values[0], values[1]
		mapping.Set(py.GetItem(d, 0), v)
	}
	return mapping
}

var (
	dictFactoryFunc any
	p               any
)

func pConform(self, proto any) any {
	if py.Is(proto, sqlite3.Module().Attr("PrepareProtocol")) {
		return "P!"
	}
	return nil
}

func th() {
	err := py.Try(func() error {
		py.CallMethod(c, "execute", "select 1")
		return nil
	})
	if err != nil {
		if !py.Matches(err, sqlite3.Module().Attr("ProgrammingError")) {
			panic(err)
		}
		fmt.Println(py.StrSlice(py.Str(err), nil, 100, nil))
	}
}

var thFunc any

func main() {
	py.Main(func() error {
		c = py.CallMethod(sqlite3.Module(), "connect", ":memory:")
		cur = py.CallMethod(c, "cursor")
		py.Print(py.GetAttr(cur, "lastrowid"), py.GetAttr(cur, "rowcount"), py.GetAttr(cur, "description"), py.GetAttr(cur, "arraysize"), py.GetAttr(cur, "row_factory"))
		py.CallMethod(cur, "execute", "select 1 as a, 2")
		py.Print(py.GetAttr(cur, "lastrowid"), py.GetAttr(cur, "rowcount"), py.GetAttr(cur, "description"), py.CallMethod(cur, "fetchall"), py.CallMethod(cur, "fetchone"))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(cur, "execute", ""), "fetchall") }))
		py.Print(py.GetAttr(cur, "description"))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(cur, "execute", "-- x"), "fetchall") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "select 1; select 2") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "select 1; -- foo") }))
		py.CallMethod(cur, "execute", "create table t(a integer primary key, b text unique not null, c check (c>0))")
		py.Print(py.GetAttr(cur, "rowcount"), py.GetAttr(cur, "lastrowid"))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "insert into t values(?,?,?)", py.Tuple{1}) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "insert into t values(?,?,?)", py.Tuple{1, nil, 3}) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "insert into t values(?,?,?)", py.Tuple{1, "x", -3}) }))
		t(py.Func("<lambda>()", func() any {
			return py.GetAttr(py.CallMethod(cur, "execute", "insert into t values(?,?,?)", py.Tuple{1, "x", 3}), "rowcount")
		}))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "insert into t values(?,?,?)", py.Tuple{1, "y", 3}) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "insert into t values(?,?,?)", py.Tuple{2, "x", 3}) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "insert into t values('zz','w',3)") }))
		t(py.Func("<lambda>()", func() any {
			return py.MethodOf(cur, "execute").Call("select ?", py.Tuple{py.Call(py.ObjectClass)})
		}))
		t(py.Func("<lambda>()", func() any {
			return py.MethodOf(cur, "execute").Call("select :foo", py.DictOf[any, any]("foo", py.Call(py.ObjectClass)))
		}))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "select :foo", py.DictOf[any, any]("fo", 1)) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "select ?", py.DictOf[any, any]("fo", 1)) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "select ?", 5) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(cur, "execute", "select ?", "a"), "fetchall") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(cur, "execute", "select ?", "abc"), "fetchall") }))
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(py.CallMethod(cur, "execute", "select ?", py.Tuple{py.Pow(2, 63)}), "fetchall")
		}))
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(py.CallMethod(cur, "execute", "select ?, ?", py.Tuple{true, py.Bytes("x")}), "fetchall")
		}))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", 5) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "select a\x00") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "execute", "select '\xed\xa0\x80'") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "executemany", "select 1", py.ListOf[any](py.Tuple{})) }))
		t(py.Func("<lambda>()", func() any {
			return py.GetAttr(py.CallMethod(cur, "executemany", "insert into t values(?,?,?)", py.ListOf[any](py.Tuple{5, "a", 1}, py.Tuple{6, "b", 2})), "rowcount")
		}))
		py.Print(py.GetAttr(cur, "lastrowid"))
		t(py.Func("<lambda>()", func() any {
			return py.GetAttr(py.CallMethod(cur, "execute", "insert into t(b,c) values('q',1) returning a, b"), "rowcount")
		}))
		py.Print(py.GetAttr(cur, "lastrowid"))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "fetchall") }))
		py.Print(py.GetAttr(cur, "rowcount"), py.GetAttr(c, "total_changes"), py.GetAttr(c, "in_transaction"))
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(py.CallMethod(cur, "executemany", "insert into t(b,c) values(?,1) returning a", py.ListOf[any](py.Tuple{"r1"}, py.Tuple{"r2"})), "fetchall")
		}))
		py.Print(py.GetAttr(cur, "rowcount"))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "select * from nope") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "selec") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "select nocol from t") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "select (1") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "insert into t values (1,2)") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "drop table zzz") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", `select "abc"`), "fetchall") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "create table t(a)") }))
		t(py.Func("<lambda>()", func() any { return py.Call(py.Builtin("setattr"), c, "isolation_level", "foo") }))
		t(py.Func("<lambda>()", func() any { return py.Call(py.Builtin("setattr"), c, "isolation_level", 5) }))
		py.Print(py.Repr(py.GetAttr(c, "isolation_level")), py.GetAttr(c, "autocommit"))
		py.SetAttr(c, "row_factory", sqlite3.Module().Attr("Row"))
		r = py.CallMethod(py.CallMethod(c, "execute", "select a,b as Bee from t"), "fetchone")
		py.Print(py.Call(py.TupleClass, r), py.GetItem(r, "a"), py.GetItem(r, "BEE"), py.GetItem(r, -1), py.GetItem(r, py.NewSlice(0, 1, nil)), py.CallMethod(r, "keys"), py.Len(r), py.ListFrom(py.Items[any](r)), py.Contains(r, "bee"), py.Eq(r, r), py.Hash(r) == py.Hash(r), py.Call(py.TypeClass, r))
		t(py.Func("<lambda>()", func() any { return py.GetItem(r, "x") }))
		t(py.Func("<lambda>()", func() any { return py.GetItem(r, 5) }))
		t(py.Func("<lambda>()", func() any { return py.GetItem(r, 1.5) }))
		t(py.Func("<lambda>()", func() any { return py.Call(py.DictClass, r) }))
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(sqlite3.Module(), "Row", py.CallMethod(c, "cursor"), py.ListOf[any](1))
		}))
		t(py.Func("<lambda>()", func() any {
			return py.GetItem(py.GetItem(py.CallMethod(py.CallMethod(c, "execute", "select 1", py.Tuple{}), "fetchmany", 2), 0), 0)
		}))
		py.CallMethod(c, "create_function", "bad", 1, py.Func("<lambda>(x)", func(x any) any { return py.TrueDivInt(1, 0) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", "select bad(1)"), "fetchall") }))
		py.CallMethod(c, "create_function", "obj", 0, py.Func("<lambda>()", func() any { return py.Call(py.ObjectClass) }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", "select obj()"), "fetchall") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", "select bad()"), "fetchall") }))
		Agg = py.NewClass("Agg", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Agg.__init__(s)", aggInit))
			ns.Set("step", py.Func("Agg.step(s, v)", aggStep))
			ns.Set("finalize", py.Func("Agg.finalize(s)", aggFinalize))
		})
		py.CallMethod(c, "create_aggregate", "mysum", 1, Agg)
		t(py.Func("<lambda>()", func() any {
			return py.Call(py.TupleClass, py.CallMethod(py.CallMethod(c, "execute", "select mysum(a) from t"), "fetchone"))
		}))
		t(py.Func("<lambda>()", func() any {
			return py.Call(py.TupleClass, py.CallMethod(py.CallMethod(c, "execute", "select mysum(a) from t where 0"), "fetchone"))
		}))
		Bad = py.NewClass("Bad", []any{Agg}, nil, func(ns *py.Namespace) {
			ns.Set("step", py.Func("Bad.step(s, v)", badStep))
		})
		py.CallMethod(c, "create_aggregate", "badsum", 1, Bad)
		t(py.Func("<lambda>()", func() any {
			return py.Call(py.TupleClass, py.CallMethod(py.CallMethod(c, "execute", "select badsum(a) from t"), "fetchone"))
		}))
		py.CallMethod(c, "create_collation", "rev", py.Func("<lambda>(a, b)", func(a, b any) any {
			return py.Sub(py.Lt(a, b), py.Gt(a, b))
		}))
		t(py.Func("<lambda>()", func() any {
			items := py.ListOf[any]()
			for x := range py.Iter(py.CallMethod(c, "execute", "select b from t order by b collate rev")) {
				items.Append(py.Call(py.TupleClass, x))
			}
			return items
		}))
		py.CallMethod(c, "commit")
		py.CallStar(py.Builtin("print"), py.CallMethod(c, "iterdump"), py.Kwargs{{Name: "sep", Value: "\n"}})
		cc = py.CallMethod(c, "cursor")
		py.CallMethod(cc, "close")
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cc, "execute", "select 1") }))
		py.CallMethod(c, "close")
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "select 1") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(cur, "fetchall") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "commit") }))
		t(py.Func("<lambda>()", func() any { return py.GetAttr(c, "total_changes") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "close") }))
		t(py.Func("<lambda>()", func() any { return py.GetAttr(c, "in_transaction") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(sqlite3.Module(), "connect", "/nonexist/x.db") }))
		c = py.CallMethodKw(sqlite3.Module(), "connect", []any{":memory:"}, py.Kwargs{{Name: "detect_types", Value: py.BitOr(sqlite3.Module().Attr("PARSE_DECLTYPES"), sqlite3.Module().Attr("PARSE_COLNAMES"))}})
		py.CallMethod(c, "execute", "create table d(a date, b timestamp, c int)")
		py.MethodOf(c, "execute").Call("insert into d values(?,?,?)", py.Tuple{py.CallMethod(datetime.Module(), "date", 2024, 1, 2), py.CallMethod(datetime.Module(), "datetime", 2024, 1, 2, 3, 4, 5, 6), nil})
		py.Print(py.CallMethod(py.CallMethod(c, "execute", `select a,b,c,b as "x [timestamp]" from d`), "fetchall"), py.GetAttr(py.CallMethod(c, "execute", `select b as "x [timestamp]" from d`), "description"))
		py.EnterContext(c)
		err := py.Try(func() error {
			py.CallMethod(c, "execute", "delete from d")
			return nil
		})
		if err := py.ExitContext(c, err); err != nil {
			return err
		}
		err = py.Try(func() error {
			py.EnterContext(c)
			err := py.Try(func() error {
				py.CallMethod(c, "execute", "insert into d values(1,2,3)")
				return py.NewKeyError()
			})
			return py.ExitContext(c, err)
		})
		if err != nil {
			if !errors.Is(err, py.KeyError) {
				return err
			}
		}
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", "select count(*) from d"), "fetchall") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "execute", "insert into d values('x','y',1)") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", "select a from d"), "fetchall") }))
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(c, "executescript", "create table q(a); insert into q values(1); select * from q; insert into q values (2)")
		}))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(c, "executescript", "create table q2(a); insert inti q values(1)") }))
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", "select * from q2"), "fetchall") }))
		py.Print(sqlite3.Module().Attr("apilevel"), sqlite3.Module().Attr("paramstyle"), sqlite3.Module().Attr("threadsafety"), py.CallMethod(sqlite3.Module(), "complete_statement", "select 1;"))
		py.SetAttr(c, "text_factory", py.BytesClass)
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", "select 'a'"), "fetchall") }))
		py.SetAttr(c, "text_factory", py.StrClass)
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(py.CallMethod(c, "execute", "select cast(x'ff' as text)"), "fetchall")
		}))
		dictFactoryFunc = py.Func("dict_factory(cur, row)", dictFactory)
		py.SetAttr(c, "row_factory", dictFactoryFunc)
		t(py.Func("<lambda>()", func() any { return py.CallMethod(py.CallMethod(c, "execute", "select 1 as a, 2 as b"), "fetchone") }))
		py.CallMethod(sqlite3.Module(), "register_adapter", py.ComplexClass, py.Func("<lambda>(z)", func(z any) any {
			return py.Format(py.GetAttr(z, "real"), "") + ";" + py.Format(py.GetAttr(z, "imag"), "")
		}))
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(py.CallMethod(c, "execute", "select ?", py.Tuple{py.Add(1, complex(0, 2.0))}), "fetchone")
		}))
		p = py.NewClass("P", nil, nil, func(ns *py.Namespace) {
			ns.Set("__conform__", py.Func("P.__conform__(self, proto)", pConform))
		})
		t(py.Func("<lambda>()", func() any {
			return py.CallMethod(py.MethodOf(c, "execute").Call("select ?", py.Tuple{py.Call(p)}), "fetchone")
		}))
		t(py.Func("<lambda>()", func() any {
			executemany := py.MethodOf(py.CallMethod(c, "cursor"), "executemany")
			source := py.GetIter(py.Call(py.Builtin("range"), 3))
			return py.GetAttr(executemany.Call("insert into q values(?)", py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
				for iItem := range py.Iter(source) {
					i := py.As[int](iItem)
					y.Yield(py.Tuple{i})
				}
				return nil
			}).Streams()), "rowcount")
		}))
		py.Print(py.GetAttr(c, "in_transaction"), py.GetAttr(c, "isolation_level"))
		py.SetAttr(c, "isolation_level", nil)
		py.Print(py.GetAttr(c, "in_transaction"))
		thFunc = py.Func("th()", th)
		x := py.CallMethodKw(threading.Module(), "Thread", nil, py.Kwargs{{Name: "target", Value: thFunc}})
		py.CallMethod(x, "start")
		py.CallMethod(x, "join")
		return nil
	})
}
