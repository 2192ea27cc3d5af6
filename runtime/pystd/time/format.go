package time

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

// The names of days and months in the C locale.
var (
	DayNames   = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	MonthNames = strings.Fields("January February March April May June July August September October November December")
)

// A Broken is a time broken into its parts: C's struct tm with Python's
// conventions.
type Broken struct {
	Year, Month, Day     int // Month and Day from 1
	Hour, Minute, Second int
	Weekday              int // 0 is Monday
	YearDay              int // from 1
	DST                  int // 1 in summer time, 0 outside, -1 unknown
	Zone                 string
	Offset               int // seconds east of Greenwich
}

// Format is strftime in the C locale, with the extensions of glibc: the flags
// _ - 0 ^ #, a width, and the modifiers E and O.
func (t *Broken) Format(format string) string {
	if !utf8.ValidString(format) {
		// A lone surrogate raises UnicodeEncodeError.
		py.CallMethod(format, "encode", "utf-8", "surrogateescape")
	}
	format, _, _ = strings.Cut(format, "\x00") // C's string ends there
	var out strings.Builder
	for {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			out.WriteString(format)
			return out.String()
		}
		out.WriteString(format[:i])
		d, rest := parseDirective(format[i:])
		if text, ok := t.directive(d); ok {
			out.WriteString(text)
		} else {
			out.WriteString(d.unknown(format[i : len(format)-len(rest)]))
		}
		format = rest
	}
}

// A directive is a % with what follows it.
type directive struct {
	pad       byte // 0 for the directive's own
	upper     bool
	swapCase  bool
	width     int
	modifier  byte // E, O or 0
	character byte
}

// maxWidth bounds the width of a directive.
const maxWidth = 1 << 16

// parseDirective reads the directive that text begins with.
func parseDirective(text string) (d directive, rest string) {
	i := 1
flags:
	for ; i < len(text); i++ {
		switch text[i] {
		case '_', '-', '0', '+':
			d.pad = text[i]
		case '^':
			d.upper = true
		case '#':
			d.swapCase = true
		default:
			break flags
		}
	}
	for ; i < len(text) && '0' <= text[i] && text[i] <= '9'; i++ {
		d.width = min(d.width*10+int(text[i]-'0'), maxWidth)
	}
	if i < len(text) && (text[i] == 'E' || text[i] == 'O') {
		d.modifier = text[i]
		i++
	}
	if i < len(text) {
		d.character = text[i]
		i++
	}
	return d, text[i:]
}

// unmodifiable are the directives that do not take a modifier.
var unmodifiable = map[byte]string{'E': "aAbhBDdeFHIkljMmSUVgGWw", 'O': "aAcxDFXY"}

// directive is the text of a directive; false if there is none such.
func (t *Broken) directive(d directive) (string, bool) {
	if strings.IndexByte(unmodifiable[d.modifier], d.character) >= 0 {
		return "", false
	}
	if text, ok := t.name(d); ok {
		return d.padText(text), true
	}
	if format, ok := composite[d.character]; ok {
		text := t.Format(format)
		if d.upper {
			text = strings.ToUpper(text)
		}
		return d.padText(text), true
	}
	return t.number(d)
}

// composite are the directives that stand for several.
var composite = map[byte]string{
	'c': "%a %b %e %H:%M:%S %Y", 'D': "%m/%d/%y", 'x': "%m/%d/%y", 'F': "%Y-%m-%d",
	'R': "%H:%M", 'T': "%H:%M:%S", 'X': "%H:%M:%S", 'r': "%I:%M:%S %p",
}

// name is the text of a directive that is a word or a character.
func (t *Broken) name(d directive) (string, bool) {
	var text string
	change := strings.ToUpper
	switch d.character {
	case 'a':
		text = nameAt(DayNames, t.Weekday, 3)
	case 'A':
		text = nameAt(DayNames, t.Weekday, 9)
	case 'b', 'h':
		text = nameAt(MonthNames, t.Month-1, 3)
	case 'B':
		text = nameAt(MonthNames, t.Month-1, 9)
	case 'p', 'P':
		text = "AM"
		if t.Hour >= 12 {
			text = "PM"
		}
		change = strings.ToLower
		if d.character == 'P' {
			text, d.upper = strings.ToLower(text), false
		}
	case 'Z':
		text, change = t.Zone, strings.ToLower
		if text == "" && t.DST >= 0 {
			text = zoneNames()[min(t.DST, 1)]
		}
	case 'n':
		text = "\n"
	case 't':
		text = "\t"
	case '%':
		text = "%"
	default:
		return "", false
	}
	if d.swapCase {
		text = change(text)
	} else if d.upper {
		text = strings.ToUpper(text)
	}
	return text, true
}

func nameAt(names []string, i, length int) string {
	if i < 0 || i >= len(names) {
		return "?"
	}
	return names[i][:min(length, len(names[i]))]
}

// unknown is how a directive that there is not shows: as it stands, but padded
// and in the case that its flags ask for.
func (d directive) unknown(text string) string {
	if d.upper || d.swapCase && strings.IndexByte("bBh", d.character) >= 0 {
		text = strings.ToUpper(text)
	}
	return d.padText(text)
}

func (d directive) padText(text string) string {
	fill := " "
	if d.pad == '0' || d.pad == '+' {
		fill = "0"
	}
	return strings.Repeat(fill, max(0, d.width-len(text))) + text
}

// number is the text of a directive that is a number.
func (t *Broken) number(d directive) (string, bool) {
	hour := (t.Hour+11)%12 + 1
	sunday := (t.Weekday + 1) % 7 // days since Sunday
	day := t.YearDay - 1
	switch d.character {
	case 'C':
		return d.padNumber(py.FloorDivInt(t.Year, 100), 1), true
	case 'd':
		return d.padNumber(t.Day, 2), true
	case 'e':
		return d.padded(' ').padNumber(t.Day, 2), true
	case 'g', 'G', 'V':
		year, week := t.isoWeek()
		switch d.character {
		case 'g':
			return d.padNumber(py.ModInt(year, 100), 2), true
		case 'G':
			return d.padNumber(year, 1), true
		}
		return d.padNumber(week, 2), true
	case 'H':
		return d.padNumber(t.Hour, 2), true
	case 'I':
		return d.padNumber(hour, 2), true
	case 'j':
		return d.padNumber(t.YearDay, 3), true
	case 'k':
		return d.padded(' ').padNumber(t.Hour, 2), true
	case 'l':
		return d.padded(' ').padNumber(hour, 2), true
	case 'm':
		return d.padNumber(t.Month, 2), true
	case 'M':
		return d.padNumber(t.Minute, 2), true
	case 's':
		return d.padText(strconv.FormatInt(makeTime(t), 10)), true
	case 'S':
		return d.padNumber(t.Second, 2), true
	case 'u':
		return d.padNumber(t.Weekday+1, 1), true
	case 'U':
		return d.padNumber((day-sunday+7)/7, 2), true
	case 'w':
		return d.padNumber(sunday, 1), true
	case 'W':
		return d.padNumber((day-t.Weekday+7)/7, 2), true
	case 'y':
		return d.padNumber(py.ModInt(t.Year, 100), 2), true
	case 'Y':
		return d.padNumber(t.Year, 1), true
	case 'z':
		if t.DST < 0 {
			return "", true
		}
		minutes := t.Offset / 60
		text := d.padNumber(max(minutes, -minutes)/60*100+max(minutes, -minutes)%60, 4)
		if t.Offset < 0 {
			return "-" + text, true
		}
		return "+" + text, true
	}
	return "", false
}

// padded is the directive whose own padding is fill.
func (d directive) padded(fill byte) directive {
	if d.pad == 0 && fill == ' ' {
		d.pad = '_'
	}
	return d
}

func (d directive) padNumber(n, digits int) string {
	text, sign := strconv.Itoa(n), ""
	if n < 0 {
		text, sign = text[1:], "-"
	}
	fill := max(0, max(digits, d.width)-len(text)-len(sign))
	switch d.pad {
	case '-':
		return d.padText(sign + text)
	case '_':
		return strings.Repeat(" ", fill) + sign + text
	}
	return sign + strings.Repeat("0", fill) + text
}

// isoWeek is the ISO year and week, reckoned from the day of the year and the
// weekday, whatever the other fields are.
func (t *Broken) isoWeek() (year, week int) {
	year = t.Year
	// days is the number of days since the Monday of the first ISO week.
	days := func(day int) int {
		const bigEnough = 54 * 7
		weekday := (t.Weekday + 1) % 7
		return day - (day-weekday+4+bigEnough)%7 + 4 - 1
	}
	length := func(y int) int {
		if gregorian.IsLeap(y) {
			return 366
		}
		return 365
	}
	day := t.YearDay - 1
	n := days(day)
	if n < 0 {
		year--
		n = days(day + length(year))
	} else if next := days(day - length(year)); next >= 0 {
		year++
		n = next
	}
	return year, n/7 + 1
}
