package datetime

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

// A Date is a datetime.date. It never changes after it is made.
type Date struct{ year, month, day int }

// PyClass is the class date.
func (d *Date) PyClass() *py.Class { return dateClass }

// newDate makes a date. It raises ValueError.
func newDate(year, month, day int) *Date {
	gregorian.Check(year, month, day)
	return &Date{year, month, day}
}

// dateFromOrdinal is the date of a day. It raises OverflowError.
func dateFromOrdinal(ordinal int) *Date {
	if ordinal < 1 || ordinal > gregorian.MaxOrdinal {
		panic(exc.OverflowError("date value out of range"))
	}
	y, m, d := gregorian.FromOrdinal(ordinal)
	return &Date{y, m, d}
}

func (d *Date) ordinal() int { return gregorian.Ordinal(d.year, d.month, d.day) }

func (d *Date) weekday() int { return gregorian.Weekday(d.year, d.month, d.day) }

func (d *Date) compare(other *Date) int { return d.ordinal() - other.ordinal() }

// isoformat is date.isoformat().
func (d *Date) isoformat() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// state is what pickles and hashes are made of.
func (d *Date) state() []byte {
	return []byte{byte(d.year >> 8), byte(d.year), byte(d.month), byte(d.day)}
}

// broken is the date as C's struct tm has it.
func (d *Date) broken(dst int) *time.Broken {
	return &time.Broken{
		Year: d.year, Month: d.month, Day: d.day, Weekday: d.weekday(),
		YearDay: gregorian.DaysBeforeMonth(d.year, d.month) + d.day, DST: dst,
	}
}

// ctime is ctime() with a clock time.
func (d *Date) ctime(hour, minute, second int) string {
	return fmt.Sprintf("%s %s %2d %02d:%02d:%02d %04d",
		time.DayNames[d.weekday()][:3], time.MonthNames[d.month-1][:3], d.day, hour, minute, second, d.year)
}

// fromState makes a date from its state; false if it is none.
func dateFromState(v any) (*Date, bool) {
	state, ok := stateOf(v, 4)
	if !ok || state[2] < 1 || state[2] > 12 {
		return nil, false
	}
	return &Date{int(state[0])<<8 | int(state[1]), int(state[2]), int(state[3])}, true
}

// stateOf is a state of so many bytes, as bytes or as a str of them.
func stateOf(v any, size int) ([]byte, bool) {
	switch v := v.(type) {
	case py.Bytes:
		return []byte(v), len(v) == size
	case string:
		var b []byte
		for _, r := range v {
			if r > 0xff {
				return nil, false
			}
			b = append(b, byte(r))
		}
		return b, len(b) == size
	}
	return nil, false
}

// NewDate makes a date. It raises ValueError for what is none.
func NewDate(year, month, day int) *Date { return newDate(year, month, day) }
