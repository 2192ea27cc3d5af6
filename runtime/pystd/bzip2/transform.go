package bzip2

import "slices"

// transform is the Burrows-Wheeler transform: the last bytes of the sorted
// rotations of the block, and which of them is the block itself.
func transform(block []byte) (last []byte, origin int) {
	n := len(block)
	order := sortRotations(block)
	last = make([]byte, n)
	for i, start := range order {
		if start == 0 {
			origin = i
			last[i] = block[n-1]
		} else {
			last[i] = block[start-1]
		}
	}
	return last, origin
}

// sortRotations sorts the rotations of the block, each by where it begins: by
// their first byte, and then by twice as many as before until all differ.
func sortRotations(block []byte) []int32 {
	n := len(block)
	order, rank, next := make([]int32, n), make([]int32, n), make([]int32, n)
	var counts [257]int32
	for _, b := range block {
		counts[int(b)+1]++
	}
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	starts := counts
	for i, b := range block {
		order[starts[b]] = int32(i)
		starts[b]++
		rank[i] = counts[b]
	}
	for width := 1; width < n; width *= 2 {
		at := func(start int32) int32 {
			if start += int32(width % n); int(start) >= n {
				start -= int32(n)
			}
			return rank[start]
		}
		sorted := true
		for low := 0; low < n; {
			high := low + 1
			for high < n && rank[order[high]] == rank[order[low]] {
				high++
			}
			if high-low > 1 {
				sorted = false
				slices.SortFunc(order[low:high], func(a, b int32) int { return int(at(a)) - int(at(b)) })
			}
			low = high
		}
		if sorted {
			break
		}
		// Rotations keep the rank of the first of those that are equal so far.
		copy(next, rank)
		for low := 0; low < n; {
			high := low + 1
			first := low
			for ; high < n && rank[order[high]] == rank[order[low]]; high++ {
				if at(order[high]) != at(order[high-1]) {
					first = high
				}
				next[order[high]] = int32(first)
			}
			next[order[low]] = int32(low)
			low = high
		}
		rank, next = next, rank
	}
	return order
}
