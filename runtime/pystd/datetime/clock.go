package datetime

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A clock is a time of the day with its time zone: what a time is, and a
// datetime beside its date.
type clock struct {
	hour, minute, second, micro int
	fold                        int
	zone                        any // nil or a tzinfo
}

// check raises ValueError for what is no time of the day.
func (c *clock) check() {
	switch {
	case c.hour < 0 || c.hour > 23:
		panic(exc.ValueError("hour must be in 0..23"))
	case c.minute < 0 || c.minute > 59:
		panic(exc.ValueError("minute must be in 0..59"))
	case c.second < 0 || c.second > 59:
		panic(exc.ValueError("second must be in 0..59"))
	case c.micro < 0 || c.micro > 999999:
		panic(exc.ValueError("microsecond must be in 0..999999"))
	case c.fold != 0 && c.fold != 1:
		panic(exc.ValueError("fold must be either 0 or 1"))
	}
}

// inSeconds is the number of whole seconds since midnight.
func (c *clock) inSeconds() int { return c.hour*3600 + c.minute*60 + c.second }

func (c *clock) compare(other *clock) int {
	if a, b := c.inSeconds(), other.inSeconds(); a != b {
		return a - b
	}
	return c.micro - other.micro
}

// state is what pickles and hashes are made of.
func (c *clock) state() []byte {
	return []byte{byte(c.hour), byte(c.minute), byte(c.second), byte(c.micro >> 16), byte(c.micro >> 8), byte(c.micro)}
}

// clockFromState reads a state; false if it is none.
func clockFromState(s []byte) (clock, bool) {
	c := clock{hour: int(s[0]) & 0x7f, minute: int(s[1]), second: int(s[2])}
	c.micro = int(s[3])<<16 | int(s[4])<<8 | int(s[5])
	return c, c.hour < 24
}

// text is the time with the precision that timespec names. It raises
// ValueError.
func (c *clock) text(timespec string) string {
	if timespec == "auto" {
		timespec = "seconds"
		if c.micro != 0 {
			timespec = "microseconds"
		}
	}
	switch timespec {
	case "hours":
		return fmt.Sprintf("%02d", c.hour)
	case "minutes":
		return fmt.Sprintf("%02d:%02d", c.hour, c.minute)
	case "seconds":
		return fmt.Sprintf("%02d:%02d:%02d", c.hour, c.minute, c.second)
	case "milliseconds":
		return fmt.Sprintf("%02d:%02d:%02d.%03d", c.hour, c.minute, c.second, c.micro/1000)
	case "microseconds":
		return fmt.Sprintf("%02d:%02d:%02d.%06d", c.hour, c.minute, c.second, c.micro)
	}
	panic(exc.ValueError("Unknown timespec value"))
}

// arguments are the parts that repr shows, the smallest left out if zero.
func (c *clock) arguments() string {
	text := fmt.Sprintf("%d, %d", c.hour, c.minute)
	if c.second != 0 || c.micro != 0 {
		text += fmt.Sprintf(", %d", c.second)
	}
	if c.micro != 0 {
		text += fmt.Sprintf(", %d", c.micro)
	}
	return text
}

// zoneText is the keyword argument tzinfo of repr.
func (c *clock) zoneText() string {
	if c.zone == nil {
		return ""
	}
	return ", tzinfo=" + py.Repr(c.zone)
}

// foldText is the keyword argument fold of repr.
func (c *clock) foldText() string {
	if c.fold == 0 {
		return ""
	}
	return ", fold=1"
}

// offsetText writes an offset as +HH<sep>MM, with seconds where it has some.
func offsetText(offset *TimeDelta, separator string) string {
	sign := "+"
	if offset.days < 0 {
		sign, offset = "-", offset.negated()
	}
	s := offset.seconds
	text := fmt.Sprintf("%s%02d%s%02d", sign, s/3600, separator, s/60%60)
	if s%60 != 0 || offset.micros != 0 {
		text += fmt.Sprintf("%s%02d", separator, s%60)
	}
	if offset.micros != 0 {
		text += fmt.Sprintf(".%06d", offset.micros)
	}
	return text
}

// timespecOf is the argument timespec of isoformat, whose position is given.
func timespecOf(v any, position int) string {
	if v == absent {
		return "auto"
	}
	text, ok := py.Payload(v).(string)
	if !ok {
		panic(exc.TypeError("isoformat() argument %d must be str, not %s", position, noneOr(v)))
	}
	return text
}

// noneOr is the name of v's class as errors about arguments show it.
func noneOr(v any) string {
	if v == nil {
		return "None"
	}
	return shown(v)
}
