package pathlib

import (
	"regexp"
	"strings"
	"sync"
)

var compiled sync.Map

// MatchName reports whether a file name matches a pattern of the shell: * ? and
// [...], as fnmatch.fnmatchcase does.
func MatchName(pattern, name string) bool {
	re, ok := compiled.Load(pattern)
	if !ok {
		re, _ = compiled.LoadOrStore(pattern, regexp.MustCompile(translate(pattern)))
	}
	return re.(*regexp.Regexp).MatchString(name)
}

// translate makes the regular expression of a pattern.
func translate(pattern string) string {
	var b strings.Builder
	b.WriteString(`(?s)\A`)
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; c {
		case '*':
			b.WriteString(".*")
		case '?':
			b.WriteByte('.')
		case '[':
			end := classEnd(pattern, i)
			if end < 0 {
				b.WriteString(`\[`)
				continue
			}
			b.WriteString(class(pattern[i+1 : end]))
			i = end
		default:
			b.WriteString(regexp.QuoteMeta(pattern[i : i+1]))
		}
	}
	b.WriteString(`\z`)
	return b.String()
}

func classEnd(pattern string, start int) int {
	j := start + 1
	if j < len(pattern) && pattern[j] == '!' {
		j++
	}
	if j < len(pattern) && pattern[j] == ']' {
		j++
	}
	if i := strings.IndexByte(pattern[min(j, len(pattern)):], ']'); i >= 0 {
		return j + i
	}
	return -1
}

func class(content string) string {
	negated := strings.HasPrefix(content, "!")
	content = strings.TrimPrefix(content, "!")
	content = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "^", `\^`).Replace(content)
	if negated {
		return "[^" + content + "]"
	}
	return "[" + content + "]"
}
