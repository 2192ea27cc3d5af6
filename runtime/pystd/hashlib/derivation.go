package hashlib

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/binary"
	"math/bits"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// unsupportedDigest is the class of the error for an unknown algorithm.
var unsupportedDigest = py.NewExceptionClass("_hashlib", "UnsupportedDigestmodError", py.ValueError)

// addDerivation adds the functions that make keys of passwords.
func addDerivation(m *py.Module) {
	m.Builtin("pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)", func(args []any) any {
		create, ok := New(py.As[string](args[0]))
		if !ok {
			py.Raise(py.NewException(unsupportedDigest, "[digital envelope routines] unsupported"))
		}
		password, salt := py.BytesLike(args[1]), py.BytesLike(args[2])
		iterations := number.Int(args[3])
		if iterations < 1 {
			panic(exc.ValueError("iteration value must be greater than 0."))
		}
		length := create().Size()
		if args[4] != nil {
			length = number.Int(args[4])
		}
		if length < 1 {
			panic(exc.ValueError("key length must be greater than 0."))
		}
		key, err := pbkdf2.Key(create, password, []byte(salt), iterations, length)
		if err != nil {
			panic(exc.ValueError("%s", err))
		}
		return py.Bytes(key)
	})
	m.Builtin("scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)", func(args []any) any {
		password := py.BytesLike(args[0])
		for i, name := range []string{"salt", "n", "r", "p"} {
			if args[1+i] == nil {
				if name == "salt" {
					panic(exc.TypeError("salt is required"))
				}
				panic(exc.TypeError("%s is required and must be an unsigned int", name))
			}
		}
		return scrypt(password, py.BytesLike(args[1]), scryptCost{
			n: number.Int(args[2]), r: number.Int(args[3]), p: number.Int(args[4]),
			memory: number.Int(args[5]), length: number.Int(args[6]),
		})
	})
}

// A scryptCost is how much work and memory scrypt needs.
type scryptCost struct{ n, r, p, memory, length int }

// defaultScryptMemory is how much memory scrypt takes at most unless told.
const defaultScryptMemory = 32 << 20

// check raises ValueError for what scrypt does not take.
func (c *scryptCost) check() {
	if c.n < 2 || c.n&(c.n-1) != 0 {
		panic(exc.ValueError("n must be a power of 2."))
	}
	if c.length < 1 {
		panic(exc.ValueError("dklen must be greater than 0 and smaller than 2147483647"))
	}
	limit := c.memory
	if limit == 0 {
		limit = defaultScryptMemory
	}
	if c.r < 1 || c.p < 1 || c.p > (1<<30-1)/c.r {
		panic(exc.ValueError("Invalid parameter combination for n, r, p, maxmem."))
	}
	const most = 1 << 40
	if c.n > most/(128*c.r) || 128*c.r*(c.n+2)+128*c.r*c.p > limit {
		panic(exc.ValueError("[digital envelope routines] memory limit exceeded"))
	}
}

// scrypt is the function of RFC 7914.
func scrypt(password, salt string, c scryptCost) py.Bytes {
	c.check()
	size := 128 * c.r
	b, err := pbkdf2.Key(sha256.New, password, []byte(salt), 1, c.p*size)
	if err != nil {
		panic(exc.ValueError("%s", err))
	}
	table := make([]uint32, c.n*size/4)
	for i := range c.p {
		mixBlock(b[i*size:(i+1)*size], table, c.n)
	}
	key, err := pbkdf2.Key(sha256.New, password, b, 1, c.length)
	if err != nil {
		panic(exc.ValueError("%s", err))
	}
	return py.Bytes(key)
}

// mixBlock is scryptROMix with a table of n blocks.
func mixBlock(block []byte, table []uint32, n int) {
	words := len(block) / 4
	x, y := make([]uint32, words), make([]uint32, words)
	for i := range x {
		x[i] = binary.LittleEndian.Uint32(block[4*i:])
	}
	for i := range n {
		copy(table[i*words:], x)
		mixSalsa(x, y)
	}
	for range n {
		at := int(x[words-16]) & (n - 1)
		for i, w := range table[at*words : (at+1)*words] {
			x[i] ^= w
		}
		mixSalsa(x, y)
	}
	for i, w := range x {
		binary.LittleEndian.PutUint32(block[4*i:], w)
	}
}

// mixSalsa is scryptBlockMix of x; y is room for the result.
func mixSalsa(x, y []uint32) {
	var state [16]uint32
	copy(state[:], x[len(x)-16:])
	half := len(x) / 2
	for i := 0; i < len(x); i += 16 {
		for j := range state {
			state[j] ^= x[i+j]
		}
		salsa(&state)
		to := i / 2
		if i%32 != 0 {
			to = half + (i-16)/2
		}
		copy(y[to:to+16], state[:])
	}
	copy(x, y)
}

// salsa is the core of Salsa20 with 8 rounds.
func salsa(b *[16]uint32) {
	x := *b
	quarter := func(a, b, c, d int) {
		x[b] ^= bits.RotateLeft32(x[a]+x[d], 7)
		x[c] ^= bits.RotateLeft32(x[b]+x[a], 9)
		x[d] ^= bits.RotateLeft32(x[c]+x[b], 13)
		x[a] ^= bits.RotateLeft32(x[d]+x[c], 18)
	}
	for range 4 {
		quarter(0, 4, 8, 12)
		quarter(5, 9, 13, 1)
		quarter(10, 14, 2, 6)
		quarter(15, 3, 7, 11)
		quarter(0, 1, 2, 3)
		quarter(5, 6, 7, 4)
		quarter(10, 11, 8, 9)
		quarter(15, 12, 13, 14)
	}
	for i := range b {
		b[i] += x[i]
	}
}
