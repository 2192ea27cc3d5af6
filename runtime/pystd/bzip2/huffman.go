package bzip2

// groupSize is how many symbols are written with one of the tables.
const (
	groupSize  = 50
	iterations = 4
	maxLength  = 17
	// likely and unlikely are the costs that the tables begin with.
	likely   = 0
	unlikely = 15
)

// writeSymbols writes the symbols of a block in groups, each with the best of the
// tables.
func writeSymbols(w *bitWriter, symbols []uint16, alphabet int) {
	tables := tableCount(len(symbols))
	lengths := initialLengths(symbols, alphabet, tables)
	var selectors []byte
	for range iterations {
		counts := make([][]int, tables)
		for t := range counts {
			counts[t] = make([]int, alphabet)
		}
		selectors = selectors[:0]
		for low := 0; low < len(symbols); low += groupSize {
			group := symbols[low:min(low+groupSize, len(symbols))]
			best, cost := 0, 1<<30
			for t := range tables {
				sum := 0
				for _, s := range group {
					sum += int(lengths[t][s])
				}
				// libbzip2 adds up in 16 bits, which is always enough.
				if sum < cost {
					best, cost = t, sum
				}
			}
			selectors = append(selectors, byte(best))
			for _, s := range group {
				counts[best][s]++
			}
		}
		for t := range tables {
			lengths[t] = codeLengths(counts[t])
		}
	}
	w.bits(3, uint32(tables))
	w.bits(15, uint32(len(selectors)))
	writeSelectors(w, selectors, tables)
	codes := make([][]uint32, tables)
	for t := range tables {
		codes[t] = canonical(lengths[t])
		writeLengths(w, lengths[t])
	}
	for i, s := range symbols {
		t := selectors[i/groupSize]
		w.bits(uint(lengths[t][s]), codes[t][s])
	}
}

// tableCount is how many tables a block with n symbols has.
func tableCount(n int) int {
	switch {
	case n < 200:
		return 2
	case n < 600:
		return 3
	case n < 1200:
		return 4
	case n < 2400:
		return 5
	}
	return 6
}

// initialLengths gives each table a part of the alphabet with about the same
// number of symbols of the block.
func initialLengths(symbols []uint16, alphabet, tables int) [][]uint8 {
	frequencies := make([]int, alphabet)
	for _, s := range symbols {
		frequencies[s]++
	}
	lengths := make([][]uint8, tables)
	rest, low := len(symbols), 0
	for part := tables; part > 0; part-- {
		target, high, sum := rest/part, low-1, 0
		for sum < target && high < alphabet-1 {
			high++
			sum += frequencies[high]
		}
		if high > low && part != tables && part != 1 && (tables-part)%2 == 1 {
			sum -= frequencies[high]
			high--
		}
		table := make([]uint8, alphabet)
		for s := range table {
			table[s] = unlikely
			if s >= low && s <= high {
				table[s] = likely
			}
		}
		lengths[part-1] = table
		low = high + 1
		rest -= sum
	}
	return lengths
}

// codeLengths makes the lengths of Huffman codes, of maxLength bits at most.
func codeLengths(counts []int) []uint8 {
	n := len(counts)
	weights := make([]int, 2*n+2)
	for i, c := range counts {
		weights[i+1] = max(c, 1) << 8
	}
	for {
		heap := make([]int, 1, n+2) // heap[0] is a sentinel with weight 0
		parents := make([]int, 2*n+2)
		nodes := n
		up := func(at int) {
			node := heap[at]
			for weights[node] < weights[heap[at>>1]] {
				heap[at] = heap[at>>1]
				at >>= 1
			}
			heap[at] = node
		}
		down := func() {
			at, node := 1, heap[1]
			for {
				child := 2 * at
				if child >= len(heap) {
					break
				}
				if child+1 < len(heap) && weights[heap[child+1]] < weights[heap[child]] {
					child++
				}
				if weights[node] < weights[heap[child]] {
					break
				}
				heap[at] = heap[child]
				at = child
			}
			heap[at] = node
		}
		pop := func() int {
			node := heap[1]
			heap[1] = heap[len(heap)-1]
			heap = heap[:len(heap)-1]
			if len(heap) > 1 {
				down()
			}
			return node
		}
		for i := 1; i <= n; i++ {
			parents[i] = -1
			heap = append(heap, i)
			up(len(heap) - 1)
		}
		for len(heap) > 2 {
			a := pop()
			b := pop()
			nodes++
			parents[a], parents[b] = nodes, nodes
			weights[nodes] = joined(weights[a], weights[b])
			parents[nodes] = -1
			heap = append(heap, nodes)
			up(len(heap) - 1)
		}
		lengths := make([]uint8, n)
		tooLong := false
		for i := 1; i <= n; i++ {
			depth := 0
			for k := i; parents[k] >= 0; k = parents[k] {
				depth++
			}
			lengths[i-1] = uint8(depth)
			tooLong = tooLong || depth > maxLength
		}
		if !tooLong {
			return lengths
		}
		for i := 1; i <= n; i++ {
			weights[i] = (1 + (weights[i]>>8)/2) << 8
		}
	}
}

// joined is the weight of the node above two others: their sum, and in the low
// byte one more than the greater of their depths.
func joined(a, b int) int { return (a&^0xff + b&^0xff) | (1 + max(a&0xff, b&0xff)) }

// canonical gives the codes of the lengths, the shorter ones first.
func canonical(lengths []uint8) []uint32 {
	codes := make([]uint32, len(lengths))
	low, high := lengths[0], lengths[0]
	for _, l := range lengths {
		low, high = min(low, l), max(high, l)
	}
	code := uint32(0)
	for l := low; l <= high; l++ {
		for s := range lengths {
			if lengths[s] == l {
				codes[s] = code
				code++
			}
		}
		code <<= 1
	}
	return codes
}

// writeSelectors writes the table of each group, by its place in the list of
// those used last.
func writeSelectors(w *bitWriter, selectors []byte, tables int) {
	recent := make([]byte, tables)
	for t := range recent {
		recent[t] = byte(t)
	}
	for _, s := range selectors {
		i := 0
		for recent[i] != s {
			i++
		}
		copy(recent[1:i+1], recent[:i])
		recent[0] = s
		for range i {
			w.bits(1, 1)
		}
		w.bits(1, 0)
	}
}

// writeLengths writes the lengths of a table's codes, by their differences.
func writeLengths(w *bitWriter, lengths []uint8) {
	current := lengths[0]
	w.bits(5, uint32(current))
	for _, l := range lengths {
		for ; current < l; current++ {
			w.bits(2, 2)
		}
		for ; current > l; current-- {
			w.bits(2, 3)
		}
		w.bits(1, 0)
	}
}

// bitWriter collects bits, the highest of each number first.
type bitWriter struct {
	out    []byte
	buffer uint64
	held   uint
}

func (w *bitWriter) bits(n uint, v uint32) {
	w.buffer = w.buffer<<n | uint64(v)
	for w.held += n; w.held >= 8; w.held -= 8 {
		w.out = append(w.out, byte(w.buffer>>(w.held-8)))
	}
}

func (w *bitWriter) bytes(data ...byte) {
	for _, b := range data {
		w.bits(8, uint32(b))
	}
}

// fill fills the last byte with zeros.
func (w *bitWriter) fill() {
	if w.held > 0 {
		w.bits(8-w.held, 0)
	}
}

// taken returns the bytes that are complete, and forgets them.
func (w *bitWriter) taken() []byte {
	out := w.out
	w.out = nil
	return out
}
