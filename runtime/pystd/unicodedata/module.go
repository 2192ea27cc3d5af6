// Package unicodedata is Python's module unicodedata: the properties of
// characters, and the normal forms of texts.
// https://docs.python.org/3.13/library/unicodedata.html
package unicodedata

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// runesOf are the code points of a text, lone surrogates among them.
func runesOf(text string) []rune {
	if utf8.ValidString(text) {
		return []rune(text)
	}
	var codes []rune
	for c := range py.StrIter(text) {
		codes = append(codes, rune(py.Ord(c)))
	}
	return codes
}

func textOf(codes []rune) string {
	var b strings.Builder
	for _, c := range codes {
		if 0xD800 <= c && c <= 0xDFFF {
			b.WriteString(py.Str(py.Chr(int(c))))
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// character is the argument of a function that takes one. It raises TypeError.
func character(name, position string, v any) rune {
	text, ok := py.Payload(v).(string)
	codes := runesOf(text)
	if !ok || len(codes) != 1 {
		panic(exc.TypeError("%s() argument%s must be a unicode character, not %s", name, position, py.TypeOf(v).Name()))
	}
	return codes[0]
}

// unset is the default of arguments for which None is a value.
var unset = py.Call(py.ObjectClass)

// name is the name of a character; false if it has none.
func (t *tables) name(c rune) (string, bool) {
	if s := c - syllableBase; s >= 0 && s < syllables {
		return hangulPrefix + leadNames[s/(vowels*tails)] + vowelNames[s%(vowels*tails)/tails] + tailNames[s%tails], true
	}
	if in(t.ideographs, c) {
		return fmt.Sprintf("%s%X", ideographPrefix, c), true
	}
	name, ok := t.names[c]
	return name, ok
}

const (
	hangulPrefix    = "HANGUL SYLLABLE "
	ideographPrefix = "CJK UNIFIED IDEOGRAPH-"
)

var (
	leadNames  = strings.Split("G GG N D DD R M B BB S SS  J JJ C K T P H", " ")
	vowelNames = strings.Split("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I", " ")
	tailNames  = strings.Split(" G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " ")
)

// lookup is the character with a name.
func (t *tables) lookup(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if code, ok := strings.CutPrefix(name, ideographPrefix); ok {
		c, err := strconv.ParseInt(code, 16, 32)
		return rune(c), err == nil && (len(code) == 4 || len(code) == 5) && in(t.ideographs, rune(c))
	}
	if rest, ok := strings.CutPrefix(name, hangulPrefix); ok {
		for s := range rune(syllables) {
			if full, _ := t.name(syllableBase + s); full[len(hangulPrefix):] == rest {
				return syllableBase + s, true
			}
		}
		return 0, false
	}
	c, ok := t.codes()[name]
	return c, ok
}

// Module is the module unicodedata.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("unicodedata", "This module provides access to the Unicode Character Database.")
	m.Set("unidata_version", unicodeVersion)
	property := func(name string, get func(p *properties) any) {
		m.Builtin(name+"(chr, /)", func(v any) any { return get(in(load().properties, character(name, "", v))) })
	}
	property("category", func(p *properties) any { return p.category })
	property("bidirectional", func(p *properties) any { return p.bidirectional })
	property("combining", func(p *properties) any { return p.combining })
	property("east_asian_width", func(p *properties) any { return p.width })
	property("mirrored", func(p *properties) any { return p.mirrored })
	m.Builtin("decomposition(chr, /)", func(v any) any {
		return load().decompositions[character("decomposition", "", v)]
	})
	addNumbers(m)
	addNames(m)
	m.Builtin("normalize(form, unistr, /)", func(form, text any) any {
		compatible, compose := formOf("normalize", form)
		return load().normalize(argument("normalize", text), compatible, compose)
	})
	m.Builtin("is_normalized(form, unistr, /)", func(form, text any) any {
		compatible, compose := formOf("is_normalized", form)
		s := argument("is_normalized", text)
		return load().normalize(s, compatible, compose) == s
	})
	return m
})

func formOf(function string, form any) (compatible, compose bool) {
	text, ok := py.Payload(form).(string)
	if !ok {
		panic(exc.TypeError("%s() argument 1 must be str, not %s", function, py.TypeOf(form).Name()))
	}
	f, ok := forms[text]
	if !ok {
		panic(exc.ValueError("invalid normalization form"))
	}
	return f.compatible, f.compose
}

func argument(function string, v any) string {
	text, ok := py.Payload(v).(string)
	if !ok {
		panic(exc.TypeError("%s() argument 2 must be str, not %s", function, py.TypeOf(v).Name()))
	}
	return text
}

func addNumbers(m *py.Module) {
	number := func(name, missing string, get func(n numeric) any) {
		m.Builtin(name+"(chr, default=, /)", func(v, otherwise any) any {
			if value := get(load().numbers[character(name, " 1", v)]); value != nil {
				return value
			}
			if otherwise == unset {
				panic(exc.ValueError("%s", missing))
			}
			return otherwise
		}, unset)
	}
	whole := func(text string) any {
		if text == "" {
			return nil
		}
		return py.ParseInt(text, 10)
	}
	number("decimal", "not a decimal", func(n numeric) any { return whole(n.decimal) })
	number("digit", "not a digit", func(n numeric) any { return whole(n.digit) })
	number("numeric", "not a numeric character", func(n numeric) any {
		if n.number == "" {
			return nil
		}
		return py.ParseFloat(n.number)
	})
}

func addNames(m *py.Module) {
	m.Builtin("name(chr, default=, /)", func(v, otherwise any) any {
		if name, ok := load().name(character("name", " 1", v)); ok {
			return name
		}
		if otherwise == unset {
			panic(exc.ValueError("no such name"))
		}
		return otherwise
	}, unset)
	m.Builtin("lookup(name, /)", func(name any) any {
		text := py.As[string](name)
		c, ok := load().lookup(text)
		if !ok {
			panic(py.NewKeyError("undefined character name '" + text + "'"))
		}
		return textOf([]rune{c})
	})
}

// Name is the name of a character; false if it has none.
func Name(c rune) (string, bool) { return load().name(c) }
