package datetime

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A TZInfo is an instance of datetime.tzinfo, which has no state.
type TZInfo struct{}

// PyClass is the class tzinfo.
func (*TZInfo) PyClass() *py.Class { return ZoneClass }

// ZoneClass is the class datetime.tzinfo.
var ZoneClass *py.Class

// isZone tells whether v is a tzinfo.
func isZone(v any) bool { return py.IsInstance(v, ZoneClass) }

// A FixedZone is a datetime.timezone: a time zone with one offset.
type FixedZone struct {
	offset *TimeDelta
	name   string
	named  bool
}

// PyClass is the class timezone.
func (*FixedZone) PyClass() *py.Class { return fixedZoneClass }

var fixedZoneClass *py.Class

// UTC is datetime.timezone.utc.
var UTC = &FixedZone{offset: &TimeDelta{}}

// newFixedZone makes a timezone. It raises ValueError.
func newFixedZone(offset *TimeDelta, name string, named bool) *FixedZone {
	if offset.isZero() && !named {
		return UTC
	}
	if !isOffset(offset) {
		panic(exc.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.",
			offset.repr("datetime.timedelta")))
	}
	return &FixedZone{offset, name, named}
}

// isOffset tells whether a timedelta is less than a day.
func isOffset(d *TimeDelta) bool {
	return d.days == 0 || d.days == -1 && (d.seconds > 0 || d.micros > 0)
}

// String is the zone's name, for the offset alone UTC±HH:MM.
func (z *FixedZone) String() string {
	switch {
	case z.named:
		return z.name
	case z.offset.isZero():
		return "UTC"
	}
	return "UTC" + offsetText(z.offset, ":")
}

func (z *FixedZone) repr() string {
	switch {
	case z == UTC:
		return "datetime.timezone.utc"
	case z.named:
		return fmt.Sprintf("datetime.timezone(%s, %s)", z.offset.repr("datetime.timedelta"), py.Repr(z.name))
	}
	return fmt.Sprintf("datetime.timezone(%s)", z.offset.repr("datetime.timedelta"))
}

// offsetFrom asks a zone for utcoffset or dst; nil if it answers None. It
// raises TypeError and ValueError for other answers.
func offsetFrom(zone any, method string, when any) *TimeDelta {
	switch z := zone.(type) {
	case nil:
		return nil
	case *FixedZone:
		if method == "utcoffset" {
			return z.offset
		}
		return nil
	}
	answer := py.CallMethod(zone, method, when)
	if answer == nil {
		return nil
	}
	offset, ok := asDelta(answer)
	if !ok {
		panic(exc.TypeError("tzinfo.%s() must return None or timedelta, not '%s'", method, shown(answer)))
	}
	if !isOffset(offset) {
		panic(exc.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)."))
	}
	return offset
}

// nameFrom asks a zone for its name: a str or None.
func nameFrom(zone, when any) any {
	if zone == nil {
		return nil
	}
	answer := py.CallMethod(zone, "tzname", when)
	if _, ok := py.Payload(answer).(string); !ok && answer != nil {
		panic(exc.TypeError("tzinfo.tzname() must return None or a string, not '%s'", shown(answer)))
	}
	return answer
}

// boxDelta is a timedelta or None.
func boxDelta(d *TimeDelta) any {
	if d == nil {
		return nil
	}
	return d
}

func sameOffset(a, b *TimeDelta) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
