package time

import (
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

// Local breaks seconds since the epoch into local time.
func Local(seconds int64) *Broken { return Break(time.Unix(seconds, 0).In(time.Local)) }

// UTC breaks seconds since the epoch into UTC.
func UTC(seconds int64) *Broken {
	t := Break(time.Unix(seconds, 0).UTC())
	t.Zone = "GMT"
	return t
}

// Break breaks a time into its parts.
func Break(t time.Time) *Broken {
	zone, offset := t.Zone()
	b := &Broken{
		Year: t.Year(), Month: int(t.Month()), Day: t.Day(),
		Hour: t.Hour(), Minute: t.Minute(), Second: t.Second(),
		Weekday: (int(t.Weekday()) + 6) % 7, YearDay: t.YearDay(), Zone: zone, Offset: offset,
	}
	if t.IsDST() {
		b.DST = 1
	}
	return b
}

const halfYear = (365*24 + 6) * 3600 / 2

// zoneRules are the zone names and offsets outside and in summer time: those of
// the beginning and the middle of a year like this one.
func zoneRules() (standard, summer *Broken) {
	start := time.Now().Unix() / (2 * halfYear) * (2 * halfYear)
	standard, summer = Local(start), Local(start+halfYear)
	if standard.Offset > summer.Offset {
		standard, summer = summer, standard
	}
	return standard, summer
}

func zoneNames() [2]string {
	standard, summer := zoneRules()
	return [2]string{standard.Zone, summer.Zone}
}

// makeTime is C's mktime: the seconds since the epoch of a local time, whose
// parts may lie outside their ranges. DST chooses where the clock shows a time
// twice, and shifts where it differs from what is in force.
func makeTime(t *Broken) int64 {
	month := t.Year*12 + t.Month - 1
	year := month / 12
	if month < 0 && month%12 != 0 {
		year--
	}
	days := gregorian.Ordinal(year, month-year*12+1, 1) + t.Day - 1
	wall := int64(days-epochOrdinal)*86400 + int64(t.Hour)*3600 + int64(t.Minute)*60 + int64(t.Second)
	const day = 86400
	var first *int64
	for _, probe := range []int64{wall - day, wall, wall + day} {
		offset := int64(Local(probe - int64(Local(probe).Offset)).Offset)
		at := wall - offset
		if now := Local(at); int64(now.Offset) == offset {
			if t.DST < 0 || now.DST == min(t.DST, 1) {
				return at
			}
			if first == nil {
				first = &at
			}
		}
	}
	if t.DST >= 0 {
		// The other rule is asked for: take the offset it would give.
		for _, probe := range []int64{wall - halfYear, wall + halfYear, wall - halfYear/2, wall + halfYear/2} {
			if rule := Local(probe); rule.DST == min(t.DST, 1) {
				return wall - int64(rule.Offset)
			}
		}
	}
	if first != nil {
		return *first
	}
	return wall - int64(Local(wall-day).Offset)
}

var epochOrdinal = gregorian.Ordinal(1970, 1, 1)
