package py

import "strings"

// bytesSelf returns the bytes of a bytes or bytearray.
func bytesSelf(self any) string {
	switch b := native(self).(type) {
	case Bytes:
		return string(b)
	case *ByteArray:
		return string(b.data)
	}
	raisef(NewTypeError, "a bytes-like object is required, not '%s'", typeName(self))
	return ""
}

// sameBytes makes a result of the class of self.
func sameBytes(self any, s string) any {
	if _, ok := native(self).(*ByteArray); ok {
		return NewByteArray(s)
	}
	return Bytes(s)
}

func sameBytesList(self any, parts []string) any {
	out := &List[any]{}
	for _, p := range parts {
		out.Append(sameBytes(self, p))
	}
	return out
}

// subArg is what find and count look for: bytes, or an int for one byte.
func subArg(v any) string {
	if s, ok := bytesOf(v); ok {
		return s
	}
	i, ok := toIndex(v)
	if !ok {
		raisef(NewTypeError, "argument should be integer or bytes-like object, not '%s'", typeName(v))
	}
	n, ok := i.(int)
	if !ok || n < 0 || n > 255 {
		raisef(NewValueError, "byte must be in range(0, 256)")
	}
	return string([]byte{byte(n)})
}

func init() {
	for _, class := range []*Class{BytesClass, ByteArrayClass} {
		class.define(defineBytesText)
		class.define(defineBytesSearch)
		class.define(defineBytesSplit)
		class.define(defineBytesLayout)
		class.define(defineBytesConversions)
	}
}

func defineBytesText(d *Definition) {
	for name, f := range map[string]func(string) string{
		"capitalize": bytesCapitalize, "lower": bytesLower, "swapcase": bytesSwapCase,
		"title": bytesTitle, "upper": bytesUpper,
	} {
		d.Method(name+"(self, /)", func(self any) any { return sameBytes(self, f(bytesSelf(self))) })
	}
	for name, f := range map[string]func(string) bool{
		"isalnum": func(s string) bool {
			return allBytes(s, func(c byte) bool { return isASCIILetter(c) || isASCIIDigit(c) })
		},
		"isalpha": func(s string) bool { return allBytes(s, isASCIILetter) },
		"isascii": isASCII,
		"isdigit": func(s string) bool { return allBytes(s, isASCIIDigit) },
		"islower": func(s string) bool { return bytesOneCase(s, isASCIILower, isASCIIUpper) },
		"isspace": func(s string) bool { return allBytes(s, func(c byte) bool { return isASCIISpace(rune(c)) }) },
		"istitle": bytesIsTitle,
		"isupper": func(s string) bool { return bytesOneCase(s, isASCIIUpper, isASCIILower) },
	} {
		d.Method(name+"(self, /)", func(self any) any { return f(bytesSelf(self)) })
	}
}

func defineBytesSearch(d *Definition) {
	search := func(name string, find func(s, sub string, bounds []int) int) {
		d.Method(name+"(self, sub, start=None, end=None, /)", func(self, sub, start, end any) any {
			bounds := boundArgs(start, end)
			return find(bytesSelf(self), subArg(sub), bounds)
		})
	}
	search("find", bytesFind)
	search("rfind", bytesRFind)
	search("count", bytesCount)
	needed := func(find func(s, sub string, bounds []int) int) func(s, sub string, bounds []int) int {
		return func(s, sub string, bounds []int) int {
			at := find(s, sub, bounds)
			if at < 0 {
				raisef(NewValueError, "subsection not found")
			}
			return at
		}
	}
	search("index", needed(bytesFind))
	search("rindex", needed(bytesRFind))
	affix := func(name string, test func(s, affix string) bool) {
		d.Method(name+"(self, prefix, start=None, end=None, /)", func(self, prefix, start, end any) any {
			text, _, ok := bytesWindow(bytesSelf(self), boundArgs(start, end))
			options, isTuple := native(prefix).(Tuple)
			if !isTuple {
				if _, isBytes := bytesOf(prefix); !isBytes {
					raisef(NewTypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, typeName(prefix))
				}
				options = Tuple{prefix}
			}
			for _, option := range options {
				if affix := BytesLike(option); ok && test(text, affix) {
					return true
				}
			}
			return false
		})
	}
	affix("startswith", strings.HasPrefix)
	affix("endswith", strings.HasSuffix)
	d.Method("replace(self, old, new, count=-1, /)", func(self, old, new, count any) any {
		return sameBytes(self, bytesReplace(bytesSelf(self), BytesLike(old), BytesLike(new), intArg(count)))
	})
	d.Method("removeprefix(self, prefix, /)", func(self, prefix any) any {
		return sameBytes(self, strings.TrimPrefix(bytesSelf(self), BytesLike(prefix)))
	})
	d.Method("removesuffix(self, suffix, /)", func(self, suffix any) any {
		return sameBytes(self, strings.TrimSuffix(bytesSelf(self), BytesLike(suffix)))
	})
}

func defineBytesSplit(d *Definition) {
	split := func(name string, words func(s string, max int) []string, parts func(s, sep string, max ...int) *List[string]) {
		d.Method(name+"(self, /, sep=None, maxsplit=-1)", func(self, sep, max any) any {
			n := intArg(max)
			if sep == nil {
				return sameBytesList(self, words(bytesSelf(self), n))
			}
			return sameBytesList(self, parts(bytesSelf(self), BytesLike(sep), n).items)
		})
	}
	split("split", bytesFields, StrSplit)
	split("rsplit", bytesRFields, StrRSplit)
	partition := func(name string, partition func(s, sep string) (before, found, after string)) {
		d.Method(name+"(self, sep, /)", func(self, sep any) any {
			before, found, after := partition(bytesSelf(self), BytesLike(sep))
			if _, isBytes := native(self).(Bytes); isBytes && found != "" {
				return Tuple{Bytes(before), sep, Bytes(after)}
			}
			return Tuple{sameBytes(self, before), sameBytes(self, found), sameBytes(self, after)}
		})
	}
	partition("partition", StrPartition)
	partition("rpartition", StrRPartition)
	d.Method("splitlines(self, /, keepends=False)", func(self, keep any) any {
		return sameBytesList(self, bytesSplitLines(bytesSelf(self), Truth(keep)))
	})
	d.Method("join(self, iterable_of_bytes, /)", func(self, items any) any {
		if !iterable(items) {
			raisef(NewTypeError, "can only join an iterable")
		}
		values := collect(items)
		parts := make([]string, len(values))
		for i, v := range values {
			s, ok := bytesOf(v)
			if !ok {
				raisef(NewTypeError, "sequence item %d: expected a bytes-like object, %s found", i, typeName(v))
			}
			parts[i] = s
		}
		return sameBytes(self, strings.Join(parts, bytesSelf(self)))
	})
}

func defineBytesLayout(d *Definition) {
	strip := func(name string, left, right bool) {
		d.Method(name+"(self, bytes=None, /)", func(self, chars any) any {
			return sameBytes(self, bytesStrip(bytesSelf(self), chars, left, right))
		})
	}
	strip("strip", true, true)
	strip("lstrip", true, false)
	strip("rstrip", false, true)
	pad := func(name string, widths func(pad, width int) (left int)) {
		d.Method(name+"(self, width, fillchar=, /)", func(self, width, fill any) any {
			s, n := bytesSelf(self), intArg(width)
			char, ok := native(fill).(Bytes)
			if array, isArray := native(fill).(*ByteArray); isArray {
				char, ok = Bytes(array.data), true
			}
			if !ok || len(char) != 1 {
				got := "None"
				if fill != nil {
					got = typeName(fill)
				}
				raisef(NewTypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, got)
			}
			space := max(n-len(s), 0)
			left := widths(space, n)
			return sameBytes(self, StrRepeat(string(char), left)+s+StrRepeat(string(char), space-left))
		}, Bytes(" "))
	}
	pad("center", func(pad, width int) int { return pad/2 + pad&width&1 })
	pad("ljust", func(pad, width int) int { return 0 })
	pad("rjust", func(pad, width int) int { return pad })
	d.Method("zfill(self, width, /)", func(self, width any) any {
		s := bytesSelf(self)
		zeros := StrRepeat("0", intArg(width)-len(s))
		if s != "" && (s[0] == '+' || s[0] == '-') {
			return sameBytes(self, s[:1]+zeros+s[1:])
		}
		return sameBytes(self, zeros+s)
	})
	d.Method("expandtabs(self, /, tabsize=8)", func(self, size any) any {
		return sameBytes(self, bytesExpandTabs(bytesSelf(self), intArg(size)))
	})
}

func defineBytesConversions(d *Definition) {
	d.Method("decode(self, /, encoding='utf-8', errors='strict')", func(self, encoding, errors any) any {
		return BytesDecode(bytesSelf(self), strArg(encoding, "decode() argument 'encoding' must be str, not %s"),
			strArg(errors, "decode() argument 'errors' must be str, not %s"))
	})
	d.Method("hex(self, /, sep=, bytes_per_sep=1)", func(self, sep, perSep any) any {
		return hexText(bytesSelf(self), sep, perSep)
	}, missing)
	d.ClassMethod("fromhex(cls, string, /)", func(cls, text any) any {
		s := Bytes(parseHex(strArg(text, "fromhex() argument must be str, not %s")))
		if cls == any(BytesClass) {
			return s
		}
		return Call(cls, s)
	})
	d.Method("translate(self, table, /, delete=)", func(self, table, remove any) any {
		return sameBytes(self, translateBytes(bytesSelf(self), table, remove))
	}, Bytes(""))
	d.StaticMethod("maketrans(frm, to, /)", func(from, to any) any {
		x, y := BytesLike(from), BytesLike(to)
		if len(x) != len(y) {
			raisef(NewValueError, "maketrans arguments must have same length")
		}
		table := make([]byte, 256)
		for i := range table {
			table[i] = byte(i)
		}
		for i := range len(x) {
			table[x[i]] = y[i]
		}
		return Bytes(table)
	})
}

func translateBytes(s string, table, remove any) string {
	mapping := ""
	if table != nil {
		if mapping = BytesLike(table); len(mapping) != 256 {
			raisef(NewValueError, "translation table must be 256 characters long")
		}
	}
	removed := BytesLike(remove)
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if strings.IndexByte(removed, c) >= 0 {
			continue
		}
		if mapping != "" {
			c = mapping[c]
		}
		out = append(out, c)
	}
	return string(out)
}
