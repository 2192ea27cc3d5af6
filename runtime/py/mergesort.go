package py

import "slices"

// minGallop is the number of wins in a row after which a merge looks for the
// end of a run by doubling steps instead of comparing one by one.
const minGallop = 7

// sorter is a run of the adaptive merge sort that Python's sort is specified
// by: natural runs, extended by binary insertion, merged in the order of
// "powersort". The order of comparisons is CPython's, because a __lt__ written
// in Python may show it.
type sorter[K, V any] struct {
	keys    []K
	values  []V // moved along with the keys; nil when keys are sorted alone
	less    func(a, b K) bool
	gallop  int
	pending []sortedRun
	tmpKeys []K
	tmpVals []V
}

type sortedRun struct {
	base, size, power int
}

// mergeSort sorts keys by less and moves values along.
func mergeSort[K, V any](keys []K, values []V, less func(a, b K) bool) {
	n := len(keys)
	if n < 2 {
		return
	}
	s := &sorter[K, V]{keys: keys, values: values, less: less, gallop: minGallop}
	minRun := minRunLength(n)
	for lo := 0; lo < n; {
		size := s.countRun(lo, n-lo)
		if size < minRun {
			force := min(n-lo, minRun)
			s.insertionSort(lo, force, size)
			size = force
		}
		s.foundRun(size)
		s.pending = append(s.pending, sortedRun{base: lo, size: size})
		lo += size
	}
	for len(s.pending) > 1 {
		i := len(s.pending) - 2
		if i > 0 && s.pending[i-1].size < s.pending[i+1].size {
			i--
		}
		s.mergeAt(i)
	}
}

// minRunLength picks a length so that n divided by it is a power of two or
// slightly less.
func minRunLength(n int) int {
	odd := 0
	for n >= 64 {
		odd |= n & 1
		n >>= 1
	}
	return n + odd
}

func (s *sorter[K, V]) reverse(lo, hi int) {
	slices.Reverse(s.keys[lo:hi])
	if s.values != nil {
		slices.Reverse(s.values[lo:hi])
	}
}

// countRun returns the length of the run at lo, after turning a descending one
// around. Equal items in a descending run are turned twice and stay in order.
func (s *sorter[K, V]) countRun(lo, n int) int {
	a := s.keys[lo : lo+n]
	smaller := func(i int) bool { return s.less(a[i], a[i-1]) }
	if n == 1 {
		return 1
	}
	i := 1
	for i < n && !smaller(i) {
		i++
	}
	if i == n {
		return n
	}
	if i > 1 {
		if s.less(a[0], a[i-1]) {
			return i
		}
		s.reverse(lo, lo+i)
	}
	i++
	equals := 0
	reverseEquals := func() {
		if equals > 0 {
			s.reverse(lo+i-equals-1, lo+i)
			equals = 0
		}
	}
	for ; i < n; i++ {
		if smaller(i) {
			reverseEquals()
			continue
		}
		if s.less(a[i-1], a[i]) {
			break
		}
		equals++
	}
	reverseEquals()
	s.reverse(lo, lo+i)
	for i < n && !smaller(i) {
		i++
	}
	return i
}

// insertionSort sorts n items at lo of which the first sorted are in order.
func (s *sorter[K, V]) insertionSort(lo, n, sorted int) {
	a := s.keys[lo : lo+n]
	for ; sorted < n; sorted++ {
		pivot := a[sorted]
		left, right := 0, sorted
		for left < right {
			mid := (left + right) >> 1
			if s.less(pivot, a[mid]) {
				right = mid
			} else {
				left = mid + 1
			}
		}
		copy(a[left+1:sorted+1], a[left:sorted])
		a[left] = pivot
		if s.values != nil {
			v := s.values[lo : lo+n]
			moved := v[sorted]
			copy(v[left+1:sorted+1], v[left:sorted])
			v[left] = moved
		}
	}
}

// foundRun merges what should be merged before a run of the given size comes.
func (s *sorter[K, V]) foundRun(size int) {
	if len(s.pending) == 0 {
		return
	}
	last := s.pending[len(s.pending)-1]
	power := mergePower(last.base, last.size, size, len(s.keys))
	for len(s.pending) > 1 && s.pending[len(s.pending)-2].power > power {
		s.mergeAt(len(s.pending) - 2)
	}
	s.pending[len(s.pending)-1].power = power
}

// mergePower is the depth, in the ideal merge tree over n items, of the node
// between a run at start with size1 items and the next with size2.
func mergePower(start, size1, size2, n int) int {
	a := 2*start + size1
	b := a + size1 + size2
	for power := 1; ; power++ {
		if a >= n {
			a -= n
			b -= n
		} else if b >= n {
			return power
		}
		a <<= 1
		b <<= 1
	}
}

// mergeAt merges the pending runs i and i+1.
func (s *sorter[K, V]) mergeAt(i int) {
	a, b := s.pending[i], s.pending[i+1]
	s.pending[i].size = a.size + b.size
	s.pending = slices.Delete(s.pending, i+1, i+2)
	skip := s.gallopRight(s.keys[b.base], s.keys[a.base:a.base+a.size], 0)
	a.base += skip
	a.size -= skip
	if a.size == 0 {
		return
	}
	b.size = s.gallopLeft(s.keys[a.base+a.size-1], s.keys[b.base:b.base+b.size], b.size-1)
	if b.size == 0 {
		return
	}
	if a.size <= b.size {
		s.mergeLow(a, b)
	} else {
		s.mergeHigh(a, b)
	}
}

// gallopLeft finds where key belongs in the sorted a, before equal items,
// searching by doubling steps from hint.
func (s *sorter[K, V]) gallopLeft(key K, a []K, hint int) int {
	last, ofs := 0, 1
	if s.less(a[hint], key) {
		limit := len(a) - hint
		for ofs < limit && s.less(a[hint+ofs], key) {
			last, ofs = ofs, ofs<<1+1
		}
		last, ofs = last+hint, min(ofs, limit)+hint
	} else {
		limit := hint + 1
		for ofs < limit && !s.less(a[hint-ofs], key) {
			last, ofs = ofs, ofs<<1+1
		}
		last, ofs = hint-min(ofs, limit), hint-last
	}
	last++
	for last < ofs {
		mid := last + (ofs-last)>>1
		if s.less(a[mid], key) {
			last = mid + 1
		} else {
			ofs = mid
		}
	}
	return ofs
}

// gallopRight is gallopLeft for a place after equal items.
func (s *sorter[K, V]) gallopRight(key K, a []K, hint int) int {
	last, ofs := 0, 1
	if s.less(key, a[hint]) {
		limit := hint + 1
		for ofs < limit && s.less(key, a[hint-ofs]) {
			last, ofs = ofs, ofs<<1+1
		}
		last, ofs = hint-min(ofs, limit), hint-last
	} else {
		limit := len(a) - hint
		for ofs < limit && !s.less(key, a[hint+ofs]) {
			last, ofs = ofs, ofs<<1+1
		}
		last, ofs = last+hint, min(ofs, limit)+hint
	}
	last++
	for last < ofs {
		mid := last + (ofs-last)>>1
		if s.less(key, a[mid]) {
			ofs = mid
		} else {
			last = mid + 1
		}
	}
	return ofs
}

// save copies a run aside and returns the copies.
func (s *sorter[K, V]) save(r sortedRun) ([]K, []V) {
	s.tmpKeys = append(s.tmpKeys[:0], s.keys[r.base:r.base+r.size]...)
	if s.values != nil {
		s.tmpVals = append(s.tmpVals[:0], s.values[r.base:r.base+r.size]...)
	}
	return s.tmpKeys, s.tmpVals
}

// move copies n items within the array.
func (s *sorter[K, V]) move(to, from, n int) {
	copy(s.keys[to:to+n], s.keys[from:from+n])
	if s.values != nil {
		copy(s.values[to:to+n], s.values[from:from+n])
	}
}

// put copies n saved items into the array.
func (s *sorter[K, V]) put(to, from, n int) {
	copy(s.keys[to:to+n], s.tmpKeys[from:from+n])
	if s.values != nil {
		copy(s.values[to:to+n], s.tmpVals[from:from+n])
	}
}

// mergeLow merges adjacent runs from the left; a, the shorter, is saved.
func (s *sorter[K, V]) mergeLow(ra, rb sortedRun) {
	a, _ := s.save(ra)
	dest, ia, na, ib, nb := ra.base, 0, ra.size, rb.base, rb.size
	takeA := func(n int) {
		s.put(dest, ia, n)
		dest, ia, na = dest+n, ia+n, na-n
	}
	takeB := func(n int) {
		s.move(dest, ib, n)
		dest, ib, nb = dest+n, ib+n, nb-n
	}
	// The last of a ends the merge; what is left of b goes before it.
	finish := func() {
		if nb > 0 {
			takeB(nb)
		}
		if na > 0 {
			takeA(na)
		}
	}
	// Deferred, so that a comparison that raises leaves all items in the list.
	defer finish()
	takeB(1)
	if nb == 0 || na == 1 {
		return
	}
	gallop := s.gallop
	for {
		wonA, wonB := 0, 0
		for wonA < gallop && wonB < gallop {
			if s.less(s.keys[ib], a[ia]) {
				takeB(1)
				wonA, wonB = 0, wonB+1
				if nb == 0 {
					return
				}
			} else {
				takeA(1)
				wonA, wonB = wonA+1, 0
				if na == 1 {
					return
				}
			}
		}
		gallop++
		for first := true; first || wonA >= minGallop || wonB >= minGallop; first = false {
			if gallop > 1 {
				gallop--
			}
			s.gallop = gallop
			wonA = s.gallopRight(s.keys[ib], a[ia:ia+na], 0)
			takeA(wonA)
			if na <= 1 {
				return
			}
			takeB(1)
			if nb == 0 {
				return
			}
			wonB = s.gallopLeft(a[ia], s.keys[ib:ib+nb], 0)
			takeB(wonB)
			if nb == 0 {
				return
			}
			takeA(1)
			if na == 1 {
				return
			}
		}
		gallop++
		s.gallop = gallop
	}
}

// mergeHigh merges adjacent runs from the right; b, the shorter, is saved.
func (s *sorter[K, V]) mergeHigh(ra, rb sortedRun) {
	b, _ := s.save(rb)
	end, na, nb := rb.base+rb.size, ra.size, rb.size
	takeA := func(n int) {
		s.move(end-n, ra.base+na-n, n)
		end, na = end-n, na-n
	}
	takeB := func(n int) {
		s.put(end-n, nb-n, n)
		end, nb = end-n, nb-n
	}
	// The first of b begins the merge; what is left of a goes after it.
	finish := func() {
		if na > 0 {
			takeA(na)
		}
		if nb > 0 {
			takeB(nb)
		}
	}
	defer finish()
	takeA(1)
	if na == 0 || nb == 1 {
		return
	}
	gallop := s.gallop
	for {
		wonA, wonB := 0, 0
		for wonA < gallop && wonB < gallop {
			if s.less(b[nb-1], s.keys[ra.base+na-1]) {
				takeA(1)
				wonA, wonB = wonA+1, 0
				if na == 0 {
					return
				}
			} else {
				takeB(1)
				wonA, wonB = 0, wonB+1
				if nb == 1 {
					return
				}
			}
		}
		gallop++
		for first := true; first || wonA >= minGallop || wonB >= minGallop; first = false {
			if gallop > 1 {
				gallop--
			}
			s.gallop = gallop
			wonA = na - s.gallopRight(b[nb-1], s.keys[ra.base:ra.base+na], na-1)
			takeA(wonA)
			if na == 0 {
				return
			}
			takeB(1)
			if nb == 1 {
				return
			}
			wonB = nb - s.gallopLeft(s.keys[ra.base+na-1], b[:nb], nb-1)
			takeB(wonB)
			if nb <= 1 {
				return
			}
			takeA(1)
			if na == 0 {
				return
			}
		}
		gallop++
		s.gallop = gallop
	}
}
