package deflate

// limit is how far back a match may begin.
func (c *Compressor) limit() int { return c.size - minLookahead }

func (c *Compressor) updateHash(b byte) { c.hash = (c.hash<<c.hashShift ^ int(b)) & c.hashMask }

// insertAt puts the string at a position into the table of hashes and returns
// the last one before with the same hash.
func (c *Compressor) insertAt(at int) int {
	c.updateHash(c.window[at+minMatch-1])
	before := c.head[c.hash]
	c.prev[at&c.mask] = before
	c.head[c.hash] = uint16(at)
	return int(before)
}

// fillWindow reads input into the window, which it moves down when its upper
// half is used.
func (c *Compressor) fillWindow() {
	for {
		room := 2*c.size - c.lookahead - c.start
		if c.start >= c.size+c.limit() {
			copy(c.window, c.window[c.size:2*c.size-room])
			c.matchStart -= c.size
			c.start -= c.size
			c.blockStart -= c.size
			c.insert = min(c.insert, c.start)
			c.slideHashes()
			room += c.size
		}
		if len(c.in) == 0 {
			return
		}
		at := c.start + c.lookahead
		c.lookahead += c.readInput(c.window[at : at+room])
		if c.lookahead+c.insert >= minMatch {
			at := c.start - c.insert
			c.hash = int(c.window[at])
			c.updateHash(c.window[at+1])
			for c.insert > 0 {
				c.insertAt(at)
				at++
				c.insert--
				if c.lookahead+c.insert < minMatch {
					break
				}
			}
		}
		if c.lookahead >= minLookahead || len(c.in) == 0 {
			return
		}
	}
}

func (c *Compressor) slideHashes() {
	for _, table := range [][]uint16{c.head, c.prev} {
		for i, at := range table {
			table[i] = uint16(max(0, int(at)-c.size))
		}
	}
}

// longestMatch finds the longest match of the string at the current position
// among those of a chain, notes where it begins and returns its length.
func (c *Compressor) longestMatch(at int) int {
	e := efforts[c.level]
	chain, best, nice := e.chain, c.prevLength, min(e.nice, c.lookahead)
	if c.prevLength >= e.good {
		chain >>= 2
	}
	oldest := max(0, c.start-c.limit())
	scan := c.window[c.start : c.start+maxMatch]
	for {
		match := c.window[at : at+maxMatch]
		if match[best] == scan[best] && match[best-1] == scan[best-1] && match[0] == scan[0] && match[1] == scan[1] {
			length := 2
			for length < maxMatch && match[length] == scan[length] {
				length++
			}
			if length > best {
				c.matchStart, best = at, length
				if length >= nice {
					break
				}
			}
		}
		at = int(c.prev[at&c.mask])
		if chain--; at <= oldest || chain == 0 {
			break
		}
	}
	return min(best, c.lookahead)
}

// more reads ahead. It reports whether there is something to compress, and
// whether the caller has to wait for more input.
func (c *Compressor) more(flush Flush, need int) (something, wait bool) {
	if c.lookahead < need {
		c.fillWindow()
		if c.lookahead < need && flush == NoFlush {
			return false, true
		}
	}
	return c.lookahead > 0, false
}

// finish ends the last block of the input.
func (c *Compressor) finish(flush Flush, insert int) outcome {
	c.insert = insert
	if flush == Finish {
		c.flushBlock(true)
		return finishDone
	}
	if len(c.symbols) > 0 {
		c.flushBlock(false)
	}
	return blockDone
}

// flushBlock writes the block that ends here.
func (c *Compressor) flushBlock(last bool) {
	var text []byte
	if c.blockStart >= 0 {
		text = c.window[c.blockStart:c.start:c.start]
		if text == nil {
			text = []byte{}
		}
	}
	c.writeBlock(text, c.start-c.blockStart, last)
	c.blockStart = c.start
	c.flushPending()
}

// fast takes the first match that there is.
func (c *Compressor) fast(flush Flush) outcome {
	for {
		something, wait := c.more(flush, minLookahead)
		if wait {
			return needMore
		}
		if !something {
			break
		}
		before := 0
		if c.lookahead >= minMatch {
			before = c.insertAt(c.start)
		}
		if before != 0 && c.start-before <= c.limit() {
			c.matchLength = c.longestMatch(before)
		}
		full := false
		if c.matchLength >= minMatch {
			full = c.tally(c.start-c.matchStart, c.matchLength-minMatch)
			c.lookahead -= c.matchLength
			if c.matchLength <= efforts[c.level].lazy && c.lookahead >= minMatch {
				for range c.matchLength - 1 {
					c.start++
					c.insertAt(c.start)
				}
				c.start++
				c.matchLength = 0
			} else {
				c.start += c.matchLength
				c.matchLength = 0
				c.hash = int(c.window[c.start])
				c.updateHash(c.window[c.start+1])
			}
		} else {
			full = c.tally(0, int(c.window[c.start]))
			c.lookahead--
			c.start++
		}
		if full {
			c.flushBlock(false)
		}
	}
	return c.finish(flush, min(c.start, minMatch-1))
}

// slow takes a match only if the next position has no longer one.
func (c *Compressor) slow(flush Flush) outcome {
	for {
		something, wait := c.more(flush, minLookahead)
		if wait {
			return needMore
		}
		if !something {
			break
		}
		before := 0
		if c.lookahead >= minMatch {
			before = c.insertAt(c.start)
		}
		c.prevLength, c.prevMatch, c.matchLength = c.matchLength, c.matchStart, minMatch-1
		if before != 0 && c.prevLength < efforts[c.level].lazy && c.start-before <= c.limit() {
			c.matchLength = c.longestMatch(before)
			if c.matchLength <= 5 && (c.strategy == Filtered || c.matchLength == minMatch && c.start-c.matchStart > tooFar) {
				c.matchLength = minMatch - 1
			}
		}
		switch {
		case c.prevLength >= minMatch && c.matchLength <= c.prevLength:
			last := c.start + c.lookahead - minMatch
			full := c.tally(c.start-1-c.prevMatch, c.prevLength-minMatch)
			c.lookahead -= c.prevLength - 1
			for range c.prevLength - 2 {
				c.start++
				if c.start <= last {
					c.insertAt(c.start)
				}
			}
			c.prevLength = 0
			c.matchAvailable, c.matchLength = false, minMatch-1
			c.start++
			if full {
				c.flushBlock(false)
			}
		case c.matchAvailable:
			if c.tally(0, int(c.window[c.start-1])) {
				c.flushBlock(false)
			}
			c.start++
			c.lookahead--
		default:
			c.matchAvailable = true
			c.start++
			c.lookahead--
		}
	}
	if c.matchAvailable {
		c.tally(0, int(c.window[c.start-1]))
		c.matchAvailable = false
	}
	return c.finish(flush, min(c.start, minMatch-1))
}

// huffman looks for no matches.
func (c *Compressor) huffman(flush Flush) outcome {
	for {
		something, wait := c.more(flush, 1)
		if wait {
			return needMore
		}
		if !something {
			break
		}
		c.matchLength = 0
		full := c.tally(0, int(c.window[c.start]))
		c.lookahead--
		c.start++
		if full {
			c.flushBlock(false)
		}
	}
	return c.finish(flush, 0)
}

// runs looks for repetitions of one byte.
func (c *Compressor) runs(flush Flush) outcome {
	for {
		something, wait := c.more(flush, maxMatch+1)
		if wait {
			return needMore
		}
		if !something {
			break
		}
		length := 0
		if c.lookahead >= minMatch && c.start > 0 {
			b := c.window[c.start-1]
			most := min(maxMatch, c.lookahead)
			for length < most && c.window[c.start+length] == b {
				length++
			}
		}
		full := false
		if length >= minMatch {
			full = c.tally(1, length-minMatch)
			c.lookahead -= length
			c.start += length
		} else {
			full = c.tally(0, int(c.window[c.start]))
			c.lookahead--
			c.start++
		}
		if full {
			c.flushBlock(false)
		}
	}
	return c.finish(flush, 0)
}
