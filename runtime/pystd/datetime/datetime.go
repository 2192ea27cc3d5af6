package datetime

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

// A DateTime is a datetime.datetime. It never changes after it is made.
type DateTime struct {
	Date
	clock
}

// PyClass is the class datetime.
func (*DateTime) PyClass() *py.Class { return dateTimeClass }

var dateTimeClass *py.Class

func selfDateTime(self any) *DateTime { return py.PayloadAs[*DateTime](self) }

// makeDateTime makes a datetime of a class. It raises ValueError.
func makeDateTime(class *py.Class, t DateTime) any {
	if class == dateTimeClass {
		gregorian.Check(t.year, t.month, t.day)
		t.clock.check()
		return &t
	}
	made := py.Call(class, t.year, t.month, t.day, t.hour, t.minute, t.second, t.micro, t.zone)
	if own, ok := py.Payload(made).(*DateTime); ok {
		own.fold = t.fold
	}
	return made
}

// compareParts compares dates and clock times, whatever the zones.
func (t *DateTime) compareParts(other *DateTime) int {
	if order := t.Date.compare(&other.Date); order != 0 {
		return order
	}
	return t.clock.compare(&other.clock)
}

// inSeconds are the seconds of the date and clock time since the first day of
// the calendar.
func (t *DateTime) inSeconds() int { return t.ordinal()*daySeconds + t.clock.inSeconds() }

// minus is the timedelta between the dates and clock times.
func (t *DateTime) minus(other *DateTime) *TimeDelta {
	return newDelta(t.ordinal()-other.ordinal(), t.clock.inSeconds()-other.clock.inSeconds(), t.micro-other.micro)
}

// plus is the datetime later by sign times delta. It raises OverflowError.
func (t *DateTime) plus(delta *TimeDelta, sign int) DateTime {
	span := newDelta(t.ordinal()+sign*delta.days, t.clock.inSeconds()+sign*delta.seconds, t.micro+sign*delta.micros)
	s := span.seconds
	return DateTime{
		*dateFromOrdinal(span.days),
		clock{hour: s / 3600, minute: s / 60 % 60, second: s % 60, micro: span.micros, zone: t.zone},
	}
}

// shift is a datetime, in its class, later by sign times delta.
func shift(when any, delta *TimeDelta, sign int) any {
	return makeDateTime(py.TypeOf(when), selfDateTime(when).plus(delta, sign))
}

// withFold is the datetime, in its class, with another fold.
func withFold(when any, fold int) any {
	t := *selfDateTime(when)
	t.fold = fold
	return makeDateTime(py.TypeOf(when), t)
}

// offsetOf is utcoffset(), nil for None.
func offsetOf(when any) *TimeDelta { return offsetFrom(selfDateTime(when).zone, "utcoffset", when) }

// ambiguous tells whether the offset depends on fold: such times equal none of
// another zone.
func ambiguous(when any, offset *TimeDelta) bool {
	t := selfDateTime(when)
	if _, fixed := t.zone.(*FixedZone); fixed || t.zone == nil {
		return false
	}
	return !sameOffset(offsetOf(withFold(when, 1-t.fold)), offset)
}

// compare orders two datetimes; equality says that only their equality is
// asked. It raises TypeError where just one has an offset.
func compare(a, b any, equality bool) int {
	left, right := selfDateTime(a), selfDateTime(b)
	if left.zone == right.zone {
		return left.compareParts(right)
	}
	mine, theirs := offsetOf(a), offsetOf(b)
	order := 0
	switch {
	case sameOffset(mine, theirs):
		order = left.compareParts(right)
	case mine == nil || theirs == nil:
		if equality {
			return 1
		}
		panic(exc.TypeError("can't compare offset-naive and offset-aware datetimes"))
	default:
		order = left.minus(right).plus(theirs).minus(mine).compare(&TimeDelta{})
	}
	if equality && order == 0 && (ambiguous(a, mine) || ambiguous(b, theirs)) {
		return 1
	}
	return order
}

// subtract is the difference of two datetimes. It raises TypeError where just
// one has an offset.
func subtract(a, b any) *TimeDelta {
	left, right := selfDateTime(a), selfDateTime(b)
	if left.zone == right.zone {
		return left.minus(right)
	}
	mine, theirs := offsetOf(a), offsetOf(b)
	switch {
	case (mine == nil) != (theirs == nil):
		panic(exc.TypeError("can't subtract offset-naive and offset-aware datetimes"))
	case mine == nil:
		return left.minus(right)
	}
	return left.minus(right).plus(theirs.minus(mine))
}

// timestamp is timestamp(): seconds since the epoch.
func timestamp(when any) float64 {
	t := selfDateTime(when)
	if t.zone != nil {
		epoch := &DateTime{Date{1970, 1, 1}, clock{zone: UTC}}
		return subtract(when, epoch).TotalSeconds()
	}
	return float64(localToUTC(t.inSeconds(), t.fold)-epochSeconds) + float64(t.micro)/1e6
}

// asTimeZone is astimezone(zone), the local zone for nil.
func asTimeZone(when, zone any) any {
	t := selfDateTime(when)
	own := t.zone
	if own == nil {
		own = any(localZone(localToUTC(t.inSeconds(), t.fold)))
	}
	if py.Is(own, zone) {
		return when
	}
	offset := offsetFrom(own, "utcoffset", when)
	if offset == nil {
		own = localZone(localToUTC(t.inSeconds(), t.fold))
		offset = offsetFrom(own, "utcoffset", when)
	}
	moved := t.plus(offset, -1)
	if zone == nil {
		zone = localZone(moved.inSeconds())
	}
	moved.zone = zone
	class := py.TypeOf(when)
	if t.zone == nil {
		class = dateTimeClass
	}
	return py.CallMethod(zone, "fromutc", makeDateTime(class, moved))
}
