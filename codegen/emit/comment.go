package emit

import (
	"regexp"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// toolDirective matches comments that speak to Python's tools and say nothing to a reader of Go.
var toolDirective = regexp.MustCompile(`^\s*(!/|-\*-.*coding|(type|mypy|pyright|pyre-\w+): *ignore|noqa\b|pylint:|ruff:|flake8:|fmt: *(on|off|skip)|isort:|pragma: *no|nosec\b)`)

// commentLines returns the lines as Go line comments.
func commentLines(lines []string) []string {
	var out []string
	for _, line := range lines {
		if toolDirective.MatchString(line) {
			continue
		}
		out = append(out, commentText(line))
	}
	return out
}

// commentText returns one line of comment with its marker. A space after the
// marker keeps the line from being read as a directive.
func commentText(line string) string {
	line = strings.TrimRight(strings.NewReplacer("\r", " ", "\f", " ").Replace(line), " \t")
	switch {
	case line == "":
		return "//"
	case line[0] == ' ' || line[0] == '\t':
		return "//" + line
	}
	return "// " + line
}

// trail returns the comment at the end of a line, "" for none.
func trail(m *ir.Meta) string {
	if m.Trail == "" || toolDirective.MatchString(m.Trail) {
		return ""
	}
	return commentText(strings.ReplaceAll(m.Trail, "\n", " "))
}

// lead returns the blank line and the comments that stand before what m
// belongs to. In the first place of a block there is no blank line.
func lead(m *ir.Meta, first bool) []jen.Code {
	var out []jen.Code
	if m.Spaced && !first {
		out = append(out, jen.Line())
	}
	for _, line := range commentLines(m.Lead) {
		out = append(out, jen.Comment(line))
	}
	return out
}
