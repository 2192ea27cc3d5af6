package deflate

import (
	"errors"
	"hash/crc32"
)

// ErrDictionary is what a Decompressor returns when it needs the dictionary
// that the data was compressed with.
var ErrDictionary = errors.New("need dictionary")

// A DataError is a flaw of compressed data, in zlib's words.
type DataError string

func (e DataError) Error() string { return string(e) }

// reader is a position in the input.
type reader struct {
	at   int
	bits uint64
	held int // bits that were read and are not used yet
}

// A Decompressor is zlib's inflate stream.
type Decompressor struct {
	windowBits int
	format     int
	// detect tells that the format is zlib's or gzip's, whichever the data has.
	detect bool

	in []byte
	reader
	// mark is how far the input is used up for good.
	mark reader

	step     func(d *Decompressor) bool
	failed   error
	finished bool
	last     bool
	left     int // of a stored block

	literal, distance *decoder
	// waiting is a symbol that was read when there was no room for it.
	waiting symbol
	waits   bool

	out      []byte
	room     int
	history  []byte
	checksum uint32
	total    uint32
	dictID   uint32
}

// NewDecompressor makes a stream as inflateInit2 does: windowBits is up to 15
// for the format of zlib, 0 for the size in its header, negative for the bare
// format, 16 more for gzip's and 32 more for either. It returns nil for
// arguments that zlib refuses.
func NewDecompressor(windowBits int) *Decompressor {
	d := &Decompressor{format: formatZlib}
	switch {
	case windowBits < 0:
		d.format, windowBits = formatRaw, -windowBits
	case windowBits >= 48:
		return nil
	case windowBits >= 32:
		d.detect, windowBits = true, windowBits-32
	case windowBits >= 16:
		d.format, windowBits = formatGzip, windowBits-16
	}
	if windowBits != 0 && (windowBits < 8 || windowBits > 15) || windowBits == 0 && d.format == formatRaw {
		return nil
	}
	d.windowBits = windowBits
	d.step = (*Decompressor).header
	if d.format == formatRaw {
		d.step = (*Decompressor).block
	}
	return d
}

// Clone copies the stream.
func (d *Decompressor) Clone() *Decompressor {
	c := *d
	c.history = append([]byte(nil), d.history...)
	c.in = append([]byte(nil), d.in...)
	return &c
}

// SetDictionary gives the dictionary. It reports whether it is the right one.
func (d *Decompressor) SetDictionary(dict []byte) bool {
	if d.failed == ErrDictionary {
		if adler(1, dict) != d.dictID {
			return false
		}
		d.failed = nil
	}
	d.history = append(d.history, dict...)
	return true
}

// Finished reports whether the end of the stream was reached.
func (d *Decompressor) Finished() bool { return d.finished }

// Decompress decompresses data, to limit bytes at most; a negative limit means
// all. rest is what of data was not used: what follows the end of the stream, or
// what there was no room for.
func (d *Decompressor) Decompress(data []byte, limit int) (out, rest []byte, err error) {
	d.in, d.out = append(d.in[:len(d.in):len(d.in)], data...), nil
	d.at = 0
	d.room = limit
	if limit < 0 {
		d.room = int(^uint(0) >> 1)
	}
	for !d.finished && d.failed == nil {
		d.mark = d.reader
		if !d.step(d) {
			if d.failed == nil && !d.stopped() {
				d.reader = d.mark // to be tried again with more input
			}
			break
		}
	}
	out, d.out = d.out, nil
	d.remember(out)
	rest = d.in[d.at:]
	d.in = nil
	if d.failed == nil && !d.finished && !d.stopped() {
		d.in, rest = rest, nil // the beginning of something that is not complete
	}
	return out, rest, d.failed
}

// stopped reports whether the room for output is used up.
func (d *Decompressor) stopped() bool { return d.waits || d.left > 0 && d.room == 0 }

// remember keeps the output that later matches may refer to, and counts it.
func (d *Decompressor) remember(out []byte) {
	const window = 32 << 10
	switch {
	case len(out) >= window:
		d.history = append(d.history[:0], out[len(out)-window:]...)
	default:
		if excess := len(d.history) + len(out) - window; excess > 0 {
			d.history = append(d.history[:0], d.history[excess:]...)
		}
		d.history = append(d.history, out...)
	}
	d.count(out)
}

func (d *Decompressor) count(out []byte) {
	out = out[d.counted(len(out)):]
	switch d.format {
	case formatZlib:
		d.checksum = adler(d.checksum, out)
	case formatGzip:
		d.checksum = crc32.Update(d.checksum, crc32.IEEETable, out)
	}
	d.total += uint32(len(out))
}

// counted is how much of the output of this call is counted: all once the
// trailer was read, which needs the sum.
func (d *Decompressor) counted(n int) int {
	if d.finished {
		return n
	}
	return 0
}

func (d *Decompressor) fail(message string) bool {
	d.failed = DataError(message)
	return false
}

// need makes sure that n bits are held.
func (d *Decompressor) need(n int) bool {
	for d.held < n {
		if d.at >= len(d.in) {
			return false
		}
		d.bits |= uint64(d.in[d.at]) << d.held
		d.at++
		d.held += 8
	}
	return true
}

// take takes bits that need has made sure of.
func (d *Decompressor) take(n int) int {
	v := int(d.bits & (1<<n - 1))
	d.bits >>= n
	d.held -= n
	return v
}

// align drops the bits up to a whole byte.
func (d *Decompressor) align() { d.take(d.held & 7) }

func (d *Decompressor) header() bool {
	if !d.need(16) {
		return false
	}
	v := int(d.bits & 0xffff)
	if (d.format == formatGzip || d.detect) && v == 0x8b1f {
		d.format = formatGzip
		return d.gzipHeader()
	}
	if d.format == formatGzip || (v&0xff<<8+v>>8)%31 != 0 {
		return d.fail("incorrect header check")
	}
	if v&0xf != 8 {
		return d.fail("unknown compression method")
	}
	bits := v>>4&0xf + 8
	if d.windowBits == 0 {
		d.windowBits = bits
	}
	if bits > 15 || bits > d.windowBits {
		return d.fail("invalid window size")
	}
	d.format = formatZlib
	d.take(16)
	d.checksum = 1
	d.step = (*Decompressor).block
	if v&0x2000 != 0 {
		d.step = (*Decompressor).dictionary
	}
	return true
}

// dictionary reads the checksum of the dictionary and asks for it.
func (d *Decompressor) dictionary() bool {
	if !d.need(32) {
		return false
	}
	for range 4 {
		d.dictID = d.dictID<<8 | uint32(d.take(8))
	}
	d.step = (*Decompressor).block
	d.failed = ErrDictionary
	return false
}

func (d *Decompressor) gzipHeader() bool {
	sum := uint32(0)
	next := func() (byte, bool) {
		if !d.need(8) {
			return 0, false
		}
		b := byte(d.take(8))
		sum = crc32.Update(sum, crc32.IEEETable, []byte{b})
		return b, true
	}
	var fixed [10]byte
	for i := range fixed {
		b, ok := next()
		if !ok {
			return false
		}
		fixed[i] = b
		if i == 3 {
			if fixed[2] != 8 {
				return d.fail("unknown compression method")
			}
			if b&0xe0 != 0 {
				return d.fail("unknown header flags set")
			}
		}
	}
	flags := fixed[3]
	if flags&4 != 0 {
		low, ok := next()
		high, ok2 := next()
		if !ok || !ok2 {
			return false
		}
		for range int(low) | int(high)<<8 {
			if _, ok := next(); !ok {
				return false
			}
		}
	}
	for _, text := range []byte{8, 16} {
		if flags&text == 0 {
			continue
		}
		for {
			b, ok := next()
			if !ok {
				return false
			}
			if b == 0 {
				break
			}
		}
	}
	if flags&2 != 0 {
		if !d.need(16) {
			return false
		}
		if uint32(d.take(16)) != sum&0xffff {
			return d.fail("header crc mismatch")
		}
	}
	d.checksum = 0
	d.step = (*Decompressor).block
	return true
}

// block reads the beginning of a block.
func (d *Decompressor) block() bool {
	if d.last {
		d.align()
		d.step = (*Decompressor).trailer
		return true
	}
	if !d.need(3) {
		return false
	}
	last := d.take(1) == 1
	switch d.take(2) {
	case 0:
		d.align()
		if !d.need(32) {
			return false
		}
		n, inverted := d.take(16), d.take(16)
		if n != inverted^0xffff {
			return d.fail("invalid stored block lengths")
		}
		d.left, d.step = n, (*Decompressor).copyStored
	case 1:
		d.literal, d.distance = fixedDecoders()
		d.step = (*Decompressor).symbol
	case 2:
		if !d.readTrees() {
			return false
		}
		d.step = (*Decompressor).symbol
	default:
		return d.fail("invalid block type")
	}
	d.last = last
	return true
}

func (d *Decompressor) copyStored() bool {
	for d.left > 0 {
		if d.room == 0 {
			return false
		}
		n := min(d.left, d.room, len(d.in)-d.at)
		if n == 0 {
			return false
		}
		d.out = append(d.out, d.in[d.at:d.at+n]...)
		d.at += n
		d.left -= n
		d.room -= n
		d.mark = d.reader
	}
	d.step = (*Decompressor).block
	return true
}

// symbol reads literals and matches until the block or the input ends.
func (d *Decompressor) symbol() bool {
	for {
		if d.waits {
			if !d.emit() {
				return false
			}
			continue
		}
		d.mark = d.reader
		s, end, ok := d.readSymbol()
		switch {
		case end:
			d.step = (*Decompressor).block
			return true
		case !ok:
			return false
		}
		d.waiting, d.waits = s, true
	}
}

// emit puts out the symbol that waits, as far as there is room.
func (d *Decompressor) emit() bool {
	s := &d.waiting
	if d.room == 0 {
		return false
	}
	if s.distance == 0 {
		d.out = append(d.out, byte(s.value))
		d.room--
		d.waits = false
		return true
	}
	distance := int(s.distance)
	for n := min(int(s.value), d.room); n > 0; n-- {
		from := len(d.out) - distance
		b := byte(0)
		if from >= 0 {
			b = d.out[from]
		} else {
			b = d.history[len(d.history)+from]
		}
		d.out = append(d.out, b)
		s.value--
		d.room--
	}
	d.waits = s.value > 0
	return !d.waits
}

// readSymbol reads a literal, the end of the block, or the length and the
// distance of a match.
func (d *Decompressor) readSymbol() (s symbol, end, ok bool) {
	n, ok := d.decode(d.literal, "invalid literal/length code")
	switch {
	case !ok:
		return s, false, false
	case n < endOfBlock:
		return symbol{0, uint16(n)}, false, true
	case n == endOfBlock:
		return s, true, true
	}
	n -= literals + 1
	if n >= lengthCodes {
		return s, false, d.fail("invalid literal/length code")
	}
	if !d.need(extraLengthBits[n]) {
		return s, false, false
	}
	length := baseLength[n] + d.take(extraLengthBits[n]) + minMatch
	if n == lengthCodes-1 {
		length = maxMatch
	}
	n, ok = d.decode(d.distance, "invalid distance code")
	if !ok {
		return s, false, false
	}
	if n >= distanceCodes {
		return s, false, d.fail("invalid distance code")
	}
	if !d.need(extraDistanceBits[n]) {
		return s, false, false
	}
	distance := baseDistance[n] + d.take(extraDistanceBits[n]) + 1
	if distance > len(d.out)+min(len(d.history), 1<<d.windowBits) {
		return s, false, d.fail("invalid distance too far back")
	}
	return symbol{uint16(distance), uint16(length)}, false, true
}

func (d *Decompressor) trailer() bool {
	switch d.format {
	case formatZlib:
		if !d.need(32) {
			return false
		}
		stored := uint32(0)
		for range 4 {
			stored = stored<<8 | uint32(d.take(8))
		}
		d.count(d.out)
		if stored != d.checksum {
			return d.fail("incorrect data check")
		}
	case formatGzip:
		if !d.need(32) {
			return false
		}
		sum, total := d.checksum, d.total
		stored := uint32(d.take(16)) | uint32(d.take(16))<<16
		if stored != crc32.Update(sum, crc32.IEEETable, d.out) {
			return d.fail("incorrect data check")
		}
		if !d.need(32) {
			return false
		}
		if uint32(d.take(16))|uint32(d.take(16))<<16 != total+uint32(len(d.out)) {
			return d.fail("incorrect length check")
		}
	}
	d.finished = true
	return true
}
