package deflate

// stored copies the input into blocks without compression. How long they are
// depends on the room for output, as in zlib.
func (c *Compressor) stored(flush Flush) outcome {
	smallest := min(c.capacity-5, c.size)
	before := c.in
	last := false
	for !last {
		have := (c.bitCount + 42) >> 3
		if c.room < have {
			break
		}
		have = c.room - have
		left := c.start - c.blockStart
		length := min(maxStored, left+len(c.in), have)
		all := length == left+len(c.in)
		if length < smallest && (length == 0 && flush != Finish || flush == NoFlush || !all) {
			break
		}
		last = flush == Finish && all
		c.storedHeader(length, last)
		c.flushPending()
		if left > 0 {
			left = min(left, length)
			c.out = append(c.out, c.window[c.blockStart:c.blockStart+left]...)
			c.room -= left
			c.blockStart += left
			length -= left
		}
		if length > 0 {
			direct := make([]byte, length)
			c.readInput(direct)
			c.out = append(c.out, direct...)
			c.room -= length
		}
	}
	c.remember(before[:len(before)-len(c.in)])
	if last {
		return finishDone
	}
	if flush != NoFlush && flush != Finish && len(c.in) == 0 && c.start == c.blockStart {
		return blockDone
	}
	c.keep()
	have := min(c.capacity-(c.bitCount+42)>>3, maxStored)
	left := c.start - c.blockStart
	if left >= min(have, c.size) || (left > 0 || flush == Finish) && flush != NoFlush && len(c.in) == 0 && left <= have {
		length := min(left, have)
		last = flush == Finish && len(c.in) == 0 && length == left
		c.storedBlock(c.window[c.blockStart:c.blockStart+length], last)
		c.blockStart += length
		c.flushPending()
	}
	if last {
		return finishStarted
	}
	return needMore
}

// remember puts input that was copied directly into the window.
func (c *Compressor) remember(used []byte) {
	if len(used) == 0 {
		return
	}
	if len(used) >= c.size {
		copy(c.window, used[len(used)-c.size:])
		c.start, c.insert = c.size, c.size
	} else {
		if 2*c.size-c.start <= len(used) {
			c.start -= c.size
			copy(c.window, c.window[c.size:c.size+c.start])
			c.insert = min(c.insert, c.start)
		}
		copy(c.window[c.start:], used)
		c.start += len(used)
		c.insert += min(len(used), c.size-c.insert)
	}
	c.blockStart = c.start
}

// keep puts input that no block has room for yet into the window.
func (c *Compressor) keep() {
	have := 2*c.size - c.start
	if len(c.in) > have && c.blockStart >= c.size {
		c.blockStart -= c.size
		c.start -= c.size
		copy(c.window, c.window[c.size:c.size+c.start])
		have += c.size
		c.insert = min(c.insert, c.start)
	}
	if have = min(have, len(c.in)); have > 0 {
		c.readInput(c.window[c.start : c.start+have])
		c.start += have
		c.insert += min(have, c.size-c.insert)
	}
}
