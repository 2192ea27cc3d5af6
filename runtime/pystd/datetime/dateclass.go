package datetime

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

var dateClass *py.Class

var dateHeader = header{names: []string{"year", "month", "day"}, required: 3, positional: 3, integers: 3}

// anyDate is the date of a date or a datetime; nil if v is neither.
func anyDate(v any) *Date {
	switch v := py.Payload(v).(type) {
	case *Date:
		return v
	case *DateTime:
		return &v.Date
	}
	return nil
}

// plainDate is the date of v, which must not be a datetime; nil if it is none.
func plainDate(v any) *Date {
	d, _ := py.Payload(v).(*Date)
	return d
}

func selfDate(self any) *Date {
	if d := anyDate(self); d != nil {
		return d
	}
	return py.PayloadAs[*Date](self)
}

// makeDate makes a date of the class of another.
func makeDate(class *py.Class, d *Date) any {
	if class == dateClass {
		return d
	}
	return py.Call(class, d.year, d.month, d.day)
}

func defineDate(d *py.Definition) {
	d.Doc("date(year, month, day) --> date object")
	d.New("date(*args, **kwargs)", func(args, kwargs any) any {
		positional := args.(py.Tuple)
		if len(positional) == 1 {
			if made, ok := dateFromState(positional[0]); ok {
				return made
			}
		}
		v := dateHeader.bind(positional, kwargs.(*py.Dict[any, any]))
		return newDate(number.CInt(v[0]), number.CInt(v[1]), number.CInt(v[2]))
	})
	d.Getter("year", func(self any) any { return selfDate(self).year })
	d.Getter("month", func(self any) any { return selfDate(self).month })
	d.Getter("day", func(self any) any { return selfDate(self).day })
	d.Set("min", &Date{1, 1, 1})
	d.Set("max", &Date{9999, 12, 31})
	d.Set("resolution", &TimeDelta{days: 1})
	defineDateConstructors(d)
	defineDateMethods(d)
	defineDateText(d)
	defineBinary(d, "add", func(a, b any) any {
		if plainDate(a) == nil {
			a, b = b, a
		}
		return shiftDate(a, b, 1)
	})
	defineBinary(d, "sub", func(a, b any) any {
		left, right := plainDate(a), plainDate(b)
		if left != nil && right != nil {
			return newDelta(left.ordinal()-right.ordinal(), 0, 0)
		}
		return shiftDate(a, b, -1)
	})
	defineOrder(d, func(a, b any) (int, bool) {
		left, right := plainDate(a), plainDate(b)
		if left == nil || right == nil {
			return 0, false
		}
		return left.compare(right), true
	})
	d.Method("__hash__(self, /)", func(self any) any { return py.Hash(py.Bytes(selfDate(self).state())) })
	d.Method("__reduce__(self, /)", func(self any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{py.Bytes(selfDate(self).state())}}
	})
}

// shiftDate is a date plus or minus the days of a timedelta.
func shiftDate(date, delta any, sign int) any {
	left := plainDate(date)
	right, ok := asDelta(delta)
	if left == nil || !ok {
		return py.NotImplemented
	}
	return makeDate(py.TypeOf(date), dateFromOrdinal(left.ordinal()+sign*right.days))
}

func defineDateConstructors(d *py.Definition) {
	d.ClassMethod("today(cls, /)", func(cls any) any { return py.CallMethod(cls, "fromtimestamp", time.Time()) })
	d.ClassMethod("fromtimestamp(cls, timestamp, /)", func(cls, timestamp any) any {
		seconds := wholeSeconds(timestamp)
		b := localTime(seconds)
		return makeDate(py.As[*py.Class](cls), newDate(b.Year, b.Month, b.Day))
	})
	d.ClassMethod("fromordinal(cls, ordinal, /)", func(cls, ordinal any) any {
		n := number.CInt(ordinal)
		if n < 1 {
			panic(exc.ValueError("ordinal must be >= 1"))
		}
		y, m, day := gregorian.FromOrdinal(n)
		return makeDate(py.As[*py.Class](cls), newDate(y, m, day))
	})
	d.ClassMethod("fromisoformat(cls, string, /)", func(cls, text any) any {
		return makeDate(py.As[*py.Class](cls), parseDate(textArgument(text)))
	})
	d.ClassMethod("fromisocalendar(cls, year, week, day)", func(cls, year, week, day any) any {
		y, m, dayOfMonth := gregorian.FromISO(number.CInt(year), number.CInt(week), number.CInt(day))
		return makeDate(py.As[*py.Class](cls), newDate(y, m, dayOfMonth))
	})
}

// textArgument is the argument of a method fromisoformat.
func textArgument(v any) string {
	text, ok := py.Payload(v).(string)
	if !ok {
		panic(exc.TypeError("fromisoformat: argument must be str"))
	}
	return text
}

func defineDateMethods(d *py.Definition) {
	d.Method("toordinal(self, /)", func(self any) any { return selfDate(self).ordinal() })
	d.Method("weekday(self, /)", func(self any) any { return selfDate(self).weekday() })
	d.Method("isoweekday(self, /)", func(self any) any { return selfDate(self).weekday() + 1 })
	d.Method("isocalendar(self, /)", func(self any) any { return isoCalendar(selfDate(self)) })
	d.Method("timetuple(self, /)", func(self any) any { return selfDate(self).broken(-1).StructTime(false) })
	replace := func(self, year, month, day any) any {
		t := selfDate(self)
		return makeDate(py.TypeOf(self), newDate(intOr(year, t.year), intOr(month, t.month), intOr(day, t.day)))
	}
	d.Method("replace(self, /, year=, month=, day=)", replace, absent, absent, absent)
	d.Method("__replace__(self, /, year=, month=, day=)", replace, absent, absent, absent)
}

func defineDateText(d *py.Definition) {
	d.Method("isoformat(self, /)", func(self any) any { return selfDate(self).isoformat() })
	d.Method("ctime(self, /)", func(self any) any { return selfDate(self).ctime(0, 0, 0) })
	d.Method("__repr__(self, /)", func(self any) any {
		t := selfDate(self)
		return shown(self) + py.Repr(py.Tuple{t.year, t.month, t.day})
	})
	d.Method("__str__(self, /)", func(self any) any { return py.CallMethod(self, "isoformat") })
	defineFormat(d)
}
