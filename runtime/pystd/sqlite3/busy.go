package sqlite3

import (
	"context"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// waits are how long SQLite waits for a lock, each time it finds it taken.
var waits = []time.Duration{1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100}

// busy waits for a lock that another connection has, while other threads run, and
// reports whether to try again.
func (c *connection) busy(_ context.Context, count int) bool {
	if count == 0 {
		c.waiting = time.Now()
		if sweep(c) {
			return true
		}
	}
	left := c.timeout - time.Since(c.waiting)
	if left <= 0 {
		return false
	}
	wait := min(waits[min(count, len(waits)-1)]*time.Millisecond, left)
	py.Blocking(func() { time.Sleep(wait) })
	return true
}
