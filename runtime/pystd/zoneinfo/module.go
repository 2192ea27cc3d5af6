// Package zoneinfo is Python's module zoneinfo: the time zones of the system's
// database.
// https://docs.python.org/3.13/library/zoneinfo.html
package zoneinfo

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A ZoneInfo is a zoneinfo.ZoneInfo.
type ZoneInfo struct {
	*zone
	key  any    // None for a zone read from a file
	file string // the repr of that
}

// PyClass is the class ZoneInfo.
func (*ZoneInfo) PyClass() *py.Class { return zoneInfoClass }

var zoneInfoClass *py.Class

func init() {
	zoneInfoClass = py.NewNativeClass("zoneinfo", "ZoneInfo", []*py.Class{datetime.ZoneClass}, defineZoneInfo).
		NameInErrors("zoneinfo.ZoneInfo")
}

// cache are the zones by key: a key always gives the same object.
var cache sync.Map

func newZoneInfo(key any) *ZoneInfo {
	text, ok := py.Payload(key).(string)
	if !ok {
		panic(exc.TypeError("expected str, bytes or os.PathLike object, not %s", py.TypeOf(key).Name()))
	}
	return &ZoneInfo{zone: load(text), key: key}
}

func cached(key any) any {
	text, _ := py.Payload(key).(string)
	if z, ok := cache.Load(text); ok {
		return z
	}
	z, _ := cache.LoadOrStore(text, newZoneInfo(key))
	return z
}

// at is the period of a datetime; nil for None in a zone with several.
func (z *ZoneInfo) at(when any) *period {
	if when == nil {
		if z.fixed {
			return z.after
		}
		return nil
	}
	wall, ok := datetime.WallOf(when)
	if !ok {
		py.GetAttr(when, "toordinal")
		panic(exc.TypeError("a datetime is required"))
	}
	return z.atWall(wall.Seconds, wall.Year, wall.Fold)
}

// fromUTC is fromutc(when).
func (z *ZoneInfo) fromUTC(self, when any) any {
	wall, ok := datetime.WallOf(when)
	if !ok {
		panic(exc.TypeError("fromutc: argument must be a datetime instance, not %s", py.TypeOf(when).ErrorName()))
	}
	if !py.Is(datetime.ZoneOf(when), self) {
		panic(exc.ValueError("fromutc: dt.tzinfo is not self"))
	}
	p, fold := z.atUTC(wall.Seconds, wall.Year)
	return datetime.Later(when, p.offset, fold)
}

func defineZoneInfo(d *py.Definition) {
	of := func(self any) *ZoneInfo { return py.PayloadAs[*ZoneInfo](self) }
	d.New("ZoneInfo(key)", cached)
	d.Getter("key", func(self any) any { return of(self).key })
	asks := func(name string, answer func(p *period) any) {
		d.Method(name+"(self, dt, /)", func(self, when any) any {
			p := of(self).at(when)
			if p == nil {
				return nil
			}
			return answer(p)
		})
	}
	asks("utcoffset", func(p *period) any { return datetime.NewTimeDelta(p.offset) })
	asks("dst", func(p *period) any { return datetime.NewTimeDelta(p.summer) })
	asks("tzname", func(p *period) any { return p.name })
	d.Method("fromutc(self, dt, /)", func(self, when any) any { return of(self).fromUTC(self, when) })
	repr := func(self any) string {
		if z := of(self); z.key == nil {
			return py.TypeOf(self).ErrorName() + ".from_file(" + z.file + ")"
		}
		return py.TypeOf(self).ErrorName() + "(key=" + py.Repr(of(self).key) + ")"
	}
	d.Method("__repr__(self, /)", func(self any) any { return repr(self) })
	d.Method("__str__(self, /)", func(self any) any {
		if z := of(self); z.key != nil {
			return py.Str(z.key)
		}
		return repr(self)
	})
	d.Method("__reduce__(self, /)", func(self any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{of(self).key}}
	})
	d.ClassMethod("no_cache(cls, key)", func(_, key any) any { return newZoneInfo(key) })
	d.ClassMethod("from_file(cls, file_obj, /, key=None)", func(_, file, key any) any {
		data := py.As[py.Bytes](py.CallMethod(file, "read"))
		return &ZoneInfo{zone: parse([]byte(data)), key: key, file: py.Repr(file)}
	})
	d.ClassMethod("clear_cache(cls, *, only_keys=None)", func(_, keys any) any {
		if keys == nil {
			cache.Clear()
			return nil
		}
		for key := range py.Iter(keys) {
			cache.Delete(key)
		}
		return nil
	})
}

// Module is the module zoneinfo.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("zoneinfo", "")
	m.Class(zoneInfoClass)
	m.Class(notFoundError)
	m.Set("InvalidTZPathWarning", define.Class("zoneinfo", "InvalidTZPathWarning", []any{py.Builtin("RuntimeWarning")}, nil))
	m.Set("TZPATH", pathTuple())
	m.Func("available_timezones()", available)
	m.Func("reset_tzpath(to=None)", func(to any) any {
		resetPath(to)
		m.Set("TZPATH", pathTuple())
		return nil
	})
	return m
})
