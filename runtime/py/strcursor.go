package py

import (
	"sync"
	"unsafe"
)

// longText is the size in bytes from which reading a text by index remembers
// where it is.
const longText = 64

// textCursor remembers a long text: whether it is ASCII, how many characters it
// has and where the last one read begins. A loop that reads a text character by
// character, which takes CPython the same time at each place, would otherwise
// count from the beginning every time.
type textCursor struct {
	text   string
	ascii  bool
	length int
	index  int
	offset int
}

// textCursors are those of the long texts that were read last: a loop often
// compares the characters of two.
type textCursors struct {
	sync.Mutex
	all    [4]textCursor
	last   int // the one that was read last
	oldest int // the next to be forgotten
}

var longTexts textCursors

// sameText tells whether two strings are the same memory.
func sameText(a, b string) bool {
	return len(a) == len(b) && unsafe.StringData(a) == unsafe.StringData(b)
}

// of is the cursor of s.
func (c *textCursors) of(s string) *textCursor {
	if t := &c.all[c.last]; sameText(t.text, s) {
		return t
	}
	return c.find(s)
}

func (c *textCursors) find(s string) *textCursor {
	for i := range c.all {
		if sameText(c.all[i].text, s) {
			c.last = i
			return &c.all[i]
		}
	}
	c.last = c.oldest
	c.oldest = (c.oldest + 1) % len(c.all)
	t := &c.all[c.last]
	*t = textCursor{text: s, ascii: isASCII(s), length: len(s)}
	if !t.ascii {
		t.length = countRunes(s)
	}
	return t
}

// textIsASCII is isASCII, remembered for a long text.
func textIsASCII(s string) bool {
	if len(s) < longText || !longTexts.TryLock() {
		return isASCII(s)
	}
	ascii := longTexts.of(s).ascii
	longTexts.Unlock()
	return ascii
}

// StrLen is len(s): the number of code points.
func StrLen(s string) int {
	if len(s) < longText || !longTexts.TryLock() {
		return countRunes(s)
	}
	length := longTexts.of(s).length
	longTexts.Unlock()
	return length
}

// byteOffset is where the code point i begins in bytes.
func byteOffset(s string, i int) int {
	if len(s) < longText || !longTexts.TryLock() {
		return forward(s, 0, i)
	}
	defer longTexts.Unlock()
	c := longTexts.of(s)
	switch {
	case i >= c.index:
		c.offset = forward(s, c.offset, i-c.index)
	case i > c.index/2:
		for n := c.index - i; n > 0; n-- {
			for c.offset--; s[c.offset]&0xC0 == 0x80; c.offset-- {
			}
		}
	default:
		c.offset = forward(s, 0, i)
	}
	c.index = i
	return c.offset
}

// forward is where the n-th code point after the one at byte from begins.
func forward(s string, from, n int) int {
	for ; n > 0; n-- {
		_, size := decodeRune(s[from:])
		from += size
	}
	return from
}
