"""sqlite3: what statements return and raise."""
import sqlite3
c=sqlite3.connect(":memory:")
def t(f):
    try:
        value = f()
        print(type(value).__name__ if isinstance(value, sqlite3.Cursor) else repr(value))
    except BaseException as e: print(type(e).__mro__[:2], e, getattr(e,'sqlite_errorcode',None), getattr(e,'sqlite_errorname',None))
cur=c.cursor()
print(cur.lastrowid,cur.rowcount,cur.description,cur.arraysize, cur.row_factory)
cur.execute("select 1 as a, 2"); print(cur.lastrowid,cur.rowcount,cur.description, cur.fetchall(), cur.fetchone())
t(lambda: cur.execute("").fetchall()); print(cur.description)
t(lambda: cur.execute("-- x").fetchall())
t(lambda: cur.execute("select 1; select 2"))
t(lambda: cur.execute("select 1; -- foo"))
cur.execute("create table t(a integer primary key, b text unique not null, c check (c>0))"); print(cur.rowcount, cur.lastrowid)
t(lambda: cur.execute("insert into t values(?,?,?)",(1,)))
t(lambda: cur.execute("insert into t values(?,?,?)",(1,None,3)))
t(lambda: cur.execute("insert into t values(?,?,?)",(1,'x',-3)))
t(lambda: cur.execute("insert into t values(?,?,?)",(1,'x',3)).rowcount)
t(lambda: cur.execute("insert into t values(?,?,?)",(1,'y',3)))
t(lambda: cur.execute("insert into t values(?,?,?)",(2,'x',3)))
t(lambda: cur.execute("insert into t values('zz','w',3)"))
t(lambda: cur.execute("select ?", (object(),)))
t(lambda: cur.execute("select :foo", {"foo":object()}))
t(lambda: cur.execute("select :foo", {"fo":1}))
t(lambda: cur.execute("select ?", {"fo":1}))
t(lambda: cur.execute("select ?", 5))
t(lambda: cur.execute("select ?", "a").fetchall())
t(lambda: cur.execute("select ?", "abc").fetchall())
t(lambda: cur.execute("select ?", (2**63,)).fetchall())
t(lambda: cur.execute("select ?, ?", (True,b"x")).fetchall())
t(lambda: cur.execute(5))
t(lambda: cur.execute("select a\0"))
t(lambda: cur.execute("select '\ud800'"))
t(lambda: cur.executemany("select 1", [()]))
t(lambda: cur.executemany("insert into t values(?,?,?)", [(5,'a',1),(6,'b',2)]).rowcount); print(cur.lastrowid)
t(lambda: cur.execute("insert into t(b,c) values('q',1) returning a, b").rowcount);print(cur.lastrowid)
t(lambda: cur.fetchall()); print(cur.rowcount, c.total_changes, c.in_transaction)
t(lambda: cur.executemany("insert into t(b,c) values(?,1) returning a", [("r1",),("r2",)]).fetchall()); print(cur.rowcount)
t(lambda: c.execute("select * from nope"))
t(lambda: c.execute("selec"))
t(lambda: c.execute("select nocol from t"))
t(lambda: c.execute("select (1"))
t(lambda: c.execute("insert into t values (1,2)"))
t(lambda: c.execute("drop table zzz"))
t(lambda: c.execute('select "abc"').fetchall())
t(lambda: c.execute("create table t(a)"))
t(lambda: setattr(c,'isolation_level','foo'))
t(lambda: setattr(c,'isolation_level',5))
print(repr(c.isolation_level), c.autocommit)
c.row_factory=sqlite3.Row
r=c.execute("select a,b as Bee from t").fetchone()
print(tuple(r),r["a"],r["BEE"],r[-1],r[0:1],r.keys(),len(r),list(r),"bee" in r, r==r, hash(r)==hash(r), type(r))
t(lambda: r["x"]); t(lambda: r[5]); t(lambda: r[1.5]); t(lambda: dict(r)); t(lambda: sqlite3.Row(c.cursor(), [1]))
t(lambda: c.execute("select 1",()).fetchmany(2)[0][0]); 
c.create_function("bad",1,lambda x: 1/0); t(lambda: c.execute("select bad(1)").fetchall())
c.create_function("obj",0,lambda: object()); t(lambda: c.execute("select obj()").fetchall())
t(lambda: c.execute("select bad()").fetchall())
class Agg:
    def __init__(s): s.n=0
    def step(s,v): s.n+=v
    def finalize(s): return s.n
c.create_aggregate("mysum",1,Agg); t(lambda: tuple(c.execute("select mysum(a) from t").fetchone()))
t(lambda: tuple(c.execute("select mysum(a) from t where 0").fetchone()))
class Bad(Agg):
    def step(s,v): raise ValueError
c.create_aggregate("badsum",1,Bad); t(lambda: tuple(c.execute("select badsum(a) from t").fetchone()))
c.create_collation("rev", lambda a,b: (a<b)-(a>b)); t(lambda: [tuple(x) for x in c.execute("select b from t order by b collate rev")])
c.commit()
print(*c.iterdump(), sep="\n")
cc=c.cursor(); cc.close(); t(lambda: cc.execute("select 1"))
c.close(); t(lambda: c.execute("select 1")); t(lambda: cur.fetchall()); t(lambda: c.commit()); t(lambda: c.total_changes); t(lambda: c.close()); t(lambda: c.in_transaction)
t(lambda: sqlite3.connect("/nonexist/x.db"))
c=sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES|sqlite3.PARSE_COLNAMES)
import datetime
c.execute("create table d(a date, b timestamp, c int)"); c.execute("insert into d values(?,?,?)",(datetime.date(2024,1,2),datetime.datetime(2024,1,2,3,4,5,6),None))
print(c.execute('select a,b,c,b as "x [timestamp]" from d').fetchall(), c.execute('select b as "x [timestamp]" from d').description)
with c: c.execute("delete from d")
try:
    with c:
        c.execute("insert into d values(1,2,3)"); raise KeyError
except KeyError: pass
t(lambda: c.execute("select count(*) from d").fetchall())
t(lambda: c.execute("insert into d values('x','y',1)"))
t(lambda: c.execute("select a from d").fetchall())
t(lambda: c.executescript("create table q(a); insert into q values(1); select * from q; insert into q values (2)"))
t(lambda: c.executescript("create table q2(a); insert inti q values(1)"))
t(lambda: c.execute("select * from q2").fetchall())
print(sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety, sqlite3.complete_statement("select 1;"))
c.text_factory=bytes; t(lambda: c.execute("select 'a'").fetchall()); c.text_factory=str
t(lambda: c.execute("select cast(x'ff' as text)").fetchall())
def dict_factory(cur,row): return {d[0]:v for d,v in zip(cur.description,row)}
c.row_factory=dict_factory; t(lambda: c.execute("select 1 as a, 2 as b").fetchone())
sqlite3.register_adapter(complex, lambda z: f"{z.real};{z.imag}"); t(lambda: c.execute("select ?", (1+2j,)).fetchone())
class P:
    def __conform__(self, proto):
        if proto is sqlite3.PrepareProtocol: return "P!"
t(lambda: c.execute("select ?", (P(),)).fetchone())
t(lambda: c.cursor().executemany("insert into q values(?)", ((i,) for i in range(3))).rowcount)
print(c.in_transaction, c.isolation_level); c.isolation_level=None; print(c.in_transaction)
import threading
def th():
    try: c.execute("select 1")
    except sqlite3.ProgrammingError as e: print(str(e)[:100])
x=threading.Thread(target=th); x.start(); x.join()
