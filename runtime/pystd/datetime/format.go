package datetime

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

// defineFormat adds strftime and __format__.
func defineFormat(d *py.Definition) {
	d.Method("strftime(self, /, format)", func(self, format any) any {
		text, ok := py.Payload(format).(string)
		if !ok {
			panic(exc.TypeError("strftime() argument 1 must be str, not %s", noneOr(format)))
		}
		return strftime(self, text)
	})
	d.Method("__format__(self, format, /)", func(self, format any) any {
		text, ok := py.Payload(format).(string)
		switch {
		case !ok:
			panic(exc.TypeError("__format__() argument 1 must be str, not %s", noneOr(format)))
		case text == "":
			return py.Str(self)
		}
		return py.CallMethod(self, "strftime", format)
	})
}

// strftime writes a date, time or datetime. The parts that C does not know are
// put into the format before.
func strftime(self any, format string) string {
	var when *time.Broken
	micro, zone, argument := 0, any(nil), any(nil)
	switch t := py.Payload(self).(type) {
	case *Time:
		when, micro, zone = t.broken(), t.micro, t.zone
	case *DateTime:
		when, micro, zone, argument = time.FromTuple(py.CallMethod(self, "timetuple"), "strftime"), t.micro, t.zone, self
	default:
		when = time.FromTuple(py.CallMethod(self, "timetuple"), "strftime")
	}
	if !strings.Contains(format, "%") {
		return when.Format(format)
	}
	var b strings.Builder
	offset := func(separator string) {
		if d := offsetFrom(zone, "utcoffset", argument); d != nil {
			b.WriteString(offsetText(d, separator))
		}
	}
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		switch {
		case format[i] == 'z':
			offset("")
		case strings.HasPrefix(format[i:], ":z"):
			i++
			offset(":")
		case format[i] == 'Z':
			if name := nameFrom(zone, argument); name != nil {
				b.WriteString(strings.ReplaceAll(py.Str(name), "%", "%%"))
			}
		case format[i] == 'f':
			fmt.Fprintf(&b, "%06d", micro)
		default:
			b.WriteString(format[i-1 : i+1])
		}
	}
	return when.Format(b.String())
}
