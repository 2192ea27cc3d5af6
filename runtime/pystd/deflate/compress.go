// Package deflate compresses and decompresses as the library zlib does, byte
// for byte: programs print the sizes and checksums of what they compress, so
// that another encoder, however good, would make them print something else.
// The formats are those of RFC 1950, 1951 and 1952; the choices among the many
// encodings that a format allows are zlib's.
package deflate

import (
	"hash/crc32"
	"math"
)

// Flush says how much of the input a call of Compress has to put out.
type Flush int

// The values of Flush, with zlib's numbers.
const (
	NoFlush      Flush = 0
	PartialFlush Flush = 1
	SyncFlush    Flush = 2
	FullFlush    Flush = 3
	Finish       Flush = 4
	Block        Flush = 5
)

// Strategies of a Compressor.
const (
	DefaultStrategy = iota
	Filtered
	HuffmanOnly
	RunLength
	Fixed
)

// The formats that a number of window bits asks for.
const (
	formatRaw = iota
	formatZlib
	formatGzip
)

const (
	minMatch     = 3
	maxMatch     = 258
	minLookahead = maxMatch + minMatch + 1
	maxStored    = 65535
	tooFar       = 4096
)

// effort says how hard a level looks for matches.
type effort struct {
	good, lazy, nice, chain int
	slow                    bool
}

var efforts = [10]effort{
	{0, 0, 0, 0, false},
	{4, 4, 8, 4, false}, {4, 5, 16, 8, false}, {4, 6, 32, 32, false},
	{4, 4, 16, 16, true}, {8, 16, 32, 32, true}, {8, 16, 128, 128, true},
	{8, 32, 128, 256, true}, {32, 128, 258, 1024, true}, {32, 258, 258, 4096, true},
}

// A Compressor is zlib's deflate stream.
type Compressor struct {
	level, strategy int
	format          int
	headerDone      bool
	trailerDone     bool
	finishing       bool
	lastFlush       Flush
	checksum        uint32
	total           uint32
	presetDict      bool

	in       []byte
	out      []byte
	room     int // how much more out may take in this call
	pending  []byte
	capacity int // of zlib's pending buffer, which stored blocks depend on

	window            []byte
	windowBits        int
	size, mask        int // of half the window
	head, prev        []uint16
	hash              int
	hashMask          int
	hashShift         uint
	start, blockStart int
	lookahead         int
	insert            int
	matchStart        int
	matchLength       int
	prevLength        int
	prevMatch         int
	matchAvailable    bool
	trees
}

// NewCompressor makes a stream as deflateInit2 does: windowBits is 9 to 15 for
// the format of zlib, negative for the bare format and 16 more for gzip's. It
// returns nil for arguments that zlib refuses.
func NewCompressor(level, windowBits, memory, strategy int) *Compressor {
	if level == -1 {
		level = 6
	}
	c := &Compressor{level: level, strategy: strategy, format: formatZlib, lastFlush: -2}
	switch {
	case windowBits < 0:
		c.format, windowBits = formatRaw, -windowBits
	case windowBits > 15:
		c.format, windowBits = formatGzip, windowBits-16
	}
	if memory < 1 || memory > 9 || windowBits < 8 || windowBits > 15 || level < 0 || level > 9 || strategy < 0 || strategy > Fixed ||
		windowBits == 8 && c.format != formatZlib {
		return nil
	}
	if windowBits == 8 {
		windowBits = 9
	}
	c.windowBits, c.size = windowBits, 1<<windowBits
	c.mask = c.size - 1
	c.window = make([]byte, 2*c.size+maxMatch)
	hashBits := memory + 7
	c.head, c.prev = make([]uint16, 1<<hashBits), make([]uint16, c.size)
	c.hashMask, c.hashShift = 1<<hashBits-1, uint(hashBits+minMatch-1)/minMatch
	buffer := 1 << (memory + 6)
	c.capacity = 4 * buffer
	c.trees.prepare(buffer)
	c.matchLength, c.prevLength = minMatch-1, minMatch-1
	if c.format == formatZlib {
		c.checksum = 1
	}
	return c
}

// Clone copies the stream.
func (c *Compressor) Clone() *Compressor {
	d := *c
	d.pending = append([]byte(nil), c.pending...)
	d.window = append([]byte(nil), c.window...)
	d.head = append([]uint16(nil), c.head...)
	d.prev = append([]uint16(nil), c.prev...)
	d.symbols = append([]symbol(nil), c.symbols...)
	return &d
}

// blockSizes are the sizes of the buffers, in KiB, in which CPython takes the
// output. Stored blocks end where a buffer does.
var blockSizes = [...]int{32, 64, 256, 1024, 4 << 10, 8 << 10, 16 << 10, 16 << 10, 32 << 10, 32 << 10, 32 << 10, 32 << 10,
	64 << 10, 64 << 10, 128 << 10, 128 << 10, 256 << 10}

// Compress gives data to the stream and returns what it puts out.
func (c *Compressor) Compress(data []byte, flush Flush) []byte {
	c.in, c.out = data, nil
	for i := 0; ; i++ {
		c.room = math.MaxInt
		if c.level == 0 {
			c.room = blockSizes[min(i, len(blockSizes)-1)] << 10
		}
		c.deflate(flush)
		if c.room > 0 {
			break
		}
	}
	out := c.out
	c.in, c.out = nil, nil
	return out
}

// SetDictionary gives the stream bytes that the data is likely to repeat. It
// must come before the first data.
func (c *Compressor) SetDictionary(dict []byte) {
	format := c.format
	if format == formatZlib {
		c.checksum = adler(c.checksum, dict)
		c.presetDict = true
	}
	c.format = formatRaw // the dictionary is not part of the data's checksum
	if len(dict) >= c.size {
		dict = dict[len(dict)-c.size:]
	}
	c.in = dict
	c.fillWindow()
	for c.lookahead >= minMatch {
		at := c.start
		for range c.lookahead - (minMatch - 1) {
			c.insertAt(at)
			at++
		}
		c.start = at
		c.lookahead = minMatch - 1
		c.fillWindow()
	}
	c.start += c.lookahead
	c.blockStart, c.insert, c.lookahead = c.start, c.lookahead, 0
	c.matchLength, c.prevLength, c.matchAvailable = minMatch-1, minMatch-1, false
	c.in, c.format, c.total = nil, format, 0
}

// rank orders the values of Flush by how much they ask for.
func (f Flush) rank() int {
	r := int(f) * 2
	if f > Finish {
		r -= 9
	}
	return r
}

// outcome is how the compression of what there is ended.
type outcome int

const (
	needMore outcome = iota
	blockDone
	finishStarted
	finishDone
)

// deflate is zlib's deflate: it reads in and writes out until one of them is
// used up.
func (c *Compressor) deflate(flush Flush) {
	old := c.lastFlush
	c.lastFlush = flush
	if len(c.pending) > 0 {
		c.flushPending()
		if c.room == 0 {
			c.lastFlush = -1
			return
		}
	} else if len(c.in) == 0 && flush.rank() <= old.rank() && flush != Finish {
		return
	}
	if !c.headerDone {
		c.writeHeader()
		c.flushPending()
	}
	if len(c.in) > 0 || c.lookahead > 0 || flush != NoFlush && !c.finishing {
		result := c.run(flush)
		c.finishing = c.finishing || result == finishStarted || result == finishDone
		if result == needMore || result == finishStarted {
			if c.room == 0 {
				c.lastFlush = -1
			}
			return
		}
		if result == blockDone {
			c.endBlock(flush)
			c.flushPending()
			if c.room == 0 {
				c.lastFlush = -1
				return
			}
		}
	}
	if flush == Finish && !c.trailerDone {
		c.trailerDone = true
		c.writeTrailer()
		c.flushPending()
	}
}

func (c *Compressor) run(flush Flush) outcome {
	switch {
	case c.level == 0:
		return c.stored(flush)
	case c.strategy == HuffmanOnly:
		return c.huffman(flush)
	case c.strategy == RunLength:
		return c.runs(flush)
	case efforts[c.level].slow:
		return c.slow(flush)
	}
	return c.fast(flush)
}

// endBlock marks the place up to which a flush has put out everything.
func (c *Compressor) endBlock(flush Flush) {
	switch flush {
	case PartialFlush:
		c.align()
	case Block:
	default:
		c.storedBlock(nil, false)
		if flush == FullFlush {
			clear(c.head)
			if c.lookahead == 0 {
				c.start, c.blockStart, c.insert = 0, 0, 0
			}
		}
	}
}

// flushPending moves what is pending to the output.
func (c *Compressor) flushPending() {
	c.flushBits()
	n := min(len(c.pending), c.room)
	c.out = append(c.out, c.pending[:n]...)
	c.room -= n
	c.pending = append(c.pending[:0], c.pending[n:]...)
}

func (c *Compressor) writeHeader() {
	c.headerDone = true
	quick := c.strategy >= HuffmanOnly || c.level < 2
	switch c.format {
	case formatZlib:
		header := (8 + (c.windowBits-8)<<4) << 8
		switch {
		case quick:
		case c.level < 6:
			header |= 1 << 6
		case c.level == 6:
			header |= 2 << 6
		default:
			header |= 3 << 6
		}
		if c.presetDict {
			header |= 0x20
		}
		header += 31 - header%31
		c.pending = append(c.pending, byte(header>>8), byte(header))
		if c.presetDict {
			c.pending = append(c.pending, bigEndian(c.checksum)...)
		}
		c.checksum = 1
	case formatGzip:
		extra := byte(0)
		switch {
		case c.level == 9:
			extra = 2
		case quick:
			extra = 4
		}
		c.pending = append(c.pending, 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, extra, 3)
	}
}

func (c *Compressor) writeTrailer() {
	switch c.format {
	case formatZlib:
		c.pending = append(c.pending, bigEndian(c.checksum)...)
	case formatGzip:
		for _, v := range []uint32{c.checksum, c.total} {
			c.pending = append(c.pending, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
		}
	}
}

func bigEndian(v uint32) []byte { return []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)} }

// adler is adler32(start, data).
func adler(start uint32, data []byte) uint32 {
	const modulus, longest = 65521, 5552
	a, b := start&0xffff, start>>16
	for len(data) > 0 {
		part := data[:min(len(data), longest)]
		data = data[len(part):]
		for _, x := range part {
			a += uint32(x)
			b += a
		}
		a, b = a%modulus, b%modulus
	}
	return b<<16 | a
}

// readInput moves input to a buffer and counts it in the checksum.
func (c *Compressor) readInput(buffer []byte) int {
	n := copy(buffer, c.in)
	switch c.format {
	case formatZlib:
		c.checksum = adler(c.checksum, c.in[:n])
	case formatGzip:
		c.checksum = crc32.Update(c.checksum, crc32.IEEETable, c.in[:n])
	}
	c.total += uint32(n)
	c.in = c.in[n:]
	return n
}
