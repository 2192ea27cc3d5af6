package py

import "strings"

// PrintException writes the report of an uncaught exception to sys.stderr.
func PrintException(e BaseException) { WriteStderr(FormatException(e)) }

// FormatException is the report of an exception: its causes, a header for the
// traceback, its class, text and notes, and the members of groups in boxes.
func FormatException(e BaseException) string {
	return strings.Join(ReportException(e, ReportOptions{}), "")
}

// ReportOptions says what is in the report of an exception.
type ReportOptions struct {
	Limit     *int // of the entries of each traceback; a negative one counts from the end
	Unchained bool // without causes and contexts
	// Raised leaves out the header of exceptions that were not raised; else every
	// exception is taken to have been.
	Raised bool
}

// ReportException is the report of an exception in the pieces that
// traceback.format_exception gives.
func ReportException(e BaseException, options ReportOptions) []string {
	r := &exceptionReport{seen: map[*Exception]bool{}, options: options}
	r.chain(e)
	return r.pieces
}

// exceptionReport writes exceptions as CPython's traceback module does.
type exceptionReport struct {
	options ReportOptions
	pieces  []string
	seen    map[*Exception]bool
	depth   int
	// needClose is set while the box of a group is open.
	needClose bool
}

const (
	causeText   = "The above exception was the direct cause of the following exception:"
	contextText = "During handling of the above exception, another exception occurred:"
	// maxGroupWidth and maxGroupDepth limit what is shown of a group.
	maxGroupWidth = 15
	maxGroupDepth = 10
)

func (r *exceptionReport) indent() string { return strings.Repeat(" ", 2*r.depth) }

// line writes one piece, of one line or more, with the margin of the group it is
// in.
func (r *exceptionReport) line(text string) {
	if r.depth > 0 {
		margin := r.indent() + "| "
		text = margin + strings.ReplaceAll(text, "\n", "\n"+margin)
	}
	r.pieces = append(r.pieces, text+"\n")
}

// chain writes the causes of e, then e.
func (r *exceptionReport) chain(e BaseException) {
	base := e.exception()
	r.seen[base] = true
	if !r.options.Unchained {
		switch {
		case base.Cause != nil && !r.seen[base.Cause.exception()]:
			r.chain(base.Cause)
			r.between(causeText)
		case base.Cause == nil && base.Context != nil && !base.SuppressContext && !r.seen[base.Context.exception()]:
			r.chain(base.Context)
			r.between(contextText)
		}
	}
	if isGroup(e) {
		r.group(e)
		return
	}
	r.trace(e, "Traceback (most recent call last):")
	r.describe(e)
}

// trace writes the header and the entries of a traceback.
func (r *exceptionReport) trace(e BaseException, header string) {
	tb, _ := e.exception().getTraceback().(*Traceback)
	if tb == nil && r.options.Raised {
		return
	}
	entries := tb.Entries(r.options.Limit)
	if r.options.Limit != nil && len(entries) == 0 {
		return
	}
	r.line(header)
	for _, text := range FormatEntries(entries) {
		r.line(strings.TrimSuffix(text, "\n"))
	}
}

func (r *exceptionReport) between(text string) {
	r.line("")
	r.line(text)
	r.line("")
}

// describe writes the lines of the exception itself.
func (r *exceptionReport) describe(e BaseException) {
	r.line(exceptionLine(e))
	notes := e.exception().Notes
	if notes == nil {
		return
	}
	for note := range notes.All() {
		for l := range strings.SplitSeq(Str(note), "\n") {
			r.line(l)
		}
	}
}

// group writes an exception group and its members.
func (r *exceptionReport) group(e BaseException) {
	if r.depth > maxGroupDepth {
		r.line("... (max_group_depth is " + Str(maxGroupDepth) + ")")
		return
	}
	top := r.depth == 0
	if top {
		r.depth++
	}
	first := len(r.pieces)
	r.trace(e, "Exception Group Traceback (most recent call last):")
	if top && len(r.pieces) > first {
		r.pieces[first] = strings.Replace(r.pieces[first], "|", "+", 1)
	}
	r.describe(e)
	members := Exceptions(e)
	shown := min(len(members), maxGroupWidth)
	total := shown
	if len(members) > maxGroupWidth {
		total++
	}
	r.needClose = false
	for i := range total {
		last := i == total-1
		if last {
			r.needClose = true
		}
		title := Str(i + 1)
		if i >= shown {
			title = "..."
		}
		bar := "  "
		if i == 0 {
			bar = "+-"
		}
		r.pieces = append(r.pieces, r.indent()+bar+"+---------------- "+title+" ----------------\n")
		r.depth++
		if i >= shown {
			rest := len(members) - shown
			r.line("and " + Str(rest) + " more exception" + pluralS(rest != 1))
		} else {
			r.chain(members[i])
		}
		if last && r.needClose {
			r.pieces = append(r.pieces, r.indent()+"+------------------------------------\n")
			r.needClose = false
		}
		r.depth--
	}
	if top {
		r.depth--
	}
}

// DescribeException is the end of a report, in pieces: the class and the text of
// the exception, and its notes.
func DescribeException(e BaseException) []string {
	r := &exceptionReport{}
	r.describe(e)
	return r.pieces
}

// exceptionLine is the last line of a report: the class and the text, with the
// suggestion that CPython makes for a mistyped name.
func exceptionLine(e BaseException) string {
	class := e.PyClass()
	name := class.qualname
	if class.module != "builtins" && class.module != "__main__" {
		name = class.module + "." + name
	}
	var text string
	if Try(func() error { text = Str(e); return nil }) != nil {
		text = "<exception str() failed>"
	}
	text += attributeSuggestion(e)
	if text == "" {
		return name
	}
	return name + ": " + text
}

// attributeSuggestion is the hint after the text of an AttributeError.
func attributeSuggestion(e BaseException) string {
	if !e.PyClass().IsSubclassOf(AttributeError) {
		return ""
	}
	name, _ := e.exception().fields.get("name")
	o, known := e.exception().fields.get("obj")
	wrong, ok := name.(string)
	if !ok || !known {
		return ""
	}
	var names []string
	if Try(func() error { names = Dir(o); return nil }) != nil {
		return ""
	}
	if best := SuggestName(wrong, names); best != "" {
		return ". Did you mean: '" + best + "'?"
	}
	return ""
}
