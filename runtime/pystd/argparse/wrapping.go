package argparse

import (
	"regexp"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// hyphen finds the places after which a word may be broken.
var hyphen = regexp.MustCompile(`\pL\pL-|\pL-\pL-`)

// wordChunks splits a word where textwrap may break it.
func wordChunks(word string) []string {
	var chunks []string
	start := 0
	for _, m := range hyphen.FindAllStringIndex(word, -1) {
		rest := []rune(strings.Replace(word[m[1]:], "-", "", 1))
		if next := []rune(word[m[1]:]); len(rest) < 2 || !py.StrIsAlpha(string(next[:1])) || !py.StrIsAlpha(string(rest[1:2])) {
			continue
		}
		chunks = append(chunks, word[start:m[1]])
		start = m[1]
	}
	return append(chunks, word[start:])
}

// wrap is textwrap.wrap of a text whose white space is made single blanks.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	add := func(chunk string, blank bool) {
		separator := ""
		if blank && line != "" {
			separator = " "
		}
		if line != "" && py.StrLen(line)+len(separator)+py.StrLen(chunk) > width {
			lines = append(lines, line)
			line, separator = "", ""
		}
		for line == "" && py.StrLen(chunk) > width {
			lines = append(lines, py.StrSlice(chunk, nil, width, nil))
			chunk = py.StrSlice(chunk, width, nil, nil)
		}
		line += separator + chunk
	}
	for word := range py.StrFields(text).All() {
		for i, chunk := range wordChunks(word) {
			add(chunk, i == 0)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
