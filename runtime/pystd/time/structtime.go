package time

import (
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/structseq"
)

var structTime = structseq.New("time", "struct_time",
	strings.Fields("tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst"),
	[]string{"tm_zone", "tm_gmtoff"})

// StructTime is the time as a time.struct_time. zoned tells whether it knows
// its zone.
func (t *Broken) StructTime(zoned bool) any {
	items := py.Tuple{t.Year, t.Month, t.Day, t.Hour, t.Minute, t.Second, t.Weekday, t.YearDay, t.DST}
	if !zoned {
		return structTime.Make(items)
	}
	return structTime.Make(items, t.Zone, t.Offset)
}

// FromTuple reads a struct_time or a tuple of nine ints, the argument of a
// function. It raises TypeError.
func FromTuple(v any, function string) *Broken {
	items, ok := py.Payload(v).(py.Tuple)
	if !ok {
		panic(exc.TypeError("Tuple or struct_time argument required"))
	}
	if len(items) != 9 {
		panic(exc.TypeError("%s(): illegal time tuple argument", function))
	}
	n := make([]int, len(items))
	for i, item := range items {
		n[i] = number.CInt(item)
	}
	t := &Broken{
		Year: n[0], Month: n[1], Day: n[2], Hour: n[3], Minute: n[4], Second: n[5],
		Weekday: n[6], YearDay: n[7], DST: n[8],
	}
	if py.IsInstance(v, structTime.Class) {
		t.Zone, _ = py.GetAttr(v, "tm_zone").(string)
		t.Offset, _ = py.GetAttr(v, "tm_gmtoff").(int)
	}
	return t
}

// check raises ValueError for fields out of their ranges, and takes the
// exceptions that CPython makes.
func (t *Broken) check() {
	if t.Month == 0 {
		t.Month = 1
	}
	if t.Day == 0 {
		t.Day = 1
	}
	if t.YearDay == 0 {
		t.YearDay = 1
	}
	switch {
	case t.Month < 1 || t.Month > 12:
		panic(exc.ValueError("month out of range"))
	case t.Day < 1 || t.Day > 31:
		panic(exc.ValueError("day of month out of range"))
	case t.Hour < 0 || t.Hour > 23:
		panic(exc.ValueError("hour out of range"))
	case t.Minute < 0 || t.Minute > 59:
		panic(exc.ValueError("minute out of range"))
	case t.Second < 0 || t.Second > 61:
		panic(exc.ValueError("seconds out of range"))
	case t.Weekday < -1:
		panic(exc.ValueError("day of week out of range"))
	case t.YearDay < 1 || t.YearDay > 366:
		panic(exc.ValueError("day of year out of range"))
	}
	t.Weekday = py.ModInt(t.Weekday, 7)
	t.DST = max(-1, min(t.DST, 1))
}

// secondsOf are the seconds since the epoch that an argument names, now for
// None.
func secondsOf(v any) int64 {
	if v == nil {
		return int64(TimeNs()) / 1e9
	}
	switch x := py.Payload(v).(type) {
	case float64:
		if math.IsNaN(x) {
			panic(exc.ValueError("Invalid value NaN (not a number)"))
		}
		if floor := math.Floor(x); floor >= -1<<63 && floor < 1<<63 {
			return int64(floor)
		}
	default:
		if n, ok := py.Index(x).(int); ok {
			return int64(n)
		}
	}
	panic(exc.OverflowError("timestamp out of range for platform time_t"))
}

// tooFar raises the OSError of times whose year is no C int.
func tooFar(seconds int64) {
	const most = 67768036191676799 // the last second of the year 2**31 + 1899
	if seconds > most || seconds < -67768040609740800 {
		py.Raise(py.Call(py.OSError, 75, "Value too large for defined data type"))
	}
}

// ascTime is asctime of the fields.
func ascTime(t *Broken) string {
	return py.Mod("%s %s%3d %.2d:%.2d:%.2d %d", py.Tuple{nameAt(DayNames, t.Weekday, 3), nameAt(MonthNames, t.Month-1, 3),
		t.Day, t.Hour, t.Minute, t.Second, t.Year}).(string)
}
