package sqlite3

import (
	"strconv"
	"sync/atomic"

	"github.com/ncruces/go-sqlite3"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

var backups atomic.Int64

// backup copies the database to another connection, by way of one in memory, and
// tells progress as if it had been in steps of so many pages.
func (c *connection) backup(to *connection, pages, progress any, name string) {
	if to == c {
		panic(exc.ValueError("target cannot be the same connection instance"))
	}
	to.check()
	uri := "file:/backup-" + strconv.FormatInt(backups.Add(1), 10) + "?vfs=memdb"
	between, err := sqlite3.OpenFlags(uri, sqlite3.OPEN_READWRITE|sqlite3.OPEN_CREATE|sqlite3.OPEN_URI)
	check(err)
	err = c.db.Backup(name, uri)
	if err == nil {
		err = to.db.Restore("main", uri)
	}
	if closeErr := between.Close(); err == nil {
		err = closeErr
	}
	check(err)
	if progress == nil {
		return
	}
	const ok, done = 0, 101
	total := c.pageCount(name)
	step := number.CInt(pages)
	if step <= 0 {
		step = total
	}
	for left := total; ; {
		left = max(left-step, 0)
		status := ok
		if left == 0 {
			status = done
		}
		py.Call(progress, status, left, total)
		if left == 0 {
			return
		}
	}
}

func (c *connection) pageCount(name string) int {
	stmt, _, err := c.db.Prepare("PRAGMA " + sqlite3.QuoteIdentifier(name) + ".page_count")
	check(err)
	defer stmt.Close()
	stmt.Step()
	return stmt.ColumnInt(0)
}
