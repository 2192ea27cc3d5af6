package py

import (
	"strconv"
	"strings"
	"sync"
)

// paramKind is how a parameter takes its argument.
type paramKind uint8

const (
	positionalOnly paramKind = iota
	positionalOrKeyword
	varPositional
	keywordOnly
	varKeyword
)

// parameter is one parameter of a signature.
type parameter struct {
	name string
	kind paramKind
	// hasDefault tells that the parameter may be left out. Its value is
	// literal, or the extra-th of the defaults given to Func when extra >= 0.
	hasDefault bool
	literal    any
	extra      int
}

// signature is a parsed spec. It is shared by all functions made from the same
// spec text, so that a def statement in a loop parses once.
type signature struct {
	name   string
	params []parameter
	// positional is the number of parameters that take positional arguments,
	// required the number of those without a default; posOnly of them cannot
	// be given by name.
	positional int
	posOnly    int
	required   int
	kwOnly     int
	star       int // index of *args, or -1
	starStar   int // index of **kwargs, or -1
	// simple signatures have only positional parameters.
	simple bool
}

var signatures sync.Map // spec string → *signature

// signatureOf parses a spec, "name(a, b=1, /, *rest, c, **options)".
func signatureOf(spec string) *signature {
	if s, ok := signatures.Load(spec); ok {
		return s.(*signature)
	}
	s := parseSignature(spec)
	signatures.Store(spec, s)
	return s
}

func parseSignature(spec string) *signature {
	open := strings.IndexByte(spec, '(')
	if open < 0 || !strings.HasSuffix(spec, ")") {
		panic("py: bad function spec " + strconv.Quote(spec))
	}
	s := &signature{name: strings.TrimSpace(spec[:open]), star: -1, starStar: -1}
	extra := 0
	keywords := false
	for _, part := range splitParams(spec[open+1 : len(spec)-1]) {
		switch {
		case part == "/":
			for i := range s.params {
				s.params[i].kind = positionalOnly
			}
			s.posOnly = len(s.params)
			continue
		case part == "*":
			keywords = true
			continue
		case strings.HasPrefix(part, "**"):
			s.starStar = len(s.params)
			s.params = append(s.params, parameter{name: part[2:], kind: varKeyword})
			continue
		case strings.HasPrefix(part, "*"):
			s.star = len(s.params)
			keywords = true
			s.params = append(s.params, parameter{name: part[1:], kind: varPositional})
			continue
		}
		p := parameter{kind: positionalOrKeyword, extra: -1}
		name, value, hasDefault := strings.Cut(part, "=")
		p.name = strings.TrimSpace(name)
		p.hasDefault = hasDefault
		if value = strings.TrimSpace(value); hasDefault && value == "" {
			p.extra = extra
			extra++
		} else if hasDefault {
			p.literal = parseLiteral(value)
		}
		if keywords {
			p.kind = keywordOnly
			s.kwOnly++
		} else {
			s.positional++
			if !hasDefault {
				s.required++
			}
		}
		s.params = append(s.params, p)
	}
	s.simple = s.positional == len(s.params)
	return s
}

// splitParams splits at the commas outside quotes and brackets.
func splitParams(list string) []string {
	var parts []string
	start, depth := 0, 0
	var quote byte
	for i := 0; i < len(list); i++ {
		switch c := list[i]; {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == ',' && depth == 0:
			parts = append(parts, strings.TrimSpace(list[start:i]))
			start = i + 1
		}
	}
	if last := strings.TrimSpace(list[start:]); last != "" {
		parts = append(parts, last)
	}
	return parts
}

// parseLiteral parses the default value of a spec.
func parseLiteral(text string) any {
	switch text {
	case "None":
		return nil
	case "True":
		return true
	case "False":
		return false
	case "()":
		return Tuple{}
	}
	if i, err := strconv.Atoi(text); err == nil {
		return i
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		return f
	}
	if len(text) >= 2 && (text[0] == '\'' || text[0] == '"') {
		body := text[1 : len(text)-1]
		if text[0] == '\'' {
			body = strings.ReplaceAll(strings.ReplaceAll(body, `\'`, `'`), `"`, `\"`)
		}
		if s, err := strconv.Unquote(`"` + body + `"`); err == nil {
			return s
		}
	}
	panic("py: bad default in function spec: " + text)
}

// defaultOf is the default value of a parameter of f.
func (p *parameter) defaultOf(f *Function) any {
	if p.extra >= 0 {
		return f.defaults[p.extra]
	}
	return p.literal
}
