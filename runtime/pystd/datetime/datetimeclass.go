package datetime

import (
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

var dateTimeHeader = header{
	names:    []string{"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"},
	required: 3, positional: 8, integers: 7,
}

func defineDateTime(d *py.Definition) {
	d.Doc("datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n" +
		"The year, month and day arguments are required. tzinfo may be None, or an\n" +
		"instance of a tzinfo subclass. The remaining arguments may be ints.")
	d.New("datetime(*args, **kwargs)", func(args, kwargs any) any {
		positional, keywords := args.(py.Tuple), kwargs.(*py.Dict[any, any])
		if keywords.Len() == 0 {
			if made, ok := dateTimeFromState(positional); ok {
				return made
			}
		}
		v := dateTimeHeader.bind(positional, keywords)
		t := &DateTime{
			Date{number.CInt(v[0]), number.CInt(v[1]), number.CInt(v[2])},
			clock{hour: intOr(v[3], 0), minute: intOr(v[4], 0), second: intOr(v[5], 0), micro: intOr(v[6], 0), fold: intOr(v[8], 0)},
		}
		gregorian.Check(t.year, t.month, t.day)
		t.check()
		t.zone = zoneOf(v[7])
		return t
	})
	defineClock(d, func(self any) *clock { return &selfDateTime(self).clock })
	d.Set("min", &DateTime{Date{1, 1, 1}, clock{}})
	d.Set("max", &DateTime{Date{9999, 12, 31}, clock{hour: 23, minute: 59, second: 59, micro: 999999}})
	d.Set("resolution", &TimeDelta{micros: 1})
	defineDateTimeConstructors(d)
	defineDateTimeParts(d)
	defineDateTimeZone(d)
	defineDateTimeText(d)
	defineDateTimeOrder(d)
}

// dateTimeFromState makes a datetime from what __reduce__ gives; false if it is
// none.
func dateTimeFromState(args py.Tuple) (*DateTime, bool) {
	if len(args) < 1 || len(args) > 2 {
		return nil, false
	}
	state, ok := stateOf(args[0], 10)
	if !ok || state[2]&0x7f < 1 || state[2]&0x7f > 12 {
		return nil, false
	}
	c, ok := clockFromState(state[4:])
	if !ok {
		return nil, false
	}
	c.fold = int(state[2] >> 7)
	c.zone = stateZone(args[1:])
	return &DateTime{Date{int(state[0])<<8 | int(state[1]), int(state[2] & 0x7f), int(state[3])}, c}, true
}

func defineDateTimeConstructors(d *py.Definition) {
	d.ClassMethod("now(cls, /, tz=None)", func(cls, tz any) any {
		zone := zoneOf(tz)
		seconds, micro := now()
		return inZone(fromTimestamp(py.As[*py.Class](cls), seconds, micro, zone), zone)
	})
	d.ClassMethod("utcnow(cls, /)", func(cls any) any {
		seconds, micro := now()
		return fromBroken(py.As[*py.Class](cls), time.UTC(seconds), micro, 0, nil)
	})
	d.ClassMethod("fromtimestamp(cls, /, timestamp, tz=None)", func(cls, timestamp, tz any) any {
		zone := zoneOf(tz)
		seconds, micro := splitTimestamp(timestamp, true)
		return inZone(fromTimestamp(py.As[*py.Class](cls), seconds, micro, zone), zone)
	})
	d.ClassMethod("utcfromtimestamp(cls, timestamp, /)", func(cls, timestamp any) any {
		seconds, micro := splitTimestamp(timestamp, true)
		checkRange(seconds)
		return fromBroken(py.As[*py.Class](cls), time.UTC(seconds), micro, 0, nil)
	})
	d.ClassMethod("strptime(cls, /, *args)", func(cls, args any) any {
		given := args.(py.Tuple)
		if len(given) != 2 {
			panic(exc.TypeError("strptime() takes exactly 2 arguments (%d given)", len(given)))
		}
		for i, v := range given {
			if _, ok := py.Payload(v).(string); !ok {
				panic(exc.TypeError("strptime() argument %d must be str, not %s", i+1, noneOr(v)))
			}
		}
		s, f := time.ParseArguments(given[0], given[1])
		return fromParsed(cls, time.Parse(s, f))
	})
	d.ClassMethod("fromisoformat(cls, string, /)", func(cls, text any) any {
		return makeDateTime(py.As[*py.Class](cls), parseDateTime(textArgument(text)))
	})
	d.ClassMethod("combine(cls, /, date, time, tzinfo=)", func(cls, date, clockTime, zone any) any {
		day := anyDate(date)
		if day == nil {
			panic(exc.TypeError("combine() argument 1 must be datetime.date, not %s", noneOr(date)))
		}
		t, ok := py.Payload(clockTime).(*Time)
		if !ok {
			panic(exc.TypeError("combine() argument 2 must be datetime.time, not %s", noneOr(clockTime)))
		}
		c := t.clock
		if zone != absent {
			c.zone = zoneOf(zone)
		}
		return makeDateTime(py.As[*py.Class](cls), DateTime{*day, c})
	}, absent)
}

// now is the time of the clock.
func now() (seconds int64, micro int) {
	ns := int64(time.TimeNs())
	return ns / 1e9, int(ns % 1e9 / 1000)
}

// inZone turns a time in UTC into the time of its zone.
func inZone(when, zone any) any {
	if zone == nil {
		return when
	}
	return py.CallMethod(zone, "fromutc", when)
}

// fromParsed makes a datetime of a class from what strptime read.
func fromParsed(cls any, p *time.Parsed) any {
	args := []any{p.Year, p.Month, p.Day, p.Hour, p.Minute, p.Second, p.Microsecond}
	if p.HasOffset {
		args = append(args, newFixedZone(newDelta(0, p.Offset, p.OffsetMicro), p.Zone, p.Zone != ""))
	}
	return py.Call(cls, args...)
}

func defineDateTimeParts(d *py.Definition) {
	d.Method("date(self, /)", func(self any) any {
		date := selfDateTime(self).Date
		return &date
	})
	clockTime := func(self any, zoned bool) any {
		c := selfDateTime(self).clock
		if !zoned {
			c.zone = nil
		}
		return &Time{c}
	}
	d.Method("time(self, /)", func(self any) any { return clockTime(self, false) })
	d.Method("timetz(self, /)", func(self any) any { return clockTime(self, true) })
	d.Method("timetuple(self, /)", func(self any) any {
		t, dst := selfDateTime(self), -1
		if summer := offsetFrom(t.zone, "dst", self); summer != nil {
			dst = 0
			if !summer.isZero() {
				dst = 1
			}
		}
		return t.broken(dst).StructTime(false)
	})
	d.Method("utctimetuple(self, /)", func(self any) any {
		t := *selfDateTime(self)
		if offset := offsetOf(self); offset != nil {
			t = t.plus(offset, -1)
		}
		return t.broken(0).StructTime(false)
	})
	replace := func(args []any) any {
		t := *selfDateTime(args[0])
		t.year, t.month, t.day = intOr(args[1], t.year), intOr(args[2], t.month), intOr(args[3], t.day)
		t.clock = t.replaced(args[4], args[5], args[6], args[7], args[8], args[9])
		gregorian.Check(t.year, t.month, t.day)
		t.check()
		return makeDateTime(py.TypeOf(args[0]), t)
	}
	const parameters = "(self, /, year=, month=, day=, hour=, minute=, second=, microsecond=, tzinfo=, *, fold=)"
	for _, name := range []string{"replace", "__replace__"} {
		d.Method(name+parameters, replace, absent, absent, absent, absent, absent, absent, absent, absent, absent)
	}
}

// broken is the datetime as C's struct tm has it.
func (t *DateTime) broken(dst int) *time.Broken {
	b := t.Date.broken(dst)
	b.Hour, b.Minute, b.Second = t.hour, t.minute, t.second
	return b
}

func defineDateTimeZone(d *py.Definition) {
	for _, name := range []string{"utcoffset", "dst"} {
		d.Method(name+"(self, /)", func(self any) any {
			return boxDelta(offsetFrom(selfDateTime(self).zone, name, self))
		})
	}
	d.Method("tzname(self, /)", func(self any) any { return nameFrom(selfDateTime(self).zone, self) })
	d.Method("timestamp(self, /)", func(self any) any { return timestamp(self) })
	d.Method("astimezone(self, /, tz=None)", func(self, tz any) any { return asTimeZone(self, zoneOf(tz)) })
}

func defineDateTimeText(d *py.Definition) {
	d.Method("isoformat(self, /, sep='T', timespec=)", func(self, separator, timespec any) any {
		s, ok := py.Payload(separator).(string)
		if !ok || utf8.RuneCountInString(s) != 1 {
			panic(exc.TypeError("isoformat() argument 1 must be a unicode character, not %s", noneOr(separator)))
		}
		t := selfDateTime(self)
		text := t.Date.isoformat() + s + t.text(timespecOf(timespec, 2))
		if offset := offsetOf(self); offset != nil {
			text += offsetText(offset, ":")
		}
		return text
	}, absent)
	d.Method("ctime(self, /)", func(self any) any {
		t := selfDateTime(self)
		return t.ctime(t.hour, t.minute, t.second)
	})
	d.Method("__repr__(self, /)", func(self any) any {
		t := selfDateTime(self)
		return shown(self) + "(" + py.Mod("%d, %d, %d, ", py.Tuple{t.year, t.month, t.day}).(string) +
			t.arguments() + t.foldText() + t.zoneText() + ")"
	})
	d.Method("__str__(self, /)", func(self any) any {
		return py.CallMethodKw(self, "isoformat", nil, py.Kwargs{{Name: "sep", Value: " "}})
	})
}

func isDateTime(v any) bool {
	_, ok := py.Payload(v).(*DateTime)
	return ok
}

func defineDateTimeOrder(d *py.Definition) {
	for name, holds := range map[string]func(order int) bool{
		"lt": func(order int) bool { return order < 0 }, "le": func(order int) bool { return order <= 0 },
		"gt": func(order int) bool { return order > 0 }, "ge": func(order int) bool { return order >= 0 },
		"eq": func(order int) bool { return order == 0 }, "ne": func(order int) bool { return order != 0 },
	} {
		d.Method("__"+name+"__(self, value, /)", func(self, value any) any {
			if !isDateTime(value) {
				return py.NotImplemented
			}
			return holds(compare(self, value, name == "eq" || name == "ne"))
		})
	}
	defineBinary(d, "add", func(a, b any) any {
		if !isDateTime(a) {
			a, b = b, a
		}
		delta, ok := asDelta(b)
		if !ok {
			return py.NotImplemented
		}
		return shift(a, delta, 1)
	})
	defineBinary(d, "sub", func(a, b any) any {
		if !isDateTime(a) {
			return py.NotImplemented
		}
		if isDateTime(b) {
			return subtract(a, b)
		}
		delta, ok := asDelta(b)
		if !ok {
			return py.NotImplemented
		}
		return shift(a, delta, -1)
	})
	d.Method("__hash__(self, /)", func(self any) any {
		when := self
		if selfDateTime(self).fold == 1 {
			when = withFold(self, 0)
		}
		t := selfDateTime(when)
		if offset := offsetOf(when); offset != nil {
			return newDelta(t.ordinal(), t.clock.inSeconds(), t.micro).minus(offset).hash()
		}
		return py.Hash(py.Bytes(append(t.Date.state(), t.clock.state()...)))
	})
	reduce := func(self, protocol any) any {
		t := selfDateTime(self)
		state := append(t.Date.state(), t.clock.state()...)
		if t.fold == 1 && py.As[int](protocol) > 3 {
			state[2] |= 0x80
		}
		return py.Tuple{py.TypeOf(self), withZone(py.Bytes(state), t.zone)}
	}
	d.Method("__reduce_ex__(self, protocol, /)", reduce)
	d.Method("__reduce__(self, /)", func(self any) any { return reduce(self, 2) })
}
