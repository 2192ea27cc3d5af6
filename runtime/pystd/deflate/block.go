package deflate

// writeBlock writes the current block in the shortest of the three ways: as it
// is, with the fixed codes, or with codes of its own. text is the input of the
// block, nil if it has left the window.
func (c *Compressor) writeBlock(text []byte, size int, last bool) {
	codes := 0
	best, fixed := 0, 0
	c.build(&c.literal, &literalKind)
	c.build(&c.distance, &distanceKind)
	codes = c.buildCodeTree()
	best, fixed = (c.bestBits+3+7)>>3, (c.fixedBits+3+7)>>3
	if fixed <= best || c.strategy == Fixed {
		best = fixed
	}
	switch {
	case size+4 <= best && text != nil:
		c.storedBlock(text, last)
	case fixed == best:
		c.putBits(1<<1|flag(last), 3)
		c.writeSymbols(&fixedLiterals, &fixedDistances)
	default:
		c.putBits(2<<1|flag(last), 3)
		c.writeTrees(codes)
		c.writeSymbols(&c.literal, &c.distance)
	}
	c.startBlock()
	if last {
		c.alignByte()
	}
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (c *Compressor) putBits(value, count int) {
	c.bits |= uint64(value) << c.bitCount
	c.bitCount += count
	for c.bitCount >= 16 {
		c.pending = append(c.pending, byte(c.bits), byte(c.bits>>8))
		c.bits >>= 16
		c.bitCount -= 16
	}
}

// flushBits writes the whole bytes among the bits.
func (c *Compressor) flushBits() {
	for c.bitCount >= 8 {
		c.pending = append(c.pending, byte(c.bits))
		c.bits >>= 8
		c.bitCount -= 8
	}
}

// alignByte writes all bits, and zeros up to a whole byte.
func (c *Compressor) alignByte() {
	c.flushBits()
	if c.bitCount > 0 {
		c.pending = append(c.pending, byte(c.bits))
	}
	c.bits, c.bitCount = 0, 0
}

// storedHeader begins a block without compression.
func (c *Compressor) storedHeader(size int, last bool) {
	c.putBits(flag(last), 3)
	c.alignByte()
	c.pending = append(c.pending, byte(size), byte(size>>8), byte(^size), byte(^size>>8))
}

func (c *Compressor) storedBlock(text []byte, last bool) {
	c.storedHeader(len(text), last)
	c.pending = append(c.pending, text...)
}

// align writes an empty block with the fixed codes.
func (c *Compressor) align() {
	c.putBits(1<<1, 3)
	c.putBits(fixedLiterals.code[endOfBlock], fixedLiterals.length[endOfBlock])
	c.flushBits()
}

func (c *Compressor) writeSymbols(literal, distance *tree) {
	put := func(t *tree, n int) { c.putBits(t.code[n], t.length[n]) }
	for _, s := range c.symbols {
		if s.distance == 0 {
			put(literal, int(s.value))
			continue
		}
		code := lengthCode[s.value]
		put(literal, code+literals+1)
		if extra := extraLengthBits[code]; extra != 0 {
			c.putBits(int(s.value)-baseLength[code], extra)
		}
		d := int(s.distance) - 1
		code = codeOfDistance(d)
		put(distance, code)
		if extra := extraDistanceBits[code]; extra != 0 {
			c.putBits(d-baseDistance[code], extra)
		}
	}
	put(literal, endOfBlock)
}

// eachRun calls f for the runs of equal code lengths of a tree, as they are
// written: count times length, or one of the repeat codes if code is not
// negative.
func (t *tree) eachRun(f func(length, count, code int, again bool)) {
	before, next, count := -1, t.length[0], 0
	most, least := 7, 4
	if next == 0 {
		most, least = 138, 3
	}
	t.length[t.most+1] = 0xffff
	for n := 0; n <= t.most; n++ {
		current := next
		next = t.length[n+1]
		count++
		if count < most && current == next {
			continue
		}
		switch {
		case count < least:
			f(current, count, -1, false)
		case current != 0:
			f(current, count, repeatLength, current == before)
		case count <= 10:
			f(0, count, repeatZero, false)
		default:
			f(0, count, repeatZeroLonger, false)
		}
		count, before = 0, current
		switch {
		case next == 0:
			most, least = 138, 3
		case current == next:
			most, least = 6, 3
		default:
			most, least = 7, 4
		}
	}
}

// buildCodeTree makes the codes for the code lengths of the other trees and
// returns how many of them are written.
func (c *Compressor) buildCodeTree() int {
	for _, t := range []*tree{&c.literal, &c.distance} {
		t.eachRun(func(length, count, code int, again bool) {
			if code < 0 {
				c.codes.freq[length] += count
				return
			}
			if code == repeatLength && !again {
				c.codes.freq[length]++
			}
			c.codes.freq[code]++
		})
	}
	c.build(&c.codes, &codeKind)
	last := lengthOfCodes - 1
	for last >= 3 && c.codes.length[codeOrder[last]] == 0 {
		last--
	}
	c.bestBits += 3*(last+1) + 5 + 5 + 4
	return last + 1
}

func (c *Compressor) writeTrees(codes int) {
	c.putBits(c.literal.most+1-257, 5)
	c.putBits(c.distance.most+1-1, 5)
	c.putBits(codes-4, 4)
	for _, n := range codeOrder[:codes] {
		c.putBits(c.codes.length[n], 3)
	}
	put := func(n int) { c.putBits(c.codes.code[n], c.codes.length[n]) }
	for _, t := range []*tree{&c.literal, &c.distance} {
		t.eachRun(func(length, count, code int, again bool) {
			switch code {
			case repeatLength:
				if !again {
					put(length)
					count--
				}
				put(code)
				c.putBits(count-3, 2)
			case repeatZero:
				put(code)
				c.putBits(count-3, 3)
			case repeatZeroLonger:
				put(code)
				c.putBits(count-11, 7)
			default:
				for range count {
					put(length)
				}
			}
		})
	}
}
