package datetime

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A TimeDelta is a datetime.timedelta: the time between two moments, to the
// microsecond. It never changes after it is made.
type TimeDelta struct {
	days    int
	seconds int // 0 to 86399
	micros  int // 0 to 999999
}

// PyClass is the class timedelta.
func (d *TimeDelta) PyClass() *py.Class { return deltaClass }

const (
	daySeconds = 24 * 60 * 60
	dayMicros  = daySeconds * 1_000_000
	maxDays    = 999999999
	// smallDays is the number of days whose microseconds fit an int64.
	smallDays = 100_000_000
)

// newDelta makes a timedelta of any number of days, seconds and microseconds,
// which may be negative or large. It raises OverflowError.
func newDelta(days, seconds, micros int) *TimeDelta {
	carry := py.FloorDivInt(micros, 1_000_000)
	micros -= carry * 1_000_000
	seconds += carry
	carry = py.FloorDivInt(seconds, daySeconds)
	seconds -= carry * daySeconds
	days += carry
	if days < -maxDays || days > maxDays {
		panic(exc.OverflowError("days=%d; must have magnitude <= %d", days, maxDays))
	}
	return &TimeDelta{days, seconds, micros}
}

// deltaOf makes a timedelta from microseconds. It raises OverflowError.
func deltaOf(micros *big.Int) *TimeDelta {
	if micros.IsInt64() {
		us := int(micros.Int64())
		days := py.FloorDivInt(us, dayMicros)
		return newDelta(days, 0, us-days*dayMicros)
	}
	days, rest := new(big.Int).DivMod(micros, big.NewInt(dayMicros), new(big.Int))
	if !days.IsInt64() || days.Int64() != int64(int32(days.Int64())) {
		panic(exc.OverflowError("Python int too large to convert to C int"))
	}
	return newDelta(int(days.Int64()), 0, int(rest.Int64()))
}

// inMicros is the number of microseconds.
func (d *TimeDelta) inMicros() *big.Int {
	rest := int64(d.seconds)*1_000_000 + int64(d.micros)
	if -smallDays < d.days && d.days < smallDays {
		return big.NewInt(int64(d.days)*dayMicros + rest)
	}
	us := new(big.Int).Mul(big.NewInt(int64(d.days)), big.NewInt(dayMicros))
	return us.Add(us, big.NewInt(rest))
}

// TotalSeconds is total_seconds().
func (d *TimeDelta) TotalSeconds() float64 {
	return py.Float(py.TrueDiv(py.NormInt(d.inMicros()), 1_000_000))
}

func (d *TimeDelta) isZero() bool { return d.days == 0 && d.seconds == 0 && d.micros == 0 }

func (d *TimeDelta) compare(other *TimeDelta) int {
	switch {
	case d.days != other.days:
		return d.days - other.days
	case d.seconds != other.seconds:
		return d.seconds - other.seconds
	}
	return d.micros - other.micros
}

func (d *TimeDelta) plus(other *TimeDelta) *TimeDelta {
	return newDelta(d.days+other.days, d.seconds+other.seconds, d.micros+other.micros)
}

func (d *TimeDelta) minus(other *TimeDelta) *TimeDelta {
	return newDelta(d.days-other.days, d.seconds-other.seconds, d.micros-other.micros)
}

func (d *TimeDelta) negated() *TimeDelta { return newDelta(-d.days, -d.seconds, -d.micros) }

func (d *TimeDelta) hash() int { return py.Hash(py.Tuple{d.days, d.seconds, d.micros}) }

// String is str(d).
func (d *TimeDelta) String() string {
	var b strings.Builder
	if d.days != 0 {
		fmt.Fprintf(&b, "%d day", d.days)
		if d.days != 1 && d.days != -1 {
			b.WriteByte('s')
		}
		b.WriteString(", ")
	}
	fmt.Fprintf(&b, "%d:%02d:%02d", d.seconds/3600, d.seconds/60%60, d.seconds%60)
	if d.micros != 0 {
		fmt.Fprintf(&b, ".%06d", d.micros)
	}
	return b.String()
}

// repr is repr(d) of a class.
func (d *TimeDelta) repr(class string) string {
	var parts []string
	for _, f := range []struct {
		name  string
		value int
	}{{"days", d.days}, {"seconds", d.seconds}, {"microseconds", d.micros}} {
		if f.value != 0 {
			parts = append(parts, fmt.Sprintf("%s=%d", f.name, f.value))
		}
	}
	if parts == nil {
		parts = []string{"0"}
	}
	return class + "(" + strings.Join(parts, ", ") + ")"
}

// units are the arguments of timedelta in microseconds, in the order in which
// their fractions are added.
var units = []struct {
	name  string
	index int // among the parameters
	scale int
}{
	{"microseconds", 2, 1}, {"milliseconds", 3, 1000}, {"seconds", 1, 1_000_000}, {"minutes", 4, 60_000_000},
	{"hours", 5, 3_600_000_000}, {"days", 0, dayMicros}, {"weeks", 6, 7 * dayMicros},
}

// smallUnit bounds the arguments whose sum surely fits an int64.
const smallUnit = 1 << 20

// deltaFrom is timedelta(days, seconds, microseconds, milliseconds, minutes,
// hours, weeks).
func deltaFrom(args []any) any {
	sum, small := 0, true
	for _, u := range units {
		switch v := args[u.index].(type) {
		case int:
			small = small && -smallUnit < v && v < smallUnit
			sum += v * u.scale
		default:
			small = small && args[u.index] == absent
		}
	}
	if small {
		return newDelta(0, 0, sum)
	}
	total := new(big.Int)
	fraction := 0.0 // of microseconds
	for _, u := range units {
		addUnits(total, &fraction, args[u.index], u.name, u.scale)
	}
	return deltaOf(total.Add(total, roundFraction(fraction, total)))
}

// addUnits adds an argument to the total of whole microseconds and to the
// fraction.
func addUnits(total *big.Int, fraction *float64, v any, name string, scale int) {
	if v == absent {
		return
	}
	factor := big.NewInt(int64(scale))
	switch v := py.Payload(v).(type) {
	case int, bool, *big.Int:
		total.Add(total, new(big.Int).Mul(py.BigInt(py.Index(v)), factor))
		return
	case float64:
		switch {
		case math.IsNaN(v):
			panic(exc.ValueError("cannot convert float NaN to integer"))
		case math.IsInf(v, 0):
			panic(exc.OverflowError("cannot convert float infinity to integer"))
		}
		whole, rest := math.Modf(v)
		total.Add(total, new(big.Int).Mul(bigFloat(whole), factor))
		if rest != 0 {
			whole, rest = math.Modf(rest * float64(scale))
			*fraction += rest
			total.Add(total, bigFloat(whole))
		}
		return
	}
	panic(exc.TypeError("unsupported type for timedelta %s component: %s", name, shown(v)))
}

func bigFloat(whole float64) *big.Int {
	i, _ := new(big.Float).SetFloat64(whole).Int(nil)
	return i
}

// roundFraction rounds a fraction of microseconds so that it makes the total
// even if it lies halfway.
func roundFraction(fraction float64, total *big.Int) *big.Int {
	rounded := math.Round(fraction)
	if math.Abs(rounded-fraction) == 0.5 {
		odd := float64(total.Bit(0))
		rounded = 2*math.Round((fraction+odd)*0.5) - odd
	}
	return bigFloat(rounded)
}

// divideNearest is a/b rounded to the nearest int, the even one of two.
func divideNearest(a, b *big.Int) *big.Int {
	if b.Sign() == 0 {
		panic(py.NewZeroDivisionError("integer division or modulo by zero"))
	}
	if b.Sign() < 0 {
		a, b = new(big.Int).Neg(a), new(big.Int).Neg(b)
	}
	q, r := new(big.Int).DivMod(a, b, new(big.Int))
	if order := r.Lsh(r, 1).Cmp(b); order > 0 || order == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return q
}
