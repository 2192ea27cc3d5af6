package deflate

import "sync"

// A decoder reads the symbols of one Huffman code.
type decoder struct {
	// counts are the numbers of codes of each length, symbols the symbols in
	// the order of their codes.
	counts  [maxBits + 1]int
	symbols []int
	// table has the symbol and the length, in the low 4 bits, of the codes that
	// begin with its index; 0 for those that are longer or none.
	table [1 << tableBits]uint16
	// longest is the length of the longest code.
	longest int
}

const tableBits = 9

// newDecoder makes the decoder of codes with the given lengths. used is 1<<15
// for a complete code; more codes than there can be are an error.
func newDecoder(lengths []int) (d *decoder, complete, overfull bool) {
	d = &decoder{}
	for _, n := range lengths {
		d.counts[n]++
	}
	d.counts[0] = 0
	left := 1
	for n := 1; n <= maxBits; n++ {
		left = left<<1 - d.counts[n]
		if left < 0 {
			return d, false, true
		}
		if d.counts[n] > 0 {
			d.longest = n
		}
	}
	var offsets, next [maxBits + 2]int
	code := 0
	for n := 1; n <= maxBits; n++ {
		offsets[n+1] = offsets[n] + d.counts[n]
		code = (code + d.counts[n-1]) << 1
		next[n] = code
	}
	d.symbols = make([]int, offsets[maxBits+1])
	for s, n := range lengths {
		if n == 0 {
			continue
		}
		d.symbols[offsets[n]] = s
		offsets[n]++
		if n <= tableBits {
			for i := reversed(next[n], n); i < len(d.table); i += 1 << n {
				d.table[i] = uint16(s<<4 | n)
			}
		}
		next[n]++
	}
	return d, left == 0, false
}

var fixedDecoders = sync.OnceValues(func() (*decoder, *decoder) {
	literal, _, _ := newDecoder(fixedLiterals.length[:literalCodes+2])
	five := make([]int, 32)
	for i := range five {
		five[i] = 5
	}
	distance, _, _ := newDecoder(five)
	return literal, distance
})

// decode reads a symbol. It takes no more input than the code needs.
func (d *Decompressor) decode(t *decoder, message string) (int, bool) {
	if e := t.table[d.bits&(1<<tableBits-1)]; e != 0 && int(e&15) <= d.held {
		d.take(int(e & 15))
		return int(e >> 4), true
	}
	code, first, index := 0, 0, 0
	for n := 1; n <= maxBits; n++ {
		if n > t.longest {
			return 0, d.fail(message)
		}
		if !d.need(n) {
			return 0, false
		}
		code |= int(d.bits >> (n - 1) & 1)
		if count := t.counts[n]; code-first < count {
			d.take(n)
			return t.symbols[index+code-first], true
		} else {
			index += count
			first = (first + count) << 1
		}
		code <<= 1
	}
	return 0, d.fail(message)
}

// readTrees reads the codes of a block that has its own.
func (d *Decompressor) readTrees() bool {
	if !d.need(14) {
		return false
	}
	literalCount, distanceCount, codeCount := d.take(5)+257, d.take(5)+1, d.take(4)+4
	if literalCount > literalCodes || distanceCount > distanceCodes {
		return d.fail("too many length or distance symbols")
	}
	var lengths [literalCodes + 2 + 32]int
	for _, n := range codeOrder[:codeCount] {
		if !d.need(3) {
			return false
		}
		lengths[n] = d.take(3)
	}
	codes, complete, overfull := newDecoder(lengths[:lengthOfCodes])
	if overfull || !complete {
		return d.fail("invalid code lengths set")
	}
	clear(lengths[:])
	for i := 0; i < literalCount+distanceCount; {
		n, ok := d.decode(codes, "invalid code lengths set")
		if !ok {
			return false
		}
		if n < repeatLength {
			lengths[i] = n
			i++
			continue
		}
		length, count, extra := 0, 3, 2
		switch n {
		case repeatLength:
			if i == 0 {
				return d.fail("invalid bit length repeat")
			}
			length = lengths[i-1]
		case repeatZero:
			extra = 3
		default:
			count, extra = 11, 7
		}
		if !d.need(extra) {
			return false
		}
		count += d.take(extra)
		if i+count > literalCount+distanceCount {
			return d.fail("invalid bit length repeat")
		}
		for range count {
			lengths[i] = length
			i++
		}
	}
	if lengths[endOfBlock] == 0 {
		return d.fail("invalid code -- missing end-of-block")
	}
	literal, complete, overfull := newDecoder(lengths[:literalCount])
	if overfull || !complete && literal.longest != 1 {
		return d.fail("invalid literal/lengths set")
	}
	distance, complete, overfull := newDecoder(lengths[literalCount : literalCount+distanceCount])
	if overfull || !complete && distance.longest > 1 {
		return d.fail("invalid distances set")
	}
	d.literal, d.distance = literal, distance
	return true
}
