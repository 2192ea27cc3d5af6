package datetime

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

// NewTimeDelta makes a timedelta of seconds.
func NewTimeDelta(seconds int) *TimeDelta { return newDelta(0, seconds, 0) }

// A Wall is what the clocks of a time zone show: the seconds since 1970-01-01
// on the same clocks, the year, and fold.
type Wall struct{ Seconds, Year, Fold int }

// WallOf is the wall time of a datetime; false for other values.
func WallOf(when any) (Wall, bool) {
	t, ok := py.Payload(when).(*DateTime)
	if !ok {
		return Wall{}, false
	}
	return Wall{t.inSeconds() - gregorian.Ordinal(1970, 1, 1)*daySeconds, t.year, t.fold}, true
}

// ZoneOf is the tzinfo of a datetime.
func ZoneOf(when any) any { return selfDateTime(when).zone }

// Later is a datetime, in its class, moved by seconds, with another fold.
func Later(when any, seconds, fold int) any {
	moved := shift(when, NewTimeDelta(seconds), 1)
	if fold == 0 {
		return moved
	}
	return withFold(moved, fold)
}
