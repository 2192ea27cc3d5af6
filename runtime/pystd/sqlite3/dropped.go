package sqlite3

import (
	"errors"
	"runtime"
	"strings"
	"sync"

	"github.com/ncruces/go-sqlite3"
)

// CPython resets the statement of a cursor as soon as the cursor is dropped, and
// until then the statement may hold a lock. Here Go's collector finds dropped
// cursors, so it is asked to when a lock is in the way.

// dropped is what cursors held that the collector has found.
var dropped struct {
	sync.Mutex
	all []*held
}

// abandon notes that a cursor is no more.
func abandon(h *held) {
	dropped.Lock()
	defer dropped.Unlock()
	dropped.all = append(dropped.all, h)
}

// sweepFor reports whether err says that a statement of the connection is in the
// way, and statements of dropped cursors have been reset, so that trying again may
// help.
func sweepFor(err error) bool {
	if err == nil || !errors.Is(err, sqlite3.LOCKED) && !strings.Contains(err.Error(), "in progress") {
		return false
	}
	return sweep(nil)
}

// sweep resets the statements of dropped cursors, except those of one connection,
// and reports whether there were any.
func sweep(except *connection) bool {
	collect()
	dropped.Lock()
	defer dropped.Unlock()
	found := false
	var left []*held
	for _, h := range dropped.all {
		switch {
		case h.statement == nil:
		case h.connection == except:
			left = append(left, h)
		default:
			h.connection.release(h.statement)
			found = true
		}
	}
	dropped.all = left
	return found
}

// collect returns when the collector has found all dropped cursors.
func collect() {
	for range 2 {
		done := make(chan struct{})
		runtime.AddCleanup(new([4]*int), func(done chan struct{}) { close(done) }, done)
		runtime.GC()
		<-done
	}
}
