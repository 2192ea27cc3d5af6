package rfc5322

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const (
	tokenEnds     = "()<>@,:;\\\"[]/?=" + whitespace
	attributeEnds = tokenEnds + "*'%"
)

// A MIMEValue is the value of a Content-Type or Content-Disposition header.
type MIMEValue struct {
	Tree *Node
	// Value is what stands before the parameters.
	Value      string
	Parameters []Parameter
	// Valid says that the text follows the grammar.
	Valid bool
}

// section is a parameter as it is written: a part of one, perhaps.
type section struct {
	name     string
	number   int
	extended bool
	charset  string
	value    string
}

// ContentType parses maintype/subtype; name=value...
func ContentType(value string) MIMEValue {
	head, rest, _ := cutUnquoted(value)
	main, sub, ok := strings.Cut(strings.TrimSpace(head), "/")
	main, sub = strings.TrimSpace(main), strings.TrimSpace(sub)
	v := MIMEValue{Valid: true, Value: strings.ToLower(main) + "/" + strings.ToLower(sub)}
	if !ok || main == "" || sub == "" || strings.ContainsAny(main, tokenEnds) || strings.ContainsAny(sub, tokenEnds) {
		v.Value, v.Valid = "text/plain", false
		v.Tree = branch("content-type", leaf(kindText, value))
		v.Tree.noEncodedWord = true
		return v
	}
	v.finish("content-type", leaf(kindText, strings.TrimRight(head, whitespace)), rest, strings.Contains(value, ";"))
	return v
}

// ContentDisposition parses disposition; name=value...
func ContentDisposition(value string) MIMEValue {
	head, rest, _ := cutUnquoted(value)
	v := MIMEValue{Valid: true, Value: strings.ToLower(strings.TrimSpace(head))}
	if v.Value == "" || strings.ContainsAny(v.Value, tokenEnds) {
		v.Valid = false
	}
	v.finish("content-disposition", leaf(kindText, strings.TrimRight(head, whitespace)), rest, strings.Contains(value, ";"))
	return v
}

func (v *MIMEValue) finish(kind string, head *Node, rest string, separated bool) {
	v.Tree = branch(kind, head)
	v.Tree.noEncodedWord, v.Tree.noBreak = true, true
	if separated {
		v.Parameters = parameters(rest)
		all := &Node{kind: kindParameters, noBreak: true, parameters: v.Parameters}
		v.Tree.parts = append(v.Tree.parts, leaf("parameter-separator", ";"), all)
	}
}

// cutUnquoted splits at the first semicolon outside of quotes.
func cutUnquoted(s string) (before, after string, found bool) {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case c == ';' && !quoted:
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

// parameters parses name=value; ..., and joins the sections of RFC 2231.
func parameters(text string) []Parameter {
	var names []string
	sections := map[string][]section{}
	for text != "" {
		var one string
		one, text, _ = cutUnquoted(text)
		s, ok := parseSection(one)
		if !ok {
			continue
		}
		if sections[s.name] == nil {
			names = append(names, s.name)
		}
		sections[s.name] = append(sections[s.name], s)
	}
	var all []Parameter
	for _, name := range names {
		all = append(all, Parameter{name, joinSections(sections[name])})
	}
	return all
}

// parseSection parses name=value, name*=charset”value, name*0=value or
// name*0*=value.
func parseSection(text string) (s section, ok bool) {
	name, value, found := strings.Cut(text, "=")
	name = strings.TrimSpace(name)
	if !found || name == "" {
		return s, false
	}
	base, mark, starred := strings.Cut(name, "*")
	if base == "" || strings.ContainsAny(base, attributeEnds) {
		return s, false
	}
	s.name = base
	if starred {
		s.extended = mark == "" || strings.HasSuffix(mark, "*")
		if number := strings.TrimSuffix(mark, "*"); number != "" {
			n, err := strconv.Atoi(number)
			if err != nil || n < 0 {
				return s, false
			}
			s.number = n
		}
	}
	value = strings.TrimSpace(value)
	if strings.HasPrefix(value, `"`) {
		r := scanner{rest: value}
		quoted := r.quotedString()
		var b strings.Builder
		for _, p := range quoted.parts {
			b.WriteString(p.String())
		}
		value = b.String()
	} else if end := strings.IndexAny(value, "()<>@,:;\\\"[]"+whitespace); end >= 0 {
		value = value[:end]
	}
	s.value = value
	if s.extended && s.number == 0 {
		if parts := strings.SplitN(value, "'", 3); len(parts) == 3 {
			s.charset, s.value = parts[0], parts[2]
		}
	}
	return s, true
}

// joinSections is the value of a parameter; sections that repeat a number are
// left out.
func joinSections(sections []section) string {
	slices.SortStableFunc(sections, func(a, b section) int { return a.number - b.number })
	if !sections[0].extended && len(sections) > 1 && sections[1].number == 0 {
		sections = sections[:1]
	}
	var b strings.Builder
	next := 0
	for _, s := range sections {
		if s.number != next && !s.extended {
			continue
		}
		next++
		if s.extended {
			b.WriteString(decodePercent(s.value, sections[0].charset))
		} else {
			b.WriteString(s.value)
		}
	}
	return b.String()
}

func decodePercent(value, charset string) string {
	var data strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] == '%' && i+2 < len(value) && isHex(value[i+1]) && isHex(value[i+2]) {
			data.WriteByte(hexValue(value[i+1])<<4 | hexValue(value[i+2]))
			i += 2
			continue
		}
		data.WriteByte(value[i])
	}
	text := ""
	err := py.Try(func() error {
		text = py.BytesDecode(data.String(), charset, "surrogateescape")
		return nil
	})
	if err != nil {
		text = py.BytesDecode(data.String(), "ascii", "surrogateescape")
	}
	return text
}

// Token parses a value of one word, as Content-Transfer-Encoding has it.
func Token(kind, value string) (tree *Node, word string) {
	tree = branch(kind, leaf(kindText, value))
	tree.noEncodedWord = true
	return tree, strings.ToLower(strings.TrimSpace(value))
}
