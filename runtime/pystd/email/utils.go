package email

import (
	"fmt"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/random"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

// UtilsModule is the module email.utils.
var UtilsModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email.utils", "Miscellaneous utilities.")
	m.Func("quote(str)", func(s any) any { return quote(py.As[string](s)) })
	m.Func("unquote(str)", func(s any) any { return unquote(py.As[string](s)) })
	m.Func("parseaddr(addr, *, strict=True)", func(v, strict any) any { return parseAddr(v, py.Truth(strict)) })
	m.Func("getaddresses(fieldvalues, *, strict=True)", func(fields, strict any) any { return getAddresses(fields, py.Truth(strict)) })
	m.Func("formataddr(pair, charset='utf-8')", func(v, charset any) any {
		parts := py.Unpack(v, 2)
		name := ""
		if py.Truth(parts[0]) {
			name = py.As[string](parts[0])
		}
		return formatAddr(name, py.As[string](parts[1]), charsetOf(charset))
	})
	addDates(m)
	m.Func("make_msgid(idstring=None, domain=None)", func(id, domain any) any {
		suffix := ""
		if id != nil {
			suffix = "." + py.Str(id)
		}
		if domain == nil {
			domain = py.Call(socket.Module().Attr("getfqdn"))
		}
		now := py.Int(py.Mul(py.Call(time.Module().Attr("time")), 100))
		return fmt.Sprintf("<%s.%s.%s%s@%s>", py.Str(now), py.Str(py.Call(os.Module().Attr("getpid"))),
			py.Str(py.Call(random.Module().Attr("getrandbits"), 64)), suffix, py.Str(domain))
	})
	m.Func("decode_rfc2231(s)", func(s any) any {
		triple := decodeRFC2231(py.As[string](s))
		if triple[0] == nil {
			return triple
		}
		return py.ListOf[any](triple...)
	})
	m.Func("encode_rfc2231(s, charset=None, language=None)", func(s, charset, language any) any {
		return encodeRFC2231(py.As[string](s), charset, language)
	})
	m.Func("collapse_rfc2231_value(value, errors='replace', fallback_charset='us-ascii')", func(v, errors, fallback any) any {
		return collapse(v, py.As[string](errors), py.As[string](fallback))
	})
	m.Func("decode_params(params)", func(params any) any {
		var list []parameter
		for item := range py.Iter(params) {
			p := py.Unpack(item, 2)
			list = append(list, parameter{py.As[string](p[0]), py.As[string](p[1])})
		}
		out := py.ListOf[any]()
		if len(list) == 0 {
			return out
		}
		for _, p := range decodeParameters(list) {
			out.Append(py.Tuple{p.name, p.value})
		}
		return out
	})
	return m
})

func addDates(m *py.Module) {
	fields := func(v any, zone bool) any {
		text, ok := py.Payload(v).(string)
		if !ok {
			return nil
		}
		date, offset := parseDate10(text)
		if date == nil {
			return nil
		}
		out := py.Tuple{}
		for _, n := range date {
			out = append(out, n)
		}
		out = append(out, 0, 1, -1)
		if zone {
			if offset == nil {
				offset = 0
			}
			out = append(out, offset)
		}
		return out
	}
	m.Func("parsedate_tz(data)", func(v any) any { return fields(v, true) })
	m.Func("parsedate(data)", func(v any) any { return fields(v, false) })
	m.Func("parsedate_to_datetime(data)", func(v any) any { return parseDateTime(py.Str(v)) })
	m.Func("mktime_tz(data)", makeTime)
	m.Func("format_datetime(dt, usegmt=False)", func(dt, gmt any) any { return formatDateTime(dt, py.Truth(gmt)) })
	m.Func("formatdate(timeval=None, localtime=False, usegmt=False)", func(when, local, gmt any) any {
		return formatDate(when, py.Truth(local), py.Truth(gmt))
	})
	m.Func("localtime(dt=None)", func(dt any) any {
		if dt == nil {
			dt = py.CallMethod(datetime.Module().Attr("datetime"), "now")
		}
		return py.CallMethod(dt, "astimezone")
	})
}
