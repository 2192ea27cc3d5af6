package email

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// A Policy is how messages are read, kept and written: email.policy.
type Policy struct {
	class *py.Class
	// legacy is compat32: headers are plain text.
	legacy        bool
	maxLine       int
	linesep       string
	cteType       string
	raiseOnDefect bool
	mangleFrom    bool
	verify        bool
	factory       any
	utf8          bool
	refoldSource  string
	manager       any
}

// PyClass is EmailPolicy or Compat32.
func (p *Policy) PyClass() *py.Class { return p.class }

func newPolicy(legacy bool) *Policy {
	p := &Policy{class: policyClass, legacy: legacy, maxLine: 78, linesep: "\n", cteType: "8bit", verify: true}
	if legacy {
		p.class, p.mangleFrom = compatClass, true
		return p
	}
	p.refoldSource = "long"
	p.factory = emailMessageClass
	p.manager = rawDataManager()
	return p
}

// A setting is an attribute of a policy.
type setting struct {
	name string
	get  func(p *Policy) any
	set  func(p *Policy, v any)
	// extended says that only EmailPolicy has it.
	extended bool
}

var settings = []setting{
	{"max_line_length", func(p *Policy) any { return p.maxLine }, func(p *Policy, v any) {
		p.maxLine = 0
		if v != nil {
			p.maxLine = number.Int(v)
		}
	}, false},
	{"linesep", func(p *Policy) any { return p.linesep }, func(p *Policy, v any) { p.linesep = py.As[string](v) }, false},
	{"cte_type", func(p *Policy) any { return p.cteType }, func(p *Policy, v any) { p.cteType = py.As[string](v) }, false},
	{"raise_on_defect", func(p *Policy) any { return p.raiseOnDefect }, func(p *Policy, v any) { p.raiseOnDefect = py.Truth(v) }, false},
	{"mangle_from_", func(p *Policy) any { return p.mangleFrom }, func(p *Policy, v any) { p.mangleFrom = py.Truth(v) }, false},
	{"verify_generated_headers", func(p *Policy) any { return p.verify }, func(p *Policy, v any) { p.verify = py.Truth(v) }, false},
	{"message_factory", func(p *Policy) any { return p.factory }, func(p *Policy, v any) { p.factory = v }, false},
	{"utf8", func(p *Policy) any { return p.utf8 }, func(p *Policy, v any) { p.utf8 = py.Truth(v) }, true},
	{"refold_source", func(p *Policy) any { return p.refoldSource }, func(p *Policy, v any) { p.refoldSource = py.As[string](v) }, true},
	{"content_manager", func(p *Policy) any { return p.manager }, func(p *Policy, v any) { p.manager = v }, true},
}

// with is a copy with other settings.
func (p *Policy) with(kw any) *Policy {
	out := *p
	for name, value := range kw.(*py.Dict[any, any]).All() {
		out.assign(name.(string), value)
	}
	return &out
}

func (p *Policy) assign(name string, value any) {
	for _, s := range settings {
		if s.name == name && (!s.extended || !p.legacy) {
			s.set(p, value)
			return
		}
	}
	panic(exc.TypeError("%s is an invalid keyword argument for %s", py.Repr(name), p.class.Name()))
}

func definePolicy(legacy bool) func(d *py.Definition) {
	return func(d *py.Definition) {
		of := py.PayloadAs[*Policy]
		d.New("__new__(**kw)", func(kw any) any { return newPolicy(legacy).with(kw) })
		d.Method("clone(self, **kw)", func(self, kw any) any { return of(self).with(kw) })
		d.Method("__add__(self, other)", func(self, other any) any {
			p := *of(self)
			base := newPolicy(legacy)
			for _, s := range settings {
				if v := s.get(of(other)); !py.Equal(v, s.get(base)) {
					s.set(&p, v)
				}
			}
			return &p
		})
		for _, s := range settings {
			if legacy && s.extended {
				continue
			}
			d.Member(s.name, func(self any) any { return s.get(of(self)) }, func(self, _ any) {
				panic(exc.AttributeError("%s object attribute %s is read-only", py.Repr(py.TypeOf(self).Name()), py.Repr(s.name)))
			})
		}
		d.Method("header_max_count(self, name)", func(self, name any) any { return maxCount(of(self), py.As[string](name)) })
		d.Method("header_source_parse(self, sourcelines)", func(self, lines any) any {
			var all []string
			for line := range py.Iter(lines) {
				all = append(all, py.As[string](line))
			}
			f := sourceField(all)
			return py.Tuple{f.name, f.value}
		})
		d.Method("header_store_parse(self, name, value)", func(self, name, value any) any {
			return py.Tuple{name, of(self).store(py.As[string](name), value)}
		})
		d.Method("header_fetch_parse(self, name, value)", func(self, name, value any) any {
			return of(self).fetch(field{py.As[string](name), value})
		})
		d.Method("fold(self, name, value)", func(self, name, value any) any {
			return of(self).fold(field{py.As[string](name), value}, false)
		})
		d.Method("fold_binary(self, name, value)", func(self, name, value any) any {
			return py.StrEncode(of(self).fold(field{py.As[string](name), value}, true), "utf-8", "surrogateescape")
		})
		if !legacy {
			d.Method("header_factory(self, name, value)", func(self, name, value any) any {
				return newHeader(py.As[string](name), value)
			})
		}
	}
}

var (
	compatClass *py.Class
	policyClass *py.Class
)

func init() {
	base := py.NewNativeClass("email._policybase", "Policy", nil, func(*py.Definition) {})
	compatClass = py.NewNativeClass("email._policybase", "Compat32", []*py.Class{base}, definePolicy(true))
	policyClass = py.NewNativeClass("email.policy", "EmailPolicy", []*py.Class{base}, definePolicy(false))
}

// policies are the ready ones.
var policies = sync.OnceValue(func() (all struct{ compat, standard, strict, smtp, smtpUTF8, http *Policy }) {
	all.compat = newPolicy(true)
	all.standard = newPolicy(false)
	derived := func(change func(p *Policy)) *Policy {
		p := *all.standard
		change(&p)
		return &p
	}
	all.strict = derived(func(p *Policy) { p.raiseOnDefect = true })
	all.smtp = derived(func(p *Policy) { p.linesep = "\r\n" })
	all.http = derived(func(p *Policy) { p.linesep, p.maxLine = "\r\n", 0 })
	all.smtpUTF8 = derived(func(p *Policy) { p.linesep, p.utf8 = "\r\n", true })
	return all
})

// policyOf is an argument as a policy.
func policyOf(v any) *Policy { return py.PayloadAs[*Policy](v) }

// limits are those of header lines.
func (p *Policy) limits() rfc5322.Limits {
	return rfc5322.Limits{MaxLine: p.maxLine, Linesep: p.linesep, UTF8: p.utf8}
}

// handle raises a defect, or notes it in the message.
func (p *Policy) handle(m *Message, defect py.BaseException) {
	if p.raiseOnDefect {
		panic(defect)
	}
	m.defects.Append(defect)
}

// store is a value as a message keeps it.
func (p *Policy) store(name string, value any) any {
	if p.legacy {
		return value
	}
	if h := headerName(value); h != "" && strings.EqualFold(h, name) {
		return value
	}
	if s, ok := py.Payload(value).(string); ok && len(splitLines(s)) > 1 {
		panic(exc.ValueError("Header values may not contain linefeed or carriage return characters"))
	}
	return newHeader(name, value)
}

// fetch is a value as a program sees it.
func (p *Policy) fetch(f field) any {
	if p.legacy {
		if s, ok := f.value.(string); ok && rfc5322.HasSurrogates(s) {
			return newLegacyHeader(s, "unknown-8bit", f.name)
		}
		return f.value
	}
	if headerName(f.value) != "" {
		return f.value
	}
	return newHeader(f.name, strings.Join(headerLines(py.Str(f.value)), ""))
}

// fold writes a header with its name. binary says that bytes are written.
func (p *Policy) fold(f field, binary bool) string {
	if p.legacy {
		return p.foldLegacy(f, !binary || p.cteType == "7bit")
	}
	if headerName(f.value) != "" {
		return rfc5322.Fold(headerName(f.value), headerTree(f.value), p.limits())
	}
	source := py.Str(f.value)
	lines := headerLines(source)
	maxLine := p.maxLine
	if maxLine == 0 {
		maxLine = 1 << 62
	}
	refold := p.refoldSource == "all"
	if p.refoldSource == "long" {
		for i, line := range lines {
			width := py.StrLen(line)
			if i == 0 {
				width += py.StrLen(f.name) + 2
			}
			refold = refold || width > maxLine
		}
	}
	if !refold {
		if !p.utf8 {
			refold = !py.StrIsASCII(source)
		} else if !binary || p.cteType == "7bit" {
			refold = rfc5322.HasSurrogates(source)
		}
	}
	if refold {
		return rfc5322.Fold(f.name, headerTree(newHeader(f.name, strings.Join(lines, ""))), p.limits())
	}
	return f.name + ": " + strings.Join(lines, p.linesep) + p.linesep
}

func (p *Policy) foldLegacy(f field, sanitize bool) string {
	h, ok := py.Payload(f.value).(*legacyHeader)
	if !ok {
		text := py.As[string](f.value)
		charset := "us-ascii"
		if rfc5322.HasSurrogates(text) {
			if !sanitize {
				return f.name + ": " + text + p.linesep
			}
			charset = "unknown-8bit"
		}
		h = newLegacyHeader(text, charset, f.name)
	}
	return f.name + ": " + h.encode(";, \t", p.maxLine, p.linesep) + p.linesep
}

// headerLines splits the source of a header into its lines.
func headerLines(s string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s), "\n")
}

// splitLines is str.splitlines.
func splitLines(s string) []string {
	var lines []string
	for line := range py.StrSplitLines(s, false).All() {
		lines = append(lines, line)
	}
	return lines
}
