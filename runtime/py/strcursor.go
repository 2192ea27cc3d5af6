package py

import (
	"sync"
	"unsafe"
)

// longText is the size in bytes from which reading a text by index remembers
// where it is.
const longText = 64

// textCursor remembers the long text that was read last: whether it is ASCII,
// how many characters it has and where the last one read begins. A loop that
// reads a text character by character, which takes CPython the same time at
// each place, would otherwise count from the beginning every time.
type textCursor struct {
	sync.Mutex
	text   string
	ascii  bool
	length int
	index  int
	offset int
}

var lastText textCursor

// sameText tells whether two strings are the same memory.
func sameText(a, b string) bool {
	return len(a) == len(b) && unsafe.StringData(a) == unsafe.StringData(b)
}

// visit makes s the text of the cursor.
func (c *textCursor) visit(s string) {
	if sameText(c.text, s) {
		return
	}
	c.text, c.ascii, c.index, c.offset = s, isASCII(s), 0, 0
	if c.length = len(s); !c.ascii {
		c.length = countRunes(s)
	}
}

// textIsASCII is isASCII, remembered for a long text.
func textIsASCII(s string) bool {
	if len(s) < longText || !lastText.TryLock() {
		return isASCII(s)
	}
	defer lastText.Unlock()
	lastText.visit(s)
	return lastText.ascii
}

// StrLen is len(s): the number of code points.
func StrLen(s string) int {
	if len(s) < longText || !lastText.TryLock() {
		return countRunes(s)
	}
	defer lastText.Unlock()
	lastText.visit(s)
	return lastText.length
}

// byteOffset is where the code point i begins in bytes.
func byteOffset(s string, i int) int {
	if len(s) < longText || !lastText.TryLock() {
		return forward(s, 0, i)
	}
	defer lastText.Unlock()
	c := &lastText
	c.visit(s)
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
