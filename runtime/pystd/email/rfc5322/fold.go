package rfc5322

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Limits say how headers are folded.
type Limits struct {
	// MaxLine is the longest line; 0 is no limit.
	MaxLine int
	Linesep string
	// UTF8 says that characters outside ASCII stand for themselves.
	UTF8 bool
}

const (
	specials   = "()<>@,:;.\\\"[]"
	lineBreaks = "\r\n"
)

// Fold writes a header in lines that are not longer than the limit, if that
// is possible.
func Fold(name string, value *Node, limits Limits) string {
	label := branch("header-label", leaf("header-name", name), leaf("header-sep", ":"))
	label.noEncodedWord = true
	header := branch("header", label)
	if len(value.parts) > 0 {
		header.parts = append(header.parts, branch(kindCFWS, leaf(kindSpace, " ")))
	}
	header.parts = append(header.parts, value)
	return fold(header, limits)
}

// A folder holds the lines that are being written.
type folder struct {
	limits Limits
	max    int
	lines  []string
	// space is the whitespace at the start of a line that is part of the text
	// if an encoded word follows.
	space string
	// word is where an encoded word begins on the last line, -1 if none does.
	word        int
	wordCharset string
	// blocked counts the nodes around that must not become encoded words.
	blocked int
	// encode says that the next part must become an encoded word.
	encode bool
}

func (f *folder) last() *string { return &f.lines[len(f.lines)-1] }

func (f *folder) room() int { return f.max - length(*f.last()) }

// stealSpace takes one blank from the end of the last line.
func (f *folder) stealSpace() string {
	line := f.last()
	if *line == "" || strings.IndexByte(whitespace, (*line)[len(*line)-1]) < 0 {
		return ""
	}
	space := (*line)[len(*line)-1:]
	*line = (*line)[:len(*line)-1]
	return space
}

func fold(tree *Node, limits Limits) string {
	f := &folder{limits: limits, max: limits.MaxLine, lines: []string{""}, word: -1}
	if f.max == 0 {
		f.max = 1 << 62
	}
	parts := append([]*Node(nil), tree.parts...)
	for len(parts) > 0 {
		part := parts[0]
		parts = parts[1:]
		if part.kind == endOfBlock {
			f.blocked--
			continue
		}
		parts = append(f.fold(part), parts...)
	}
	return strings.Join(f.lines, limits.Linesep) + limits.Linesep
}

// charsetOf says in which charset text is written, and sets encode if it must
// become an encoded word.
func (f *folder) charsetOf(part *Node, text string) string {
	if !f.encode {
		if part.kind == kindQuotedText {
			f.encode = strings.ContainsAny(text, specials+lineBreaks)
		} else {
			f.encode = strings.ContainsAny(text, lineBreaks)
		}
	}
	switch {
	case f.limits.UTF8 && !HasSurrogates(text):
		return "utf-8"
	case isASCII(text):
		return "us-ascii"
	}
	f.encode = true
	if part.hasUndecodable() || HasSurrogates(text) {
		return unknown8Bit
	}
	return "utf-8"
}

// fold writes a part, or returns what to write in its place.
func (f *folder) fold(part *Node) []*Node {
	text := part.String()
	charset := f.charsetOf(part, text)
	if part.kind == kindParameters {
		f.foldParameters(part)
		f.encode = false
		return nil
	}
	if f.encode && f.blocked == 0 {
		if rest, done := f.foldEncoded(part, text, charset); done {
			return rest
		}
	}
	if length(text) <= f.room() {
		*f.last() += text
		return nil
	}
	f.space = ""
	if !part.noBreak && length(text)+1 <= f.max {
		if newline := f.stealSpace(); newline != "" || part.startsWithSpace() {
			line := newline + text
			f.lines = append(f.lines, line)
			f.space = line[:leadingSpace(line)]
			f.word = -1
			return nil
		}
	}
	if !part.leaf {
		parts := append([]*Node(nil), part.parts...)
		if !part.encodable() {
			f.blocked++
			parts = append(parts, leaf(endOfBlock, ""))
		}
		return parts
	}
	if part.encodable() && f.blocked == 0 {
		f.encode = true
		return []*Node{part}
	}
	if newline := f.stealSpace(); newline != "" || part.startsWithSpace() {
		f.lines = append(f.lines, newline+text)
	} else {
		*f.last() += text
	}
	return nil
}

// foldEncoded writes a part that must become an encoded word, or returns its
// parts; done is false if it stays as it is.
func (f *folder) foldEncoded(part *Node, text, charset string) (rest []*Node, done bool) {
	if !part.encodable() {
		f.encode = false
		f.word = -1
		if !part.noBreak {
			folded := strings.TrimSuffix(fold(part, f.limits), f.limits.Linesep)
			if !strings.Contains(folded, f.limits.Linesep) {
				if length(folded) > f.room() {
					f.lines = append(f.lines, f.stealSpace())
				}
				*f.last() += folded
				return nil, true
			}
		}
	}
	switch {
	case !part.leaf:
		f.encode = false
		return append([]*Node(nil), part.parts...), true
	case part.encodable():
		if f.word >= 0 && charset != f.wordCharset &&
			(f.wordCharset == unknown8Bit || f.wordCharset == "utf-8" && charset != "us-ascii") {
			f.word = -1
		}
		f.foldWord(text, charset, !part.noCombine)
		f.space = ""
		f.wordCharset = charset
		f.encode = false
		return nil, true
	}
	f.word = -1
	f.encode = false
	return nil, false
}

// foldWord appends text as encoded words, together with the one at the end of
// the last line.
func (f *folder) foldWord(text, charset string, combine bool) {
	if f.word >= 0 && combine {
		line := *f.last()
		text = Unstructured(line[f.word:] + text).String()
		*f.last() = line[:f.word]
	} else if strings.IndexByte(whitespace, text[0]) >= 0 {
		if f.room() == 0 {
			f.lines = append(f.lines, f.stealSpace())
		}
		*f.last() += text[:1]
		text = text[1:]
	}
	trailing := ""
	if text != "" && strings.IndexByte(whitespace, text[len(text)-1]) >= 0 {
		trailing, text = text[len(text)-1:], text[:len(text)-1]
	}
	start := f.word
	if start < 0 {
		start = len(*f.last())
	}
	if charset == "us-ascii" {
		charset = "utf-8"
	}
	// The marks of an encoded word take 7 characters beside the charset.
	marks := len(charset) + 7
	if marks+1 >= f.max {
		panic(py.NewException(HeaderParseError, "max_line_length is too small to fit an encoded word"))
	}
	rest := characters(text)
	for len(rest) > 0 {
		room := f.room()
		space := room - marks - len(f.space)
		if space <= 0 {
			f.lines = append(f.lines, " ")
			continue
		}
		if len(f.lines) > 1 && length(*f.last()) == 1 && f.space != "" {
			*f.last() += EncodeWord(f.space, charset)
			f.space = ""
		}
		n := min(space, len(rest))
		word := EncodeWord(strings.Join(rest[:n], ""), charset)
		for len(word) > room {
			n--
			word = EncodeWord(strings.Join(rest[:n], ""), charset)
		}
		*f.last() += word
		rest = rest[n:]
		f.space = ""
		if len(rest) > 0 {
			f.lines = append(f.lines, " ")
			start = len(*f.last())
		}
	}
	*f.last() += trailing
	f.word = -1
	if combine {
		f.word = start
	}
}

// foldParameters writes the parameters of a MIME header, those that are too
// long or not ASCII in the form of RFC 2231.
func (f *folder) foldParameters(part *Node) {
	for _, p := range part.parameters {
		if !strings.HasSuffix(strings.TrimRight(*f.last(), " \t"), ";") {
			*f.last() += ";"
		}
		charset, errors := "us-ascii", "strict"
		encode := !isASCII(p.Value)
		switch {
		case f.limits.UTF8 && !HasSurrogates(p.Value):
			charset, encode = "utf-8", false
		case encode && HasSurrogates(p.Value):
			charset, errors = unknown8Bit, "surrogateescape"
		case encode:
			charset = "utf-8"
		}
		text := p.Name + "=" + Quote(p.Value)
		if encode {
			text = p.Name + "*=" + charset + "''" + percentEncode(p.Value, errors)
		}
		switch {
		case length(*f.last())+length(text)+1 < f.max:
			*f.last() += " " + text
			continue
		case length(text)+2 <= f.max:
			f.lines = append(f.lines, " "+text)
			continue
		}
		f.foldSections(p, charset, errors)
	}
}

// standardWidth is the width of a line by RFC 5322.
const standardWidth = 78

// foldSections writes a parameter in numbered sections.
func (f *folder) foldSections(p Parameter, charset, errors string) {
	value := characters(p.Value)
	extra := charset + "''"
	for section := 0; len(value) > 0; section++ {
		number := py.Str(section)
		// Beside them stand two stars and an equals sign.
		marks := length(p.Name) + len(number) + 3 + len(extra)
		if f.max <= marks+3 {
			f.max = standardWidth
		}
		room := f.max - marks - 2
		n := min(max(room, 1), len(value))
		encoded := percentEncode(strings.Join(value[:n], ""), errors)
		for len(encoded) > room && n > 1 {
			n--
			encoded = percentEncode(strings.Join(value[:n], ""), errors)
		}
		f.lines = append(f.lines, " "+p.Name+"*"+number+"*="+extra+encoded)
		extra = ""
		value = value[n:]
		if len(value) > 0 {
			*f.last() += ";"
		}
	}
}

// percentEncode is urllib.parse.quote without safe characters.
func percentEncode(text, errors string) string {
	data := string(py.StrEncode(text, "utf-8", errors))
	var b strings.Builder
	for i := range len(data) {
		if c := data[i]; isAlphanumeric(c) || strings.IndexByte("_.-~", c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(upperHex[c>>4])
			b.WriteByte(upperHex[c&15])
		}
	}
	return b.String()
}
