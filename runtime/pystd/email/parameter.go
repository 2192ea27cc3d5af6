package email

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
)

// A parameter is name=value of a header; value is a str, or the charset,
// language and text of RFC 2231.
type parameter struct {
	name  string
	value any
}

// formatParameter writes a parameter.
func formatParameter(name string, value any, quoted bool) string {
	if triple, ok := value.(py.Tuple); ok && len(triple) == 3 {
		return name + "*=" + encodeRFC2231(py.As[string](triple[2]), triple[0], triple[1])
	}
	text := py.As[string](value)
	switch {
	case text == "":
		return name
	case !py.StrIsASCII(text):
		return name + "*=" + encodeRFC2231(text, "utf-8", "")
	case quoted || strings.ContainsAny(text, " ()<>@,;:\\\"/[]?="):
		return name + `="` + quote(text) + `"`
	}
	return name + "=" + text
}

// quote escapes text for a quoted string.
func quote(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s)
}

// unquote removes quotes or angle brackets.
func unquote(s string) string {
	if len(s) > 1 {
		if s[0] == '"' && s[len(s)-1] == '"' {
			return strings.ReplaceAll(strings.ReplaceAll(s[1:len(s)-1], `\\`, `\`), `\"`, `"`)
		}
		if s[0] == '<' && s[len(s)-1] == '>' {
			return s[1 : len(s)-1]
		}
	}
	return s
}

func unquoteValue(v any) any {
	if triple, ok := v.(py.Tuple); ok {
		return py.Tuple{triple[0], triple[1], unquote(py.As[string](triple[2]))}
	}
	return unquote(py.As[string](v))
}

func encodeRFC2231(s string, charset, language any) string {
	codec := charset
	if !py.Truth(codec) {
		codec = "ascii"
	}
	quoted := py.As[string](py.CallKw(urllibparse.Module().Attr("quote"), []any{s}, py.Kwargs{{Name: "safe", Value: ""}, {Name: "encoding", Value: codec}}))
	if charset == nil && language == nil {
		return quoted
	}
	if language == nil {
		language = ""
	}
	return py.Str(charset) + "'" + py.Str(language) + "'" + quoted
}

// splitParameters splits a value at the semicolons that are not in quotes.
func splitParameters(s string) []string {
	var all []string
	s = ";" + s
	for strings.HasPrefix(s, ";") {
		s = s[1:]
		end := strings.IndexByte(s, ';')
		for end > 0 && (strings.Count(s[:end], `"`)-strings.Count(s[:end], `\"`))%2 != 0 {
			next := strings.IndexByte(s[end+1:], ';')
			if next < 0 {
				end = -1
				break
			}
			end += 1 + next
		}
		if end < 0 {
			end = len(s)
		}
		part := s[:end]
		if name, value, ok := strings.Cut(part, "="); ok {
			part = strings.ToLower(strings.TrimSpace(name)) + "=" + strings.TrimSpace(value)
		}
		all = append(all, strings.TrimSpace(part))
		s = s[end:]
	}
	return all
}

// parameters are those of a header, quoted as written; false if there is no
// such header.
func (m *Message) parameters(header string) ([]parameter, bool) {
	text, ok := m.text(header)
	if !ok {
		return nil, false
	}
	var all []parameter
	for _, part := range splitParameters(text) {
		name, value, _ := strings.Cut(part, "=")
		all = append(all, parameter{strings.TrimSpace(name), strings.TrimSpace(value)})
	}
	return decodeParameters(all), true
}

// section is a numbered part of a parameter by RFC 2231.
type section struct {
	number  int
	text    string
	encoded bool
}

// decodeParameters joins the sections of parameters.
func decodeParameters(list []parameter) []parameter {
	out := list[:1:1]
	var names []string
	sections := map[string][]section{}
	for _, p := range list[1:] {
		value := unquote(p.value.(string))
		base, mark, starred := strings.Cut(p.name, "*")
		number := strings.TrimSuffix(mark, "*")
		n, err := strconv.Atoi(number)
		if !starred || base == "" || number != "" && err != nil {
			out = append(out, parameter{p.name, `"` + quote(value) + `"`})
			continue
		}
		if number == "" {
			n = -1
		}
		if sections[base] == nil {
			names = append(names, base)
		}
		sections[base] = append(sections[base], section{n, value, strings.HasSuffix(p.name, "*")})
	}
	for _, name := range names {
		parts := sections[name]
		slices.SortStableFunc(parts, func(a, b section) int { return a.number - b.number })
		var b strings.Builder
		extended := false
		for _, s := range parts {
			if s.encoded {
				extended = true
				s.text = py.As[string](py.CallKw(urllibparse.Module().Attr("unquote"), []any{s.text}, py.Kwargs{{Name: "encoding", Value: "latin-1"}}))
			}
			b.WriteString(s.text)
		}
		value := quote(b.String())
		if !extended {
			out = append(out, parameter{name, `"` + value + `"`})
			continue
		}
		triple := decodeRFC2231(value)
		out = append(out, parameter{name, py.Tuple{triple[0], triple[1], `"` + py.Str(triple[2]) + `"`}})
	}
	return out
}

// decodeRFC2231 splits charset'language'text.
func decodeRFC2231(s string) py.Tuple {
	parts := strings.SplitN(s, "'", 3)
	if len(parts) < 3 {
		return py.Tuple{nil, nil, s}
	}
	return py.Tuple{parts[0], parts[1], parts[2]}
}

// collapse is email.utils.collapse_rfc2231_value.
func collapse(value any, errors, fallback string) string {
	triple, ok := value.(py.Tuple)
	if !ok || len(triple) != 3 {
		return unquote(py.As[string](value))
	}
	charset, ok := triple[0].(string)
	if !ok {
		charset = fallback
	}
	text := py.As[string](triple[2])
	var out string
	err := py.Try(func() error {
		out = py.BytesDecode(rawUnicodeEscape(text), charset, errors)
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.LookupError) {
			panic(err)
		}
		return unquote(text)
	}
	return out
}

// parameter finds a parameter of a header.
func (m *Message) parameter(name, header string, unquoted bool) (any, bool) {
	list, _ := m.parameters(header)
	for _, p := range list {
		if strings.EqualFold(p.name, name) {
			if unquoted {
				return unquoteValue(p.value), true
			}
			return p.value, true
		}
	}
	return nil, false
}

// setParameter is set_param.
func (m *Message) setParameter(name string, value any, header string, requote, replace bool) {
	old, has := m.text(header)
	ctype := old
	if !has && strings.EqualFold(header, "content-type") {
		ctype = "text/plain"
	}
	present, found := m.parameter(name, header, true)
	if !found || !py.Truth(present) {
		formatted := formatParameter(name, value, requote)
		if ctype == "" {
			ctype = formatted
		} else {
			ctype += "; " + formatted
		}
	} else {
		list, _ := m.parameters(header)
		var all []string
		for _, p := range list {
			v := p.value
			if requote {
				v = unquoteValue(v)
			}
			if strings.EqualFold(p.name, name) {
				v = value
				p.name = name
			}
			all = append(all, formatParameter(p.name, v, requote))
		}
		ctype = strings.Join(all, "; ")
	}
	if has && ctype == old {
		return
	}
	if replace {
		m.replace(header, ctype)
		return
	}
	m.remove(header)
	m.set(header, ctype)
}

// removeParameter is del_param.
func (m *Message) removeParameter(name, header string, requote bool) {
	old, ok := m.text(header)
	if !ok {
		return
	}
	list, _ := m.parameters(header)
	var all []string
	for _, p := range list {
		if strings.EqualFold(p.name, name) {
			continue
		}
		v := p.value
		if requote {
			v = unquoteValue(v)
		}
		all = append(all, formatParameter(p.name, v, requote))
	}
	if text := strings.Join(all, "; "); text != old {
		m.remove(header)
		m.set(header, text)
	}
}

// setType is set_type.
func (m *Message) setType(kind, header string, requote bool) {
	if strings.Count(kind, "/") != 1 {
		panic(py.NewValueError())
	}
	if strings.EqualFold(header, "content-type") {
		m.remove("mime-version")
		m.set("MIME-Version", "1.0")
	}
	if !m.has(header) {
		m.set(header, kind)
		return
	}
	list, _ := m.parameters(header)
	m.remove(header)
	m.set(header, kind)
	for _, p := range list[1:] {
		v := p.value
		if requote {
			v = unquoteValue(v)
		}
		m.setParameter(p.name, v, header, requote, false)
	}
}

// boundary is get_boundary.
func (m *Message) boundary() (string, bool) {
	v, ok := m.parameter("boundary", "content-type", true)
	if !ok {
		return "", false
	}
	return strings.TrimRight(collapse(v, "replace", "us-ascii"), " \t\r\n\f\v"), true
}

// setBoundary is set_boundary.
func (m *Message) setBoundary(boundary string) {
	list, ok := m.parameters("content-type")
	if !ok {
		panic(py.NewException(rfc5322.HeaderParseError, "No Content-Type header found"))
	}
	found := false
	for i, p := range list {
		if strings.EqualFold(p.name, "boundary") {
			list[i] = parameter{"boundary", `"` + boundary + `"`}
			found = true
		}
	}
	if !found {
		list = append(list, parameter{"boundary", `"` + boundary + `"`})
	}
	var parts []string
	for _, p := range list {
		if p.value == "" {
			parts = append(parts, p.name)
		} else {
			parts = append(parts, p.name+"="+py.Str(p.value))
		}
	}
	for i, f := range m.headers {
		if strings.EqualFold(f.name, "content-type") {
			m.headers[i].value = m.policy.store(f.name, strings.Join(parts, "; "))
		}
	}
}

// filename is get_filename.
func (m *Message) filename(otherwise any) any {
	v, ok := m.parameter("filename", "content-disposition", true)
	if !ok {
		v, ok = m.parameter("name", "content-type", true)
	}
	if !ok {
		return otherwise
	}
	return strings.TrimSpace(collapse(v, "replace", "us-ascii"))
}

// parametersList is get_params.
func (m *Message) parametersList(header string, unquoted bool) *py.List[any] {
	list, ok := m.parameters(header)
	if !ok {
		return nil
	}
	out := py.ListOf[any]()
	for _, p := range list {
		v := p.value
		if unquoted {
			v = unquoteValue(v)
		}
		out.Append(py.Tuple{p.name, v})
	}
	return out
}
