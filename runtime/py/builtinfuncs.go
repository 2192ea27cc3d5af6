package py

import (
	"context"
	"slices"
)

func addIterationFunctions(m *Module) {
	addBuiltin(m, "all(iterable, /)", func(it any) any { return All(it) })
	addBuiltin(m, "any(iterable, /)", func(it any) any { return Any(it) })
	addBuiltin(m, "len(obj, /)", func(o any) any { return Len(o) })
	addBuiltin(m, "iter(object, sentinel=, /)", func(o, sentinel any) any {
		if sentinel == missing {
			return GetIter(o)
		}
		if !callable(o) {
			raisef(NewTypeError, "iter(v, w): v must be callable")
		}
		return &callableIterator{o, sentinel}
	}, missing)
	addBuiltin(m, "next(iterator, default=, /)", func(it, otherwise any) any {
		return NextOr(it, otherwise)
	}, missing)
	addBuiltin(m, "aiter(async_iterable, /)", func(o any) any {
		if _, ok := o.(AsyncIterator); !ok && !TypeOf(o).has("__aiter__") {
			raisef(NewTypeError, "'%s' object is not an async iterable", typeName(o))
		}
		return AIter(o)
	})
	addBuiltin(m, "anext(aiterator, default=, /)", nextAwaitable, missing)
	addBuiltin(m, "sorted(iterable, /, *, key=None, reverse=False)", func(it, key, reverse any) any {
		return Sorted(it, key, Truth(reverse))
	}).argumentTuple = true
}

// All is all(iterable).
func All(iterable any) bool {
	for v := range Iter(iterable) {
		if !Truth(v) {
			return false
		}
	}
	return true
}

// Any is any(iterable).
func Any(iterable any) bool {
	for v := range Iter(iterable) {
		if Truth(v) {
			return true
		}
	}
	return false
}

// NextOr is next(it, otherwise). Without a default, at the end it raises
// StopIteration, with the value a generator has returned.
func NextOr(it, otherwise any) any {
	if otherwise != missing {
		if v, ok := Next(it); ok {
			return v
		}
		return otherwise
	}
	switch i := it.(type) {
	case *Generator:
		return sendOrStop(i, nil)
	case Iterator:
		if v, ok := i.Next(); ok {
			return v
		}
		raiseStopIteration(nil)
	}
	return callNext(it)
}

// nextAwaitable is anext(it, default).
func nextAwaitable(it, otherwise any) any {
	if _, ok := it.(AsyncIterator); !ok && !TypeOf(it).has("__anext__") {
		raisef(NewTypeError, "'%s' object is not an async iterator", typeName(it))
	}
	if otherwise == missing {
		if v, ok := callSpecial(it, "__anext__"); ok {
			return v
		}
		return newAsyncStep(asyncNextClass, it.(AsyncIterator).NextAny)
	}
	return newAsyncStep(asyncNextClass, func(ctx context.Context) (any, bool, error) {
		v, ok, err := ANext(ctx, it)
		if err == nil && !ok {
			v = otherwise
		}
		return v, true, err
	})
}

// Sorted is sorted(iterable, key=key, reverse=reverse); key is nil for none. It
// raises TypeError when two items have no order.
func Sorted(iterable, key any, reverse bool) *List[any] {
	l := ListOf(slices.Collect(iterSized(iterable))...)
	l.sortItems(key, reverse)
	return l
}

// Sum is sum(iterable, start). Ints stay exact and floats are summed with
// CPython's compensation. It raises TypeError for strings.
func Sum(iterable, start any) any {
	switch native(start).(type) {
	case string:
		raisef(NewTypeError, "sum() can't sum strings [use ''.join(seq) instead]")
	case Bytes:
		raisef(NewTypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	case *ByteArray:
		raisef(NewTypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	total := start
	subtotal, ints := start.(int) // in place of total
	var sum floatSum
	floats := false
	for v := range iterAll(iterable) {
		if ints {
			if n, ok := v.(int); ok {
				if c := subtotal + n; (subtotal^c)&(n^c) >= 0 {
					subtotal = c
					continue
				}
			}
			ints, total = false, subtotal
		}
		if floats {
			if sum.add(v) {
				continue
			}
			floats = false
			total = sum.value()
		} else if f, ok := total.(float64); ok {
			sum = floatSum{high: f}
			if floats = sum.add(v); floats {
				continue
			}
		}
		total = Add(total, v)
	}
	switch {
	case ints:
		return subtotal
	case floats:
		return sum.value()
	}
	return total
}

// floatSum adds floats by Neumaier's method, as sum does since CPython 3.12.
type floatSum struct {
	high, low float64
}

// add adds a float or an int and reports whether v is one.
func (s *floatSum) add(v any) bool {
	switch v := v.(type) {
	case float64:
		s.addFloat(v)
	case int:
		s.high += float64(v)
	case bool:
		s.high += float64(boolInt(v))
	default:
		return false
	}
	return true
}

func (s *floatSum) addFloat(x float64) {
	t := s.high + x
	if abs(s.high) >= abs(x) {
		s.low += (s.high - t) + x
	} else {
		s.low += (x - t) + s.high
	}
	s.high = t
}

func (s *floatSum) value() float64 {
	if s.low != 0 && !isInfOrNaN(s.low) {
		return s.high + s.low
	}
	return s.high
}

func abs(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}

func isInfOrNaN(f float64) bool { return f-f != 0 }

func addTextFunctions(m *Module) {
	addBuiltin(m, "ascii(obj, /)", func(o any) any { return ASCII(o) })
	addBuiltin(m, "repr(obj, /)", func(o any) any { return Repr(o) })
	addBuiltin(m, "chr(i, /)", Chr)
	addBuiltin(m, "ord(c, /)", func(c any) any { return Ord(c) })
	addBuiltin(m, "format(value, format_spec='', /)", func(o, spec any) any {
		text, ok := native(spec).(string)
		if !ok {
			raisef(NewTypeError, "format() argument 2 must be str, not %s", typeName(spec))
		}
		return Format(o, text)
	})
	addBuiltin(m, "print(*args, sep=None, end=None, file=None, flush=False)", func(args, sep, end, file, flush any) any {
		printValues(args.(Tuple), sep, end, file, Truth(flush))
		return nil
	})
	addBuiltin(m, "input(prompt='', /)", func(prompt any) any { return Input(prompt) })
	m.Lazy("open", func() any {
		if openFunction == nil {
			raisef(NewRuntimeError, "open() needs the package of the module io in the program")
		}
		return openFunction
	})
	for name, reason := range refusedBuiltins {
		addBuiltin(m, name+"(*args, **kwargs)", func(args, kw any) any {
			raisef(NewNotImplementedError, "%s() %s", name, reason)
			return nil
		})
	}
}

// openFunction is the builtin open.
var openFunction any

// SetOpen sets the builtin open. The package of the module io calls it, so that
// programs which open no file do not link it.
func SetOpen(open any) { openFunction = open }

// refusedBuiltins exist in CPython but need its interpreter.
var refusedBuiltins = map[string]string{
	"eval":       "needs an interpreter of Python, which a converted program does not have",
	"exec":       "needs an interpreter of Python, which a converted program does not have",
	"compile":    "needs an interpreter of Python, which a converted program does not have",
	"__import__": "needs modules that were known when the program was converted",
	"globals":    "needs the variables of the Python source",
	"locals":     "needs the variables of the Python source",
	"breakpoint": "needs Python's debugger",
}

// Chr is chr(i): a lone surrogate is its three bytes. It raises ValueError
// outside the range of code points.
func Chr(i any) any {
	n, ok := Index(i).(int)
	if !ok || n < 0 || n > 0x10ffff {
		raisef(NewValueError, "chr() arg not in range(0x110000)")
	}
	if 0xD800 <= n && n < 0xE000 {
		return string([]byte{0xE0 | byte(n>>12), 0x80 | byte(n>>6)&0x3f, 0x80 | byte(n)&0x3f})
	}
	return string(rune(n))
}

// Ord is ord(c). It raises TypeError when c is not one character.
func Ord(c any) int {
	n := 0
	switch s := native(c).(type) {
	case string:
		if n = StrLen(s); n == 1 {
			return int(firstRune(s))
		}
	case Bytes:
		if n = len(s); n == 1 {
			return int(s[0])
		}
	case *ByteArray:
		if n = s.Len(); n == 1 {
			return int(s.data[0])
		}
	default:
		raisef(NewTypeError, "ord() expected string of length 1, but %s found", typeName(c))
	}
	raisef(NewTypeError, "ord() expected a character, but string of length %d found", n)
	return 0
}
