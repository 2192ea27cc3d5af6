package fnmatch

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// star stands for any text among the parts of a pattern.
const star = "*"

// Translate is fnmatch.translate: the regular expression of a pattern.
func Translate(pattern string) string {
	parts := translated([]rune(pattern))
	var b strings.Builder
	b.WriteString("(?s:")
	next := func() string {
		end := slices.Index(parts, star)
		if end < 0 {
			end = len(parts)
		}
		fixed := strings.Join(parts[:end], "")
		parts = parts[end:]
		return fixed
	}
	b.WriteString(next())
	for len(parts) > 0 {
		// Between two stars the first place that fits will do, so an atomic group
		// spares the search for others.
		parts = parts[1:]
		fixed := next()
		if len(parts) == 0 {
			b.WriteString(".*" + fixed)
		} else {
			b.WriteString("(?>.*?" + fixed + ")")
		}
	}
	return b.String() + `)\Z`
}

// translated is each part of a pattern as a regular expression; several stars
// are one.
func translated(pattern []rune) []string {
	var parts []string
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; c {
		case '*':
			if len(parts) == 0 || parts[len(parts)-1] != star {
				parts = append(parts, star)
			}
		case '?':
			parts = append(parts, ".")
		case '[':
			end := setEnd(pattern, i+1)
			if end < 0 {
				parts = append(parts, `\[`)
				continue
			}
			parts = append(parts, set(pattern[i+1:end]))
			i = end
		default:
			parts = append(parts, re.Escape(string(c)))
		}
	}
	return parts
}

// setEnd is where the bracket is that closes a set; -1 if there is none.
func setEnd(pattern []rune, at int) int {
	if at < len(pattern) && pattern[at] == '!' {
		at++
	}
	if at < len(pattern) && pattern[at] == ']' {
		at++
	}
	for ; at < len(pattern); at++ {
		if pattern[at] == ']' {
			return at
		}
	}
	return -1
}

var operators = strings.NewReplacer("&", `\&`, "~", `\~`, "|", `\|`)

// set is what stands between brackets as a regular expression.
func set(content []rune) string {
	text := strings.ReplaceAll(string(content), `\`, `\\`)
	if slices.Contains(content, '-') {
		chunks := ranges(content)
		for i, chunk := range chunks {
			chunks[i] = strings.NewReplacer(`\`, `\\`, "-", `\-`).Replace(chunk)
		}
		text = strings.Join(chunks, "-")
	}
	text = operators.Replace(text)
	switch {
	case text == "":
		return "(?!)"
	case text == "!":
		return "."
	case text[0] == '!':
		text = "^" + text[1:]
	case text[0] == '^' || text[0] == '[':
		text = `\` + text
	}
	return "[" + text + "]"
}

// ranges splits a set at the hyphens that make ranges, and drops the ranges
// that are empty.
func ranges(content []rune) []string {
	var chunks [][]rune
	at := 1
	if content[0] == '!' {
		at = 2
	}
	start := 0
	for at < len(content) {
		hyphen := slices.Index(content[at:], '-')
		if hyphen < 0 {
			break
		}
		hyphen += at
		chunks = append(chunks, slices.Clone(content[start:hyphen]))
		start, at = hyphen+1, hyphen+3
	}
	if rest := content[start:]; len(rest) > 0 {
		chunks = append(chunks, slices.Clone(rest))
	} else {
		chunks[len(chunks)-1] = append(chunks[len(chunks)-1], '-')
	}
	for k := len(chunks) - 1; k > 0; k-- {
		before, after := chunks[k-1], chunks[k]
		if before[len(before)-1] > after[0] {
			chunks[k-1] = append(before[:len(before)-1], after[1:]...)
			chunks = slices.Delete(chunks, k, k+1)
		}
	}
	texts := make([]string, len(chunks))
	for i, chunk := range chunks {
		texts[i] = string(chunk)
	}
	return texts
}
