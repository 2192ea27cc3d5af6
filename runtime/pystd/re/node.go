package re

import "math"

// unlimited is the upper bound of an open repetition.
const unlimited = math.MaxInt32

// A node is a part of a parsed pattern.
type node interface {
	// width is the least and greatest number of characters it matches.
	width() (least, most int)
}

type (
	// literal matches one character; fold holds what else is equal to it when
	// case is ignored.
	literal struct {
		char rune
		fold []rune
	}
	// charset matches one character of a set.
	charset struct{ set *set }
	// assertion matches a place: the start, the end, a word's border.
	assertion struct{ kind place }
	// sequence matches its parts in a row.
	sequence struct{ parts []node }
	// choice matches the first alternative that lets the rest match.
	choice struct{ alternatives []node }
	// repeat matches its body several times.
	repeat struct {
		body        node
		least, most int
		mode        greed
	}
	// group matches its body and captures it; number is 0 for no capture.
	group struct {
		body   node
		number int
	}
	// reference matches what a group captured.
	reference struct {
		number int
		fold   func(rune) []rune
	}
	// look matches where its body matches before or after.
	look struct {
		body           node
		behind, negate bool
	}
	// atomic matches its body without going back into it.
	atomic struct{ body node }
	// conditional matches one of two by whether a group has matched.
	conditional struct {
		number  int
		yes, no node
	}
)

// A greed is the way of a repetition.
type greed int

const (
	greedy greed = iota
	lazy
	possessive
)

// A place is what an assertion asks.
type place int

const (
	textStart place = iota
	textEnd
	lineStart
	lineEnd
	lastLineEnd
	wordBorder
	noWordBorder
	asciiWordBorder
	noASCIIWordBorder
)

func (*literal) width() (int, int)   { return 1, 1 }
func (*charset) width() (int, int)   { return 1, 1 }
func (*assertion) width() (int, int) { return 0, 0 }
func (*look) width() (int, int)      { return 0, 0 }
func (n *atomic) width() (int, int)  { return n.body.width() }
func (n *group) width() (int, int)   { return n.body.width() }

// width of a reference is taken as open: the group's text is known only later.
func (n *reference) width() (int, int) { return 0, unlimited }

func (n *sequence) width() (least, most int) {
	for _, p := range n.parts {
		l, m := p.width()
		least, most = least+l, min(most+m, unlimited)
	}
	return least, most
}

func (n *choice) width() (least, most int) {
	least = unlimited
	for _, p := range n.alternatives {
		l, m := p.width()
		least, most = min(least, l), max(most, m)
	}
	return least, most
}

func (n *repeat) width() (int, int) {
	l, m := n.body.width()
	if n.most == unlimited && m > 0 {
		return l * n.least, unlimited
	}
	return min(l*n.least, unlimited), min(m*n.most, unlimited)
}

func (n *conditional) width() (int, int) {
	l, m := n.yes.width()
	if n.no == nil {
		return 0, m
	}
	l2, m2 := n.no.width()
	return min(l, l2), max(m, m2)
}
