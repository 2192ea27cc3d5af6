// Package hashlib is Python's module hashlib.
// https://docs.python.org/3.13/library/hashlib.html
package hashlib

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding/hex"
	"hash"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var algorithms = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New,
	"sha384": sha512.New384, "sha512": sha512.New,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
}

// New returns the constructor of the algorithm with a name. It is false for an
// unknown one.
func New(name string) (func() hash.Hash, bool) {
	f, ok := algorithms[strings.ToLower(name)]
	return f, ok
}

// A digest is a hash object. It keeps its input, so that it can be copied.
type digest struct {
	name  string
	make  func() hash.Hash
	state hash.Hash
	input []byte
}

func (d *digest) update(data any) {
	if _, ok := py.Payload(data).(string); ok {
		panic(exc.TypeError("Strings must be encoded before hashing"))
	}
	if _, ok := data.(py.Buffer); !ok {
		switch py.Payload(data).(type) {
		case py.Bytes, *py.ByteArray, *py.MemoryView:
		default:
			panic(exc.TypeError("object supporting the buffer API required"))
		}
	}
	b := py.BytesLike(data)
	d.state.Write([]byte(b))
	d.input = append(d.input, b...)
}

// PyClass is the class of hash objects.
func (d *digest) PyClass() *py.Class { return digestClass }

var digestClass = py.NewNativeClass("_hashlib", "HASH", nil, func(d *py.Definition) {
	of := py.PayloadAs[*digest]
	d.Method("update(self, obj, /)", func(self, data any) any {
		of(self).update(data)
		return nil
	})
	d.Method("digest(self, /)", func(self any) any { return py.Bytes(of(self).state.Sum(nil)) })
	d.Method("hexdigest(self, /)", func(self any) any { return hex.EncodeToString(of(self).state.Sum(nil)) })
	d.Method("copy(self, /)", func(self any) any {
		h := of(self)
		return newDigest(h.name, h.make, py.Bytes(h.input))
	})
	d.Getter("name", func(self any) any { return of(self).name })
	d.Getter("digest_size", func(self any) any { return of(self).state.Size() })
	d.Getter("block_size", func(self any) any { return of(self).state.BlockSize() })
	d.Method("__repr__(self, /)", func(self any) any {
		return "<" + of(self).name + " _hashlib.HASH object @ 0x7f0000000000>"
	})
})

func newDigest(name string, create func() hash.Hash, data any) *digest {
	d := &digest{name: name, make: create, state: create()}
	if data != nil {
		d.update(data)
	}
	return d
}

// Module is the module hashlib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("hashlib", "hashlib module - A common interface to many hash functions.")
	names := make([]any, 0, len(algorithms))
	for name, create := range algorithms {
		names = append(names, name)
		m.Builtin(name+"(string=None, *, usedforsecurity=True)", func(data, _ any) any {
			return newDigest(name, create, data)
		})
	}
	m.Func("new(name, data=None, **kwargs)", func(name, data, _ any) any {
		create, ok := New(py.Str(name))
		if !ok {
			panic(exc.ValueError("unsupported hash type %s", py.Str(name)))
		}
		return newDigest(strings.ToLower(py.Str(name)), create, data)
	})
	m.Set("algorithms_guaranteed", py.SetOf(names...)).Set("algorithms_available", py.SetOf(names...))
	return m
})
