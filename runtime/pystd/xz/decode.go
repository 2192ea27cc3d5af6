package xz

import "encoding/binary"

// rangeDecoder is a coder that reads.
type rangeDecoder struct {
	in          []byte
	at          int
	width, code uint32
}

// newRangeDecoder begins to read; it panics with errMore or errCorrupt as all its
// methods do.
func newRangeDecoder(in []byte) *rangeDecoder {
	if len(in) < 5 {
		panic(errMore)
	}
	if in[0] != 0 {
		panic(errCorrupt)
	}
	return &rangeDecoder{in: in, at: 5, width: 0xffffffff, code: binary.BigEndian.Uint32(in[1:])}
}

func (d *rangeDecoder) normalize() {
	if d.width >= 1<<24 {
		return
	}
	if d.at == len(d.in) {
		panic(errMore)
	}
	d.width <<= 8
	d.code = d.code<<8 | uint32(d.in[d.at])
	d.at++
}

func (d *rangeDecoder) bit(probability *uint16, _ int) int {
	d.normalize()
	bound := d.width >> 11 * uint32(*probability)
	if d.code < bound {
		d.width = bound
		*probability += (1<<11 - *probability) >> 5
		return 0
	}
	d.width -= bound
	d.code -= bound
	*probability -= *probability >> 5
	return 1
}

func (d *rangeDecoder) direct(n int, _ uint32) uint32 {
	v := uint32(0)
	for range n {
		d.normalize()
		d.width >>= 1
		if d.code >= d.width {
			d.code -= d.width
			v = v<<1 | 1
		} else {
			v <<= 1
		}
	}
	return v
}

// unlimited is the size of a stream that ends with a marker.
const unlimited = -1

// decode decodes n bytes and appends them to out, whose bytes from start on are
// the dictionary. An unlimited stream ends at its marker.
func (m *model) decode(d *rangeDecoder, out []byte, start, n int) []byte {
	end := len(out) + n
	at := func(distance uint32) byte {
		if i := len(out) - 1 - int(distance); i >= start {
			return out[i]
		}
		if len(out) == start {
			return 0
		}
		panic(errCorrupt)
	}
	for n == unlimited || len(out) < end {
		position := len(out) - start
		posState := position & (1<<m.pb - 1)
		if d.bit(&m.isMatch[m.state][posState], 0) == 0 {
			before, match := byte(0), byte(0)
			if position > 0 {
				before = at(0)
			}
			if m.state >= 7 {
				match = at(m.reps[0])
			}
			out = append(out, m.literal(d, position, before, match, 0))
			continue
		}
		size := 0
		if d.bit(&m.isRep[m.state], 0) == 0 {
			size = m.matches.length(d, posState, 0)
			distance := m.distance(d, size, 0)
			if distance == 0xffffffff {
				if n != unlimited {
					panic(errCorrupt)
				}
				d.normalize()
				return out
			}
			m.reps = [4]uint32{distance, m.reps[0], m.reps[1], m.reps[2]}
			m.state = after(m.state, 7, 10)
		} else if size = m.repeated(d, posState); size == 0 {
			size = 1
		}
		if n != unlimited && len(out)+size > end || position == 0 {
			panic(errCorrupt)
		}
		for range size {
			out = append(out, at(m.reps[0]))
		}
	}
	return out
}

// repeated decodes which of the last distances is used again, and the length; 0
// means a single byte.
func (m *model) repeated(d *rangeDecoder, posState int) int {
	s := m.state
	if d.bit(&m.isRep0[s], 0) == 0 {
		if d.bit(&m.isRep0Long[s][posState], 0) == 0 {
			m.state = after(s, 9, 11)
			return 0
		}
	} else {
		i := 1
		if d.bit(&m.isRep1[s], 0) == 1 {
			i = 2 + d.bit(&m.isRep2[s], 0)
		}
		distance := m.reps[i]
		copy(m.reps[1:i+1], m.reps[:i])
		m.reps[0] = distance
	}
	m.state = after(s, 8, 11)
	return m.repeats.length(d, posState, 0)
}
