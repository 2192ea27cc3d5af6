package random

// Size of the Mersenne Twister's state and the offset of its recurrence.
const (
	stateSize = 624
	offset    = 397
)

// twister is the generator MT19937.
type twister struct {
	state [stateSize]uint32
	index int
}

func (t *twister) seedWord(s uint32) {
	t.state[0] = s
	for i := 1; i < stateSize; i++ {
		t.state[i] = 1812433253*(t.state[i-1]^t.state[i-1]>>30) + uint32(i)
	}
	t.index = stateSize
}

// seedKey starts the generator from a key of any length.
func (t *twister) seedKey(key []uint32) {
	t.seedWord(19650218)
	i, j := 1, 0
	for range max(stateSize, len(key)) {
		t.state[i] = (t.state[i] ^ (t.state[i-1]^t.state[i-1]>>30)*1664525) + key[j] + uint32(j)
		i, j = t.nextIndex(i), j+1
		if j >= len(key) {
			j = 0
		}
	}
	for range stateSize - 1 {
		t.state[i] = (t.state[i] ^ (t.state[i-1]^t.state[i-1]>>30)*1566083941) - uint32(i)
		i = t.nextIndex(i)
	}
	t.state[0] = 0x80000000
}

// nextIndex is the index after i; before it wraps around, the last word
// becomes the one before the first.
func (t *twister) nextIndex(i int) int {
	if i++; i >= stateSize {
		t.state[0] = t.state[stateSize-1]
		return 1
	}
	return i
}

// refill makes the next words.
func (t *twister) refill() {
	mix := func(i, next, from int) {
		y := t.state[i]&0x80000000 | t.state[next]&0x7fffffff
		t.state[i] = t.state[from] ^ y>>1 ^ (y&1)*0x9908b0df
	}
	for i := range stateSize - offset {
		mix(i, i+1, i+offset)
	}
	for i := stateSize - offset; i < stateSize-1; i++ {
		mix(i, i+1, i+offset-stateSize)
	}
	mix(stateSize-1, 0, offset-1)
	t.index = 0
}

// next is a word of 32 random bits.
func (t *twister) next() uint32 {
	if t.index >= stateSize {
		t.refill()
	}
	y := t.state[t.index]
	t.index++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}
