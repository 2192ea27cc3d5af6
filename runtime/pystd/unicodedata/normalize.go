package unicodedata

import (
	"slices"
	"strings"
)

// Hangul syllables are composed by arithmetic.
const (
	syllableBase, leadBase, vowelBase, tailBase = 0xAC00, 0x1100, 0x1161, 0x11A7
	leads, vowels, tails                        = 19, 21, 28
	syllables                                   = leads * vowels * tails
)

// forms are the normal forms: whether they use compatibility decompositions, and
// whether they compose again.
var forms = map[string]struct{ compatible, compose bool }{
	"NFC": {false, true}, "NFD": {false, false}, "NFKC": {true, true}, "NFKD": {true, false},
}

// normalize brings a text into a normal form.
func (t *tables) normalize(text string, compatible, compose bool) string {
	if strings.IndexFunc(text, func(c rune) bool { return c >= 0x80 }) < 0 {
		return text
	}
	var out []rune
	for _, c := range runesOf(text) {
		out = t.decompose(out, c, compatible)
	}
	t.order(out)
	if compose {
		out = t.compose(out)
	}
	return textOf(out)
}

func (t *tables) decompose(out []rune, c rune, compatible bool) []rune {
	if s := c - syllableBase; s >= 0 && s < syllables {
		out = append(out, leadBase+s/(vowels*tails), vowelBase+s%(vowels*tails)/tails)
		if tail := s % tails; tail > 0 {
			out = append(out, tailBase+tail)
		}
		return out
	}
	d, ok := t.decompositions[c]
	if !ok || d[0] == '<' && !compatible {
		return append(out, c)
	}
	for _, part := range codesOf(d) {
		out = t.decompose(out, part, compatible)
	}
	return out
}

func (t *tables) combining(c rune) int {
	if c < 0x300 {
		return 0
	}
	return in(t.properties, c).combining
}

// order sorts the marks after each character by their classes.
func (t *tables) order(text []rune) {
	for i := 0; i < len(text); {
		if t.combining(text[i]) == 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(text) && t.combining(text[end]) != 0 {
			end++
		}
		slices.SortStableFunc(text[i:end], func(a, b rune) int { return t.combining(a) - t.combining(b) })
		i = end
	}
}

// compose joins characters with those that follow them, where nothing of the
// same class stands between.
func (t *tables) compose(text []rune) []rune {
	out := text[:0]
	starter, last := -1, 0
	for _, c := range text {
		class := t.combining(c)
		if starter >= 0 && (last < class || last == 0 && len(out) == starter+1) {
			if joined, ok := t.joined(out[starter], c); ok {
				out[starter] = joined
				continue
			}
		}
		if class == 0 {
			starter = len(out)
		}
		last = class
		out = append(out, c)
	}
	return out
}

// joined is the character composed of two.
func (t *tables) joined(a, b rune) (rune, bool) {
	if l, v := a-leadBase, b-vowelBase; l >= 0 && l < leads && v >= 0 && v < vowels {
		return syllableBase + (l*vowels+v)*tails, true
	}
	if s, n := a-syllableBase, b-tailBase; s >= 0 && s < syllables && s%tails == 0 && n > 0 && n < tails {
		return a + n, true
	}
	c, ok := t.composed[[2]rune{a, b}]
	return c, ok
}
