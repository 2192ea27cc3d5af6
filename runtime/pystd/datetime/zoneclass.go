package datetime

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

func defineZone(d *py.Definition) {
	d.Doc("Abstract base class for time zone info objects.")
	d.Alloc(func() any { return &TZInfo{} })
	for _, name := range []string{"utcoffset", "tzname", "dst"} {
		d.Method(name+"(self, dt, /)", func(_, _ any) any {
			panic(exc.NotImplementedError("a tzinfo subclass must implement %s()", name))
		})
	}
	d.Method("fromutc(self, dt, /)", func(self, dt any) any { return fromUTC(self, dt) })
	d.Method("__reduce__(self, /)", func(self any) any {
		args := any(py.Tuple{})
		if get, ok := py.TypeOf(self).Lookup("__getinitargs__"); ok {
			args = py.Call(get, self)
		}
		return py.Tuple{py.TypeOf(self), args, stateOfZone(self)}
	})
}

// stateOfZone is what __getstate__ gives: the attributes, None without any.
func stateOfZone(zone any) any {
	if py.HasAttr(zone, "__getstate__") {
		return py.CallMethod(zone, "__getstate__")
	}
	if !py.HasAttr(zone, "__dict__") {
		return nil
	}
	if attributes := py.GetAttr(zone, "__dict__"); py.Truth(attributes) {
		return attributes
	}
	return nil
}

// fromUTC is tzinfo.fromutc: it turns a UTC time, whose zone is this one, into
// the zone's time.
func fromUTC(zone, when any) any {
	t, ok := py.Payload(when).(*DateTime)
	if !ok {
		panic(exc.TypeError("fromutc: argument must be a datetime"))
	}
	if !py.Is(t.zone, zone) {
		panic(exc.ValueError("fromutc: dt.tzinfo is not self"))
	}
	offset := offsetFrom(zone, "utcoffset", when)
	if offset == nil {
		panic(exc.ValueError("fromutc: non-None utcoffset() result required"))
	}
	summer := offsetFrom(zone, "dst", when)
	if summer == nil {
		panic(exc.ValueError("fromutc: non-None dst() result required"))
	}
	result := shift(when, offset.minus(summer), 1)
	summer = offsetFrom(zone, "dst", result)
	switch {
	case summer == nil:
		panic(exc.ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert"))
	case !summer.isZero():
		return shift(result, summer, 1)
	}
	return result
}

func defineFixedZone(d *py.Definition) {
	d.Doc("Fixed offset from UTC implementation of tzinfo.")
	d.Final()
	d.New("timezone(offset, name=)", func(offset, name any) any {
		delta, ok := asDelta(offset)
		if !ok {
			panic(exc.TypeError("timezone() argument 1 must be datetime.timedelta, not %s", noneOr(offset)))
		}
		if name == absent {
			return newFixedZone(delta, "", false)
		}
		text, ok := py.Payload(name).(string)
		if !ok {
			panic(exc.TypeError("timezone() argument 2 must be str, not %s", noneOr(name)))
		}
		return newFixedZone(delta, text, true)
	}, absent)
	d.Set("utc", UTC)
	const most = 23*3600 + 59*60
	d.Set("min", &FixedZone{offset: newDelta(0, -most, 0)})
	d.Set("max", &FixedZone{offset: newDelta(0, most, 0)})
	of := func(self any) *FixedZone { return py.PayloadAs[*FixedZone](self) }
	asks := func(name string, answer func(z *FixedZone) any) {
		d.Method(name+"(self, dt, /)", func(self, when any) any {
			if _, ok := py.Payload(when).(*DateTime); !ok && when != nil {
				panic(exc.TypeError("%s(dt) argument must be a datetime instance or None, not %s", name, shown(when)))
			}
			return answer(of(self))
		})
	}
	asks("utcoffset", func(z *FixedZone) any { return z.offset })
	asks("tzname", func(z *FixedZone) any { return z.String() })
	asks("dst", func(*FixedZone) any { return nil })
	d.Method("fromutc(self, dt, /)", func(self, when any) any {
		t, ok := py.Payload(when).(*DateTime)
		if !ok {
			panic(exc.TypeError("fromutc: argument must be a datetime"))
		}
		if !py.Is(t.zone, self) {
			panic(exc.ValueError("fromutc: dt.tzinfo is not self"))
		}
		return shift(when, of(self).offset, 1)
	})
	d.Method("__repr__(self, /)", func(self any) any { return of(self).repr() })
	d.Method("__str__(self, /)", func(self any) any { return of(self).String() })
	d.Method("__hash__(self, /)", func(self any) any { return of(self).offset.hash() })
	equals := func(self, other any) (bool, bool) {
		z, ok := py.Payload(other).(*FixedZone)
		return ok && *of(self).offset == *z.offset, ok
	}
	d.Method("__eq__(self, value, /)", func(self, other any) any {
		if same, ok := equals(self, other); ok {
			return same
		}
		return py.NotImplemented
	})
	d.Method("__ne__(self, value, /)", func(self, other any) any {
		if same, ok := equals(self, other); ok {
			return !same
		}
		return py.NotImplemented
	})
	arguments := func(self any) py.Tuple {
		if z := of(self); z.named {
			return py.Tuple{z.offset, z.name}
		}
		return py.Tuple{of(self).offset}
	}
	d.Method("__getinitargs__(self, /)", func(self any) any { return arguments(self) })
}
