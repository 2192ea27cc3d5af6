package hashlib

import (
	"encoding/binary"
	"hash"
	"math/bits"
)

// A blakeVariant is what BLAKE2b and BLAKE2s differ in. Words of BLAKE2s are
// kept in the low half of a uint64.
type blakeVariant struct {
	name      string
	size      int // of the largest digest
	block     int
	word      int // bytes
	rounds    int
	rotations [4]int
	iv        [8]uint64
	salt      int
}

var (
	blake2b = blakeVariant{
		name: "blake2b", size: 64, block: 128, word: 8, rounds: 12, rotations: [4]int{32, 24, 16, 63}, salt: 16,
		iv: [8]uint64{
			0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
			0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
		},
	}
	blake2s = blakeVariant{
		name: "blake2s", size: 32, block: 64, word: 4, rounds: 10, rotations: [4]int{16, 12, 8, 7}, salt: 8,
		iv: [8]uint64{
			0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
		},
	}
)

// blakeSchedule is the order in which each round takes the words of a block.
var blakeSchedule = [10][16]byte{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

// blakeOptions are the parameters of a hash; see RFC 7693 and the
// specification of the tree mode.
type blakeOptions struct {
	size                 int
	key, salt, person    string
	fanout, depth        int
	leafSize             uint32
	nodeOffset           uint64
	nodeDepth, innerSize int
	lastNode             bool
}

// blake is the state of a BLAKE2 function.
type blake struct {
	variant  *blakeVariant
	options  blakeOptions
	h        [8]uint64
	count    uint64
	buffer   []byte
	lastNode bool
}

// newBlake makes a hash; a fanout and a depth of 0 stand for the sequential
// mode, which has 1.
func newBlake(variant *blakeVariant, options blakeOptions) *blake {
	b := &blake{variant: variant, options: options}
	b.Reset()
	return b
}

// Reset makes the hash one of nothing, apart from its key.
func (b *blake) Reset() {
	o, v := &b.options, b.variant
	if o.fanout == 0 && o.depth == 0 {
		o.fanout, o.depth = 1, 1
	}
	p := make([]byte, 8*v.word)
	p[0], p[1], p[2], p[3] = byte(o.size), byte(len(o.key)), byte(o.fanout), byte(o.depth)
	binary.LittleEndian.PutUint32(p[4:], o.leafSize)
	binary.LittleEndian.PutUint64(p[8:], o.nodeOffset)
	if v.word == 8 {
		p[16], p[17] = byte(o.nodeDepth), byte(o.innerSize)
	} else {
		// BLAKE2s has 6 bytes for the offset.
		p[14], p[15] = byte(o.nodeDepth), byte(o.innerSize)
	}
	copy(p[len(p)-2*v.salt:], o.salt)
	copy(p[len(p)-v.salt:], o.person)
	for i := range b.h {
		b.h[i] = v.iv[i] ^ v.load(p[i*v.word:])
	}
	b.count, b.buffer, b.lastNode = 0, nil, o.lastNode
	if o.key != "" {
		b.buffer = make([]byte, v.block)
		copy(b.buffer, o.key)
	}
}

func (v *blakeVariant) load(p []byte) uint64 {
	if v.word == 8 {
		return binary.LittleEndian.Uint64(p)
	}
	return uint64(binary.LittleEndian.Uint32(p))
}

func (v *blakeVariant) rotate(x uint64, n int) uint64 {
	if v.word == 8 {
		return bits.RotateLeft64(x, -n)
	}
	return uint64(bits.RotateLeft32(uint32(x), -n))
}

// Write adds to what is hashed. The last block is kept back, as it is treated
// differently.
func (b *blake) Write(p []byte) (int, error) {
	n := len(p)
	size := b.variant.block
	for len(b.buffer)+len(p) > size {
		part := size - len(b.buffer)
		b.buffer = append(b.buffer, p[:part]...)
		p = p[part:]
		b.count += uint64(size)
		b.compress(b.buffer, false)
		b.buffer = b.buffer[:0]
	}
	b.buffer = append(b.buffer, p...)
	return n, nil
}

func (b *blake) compress(block []byte, last bool) {
	variant := b.variant
	mask := ^uint64(0)
	if variant.word == 4 {
		mask = 1<<32 - 1
	}
	var m [16]uint64
	for i := range m {
		m[i] = variant.load(block[i*variant.word:])
	}
	var v [16]uint64
	copy(v[:], b.h[:])
	copy(v[8:], variant.iv[:])
	v[12] ^= b.count & mask
	if variant.word == 4 {
		v[13] ^= b.count >> 32
	}
	if last {
		v[14] ^= mask
		if b.lastNode {
			v[15] ^= mask
		}
	}
	r := variant.rotations
	mix := func(a, b, c, d int, x, y uint64) {
		v[a] = (v[a] + v[b] + x) & mask
		v[d] = variant.rotate(v[d]^v[a], r[0])
		v[c] = (v[c] + v[d]) & mask
		v[b] = variant.rotate(v[b]^v[c], r[1])
		v[a] = (v[a] + v[b] + y) & mask
		v[d] = variant.rotate(v[d]^v[a], r[2])
		v[c] = (v[c] + v[d]) & mask
		v[b] = variant.rotate(v[b]^v[c], r[3])
	}
	for round := range variant.rounds {
		s := &blakeSchedule[round%10]
		for i := range 4 {
			mix(i, i+4, i+8, i+12, m[s[2*i]], m[s[2*i+1]])
		}
		for i := range 4 {
			mix(i, (i+1)%4+4, (i+2)%4+8, (i+3)%4+12, m[s[8+2*i]], m[s[9+2*i]])
		}
	}
	for i := range b.h {
		b.h[i] ^= v[i] ^ v[i+8]
	}
}

// Sum appends the digest.
func (b *blake) Sum(p []byte) []byte {
	final := *b
	final.count += uint64(len(b.buffer))
	block := make([]byte, b.variant.block)
	copy(block, b.buffer)
	final.compress(block, true)
	var out []byte
	for _, h := range final.h {
		if b.variant.word == 8 {
			out = binary.LittleEndian.AppendUint64(out, h)
		} else {
			out = binary.LittleEndian.AppendUint32(out, uint32(h))
		}
	}
	return append(p, out[:b.options.size]...)
}

// Size is the length of the digest.
func (b *blake) Size() int { return b.options.size }

// BlockSize is how many bytes are hashed at a time.
func (b *blake) BlockSize() int { return b.variant.block }

// Clone is the function in the same state.
func (b *blake) Clone() (hash.Cloner, error) {
	c := *b
	c.buffer = append([]byte(nil), b.buffer...)
	return &c, nil
}
