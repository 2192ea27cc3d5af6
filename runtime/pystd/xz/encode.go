package xz

import "encoding/binary"

// rangeEncoder is a coder that writes.
type rangeEncoder struct {
	out   []byte
	low   uint64
	width uint32
	cache byte
	held  int // bytes whose carry is not known yet
}

func newRangeEncoder() *rangeEncoder { return &rangeEncoder{width: 0xffffffff, held: 1} }

func (e *rangeEncoder) shift() {
	if e.low < 0xff000000 || e.low >= 1<<32 {
		carry := byte(e.low >> 32)
		for ; e.held > 0; e.held-- {
			e.out = append(e.out, e.cache+carry)
			e.cache = 0xff
		}
		e.cache = byte(e.low >> 24)
	}
	e.held++
	e.low = e.low & 0x00ffffff << 8
}

func (e *rangeEncoder) normalize() {
	for e.width < 1<<24 {
		e.width <<= 8
		e.shift()
	}
}

func (e *rangeEncoder) bit(probability *uint16, bit int) int {
	bound := e.width >> 11 * uint32(*probability)
	if bit == 0 {
		e.width = bound
		*probability += (1<<11 - *probability) >> 5
	} else {
		e.low += uint64(bound)
		e.width -= bound
		*probability -= *probability >> 5
	}
	e.normalize()
	return bit
}

func (e *rangeEncoder) direct(n int, v uint32) uint32 {
	for i := n - 1; i >= 0; i-- {
		e.width >>= 1
		if v>>i&1 == 1 {
			e.low += uint64(e.width)
		}
		e.normalize()
	}
	return v & (1<<n - 1)
}

func (e *rangeEncoder) finish() []byte {
	for range 5 {
		e.shift()
	}
	return e.out
}

// size is how many bytes are written at most if it finishes now.
func (e *rangeEncoder) size() int { return len(e.out) + e.held + 5 }

const (
	hashBits = 16
	depth    = 48 // how many earlier places are tried
	// maxUnpacked and maxPacked limit the size of a chunk of LZMA2.
	maxUnpacked = 1 << 21
	maxPacked   = 1 << 16
	slack       = 64 // what one symbol may add
)

// finder finds what stood before in the data.
type finder struct {
	data  []byte
	heads []int32
	links []int32
	added int
}

func newFinder(data []byte) *finder {
	f := &finder{data: data, heads: make([]int32, 1<<hashBits), links: make([]int32, len(data))}
	for i := range f.heads {
		f.heads[i] = -1
	}
	return f
}

func (f *finder) hash(i int) uint32 {
	v := uint32(f.data[i]) | uint32(f.data[i+1])<<8 | uint32(f.data[i+2])<<16
	return v * 2654435761 >> (32 - hashBits)
}

// addTo makes the places before i findable.
func (f *finder) addTo(i int) {
	for ; f.added < i && f.added+2 < len(f.data); f.added++ {
		h := f.hash(f.added)
		f.links[f.added] = f.heads[h]
		f.heads[h] = int32(f.added)
	}
}

// common is how many bytes are the same at two places.
func (f *finder) common(i, j, limit int) int {
	n := 0
	for n < limit && f.data[i+n] == f.data[j+n] {
		n++
	}
	return n
}

// find returns the longest match at i that is worth its distance, 0 if there is
// none.
func (f *finder) find(i, limit int) (length int, distance uint32) {
	if i+2 >= len(f.data) || limit < 3 {
		return 0, 0
	}
	f.addTo(i)
	for j, tries := f.heads[f.hash(i)], 0; j >= 0 && tries < depth; j, tries = f.links[j], tries+1 {
		n := f.common(i, int(j), limit)
		d := uint32(i - int(j) - 1)
		if n > length && (n > 3 || n == 3 && d < 1<<12) {
			length, distance = n, d
			if n == limit {
				break
			}
		}
	}
	return length, distance
}

// encode encodes the data from low on until high or until the chunk is full, and
// returns where it ended.
func (m *model) encode(e *rangeEncoder, f *finder, low, high, packed int) int {
	i := low
	for i < high && e.size() < packed {
		limit := min(maxMatch, high-i)
		length, distance := f.find(i, limit)
		rep, which := m.repetition(f, i, limit)
		switch {
		case rep >= minMatch && rep+1 >= length:
			m.encodeRepeat(e, i, rep, which)
			i += rep
			continue
		case length > 0:
			if next, _ := f.find(i+1, min(maxMatch, high-i-1)); next <= length {
				m.encodeMatch(e, i, length, distance)
				i += length
				continue
			}
		}
		m.encodeLiteral(e, f.data, i)
		i++
	}
	return i
}

// repetition finds which of the last distances gives the longest match.
func (m *model) repetition(f *finder, i, limit int) (length, which int) {
	for r, distance := range m.reps {
		if j := i - 1 - int(distance); j >= 0 {
			if n := f.common(i, j, limit); n > length {
				length, which = n, r
			}
		}
	}
	return length, which
}

func (m *model) posState(i int) int { return i & (1<<m.pb - 1) }

func (m *model) encodeLiteral(e *rangeEncoder, data []byte, i int) {
	e.bit(&m.isMatch[m.state][m.posState(i)], 0)
	before, match := byte(0), byte(0)
	if i > 0 {
		before = data[i-1]
	}
	if m.state >= 7 {
		match = data[i-1-int(m.reps[0])]
	}
	m.literal(e, i, before, match, data[i])
}

func (m *model) encodeMatch(e *rangeEncoder, i, length int, distance uint32) {
	e.bit(&m.isMatch[m.state][m.posState(i)], 1)
	e.bit(&m.isRep[m.state], 0)
	m.matches.length(e, m.posState(i), length)
	m.distance(e, length, distance)
	m.reps = [4]uint32{distance, m.reps[0], m.reps[1], m.reps[2]}
	m.state = after(m.state, 7, 10)
}

func (m *model) encodeRepeat(e *rangeEncoder, i, length, which int) {
	s := m.state
	e.bit(&m.isMatch[s][m.posState(i)], 1)
	e.bit(&m.isRep[s], 1)
	e.bit(&m.isRep0[s], truth(which > 0))
	if which == 0 {
		e.bit(&m.isRep0Long[s][m.posState(i)], 1)
	} else {
		e.bit(&m.isRep1[s], truth(which > 1))
		if which > 1 {
			e.bit(&m.isRep2[s], which-2)
		}
		distance := m.reps[which]
		copy(m.reps[1:which+1], m.reps[:which])
		m.reps[0] = distance
	}
	m.state = after(s, 8, 11)
	m.repeats.length(e, m.posState(i), length)
}

// The parameters that are written.
const (
	literalContext = 3
	positionBits   = 2
	properties     = (positionBits*5+0)*9 + literalContext
)

// lzma2 encodes data as chunks of LZMA2.
func lzma2(data []byte) []byte {
	var out []byte
	f := newFinder(data)
	chunk := func(control byte, unpacked int) {
		out = append(out, control|byte((unpacked-1)>>16))
		out = binary.BigEndian.AppendUint16(out, uint16(unpacked-1))
	}
	for low := 0; low < len(data); {
		m, e := newModel(literalContext, 0, positionBits), newRangeEncoder()
		high := m.encode(e, f, low, min(low+maxUnpacked, len(data)), maxPacked-slack)
		packed := e.finish()
		if len(packed) < high-low {
			control := byte(0xc0)
			if low == 0 {
				control = 0xe0
			}
			chunk(control, high-low)
			out = binary.BigEndian.AppendUint16(out, uint16(len(packed)-1))
			out = append(append(out, properties), packed...)
			low = high
			continue
		}
		for low < high {
			n := min(high-low, 1<<16)
			control := byte(2)
			if low == 0 {
				control = 1
			}
			chunk(control, n)
			out = append(out, data[low:low+n]...)
			low += n
		}
	}
	return append(out, 0)
}
