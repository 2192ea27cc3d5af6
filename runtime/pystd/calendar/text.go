package calendar

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

func center(text string, width int) string {
	return py.As[string](py.CallMethod(text, "center", width))
}

// call calls a method that gives text.
func call(self any, method string, args ...any) string {
	return py.Str(py.CallMethod(self, method, args...))
}

// show is print(text, end="").
func show(text string) any {
	py.PrintWith([]any{text}, py.PrintOptions{End: ""})
	return nil
}

// columns are texts centred in columns.
func columns(texts []string, width, spacing int) string {
	centered := make([]string, len(texts))
	for i, text := range texts {
		centered[i] = center(text, width)
	}
	return strings.Join(centered, strings.Repeat(" ", spacing))
}

// monthName is month_name[month]. It raises IndexError.
func monthName(month any) string {
	return py.As[string](py.GetItem(names(monthNames, 9, true), month))
}

func trimRight(text string) string { return strings.TrimRight(text, " \t\n\r\v\f") }

// defineText is the body of the class TextCalendar.
func defineText(b *define.Body) {
	b.Method("formatday(self, day, weekday, width)", func(_, day, _, width any) any {
		text := ""
		if py.Truth(py.Ne(day, 0)) {
			text = fmt.Sprintf("%2d", number.Int(day))
		}
		return center(text, number.Int(width))
	})
	b.Method("formatweek(self, theweek, width)", func(self, week, width any) any {
		var days []string
		for pair := range py.Iter(week) {
			d := py.Unpack(pair, 2)
			days = append(days, call(self, "formatday", d[0], d[1], width))
		}
		return strings.Join(days, " ")
	})
	b.Method("prweek(self, theweek, width)", func(self, week, width any) any {
		return show(call(self, "formatweek", week, width))
	})
	b.Method("formatweekday(self, day, width)", func(_, day, width any) any {
		w := number.Int(width)
		name := dayNames[py.ModInt(number.Int(day), 7)]
		if w < 9 {
			name = name[:3]
		}
		return center(name[:min(max(w, 0), len(name))], w)
	})
	b.Method("formatweekheader(self, width)", func(self, width any) any {
		var days []string
		for day := range py.Iter(py.CallMethod(self, "iterweekdays")) {
			days = append(days, call(self, "formatweekday", day, width))
		}
		return strings.Join(days, " ")
	})
	b.Method("formatmonthname(self, theyear, themonth, width, withyear=True)", func(_, year, month, width, withYear any) any {
		name := monthName(month)
		if py.Truth(withYear) {
			name += " " + py.Repr(year)
		}
		return center(name, number.Int(width))
	})
	b.Method("formatmonth(self, theyear, themonth, w=0, l=0)", func(self, year, month, width, lines any) any {
		w, newlines := max(2, number.Int(width)), strings.Repeat("\n", max(1, number.Int(lines)))
		text := trimRight(call(self, "formatmonthname", year, month, 7*(w+1)-1)) + newlines
		text += trimRight(call(self, "formatweekheader", w)) + newlines
		for week := range py.Iter(py.CallMethod(self, "monthdays2calendar", year, month)) {
			text += trimRight(call(self, "formatweek", week, w)) + newlines
		}
		return text
	})
	b.Method("prmonth(self, theyear, themonth, w=0, l=0)", func(self, year, month, w, l any) any {
		return show(call(self, "formatmonth", year, month, w, l))
	})
	b.Method("formatyear(self, theyear, w=2, l=1, c=6, m=3)", formatYear)
	b.Method("pryear(self, theyear, w=0, l=0, c=6, m=3)", func(self, year, w, l, c, m any) any {
		return show(call(self, "formatyear", year, w, l, c, m))
	})
}

// formatYear is the calendar of a year, so many months in a row.
func formatYear(self, year, width, lines, spacing, months any) any {
	w, c, m := max(2, number.Int(width)), max(2, number.Int(spacing)), number.Int(months)
	newlines := strings.Repeat("\n", max(1, number.Int(lines)))
	column := (w+1)*7 - 1
	var b strings.Builder
	line := func(text string) { b.WriteString(trimRight(text) + newlines) }
	line(center(py.Repr(year), column*m+c*(m-1)))
	header := call(self, "formatweekheader", w)
	first := 1
	for row := range py.Iter(py.CallMethod(self, "yeardays2calendar", year, m)) {
		b.WriteString(newlines)
		var names, headers []string
		for month := first; month < min(first+m, 13); month++ {
			names = append(names, call(self, "formatmonthname", year, month, column, false))
			headers = append(headers, header)
		}
		first += m
		line(columns(names, column, c))
		line(columns(headers, column, c))
		var calendars []*py.List[any]
		height := 0
		for one := range py.Iter(row) {
			weeks := py.ListFrom(py.Iter(one))
			calendars = append(calendars, weeks)
			height = max(height, weeks.Len())
		}
		for i := range height {
			var weeks []string
			for _, one := range calendars {
				if i < one.Len() {
					weeks = append(weeks, call(self, "formatweek", one.Get(i), w))
				} else {
					weeks = append(weeks, "")
				}
			}
			line(columns(weeks, column, c))
		}
	}
	return b.String()
}
