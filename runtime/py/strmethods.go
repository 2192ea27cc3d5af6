package py

import "strings"

// strSelf returns the text of a str or of an instance of a class derived from it.
func strSelf(self any) string {
	return PayloadAs[string](self)
}

// strArg returns an argument that must be a str; the format of the TypeError
// takes the name of its class. The messages that name the function and the
// argument show None as itself.
func strArg(v any, format string) string {
	s, ok := native(v).(string)
	if !ok {
		name := typeName(v)
		if v == nil && strings.Contains(format, "() argument") {
			name = "None"
		}
		raisef(NewTypeError, format, name)
	}
	return s
}

// intArg returns an argument that must be an index, as an int of Go.
func intArg(v any) int {
	if i, ok := v.(int); ok {
		return i
	}
	i, ok := toIndex(v)
	if !ok {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(v))
	}
	n, ok := i.(int)
	if !ok {
		raisef(NewOverflowError, "Python int too large to convert to C ssize_t")
	}
	return n
}

// boundArgs turns the optional start and end of find and its like into bounds;
// None means that a bound is not given.
func boundArgs(start, end any) []int {
	if start == nil && end == nil {
		return nil
	}
	lo, hi := 0, int(^uint(0)>>2)
	if start != nil {
		lo = sliceIndex(start)
	}
	if end != nil {
		hi = sliceIndex(end)
	}
	return []int{lo, hi}
}

func init() {
	StrClass.define(defineStr)
	StrClass.define(defineStrSearch)
	StrClass.define(defineStrLayout)
	StrClass.define(defineStrSplit)
}

// plainStrMethods are the methods without arguments.
var plainStrMethods = map[string]func(s string) any{
	"capitalize":   func(s string) any { return StrCapitalize(s) },
	"casefold":     func(s string) any { return StrCaseFold(s) },
	"isalnum":      func(s string) any { return StrIsAlnum(s) },
	"isalpha":      func(s string) any { return StrIsAlpha(s) },
	"isascii":      func(s string) any { return StrIsASCII(s) },
	"isdecimal":    func(s string) any { return StrIsDecimal(s) },
	"isdigit":      func(s string) any { return StrIsDigit(s) },
	"isidentifier": func(s string) any { return StrIsIdentifier(s) },
	"islower":      func(s string) any { return StrIsLower(s) },
	"isnumeric":    func(s string) any { return StrIsNumeric(s) },
	"isprintable":  func(s string) any { return StrIsPrintable(s) },
	"isspace":      func(s string) any { return StrIsSpace(s) },
	"istitle":      func(s string) any { return StrIsTitle(s) },
	"isupper":      func(s string) any { return StrIsUpper(s) },
	"lower":        func(s string) any { return StrLower(s) },
	"swapcase":     func(s string) any { return StrSwapCase(s) },
	"title":        func(s string) any { return StrTitle(s) },
	"upper":        func(s string) any { return StrUpper(s) },
}

func defineStr(d *Definition) {
	for name, method := range plainStrMethods {
		d.Method(name+"(self, /)", func(self any) any { return method(strSelf(self)) })
	}
	d.Method("format(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return StrFormat(strSelf(self), args.(Tuple), KwFrom(kwargs))
	})
	d.Method("format_map(self, mapping, /)", func(self, mapping any) any {
		return StrFormatMap(strSelf(self), mapping)
	})
	d.Method("encode(self, /, encoding='utf-8', errors='strict')", func(self, encoding, errors any) any {
		return StrEncode(strSelf(self), strArg(encoding, "encode() argument 'encoding' must be str, not %s"),
			strArg(errors, "encode() argument 'errors' must be str, not %s"))
	})
	d.Method("join(self, iterable, /)", func(self, items any) any { return joinAny(strSelf(self), items) })
	d.Method("translate(self, table, /)", func(self, table any) any { return StrTranslate(strSelf(self), table) })
	d.StaticMethod("maketrans(x, y=, z=, /)", strMakeTrans, missing, missing)
	d.Method("__getnewargs__(self, /)", func(self any) any { return Tuple{strSelf(self)} })
}

func defineStrSearch(d *Definition) {
	search := func(name string, find func(s, sub string, bounds ...int) int) {
		d.Method(name+"(self, sub, start=None, end=None, /)", func(self, sub, start, end any) any {
			text := strArg(sub, name+"() argument 1 must be str, not %s")
			return find(strSelf(self), text, boundArgs(start, end)...)
		})
	}
	search("find", StrFind)
	search("rfind", StrRFind)
	search("index", StrIndexOf)
	search("rindex", StrRIndex)
	search("count", StrCount)
	affix := func(name string, test func(s, affix string, bounds ...int) bool) {
		d.Method(name+"(self, prefix, start=None, end=None, /)", func(self, prefix, start, end any) any {
			bounds := boundArgs(start, end)
			if options, ok := native(prefix).(Tuple); ok {
				for _, option := range options {
					text := strArg(option, "tuple for "+name+" must only contain str, not %s")
					if test(strSelf(self), text, bounds...) {
						return true
					}
				}
				return false
			}
			return test(strSelf(self), strArg(prefix, name+" first arg must be str or a tuple of str, not %s"), bounds...)
		})
	}
	affix("startswith", StrStartsWith)
	affix("endswith", StrEndsWith)
	d.Method("replace(self, old, new, /, count=-1)", func(self, old, new, count any) any {
		return StrReplace(strSelf(self), strArg(old, "replace() argument 1 must be str, not %s"),
			strArg(new, "replace() argument 2 must be str, not %s"), intArg(count))
	})
	d.Method("removeprefix(self, prefix, /)", func(self, prefix any) any {
		return StrRemovePrefix(strSelf(self), strArg(prefix, "removeprefix() argument must be str, not %s"))
	})
	d.Method("removesuffix(self, suffix, /)", func(self, suffix any) any {
		return StrRemoveSuffix(strSelf(self), strArg(suffix, "removesuffix() argument must be str, not %s"))
	})
}

func defineStrLayout(d *Definition) {
	strip := func(name string, strip func(s string, chars ...string) string) {
		d.Method(name+"(self, chars=None, /)", func(self, chars any) any {
			if chars == nil {
				return strip(strSelf(self))
			}
			set, ok := native(chars).(string)
			if !ok {
				raisef(NewTypeError, "%s arg must be None or str", name)
			}
			return strip(strSelf(self), set)
		})
	}
	strip("strip", StrStrip)
	strip("lstrip", StrLStrip)
	strip("rstrip", StrRStrip)
	pad := func(name string, pad func(s string, width int, fill ...string) string) {
		d.Method(name+"(self, width, fillchar=' ', /)", func(self, width, fill any) any {
			n := intArg(width)
			return pad(strSelf(self), n, strArg(fill, "The fill character must be a unicode character, not %s"))
		})
	}
	pad("center", StrCenter)
	pad("ljust", StrLJust)
	pad("rjust", StrRJust)
	d.Method("zfill(self, width, /)", func(self, width any) any { return StrZFill(strSelf(self), intArg(width)) })
	d.Method("expandtabs(self, /, tabsize=8)", func(self, size any) any {
		return StrExpandTabs(strSelf(self), intArg(size))
	})
}

func defineStrSplit(d *Definition) {
	split := func(name string, words func(s string, max ...int) *List[string], parts func(s, sep string, max ...int) *List[string]) {
		d.Method(name+"(self, /, sep=None, maxsplit=-1)", func(self, sep, max any) any {
			n := intArg(max)
			var out *List[string]
			if sep == nil {
				out = words(strSelf(self), n)
			} else {
				out = parts(strSelf(self), strArg(sep, "must be str or None, not %s"), n)
			}
			return listOfAny(out.items)
		})
	}
	split("split", StrFields, StrSplit)
	split("rsplit", StrRFields, StrRSplit)
	partition := func(name string, partition func(s, sep string) (before, found, after string)) {
		d.Method(name+"(self, sep, /)", func(self, sep any) any {
			before, found, after := partition(strSelf(self), strArg(sep, "must be str, not %s"))
			return Tuple{before, found, after}
		})
	}
	partition("partition", StrPartition)
	partition("rpartition", StrRPartition)
	d.Method("splitlines(self, /, keepends=False)", func(self, keep any) any {
		return listOfAny(StrSplitLines(strSelf(self), Truth(keep)).items)
	})
}

// listOfAny makes the untyped list that a method gives to dynamic code.
func listOfAny[T any](items []T) *List[any] {
	out := make([]any, len(items))
	for i, v := range items {
		out[i] = v
	}
	return &List[any]{items: out}
}
