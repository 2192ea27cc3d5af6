package argparse

import (
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// formatter is argparse.HelpFormatter and the variants of it.
type formatter struct {
	class       *py.Class
	prog        string
	increment   int
	maxPosition int
	width       int
	indent      int
	actionWidth int
	root        *helpSection
	current     *helpSection
}

// helpSection is a part of the help with a heading.
type helpSection struct {
	parent  *helpSection
	heading any
	indent  int
	items   []func() string
}

// The variants differ in how they treat texts.
var formatterClass, rawDescriptionClass, rawTextClass, defaultsClass, metavarTypeClass *py.Class

func init() {
	formatterClass = newFormatterClass("HelpFormatter", nil)
	rawDescriptionClass = newFormatterClass("RawDescriptionHelpFormatter", formatterClass)
	rawTextClass = newFormatterClass("RawTextHelpFormatter", rawDescriptionClass)
	defaultsClass = newFormatterClass("ArgumentDefaultsHelpFormatter", formatterClass)
	metavarTypeClass = newFormatterClass("MetavarTypeHelpFormatter", formatterClass)
}

func newFormatterClass(name string, base *py.Class) *py.Class {
	var bases []*py.Class
	if base != nil {
		bases = []*py.Class{base}
	}
	return py.NewNativeClass("argparse", name, bases, func(d *py.Definition) {
		class := d.Class()
		d.Alloc(func() any { return &formatter{class: class} })
		d.Init("__init__(self, prog, indent_increment=2, max_help_position=24, width=None)", func(self, prog, increment, position, width any) any {
			f := py.PayloadAs[*formatter](self)
			if o, ok := self.(*py.Object); ok {
				f.class = o.Class
			}
			f.prog, f.increment = py.Str(prog), py.As[int](increment)
			if f.width = columns() - 2; width != nil {
				f.width = py.As[int](width)
			}
			f.maxPosition = min(py.As[int](position), max(f.width-20, f.increment*2))
			f.root = &helpSection{}
			f.current = f.root
			return nil
		})
	})
}

// columns is the width of the terminal: what COLUMNS says, else 80.
func columns() int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return 80
}

// PyClass is the formatter's class.
func (f *formatter) PyClass() *py.Class { return f.class }

func (p *parser) newFormatter() *formatter {
	f := py.CallKw(p.formatter, nil, py.Kwargs{{Name: "prog", Value: p.prog}})
	return py.Payload(f).(*formatter)
}

func (f *formatter) add(item func() string) { f.current.items = append(f.current.items, item) }

func (f *formatter) startSection(heading any) {
	f.indent += f.increment
	section := &helpSection{parent: f.current, heading: heading, indent: f.indent}
	f.add(func() string { return f.formatSection(section) })
	f.current = section
}

func (f *formatter) endSection() {
	f.current = f.current.parent
	f.indent -= f.increment
}

func (f *formatter) formatSection(s *helpSection) string {
	f.indent += f.increment
	var b strings.Builder
	for _, item := range s.items {
		b.WriteString(item())
	}
	f.indent -= f.increment
	if b.Len() == 0 {
		return ""
	}
	heading := ""
	if s.heading != nil && !isSuppress(s.heading) {
		heading = strings.Repeat(" ", f.indent) + py.Str(s.heading) + ":\n"
	}
	return "\n" + heading + b.String() + "\n"
}

func (f *formatter) addText(text any) {
	if text == nil || isSuppress(text) {
		return
	}
	f.add(func() string { return f.formatText(py.Str(text)) })
}

func (f *formatter) formatText(text string) string {
	if strings.Contains(text, "%(prog)") {
		text = py.Str(py.Mod(text, py.DictOf[any, any]("prog", f.prog)))
	}
	indent := strings.Repeat(" ", f.indent)
	if f.class.IsSubclassOf(rawDescriptionClass) {
		lines := strings.SplitAfter(text, "\n")
		for i, line := range lines {
			if line != "" {
				lines[i] = indent + line
			}
		}
		return strings.Join(lines, "") + "\n\n"
	}
	width := max(f.width-f.indent, 11)
	lines := wrap(text, width-len(indent))
	for i, line := range lines {
		lines[i] = indent + line
	}
	return strings.Join(lines, "\n") + "\n\n"
}

func (f *formatter) addArguments(actions []*action) {
	for _, a := range actions {
		if isSuppress(a.help) {
			continue
		}
		longest := py.StrLen(f.invocation(a)) + f.indent
		if a.subparsers != nil {
			for _, sub := range a.subparsers.entries {
				longest = max(longest, py.StrLen(f.invocation(sub))+f.indent+f.increment)
			}
		}
		f.actionWidth = max(f.actionWidth, longest)
		f.add(func() string { return f.formatAction(a) })
	}
}

var longBreak = regexp.MustCompile(`\n\n\n+`)

// help is the whole text.
func (f *formatter) help() string {
	var b strings.Builder
	for _, item := range f.root.items {
		b.WriteString(item())
	}
	if b.Len() == 0 {
		return ""
	}
	return strings.Trim(longBreak.ReplaceAllString(b.String(), "\n\n"), "\n") + "\n"
}

func (f *formatter) formatAction(a *action) string {
	position := min(f.actionWidth+2, f.maxPosition)
	helpWidth := max(f.width-position, 11)
	width := position - f.indent - 2
	header := f.invocation(a)
	indent := strings.Repeat(" ", f.indent)
	help := ""
	if a.help != nil {
		help = py.Str(a.help)
	}
	var b strings.Builder
	first := position
	switch {
	case help == "":
		b.WriteString(indent + header + "\n")
	case py.StrLen(header) <= width:
		b.WriteString(indent + header + strings.Repeat(" ", width-py.StrLen(header)+2))
		first = 0
	default:
		b.WriteString(indent + header + "\n")
	}
	if strings.TrimSpace(help) != "" {
		if lines := f.splitLines(f.expandHelp(a), helpWidth); len(lines) > 0 {
			b.WriteString(strings.Repeat(" ", first) + lines[0] + "\n")
			for _, line := range lines[1:] {
				b.WriteString(strings.Repeat(" ", position) + line + "\n")
			}
		}
	} else if !strings.HasSuffix(b.String(), "\n") {
		b.WriteString("\n")
	}
	if a.subparsers != nil {
		f.indent += f.increment
		for _, sub := range a.subparsers.entries {
			b.WriteString(f.formatAction(sub))
		}
		f.indent -= f.increment
	}
	return b.String()
}

func (f *formatter) splitLines(text string, width int) []string {
	if f.class.IsSubclassOf(rawTextClass) {
		return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	}
	return wrap(text, width)
}

// expandHelp fills in what a help text refers to: %(default)s, %(prog)s, ...
func (f *formatter) expandHelp(a *action) string {
	help := py.Str(a.help)
	if f.class.IsSubclassOf(defaultsClass) && !strings.Contains(help, "%(default)") && !isSuppress(a.fallback) {
		if len(a.options) > 0 || a.nargs == any(optional) || a.nargs == any(zeroOrMore) {
			help += " (default: %(default)s)"
		}
	}
	if !strings.Contains(help, "%") {
		return help
	}
	params := py.DictOf[any, any]("prog", f.prog)
	for _, field := range []py.Kw{
		{Name: "option_strings", Value: py.GetAttr(a, "option_strings")}, {Name: "dest", Value: a.dest},
		{Name: "nargs", Value: a.nargs}, {Name: "const", Value: a.constant}, {Name: "default", Value: a.fallback},
		{Name: "type", Value: a.typ}, {Name: "choices", Value: a.choices}, {Name: "required", Value: a.required},
		{Name: "metavar", Value: a.metavar},
	} {
		switch {
		case isSuppress(field.Value):
		case field.Name == "choices" && field.Value != nil:
			params.Set(field.Name, joinStr(field.Value, ", "))
		case field.Value != nil && py.HasAttr(field.Value, "__name__"):
			params.Set(field.Name, py.GetAttr(field.Value, "__name__"))
		default:
			params.Set(field.Name, field.Value)
		}
	}
	return py.Str(py.Mod(help, params))
}

// invocation is how the help shows what to type for an action.
func (f *formatter) invocation(a *action) string {
	if len(a.options) == 0 {
		return strings.Join(f.metavars(a, f.positionalName(a), 1), " ")
	}
	text := strings.Join(a.options, ", ")
	if a.nargs == any(0) {
		return text
	}
	return text + " " + f.arguments(a, f.optionName(a))
}

func (f *formatter) positionalName(a *action) string {
	if f.class.IsSubclassOf(metavarTypeClass) && a.typ != nil {
		return py.Str(py.GetAttr(a.typ, "__name__"))
	}
	return py.Str(a.dest)
}

func (f *formatter) optionName(a *action) string {
	if f.class.IsSubclassOf(metavarTypeClass) && a.typ != nil {
		return py.Str(py.GetAttr(a.typ, "__name__"))
	}
	return py.StrUpper(py.Str(a.dest))
}

// metavars are the names of n arguments of an action.
func (f *formatter) metavars(a *action, fallback string, n int) []string {
	name := fallback
	switch {
	case a.metavar != nil:
		if t, ok := a.metavar.(py.Tuple); ok {
			names := make([]string, len(t))
			for i, v := range t {
				names[i] = py.Str(v)
			}
			return names
		}
		name = py.Str(a.metavar)
	case a.choices != nil:
		name = "{" + joinStr(a.choices, ",") + "}"
	}
	names := make([]string, n)
	for i := range names {
		names[i] = name
	}
	return names
}

// arguments shows the arguments that an action takes.
func (f *formatter) arguments(a *action, fallback string) string {
	one := func() string { return f.metavars(a, fallback, 1)[0] }
	switch n := a.nargs.(type) {
	case int:
		return strings.Join(f.metavars(a, fallback, n), " ")
	case string:
		switch n {
		case optional:
			return "[" + one() + "]"
		case zeroOrMore:
			if names := f.metavars(a, fallback, 1); len(names) == 2 {
				return "[" + names[0] + " [" + names[1] + " ...]]"
			}
			return "[" + one() + " ...]"
		case oneOrMore:
			names := f.metavars(a, fallback, 2)
			return names[0] + " [" + names[1] + " ...]"
		case remainder:
			return "..."
		case parserNargs:
			return one() + " ..."
		case suppressText:
			return ""
		}
	}
	return one()
}
