package difflib

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// popularFrom is the length from which items that are too frequent are left
// out of the search.
const popularFrom = 200

// A matcher finds what two sequences have in common: difflib.SequenceMatcher.
type matcher struct {
	isJunk   any
	autoJunk bool
	// a and b are the sequences, and itemsA and itemsB their items.
	a, b           any
	itemsA, itemsB []any
	// codesA and codesB are the items as numbers; equal items have equal ones.
	codesA, codesB []int
	numbers        *py.Dict[any, any]
	// places are those of the items of b, by number, without junk.
	places        map[int][]int
	junk, popular map[int]bool
	blocks        []block
	opcodes       []opcode
	counts        map[int]int
}

// A block is a run of items that are the same in both sequences.
type block struct{ a, b, size int }

// An opcode says how a part of a becomes a part of b.
type opcode struct {
	tag            string
	a1, a2, b1, b2 int
}

func (o opcode) tuple() py.Tuple { return py.Tuple{o.tag, o.a1, o.a2, o.b1, o.b2} }

func newMatcher(isJunk any, autoJunk bool) *matcher {
	return &matcher{isJunk: isJunk, autoJunk: autoJunk, numbers: py.DictOf[any, any]()}
}

func items(sequence any) []any {
	var all []any
	for item := range py.Iter(sequence) {
		all = append(all, item)
	}
	return all
}

// encode gives each item the number of its value.
func (m *matcher) encode(all []any) []int {
	codes := make([]int, len(all))
	for i, item := range all {
		n, ok := m.numbers.Lookup(item)
		if !ok {
			n = m.numbers.Len()
			m.numbers.Set(item, n)
		}
		codes[i] = n.(int)
	}
	return codes
}

func (m *matcher) setA(sequence any) {
	m.a, m.itemsA = sequence, items(sequence)
	m.codesA = m.encode(m.itemsA)
	m.blocks, m.opcodes = nil, nil
}

func (m *matcher) setB(sequence any) {
	// The numbers begin anew, so that they do not grow with each comparison.
	m.numbers = py.DictOf[any, any]()
	m.b, m.itemsB = sequence, items(sequence)
	m.codesB = m.encode(m.itemsB)
	m.codesA = m.encode(m.itemsA)
	m.blocks, m.opcodes, m.counts = nil, nil, nil
	m.index()
}

// index notes where the items of b are.
func (m *matcher) index() {
	m.places, m.junk, m.popular = map[int][]int{}, map[int]bool{}, map[int]bool{}
	var order []int
	for j, code := range m.codesB {
		if m.places[code] == nil {
			order = append(order, code)
		}
		m.places[code] = append(m.places[code], j)
	}
	if py.Truth(m.isJunk) {
		for _, code := range order {
			if py.Truth(py.Call(m.isJunk, m.itemsB[m.places[code][0]])) {
				m.junk[code] = true
				delete(m.places, code)
			}
		}
	}
	if n := len(m.codesB); m.autoJunk && n >= popularFrom {
		for code, places := range m.places {
			if len(places) > n/100+1 {
				m.popular[code] = true
			}
		}
		for code := range m.popular {
			delete(m.places, code)
		}
	}
}

// longest is the longest common run within the bounds, the first of several.
func (m *matcher) longest(aLow, aHigh, bLow, bHigh int) block {
	best := block{aLow, bLow, 0}
	lengths := map[int]int{}
	for i := aLow; i < aHigh; i++ {
		next := map[int]int{}
		for _, j := range m.places[m.codesA[i]] {
			if j < bLow {
				continue
			}
			if j >= bHigh {
				break
			}
			k := lengths[j-1] + 1
			next[j] = k
			if k > best.size {
				best = block{i - k + 1, j - k + 1, k}
			}
		}
		lengths = next
	}
	for _, junk := range []bool{false, true} {
		for best.a > aLow && best.b > bLow && m.junk[m.codesB[best.b-1]] == junk && m.codesA[best.a-1] == m.codesB[best.b-1] {
			best.a, best.b, best.size = best.a-1, best.b-1, best.size+1
		}
		for best.a+best.size < aHigh && best.b+best.size < bHigh && m.junk[m.codesB[best.b+best.size]] == junk &&
			m.codesA[best.a+best.size] == m.codesB[best.b+best.size] {
			best.size++
		}
	}
	return best
}

// matches are the common runs in order; the last is empty, at the ends.
func (m *matcher) matches() []block {
	if m.blocks != nil {
		return m.blocks
	}
	type bounds struct{ aLow, aHigh, bLow, bHigh int }
	todo := []bounds{{0, len(m.codesA), 0, len(m.codesB)}}
	var found []block
	for len(todo) > 0 {
		w := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		x := m.longest(w.aLow, w.aHigh, w.bLow, w.bHigh)
		if x.size == 0 {
			continue
		}
		found = append(found, x)
		if w.aLow < x.a && w.bLow < x.b {
			todo = append(todo, bounds{w.aLow, x.a, w.bLow, x.b})
		}
		if x.a+x.size < w.aHigh && x.b+x.size < w.bHigh {
			todo = append(todo, bounds{x.a + x.size, w.aHigh, x.b + x.size, w.bHigh})
		}
	}
	slices.SortFunc(found, func(x, y block) int {
		if x.a != y.a {
			return x.a - y.a
		}
		return x.b - y.b
	})
	current := block{}
	for _, x := range found {
		if current.a+current.size == x.a && current.b+current.size == x.b {
			current.size += x.size
			continue
		}
		if current.size > 0 {
			m.blocks = append(m.blocks, current)
		}
		current = x
	}
	if current.size > 0 {
		m.blocks = append(m.blocks, current)
	}
	m.blocks = append(m.blocks, block{len(m.codesA), len(m.codesB), 0})
	return m.blocks
}

// steps say how a becomes b.
func (m *matcher) steps() []opcode {
	if m.opcodes != nil {
		return m.opcodes
	}
	m.opcodes = []opcode{}
	i, j := 0, 0
	for _, x := range m.matches() {
		switch {
		case i < x.a && j < x.b:
			m.opcodes = append(m.opcodes, opcode{"replace", i, x.a, j, x.b})
		case i < x.a:
			m.opcodes = append(m.opcodes, opcode{"delete", i, x.a, j, x.b})
		case j < x.b:
			m.opcodes = append(m.opcodes, opcode{"insert", i, x.a, j, x.b})
		}
		i, j = x.a+x.size, x.b+x.size
		if x.size > 0 {
			m.opcodes = append(m.opcodes, opcode{"equal", x.a, i, x.b, j})
		}
	}
	return m.opcodes
}

// grouped are the steps in groups with n items of context around each.
func (m *matcher) grouped(n int) [][]opcode {
	steps := slices.Clone(m.steps())
	if len(steps) == 0 {
		steps = []opcode{{"equal", 0, 1, 0, 1}}
	}
	if s := &steps[0]; s.tag == "equal" {
		s.a1, s.b1 = max(s.a1, s.a2-n), max(s.b1, s.b2-n)
	}
	if s := &steps[len(steps)-1]; s.tag == "equal" {
		s.a2, s.b2 = min(s.a2, s.a1+n), min(s.b2, s.b1+n)
	}
	var groups [][]opcode
	var group []opcode
	for _, s := range steps {
		if s.tag == "equal" && s.a2-s.a1 > 2*n {
			group = append(group, opcode{s.tag, s.a1, min(s.a2, s.a1+n), s.b1, min(s.b2, s.b1+n)})
			groups = append(groups, group)
			group = nil
			s.a1, s.b1 = max(s.a1, s.a2-n), max(s.b1, s.b2-n)
		}
		group = append(group, s)
	}
	if len(group) > 1 || len(group) == 1 && group[0].tag != "equal" {
		groups = append(groups, group)
	}
	return groups
}

func share(matches, length int) float64 {
	if length == 0 {
		return 1
	}
	return 2 * float64(matches) / float64(length)
}

func (m *matcher) total() int { return len(m.codesA) + len(m.codesB) }

// ratio measures how similar the sequences are, from 0 to 1.
func (m *matcher) ratio() float64 {
	matches := 0
	for _, x := range m.matches() {
		matches += x.size
	}
	return share(matches, m.total())
}

// quickRatio is at least ratio.
func (m *matcher) quickRatio() float64 {
	if m.counts == nil {
		m.counts = map[int]int{}
		for _, code := range m.codesB {
			m.counts[code]++
		}
	}
	left := map[int]int{}
	matches := 0
	for _, code := range m.codesA {
		n, seen := left[code]
		if !seen {
			n = m.counts[code]
		}
		left[code] = n - 1
		if n > 0 {
			matches++
		}
	}
	return share(matches, m.total())
}

// lengthRatio is at least quickRatio.
func (m *matcher) lengthRatio() float64 {
	return share(min(len(m.codesA), len(m.codesB)), m.total())
}
