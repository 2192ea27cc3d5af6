package email

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/calendar"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

var (
	dayNames   = strings.Fields("mon tue wed thu fri sat sun")
	monthNames = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec january february march april may june july august september october november december")
	zones      = map[string]int{"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400,
		"CST": -600, "CDT": -500, "MST": -700, "MDT": -600, "PST": -800, "PDT": -700}
)

// parseInt is int(s), false if that raises ValueError.
func parseInt(s string) (int, bool) {
	var n any
	err := py.Try(func() error {
		n = py.Int(s)
		return nil
	})
	i, ok := n.(int)
	return i, err == nil && ok
}

// dateFields splits a date into day, month, year, time and zone.
func dateFields(text string) []string {
	data := py.StrFields(text)
	fields := slices.Collect(data.All())
	if len(fields) == 0 {
		return nil
	}
	if strings.HasSuffix(fields[0], ",") || slices.Contains(dayNames, strings.ToLower(fields[0])) {
		fields = fields[1:]
	} else if i := strings.LastIndexByte(fields[0], ','); i >= 0 {
		fields[0] = fields[0][i+1:]
	}
	if len(fields) == 3 {
		if parts := strings.Split(fields[0], "-"); len(parts) == 3 {
			fields = append(parts, fields[1:]...)
		}
	}
	if len(fields) == 4 {
		s := fields[3]
		i := strings.IndexByte(s, '+')
		if i < 0 {
			i = strings.IndexByte(s, '-')
		}
		if i > 0 {
			fields = append(fields[:3:3], s[:i], s[i:])
		} else {
			fields = append(fields, "")
		}
	}
	if len(fields) < 5 {
		return nil
	}
	return fields[:5]
}

// parseDate10 is parsedate_tz: the fields of a date and its offset from UTC,
// nil for text that is none; the offset is nil if it is not known.
func parseDate10(text string) (date []int, offset any) {
	fields := dateFields(text)
	if fields == nil || fields[0] == "" || fields[1] == "" || fields[2] == "" {
		return nil, nil
	}
	day, month, year, clock, zone := fields[0], strings.ToLower(fields[1]), fields[2], fields[3], fields[4]
	if !slices.Contains(monthNames, month) {
		if day, month = month, strings.ToLower(day); !slices.Contains(monthNames, month) {
			return nil, nil
		}
	}
	m := slices.Index(monthNames, month) + 1
	if m > 12 {
		m -= 12
	}
	day = strings.TrimSuffix(day, ",")
	if strings.IndexByte(year, ':') > 0 {
		year, clock = clock, year
	}
	if year = strings.TrimSuffix(year, ","); year == "" {
		return nil, nil
	}
	if !py.StrIsDigit(py.StrSlice(year, 0, 1, nil)) {
		year, zone = zone, year
	}
	h, mi, s, ok := parseClock(strings.TrimSuffix(clock, ","))
	y, okYear := parseInt(year)
	d, okDay := parseInt(day)
	if !ok || !okYear || !okDay {
		return nil, nil
	}
	if y < 100 {
		if y > 68 {
			y += 1900
		} else {
			y += 2000
		}
	}
	return []int{y, m, d, h, mi, s}, parseZone(strings.ToUpper(zone))
}

func parseClock(text string) (h, m, s int, ok bool) {
	parts := strings.Split(text, ":")
	if len(parts) == 1 && strings.Contains(text, ".") {
		parts = strings.Split(text, ".")
	}
	if len(parts) == 2 {
		parts = append(parts, "0")
	}
	if len(parts) != 3 {
		return 0, 0, 0, false
	}
	h, okH := parseInt(parts[0])
	m, okM := parseInt(parts[1])
	s, okS := parseInt(parts[2])
	return h, m, s, okH && okM && okS
}

func parseZone(zone string) any {
	n, ok := zones[zone]
	if !ok {
		if n, ok = parseInt(zone); !ok || n == 0 && strings.HasPrefix(zone, "-") {
			return nil
		}
	}
	sign := 1
	if n < 0 {
		sign, n = -1, -n
	}
	return sign * (n/100*3600 + n%100*60)
}

// parseDateTime is parsedate_to_datetime.
func parseDateTime(text string) any {
	date, offset := parseDate10(text)
	if date == nil {
		panic(exc.ValueError("Invalid date value or format \"%s\"", text))
	}
	args := make([]any, len(date))
	for i, n := range date {
		args[i] = n
	}
	m := datetime.Module()
	if offset == nil {
		return py.Call(m.Attr("datetime"), args...)
	}
	zone := py.Call(m.Attr("timezone"), py.CallKw(m.Attr("timedelta"), nil, py.Kwargs{{Name: "seconds", Value: offset}}))
	return py.CallKw(m.Attr("datetime"), args, py.Kwargs{{Name: "tzinfo", Value: zone}})
}

// formatDateTime is format_datetime.
func formatDateTime(dt any, gmt bool) string {
	tz := py.GetAttr(dt, "tzinfo")
	zone := "-0000"
	switch {
	case gmt:
		if tz == nil || !py.Equal(tz, py.GetAttr(datetime.Module().Attr("timezone"), "utc")) {
			panic(exc.ValueError("usegmt option requires a UTC datetime"))
		}
		zone = "GMT"
	case tz != nil:
		zone = py.As[string](py.CallMethod(dt, "strftime", "%z"))
	}
	number := func(name string) int { return py.GetAttr(dt, name).(int) }
	weekday := dayNames[py.CallMethod(dt, "weekday").(int)]
	month := monthNames[number("month")-1]
	return fmt.Sprintf("%s, %02d %s %04d %02d:%02d:%02d %s", strings.ToUpper(weekday[:1])+weekday[1:], number("day"),
		strings.ToUpper(month[:1])+month[1:], number("year"), number("hour"), number("minute"), number("second"), zone)
}

// formatDate is formatdate.
func formatDate(when any, local, gmt bool) string {
	if when == nil {
		when = py.Call(time.Module().Attr("time"))
	}
	m := datetime.Module()
	dt := py.CallMethod(m.Attr("datetime"), "fromtimestamp", when, py.GetAttr(m.Attr("timezone"), "utc"))
	switch {
	case local:
		return formatDateTime(py.CallMethod(dt, "astimezone"), false)
	case !gmt:
		dt = py.CallMethodKw(dt, "replace", nil, py.Kwargs{{Name: "tzinfo"}})
	}
	return formatDateTime(dt, gmt)
}

// makeTime is mktime_tz.
func makeTime(data any) any {
	fields := py.Unpack(data, 10)
	if fields[9] == nil {
		return py.Call(time.Module().Attr("mktime"), append(append(py.Tuple{}, fields[:8]...), -1))
	}
	return py.Sub(py.Call(calendar.Module().Attr("timegm"), py.Tuple(fields)), fields[9])
}
