package bzip2

import "errors"

// The errors of Decompress.
var (
	ErrMore    = errors.New("the data ends within a stream")
	ErrInvalid = errors.New("invalid data stream")
)

// Decompress reads one stream. It returns what the complete blocks hold and how
// many bytes of data the stream has. ErrMore tells that the stream is longer than
// data.
func Decompress(data []byte) (out []byte, size int, err error) {
	d := &decoder{in: data}
	defer func() {
		if r := recover(); r != nil {
			failed, ok := r.(error)
			if !ok || failed != ErrMore && failed != ErrInvalid {
				panic(r)
			}
			out, size, err = d.out, 0, failed
		}
	}()
	d.header()
	var combined uint32
	for {
		switch magic := uint64(d.bits(24))<<24 | uint64(d.bits(24)); magic {
		case 0x314159265359:
			crc := d.bits(16)<<16 | d.bits(16)
			block := d.block()
			d.check(checksum(block) == crc)
			combined = (combined<<1 | combined>>31) ^ crc
			d.out = append(d.out, block...)
		case 0x177245385090:
			d.check(d.bits(16)<<16|d.bits(16) == combined)
			return d.out, d.at, nil
		default:
			d.check(false)
		}
	}
}

func checksum(data []byte) uint32 {
	crc := uint32(0xffffffff)
	for _, b := range data {
		crc = crc<<8 ^ crcTable[byte(crc>>24)^b]
	}
	return ^crc
}

// decoder reads a stream bit by bit; it panics with the errors of Decompress.
type decoder struct {
	in     []byte
	at     int
	buffer uint32
	held   uint
	limit  int // of a block
	out    []byte
}

func (d *decoder) check(holds bool) {
	if !holds {
		panic(ErrInvalid)
	}
}

// header reads the header of the stream as far as it is there.
func (d *decoder) header() {
	for i, b := range d.in[:min(len(d.in), 4)] {
		if i < 3 {
			d.check(b == "BZh"[i])
		} else {
			d.check(b >= '1' && b <= '9')
			d.limit = baseSize * int(b-'0')
		}
	}
	if len(d.in) < 4 {
		panic(ErrMore)
	}
	d.at = 4
}

func (d *decoder) bits(n uint) uint32 {
	for d.held < n {
		if d.at == len(d.in) {
			panic(ErrMore)
		}
		d.buffer = d.buffer<<8 | uint32(d.in[d.at])
		d.at++
		d.held += 8
	}
	d.held -= n
	return d.buffer >> d.held & (1<<n - 1)
}

func (d *decoder) bit() bool { return d.bits(1) == 1 }

// block reads a block after its checksum.
func (d *decoder) block() []byte {
	d.check(!d.bit()) // blocks are not randomised any more
	origin := int(d.bits(24))
	recent := d.used()
	tables := int(d.bits(3))
	d.check(tables >= 2 && tables <= 6)
	selectors := d.selectors(tables)
	codes := make([]*code, tables)
	for t := range codes {
		codes[t] = d.code(len(recent) + 2)
	}
	last := d.symbols(recent, selectors, codes)
	d.check(origin < len(last))
	return expand(restore(last, origin))
}

// used reads which bytes are in the block.
func (d *decoder) used() []byte {
	groups := d.bits(16)
	var used []byte
	for g := range 16 {
		if groups&(1<<(15-g)) == 0 {
			continue
		}
		bits := d.bits(16)
		for i := range 16 {
			if bits&(1<<(15-i)) != 0 {
				used = append(used, byte(16*g+i))
			}
		}
	}
	d.check(len(used) > 0)
	return used
}

func (d *decoder) selectors(tables int) []byte {
	selectors := make([]byte, d.bits(15))
	d.check(len(selectors) > 0)
	recent := []byte{0, 1, 2, 3, 4, 5}
	for i := range selectors {
		n := 0
		for d.bit() {
			n++
			d.check(n < tables)
		}
		t := recent[n]
		copy(recent[1:n+1], recent[:n])
		recent[0] = t
		selectors[i] = t
	}
	return selectors
}

// code is a Huffman code: its symbols by their codes, and for each length the
// first code and where its symbols begin.
type code struct {
	symbols []uint16
	first   [maxBits + 2]int
	offset  [maxBits + 2]int
	counts  [maxBits + 2]int
}

// maxBits is the length of the longest code that is read.
const maxBits = 20

func (d *decoder) code(alphabet int) *code {
	lengths := make([]int, alphabet)
	length := int(d.bits(5))
	for s := range lengths {
		for {
			d.check(length >= 1 && length <= maxBits)
			if !d.bit() {
				break
			}
			if d.bit() {
				length--
			} else {
				length++
			}
		}
		lengths[s] = length
	}
	c := &code{}
	next := 0
	for l := 1; l <= maxBits; l++ {
		c.first[l], c.offset[l] = next, len(c.symbols)
		for s, length := range lengths {
			if length == l {
				c.symbols = append(c.symbols, uint16(s))
				c.counts[l]++
			}
		}
		next = (next + c.counts[l]) << 1
	}
	return c
}

func (d *decoder) symbol(c *code) int {
	value := 0
	for l := 1; l <= maxBits; l++ {
		value = value<<1 | int(d.bits(1))
		if i := value - c.first[l]; i >= 0 && i < c.counts[l] {
			return int(c.symbols[c.offset[l]+i])
		}
	}
	panic(ErrInvalid)
}

// symbols reads the symbols of a block and turns them into its bytes.
func (d *decoder) symbols(recent, selectors []byte, codes []*code) []byte {
	var last []byte
	end := len(recent) + 1
	run, weight := 0, 1
	for i := 0; ; i++ {
		d.check(i/groupSize < len(selectors))
		s := d.symbol(codes[selectors[i/groupSize]])
		if s <= runB {
			run += weight << s
			weight <<= 1
			d.check(run <= d.limit)
			continue
		}
		for ; run > 0; run-- {
			last = append(last, recent[0])
		}
		weight = 1
		d.check(len(last) <= d.limit)
		if s == end {
			return last
		}
		b := recent[s-1]
		copy(recent[1:s], recent[:s-1])
		recent[0] = b
		last = append(last, b)
	}
}

// restore undoes transform.
func restore(last []byte, origin int) []byte {
	var starts [256]int
	for _, b := range last {
		starts[b]++
	}
	sum := 0
	for b := range starts {
		starts[b], sum = sum, sum+starts[b]
	}
	next := make([]int32, len(last))
	for i, b := range last {
		next[starts[b]] = int32(i)
		starts[b]++
	}
	block := make([]byte, len(last))
	at := next[origin]
	for i := range block {
		block[i] = last[at]
		at = next[at]
	}
	return block
}

// expand undoes the shortening of runs.
func expand(block []byte) []byte {
	var out []byte
	run := 0
	for i, b := range block {
		if run == 4 {
			for range b {
				out = append(out, block[i-1])
			}
			run = 0
			continue
		}
		if i > 0 && run > 0 && b == block[i-1] {
			run++
		} else {
			run = 1
		}
		out = append(out, b)
	}
	return out
}
