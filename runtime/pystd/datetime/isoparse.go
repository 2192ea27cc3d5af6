package datetime

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

// A reader reads ISO 8601 text; it fails at the first character that does not
// fit.
type reader struct {
	text   string
	pos    int
	failed bool
}

// at is a character, 0 after the end.
func (r *reader) at(i int) byte {
	if i < len(r.text) {
		return r.text[i]
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digits reads so many digits.
func (r *reader) digits(count int) int {
	n := 0
	for range count {
		c := r.at(r.pos)
		if !isDigit(c) {
			r.failed = true
			return 0
		}
		n = n*10 + int(c-'0')
		r.pos++
	}
	return n
}

// take reads a character if it is the next.
func (r *reader) take(c byte) bool {
	if r.at(r.pos) != c {
		return false
	}
	r.pos++
	return true
}

func invalidISO(text string) *py.Exception {
	return exc.ValueError("Invalid isoformat string: %s", py.Repr(text))
}

// readDate reads YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D], which must
// be all of the text.
func readDate(text string) (d *Date, ok bool) {
	r := &reader{text: text}
	year := r.digits(4)
	separated := r.take('-')
	if r.take('W') {
		week, day := r.digits(2), 1
		if r.pos < len(text) {
			if separated && !r.take('-') {
				return nil, false
			}
			day = r.digits(1)
		}
		if r.failed || year < gregorian.MinYear || week < 1 || week > gregorian.WeeksIn(year) || day < 1 || day > 7 {
			return nil, false
		}
		y, m, dayOfMonth := gregorian.FromISO(year, week, day)
		return &Date{y, m, dayOfMonth}, true
	}
	month := r.digits(2)
	if separated && !r.take('-') {
		return nil, false
	}
	day := r.digits(2)
	return &Date{year, month, day}, !r.failed && r.pos == len(text)
}

// readTime reads HH[:]MM[[:]SS[.ffffff]] up to end, the last part of which may
// be missing. rest tells whether something follows there.
func (r *reader) readTime(end int) (c clock, rest bool) {
	parts := []*int{&c.hour, &c.minute, &c.second}
	separated := true
	for i, part := range parts {
		*part = r.digits(2)
		if r.failed {
			return c, false
		}
		next := r.at(r.pos)
		r.pos++
		if i == 0 {
			separated = next == ':'
		}
		switch {
		case r.pos >= end:
			return c, next != 0
		case separated && next == ':':
			r.failed = i == len(parts)-1
			if r.failed {
				return c, false
			}
			continue
		case next == '.' || next == ',':
		case !separated:
			r.pos--
			continue
		default:
			r.failed = true
		}
		break
	}
	if r.failed {
		return c, false
	}
	places := min(end-r.pos, 6)
	c.micro = r.digits(places)
	for i := places; i < 6; i++ {
		c.micro *= 10
	}
	for isDigit(r.at(r.pos)) {
		r.pos++
	}
	return c, r.at(r.pos) != 0
}

// readClock reads a time with an optional offset, which must be all of the
// text. It raises ValueError for an offset that is too large.
func readClock(text string) (c clock, ok bool) {
	zoneAt := 0
	for zoneAt < len(text) && text[zoneAt] != '+' && text[zoneAt] != '-' && text[zoneAt] != 'Z' {
		zoneAt++
	}
	r := &reader{text: text}
	c, rest := r.readTime(max(zoneAt, 1))
	switch {
	case r.failed:
		return c, false
	case zoneAt == len(text):
		return c, !rest
	case text[zoneAt] == 'Z':
		c.zone = UTC
		return c, zoneAt+1 == len(text)
	}
	r = &reader{text: text, pos: zoneAt + 1}
	offset, rest := r.readTime(len(text))
	if r.failed || rest {
		return c, false
	}
	delta := newDelta(0, offset.inSeconds(), offset.micro)
	if text[zoneAt] == '-' {
		delta = delta.negated()
	}
	c.zone = newFixedZone(delta, "", false)
	return c, true
}

// parseDate is date.fromisoformat. It raises ValueError.
func parseDate(text string) *Date {
	if n := len(text); n == 7 || n == 8 || n == 10 {
		if d, ok := readDate(text); ok {
			gregorian.Check(d.year, d.month, d.day)
			return d
		}
	}
	panic(invalidISO(text))
}

// parseTime is time.fromisoformat. It raises ValueError.
func parseTime(text string) clock {
	rest := text
	if rest != "" && rest[0] == 'T' {
		rest = rest[1:]
	}
	c, ok := readClock(rest)
	if !ok {
		panic(invalidISO(text))
	}
	return c
}

// dateLength is the length of the date that the text of a datetime, of at least
// 7 characters, begins with; -1 if there is none.
func dateLength(text string) int {
	r := &reader{text: text}
	switch {
	case len(text) == 7:
		return 7
	case text[4] == '-' && text[5] == 'W':
		if len(text) > 8 && text[8] == '-' {
			// After YYYY-Www a hyphen begins the day, or an offset that
			// two digits show.
			if len(text) == 9 {
				return -1
			}
			if isDigit(r.at(10)) {
				return 8
			}
			return 10
		}
		return 8
	case text[4] == '-':
		return 10
	case text[4] == 'W':
		end := 7
		for isDigit(r.at(end)) {
			end++
		}
		switch {
		case end < 9:
			return end
		case end%2 == 0:
			return 7
		}
		return 8
	}
	return 8
}

// parseDateTime is datetime.fromisoformat. It raises ValueError.
func parseDateTime(text string) DateTime {
	if len(text) < 7 {
		panic(invalidISO(text))
	}
	n := dateLength(text)
	if n < 0 || n > len(text) {
		panic(invalidISO(text))
	}
	d, ok := readDate(text[:n])
	var c clock
	if ok && len(text) > n {
		separator := 1
		for _, r := range text[n:] {
			separator = len(string(r))
			break
		}
		c, ok = readClock(text[n+separator:])
	}
	if !ok {
		panic(invalidISO(text))
	}
	return DateTime{*d, c}
}
