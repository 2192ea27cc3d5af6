package email

import (
	"regexp"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	headerLine  = regexp.MustCompile("^(From |[!-9;-~]*:|[\t ])")
	boundaryEnd = regexp.MustCompile("^(--)?[ \t]*(\r\n|\r|\n)?$")
	lineEndHere = regexp.MustCompile("^(\r\n|\r|\n)")
	lineEndLast = regexp.MustCompile("(\r\n|\r|\n)$")
)

// A parser reads a message from lines. Each of the stops ends what is being
// read where its line stands, without taking it.
type parser struct {
	policy      *Policy
	factory     any
	headersOnly bool
	lines       []string
	stops       []func(line string) bool
	stack       []any
	current     any
	last        any
}

// keepEnds splits text into lines with their ends.
func keepEnds(text string) []string {
	var lines []string
	for text != "" {
		n := strings.IndexAny(text, "\r\n")
		switch {
		case n < 0:
			n = len(text)
		case strings.HasPrefix(text[n:], "\r\n"):
			n += 2
		default:
			n++
		}
		lines = append(lines, text[:n])
		text = text[n:]
	}
	return lines
}

// parse reads a whole message and returns the object.
func parse(text string, factory any, policy *Policy, headersOnly bool) any {
	if factory == nil {
		if factory = policy.factory; factory == nil {
			factory = messageClass
		}
	}
	p := &parser{policy: policy, factory: factory, headersOnly: headersOnly, lines: keepEnds(text)}
	p.message()
	root := p.pop()
	if m := messageOf(root); m.mainType() == "multipart" && m.list() == nil && !headersOnly {
		policy.handle(m, defect("MultipartInvariantViolationDefect"))
	}
	return root
}

// line takes the next line; "" at the end of what is being read.
func (p *parser) line() string {
	if len(p.lines) == 0 {
		return ""
	}
	line := p.lines[0]
	for i := len(p.stops) - 1; i >= 0; i-- {
		if p.stops[i](line) {
			return ""
		}
	}
	p.lines = p.lines[1:]
	return line
}

func (p *parser) unread(line string) { p.lines = append([]string{line}, p.lines...) }

// rest takes all lines up to the end of what is being read.
func (p *parser) rest() string {
	var b strings.Builder
	for line := p.line(); line != ""; line = p.line() {
		b.WriteString(line)
	}
	return b.String()
}

func (p *parser) push() {
	made := py.CallKw(p.factory, nil, py.Kwargs{{Name: "policy", Value: p.policy}})
	if p.current != nil && messageOf(p.current).contentType() == "multipart/digest" {
		messageOf(made).defaultType = "message/rfc822"
	}
	if len(p.stack) > 0 {
		messageOf(p.stack[len(p.stack)-1]).attach(made)
	}
	p.stack = append(p.stack, made)
	p.current, p.last = made, made
}

func (p *parser) pop() any {
	top := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	p.current = nil
	if len(p.stack) > 0 {
		p.current = p.stack[len(p.stack)-1]
	}
	return top
}

// message reads a message or part; it stays on the stack.
func (p *parser) message() {
	p.push()
	m := messageOf(p.current)
	var headers []string
	for line := p.line(); line != ""; line = p.line() {
		if !headerLine.MatchString(line) {
			if !lineEndHere.MatchString(line) {
				p.policy.handle(m, defect("MissingHeaderBodySeparatorDefect"))
				p.unread(line)
			}
			break
		}
		headers = append(headers, line)
	}
	p.headers(m, headers)
	switch {
	case p.headersOnly:
		m.payload = p.rest()
	case m.contentType() == "message/delivery-status":
		p.deliveryStatus()
	case m.mainType() == "message":
		p.message()
		p.pop()
	case m.mainType() == "multipart":
		p.multipart(m)
	default:
		m.payload = p.rest()
	}
}

func (p *parser) deliveryStatus() {
	for {
		p.stops = append(p.stops, lineEndHere.MatchString)
		p.message()
		p.pop()
		p.stops = p.stops[:len(p.stops)-1]
		p.line()
		line := p.line()
		if line == "" {
			return
		}
		p.unread(line)
	}
}

// multipart reads the parts of a message.
func (p *parser) multipart(m *Message) {
	boundary, ok := m.boundary()
	if !ok {
		p.policy.handle(m, defect("NoBoundaryInMultipartDefect"))
		m.payload = p.rest()
		return
	}
	if encoding, ok := m.text("content-transfer-encoding"); ok {
		switch strings.ToLower(encoding) {
		case "7bit", "8bit", "binary":
		default:
			p.policy.handle(m, defect("InvalidMultipartContentTransferEncodingDefect"))
		}
	}
	separator := "--" + boundary
	match := func(line string) []string {
		if !strings.HasPrefix(line, separator) {
			return nil
		}
		return boundaryEnd.FindStringSubmatch(line[len(separator):])
	}
	isBoundary := func(line string) bool { return match(line) != nil }
	var preamble []string
	inPreamble, closed, lineEnd := true, false, ""
	for line := p.line(); line != ""; line = p.line() {
		found := match(line)
		if found == nil {
			preamble = append(preamble, line)
			continue
		}
		if found[1] != "" {
			closed, lineEnd = true, found[2]
			break
		}
		if inPreamble {
			if len(preamble) > 0 {
				last := len(preamble) - 1
				preamble[last] = lineEndLast.ReplaceAllString(preamble[last], "")
				m.preamble = strings.Join(preamble, "")
			}
			inPreamble = false
			p.unread(line)
			continue
		}
		for line = p.line(); line != ""; line = p.line() {
			if !isBoundary(line) {
				p.unread(line)
				break
			}
		}
		p.stops = append(p.stops, isBoundary)
		p.message()
		p.trimLast()
		p.stops = p.stops[:len(p.stops)-1]
		p.pop()
		p.last = p.current
	}
	switch {
	case inPreamble:
		p.policy.handle(m, defect("StartBoundaryNotFoundDefect"))
		m.payload = strings.Join(preamble, "")
		p.rest()
		m.epilogue = ""
	case !closed:
		p.policy.handle(m, defect("CloseBoundaryNotFoundDefect"))
	default:
		epilogue := p.rest()
		if lineEnd == "" {
			epilogue = lineEndHere.ReplaceAllString(epilogue, "")
		}
		m.epilogue = epilogue
	}
}

// trimLast takes the line end before a boundary from what was read last.
func (p *parser) trimLast() {
	last := messageOf(p.last)
	if last.mainType() == "multipart" {
		switch epilogue := last.epilogue.(type) {
		case string:
			last.epilogue = lineEndLast.ReplaceAllString(epilogue, "")
			if epilogue == "" {
				last.epilogue = nil
			}
		}
		return
	}
	if payload, ok := last.payload.(string); ok {
		last.payload = lineEndLast.ReplaceAllString(payload, "")
	}
}

// headers stores header lines.
func (p *parser) headers(m *Message, lines []string) {
	var current []string
	flush := func() {
		if len(current) > 0 {
			m.headers = append(m.headers, sourceField(current))
			current = nil
		}
	}
	for i, line := range lines {
		if line[0] == ' ' || line[0] == '\t' {
			if current == nil {
				p.policy.handle(m, defect("FirstHeaderLineIsContinuationDefect", line))
				continue
			}
			current = append(current, line)
			continue
		}
		flush()
		if strings.HasPrefix(line, "From ") {
			switch i {
			case 0:
				m.unixFrom = lineEndLast.ReplaceAllString(line, "")
			case len(lines) - 1:
				p.unread(line)
				return
			default:
				m.defects.Append(defect("MisplacedEnvelopeHeaderDefect", line))
			}
			continue
		}
		if line[0] == ':' {
			m.defects.Append(defect("InvalidHeaderDefect", "Missing header name."))
			continue
		}
		current = []string{line}
	}
	flush()
}

// sourceField is a header as its lines have it.
func sourceField(lines []string) field {
	name, value, _ := strings.Cut(lines[0], ":")
	value = strings.TrimLeft(value, " \t") + strings.Join(lines[1:], "")
	return field{name, strings.TrimRight(value, "\r\n")}
}
