package collections

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

func dataOf(self any) any { return py.GetAttr(self, "data") }

// copyWithData is a copy of self that shares nothing with it but the values.
func copyWithData(self, data any) any {
	class := py.TypeOf(self)
	twin := py.Call(py.GetAttr(py.ObjectClass, "__new__"), class)
	py.CallMethod(py.GetAttr(twin, "__dict__"), "update", py.GetAttr(self, "__dict__"))
	py.SetAttr(twin, "data", data)
	return twin
}

// userDict returns the class UserDict.
var userDict = sync.OnceValue(func() *py.Class {
	var class *py.Class
	bases := []any{collectionsabc.Class("MutableMapping")}
	class = define.Class("collections", "UserDict", bases, func(b *define.Body) {
		b.Method("__init__(self, dict=None, /, **kwargs)", func(self, dict, kwargs any) any {
			py.SetAttr(self, "data", py.DictOf[any, any]())
			if dict != nil {
				py.CallMethod(self, "update", dict)
			}
			if py.Truth(kwargs) {
				py.CallMethod(self, "update", kwargs)
			}
			return nil
		})
		b.Method("__len__(self)", func(self any) any { return py.Len(dataOf(self)) })
		b.Method("__getitem__(self, key)", func(self, key any) any {
			if data := dataOf(self); py.Contains(data, key) {
				return py.GetItem(data, key)
			}
			if py.HasAttr(py.TypeOf(self), "__missing__") {
				return py.CallMethod(self, "__missing__", key)
			}
			panic(py.NewKeyError(key))
		})
		b.Method("__setitem__(self, key, item)", func(self, key, item any) any {
			py.SetItem(dataOf(self), key, item)
			return nil
		})
		b.Method("__delitem__(self, key)", func(self, key any) any {
			py.DelItem(dataOf(self), key)
			return nil
		})
		b.Method("__iter__(self)", func(self any) any { return py.GetIter(dataOf(self)) })
		b.Method("__contains__(self, key)", func(self, key any) any { return py.Contains(dataOf(self), key) })
		b.Method("get(self, key, default=None)", func(self, key, otherwise any) any {
			if py.Contains(self, key) {
				return py.GetItem(self, key)
			}
			return otherwise
		})
		b.Method("__repr__(self)", func(self any) any { return py.Repr(dataOf(self)) })
		addUserDictOperators(b)
		addUserDictCopies(b, func(c *py.Class) bool { return c == class })
	})
	return class
})

func addUserDictOperators(b *define.Body) {
	merge := func(self, left, right any) any {
		for _, v := range []any{left, right} {
			if _, ok := py.Payload(v).(*py.Object); ok && !py.HasAttr(v, "data") {
				return py.NotImplemented
			}
		}
		plain := func(v any) any {
			if py.HasAttr(v, "data") {
				return dataOf(v)
			}
			return v
		}
		if !py.IsInstance(plain(left), py.DictClass) || !py.IsInstance(plain(right), py.DictClass) {
			return py.NotImplemented
		}
		return py.Call(py.TypeOf(self), py.BitOr(plain(left), plain(right)))
	}
	b.Method("__or__(self, other)", func(self, other any) any { return merge(self, self, other) })
	b.Method("__ror__(self, other)", func(self, other any) any { return merge(self, other, self) })
	b.Method("__ior__(self, other)", func(self, other any) any {
		if py.HasAttr(other, "data") {
			other = dataOf(other)
		}
		py.CallMethod(dataOf(self), "update", other)
		return self
	})
	b.ClassMethod("fromkeys(cls, iterable, value=None)", func(cls, iterable, value any) any {
		d := py.Call(cls)
		for k := range py.Iter(iterable) {
			py.SetItem(d, k, value)
		}
		return d
	})
}

func addUserDictCopies(b *define.Body, isUserDict func(*py.Class) bool) {
	copyDict := func(self any) any { return copyWithData(self, py.CallMethod(dataOf(self), "copy")) }
	b.Method("copy(self)", func(self any) any {
		if isUserDict(py.TypeOf(self)) {
			return copyDict(self)
		}
		twin := copyWithData(self, py.DictOf[any, any]())
		py.CallMethod(twin, "update", self) // what a class makes of items it makes of these, too
		return twin
	})
	b.Method("__copy__(self)", copyDict)
}

// plainData is what a User object holds, or v itself.
func plainData(v any, class *py.Class) any {
	if py.TypeOf(v).IsSubclassOf(class) {
		return dataOf(v)
	}
	return v
}

// userList returns the class UserList.
var userList = sync.OnceValue(func() *py.Class {
	var class *py.Class
	plain := func(v any) any { return plainData(v, class) }
	bases := []any{collectionsabc.Class("MutableSequence")}
	class = define.Class("collections", "UserList", bases, func(b *define.Body) {
		b.Method("__init__(self, initlist=None)", func(self, initial any) any {
			list := py.ListOf[any]()
			if initial != nil {
				list.Extend(py.Iter(plain(initial)))
			}
			py.SetAttr(self, "data", list)
			return nil
		})
		b.Method("__repr__(self)", func(self any) any { return py.Repr(dataOf(self)) })
		addUserListComparisons(b, plain)
		addUserListItems(b, plain)
		addUserListMethods(b, plain)
	})
	return class
})

func addUserListComparisons(b *define.Body, plain func(any) any) {
	for name, op := range map[string]func(a, b any) any{
		"__lt__": py.Lt, "__le__": py.Le, "__eq__": py.Eq, "__gt__": py.Gt, "__ge__": py.Ge,
	} {
		b.Method(name+"(self, other)", func(self, other any) any { return op(dataOf(self), plain(other)) })
	}
}

func addUserListItems(b *define.Body, plain func(any) any) {
	remade := func(self, data any) any { return py.Call(py.TypeOf(self), data) }
	listOf := func(v any) any { return py.Call(py.ListClass, v) }
	b.Method("__contains__(self, item)", func(self, item any) any { return py.Contains(dataOf(self), item) })
	b.Method("__len__(self)", func(self any) any { return py.Len(dataOf(self)) })
	b.Method("__getitem__(self, i)", func(self, i any) any {
		v := py.GetItem(dataOf(self), i)
		if _, ok := i.(*py.Slice); ok {
			return remade(self, v)
		}
		return v
	})
	b.Method("__setitem__(self, i, item)", func(self, i, item any) any {
		py.SetItem(dataOf(self), i, item)
		return nil
	})
	b.Method("__delitem__(self, i)", func(self, i any) any {
		py.DelItem(dataOf(self), i)
		return nil
	})
	b.Method("__add__(self, other)", func(self, other any) any {
		return remade(self, py.Add(dataOf(self), listOf(plain(other))))
	})
	b.Method("__radd__(self, other)", func(self, other any) any {
		return remade(self, py.Add(listOf(plain(other)), dataOf(self)))
	})
	b.Method("__iadd__(self, other)", func(self, other any) any {
		py.CallMethod(dataOf(self), "extend", plain(other))
		return self
	})
	times := func(self, n any) any { return remade(self, py.Mul(dataOf(self), n)) }
	b.Method("__mul__(self, n)", times)
	b.Method("__rmul__(self, n)", times)
	b.Method("__imul__(self, n)", func(self, n any) any {
		py.IMul(dataOf(self), n)
		return self
	})
}

func addUserListMethods(b *define.Body, plain func(any) any) {
	forward := func(name, params string) {
		b.Method(name+"(self"+params+")", func(args []any) any {
			return py.CallMethod(dataOf(args[0]), name, args[1:]...)
		})
	}
	forward("append", ", item")
	forward("insert", ", i, item")
	forward("pop", ", i=-1")
	forward("remove", ", item")
	forward("clear", "")
	forward("count", ", item")
	forward("reverse", "")
	b.Method("index(self, item, *args)", func(self, item, args any) any {
		return py.CallMethod(dataOf(self), "index", append([]any{item}, args.(py.Tuple)...)...)
	})
	b.Method("sort(self, /, *args, **kwds)", func(self, args, kwds any) any {
		return py.CallMethodKw(dataOf(self), "sort", args.(py.Tuple), py.KwFrom(kwds))
	})
	b.Method("extend(self, other)", func(self, other any) any {
		py.CallMethod(dataOf(self), "extend", plain(other))
		return nil
	})
	b.Method("copy(self)", func(self any) any { return py.Call(py.TypeOf(self), self) })
	b.Method("__copy__(self)", func(self any) any {
		return copyWithData(self, py.CallMethod(dataOf(self), "copy"))
	})
}

// stringMethods are the methods of str whose result a UserString wraps again.
var stringMethods = strings.Fields(`capitalize casefold center expandtabs ljust lower lstrip removeprefix
	removesuffix replace rjust rstrip strip swapcase title translate upper zfill`)

// plainStringMethods are those whose result stays as it is.
var plainStringMethods = strings.Fields(`count encode endswith find format format_map index isalnum isalpha
	isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join
	partition rfind rindex rpartition rsplit split splitlines startswith`)

// userString returns the class UserString.
var userString = sync.OnceValue(func() *py.Class {
	var class *py.Class
	plain := func(v any) any { return plainData(v, class) }
	bases := []any{collectionsabc.Class("Sequence")}
	class = define.Class("collections", "UserString", bases, func(b *define.Body) {
		b.Method("__init__(self, seq)", func(self, seq any) any {
			py.SetAttr(self, "data", py.Str(plain(seq)))
			return nil
		})
		call := func(name string, self, args, kwds any) any {
			given := make([]any, 0, 2)
			for _, a := range args.(py.Tuple) {
				given = append(given, plain(a))
			}
			return py.CallMethodKw(dataOf(self), name, given, py.KwFrom(kwds))
		}
		for _, name := range stringMethods {
			b.Method(name+"(self, *args, **kwds)", func(self, args, kwds any) any {
				return py.Call(py.TypeOf(self), call(name, self, args, kwds))
			})
		}
		for _, name := range plainStringMethods {
			b.Method(name+"(self, *args, **kwds)", func(self, args, kwds any) any {
				return call(name, self, args, kwds)
			})
		}
		addUserStringOperators(b, plain)
	})
	return class
})

func addUserStringOperators(b *define.Body, plain func(any) any) {
	remade := func(self, data any) any { return py.Call(py.TypeOf(self), data) }
	b.Method("__str__(self)", func(self any) any { return dataOf(self) })
	b.Method("__repr__(self)", func(self any) any { return py.Repr(dataOf(self)) })
	b.Method("__int__(self)", func(self any) any { return py.Int(dataOf(self)) })
	b.Method("__float__(self)", func(self any) any { return py.Float(dataOf(self)) })
	b.Method("__hash__(self)", func(self any) any { return py.Hash(dataOf(self)) })
	b.Method("__len__(self)", func(self any) any { return py.Len(dataOf(self)) })
	for name, op := range map[string]func(a, b any) any{
		"__lt__": py.Lt, "__le__": py.Le, "__eq__": py.Eq, "__gt__": py.Gt, "__ge__": py.Ge,
	} {
		b.Method(name+"(self, string)", func(self, other any) any { return op(dataOf(self), plain(other)) })
	}
	b.Method("__contains__(self, char)", func(self, char any) any { return py.Contains(dataOf(self), plain(char)) })
	b.Method("__getitem__(self, index)", func(self, i any) any { return remade(self, py.GetItem(dataOf(self), i)) })
	b.Method("__add__(self, other)", func(self, other any) any {
		return remade(self, py.Add(dataOf(self), py.Str(plain(other))))
	})
	b.Method("__radd__(self, other)", func(self, other any) any {
		return remade(self, py.Add(py.Str(plain(other)), dataOf(self)))
	})
	times := func(self, n any) any { return remade(self, py.Mul(dataOf(self), n)) }
	b.Method("__mul__(self, n)", times)
	b.Method("__rmul__(self, n)", times)
	b.Method("__mod__(self, args)", func(self, args any) any { return remade(self, py.Mod(dataOf(self), args)) })
}
