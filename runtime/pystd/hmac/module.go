// Package hmac is Python's module hmac: keyed hashing of messages.
// https://docs.python.org/3.13/library/hmac.html
package hmac

import (
	"crypto/hmac"
	"crypto/subtle"
	"encoding/hex"
	"hash"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/hashlib"
)

// A code is an HMAC object. It keeps its input, so that it can be copied.
type code struct {
	algorithm string
	create    func() hash.Hash
	key       string
	input     []byte
}

// PyClass is the class HMAC.
func (c *code) PyClass() *py.Class { return codeClass }

func (c *code) sum() []byte {
	h := hmac.New(c.create, []byte(c.key))
	h.Write(c.input)
	return h.Sum(nil)
}

func (c *code) update(message any) {
	if _, ok := py.Payload(message).(string); ok {
		panic(exc.TypeError("Strings must be encoded before hashing"))
	}
	c.input = append(c.input, py.BytesLike(message)...)
}

var codeClass *py.Class

func init() {
	codeClass = py.NewNativeClass("hmac", "HMAC", nil, func(d *py.Definition) {
		of := py.PayloadAs[*code]
		d.Method("update(self, msg)", func(self, message any) any {
			of(self).update(message)
			return nil
		})
		d.Method("digest(self)", func(self any) any { return py.Bytes(of(self).sum()) })
		d.Method("hexdigest(self)", func(self any) any { return hex.EncodeToString(of(self).sum()) })
		d.Method("copy(self)", func(self any) any {
			c := *of(self)
			c.input = append([]byte(nil), c.input...)
			return &c
		})
		d.Getter("name", func(self any) any { return "hmac-" + of(self).algorithm })
		d.Getter("digest_size", func(self any) any { return of(self).create().Size() })
		d.Getter("block_size", func(self any) any { return of(self).create().BlockSize() })
	})
}

// newCode is hmac.new(key, message, digestmod).
func newCode(key, message, digestmod any) *code {
	switch py.Payload(key).(type) {
	case py.Bytes, *py.ByteArray:
	default:
		panic(exc.TypeError("key: expected bytes or bytearray, but got %s", py.Repr(py.TypeOf(key).Name())))
	}
	c := &code{key: py.BytesLike(key)}
	switch mod := digestmod.(type) {
	case nil:
		panic(exc.TypeError("Missing required argument 'digestmod'."))
	case string:
		c.algorithm = mod
	case *py.Module:
		c.algorithm = py.Str(py.GetAttr(py.Call(mod.Attr("new")), "name"))
	default:
		c.algorithm = py.Str(py.GetAttr(py.Call(mod), "name"))
	}
	create, ok := hashlib.New(c.algorithm)
	if !ok {
		panic(exc.ValueError("unsupported hash type %s", c.algorithm))
	}
	c.create = create
	if message != nil {
		c.update(message)
	}
	return c
}

// Equal is hmac.compare_digest(a, b).
func Equal(a, b any) bool {
	s, ok1 := py.Payload(a).(string)
	t, ok2 := py.Payload(b).(string)
	switch {
	case ok1 && ok2:
		if !py.StrIsASCII(s) || !py.StrIsASCII(t) {
			panic(exc.TypeError("comparing strings with non-ASCII characters is not supported"))
		}
	case ok1 || ok2:
		panic(exc.TypeError("a bytes-like object is required, not 'str'"))
	default:
		s, t = py.BytesLike(a), py.BytesLike(b)
	}
	return subtle.ConstantTimeCompare([]byte(s), []byte(t)) == 1
}

// Module is the module hmac.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("hmac", "HMAC (Keyed-Hashing for Message Authentication) module.")
	m.Class(codeClass)
	m.Func("new(key, msg=None, digestmod='')", func(key, message, digestmod any) any {
		if digestmod == "" {
			digestmod = nil
		}
		return newCode(key, message, digestmod)
	})
	m.Func("digest(key, msg, digest)", func(key, message, digest any) any {
		return py.Bytes(newCode(key, message, digest).sum())
	})
	m.Builtin("compare_digest(a, b, /)", func(a, b any) any { return Equal(a, b) })
	return m
})
