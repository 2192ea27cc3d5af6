package random

import (
	"crypto/rand"
	"crypto/sha512"
	"encoding/binary"
	"math/big"
	"math/bits"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// A Generator is a random.Random: a Mersenne Twister with the second result of
// gauss kept. A system generator takes the operating system's random bytes.
type Generator struct {
	twister
	gaussNext any
	system    bool
}

// New makes a generator with a seed, which may be nil; see Seed.
func New(seed any) *Generator {
	g := &Generator{}
	g.Seed(seed)
	return g
}

// PyClass is the class Random or SystemRandom.
func (g *Generator) PyClass() *py.Class {
	if g.system {
		return SystemRandomClass
	}
	return RandomClass
}

func (g *Generator) word() uint32 {
	if g.system {
		var b [4]byte
		_, _ = rand.Read(b[:])
		return binary.LittleEndian.Uint32(b[:])
	}
	return g.next()
}

// Seed is seed(a): nil takes random bytes of the system. It raises TypeError
// for other types than int, float, str, bytes and bytearray.
func (g *Generator) Seed(a any) {
	if g.system {
		return
	}
	g.gaussNext = nil
	var key *big.Int
	switch v := py.Payload(a).(type) {
	case nil:
		var b [32]byte
		_, _ = rand.Read(b[:])
		key = new(big.Int).SetBytes(b[:])
	case bool, int, *big.Int:
		key = new(big.Int).Abs(py.BigInt(v))
	case float64:
		key = new(big.Int).SetUint64(absHash(py.Hash(v)))
	case string:
		key = textKey(v)
	case py.Bytes:
		key = textKey(string(v))
	case *py.ByteArray:
		key = textKey(py.BytesLike(v))
	default:
		panic(exc.TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray."))
	}
	g.seedKey(keyWords(key))
}

func absHash(h int) uint64 {
	if h < 0 {
		return uint64(-h)
	}
	return uint64(h)
}

// seedVersion1 is seed(a, version=1).
func (g *Generator) seedVersion1(a any) {
	text, ok := a.(string)
	if b, isBytes := a.(py.Bytes); isBytes {
		for _, c := range []byte(b) {
			text += string(rune(c))
		}
		ok = true
	}
	if !ok {
		g.Seed(a)
		return
	}
	codes := []rune(text)
	var x uint64
	if len(codes) > 0 {
		x = uint64(codes[0]) << 7
	}
	for _, c := range codes {
		x = 1000003*x ^ uint64(c)
	}
	x ^= uint64(len(codes))
	g.Seed(py.NormInt(new(big.Int).SetUint64(x)))
}

// textKey is the text followed by its digest, as a number.
func textKey(text string) *big.Int {
	digest := sha512.Sum512([]byte(text))
	return new(big.Int).SetBytes(append([]byte(text), digest[:]...))
}

// keyWords splits a number into words of 32 bits, the lowest first.
func keyWords(n *big.Int) []uint32 {
	b := n.Bytes()
	words := make([]uint32, max(1, (len(b)+3)/4))
	for i := range b {
		words[i/4] |= uint32(b[len(b)-1-i]) << (8 * (i % 4))
	}
	return words
}

// Random is random(): a float from 0 up to 1.
func (g *Generator) Random() float64 {
	a, b := g.word()>>5, g.word()>>6
	return (float64(a)*67108864 + float64(b)) / 9007199254740992
}

// bits is a number of k random bits, at most 64.
func (g *Generator) bits(k int) uint64 {
	if k <= 32 {
		return uint64(g.word() >> (32 - k))
	}
	low := uint64(g.word())
	return uint64(g.word()>>(64-k))<<32 | low
}

// GetRandBits is getrandbits(k). It raises ValueError for a negative k.
func (g *Generator) GetRandBits(k int) any {
	switch {
	case k < 0:
		panic(exc.ValueError("number of bits must be non-negative"))
	case k == 0:
		return 0
	case k < 64:
		return int(g.bits(k))
	}
	return py.NormInt(g.bigBits(k))
}

func (g *Generator) bigBits(k int) *big.Int {
	b := make([]byte, (k+31)/32*4)
	for at := len(b) - 4; at >= 0; at -= 4 {
		w := g.word()
		if k < 32 {
			w >>= 32 - k
		}
		binary.BigEndian.PutUint32(b[at:], w)
		k -= 32
	}
	return new(big.Int).SetBytes(b)
}

// below is a random int from 0 up to n, which is positive.
func (g *Generator) below(n int) int {
	k := bits.Len(uint(n))
	r := g.bits(k)
	for r >= uint64(n) {
		r = g.bits(k)
	}
	return int(r)
}

func (g *Generator) bigBelow(n *big.Int) *big.Int {
	k := n.BitLen()
	r := g.bigBits(k)
	for r.Cmp(n) >= 0 {
		r = g.bigBits(k)
	}
	return r
}

// offsetBelow is start + step*below(n).
func (g *Generator) offsetBelow(start, n, step *big.Int) any {
	var r *big.Int
	if n.IsInt64() {
		r = big.NewInt(int64(g.below(int(n.Int64()))))
	} else {
		r = g.bigBelow(n)
	}
	return py.NormInt(r.Add(r.Mul(r, step), start))
}

// RandBytes is randbytes(n).
func (g *Generator) RandBytes(n int) py.Bytes {
	if n < 0 {
		panic(exc.ValueError("number of bits must be non-negative"))
	}
	if n == 0 {
		return ""
	}
	b := g.bigBits(8 * n).FillBytes(make([]byte, n))
	for i, j := 0, n-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return py.Bytes(b)
}

// state is getstate().
func (g *Generator) stateTuple() any {
	words := make(py.Tuple, 0, stateSize+1)
	for _, w := range g.twister.state {
		words = append(words, int(w))
	}
	return py.Tuple{3, append(words, g.index), g.gaussNext}
}

// setState is setstate(state). It raises ValueError for what getstate did not
// return.
func (g *Generator) setState(state any) {
	version := py.GetItem(state, 0)
	if !py.Equal(version, 3) {
		panic(exc.ValueError("state with version %s passed to Random.setstate() of version 3", py.Str(version)))
	}
	parts := py.Unpack(state, 3)
	words, ok := parts[1].(py.Tuple)
	if !ok {
		panic(exc.TypeError("state vector must be a tuple"))
	}
	if len(words) != stateSize+1 {
		panic(exc.ValueError("state vector is the wrong size"))
	}
	index := number.Int(words[stateSize])
	if index < 0 || index > stateSize {
		panic(exc.ValueError("invalid state"))
	}
	for i := range stateSize {
		g.twister.state[i] = uint32(number.Int(words[i]))
	}
	g.index, g.gaussNext = index, parts[2]
}
