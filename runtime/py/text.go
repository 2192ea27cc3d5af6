package py

import (
	"strconv"
	"strings"
)

// Str is str(o).
func Str(o any) string {
	switch v := o.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case BaseException:
		class := v.PyClass()
		if method, ok := class.lookup("__str__"); ok {
			if f, isFunction := method.(*Function); isFunction && f.owner == BaseExceptionClass {
				return builtinExceptionText(v.exception())
			}
			return textOf(callBound(method, v, class, nil, nil), "__str__")
		}
	}
	if isValue(o) {
		return Repr(o)
	}
	class := TypeOf(o)
	if method, ok := class.lookup("__str__"); ok {
		if f, isFunction := method.(*Function); !isFunction || f.owner != ObjectClass {
			return textOf(callBound(method, o, class, nil, nil), "__str__")
		}
	}
	return Repr(o)
}

// Repr is repr(o).
func Repr(o any) string {
	if isValue(o) {
		if s, ok := valueRepr(o); ok {
			return s
		}
	}
	class := TypeOf(o)
	if method, ok := class.lookup("__repr__"); ok {
		if f, isFunction := method.(*Function); !isFunction || f.owner != ObjectClass {
			return textOf(callBound(method, o, class, nil, nil), "__repr__")
		}
	}
	return defaultRepr(o)
}

func textOf(v any, method string) string {
	if s, ok := v.(string); ok {
		return s
	}
	if s, ok := native(v).(string); ok {
		return s
	}
	raisef(NewTypeError, "%s returned non-string (type %s)", method, typeName(v))
	return ""
}

// defaultRepr is object.__repr__.
func defaultRepr(o any) string {
	class := TypeOf(o)
	name := class.qualname
	if class.module != "builtins" {
		name = class.module + "." + name
	}
	return "<" + name + " object at " + addressText(o) + ">"
}

// addressText shows an address as %p does in C.
func addressText(o any) string { return "0x" + strconv.FormatUint(uint64(ID(o)), 16) }

// ASCII is ascii(o): repr(o) with everything outside ASCII escaped.
func ASCII(o any) string {
	s := Repr(o)
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	var b strings.Builder
	for c := range StrIter(s) {
		if c[0] < 0x80 {
			b.WriteString(c)
		} else {
			b.WriteString(escapedCharacter(c))
		}
	}
	return b.String()
}

// Format is format(o, spec).
func Format(o any, spec string) string {
	if isValue(o) {
		if s, ok := valueFormat(o, spec); ok {
			return s
		}
	} else if method, ok := TypeOf(o).lookup("__format__"); ok {
		if f, isFunction := method.(*Function); !isFunction || f.owner != ObjectClass {
			v := callBound(method, o, TypeOf(o), []any{spec}, nil)
			text, ok := native(v).(string)
			if !ok {
				raisef(NewTypeError, "__format__ must return a str, not %s", typeName(v))
			}
			return text
		}
	}
	return defaultFormat(o, spec)
}

// defaultFormat is object.__format__.
func defaultFormat(o any, spec string) string {
	if spec != "" {
		raisef(NewTypeError, "unsupported format string passed to %s.__format__", typeName(o))
	}
	return Str(o)
}
