package calendar

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// firstWeekday is the weekday that a calendar's weeks begin with.
func firstWeekday(self any) int { return py.As[int](py.Index(py.GetAttr(self, "firstweekday"))) }

// A monthDay is a day that a month's weeks show; Month is another for days
// before and after the month.
type monthDay struct{ year, month, day, weekday int }

// monthDays are the days of the weeks that have days of a month. It raises
// IllegalMonthError.
func monthDays(self, theYear, theMonth any) []monthDay {
	year, month := number.Int(theYear), checkedMonth(theMonth)
	first := firstWeekday(self)
	start := Weekday(year, month, 1)
	count := daysIn(year, month)
	var days []monthDay
	add := func(y, m, d int) {
		days = append(days, monthDay{y, m, d, (first + len(days)) % 7})
	}
	lastYear, lastMonth := year, month-1
	if month == 1 {
		lastYear, lastMonth = year-1, 12
	}
	length := daysIn(lastYear, lastMonth)
	for d := length - py.ModInt(start-first, 7) + 1; d <= length; d++ {
		add(lastYear, lastMonth, d)
	}
	for d := 1; d <= count; d++ {
		add(year, month, d)
	}
	nextYear, nextMonth := year, month+1
	if month == 12 {
		nextYear, nextMonth = year+1, 1
	}
	for d := 1; d <= py.ModInt(first-start-count, 7); d++ {
		add(nextYear, nextMonth, d)
	}
	return days
}

// dayForms are what the iterators of a calendar give for a day.
var dayForms = map[string]func(d monthDay, month int) any{
	"itermonthdates": func(d monthDay, _ int) any { return datetime.NewDate(d.year, d.month, d.day) },
	"itermonthdays":  func(d monthDay, month int) any { return within(d, month) },
	"itermonthdays2": func(d monthDay, month int) any { return py.Tuple{within(d, month), d.weekday} },
	"itermonthdays3": func(d monthDay, _ int) any { return py.Tuple{d.year, d.month, d.day} },
	"itermonthdays4": func(d monthDay, _ int) any { return py.Tuple{d.year, d.month, d.day, d.weekday} },
}

// within is the day, 0 outside the month.
func within(d monthDay, month int) int {
	if d.month != month {
		return 0
	}
	return d.day
}

// rows are the items of an iterator in rows of a length.
func rows(items any, length int) *py.List[any] {
	all := py.ListOf[any]()
	var row *py.List[any]
	for item := range py.Iter(items) {
		if row == nil || row.Len() == length {
			row = py.ListOf[any]()
			all.Append(row)
		}
		row.Append(item)
	}
	return all
}

// defineCalendar is the body of the class Calendar.
func defineCalendar(b *define.Body) {
	b.Method("__init__(self, firstweekday=0)", func(self, first any) any {
		py.SetAttr(self, "firstweekday", first)
		return nil
	})
	get := func(self any) any { return py.Mod(py.GetAttr(self, "_firstweekday"), 7) }
	set := func(self, first any) any {
		py.SetAttr(self, "_firstweekday", first)
		return nil
	}
	b.Method("getfirstweekday(self)", get)
	b.Method("setfirstweekday(self, firstweekday)", set)
	b.Variable("firstweekday", get, set)
	b.GenMethod("iterweekdays(self)", func(y *py.Yielder, self any) any {
		for i := range 7 {
			y.Yield((firstWeekday(self) + i) % 7)
		}
		return nil
	})
	for name, form := range dayForms {
		b.GenMethod(name+"(self, year, month)", func(y *py.Yielder, self, year, month any) any {
			for _, d := range monthDays(self, year, month) {
				y.Yield(form(d, number.Int(month)))
			}
			return nil
		})
	}
	for kind, iterator := range map[string]string{
		"dates": "itermonthdates", "days2": "itermonthdays2", "days": "itermonthdays",
	} {
		month := "month" + kind + "calendar"
		b.Method(month+"(self, year, month)", func(self, year, month any) any {
			return rows(py.CallMethod(self, iterator, year, month), 7)
		})
		b.Method("year"+kind+"calendar(self, year, width=3)", func(self, year, width any) any {
			months := py.ListOf[any]()
			for m := 1; m <= 12; m++ {
				months.Append(py.CallMethod(self, month, year, m))
			}
			return rows(months, max(1, number.Int(width)))
		})
	}
}
