package logging

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// defineFormatter adds the methods of Formatter.
func defineFormatter(b *define.Body) {
	b.Set("default_time_format", "%Y-%m-%d %H:%M:%S")
	b.Set("default_msec_format", "%s,%03d")
	b.Method("__init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None)",
		func(self, format, dateFormat, style, validate, defaults any) any {
			s := styleOf(py.Str(style))
			if format == nil {
				format = s.defaultFormat
			}
			if py.Truth(validate) {
				s.validate(py.Str(format))
			}
			py.SetAttr(self, "_fmt", format)
			py.SetAttr(self, "datefmt", dateFormat)
			py.SetAttr(self, "_style_name", style)
			py.SetAttr(self, "_defaults", defaults)
			return nil
		})
	b.Method("usesTime(self)", func(self any) any {
		text := py.Str(py.GetAttr(self, "_fmt"))
		mark := styles[py.Str(py.GetAttr(self, "_style_name"))].timeMark
		return strings.Contains(text, mark) || mark == "$asctime" && strings.Contains(text, "${asctime}")
	})
	b.Method("formatMessage(self, record)", func(self, record any) any {
		return formatFields(py.Str(py.GetAttr(self, "_fmt")), py.Str(py.GetAttr(self, "_style_name")), record, py.GetAttr(self, "_defaults"))
	})
	b.Method("formatTime(self, record, datefmt=None)", formatTime)
	b.Method("formatException(self, ei)", func(_, info any) any {
		e, ok := py.GetItem(info, 1).(py.BaseException)
		if !ok {
			return "NoneType: None"
		}
		return strings.TrimSuffix(strings.Join(py.ReportException(e, py.ReportOptions{Raised: true}), ""), "\n")
	})
	b.Method("formatStack(self, stack_info)", func(_, stack any) any { return stack })
	b.Method("format(self, record)", formatRecord)
}

func formatFields(format, style string, record, defaults any) any {
	values := py.GetAttr(record, "__dict__")
	if defaults != nil {
		values = py.BitOr(py.Call(py.DictClass, defaults), values)
	}
	var text any
	err := py.Try(func() error {
		switch style {
		case "{":
			text = py.CallMethodKw(format, "format", nil, py.KwFrom(values))
		case "$":
			text = substitute(format, values)
		default:
			text = py.Mod(format, values)
		}
		return nil
	})
	if err != nil {
		if py.Matches(err, py.KeyError) {
			panic(exc.ValueError("Formatting field not found in record: %s", err))
		}
		panic(err)
	}
	return text
}

func substitute(format string, values any) string {
	return dollarField.ReplaceAllStringFunc(format, func(match string) string {
		if match == "$$" {
			return "$"
		}
		return py.Str(py.GetItem(values, strings.Trim(match[1:], "{}")))
	})
}

func formatTime(self, record, dateFormat any) any {
	created := py.Float(py.GetAttr(record, "created"))
	at := time.Unix(int64(created), 0)
	if converter := py.GetAttrOr(self, "converter", nil); converter != nil {
		if f, ok := converter.(*py.Function); ok && f.Name() == "gmtime" {
			at = at.UTC()
		}
	}
	if py.Truth(dateFormat) {
		return FormatTime(py.Str(dateFormat), at)
	}
	text := FormatTime(py.Str(py.GetAttr(self, "default_time_format")), at)
	if millis := py.GetAttr(self, "default_msec_format"); py.Truth(millis) {
		return py.Mod(millis, py.Tuple{text, py.GetAttr(record, "msecs")})
	}
	return text
}

// FormatTime is time.strftime of the C locale.
func FormatTime(format string, t time.Time) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		if layout, ok := timeLayouts[format[i]]; ok {
			b.WriteString(t.Format(layout))
			continue
		}
		switch format[i] {
		case 'j':
			fmt.Fprintf(&b, "%03d", t.YearDay())
		case 'w':
			b.WriteString(strconv.Itoa(int(t.Weekday())))
		case 'U':
			fmt.Fprintf(&b, "%02d", (t.YearDay()+6-int(t.Weekday()))/7)
		case 's':
			b.WriteString(strconv.FormatInt(t.Unix(), 10))
		case '%':
			b.WriteByte('%')
		default:
			b.WriteString(format[i-1 : i+1])
		}
	}
	return b.String()
}

var timeLayouts = map[byte]string{
	'Y': "2006", 'm': "01", 'd': "02", 'H': "15", 'M': "04", 'S': "05", 'y': "06", 'b': "Jan", 'h': "Jan", 'B': "January",
	'a': "Mon", 'A': "Monday", 'p': "PM", 'I': "03", 'Z': "MST", 'z': "-0700", 'F': "2006-01-02", 'T': "15:04:05",
	'D': "01/02/06", 'R': "15:04", 'c': "Mon Jan _2 15:04:05 2006", 'x': "01/02/06", 'X': "15:04:05", 'e': "_2",
}

func formatRecord(self, record any) any {
	py.SetAttr(record, "message", py.CallMethod(record, "getMessage"))
	if py.Truth(py.CallMethod(self, "usesTime")) {
		py.SetAttr(record, "asctime", py.CallMethod(self, "formatTime", record, py.GetAttr(self, "datefmt")))
	}
	text := py.Str(py.CallMethod(self, "formatMessage", record))
	line := func(more any) {
		if !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		text += py.Str(more)
	}
	if info := py.GetAttr(record, "exc_info"); py.Truth(info) && !py.Truth(py.GetAttr(record, "exc_text")) {
		py.SetAttr(record, "exc_text", py.CallMethod(self, "formatException", info))
	}
	if exception := py.GetAttr(record, "exc_text"); py.Truth(exception) {
		line(exception)
	}
	if stack := py.GetAttr(record, "stack_info"); py.Truth(stack) {
		line(py.CallMethod(self, "formatStack", stack))
	}
	return text
}
