// Package secrets is Python's module secrets: random values for passwords and
// tokens.
// https://docs.python.org/3.13/library/secrets.html
package secrets

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"math/big"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/hmac"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

const defaultEntropy = 32

// TokenBytes is token_bytes(n).
func TokenBytes(n int) py.Bytes {
	if n < 0 {
		panic(exc.ValueError("negative argument not allowed"))
	}
	b := make([]byte, n)
	rand.Read(b)
	return py.Bytes(b)
}

func below(n *big.Int) any {
	// crypto/rand's reader does not fail.
	i, _ := rand.Int(rand.Reader, n)
	return py.NormInt(i)
}

func token(nbytes any) py.Bytes {
	if nbytes == nil {
		return TokenBytes(defaultEntropy)
	}
	return TokenBytes(number.Int(nbytes))
}

// Module is the module secrets.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("secrets", "Generate cryptographically strong pseudo-random numbers suitable for\n"+
		"managing secrets such as account authentication, tokens, and similar.\n\nSee PEP 506 for more information.\n"+
		"https://peps.python.org/pep-0506/\n\n")
	m.Set("DEFAULT_ENTROPY", defaultEntropy)
	m.Set("compare_digest", hmac.Module().Attr("compare_digest"))
	m.Func("token_bytes(nbytes=None)", func(n any) any { return token(n) })
	m.Func("token_hex(nbytes=None)", func(n any) any { return hex.EncodeToString([]byte(token(n))) })
	m.Func("token_urlsafe(nbytes=None)", func(n any) any {
		return base64.RawURLEncoding.EncodeToString([]byte(token(n)))
	})
	m.Func("randbelow(exclusive_upper_bound)", func(n any) any {
		if bound := number.Big(n); bound.Sign() > 0 {
			return below(bound)
		}
		panic(exc.ValueError("Upper bound must be positive."))
	})
	m.Func("randbits(k)", func(k any) any {
		n := number.Int(k)
		if n < 0 {
			panic(exc.ValueError("number of bits must be non-negative"))
		}
		return below(new(big.Int).Lsh(big.NewInt(1), uint(n)))
	})
	m.Func("choice(seq)", func(seq any) any {
		n := py.Len(seq)
		if n == 0 {
			panic(exc.IndexError("Cannot choose from an empty sequence"))
		}
		return py.GetItem(seq, below(big.NewInt(int64(n))))
	})
	return m
})
