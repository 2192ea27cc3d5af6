// Package calendar is the functions of Python's module calendar that count
// days; its classes, which lay calendars out, are absent.
// https://docs.python.org/3.13/library/calendar.html
package calendar

import (
	"strings"
	"sync"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

var (
	dayNames   = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	monthNames = strings.Fields("January February March April May June July August September October November December")
)

// IsLeap is isleap(year).
func IsLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// Weekday is weekday(year, month, day): 0 for Monday.
func Weekday(year, month, day int) int {
	// The calendar repeats after 400 years.
	year = 2000 + ((year%400)+400)%400
	return (int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
}

// daysIn is the number of days of a month.
func daysIn(year, month int) int {
	switch {
	case month == 2 && IsLeap(year):
		return 29
	case month == 2:
		return 28
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	}
	return 31
}

// weeks is monthcalendar(year, month): rows of days, 0 outside the month.
func weeks(year, month int) any {
	rows := py.ListOf[any]()
	for day := 1 - Weekday(year, month, 1); day <= daysIn(year, month); {
		row := py.ListOf[any]()
		for range 7 {
			if day < 1 || day > daysIn(year, month) {
				row.Append(0)
			} else {
				row.Append(day)
			}
			day++
		}
		rows.Append(row)
	}
	return rows
}

// integerEnum makes one of the enums of the module.
func integerEnum(name string, members []string, first int) *py.Class {
	return define.Class("calendar", name, []any{enum.Module().Attr("IntEnum")}, func(b *define.Body) {
		for i, member := range members {
			b.Set(strings.ToUpper(member), first+i)
		}
		b.Method("__repr__(self)", func(self any) any { return "calendar." + py.Str(py.GetAttr(self, "name")) })
	})
}

func names(list []string, length int) any {
	items := py.ListOf[any]()
	for _, name := range list {
		items.Append(name[:min(len(name), length)])
	}
	return items
}

// Module is the module calendar.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("calendar", "")
	days, months := integerEnum("Day", dayNames, 0), integerEnum("Month", monthNames, 1)
	m.Class(days)
	m.Class(months)
	for _, e := range []*py.Class{days, months} {
		for member := range py.Iter(e) {
			m.Set(py.Str(py.GetAttr(member, "name")), member)
		}
	}
	illegal := define.Class("calendar", "IllegalMonthError", []any{py.ValueError, py.IndexError}, func(b *define.Body) {
		b.Method("__str__(self)", func(self any) any {
			return "bad month number " + py.Repr(py.GetItem(py.GetAttr(self, "args"), 0)) + "; must be 1-12"
		})
	})
	m.Class(illegal)
	checked := func(month any) int {
		n := number.Int(month)
		if n < 1 || n > 12 {
			py.Raise(py.Call(illegal, month))
		}
		return n
	}
	year := append([]string{""}, monthNames...)
	m.Set("day_name", names(dayNames, 9)).Set("day_abbr", names(dayNames, 3))
	m.Set("month_name", names(year, 9)).Set("month_abbr", names(year, 3))
	m.Func("isleap(year)", func(y any) any { return IsLeap(number.Int(y)) })
	m.Func("leapdays(y1, y2)", func(a, b any) any {
		before := func(y int) int {
			y--
			return py.FloorDivInt(y, 4) - py.FloorDivInt(y, 100) + py.FloorDivInt(y, 400)
		}
		return before(number.Int(b)) - before(number.Int(a))
	})
	m.Func("weekday(year, month, day)", func(y, month, day any) any {
		n, d := number.Int(month), number.Int(day)
		if n < 1 || n > 12 {
			panic(exc.ValueError("month must be in 1..12"))
		}
		if d < 1 || d > daysIn(number.Int(y), n) {
			panic(exc.ValueError("day is out of range for month"))
		}
		return py.Call(days, Weekday(number.Int(y), n, d))
	})
	m.Func("monthrange(year, month)", func(y, month any) any {
		n := checked(month)
		return py.Tuple{py.Call(days, Weekday(number.Int(y), n, 1)), daysIn(number.Int(y), n)}
	})
	m.Func("monthcalendar(year, month)", func(y, month any) any { return weeks(number.Int(y), checked(month)) })
	return m
})
