package zoneinfo

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

// A rule is that of a TZ string of POSIX: two periods that change on days that
// are the same each year.
type rule struct {
	standard, summer period
	start, end       day
}

// A day is a day of the year with a time, in seconds.
type day struct {
	form             byte // M: day of a week of a month; J: without February 29; 0: from zero
	month, week, day int
	seconds          int
}

// inYear are the seconds since the epoch, on the clocks before the change.
func (d day) inYear(year int) int {
	first := gregorian.Ordinal(year, 1, 1) - gregorian.Ordinal(1970, 1, 1)
	n := d.day
	switch d.form {
	case 'M':
		start := gregorian.Weekday(year, d.month, 1)
		n = py.ModInt(d.day-(start+1), 7) + 1 + (d.week-1)*7
		if n > gregorian.DaysIn(year, d.month) {
			n -= 7
		}
		n += gregorian.DaysBeforeMonth(year, d.month) - 1
	default:
		// Both count as CPython does: from one, and a day later after the
		// 59th of a leap year for J.
		n--
		if d.form == 'J' && d.day >= 59 && gregorian.IsLeap(year) {
			n++
		}
	}
	return (first+n)*86400 + d.seconds
}

// between tells whether a time lies in summer time.
func between(t, start, end int) bool {
	if start < end {
		return start <= t && t < end
	}
	return !(end <= t && t < start)
}

func (r *rule) period(summer bool) *period {
	if summer {
		return &r.summer
	}
	return &r.standard
}

func (r *rule) atWall(seconds, year, fold int) *period {
	start, end := r.start.inYear(year), r.end.inYear(year)
	ahead := r.summer.summer
	if (fold == 1) == (ahead >= 0) {
		end -= ahead
	} else {
		start += ahead
	}
	return r.period(between(seconds, start, end))
}

func (r *rule) atUTC(seconds, year int) (*period, int) {
	start := r.start.inYear(year) - r.standard.offset
	end := r.end.inYear(year) - r.summer.offset
	ahead := r.summer.summer
	from, to := start, start-ahead
	if ahead > 0 {
		from, to = end, end+ahead
	}
	fold := 0
	if from <= seconds && seconds < to {
		fold = 1
	}
	return r.period(between(seconds, start, end)), fold
}

var (
	zonePattern = regexp.MustCompile(`\A([^<0-9:.+-]+|<[a-zA-Z0-9+-]+>)(?:([+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)(?:([^0-9:.+-]+|<[a-zA-Z0-9+-]+>)([+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)?)?)?\z`)
	timePattern = regexp.MustCompile(`\A([+-])?(\d{1,3})(?::(\d{2})(?::(\d{2}))?)?\z`)
	datePattern = regexp.MustCompile(`\AM(\d{1,2})\.(\d).(\d)\z`)
)

// parseRule reads a TZ string: a period for all time, or a rule. It raises
// ValueError.
func parseRule(text string) (*period, *rule) {
	zone, days, hasDays := strings.Cut(text, ",")
	m := zonePattern.FindStringSubmatch(zone)
	if m == nil {
		panic(exc.ValueError("%s is not a valid TZ string", text))
	}
	standard := period{name: strings.Trim(m[1], "<>")}
	if m[2] != "" {
		standard.offset = -readTime(m[2], 24, "Invalid STD offset in "+text)
	}
	if m[3] == "" {
		if hasDays {
			panic(exc.ValueError("Transition rule present without DST: %s", text))
		}
		return &standard, nil
	}
	summer := period{name: strings.Trim(m[3], "<>"), offset: standard.offset + 3600}
	if m[4] != "" {
		summer.offset = -readTime(m[4], 24, "Invalid DST offset in "+text)
	}
	summer.summer = summer.offset - standard.offset
	start, end, both := strings.Cut(days, ",")
	if !hasDays {
		panic(exc.ValueError("Missing transition rules: %s", text))
	}
	if !both {
		panic(exc.ValueError("Invalid TZ string: %s", text))
	}
	return nil, &rule{standard, summer, readDay(start, text), readDay(end, text)}
}

// readTime reads [+-]h[hh][:mm[:ss]] as seconds; the problem is that of a
// ValueError.
func readTime(text string, hours int, problem string) int {
	m := timePattern.FindStringSubmatch(text)
	if m == nil {
		panic(exc.ValueError("%s", problem))
	}
	h, _ := strconv.Atoi(m[2])
	minutes, _ := strconv.Atoi(m[3])
	s, _ := strconv.Atoi(m[4])
	if h > hours {
		panic(exc.ValueError("%s", problem))
	}
	seconds := h*3600 + minutes*60 + s
	if m[1] == "-" {
		return -seconds
	}
	return seconds
}

func readDay(text, all string) day {
	problem := "Invalid TZ string: " + all
	date, clock, timed := strings.Cut(text, "/")
	d := day{seconds: 2 * 3600}
	if timed {
		d.seconds = readTime(clock, 167, problem)
	}
	if m := datePattern.FindStringSubmatch(date); m != nil {
		d.form = 'M'
		d.month, _ = strconv.Atoi(m[1])
		d.week, _ = strconv.Atoi(m[2])
		d.day, _ = strconv.Atoi(m[3])
		if d.month < 1 || d.month > 12 || d.week < 1 || d.week > 5 || d.day > 6 {
			panic(exc.ValueError("%s", problem))
		}
		return d
	}
	if strings.HasPrefix(date, "J") {
		d.form, date = 'J', date[1:]
	}
	n, err := strconv.Atoi(date)
	if err != nil || n < 0 || n > 365 || d.form == 'J' && n == 0 {
		panic(exc.ValueError("%s", problem))
	}
	d.day = n
	return d
}
