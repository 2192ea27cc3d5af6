package py

import "errors"

// StrTranslate is s.translate(table). The table maps code points to code
// points, texts or None; what it does not have (a LookupError) stays.
func StrTranslate(s string, table any) string {
	known := map[rune]string{}
	return mapRunes(s, func(b []byte, r rune) []byte {
		text, ok := known[r]
		if !ok {
			text = translateRune(r, table)
			known[r] = text
		}
		return append(b, text...)
	})
}

func translateRune(r rune, table any) string {
	v, found := lookupTranslation(table, int(r))
	if !found {
		return runeString(r)
	}
	switch v := native(v).(type) {
	case nil:
		return ""
	case string:
		return v
	case int:
		if v < 0 || v > 0x10FFFF {
			raisef(NewValueError, "character mapping must be in range(0x110000)")
		}
		return runeString(rune(v))
	}
	raisef(NewTypeError, "character mapping must return integer, None or str")
	return ""
}

func lookupTranslation(table any, key int) (v any, found bool) {
	if d, ok := table.(dictValue); ok {
		return d.lookupItem(key)
	}
	err := Try(func() error {
		v = GetItem(table, key)
		return nil
	})
	if err == nil {
		return v, true
	}
	if errors.Is(err, LookupError) {
		return nil, false
	}
	panic(err)
}

// strMakeTrans is str.maketrans(x, y, z).
func strMakeTrans(x, y, z any) any {
	out := NewDict[any, any]()
	if y == missing {
		source, ok := native(x).(dictValue)
		if !ok {
			raisef(NewTypeError, "if you give only one argument to maketrans it must be a dict")
		}
		for c := source.newCursor(false); ; {
			k, v, ok := source.stepAny(&c, false)
			if !ok {
				return out
			}
			out.Set(translationKey(k), v)
		}
	}
	to := strArg(y, "maketrans() argument 2 must be str, not %s")
	removed := ""
	if z != missing {
		removed = strArg(z, "maketrans() argument 3 must be str, not %s")
	}
	from, ok := native(x).(string)
	if !ok {
		raisef(NewTypeError, "first maketrans argument must be a string if there is a second argument")
	}
	fromRunes, toRunes := runesOf(from), runesOf(to)
	if len(fromRunes) != len(toRunes) {
		raisef(NewValueError, "the first two maketrans arguments must have equal length")
	}
	for i, r := range fromRunes {
		out.Set(int(r), int(toRunes[i]))
	}
	for _, r := range runesOf(removed) {
		out.Set(int(r), nil)
	}
	return out
}

func translationKey(k any) any {
	if i, ok := intOf(k); ok {
		return i
	}
	s, ok := native(k).(string)
	if !ok {
		raisef(NewTypeError, "keys in translate table must be strings or integers")
	}
	if StrLen(s) != 1 {
		raisef(NewValueError, "string keys in translate table must be of length 1")
	}
	r, _ := decodeRune(s)
	return int(r)
}
