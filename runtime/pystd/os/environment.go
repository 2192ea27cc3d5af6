package os

import (
	"crypto/rand"
	goos "os"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

func random(n int) []byte {
	data := make([]byte, n)
	_, err := rand.Read(data)
	fail(err)
	return data
}

// environ returns os.environ: a mapping over the environment of the process.
var environ = sync.OnceValue(func() any {
	names := py.DictOf[any, any]()
	for _, entry := range goos.Environ() {
		name, value, _ := strings.Cut(entry, "=")
		names.Set(name, value)
	}
	class := define.Class("os", "_Environ", []any{collectionsabc.Class("MutableMapping")}, func(b *define.Body) {
		b.Method("__getitem__(self, key)", func(_, key any) any {
			return names.Get(environmentText(key))
		})
		b.Method("__setitem__(self, key, value)", func(_, key, value any) any {
			k, v := environmentText(key), environmentText(value)
			fail(goos.Setenv(k, v))
			names.Set(k, v)
			return nil
		})
		b.Method("__delitem__(self, key)", func(_, key any) any {
			k := environmentText(key)
			names.Delete(k)
			fail(goos.Unsetenv(k))
			return nil
		})
		b.Method("__iter__(self)", func(any) any { return py.GetIter(names.KeyList()) })
		b.Method("__len__(self)", func(any) any { return names.Len() })
		b.Method("__repr__(self)", func(any) any { return "environ(" + names.String() + ")" })
		b.Method("copy(self)", func(any) any { return names.Copy() })
		b.Method("__or__(self, other)", func(_, other any) any { return py.BitOr(names, other) })
	})
	return py.Call(class)
})

func environmentText(v any) string {
	s, ok := py.Payload(v).(string)
	if !ok {
		panic(exc.TypeError("str expected, not %s", py.TypeOf(v).Name()))
	}
	return s
}

func addEnvironment(m *py.Module) {
	m.Lazy("environ", environ)
	m.Func("getenv(key, default=None)", func(key, otherwise any) any {
		return py.CallMethod(environ(), "get", key, otherwise)
	})
	m.Func("putenv(name, value, /)", func(name, value any) any {
		fail(goos.Setenv(environmentText(name), environmentText(value)))
		return nil
	})
	m.Func("unsetenv(name, /)", func(name any) any {
		fail(goos.Unsetenv(environmentText(name)))
		return nil
	})
	m.Func("fspath(path)", func(p any) any {
		switch py.Payload(p).(type) {
		case string, py.Bytes:
			return p
		}
		if _, ok := py.TypeOf(p).Lookup("__fspath__"); ok {
			return py.CallMethod(p, "__fspath__")
		}
		panic(exc.TypeError("expected str, bytes or os.PathLike object, not %s", py.TypeOf(p).Name()))
	})
	m.Func("fsencode(filename)", func(p any) any { return py.Bytes(path(p)) })
	m.Func("fsdecode(filename)", func(p any) any { return path(p) })
}

// pathLike returns the class PathLike.
var pathLike = sync.OnceValue(func() *py.Class {
	return definePathLike()
})
