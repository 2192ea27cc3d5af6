package hashlib

import (
	"crypto/sha3"
	"encoding/hex"
	"fmt"
	"hash"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// A digest is a hash object.
type digest struct {
	name  string
	class *py.Class
	state hash.Hash
}

// PyClass is the class of the hash object.
func (d *digest) PyClass() *py.Class { return d.class }

func newDigest(name string, state hash.Hash, input any) *digest {
	d := &digest{name: name, state: state, class: digestClass}
	if _, ok := state.(*shake); ok {
		d.class = shakeClass
	}
	d.start(input)
	return d
}

func newBlakeDigest(name string, state hash.Hash, input any) *digest {
	d := &digest{name: name, state: state, class: blake2bClass}
	if name == "blake2s" {
		d.class = blake2sClass
	}
	d.start(input)
	return d
}

func (d *digest) start(input any) {
	if input != unset {
		d.state.Write(data(input))
	}
}

// copy is a digest that goes on from here.
func (d *digest) copy() *digest {
	state, err := d.state.(hash.Cloner).Clone()
	if err != nil {
		panic(exc.ValueError("%s", err))
	}
	return &digest{d.name, d.class, state}
}

var (
	digestClass = py.NewNativeClass("_hashlib", "HASH", nil, func(d *py.Definition) {
		defineDigest(d, "_hashlib.HASH")
		defineFixedDigest(d)
	})
	shakeClass = py.NewNativeClass("_hashlib", "HASHXOF", []*py.Class{digestClass}, func(d *py.Definition) {
		defineDigest(d, "_hashlib.HASHXOF")
		sum := func(self, length any) []byte {
			n := number.Int(length)
			if n < 0 {
				py.Raise(py.NewSystemError("Negative size passed to PyBytes_FromStringAndSize"))
			}
			out := make([]byte, n)
			py.PayloadAs[*digest](self).copy().state.(*shake).Read(out)
			return out
		}
		d.Method("digest(self, /, length)", func(self, length any) any { return py.Bytes(sum(self, length)) })
		d.Method("hexdigest(self, /, length)", func(self, length any) any { return hex.EncodeToString(sum(self, length)) })
	})
)

// defineDigest adds what all hash objects have.
func defineDigest(d *py.Definition, kind string) {
	of := py.PayloadAs[*digest]
	d.Method("update(self, obj, /)", func(self, input any) any {
		of(self).state.Write(data(input))
		return nil
	})
	d.Method("copy(self, /)", func(self any) any { return of(self).copy() })
	d.Getter("name", func(self any) any { return of(self).name })
	d.Getter("digest_size", func(self any) any { return of(self).state.Size() })
	d.Getter("block_size", func(self any) any { return of(self).state.BlockSize() })
	if kind != "" {
		d.Method("__repr__(self, /)", func(self any) any {
			return fmt.Sprintf("<%s %s object @ %#x>", of(self).name, kind, py.ID(self))
		})
	}
}

// defineFixedDigest adds the digest of a size of its own.
func defineFixedDigest(d *py.Definition) {
	of := py.PayloadAs[*digest]
	d.Method("digest(self, /)", func(self any) any { return py.Bytes(of(self).state.Sum(nil)) })
	d.Method("hexdigest(self, /)", func(self any) any { return hex.EncodeToString(of(self).state.Sum(nil)) })
}

// shake is a SHAKE function as a hash whose size is not fixed.
type shake struct {
	*sha3.SHAKE
	create func() *sha3.SHAKE
}

func newShake(create func() *sha3.SHAKE) *shake { return &shake{create(), create} }

// Size is 0: the digest is as long as one asks.
func (s *shake) Size() int { return 0 }

// Sum appends nothing, as the digest has no size of its own.
func (s *shake) Sum(b []byte) []byte { return b }

// Clone is the function in the same state.
func (s *shake) Clone() (hash.Cloner, error) {
	state, err := s.MarshalBinary()
	if err != nil {
		return nil, err
	}
	c := newShake(s.create)
	return c, c.UnmarshalBinary(state)
}
