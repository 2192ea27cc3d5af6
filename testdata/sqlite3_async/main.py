"""sqlite3: files, threads, factories and adapters."""
import sqlite3, asyncio, threading, tempfile, os, enum, pathlib
from contextlib import closing
from dataclasses import dataclass

class Color(str, enum.Enum):
    RED = "red"

@dataclass
class Point:
    x: int
    y: int
    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"{self.x};{self.y}"

def convert_point(b):
    return Point(*map(int, b.split(b";")))
sqlite3.register_converter("point", convert_point)

async def main():
    with tempfile.TemporaryDirectory() as d:
        path = pathlib.Path(d) / "x.db"
        con = sqlite3.connect(path, detect_types=sqlite3.PARSE_DECLTYPES)
        con.execute("create table t(id integer primary key autoincrement, p point, c text)")
        with con:
            con.execute("insert into t(p, c) values (?, ?)", (Point(1, 2), Color.RED))
            con.executemany("insert into t(p, c) values (:p, :c)", [{"p": Point(i, i), "c": str(i)} for i in range(3)])
        print(con.execute("select * from t").fetchone())
        con.execute("drop table if exists zz")
        con.execute("create table zz(a)")
        r = con.execute("select * from t").fetchone()
        con.execute("drop table zz")
        print(con.in_transaction, con.total_changes)
        other = sqlite3.connect(path, timeout=0.05)
        other.execute("begin immediate")
        con.execute("pragma busy_timeout")
        con2 = sqlite3.connect(path, timeout=0.1)
        try:
            con2.execute("insert into t(c) values ('x')")
        except sqlite3.OperationalError as e:
            print(e, e.sqlite_errorname)
        other.rollback()
        def work(n):
            c = sqlite3.connect(path)
            with c:
                for i in range(5):
                    c.execute("insert into t(c) values (?)", (f"w{n}-{i}",))
            c.close()
        await asyncio.gather(*(asyncio.to_thread(work, n) for n in range(4)))
        print(con.execute("select count(*) from t").fetchone())
        for row in con.execute("select id, c from t order by id limit 3"):
            print(row)
        with closing(con.cursor()) as cur:
            cur.execute("select id as ident, c from t where id > ? order by id", (2,))
            print([d[0] for d in cur.description], cur.fetchmany(2), len(cur.fetchall()))
        for c in (con, other, con2): c.close()
        mem = sqlite3.connect(":memory:")
        src = sqlite3.connect(path)
        src.backup(mem)
        print(mem.execute("select count(*) from t").fetchone(), mem.execute("select name, seq from sqlite_sequence").fetchall())
        mem.executescript("""
          create view v as select c, count(*) n from t group by c;
          create index ix on t(c);
          create trigger tr after insert on t begin update t set c = upper(new.c) where id = new.id; end;
        """)
        mem.execute("insert into t(c) values('abc')")
        print(mem.execute("select c from t order by id desc limit 1").fetchone())
        print(list(mem.iterdump())[-5:])
        src.close()
        print(mem.execute("select json_extract('{\"a\": [1,2]}', '$.a[1]'), typeof(1.0), round(2.567, 2), date('2024-02-28', '+2 day'), printf('%05d', 42), group_concat(x, '-') from (select 1 x union select 2)").fetchone())
        print(mem.execute("with recursive f(a,b) as (select 0,1 union all select b,a+b from f limit 10) select a from f").fetchall())
        print(mem.execute("select row_number() over (order by c desc), c from t limit 2").fetchall())
        mem.create_function("py_upper", 1, lambda s: s.upper() if s else None, deterministic=True)
        print(mem.execute("select py_upper(c) from t limit 2").fetchall())
        mem.execute("pragma foreign_keys = on")
        mem.execute("create table par(id integer primary key)")
        mem.execute("create table chi(pid references par(id))")
        try:
            mem.execute("insert into chi values (4)")
        except sqlite3.IntegrityError as e:
            print(e)
        mem.rollback()
        class MyCon(sqlite3.Connection):
            def count(self, t):
                return self.execute(f"select count(*) from {t}").fetchone()[0]
        with sqlite3.connect(":memory:", factory=MyCon) as mc:
            mc.execute("create table a(b)")
            mc.execute("insert into a values (1)")
            print(mc.count("a"), isinstance(mc, MyCon), mc.cursor().connection is mc)
        a = sqlite3.connect("file:shared?mode=memory&cache=shared", uri=True)
        b = sqlite3.connect("file:shared?mode=memory&cache=shared", uri=True)
        with a: a.execute("create table s(x)")
        print(b.execute("select * from s").fetchall())
        ac = sqlite3.connect(":memory:", autocommit=True)
        ac.execute("create table q(a)"); ac.execute("insert into q values(1)"); print(ac.in_transaction, ac.autocommit)
        ac = sqlite3.connect(":memory:", autocommit=False)
        print(ac.in_transaction); ac.execute("create table q(a)"); ac.rollback()
        try: ac.execute("select * from q")
        except sqlite3.Error as e: print(type(e).__name__, e)
asyncio.run(main())
