package hashlib

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

var blake2bClass, blake2sClass *py.Class

func init() {
	blake2bClass = blakeClass(&blake2b)
	blake2sClass = blakeClass(&blake2s)
}

// blakeClass makes the class of a variant of BLAKE2.
func blakeClass(variant *blakeVariant) *py.Class {
	return py.NewNativeClass("_blake2", variant.name, nil, func(d *py.Definition) {
		d.New("__new__(data=, /, *, digest_size=, key=, salt=, person=, fanout=1, depth=1, leaf_size=0, "+
			"node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)", func(args []any) any {
			return newBlakeDigest(variant.name, newBlake(variant, blakeOptionsOf(variant, args[1:])), args[0])
		}, unset, variant.size, py.Bytes(""), py.Bytes(""), py.Bytes(""))
		defineDigest(d, "")
		defineFixedDigest(d)
		d.Set("SALT_SIZE", variant.salt)
		d.Set("PERSON_SIZE", variant.salt)
		d.Set("MAX_KEY_SIZE", variant.size)
		d.Set("MAX_DIGEST_SIZE", variant.size)
		d.Final()
	})
}

// blakeOptionsOf checks the arguments of a constructor that follow the data.
func blakeOptionsOf(variant *blakeVariant, args []any) blakeOptions {
	var o blakeOptions
	if o.size = number.Int(args[0]); o.size < 1 || o.size > variant.size {
		panic(exc.ValueError("digest_size must be between 1 and %d bytes", variant.size))
	}
	o.key, o.salt, o.person = py.BytesLike(args[1]), py.BytesLike(args[2]), py.BytesLike(args[3])
	switch {
	case len(o.salt) > variant.salt:
		panic(exc.ValueError("maximum salt length is %d bytes", variant.salt))
	case len(o.person) > variant.salt:
		panic(exc.ValueError("maximum person length is %d bytes", variant.salt))
	}
	if o.fanout = number.Int(args[4]); o.fanout < 0 || o.fanout > 255 {
		panic(exc.ValueError("fanout must be between 0 and 255"))
	}
	if o.depth = number.Int(args[5]); o.depth < 1 || o.depth > 255 {
		panic(exc.ValueError("depth must be between 1 and 255"))
	}
	leaf, offset := unsigned(args[6]), unsigned(args[7])
	if leaf > math.MaxUint32 {
		panic(exc.OverflowError("leaf_size is too large"))
	}
	if variant.word == 4 && offset >= 1<<48 {
		panic(exc.OverflowError("node_offset is too large"))
	}
	o.leafSize, o.nodeOffset = uint32(leaf), offset
	if o.nodeDepth = number.Int(args[8]); o.nodeDepth < 0 || o.nodeDepth > 255 {
		panic(exc.ValueError("node_depth must be between 0 and 255"))
	}
	if o.innerSize = number.Int(args[9]); o.innerSize < 0 || o.innerSize > variant.size {
		panic(exc.ValueError("inner_size must be between 0 and is %d", variant.size))
	}
	if len(o.key) > variant.size {
		panic(exc.ValueError("maximum key length is %d bytes", variant.size))
	}
	o.lastNode = py.Truth(args[10])
	return o
}

// unsigned is an integer of 64 bits without a sign. It raises ValueError and
// OverflowError.
func unsigned(v any) uint64 {
	n := number.Big(v)
	switch {
	case n.Sign() < 0:
		panic(exc.ValueError("value must be positive"))
	case !n.IsUint64():
		panic(exc.OverflowError("int too big to convert"))
	}
	return n.Uint64()
}
