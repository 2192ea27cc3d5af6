package sqlite3

import (
	"net/url"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
	_ "github.com/ncruces/go-sqlite3/vfs/memdb" // what shared memory databases are in

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

// legacyControl is the value of autocommit with which isolation_level decides.
const legacyControl = -1

// A connection is a sqlite3.Connection.
type connection struct {
	// db is nil when the connection is closed, and before __init__.
	db *sqlite3.Conn
	// self is the instance of a derived class, nil if there is none.
	self        any
	initialized bool
	// thread is the only one that may use the connection; nil if all may.
	thread      *py.Thread
	cache       map[string]*statement
	cacheSize   int
	timeout     time.Duration
	waiting     time.Time // since when it has been waiting for a lock
	detectTypes int
	// isolation is nil, or the word that follows BEGIN.
	isolation   any
	autocommit  any // a bool, or legacyControl
	rowFactory  any
	textFactory any
}

// PyClass is sqlite3.Connection.
func (*connection) PyClass() *py.Class { return connectionClass }

// object is the connection as the program knows it.
func (c *connection) object() any {
	if c.self != nil {
		return c.self
	}
	return c
}

// options are the arguments of sqlite3.connect.
type options struct {
	database         any
	timeout          float64
	detectTypes      int
	isolation        any
	checkSameThread  bool
	cachedStatements int
	uri              bool
	autocommit       any
}

// open opens the database.
func (c *connection) open(o options) {
	name := ospath.Text(o.database)
	flags := sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE
	if o.uri {
		flags |= sqlite3.OPEN_URI
		name = sharedMemory(name)
	}
	isolation := isolationLevel(o.isolation)
	db, err := sqlite3.OpenFlags(name, flags)
	checkOpened(err)
	// The defaults of a usual build of SQLite.
	for option, on := range map[sqlite3.DBConfig]bool{
		sqlite3.DBCONFIG_ENABLE_FKEY: false, sqlite3.DBCONFIG_DQS_DML: true, sqlite3.DBCONFIG_DQS_DDL: true,
		sqlite3.DBCONFIG_TRUSTED_SCHEMA: true,
	} {
		_, err := db.Config(option, on)
		check(err)
	}
	c.db, c.initialized, c.cache, c.cacheSize = db, true, map[string]*statement{}, o.cachedStatements
	c.isolation, c.detectTypes, c.autocommit = isolation, o.detectTypes, o.autocommit
	c.rowFactory, c.textFactory, c.timeout = nil, py.StrClass, time.Duration(o.timeout*float64(time.Second))
	if o.checkSameThread {
		c.thread = py.CurrentThread()
	}
	check(db.BusyHandler(c.busy))
	if c.autocommit == false {
		c.exec("BEGIN")
	}
}

// sharedMemory names a database in memory that connections share in the way the
// library has for it.
func sharedMemory(name string) string {
	if !strings.HasPrefix(name, "file:") {
		return name
	}
	u, err := url.Parse(name)
	if err != nil || u.Query().Get("cache") != "shared" {
		return name
	}
	file := u.Opaque + u.Path
	if u.Query().Get("mode") != "memory" && file != ":memory:" {
		return name
	}
	return "file:/" + url.PathEscape(file) + "?vfs=memdb"
}

// checkThread raises ProgrammingError in a thread that may not use the connection.
func (c *connection) checkThread() {
	if !c.initialized {
		raise(programmingError, "Base Connection.__init__ not called.")
	}
	if now := py.CurrentThread(); c.thread != nil && now != c.thread {
		raise(programmingError, "SQLite objects created in a thread can only be used in that same thread. "+
			"The object was created in thread id "+py.Str(threading.Ident(c.thread))+" and this is thread id "+py.Str(threading.Ident(now))+".")
	}
}

func (c *connection) checkOpen() {
	if !c.initialized {
		raise(programmingError, "Base Connection.__init__ not called.")
	}
	if c.db == nil {
		raise(programmingError, "Cannot operate on a closed database.")
	}
}

func (c *connection) check() {
	c.checkThread()
	c.checkOpen()
}

// exec executes a statement that has no rows.
func (c *connection) exec(sql string) {
	stmt, _, err := c.db.Prepare(sql)
	check(err)
	stmt.Step()
	if sweepFor(stmt.Err()) {
		_ = stmt.Reset()
		stmt.Step()
	}
	err = stmt.Err()
	_ = stmt.Close()
	check(err)
}

// beginImplicitly begins a transaction before a change, if isolation_level asks for it.
func (c *connection) beginImplicitly() {
	if c.autocommit == legacyControl && c.isolation != nil && c.db.GetAutocommit() {
		c.exec("BEGIN " + c.isolation.(string))
	}
}

// commitLegacy ends the transaction before a script.
func (c *connection) commitLegacy() {
	if c.autocommit == legacyControl && !c.db.GetAutocommit() {
		c.exec("COMMIT")
	}
}

// end ends the transaction with COMMIT or ROLLBACK.
func (c *connection) end(verb string) {
	switch c.autocommit {
	case legacyControl:
		if !c.db.GetAutocommit() {
			c.exec(verb)
		}
	case false:
		c.exec(verb)
		c.exec("BEGIN")
	}
}

// close closes the connection and what depends on it.
func (c *connection) close() {
	if c.db == nil {
		return
	}
	if c.autocommit == false && !c.db.GetAutocommit() {
		c.exec("ROLLBACK")
	}
	for {
		var open *sqlite3.Stmt
		for s := range c.db.Stmts() {
			open = s
			break
		}
		if open == nil {
			break
		}
		_ = open.Close()
	}
	db := c.db
	c.db, c.cache = nil, nil
	check(db.Close())
}

// setAutocommit changes the mode of transactions.
func (c *connection) setAutocommit(mode any) {
	mode = autocommitMode(mode)
	switch mode {
	case true:
		if !c.db.GetAutocommit() {
			c.exec("COMMIT")
		}
	case false:
		if c.db.GetAutocommit() {
			c.exec("BEGIN")
		}
	}
	c.autocommit = mode
}

// autocommitMode checks a value of autocommit.
func autocommitMode(mode any) any {
	switch mode {
	case true, false, legacyControl:
		return mode
	}
	panic(exc.ValueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL"))
}

// isolationLevel checks a value of isolation_level.
func isolationLevel(level any) any {
	if level == nil {
		return nil
	}
	word, ok := py.Payload(level).(string)
	if !ok {
		panic(exc.TypeError("isolation_level must be str or None"))
	}
	for _, known := range []string{"", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"} {
		if strings.EqualFold(word, known) {
			return known
		}
	}
	panic(exc.ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'"))
}

// setIsolation changes isolation_level. None commits.
func (c *connection) setIsolation(level any) {
	level = isolationLevel(level)
	if level == nil && !c.db.GetAutocommit() {
		c.exec("COMMIT")
	}
	c.isolation = level
}

// newCursorOf makes a cursor by the factory that a program gives.
func (c *connection) newCursor(factory any) any {
	made := py.Call(factory, c.object())
	cur, ok := py.Payload(made).(*cursor)
	if !ok {
		panic(exc.TypeError("factory must return a cursor, not %s", py.TypeOf(made).Name()))
	}
	if c.rowFactory != nil {
		cur.rowFactory = c.rowFactory
	}
	return made
}

// connectArguments reads the arguments of connect but for the first and the factory.
func connectArguments(args []any) options {
	return options{
		database: args[0], timeout: number.Real(args[1]), detectTypes: number.CInt(args[2]), isolation: args[3],
		checkSameThread: py.Truth(args[4]), cachedStatements: number.CInt(args[6]), uri: py.Truth(args[7]),
		autocommit: autocommitMode(args[8]),
	}
}
