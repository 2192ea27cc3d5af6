// Package hashlib is Python's module hashlib: hash functions, and keys derived
// from passwords.
// https://docs.python.org/3.13/library/hashlib.html
package hashlib

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"hash"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var algorithms = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New,
	"sha384": sha512.New384, "sha512": sha512.New, "sha512_224": sha512.New512_224, "sha512_256": sha512.New512_256,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
	"shake_128": func() hash.Hash { return newShake(sha3.NewSHAKE128) },
	"shake_256": func() hash.Hash { return newShake(sha3.NewSHAKE256) },
	"blake2b":   func() hash.Hash { return newBlake(&blake2b, blakeOptions{size: blake2b.size}) },
	"blake2s":   func() hash.Hash { return newBlake(&blake2s, blakeOptions{size: blake2s.size}) },
}

// guaranteed are the algorithms that the module has a constructor for.
var guaranteed = strings.Fields("md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 " +
	"shake_128 shake_256 blake2b blake2s")

// canonical is the name of an algorithm as the module writes it.
func canonical(name string) string {
	key := strings.ToLower(name)
	switch key {
	case "sha-1", "sha-224", "sha-256", "sha-384", "sha-512":
		return strings.Replace(key, "-", "", 1)
	case "sha3-224", "sha3-256", "sha3-384", "sha3-512", "sha512-224", "sha512-256":
		return strings.Replace(key, "-", "_", 1)
	case "sha512/224", "sha512/256":
		return strings.Replace(key, "/", "_", 1)
	case "shake128", "shake256":
		return "shake_" + key[len("shake"):]
	case "blake2b512", "blake2s256":
		return key[:len("blake2b")]
	}
	return key
}

// New returns the constructor of the algorithm with a name. It is false for an
// unknown one.
func New(name string) (func() hash.Hash, bool) {
	f, ok := algorithms[canonical(name)]
	return f, ok
}

// unset is the default of arguments for which None is an error.
var unset = py.Call(py.ObjectClass)

// data is the bytes that are hashed. It raises TypeError for what is not
// bytes-like.
func data(v any) []byte {
	if _, ok := py.Payload(v).(string); ok {
		panic(exc.TypeError("Strings must be encoded before hashing"))
	}
	if _, ok := v.(py.Buffer); !ok {
		switch py.Payload(v).(type) {
		case py.Bytes, *py.ByteArray, *py.MemoryView:
		default:
			panic(exc.TypeError("object supporting the buffer API required"))
		}
	}
	return []byte(py.BytesLike(v))
}

// newObject is hashlib.new.
func newObject(name string, input any) any {
	create, ok := New(name)
	if !ok {
		panic(exc.ValueError("unsupported hash type %s", name))
	}
	key := canonical(name)
	switch key {
	case "blake2b", "blake2s":
		return newBlakeDigest(key, create(), input)
	}
	return newDigest(key, create(), input)
}

// Module is the module hashlib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("hashlib", "hashlib module - A common interface to many hash functions.")
	var names, available []any
	for _, name := range guaranteed {
		names = append(names, name)
		if strings.HasPrefix(name, "blake2") {
			continue
		}
		f := py.BuiltinFunc("openssl_"+name+"(string=, *, usedforsecurity=True)", func(input, _ any) any {
			return newObject(name, input)
		}, unset).Module("_hashlib")
		m.Set(name, f)
	}
	m.Class(blake2bClass)
	m.Class(blake2sClass)
	for name := range algorithms {
		available = append(available, name)
	}
	m.Func("new(name, data=, *, usedforsecurity=True)", func(name, input, _ any) any {
		text, ok := py.Payload(name).(string)
		if !ok {
			panic(exc.TypeError("name must be a string"))
		}
		return newObject(text, input)
	}, unset)
	m.Set("algorithms_guaranteed", py.SetOf(names...)).Set("algorithms_available", py.SetOf(available...))
	m.Func("file_digest(fileobj, digest, /, *, _bufsize=262144)", fileDigest)
	addDerivation(m)
	return m
})

// fileDigest is hashlib.file_digest.
func fileDigest(file, digest, size any) any {
	var h any
	if name, ok := py.Payload(digest).(string); ok {
		h = newObject(name, unset)
	} else {
		h = py.Call(digest)
	}
	if py.HasAttr(file, "getbuffer") {
		py.CallMethod(h, "update", py.CallMethod(file, "getbuffer"))
		return h
	}
	if !py.HasAttr(file, "readinto") || !py.HasAttr(file, "readable") || !py.Truth(py.CallMethod(file, "readable")) {
		panic(exc.ValueError("'%s' is not a file-like object in binary reading mode.", py.Repr(file)))
	}
	for {
		part := py.CallMethod(file, "read", size)
		if !py.Truth(part) {
			return h
		}
		py.CallMethod(h, "update", part)
	}
}
