package deflate

const (
	literals      = 256
	endOfBlock    = 256
	lengthCodes   = 29
	literalCodes  = literals + 1 + lengthCodes
	distanceCodes = 30
	lengthOfCodes = 19 // codes that code lengths are written with
	heapSize      = 2*literalCodes + 1
	maxBits       = 15

	repeatLength     = 16
	repeatZero       = 17
	repeatZeroLonger = 18
)

var extraLengthBits = [lengthCodes]int{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}

var extraDistanceBits = [distanceCodes]int{
	0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
}

var extraCodeBits = [lengthOfCodes]int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7}

// codeOrder is the order in which the lengths of the codes for code lengths are
// written.
var codeOrder = [lengthOfCodes]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// A tree has a frequency, a code and its length for each symbol, and the inner
// nodes of a Huffman tree after them.
type tree struct {
	freq   [heapSize]int
	parent [heapSize]int
	length [heapSize]int
	code   [heapSize]int
	// most is the largest symbol that occurs.
	most int
}

// treeKind is what is the same for all trees of a kind.
type treeKind struct {
	fixed     *tree
	extra     []int
	extraBase int
	elements  int
	longest   int
}

var (
	fixedLiterals, fixedDistances tree
	literalKind                   = treeKind{&fixedLiterals, extraLengthBits[:], literals + 1, literalCodes, maxBits}
	distanceKind                  = treeKind{&fixedDistances, extraDistanceBits[:], 0, distanceCodes, maxBits}
	codeKind                      = treeKind{nil, extraCodeBits[:], 0, lengthOfCodes, 7}

	lengthCode   [maxMatch - minMatch + 1]int
	baseLength   [lengthCodes]int
	baseDistance [distanceCodes]int
	// distanceCode has the codes of distances below 256, and of longer ones by
	// their upper bits.
	distanceCode [512]int
)

func init() {
	length := 0
	for code := range lengthCodes - 1 {
		baseLength[code] = length
		for range 1 << extraLengthBits[code] {
			lengthCode[length] = code
			length++
		}
	}
	lengthCode[length-1] = lengthCodes - 1
	distance := 0
	for code := range 16 {
		baseDistance[code] = distance
		for range 1 << extraDistanceBits[code] {
			distanceCode[distance] = code
			distance++
		}
	}
	distance >>= 7
	for code := 16; code < distanceCodes; code++ {
		baseDistance[code] = distance << 7
		for range 1 << (extraDistanceBits[code] - 7) {
			distanceCode[256+distance] = code
			distance++
		}
	}
	var counts [maxBits + 1]int
	for n := range literalCodes + 2 {
		bits := 8
		switch {
		case n >= 144 && n <= 255:
			bits = 9
		case n >= 256 && n <= 279:
			bits = 7
		}
		fixedLiterals.length[n] = bits
		counts[bits]++
	}
	fixedLiterals.assignCodes(literalCodes+1, &counts)
	for n := range distanceCodes {
		fixedDistances.length[n] = 5
		fixedDistances.code[n] = reversed(n, 5)
	}
}

func codeOfDistance(d int) int {
	if d < 256 {
		return distanceCode[d]
	}
	return distanceCode[256+d>>7]
}

func reversed(code, length int) int {
	out := 0
	for range length {
		out = out<<1 | code&1
		code >>= 1
	}
	return out
}

// assignCodes gives the symbols their codes; counts are the numbers of codes of
// each length.
func (t *tree) assignCodes(most int, counts *[maxBits + 1]int) {
	var next [maxBits + 1]int
	code := 0
	for bits := 1; bits <= maxBits; bits++ {
		code = (code + counts[bits-1]) << 1
		next[bits] = code
	}
	for n := 0; n <= most; n++ {
		if length := t.length[n]; length != 0 {
			t.code[n] = reversed(next[length], length)
			next[length]++
		}
	}
}

// symbol is a literal, or a match of a length from 3 on if it has a distance.
type symbol struct{ distance, value uint16 }

// trees is what a stream knows of the current block, and the bits that are not
// a whole byte yet.
type trees struct {
	literal, distance, codes tree
	symbols                  []symbol
	symbolLimit              int
	bestBits, fixedBits      int
	bits                     uint64
	bitCount                 int
}

func (t *trees) prepare(buffer int) {
	t.symbolLimit = buffer - 1
	t.symbols = make([]symbol, 0, t.symbolLimit)
	t.startBlock()
}

func (t *trees) startBlock() {
	clear(t.literal.freq[:literalCodes])
	clear(t.distance.freq[:distanceCodes])
	clear(t.codes.freq[:lengthOfCodes])
	t.literal.freq[endOfBlock] = 1
	t.bestBits, t.fixedBits = 0, 0
	t.symbols = t.symbols[:0]
}

// tally adds a literal (distance 0) or a match to the block. It reports whether
// the block is full.
func (t *trees) tally(distance, value int) bool {
	t.symbols = append(t.symbols, symbol{uint16(distance), uint16(value)})
	if distance == 0 {
		t.literal.freq[value]++
	} else {
		t.literal.freq[lengthCode[value]+literals+1]++
		t.distance.freq[codeOfDistance(distance-1)]++
	}
	return len(t.symbols) == t.symbolLimit
}

// builder makes a Huffman tree.
type builder struct {
	*tree
	heap        [heapSize]int
	length, top int
	depth       [heapSize]uint8
}

func (b *builder) smaller(n, m int) bool {
	return b.freq[n] < b.freq[m] || b.freq[n] == b.freq[m] && b.depth[n] <= b.depth[m]
}

// sink moves an item of the heap down to its place.
func (b *builder) sink(k int) {
	v := b.heap[k]
	for j := k << 1; j <= b.length; j <<= 1 {
		if j < b.length && b.smaller(b.heap[j+1], b.heap[j]) {
			j++
		}
		if b.smaller(v, b.heap[j]) {
			break
		}
		b.heap[k] = b.heap[j]
		k = j
	}
	b.heap[k] = v
}

// build finds the code of each symbol from the frequencies.
func (t *trees) build(dynamic *tree, kind *treeKind) {
	b := &builder{tree: dynamic, top: heapSize}
	dynamic.most = -1
	for n := range kind.elements {
		if dynamic.freq[n] != 0 {
			b.length++
			b.heap[b.length] = n
			dynamic.most = n
		} else {
			dynamic.length[n] = 0
		}
	}
	for b.length < 2 {
		n := 0
		if dynamic.most < 2 {
			dynamic.most++
			n = dynamic.most
		}
		b.length++
		b.heap[b.length] = n
		dynamic.freq[n] = 1
		b.depth[n] = 0
		t.bestBits--
		if kind.fixed != nil {
			t.fixedBits -= kind.fixed.length[n]
		}
	}
	for n := b.length / 2; n >= 1; n-- {
		b.sink(n)
	}
	node := kind.elements
	for {
		n := b.heap[1]
		b.heap[1] = b.heap[b.length]
		b.length--
		b.sink(1)
		m := b.heap[1]
		b.heap[b.top-1], b.heap[b.top-2] = n, m
		b.top -= 2
		dynamic.freq[node] = dynamic.freq[n] + dynamic.freq[m]
		b.depth[node] = max(b.depth[n], b.depth[m]) + 1
		dynamic.parent[n], dynamic.parent[m] = node, node
		b.heap[1] = node
		node++
		b.sink(1)
		if b.length < 2 {
			break
		}
	}
	b.top--
	b.heap[b.top] = b.heap[1]
	counts := t.assignLengths(b, kind)
	dynamic.assignCodes(dynamic.most, &counts)
}

// assignLengths finds the lengths of the codes, none above the longest allowed,
// and adds up what the block takes.
func (t *trees) assignLengths(b *builder, kind *treeKind) (counts [maxBits + 1]int) {
	d := b.tree
	overflow := 0
	d.length[b.heap[b.top]] = 0
	h := b.top + 1
	for ; h < heapSize; h++ {
		n := b.heap[h]
		bits := d.length[d.parent[n]] + 1
		if bits > kind.longest {
			bits = kind.longest
			overflow++
		}
		d.length[n] = bits
		if n > d.most {
			continue
		}
		counts[bits]++
		extra := 0
		if n >= kind.extraBase {
			extra = kind.extra[n-kind.extraBase]
		}
		t.bestBits += d.freq[n] * (bits + extra)
		if kind.fixed != nil {
			t.fixedBits += d.freq[n] * (kind.fixed.length[n] + extra)
		}
	}
	if overflow == 0 {
		return counts
	}
	for overflow > 0 {
		bits := kind.longest - 1
		for counts[bits] == 0 {
			bits--
		}
		counts[bits]--
		counts[bits+1] += 2
		counts[kind.longest]--
		overflow -= 2
	}
	for bits := kind.longest; bits != 0; bits-- {
		for n := counts[bits]; n > 0; {
			h--
			m := b.heap[h]
			if m > d.most {
				continue
			}
			if d.length[m] != bits {
				t.bestBits += (bits - d.length[m]) * d.freq[m]
				d.length[m] = bits
			}
			n--
		}
	}
	return counts
}
