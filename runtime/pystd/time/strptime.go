package time

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

// Parsed is what strptime reads from a text.
type Parsed struct {
	Broken
	Microsecond int
	HasOffset   bool // Offset was in the text
	OffsetMicro int  // microseconds beside Offset, of the same sign
}

// compiled are the patterns of the formats used before.
var compiled sync.Map

// maxFormats is the number of formats that are kept.
const maxFormats = 64

var formatCount int
var formatCountLock sync.Mutex

func patternOf(format string) pattern {
	if p, ok := compiled.Load(format); ok {
		return p.(pattern)
	}
	p := compile(format)
	formatCountLock.Lock()
	defer formatCountLock.Unlock()
	if formatCount++; formatCount > maxFormats {
		compiled.Clear()
		formatCount = 1
	}
	compiled.Store(format, p)
	return p
}

// Parse is strptime. It raises ValueError.
func Parse(text, format string) *Parsed {
	fields, end, ok := patternOf(format).match(text)
	if !ok {
		panic(exc.ValueError("time data %s does not match format %s", py.Repr(text), py.Repr(format)))
	}
	if end != len(text) {
		panic(exc.ValueError("unconverted data remains: %s", text[end:]))
	}
	r := reading{weekday: unset, yearDay: unset, week: unset, isoYear: unset, isoWeek: unset, year: unset, month: 1, day: 1}
	r.parsed.DST = -1
	for _, f := range fields {
		r.take(f.group, f.text, fields)
	}
	return r.finish(fields)
}

// unset marks a field that the text did not have.
const unset = -1

// A reading is the state of strptime between the fields.
type reading struct {
	parsed                             Parsed
	year, month, day, weekday, yearDay int
	week, isoYear, isoWeek             int
	weekFromMonday                     bool
}

// position is where a word stands among those of a length.
func position(words []string, length int, text string) int {
	for i, w := range words {
		if strings.EqualFold(w[:min(length, len(w))], text) {
			return i
		}
	}
	return unset
}

func (r *reading) take(group byte, text string, all found) {
	p := &r.parsed
	switch group {
	case 'y':
		r.year = numberOf(text) + 1900
		if r.year <= 1968 {
			r.year += 100
		}
	case 'Y':
		r.year = numberOf(text)
	case 'G':
		r.isoYear = numberOf(text)
	case 'm':
		r.month = numberOf(text)
	case 'B':
		r.month = position(MonthNames, 9, text) + 1
	case 'b':
		r.month = position(MonthNames, 3, text) + 1
	case 'd':
		r.day = numberOf(text)
	case 'H':
		p.Hour = numberOf(text)
	case 'I':
		p.Hour = numberOf(text) % 12
		if strings.EqualFold(all.text('p'), "pm") {
			p.Hour += 12
		}
	case 'M':
		p.Minute = numberOf(text)
	case 'S':
		p.Second = numberOf(text)
	case 'f':
		p.Microsecond = numberOf(text + strings.Repeat("0", 6-len(text)))
	case 'A':
		r.weekday = position(DayNames, 9, text)
	case 'a':
		r.weekday = position(DayNames, 3, text)
	case 'w':
		r.weekday = (numberOf(text) + 6) % 7
	case 'u':
		r.weekday = numberOf(text) - 1
	case 'j':
		r.yearDay = numberOf(text)
	case 'U', 'W':
		r.week, r.weekFromMonday = numberOf(text), group == 'W'
	case 'V':
		r.isoWeek = numberOf(text)
	case 'z':
		p.readOffset(text)
	case 'Z':
		p.readZone(text)
	}
}

// readOffset reads ±HH[:]MM[[:]SS[.ffffff]] or Z.
func (p *Parsed) readOffset(text string) {
	p.HasOffset = true
	if text == "Z" {
		p.Offset, p.OffsetMicro = 0, 0
		return
	}
	digits := []rune(text)
	if digits[3] == ':' {
		digits = append(digits[:3:3], digits[4:]...)
		if len(digits) > 5 {
			if digits[5] != ':' {
				panic(exc.ValueError("Inconsistent use of : in %s", text))
			}
			digits = append(digits[:5:5], digits[6:]...)
		}
	}
	part := func(from, to int) int {
		from, to = min(from, len(digits)), min(to, len(digits))
		if from == to {
			return 0
		}
		return numberOf(string(digits[from:to]))
	}
	p.Offset = part(1, 3)*3600 + part(3, 5)*60 + part(5, 7)
	p.OffsetMicro = 0
	if len(digits) > 8 {
		fraction := string(digits[8:])
		p.OffsetMicro = numberOf(fraction + strings.Repeat("0", max(0, 6-len(digits[8:]))))
	}
	if digits[0] == '-' {
		p.Offset, p.OffsetMicro = -p.Offset, -p.OffsetMicro
	}
}

// readZone sets what the name of a time zone says of summer time.
func (p *Parsed) readZone(text string) {
	p.Zone = text
	standard, summer := zoneRules()
	universal := strings.EqualFold(text, "utc") || strings.EqualFold(text, "gmt")
	daylight := standard.Offset != summer.Offset
	switch {
	case universal:
		p.DST = 0
	case strings.EqualFold(text, standard.Zone):
		if daylight && standard.Zone == summer.Zone {
			return
		}
		p.DST = 0
	case daylight && strings.EqualFold(text, summer.Zone):
		p.DST = 1
	}
}

// checkISO raises ValueError for ISO directives that do not go with others.
func (r *reading) checkISO() {
	switch {
	case r.isoYear != unset && r.yearDay != unset:
		panic(exc.ValueError("Day of the year directive '%%j' is not compatible with ISO year directive '%%G'. Use '%%Y' instead."))
	case r.isoYear != unset && (r.isoWeek == unset || r.weekday == unset):
		panic(exc.ValueError("ISO year directive '%%G' must be used with the ISO week directive '%%V' " +
			"and a weekday directive ('%%A', '%%a', '%%w', or '%%u')."))
	case r.isoYear == unset && r.isoWeek != unset && (r.year == unset || r.weekday == unset):
		panic(exc.ValueError("ISO week directive '%%V' must be used with the ISO year directive '%%G' " +
			"and a weekday directive ('%%A', '%%a', '%%w', or '%%u')."))
	case r.isoYear == unset && r.isoWeek != unset:
		panic(exc.ValueError("ISO week directive '%%V' is incompatible with the year directive '%%Y'. Use the ISO year '%%G' instead."))
	}
}

// finish works out the date from what has been read.
func (r *reading) finish(fields found) *Parsed {
	r.checkISO()
	leapDay := false
	if r.year == unset {
		r.year = 1900
		if r.month == 2 && r.day == 29 {
			r.year, leapDay = 1904, true
		}
	}
	known := r.yearDay != unset
	if !known && r.weekday != unset {
		if r.week != unset {
			r.yearDay, known = r.dayOfWeek(), true
		} else if r.isoYear != unset && r.isoWeek != unset {
			r.year, r.month, r.day = gregorian.FromISO(r.isoYear, r.isoWeek, r.weekday+1)
		}
		if known && r.yearDay <= 0 {
			r.year--
			r.yearDay += 365
			if gregorian.IsLeap(r.year) {
				r.yearDay++
			}
		}
	}
	gregorian.Check(r.year, 1, 1)
	if known {
		ordinal := r.yearDay - 1 + gregorian.Ordinal(r.year, 1, 1)
		if ordinal < 1 {
			panic(exc.ValueError("ordinal must be >= 1"))
		}
		r.year, r.month, r.day = gregorian.FromOrdinal(ordinal)
		gregorian.Check(r.year, r.month, r.day)
	} else {
		gregorian.Check(r.year, r.month, r.day)
		r.yearDay = gregorian.DaysBeforeMonth(r.year, r.month) + r.day
	}
	if r.weekday == unset {
		r.weekday = gregorian.Weekday(r.year, r.month, r.day)
	}
	if leapDay {
		r.year = 1900
	}
	p := &r.parsed
	p.Year, p.Month, p.Day, p.Weekday, p.YearDay = r.year, r.month, r.day, r.weekday, r.yearDay
	return p
}

// dayOfWeek is the day of the year of a weekday in a week that %U or %W
// counts.
func (r *reading) dayOfWeek() int {
	gregorian.Check(r.year, 1, 1)
	first, weekday := gregorian.Weekday(r.year, 1, 1), r.weekday
	if !r.weekFromMonday {
		first, weekday = (first+1)%7, (weekday+1)%7
	}
	if r.week == 0 {
		return 1 + weekday - first
	}
	return 1 + (7-first)%7 + 7*(r.week-1) + weekday
}
