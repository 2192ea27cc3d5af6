// sqlite3: files, threads, factories and adapters.
package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pathlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sqlite3"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
)

type Color string

const colorRed Color = "red"

var colorClass = enum.RegisterStr("Color", []Color{colorRed})

// PyClass is the class of the members.
func (c Color) PyClass() *py.Class {
	return colorClass
}

// PyBox is the member as an object, for those who do not know its type.
func (c Color) PyBox() any {
	return enum.Member(colorClass, c)
}

// Name is the name of the member.
func (c Color) Name() string {
	switch c {
	case colorRed:
		return "RED"
	}
	return ""
}

type Point struct {
	x any
	y any
}

var pointClass *py.Class

func (p *Point) conform(protocol any) any {
	if py.Is(protocol, sqlite3.Module().Attr("PrepareProtocol")) {
		return py.Format(p.x, "") + ";" + py.Format(p.y, "")
	}
	return nil
}

func convertPoint(b any) *Point {
	callee := pointClass
	source := py.GetIter(py.CallMethod(b, "split", py.Bytes(";")))
	return py.CallStar(callee, py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for x := range py.Iter(source) {
			y.Yield(py.Int(x))
		}
		return nil
	}).Streams(), nil).(*Point)
}

var convertPointFunc any

func asyncMain(ctx context.Context) error {
	manager := py.CallMethod(tempfile.Module(), "TemporaryDirectory")
	d := py.As[string](py.EnterContext(manager))
	var path any
	var work func(int)
	err := py.Try(func() error {
		path = py.TrueDiv(py.CallMethod(pathlib.Module(), "Path", d), "x.db")
		con := py.CallMethodKw(sqlite3.Module(), "connect", []any{path}, py.Kwargs{{Name: "detect_types", Value: sqlite3.Module().Attr("PARSE_DECLTYPES")}})
		py.CallMethod(con, "execute", "create table t(id integer primary key autoincrement, p point, c text)")
		py.EnterContext(con)
		err := py.Try(func() error {
			py.MethodOf(con, "execute").Call("insert into t(p, c) values (?, ?)", py.Tuple{&Point{x: 1, y: 2}, colorRed.PyBox()})
			executemany := py.MethodOf(con, "executemany")
			items := py.ListOf[any]()
			for i := range 3 {
				items.Append(py.DictOf[any, any]("p", &Point{x: i, y: i}, "c", strconv.Itoa(i)))
			}
			executemany.Call("insert into t(p, c) values (:p, :c)", items)
			return nil
		})
		if err := py.ExitContext(con, err); err != nil {
			return err
		}
		py.Print(py.CallMethod(py.CallMethod(con, "execute", "select * from t"), "fetchone"))
		py.CallMethod(con, "execute", "drop table if exists zz")
		py.CallMethod(con, "execute", "create table zz(a)")
		py.CallMethod(py.CallMethod(con, "execute", "select * from t"), "fetchone")
		py.CallMethod(con, "execute", "drop table zz")
		py.Print(py.GetAttr(con, "in_transaction"), py.GetAttr(con, "total_changes"))
		other := py.CallMethodKw(sqlite3.Module(), "connect", []any{path}, py.Kwargs{{Name: "timeout", Value: 0.05}})
		py.CallMethod(other, "execute", "begin immediate")
		py.CallMethod(con, "execute", "pragma busy_timeout")
		con2 := py.CallMethodKw(sqlite3.Module(), "connect", []any{path}, py.Kwargs{{Name: "timeout", Value: 0.1}})
		err = py.Try(func() error {
			py.CallMethod(con2, "execute", "insert into t(c) values ('x')")
			return nil
		})
		if err != nil {
			if !py.Matches(err, sqlite3.Module().Attr("OperationalError")) {
				return err
			}
			e := err
			py.Print(e, py.GetAttr(e, "sqlite_errorname"))
		}
		py.CallMethod(other, "rollback")
		work = func(n int) {
			c := py.CallMethod(sqlite3.Module(), "connect", path)
			py.EnterContext(c)
			err := py.Try(func() error {
				for i := range 5 {
					py.CallMethod(c, "execute", "insert into t(c) values (?)", py.Tuple{"w" + strconv.Itoa(n) + "-" + strconv.Itoa(i)})
				}
				return nil
			})
			py.Check(py.ExitContext(c, err))
			py.CallMethod(c, "close")
		}
		var toThreads []asyncio.Waitable
		for n := range 4 {
			toThreads = append(toThreads, asyncio.ToThreadLocked(func() {
				work(n)
			}))
		}
		if err := asyncio.GatherAll(ctx, toThreads...); err != nil {
			return err
		}
		py.Print(py.CallMethod(py.CallMethod(con, "execute", "select count(*) from t"), "fetchone"))
		for row := range py.Iter(py.CallMethod(con, "execute", "select id, c from t order by id limit 3")) {
			py.Print(row)
		}
		manager := py.Call(contextlib.Module().Attr("closing"), py.CallMethod(con, "cursor"))
		cur := py.EnterContext(manager)
		err = py.Try(func() error {
			py.CallMethod(cur, "execute", "select id as ident, c from t where id > ? order by id", py.Tuple{2})
			items := py.ListOf[any]()
			for d := range py.Iter(py.GetAttr(cur, "description")) {
				items.Append(py.GetItem(d, 0))
			}
			py.Print(items, py.CallMethod(cur, "fetchmany", 2), py.Len(py.CallMethod(cur, "fetchall")))
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		for _, c := range []any{con, other, con2} {
			py.CallMethod(c, "close")
		}
		mem := py.CallMethod(sqlite3.Module(), "connect", ":memory:")
		src := py.CallMethod(sqlite3.Module(), "connect", path)
		py.CallMethod(src, "backup", mem)
		py.Print(py.CallMethod(py.CallMethod(mem, "execute", "select count(*) from t"), "fetchone"), py.CallMethod(py.CallMethod(mem, "execute", "select name, seq from sqlite_sequence"), "fetchall"))
		py.CallMethod(mem, "executescript", `
          create view v as select c, count(*) n from t group by c;
          create index ix on t(c);
          create trigger tr after insert on t begin update t set c = upper(new.c) where id = new.id; end;
        `)
		py.CallMethod(mem, "execute", "insert into t(c) values('abc')")
		py.Print(py.CallMethod(py.CallMethod(mem, "execute", "select c from t order by id desc limit 1"), "fetchone"))
		fmt.Println(py.ListFrom(py.Items[any](py.CallMethod(mem, "iterdump"))).Slice(-5, nil, nil))
		py.CallMethod(src, "close")
		py.Print(py.CallMethod(py.CallMethod(mem, "execute", `select json_extract('{"a": [1,2]}', '$.a[1]'), typeof(1.0), round(2.567, 2), date('2024-02-28', '+2 day'), printf('%05d', 42), group_concat(x, '-') from (select 1 x union select 2)`), "fetchone"))
		py.Print(py.CallMethod(py.CallMethod(mem, "execute", "with recursive f(a,b) as (select 0,1 union all select b,a+b from f limit 10) select a from f"), "fetchall"))
		py.Print(py.CallMethod(py.CallMethod(mem, "execute", "select row_number() over (order by c desc), c from t limit 2"), "fetchall"))
		py.CallMethodKw(mem, "create_function", []any{"py_upper", 1, py.Func("main.<locals>.<lambda>(s)", func(s any) any {
			if py.Truth(s) {
				return py.CallMethod(s, "upper")
			}
			return nil
		})}, py.Kwargs{{Name: "deterministic", Value: true}})
		py.Print(py.CallMethod(py.CallMethod(mem, "execute", "select py_upper(c) from t limit 2"), "fetchall"))
		py.CallMethod(mem, "execute", "pragma foreign_keys = on")
		py.CallMethod(mem, "execute", "create table par(id integer primary key)")
		py.CallMethod(mem, "execute", "create table chi(pid references par(id))")
		err = py.Try(func() error {
			py.CallMethod(mem, "execute", "insert into chi values (4)")
			return nil
		})
		if err != nil {
			if !py.Matches(err, sqlite3.Module().Attr("IntegrityError")) {
				return err
			}
			fmt.Println(err)
		}
		py.CallMethod(mem, "rollback")
		MyCon := py.NewClass("MyCon", []any{sqlite3.Module().Attr("Connection")}, nil, func(ns *py.Namespace) {
			ns.Set("__qualname__", "main.<locals>.MyCon")
			ns.Set("count", py.Func("main.<locals>.MyCon.count(self, t)", func(self, t any) any {
				return py.GetItem(py.CallMethod(py.CallMethod(self, "execute", "select count(*) from "+py.Format(t, "")), "fetchone"), 0)
			}))
		})
		manager2 := py.CallMethodKw(sqlite3.Module(), "connect", []any{":memory:"}, py.Kwargs{{Name: "factory", Value: MyCon}})
		mc := py.EnterContext(manager2)
		err = py.Try(func() error {
			py.CallMethod(mc, "execute", "create table a(b)")
			py.CallMethod(mc, "execute", "insert into a values (1)")
			py.Print(py.CallMethod(mc, "count", "a"), py.IsInstance(mc, MyCon), py.Is(py.GetAttr(py.CallMethod(mc, "cursor"), "connection"), mc))
			return nil
		})
		if err := py.ExitContext(manager2, err); err != nil {
			return err
		}
		a := py.CallMethodKw(sqlite3.Module(), "connect", []any{"file:shared?mode=memory&cache=shared"}, py.Kwargs{{Name: "uri", Value: true}})
		b := py.CallMethodKw(sqlite3.Module(), "connect", []any{"file:shared?mode=memory&cache=shared"}, py.Kwargs{{Name: "uri", Value: true}})
		py.EnterContext(a)
		err = py.Try(func() error {
			py.CallMethod(a, "execute", "create table s(x)")
			return nil
		})
		if err := py.ExitContext(a, err); err != nil {
			return err
		}
		py.Print(py.CallMethod(py.CallMethod(b, "execute", "select * from s"), "fetchall"))
		ac := py.CallMethodKw(sqlite3.Module(), "connect", []any{":memory:"}, py.Kwargs{{Name: "autocommit", Value: true}})
		py.CallMethod(ac, "execute", "create table q(a)")
		py.CallMethod(ac, "execute", "insert into q values(1)")
		py.Print(py.GetAttr(ac, "in_transaction"), py.GetAttr(ac, "autocommit"))
		ac = py.CallMethodKw(sqlite3.Module(), "connect", []any{":memory:"}, py.Kwargs{{Name: "autocommit", Value: false}})
		py.Print(py.GetAttr(ac, "in_transaction"))
		py.CallMethod(ac, "execute", "create table q(a)")
		py.CallMethod(ac, "rollback")
		err = py.Try(func() error {
			py.CallMethod(ac, "execute", "select * from q")
			return nil
		})
		if err != nil {
			if !py.Matches(err, sqlite3.Module().Attr("Error")) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		return nil
	})
	return py.ExitContext(manager, err)
}

func main() {
	py.Main(func() error {
		pointClass = dataclasses.Struct(
			py.StructClass[Point](
				"Point",
				nil,
				py.Kw{Name: "__conform__", Value: py.Func("Point.__conform__(self, protocol)", (*Point).conform)},
				py.Kw{Name: "__new__", Value: py.Func("Point.__init__(self, x, y)", func(x, y any) *Point { return &Point{x: x, y: y} })},
			),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "x"}, {Name: "y"}},
		)
		convertPointFunc = py.Func("convert_point(b)", convertPoint)
		py.CallMethod(sqlite3.Module(), "register_converter", "point", convertPointFunc)
		return asyncio.RunFunc(asyncMain)
	})
}
