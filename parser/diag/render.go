package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteText writes findings for people: a line with place, severity, code and
// message, the source line with carets under the place, and the hint.
func WriteText(w io.Writer, list List) error {
	var out strings.Builder
	for _, d := range list {
		d.text(&out)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (d Diagnostic) text(out *strings.Builder) {
	if d.File == nil {
		fmt.Fprintf(out, "%s[%s]: %s\n", d.Severity, d.Code, d.Message)
		return
	}
	line, column := d.Position()
	fmt.Fprintf(out, "%s:%d:%d: %s[%s]: %s\n", d.File.Name, line, column, d.Severity, d.Code, d.Message)
	text := d.File.Line(max(line, 1))
	before := text[:min(int(d.Range.Start-d.File.LineStart(max(line, 1))), len(text))]
	marked := text[len(before):]
	if n := int(d.Range.End - d.Range.Start); n < len(marked) {
		marked = marked[:max(n, 0)]
	}
	carets := strings.Repeat("^", max(utf8.RuneCountInString(marked), 1))
	fmt.Fprintf(out, "%5d | %s\n", line, text)
	fmt.Fprintf(out, "      | %s%s\n", padding(before), carets)
	if d.Hint != "" {
		fmt.Fprintf(out, "   hint: %s\n", d.Hint)
	}
}

// padding returns blanks as wide as text, with its tabs kept.
func padding(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, text)
}

// jsonDiagnostic is the form of a finding in JSON.
type jsonDiagnostic struct {
	File      string   `json:"file"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
	EndLine   int      `json:"endLine"`
	EndColumn int      `json:"endColumn"`
	Severity  Severity `json:"severity"`
	Code      Code     `json:"code"`
	Message   string   `json:"message"`
	Hint      string   `json:"hint,omitempty"`
}

// WriteJSON writes findings as a JSON array. Lines and columns count from 1,
// columns in code points.
func WriteJSON(w io.Writer, list List) error {
	out := make([]jsonDiagnostic, 0, len(list))
	for _, d := range list {
		item := jsonDiagnostic{Severity: d.Severity, Code: d.Code, Message: d.Message, Hint: d.Hint}
		if d.File != nil {
			item.File = d.File.Name
			item.Line, item.Column = d.Position()
			item.EndLine, _ = d.File.Position(d.Range.End)
			item.EndColumn = d.File.Column(d.Range.End) + 1
		}
		out = append(out, item)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}
