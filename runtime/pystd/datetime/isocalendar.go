package datetime

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

// isoCalendarClass is the class of what isocalendar() returns: a tuple with
// names.
var isoCalendarClass = define.Class("datetime", "IsoCalendarDate", []any{py.TupleClass}, func(b *define.Body) {
	for i, name := range []string{"year", "week", "weekday"} {
		b.Property(name, func(self any) any { return py.PayloadAs[py.Tuple](self)[i] })
	}
	b.Method("__repr__(self, /)", func(self any) any {
		t := py.PayloadAs[py.Tuple](self)
		return py.Mod("datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)", t)
	})
	b.Method("__reduce__(self, /)", func(self any) any {
		return py.Tuple{py.TupleClass, py.Tuple{py.PayloadAs[py.Tuple](self)}}
	})
})

func isoCalendar(d *Date) any {
	year, week, weekday := gregorian.ISO(d.year, d.month, d.day)
	o := py.NewObject(isoCalendarClass)
	o.Native = py.Tuple{year, week, weekday}
	return o
}
