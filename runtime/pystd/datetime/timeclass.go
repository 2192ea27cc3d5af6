package datetime

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

// A Time is a datetime.time: a time of any day. It never changes after it is
// made.
type Time struct{ clock }

// PyClass is the class time.
func (*Time) PyClass() *py.Class { return timeClass }

var timeClass *py.Class

var timeHeader = header{
	names:      []string{"hour", "minute", "second", "microsecond", "tzinfo", "fold"},
	positional: 5, integers: 4,
}

func selfTime(self any) *Time { return py.PayloadAs[*Time](self) }

// makeTime makes a time of a class.
func makeTime(class *py.Class, c clock) any {
	c.check()
	if class == timeClass {
		return &Time{c}
	}
	made := py.Call(class, c.hour, c.minute, c.second, c.micro, c.zone)
	if t, ok := py.Payload(made).(*Time); ok {
		t.fold = c.fold
	}
	return made
}

// timeFromState makes a time from what __reduce__ gives; false if it is none.
func timeFromState(args py.Tuple) (*Time, bool) {
	if len(args) < 1 || len(args) > 2 {
		return nil, false
	}
	state, ok := stateOf(args[0], 6)
	if !ok {
		return nil, false
	}
	c, ok := clockFromState(state)
	if !ok {
		return nil, false
	}
	c.fold = int(state[0] >> 7)
	c.zone = stateZone(args[1:])
	return &Time{c}, true
}

// stateZone is the time zone beside a state. It raises TypeError.
func stateZone(rest []any) any {
	if len(rest) == 0 {
		return nil
	}
	if !isZone(rest[0]) && rest[0] != nil {
		panic(exc.TypeError("bad tzinfo state arg"))
	}
	return rest[0]
}

func defineTime(d *py.Definition) {
	d.Doc("time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\n" +
		"All arguments are optional. tzinfo may be None, or an instance of\n" +
		"a tzinfo subclass. The remaining arguments may be ints.")
	d.New("time(*args, **kwargs)", func(args, kwargs any) any {
		positional, keywords := args.(py.Tuple), kwargs.(*py.Dict[any, any])
		if keywords.Len() == 0 {
			if made, ok := timeFromState(positional); ok {
				return made
			}
		}
		v := timeHeader.bind(positional, keywords)
		c := clock{
			hour: intOr(v[0], 0), minute: intOr(v[1], 0), second: intOr(v[2], 0), micro: intOr(v[3], 0),
			fold: intOr(v[5], 0), zone: zoneOf(v[4]),
		}
		c.check()
		return &Time{c}
	})
	defineClock(d, func(self any) *clock { return &selfTime(self).clock })
	d.Set("min", &Time{})
	d.Set("max", &Time{clock{hour: 23, minute: 59, second: 59, micro: 999999}})
	d.Set("resolution", &TimeDelta{micros: 1})
	d.ClassMethod("fromisoformat(cls, string, /)", func(cls, text any) any {
		return makeTime(py.As[*py.Class](cls), parseTime(textArgument(text)))
	})
	replace := func(self, hour, minute, second, micro, zone, fold any) any {
		c := selfTime(self).clock
		return makeTime(py.TypeOf(self), c.replaced(hour, minute, second, micro, zone, fold))
	}
	const parameters = "(self, /, hour=, minute=, second=, microsecond=, tzinfo=, *, fold=)"
	d.Method("replace"+parameters, replace, absent, absent, absent, absent, absent, absent)
	d.Method("__replace__"+parameters, replace, absent, absent, absent, absent, absent, absent)
	for _, name := range []string{"utcoffset", "dst"} {
		d.Method(name+"(self, /)", func(self any) any { return boxDelta(offsetFrom(selfTime(self).zone, name, nil)) })
	}
	d.Method("tzname(self, /)", func(self any) any { return nameFrom(selfTime(self).zone, nil) })
	defineTimeText(d)
	defineTimeOrder(d)
	reduce := func(self, protocol any) any {
		t := selfTime(self)
		state := t.state()
		if t.fold == 1 && py.As[int](protocol) > 3 {
			state[0] |= 0x80
		}
		return py.Tuple{py.TypeOf(self), withZone(py.Bytes(state), t.zone)}
	}
	d.Method("__reduce_ex__(self, protocol, /)", reduce)
	d.Method("__reduce__(self, /)", func(self any) any { return reduce(self, 2) })
}

// withZone are the arguments that make a value from its state again.
func withZone(state py.Bytes, zone any) py.Tuple {
	if zone == nil {
		return py.Tuple{state}
	}
	return py.Tuple{state, zone}
}

// defineClock adds the attributes of a time of the day.
func defineClock(d *py.Definition, of func(self any) *clock) {
	d.Getter("hour", func(self any) any { return of(self).hour })
	d.Getter("minute", func(self any) any { return of(self).minute })
	d.Getter("second", func(self any) any { return of(self).second })
	d.Getter("microsecond", func(self any) any { return of(self).micro })
	d.Getter("tzinfo", func(self any) any { return of(self).zone })
	d.Getter("fold", func(self any) any { return of(self).fold })
}

// replaced is the clock with the parts that are given.
func (c clock) replaced(hour, minute, second, micro, zone, fold any) clock {
	c.hour, c.minute, c.second = intOr(hour, c.hour), intOr(minute, c.minute), intOr(second, c.second)
	c.micro, c.fold = intOr(micro, c.micro), intOr(fold, c.fold)
	if zone != absent {
		c.zone = zoneOf(zone)
	}
	return c
}

func defineTimeText(d *py.Definition) {
	d.Method("isoformat(self, /, timespec=)", func(self, timespec any) any {
		t := selfTime(self)
		text := t.text(timespecOf(timespec, 1))
		if offset := offsetFrom(t.zone, "utcoffset", nil); offset != nil {
			text += offsetText(offset, ":")
		}
		return text
	}, absent)
	d.Method("__repr__(self, /)", func(self any) any {
		t := selfTime(self)
		return shown(self) + "(" + t.arguments() + t.zoneText() + t.foldText() + ")"
	})
	d.Method("__str__(self, /)", func(self any) any { return py.CallMethod(self, "isoformat") })
	defineFormat(d)
}

// broken is the time on the day that strftime shows for it.
func (t *Time) broken() *time.Broken {
	b := (&Date{1900, 1, 1}).broken(-1)
	b.Hour, b.Minute, b.Second = t.hour, t.minute, t.second
	return b
}

func defineTimeOrder(d *py.Definition) {
	compare := func(a, b any, equality bool) (order int, ok bool) {
		other, ok := py.Payload(b).(*Time)
		if !ok {
			return 0, false
		}
		t := selfTime(a)
		if t.zone == other.zone {
			return t.compare(&other.clock), true
		}
		mine, theirs := offsetFrom(t.zone, "utcoffset", nil), offsetFrom(other.zone, "utcoffset", nil)
		switch {
		case sameOffset(mine, theirs):
			return t.compare(&other.clock), true
		case mine == nil || theirs == nil:
			if equality {
				return 1, true
			}
			panic(exc.TypeError("can't compare offset-naive and offset-aware times"))
		}
		return t.since(mine).compare(other.since(theirs)), true
	}
	for name, holds := range map[string]func(order int) bool{
		"lt": func(order int) bool { return order < 0 }, "le": func(order int) bool { return order <= 0 },
		"gt": func(order int) bool { return order > 0 }, "ge": func(order int) bool { return order >= 0 },
		"eq": func(order int) bool { return order == 0 }, "ne": func(order int) bool { return order != 0 },
	} {
		d.Method("__"+name+"__(self, value, /)", func(self, value any) any {
			order, ok := compare(self, value, name == "eq" || name == "ne")
			if !ok {
				return py.NotImplemented
			}
			return holds(order)
		})
	}
	d.Method("__hash__(self, /)", func(self any) any {
		t := selfTime(self)
		if offset := offsetFrom(t.zone, "utcoffset", nil); offset != nil {
			return t.since(offset).hash()
		}
		return py.Hash(py.Bytes(t.state()))
	})
}

// since is the time since midnight less an offset.
func (c *clock) since(offset *TimeDelta) *TimeDelta {
	return newDelta(0, c.inSeconds(), c.micro).minus(offset)
}
