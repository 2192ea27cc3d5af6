package datetime

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

// epochSeconds is the epoch in seconds since the first day of the calendar.
var epochSeconds = gregorian.Ordinal(1970, 1, 1) * daySeconds

// foldSeconds is longer than any fold of local time.
const foldSeconds = daySeconds

// wholeSeconds is the timestamp of a date, which has no fraction.
func wholeSeconds(v any) int64 {
	seconds, _ := splitTimestamp(v, false)
	return seconds
}

// splitTimestamp splits a timestamp into seconds and microseconds, rounding to
// the even one of two. It raises what CPython does for other values.
func splitTimestamp(v any, micros bool) (seconds int64, micro int) {
	f, ok := py.Payload(v).(float64)
	if !ok {
		n, ok := py.Index(v).(int)
		if !ok {
			panic(exc.OverflowError("timestamp out of range for platform time_t"))
		}
		return int64(n), 0
	}
	if math.IsNaN(f) {
		panic(exc.ValueError("Invalid value NaN (not a number)"))
	}
	whole, fraction := math.Modf(f)
	if micros {
		fraction = math.RoundToEven(fraction * 1e6)
		if fraction >= 1e6 {
			fraction -= 1e6
			whole++
		} else if fraction < 0 {
			fraction += 1e6
			whole--
		}
	} else {
		whole, fraction = math.Floor(f), 0
	}
	if !(whole >= -1<<63 && whole < 1<<63) {
		panic(exc.OverflowError("timestamp out of range for platform time_t"))
	}
	return int64(whole), int(fraction)
}

// The seconds whose year fits a C int.
const (
	firstSecond = -67768040609740800
	lastSecond  = 67768036191676799
)

func checkRange(seconds int64) {
	if seconds < firstSecond || seconds > lastSecond {
		py.Raise(py.Call(py.OSError, 75, "Value too large for defined data type"))
	}
}

func localTime(seconds int64) *time.Broken {
	checkRange(seconds)
	return time.Local(seconds)
}

// inSeconds are the seconds of a time since the first day of the calendar. It
// raises ValueError for years that datetime does not have.
func inSeconds(b *time.Broken) int {
	if b.Year < gregorian.MinYear || b.Year > gregorian.MaxYear {
		panic(exc.ValueError("year %d is out of range", b.Year))
	}
	return gregorian.Ordinal(b.Year, b.Month, b.Day)*daySeconds + b.Hour*3600 + b.Minute*60 + b.Second
}

// local is what local clocks show when it is u in UTC, both in seconds since
// the first day of the calendar.
func local(u int) int { return inSeconds(localTime(int64(u - epochSeconds))) }

// localToUTC is when local clocks show t. Where they show it twice, fold
// chooses; where they skip it, fold tells which offset to assume.
func localToUTC(t, fold int) int {
	a := local(t) - t
	u1 := t - a
	t1 := local(u1)
	b := t1 - u1
	if t1 == t {
		// This is a solution; an earlier or later one may be the one meant.
		u2 := u1 - foldSeconds
		if fold == 1 {
			u2 = u1 + foldSeconds
		}
		if b = local(u2) - u2; a == b {
			return u1
		}
	}
	u2 := t - b
	switch {
	case local(u2) == t:
		return u2
	case t1 == t:
		return u1
	case fold == 1:
		return min(u1, u2)
	}
	return max(u1, u2)
}

// fromTimestamp makes a datetime of a class from seconds since the epoch, in
// local time or in UTC.
func fromTimestamp(class *py.Class, seconds int64, micro int, zone any) any {
	checkRange(seconds)
	fold := 0
	var b *time.Broken
	if zone != nil {
		b = time.UTC(seconds)
	} else {
		b = localTime(seconds)
		shown := inSeconds(b)
		before := local(epochSeconds + int(seconds) - foldSeconds)
		if transition := shown - before - foldSeconds; transition < 0 &&
			local(epochSeconds+int(seconds)+transition) == shown {
			fold = 1
		}
	}
	return fromBroken(class, b, micro, fold, zone)
}

// fromBroken makes a datetime of a class.
func fromBroken(class *py.Class, b *time.Broken, micro, fold int, zone any) any {
	return makeDateTime(class, DateTime{
		Date{b.Year, b.Month, b.Day},
		clock{hour: b.Hour, minute: b.Minute, second: min(b.Second, 59), micro: micro, fold: fold, zone: zone},
	})
}

// localZone is the local time zone at seconds since the first day of the
// calendar.
func localZone(u int) *FixedZone {
	b := localTime(int64(u - epochSeconds))
	return newFixedZone(newDelta(0, b.Offset, 0), b.Zone, true)
}
