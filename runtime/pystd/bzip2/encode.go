// Package bzip2 compresses to the format of bzip2, to the bytes that libbzip2
// 1.0.8 gives but for one number: where the data begins in a block that repeats
// one piece all along, for which there are several answers.
package bzip2

// baseSize is the size of a block at level 1, without the margin that libbzip2
// keeps at its end.
const (
	baseSize = 100000
	margin   = 19
)

// Compress compresses data at a level of 1 to 9.
func Compress(data []byte, level int) []byte {
	c := NewCompressor(level)
	return append(c.Compress(data), c.Finish()...)
}

// A Compressor compresses a stream piece by piece.
type Compressor struct{ encoder }

// NewCompressor makes a compressor of a level of 1 to 9.
func NewCompressor(level int) *Compressor {
	return &Compressor{encoder{level: level, limit: baseSize*level - margin, crc: 0xffffffff, char: 256}}
}

// Compress takes more data. It returns what is complete of the compressed stream.
func (c *Compressor) Compress(data []byte) []byte {
	for _, b := range data {
		c.add(b)
	}
	return c.out.taken()
}

// Finish returns the end of the stream.
func (c *Compressor) Finish() []byte {
	c.endRun()
	c.endBlock()
	c.header()
	c.out.bytes(0x17, 0x72, 0x45, 0x38, 0x50, 0x90)
	c.out.bits(32, c.combined)
	c.out.fill()
	return c.out.taken()
}

// encoder collects a block: data whose runs of equal bytes are shortened.
type encoder struct {
	out      bitWriter
	level    int
	headed   bool
	limit    int
	block    []byte
	used     [256]bool
	crc      uint32
	combined uint32
	char     int // of the run that is open, 256 if there is none
	length   int
}

// header writes the header of the stream, once.
func (e *encoder) header() {
	if !e.headed {
		e.out.bytes('B', 'Z', 'h', byte('0'+e.level))
		e.headed = true
	}
}

// add appends a byte of the data.
func (e *encoder) add(b byte) {
	if int(b) != e.char || e.length == 255 {
		if e.char < 256 {
			e.writeRun()
		}
		e.char, e.length = int(b), 1
	} else {
		e.length++
	}
	if len(e.block) >= e.limit { // the run goes on in the next block
		e.endBlock()
	}
}

// endRun writes the run that is open.
func (e *encoder) endRun() {
	if e.char < 256 {
		e.writeRun()
	}
	e.char, e.length = 256, 0
}

// writeRun writes a run: up to four bytes, and how many more there are.
func (e *encoder) writeRun() {
	b := byte(e.char)
	for range e.length {
		e.crc = e.crc<<8 ^ crcTable[byte(e.crc>>24)^b]
	}
	e.used[b] = true
	for range min(e.length, 4) {
		e.block = append(e.block, b)
	}
	if e.length >= 4 {
		more := byte(e.length - 4)
		e.used[more] = true
		e.block = append(e.block, more)
	}
}

// endBlock compresses the block, if there is anything in it.
func (e *encoder) endBlock() {
	if len(e.block) == 0 {
		return
	}
	e.header()
	crc := ^e.crc
	e.combined = (e.combined<<1 | e.combined>>31) ^ crc
	last, origin := transform(e.block)
	e.out.bytes(0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
	e.out.bits(32, crc)
	e.out.bits(1, 0)
	e.out.bits(24, uint32(origin))
	symbols, alphabet := e.moveToFront(last)
	e.writeUsed()
	writeSymbols(&e.out, symbols, alphabet)
	e.block, e.used, e.crc = e.block[:0], [256]bool{}, 0xffffffff
}

// The symbols of runs of zeros.
const (
	runA = 0
	runB = 1
)

// moveToFront turns the transformed block into symbols: the place of each byte in
// the list of those used last, with runs of the first place as numbers in base 2.
func (e *encoder) moveToFront(last []byte) (symbols []uint16, alphabet int) {
	var recent []byte
	for b, used := range e.used {
		if used {
			recent = append(recent, byte(b))
		}
	}
	end := uint16(len(recent) + 1)
	zeros := 0
	flush := func() {
		for n := zeros - 1; zeros > 0; n = (n - 2) / 2 {
			if n&1 != 0 {
				symbols = append(symbols, runB)
			} else {
				symbols = append(symbols, runA)
			}
			if n < 2 {
				break
			}
		}
		zeros = 0
	}
	for _, b := range last {
		if recent[0] == b {
			zeros++
			continue
		}
		flush()
		i := 0
		for recent[i] != b {
			i++
		}
		copy(recent[1:i+1], recent[:i])
		recent[0] = b
		symbols = append(symbols, uint16(i+1))
	}
	flush()
	return append(symbols, end), int(end) + 1
}

// writeUsed writes which bytes are in the block.
func (e *encoder) writeUsed() {
	var groups uint32
	for b, used := range e.used {
		if used {
			groups |= 1 << (15 - b/16)
		}
	}
	e.out.bits(16, groups)
	for g := range 16 {
		if groups&(1<<(15-g)) == 0 {
			continue
		}
		var bits uint32
		for i := range 16 {
			if e.used[16*g+i] {
				bits |= 1 << (15 - i)
			}
		}
		e.out.bits(16, bits)
	}
}

// crcTable is that of the polynomial 0x04c11db7, highest bit first.
var crcTable = func() (table [256]uint32) {
	for i := range table {
		c := uint32(i) << 24
		for range 8 {
			if c&(1<<31) != 0 {
				c = c<<1 ^ 0x04c11db7
			} else {
				c <<= 1
			}
		}
		table[i] = c
	}
	return table
}()
