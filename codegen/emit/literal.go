package emit

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
)

// literal prints the value of a literal.
func literal(value any) *jen.Statement {
	switch v := value.(type) {
	case nil:
		return jen.Nil()
	case bool, int:
		return jen.Lit(v)
	case float64:
		return jen.Id(floatText(v))
	case string:
		return jen.Id(stringText(v))
	}
	panic(fmt.Sprintf("emit: literal %T", value))
}

// floatText returns a Go literal that is a float64 also without a context, and
// reads as Python's programmers wrote it.
func floatText(v float64) string {
	text := strconv.FormatFloat(v, 'g', -1, 64)
	if abs := max(v, -v); abs >= 1e-5 && abs < 1e9 {
		text = strconv.FormatFloat(v, 'f', -1, 64)
	}
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

// stringText returns a string literal: with backquotes where they save several
// escapes or hold a text of several lines, else with double quotes.
func stringText(s string) string {
	quoted := strconv.Quote(s)
	if !canBackquote(s) {
		return quoted
	}
	escapes := strings.Count(s, `"`) + strings.Count(s, `\`)
	inner := strings.Count(strings.TrimRight(s, "\n"), "\n")
	if strings.Contains(s, "\n") && inner < 2 {
		return quoted
	}
	if escapes >= 2 || inner >= 2 {
		return "`" + s + "`"
	}
	return quoted
}

// canBackquote reports whether a raw string literal can hold s so that a
// reader sees what is in it: no control characters but line feeds, no
// trailing blanks, nothing that is not valid UTF-8.
func canBackquote(s string) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\n':
			if i > 0 && (s[i-1] == ' ') {
				return false
			}
		case r == utf8.RuneError && size == 1, r == '`', !strconv.IsPrint(r):
			return false
		}
		i += size
	}
	return true
}
