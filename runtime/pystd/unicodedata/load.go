package unicodedata

import (
	"compress/zlib"
	"encoding/base64"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// properties are what characters have in common with many others.
type properties struct {
	category, bidirectional string
	combining               int
	width                   string
	mirrored                int
}

// numeric is what a character is worth as a decimal, a digit and a number, as
// CPython writes it; empty if it is none.
type numeric struct{ decimal, digit, number string }

// A run is a range of characters of the same kind that begins at first.
type run[T any] struct {
	first rune
	value T
}

// tables is the Unicode character database.
type tables struct {
	properties     []run[*properties]
	numbers        map[rune]numeric
	decompositions map[rune]string
	// composed are the characters of two others in canonical composition.
	composed map[[2]rune]rune
	// ideographs says which characters are named after their code.
	ideographs []run[bool]
	names      map[rune]string
	codes      func() map[string]rune
}

// load unpacks the tables at their first use.
var load = sync.OnceValue(func() *tables {
	sections := strings.Split(unpack(), "\x00")
	t := &tables{
		numbers: map[rune]numeric{}, decompositions: map[rune]string{}, composed: map[[2]rune]rune{},
		names: map[rune]string{},
	}
	known := map[string]*properties{}
	each(sections[0], func(c rune, text string) {
		if known[text] == nil {
			f := strings.Fields(text)
			if len(f) == 4 {
				// Unassigned characters have no direction.
				f = slices.Insert(f, 1, "")
			}
			combining, _ := strconv.Atoi(f[2])
			mirrored, _ := strconv.Atoi(f[4])
			known[text] = &properties{f[0], f[1], combining, f[3], mirrored}
		}
		t.properties = append(t.properties, run[*properties]{c, known[text]})
	})
	each(sections[1], func(c rune, text string) {
		f := strings.Split(text, ",")
		t.numbers[c] = numeric{f[0], f[1], f[2]}
	})
	each(sections[2], func(c rune, text string) { t.decompositions[c] = text })
	each(sections[3], func(c rune, _ string) {
		parts := codesOf(t.decompositions[c])
		t.composed[[2]rune{parts[0], parts[1]}] = c
	})
	each(sections[4], func(c rune, text string) {
		t.ideographs = append(t.ideographs, run[bool]{c, text != ""})
	})
	each(sections[5], func(c rune, text string) { t.names[c] = text })
	t.codes = sync.OnceValue(func() map[string]rune {
		codes := make(map[string]rune, len(t.names))
		for c, name := range t.names {
			codes[name] = c
		}
		return codes
	})
	return t
})

func unpack() string {
	r, err := zlib.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(packed)))
	if err != nil {
		panic(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// each goes through the lines of a section, each a code and a text.
func each(section string, f func(c rune, text string)) {
	for line := range strings.SplitSeq(section, "\n") {
		code, text, _ := strings.Cut(line, " ")
		c, err := strconv.ParseInt(code, 16, 32)
		if err != nil {
			panic(err)
		}
		f(rune(c), text)
	}
}

// codesOf are the characters of a decomposition, without its tag.
func codesOf(decomposition string) []rune {
	var codes []rune
	for field := range strings.FieldsSeq(decomposition) {
		if field[0] == '<' {
			continue
		}
		c, _ := strconv.ParseInt(field, 16, 32)
		codes = append(codes, rune(c))
	}
	return codes
}

// in is the value of the run that a character is in.
func in[T any](runs []run[T], c rune) T {
	i, found := slices.BinarySearchFunc(runs, c, func(r run[T], c rune) int { return int(r.first) - int(c) })
	if !found {
		i--
	}
	return runs[i].value
}
