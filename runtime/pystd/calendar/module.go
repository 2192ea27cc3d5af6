// Package calendar is Python's module calendar, in the C locale.
// https://docs.python.org/3.13/library/calendar.html
package calendar

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

var (
	dayNames   = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	monthNames = strings.Fields("January February March April May June July August September October November December")
)

// Weekday is weekday(year, month, day): 0 for Monday.
func Weekday(year, month, day int) int { return gregorian.Weekday(year, month, day) }

// daysIn is the number of days of a month.
func daysIn(year, month int) int { return gregorian.DaysIn(year, month) }

// integerEnum makes one of the enums of the module.
func integerEnum(name string, members []string, first int) *py.Class {
	return define.Class("calendar", name, []any{enum.Module().Attr("IntEnum")}, func(b *define.Body) {
		for i, member := range members {
			b.Set(strings.ToUpper(member), first+i)
		}
		b.Method("__repr__(self)", func(self any) any { return "calendar." + py.Str(py.GetAttr(self, "name")) })
	})
}

// names are the first letters of words, "" first if blank.
func names(list []string, length int, blank bool) any {
	items := py.ListOf[any]()
	if blank {
		items.Append("")
	}
	for _, name := range list {
		items.Append(name[:min(len(name), length)])
	}
	return items
}

var (
	illegalMonthError   = illegal("IllegalMonthError", "month", "bad month number %r; must be 1-12")
	illegalWeekdayError = illegal("IllegalWeekdayError", "weekday", "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)")
)

// illegal makes an exception for a number that is out of range.
func illegal(name, attribute, message string) *py.Class {
	return define.Class("calendar", name, []any{py.ValueError}, func(b *define.Body) {
		b.Method("__init__(self, "+attribute+")", func(self, value any) any {
			py.SetAttr(self, attribute, value)
			return nil
		})
		b.Method("__str__(self)", func(self any) any {
			return py.Mod(message, py.Tuple{py.GetAttr(self, attribute)})
		})
	})
}

// checkedMonth is the number of a month. It raises IllegalMonthError.
func checkedMonth(month any) int {
	n := number.Int(month)
	if n < 1 || n > 12 {
		py.Raise(py.Call(illegalMonthError, month))
	}
	return n
}

// Module is the module calendar.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("calendar", "Calendar printing functions")
	days, months := integerEnum("Day", dayNames, 0), integerEnum("Month", monthNames, 1)
	for _, e := range []*py.Class{days, months} {
		m.Class(e)
		for member := range py.Iter(e) {
			m.Set(py.Str(py.GetAttr(member, "name")), member)
		}
	}
	m.Class(illegalMonthError)
	m.Class(illegalWeekdayError)
	m.Set("day_name", names(dayNames, 9, false)).Set("day_abbr", names(dayNames, 3, false))
	m.Set("month_name", names(monthNames, 9, true)).Set("month_abbr", names(monthNames, 3, true))
	m.Set("error", py.ValueError)
	defineDays(m, days)
	plain := define.Class("calendar", "Calendar", nil, defineCalendar)
	text := define.Class("calendar", "TextCalendar", []any{plain}, defineText)
	m.Class(plain)
	m.Class(text)
	m.Class(define.Class("calendar", "HTMLCalendar", []any{plain}, defineHTML))
	defineFunctions(m, py.Call(text))
	return m
})

// defineDays adds the functions that count days.
func defineDays(m *py.Module, days *py.Class) {
	m.Func("isleap(year)", func(y any) any { return gregorian.IsLeap(number.Int(y)) })
	m.Func("leapdays(y1, y2)", func(a, b any) any {
		before := func(y int) int {
			y--
			return py.FloorDivInt(y, 4) - py.FloorDivInt(y, 100) + py.FloorDivInt(y, 400)
		}
		return before(number.Int(b)) - before(number.Int(a))
	})
	m.Func("weekday(year, month, day)", func(y, month, day any) any {
		year, n, d := number.Int(y), number.Int(month), number.Int(day)
		if year < gregorian.MinYear || year > gregorian.MaxYear {
			year = 2000 + py.ModInt(year, 400)
		}
		gregorian.Check(year, n, d)
		return py.Call(days, Weekday(year, n, d))
	})
	m.Func("monthrange(year, month)", func(y, month any) any {
		n := checkedMonth(month)
		return py.Tuple{py.Call(days, Weekday(number.Int(y), n, 1)), daysIn(number.Int(y), n)}
	})
	m.Func("timegm(tuple)", func(tuple any) any {
		var n [6]int
		for i := range n {
			n[i] = py.As[int](py.Index(py.GetItem(tuple, i)))
		}
		gregorian.Check(n[0], n[1], 1)
		day := gregorian.Ordinal(n[0], n[1], 1) - gregorian.Ordinal(1970, 1, 1) + n[2] - 1
		return ((day*24+n[3])*60+n[4])*60 + n[5]
	})
}

// defineFunctions adds the functions that lay calendars out, which share one
// calendar.
func defineFunctions(m *py.Module, c any) {
	for function, method := range map[string]string{
		"monthcalendar": "monthdayscalendar", "prweek": "prweek", "week": "formatweek", "weekheader": "formatweekheader",
		"prmonth": "prmonth", "month": "formatmonth", "calendar": "formatyear", "prcal": "pryear", "firstweekday": "getfirstweekday",
	} {
		m.Set(function, py.GetAttr(c, method))
	}
	format := func(cols, width, spacing any) string {
		var texts []string
		for text := range py.Iter(cols) {
			texts = append(texts, py.As[string](text))
		}
		return columns(texts, number.Int(width), number.Int(spacing))
	}
	m.Func("formatstring(cols, colwidth=20, spacing=6)", func(cols, width, spacing any) any { return format(cols, width, spacing) })
	m.Func("format(cols, colwidth=20, spacing=6)", func(cols, width, spacing any) any { return show(format(cols, width, spacing) + "\n") })
	m.Func("setfirstweekday(firstweekday)", func(first any) any {
		if n := number.Int(first); n < 0 || n > 6 {
			py.Raise(py.Call(illegalWeekdayError, first))
		}
		py.SetAttr(c, "firstweekday", first)
		return nil
	})
}
