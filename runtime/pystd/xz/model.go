// Package xz reads and writes the formats of liblzma: .xz and .lzma. What it
// writes holds the same data in other bytes than those of liblzma, which looks
// longer for the shortest.
package xz

import "math/bits"

// The numbers of the LZMA format.
const (
	states       = 12
	posStates    = 16
	literalCodes = 0x300
	minMatch     = 2
	maxMatch     = 273
	half         = 1 << 10 // the probability that models begin with, of 1<<11
)

// A coder encodes a bit with a model of its probability, or decodes one: it
// returns the bit that it was given, or the one that it read.
type coder interface {
	bit(probability *uint16, bit int) int
	// direct is for n bits without a model.
	direct(n int, v uint32) uint32
}

// lengths are the models of the lengths of matches.
type lengths struct {
	choice [2]uint16
	low    [posStates][8]uint16
	mid    [posStates][8]uint16
	high   [256]uint16
}

// model is the state that the encoder and the decoder share.
type model struct {
	lc, lp, pb int

	state      int
	reps       [4]uint32
	isMatch    [states][posStates]uint16
	isRep      [states]uint16
	isRep0     [states]uint16
	isRep1     [states]uint16
	isRep2     [states]uint16
	isRep0Long [states][posStates]uint16
	slots      [4][64]uint16
	special    [115]uint16
	align      [16]uint16
	matches    lengths
	repeats    lengths
	literals   []uint16
}

func newModel(lc, lp, pb int) *model {
	m := &model{lc: lc, lp: lp, pb: pb, literals: make([]uint16, literalCodes<<(lc+lp))}
	all := [][]uint16{m.isRep[:], m.isRep0[:], m.isRep1[:], m.isRep2[:], m.special[:], m.align[:], m.literals}
	for s := range states {
		all = append(all, m.isMatch[s][:], m.isRep0Long[s][:])
	}
	for s := range m.slots {
		all = append(all, m.slots[s][:])
	}
	for _, l := range []*lengths{&m.matches, &m.repeats} {
		all = append(all, l.choice[:], l.high[:])
		for p := range posStates {
			all = append(all, l.low[p][:], l.mid[p][:])
		}
	}
	for _, probabilities := range all {
		for i := range probabilities {
			probabilities[i] = half
		}
	}
	return m
}

// tree codes the n bits of a symbol, the highest first.
func tree(c coder, probabilities []uint16, n, symbol int) int {
	at := 1
	for i := n - 1; i >= 0; i-- {
		at = at<<1 | c.bit(&probabilities[at], symbol>>i&1)
	}
	return at - 1<<n
}

// reverseTree codes the n bits of a symbol, the lowest first.
func reverseTree(c coder, probabilities []uint16, n, symbol int) int {
	at, out := 1, 0
	for i := range n {
		b := c.bit(&probabilities[at], symbol>>i&1)
		at = at<<1 | b
		out |= b << i
	}
	return out
}

// literal codes a byte after the byte before it; match is the byte that the last
// match would go on with.
func (m *model) literal(c coder, position int, before, match, b byte) byte {
	context := (position&(1<<m.lp-1))<<m.lc | int(before)>>(8-m.lc)
	probabilities := m.literals[literalCodes*context : literalCodes*(context+1)]
	at := 1
	if m.state >= 7 {
		expected := int(match)
		for at < 0x100 {
			expected <<= 1
			same := expected & 0x100
			bit := c.bit(&probabilities[same+0x100+at], int(b)>>(7-bits.Len(uint(at))+1)&1)
			at = at<<1 | bit
			if same>>8 != bit {
				break
			}
		}
	}
	for at < 0x100 {
		at = at<<1 | c.bit(&probabilities[at], int(b)>>(7-bits.Len(uint(at))+1)&1)
	}
	switch {
	case m.state < 4:
		m.state = 0
	case m.state < 10:
		m.state -= 3
	default:
		m.state -= 6
	}
	return byte(at)
}

// length codes the length of a match.
func (l *lengths) length(c coder, posState, n int) int {
	n -= minMatch
	if c.bit(&l.choice[0], truth(n >= 8)) == 0 {
		return minMatch + tree(c, l.low[posState][:], 3, n)
	}
	if c.bit(&l.choice[1], truth(n >= 16)) == 0 {
		return minMatch + 8 + tree(c, l.mid[posState][:], 3, n-8)
	}
	return minMatch + 16 + tree(c, l.high[:], 8, n-16)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// distance codes the distance of a match of length n, less one.
func (m *model) distance(c coder, n int, distance uint32) uint32 {
	slot := tree(c, m.slots[min(n-minMatch, 3)][:], 6, slotOf(distance))
	if slot < 4 {
		return uint32(slot)
	}
	footer := slot>>1 - 1
	base := uint32(2|slot&1) << footer
	rest := distance - base
	if slot < 14 {
		return base + uint32(reverseTree(c, m.special[int(base)-slot:], footer, int(rest)))
	}
	high := c.direct(footer-4, rest>>4) << 4
	return base + high + uint32(reverseTree(c, m.align[:], 4, int(rest&15)))
}

// slotOf is the class of a distance: its highest two bits.
func slotOf(distance uint32) int {
	if distance < 4 {
		return int(distance)
	}
	n := bits.Len32(distance) - 1
	return 2*n + int(distance>>(n-1)&1)
}

// after is the state after a match, a repeated match or a short repetition.
func after(state, early, late int) int {
	if state < 7 {
		return early
	}
	return late
}
