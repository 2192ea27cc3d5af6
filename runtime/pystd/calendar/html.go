package calendar

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// styled is the CSS class that an attribute of the calendar names.
func styled(self any, attribute string) string { return py.Str(py.GetAttr(self, attribute)) }

// defineHTML is the body of the class HTMLCalendar.
func defineHTML(b *define.Body) {
	styles := py.ListOf[any]()
	for _, name := range dayNames {
		styles.Append(strings.ToLower(name[:3]))
	}
	b.Set("cssclasses", styles)
	b.Set("cssclasses_weekday_head", styles)
	b.Set("cssclass_noday", "noday")
	for _, name := range []string{"month", "year"} {
		b.Set("cssclass_"+name, name)
		b.Set("cssclass_"+name+"_head", name)
	}
	b.Method("formatday(self, day, weekday)", func(self, day, weekday any) any {
		if py.Equal(day, 0) {
			return fmt.Sprintf(`<td class="%s">&nbsp;</td>`, styled(self, "cssclass_noday"))
		}
		style := py.GetItem(py.GetAttr(self, "cssclasses"), weekday)
		return fmt.Sprintf(`<td class="%s">%d</td>`, py.Str(style), number.Int(day))
	})
	b.Method("formatweek(self, theweek)", func(self, week any) any {
		text := "<tr>"
		for pair := range py.Iter(week) {
			d := py.Unpack(pair, 2)
			text += call(self, "formatday", d[0], d[1])
		}
		return text + "</tr>"
	})
	b.Method("formatweekday(self, day)", func(self, day any) any {
		style := py.GetItem(py.GetAttr(self, "cssclasses_weekday_head"), day)
		return fmt.Sprintf(`<th class="%s">%s</th>`, py.Str(style), dayNames[py.ModInt(number.Int(day), 7)][:3])
	})
	b.Method("formatweekheader(self)", func(self any) any {
		text := "<tr>"
		for day := range py.Iter(py.CallMethod(self, "iterweekdays")) {
			text += call(self, "formatweekday", day)
		}
		return text + "</tr>"
	})
	b.Method("formatmonthname(self, theyear, themonth, withyear=True)", func(self, year, month, withYear any) any {
		name := monthName(month)
		if py.Truth(withYear) {
			name += " " + py.Str(year)
		}
		return fmt.Sprintf(`<tr><th colspan="7" class="%s">%s</th></tr>`, styled(self, "cssclass_month_head"), name)
	})
	b.Method("formatmonth(self, theyear, themonth, withyear=True)", func(self, year, month, withYear any) any {
		text := fmt.Sprintf("<table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"%s\">\n", styled(self, "cssclass_month"))
		name := py.CallMethodKw(self, "formatmonthname", []any{year, month}, py.Kwargs{{Name: "withyear", Value: withYear}})
		text += py.Str(name) + "\n" + call(self, "formatweekheader") + "\n"
		for week := range py.Iter(py.CallMethod(self, "monthdays2calendar", year, month)) {
			text += call(self, "formatweek", week) + "\n"
		}
		return text + "</table>\n"
	})
	b.Method("formatyear(self, theyear, width=3)", func(self, year, width any) any {
		w := max(1, number.Int(width))
		text := fmt.Sprintf("<table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"%s\">\n", styled(self, "cssclass_year"))
		text += fmt.Sprintf(`<tr><th colspan="%d" class="%s">%s</th></tr>`, w, styled(self, "cssclass_year_head"), py.Str(year))
		for first := 1; first <= 12; first += w {
			text += "<tr>"
			for month := first; month < min(first+w, 13); month++ {
				one := py.CallMethodKw(self, "formatmonth", []any{year, month}, py.Kwargs{{Name: "withyear", Value: false}})
				text += "<td>" + py.Str(one) + "</td>"
			}
			text += "</tr>"
		}
		return text + "</table>"
	})
	b.Method("formatyearpage(self, theyear, width=3, css='calendar.css', encoding=None)", func(self, year, width, css, encoding any) any {
		if encoding == nil {
			encoding = "utf-8"
		}
		text := fmt.Sprintf("<?xml version=\"1.0\" encoding=\"%s\"?>\n", py.Str(encoding)) +
			"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n" +
			"<html>\n<head>\n" +
			fmt.Sprintf("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=%s\" />\n", py.Str(encoding))
		if css != nil {
			text += fmt.Sprintf("<link rel=\"stylesheet\" type=\"text/css\" href=\"%s\" />\n", py.Str(css))
		}
		text += fmt.Sprintf("<title>Calendar for %d</title>\n</head>\n<body>\n%s</body>\n</html>\n",
			number.Int(year), call(self, "formatyear", year, width))
		return py.CallMethod(text, "encode", encoding, "xmlcharrefreplace")
	})
}
