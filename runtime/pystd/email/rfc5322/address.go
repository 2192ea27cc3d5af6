package rfc5322

import (
	"strings"
)

// A Mailbox is one address: its parts as they read without quotes.
type Mailbox struct {
	Name, Local, Domain string
}

// A Group is a list of mailboxes with a name, or a single mailbox without one.
type Group struct {
	Name    string
	Named   bool
	Members []Mailbox
}

// A scanner reads a structured header.
type scanner struct {
	rest string
}

func (s *scanner) next() byte {
	if s.rest == "" {
		return 0
	}
	return s.rest[0]
}

func (s *scanner) take(n int) string {
	text := s.rest[:n]
	s.rest = s.rest[n:]
	return text
}

// span is the length of the start of the text without any of the characters.
func (s *scanner) span(until string) int {
	if n := strings.IndexAny(s.rest, until); n >= 0 {
		return n
	}
	return len(s.rest)
}

// space reads blanks and comments, nil if there are none.
func (s *scanner) space() *Node {
	all := branch(kindCFWS)
	for {
		switch c := s.next(); {
		case c == ' ' || c == '\t':
			all.parts = append(all.parts, leaf(kindSpace, s.take(leadingSpace(s.rest))))
		case c == '(':
			all.parts = append(all.parts, s.comment())
		case len(all.parts) == 0:
			return nil
		default:
			return all
		}
	}
}

// comment reads (text), in which comments can nest.
func (s *scanner) comment() *Node {
	s.take(1)
	n := branch(kindComment)
	for s.rest != "" && s.next() != ')' {
		switch c := s.next(); {
		case c == '(':
			n.parts = append(n.parts, s.comment())
		case c == ' ' || c == '\t':
			n.parts = append(n.parts, leaf(kindSpace, s.take(leadingSpace(s.rest))))
		default:
			n.parts = append(n.parts, leaf(kindQuotedText, s.quotedPairs("() \t")))
		}
	}
	if s.rest != "" {
		s.take(1)
	}
	return n
}

// quotedPairs reads text up to any of the characters that is not escaped by a
// backslash.
func (s *scanner) quotedPairs(until string) string {
	var b strings.Builder
	for s.rest != "" && strings.IndexByte(until, s.next()) < 0 {
		if s.next() == '\\' && len(s.rest) > 1 {
			s.take(1)
		}
		b.WriteString(s.take(characterLength(s.rest)))
	}
	return b.String()
}

// quotedString reads "text".
func (s *scanner) quotedString() *Node {
	s.take(1)
	n := branch(kindQuotedString)
	if s.next() == '"' {
		s.take(1)
		n.parts = append(n.parts, leaf(kindQuotedText, ""))
		return n
	}
	for s.rest != "" && s.next() != '"' {
		switch {
		case s.next() == ' ' || s.next() == '\t':
			n.parts = append(n.parts, leaf(kindSpace, s.take(leadingSpace(s.rest))))
			continue
		case strings.HasPrefix(s.rest, "=?"):
			if word, rest, ok := takeWord(s.rest); ok {
				n.addWord(word)
				s.rest = rest
				continue
			}
		}
		n.parts = append(n.parts, leaf(kindQuotedText, s.quotedPairs("\" \t")))
	}
	if s.rest != "" {
		s.take(1)
	}
	return n
}

// word reads an atom or a quoted string with the space around it; nil if there
// is none.
func (s *scanner) word(until string) *Node {
	start := *s
	n := branch("atom")
	if space := s.space(); space != nil {
		n.parts = append(n.parts, space)
	}
	switch {
	case s.next() == '"':
		n.kind = "quoted-string"
		n.parts = append(n.parts, s.quotedString())
	default:
		if strings.HasPrefix(s.rest, "=?") {
			if word, rest, ok := takeWord(s.rest); ok {
				n.parts = append(n.parts, word)
				s.rest = rest
				break
			}
		}
		size := s.span(until)
		if size == 0 {
			*s = start
			return nil
		}
		n.parts = append(n.parts, leaf("atext", s.take(size)))
	}
	if space := s.space(); space != nil {
		n.parts = append(n.parts, space)
	}
	return n
}

const atomEnds = specials + whitespace

// phrase reads a display name, nil if there is none.
func (s *scanner) phrase() *Node {
	name := branch(kindDisplayName)
	name.noCombine = true
	for {
		if s.next() == '.' && len(name.parts) > 0 {
			name.parts = append(name.parts, leaf("dot", s.take(1)))
			continue
		}
		word := s.word(atomEnds)
		if word == nil {
			break
		}
		name.parts = append(name.parts, word)
	}
	if len(name.parts) == 0 {
		return nil
	}
	name.hideSpaceBetweenWords()
	return name
}

// hideSpaceBetweenWords drops the blanks between two encoded words.
func (n *Node) hideSpaceBetweenWords() {
	for i := 1; i < len(n.parts); i++ {
		before, after := n.parts[i-1], n.parts[i]
		if len(before.parts) < 2 || len(after.parts) == 0 {
			continue
		}
		word, space := before.parts[len(before.parts)-2], before.parts[len(before.parts)-1]
		if word.kind == kindEncodedWord && after.parts[0].kind == kindEncodedWord && space.kind == kindCFWS {
			for _, blank := range space.parts {
				if blank.kind == kindSpace {
					blank.kind = kindHidden
				}
			}
		}
	}
}

// meaning is the text of a phrase or local part without comments and quotes,
// with each run of blanks as one.
func (n *Node) meaning() string {
	switch {
	case n.kind == kindCFWS || n.kind == kindComment:
		if n.String() == "" {
			return ""
		}
		return " "
	case n.leaf:
		return n.String()
	}
	var b strings.Builder
	for _, p := range n.parts {
		b.WriteString(p.meaning())
	}
	return b.String()
}

// addrSpec reads local@domain; the domain may be missing.
func (s *scanner) addrSpec() (*Node, Mailbox, bool) {
	local := branch("local-part")
	for {
		if s.next() == '.' && len(local.parts) > 0 {
			local.parts = append(local.parts, leaf("dot", s.take(1)))
			continue
		}
		word := s.word(atomEnds)
		if word == nil {
			break
		}
		local.parts = append(local.parts, word)
	}
	if len(local.parts) == 0 {
		return nil, Mailbox{}, false
	}
	spec := branch(kindAddrSpec, local)
	spec.noEncodedWord = true
	box := Mailbox{Local: strings.TrimSpace(local.meaning())}
	if s.next() != '@' {
		return spec, box, true
	}
	spec.parts = append(spec.parts, leaf("address-at-symbol", s.take(1)))
	domain := s.domain()
	if domain == nil {
		return nil, Mailbox{}, false
	}
	spec.parts = append(spec.parts, domain)
	box.Domain = strings.ReplaceAll(strings.TrimSpace(domain.meaning()), " ", "")
	return spec, box, true
}

func (s *scanner) domain() *Node {
	n := branch("domain")
	n.noEncodedWord = true
	if space := s.space(); space != nil {
		n.parts = append(n.parts, space)
	}
	if s.next() == '[' {
		end := strings.IndexByte(s.rest, ']')
		if end < 0 {
			return nil
		}
		n.parts = append(n.parts, leaf("domain-literal", s.take(end+1)))
		if space := s.space(); space != nil {
			n.parts = append(n.parts, space)
		}
		return n
	}
	for {
		word := s.span(atomEnds)
		if word == 0 {
			return nil
		}
		n.parts = append(n.parts, leaf("atext", s.take(word)))
		if space := s.space(); space != nil {
			n.parts = append(n.parts, space)
		}
		if s.next() != '.' {
			return n
		}
		n.parts = append(n.parts, leaf("dot", s.take(1)))
		if space := s.space(); space != nil {
			n.parts = append(n.parts, space)
		}
	}
}

// angleAddr reads <address>.
func (s *scanner) angleAddr() (*Node, Mailbox, bool) {
	n := branch("angle-addr")
	if space := s.space(); space != nil {
		n.parts = append(n.parts, space)
	}
	if s.next() != '<' {
		return nil, Mailbox{}, false
	}
	n.parts = append(n.parts, leaf("angle-addr-start", s.take(1)))
	if s.next() == '>' {
		n.parts = append(n.parts, leaf("angle-addr-end", s.take(1)))
		return n, Mailbox{}, true
	}
	spec, box, ok := s.addrSpec()
	if !ok {
		return nil, Mailbox{}, false
	}
	n.parts = append(n.parts, spec)
	if s.next() == '>' {
		n.parts = append(n.parts, leaf("angle-addr-end", s.take(1)))
	} else if s.rest != "" {
		return nil, Mailbox{}, false
	}
	if space := s.space(); space != nil {
		n.parts = append(n.parts, space)
	}
	return n, box, true
}

// mailbox reads an address with or without a name.
func (s *scanner) mailbox() (*Node, Mailbox, bool) {
	start := *s
	name := s.phrase()
	if angle, box, ok := s.angleAddr(); ok {
		n := branch("name-addr")
		if name != nil {
			n.parts = append(n.parts, name)
			box.Name = strings.Trim(name.meaning(), whitespace)
		}
		n.parts = append(n.parts, angle)
		return branch(kindMailbox, n), box, true
	}
	*s = start
	spec, box, ok := s.addrSpec()
	if !ok {
		*s = start
		return nil, Mailbox{}, false
	}
	return branch(kindMailbox, spec), box, true
}

// invalid reads text that is no address up to any of the characters.
func (s *scanner) invalid(until string) *Node {
	n := branch(kindInvalid)
	for s.rest != "" && strings.IndexByte(until, s.next()) < 0 {
		switch {
		case strings.IndexByte(specials, s.next()) >= 0 && s.next() != '"' && s.next() != '(':
			n.parts = append(n.parts, leaf("misplaced-special", s.take(1)))
		default:
			phrase := s.phrase()
			if phrase == nil {
				return n
			}
			n.parts = append(n.parts, phrase)
		}
	}
	return n
}

// one reads a mailbox that ends at any of the characters, or text that is none.
func (s *scanner) one(ends string) (*Node, Mailbox) {
	start := *s
	n, box, ok := s.mailbox()
	if ok && (s.rest == "" || strings.IndexByte(ends, s.next()) >= 0) {
		return n, box
	}
	*s = start
	return s.invalid(ends), Mailbox{}
}

// group reads name: mailboxes;
func (s *scanner) group() (*Node, Group, bool) {
	start := *s
	name := s.phrase()
	if name == nil || s.next() != ':' {
		*s = start
		return nil, Group{}, false
	}
	n := branch(kindGroup, name, leaf("group-display-name-terminator", s.take(1)))
	g := Group{Name: strings.Trim(name.meaning(), whitespace), Named: true}
	for s.rest != "" && s.next() != ';' {
		if s.next() == ',' {
			n.parts = append(n.parts, separator(s.take(1)))
			continue
		}
		if trial := *s; trial.space() != nil && (trial.rest == "" || trial.next() == ';' || trial.next() == ',') {
			n.parts = append(n.parts, s.space())
			continue
		}
		at := len(s.rest)
		part, box := s.one(",;")
		if len(s.rest) == at {
			break
		}
		n.parts = append(n.parts, part)
		g.Members = append(g.Members, box)
	}
	if s.next() == ';' {
		n.parts = append(n.parts, leaf("group-terminator", s.take(1)))
	}
	if space := s.space(); space != nil {
		n.parts = append(n.parts, space)
	}
	return n, g, true
}

func separator(text string) *Node {
	n := leaf("list-separator", text)
	n.noEncodedWord, n.noBreak = true, true
	return n
}

// Addresses parses the value of a header of addresses. strict is false if some
// of it is none.
func Addresses(value string) (tree *Node, groups []Group, strict bool) {
	tree, strict = branch("address-list"), true
	s := &scanner{rest: value}
	for s.rest != "" {
		at := len(s.rest)
		switch group, g, ok := s.group(); {
		case s.next() == ',' && !ok:
			strict = false
			tree.parts = append(tree.parts, separator(s.take(1)))
			continue
		case ok && (s.rest == "" || s.next() == ','):
			tree.parts = append(tree.parts, branch("address", group))
			groups = append(groups, g)
		default:
			s.rest = value[len(value)-at:]
			if trial := *s; trial.space() != nil && (trial.rest == "" || trial.next() == ',') {
				strict = false
				tree.parts = append(tree.parts, s.space())
				break
			}
			part, box := s.one(",")
			strict = strict && part.kind != kindInvalid
			tree.parts = append(tree.parts, branch("address", part))
			groups = append(groups, Group{Members: []Mailbox{box}})
		}
		if s.next() == ',' {
			tree.parts = append(tree.parts, separator(s.take(1)))
		} else if len(s.rest) == at {
			tree.parts = append(tree.parts, leaf(kindText, s.take(characterLength(s.rest))))
		}
	}
	return tree, groups, strict
}

// AddressSpec parses local@domain; rest is what follows.
func AddressSpec(text string) (box Mailbox, rest string, ok bool) {
	s := &scanner{rest: text}
	_, box, ok = s.addrSpec()
	return box, s.rest, ok
}

// NeedsQuotes says that a local part can only stand in quotes.
func NeedsQuotes(local string) bool {
	return strings.ContainsAny(local, strings.ReplaceAll(atomEnds, ".", ""))
}

// HasSpecials says that a display name can only stand in quotes.
func HasSpecials(name string) bool { return strings.ContainsAny(name, specials) }
