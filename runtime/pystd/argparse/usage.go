package argparse

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func (f *formatter) addUsage(usage any, actions []*action, groups []*group, prefix string) {
	if isSuppress(usage) {
		return
	}
	f.add(func() string { return f.formatUsage(usage, actions, groups, prefix) })
}

func (f *formatter) formatUsage(usage any, actions []*action, groups []*group, prefix string) string {
	text := f.prog
	switch {
	case usage != nil:
		text = py.Str(py.Mod(py.Str(usage), py.DictOf[any, any]("prog", f.prog)))
	case len(actions) > 0:
		var options, positionals []*action
		for _, a := range actions {
			if len(a.options) > 0 {
				options = append(options, a)
			} else {
				positionals = append(positionals, a)
			}
		}
		all := f.usageParts(append(slices.Clone(options), positionals...), groups)
		text = strings.Join(append([]string{f.prog}, all...), " ")
		if width := f.width - f.indent; py.StrLen(prefix)+py.StrLen(text) > width {
			text = f.wrapUsage(f.usageParts(options, groups), f.usageParts(positionals, groups), prefix, width)
		}
	}
	return prefix + text + "\n\n"
}

// wrapUsage breaks a usage that does not fit on a line.
func (f *formatter) wrapUsage(options, positionals []string, prefix string, width int) string {
	var lines []string
	if float64(py.StrLen(prefix)+py.StrLen(f.prog)) <= 0.75*float64(width) {
		indent := strings.Repeat(" ", py.StrLen(prefix)+py.StrLen(f.prog)+1)
		switch {
		case len(options) > 0:
			lines = usageLines(append([]string{f.prog}, options...), indent, prefix, width)
			lines = append(lines, usageLines(positionals, indent, "", width)...)
		case len(positionals) > 0:
			lines = usageLines(append([]string{f.prog}, positionals...), indent, prefix, width)
		default:
			lines = []string{f.prog}
		}
		return strings.Join(lines, "\n")
	}
	indent := strings.Repeat(" ", py.StrLen(prefix))
	lines = usageLines(append(slices.Clone(options), positionals...), indent, "", width)
	if len(lines) > 1 {
		lines = append(usageLines(options, indent, "", width), usageLines(positionals, indent, "", width)...)
	}
	return strings.Join(append([]string{f.prog}, lines...), "\n")
}

func usageLines(parts []string, indent, prefix string, width int) []string {
	var lines, line []string
	length := len(indent) - 1
	if prefix != "" {
		length = py.StrLen(prefix) - 1
	}
	for _, part := range parts {
		if length+1+py.StrLen(part) > width && len(line) > 0 {
			lines = append(lines, indent+strings.Join(line, " "))
			line, length = nil, len(indent)-1
		}
		line = append(line, part)
		length += py.StrLen(part) + 1
	}
	if len(line) > 0 {
		lines = append(lines, indent+strings.Join(line, " "))
	}
	if prefix != "" {
		lines[0] = lines[0][len(indent):]
	}
	return lines
}

// usageParts shows each action of a usage, with the brackets of groups.
func (f *formatter) usageParts(actions []*action, groups []*group) []string {
	inGroup := map[*action]bool{}
	open, after := map[int]string{}, map[int]string{}
	for _, g := range groups {
		if len(g.actions) == 0 {
			continue
		}
		start := slices.Index(actions, g.actions[0])
		end := start + len(g.actions)
		if start < 0 || end > len(actions) || !slices.Equal(actions[start:end], g.actions) {
			continue
		}
		var shown []int
		for i := start; i < end; i++ {
			inGroup[actions[i]] = true
			if !isSuppress(actions[i].help) {
				shown = append(shown, i)
			}
		}
		if len(shown) == 0 {
			continue
		}
		first, last := shown[0], shown[len(shown)-1]
		for _, i := range shown[:len(shown)-1] {
			after[i] = " |"
		}
		switch {
		case !g.required:
			open[first], after[last] = "[", "]"
		case len(shown) > 1:
			open[first], after[last] = "(", ")"
		}
	}
	var parts []string
	for i, a := range actions {
		if isSuppress(a.help) {
			continue
		}
		parts = append(parts, open[i]+f.usagePart(a, inGroup[a])+after[i])
	}
	return parts
}

func (f *formatter) usagePart(a *action, grouped bool) string {
	if len(a.options) == 0 {
		part := f.arguments(a, f.positionalName(a))
		if grouped && strings.HasPrefix(part, "[") && strings.HasSuffix(part, "]") {
			part = part[1 : len(part)-1]
		}
		return part
	}
	part := a.options[0]
	switch {
	case a.kind == "boolean_optional":
		part = strings.Join(a.options, " | ")
	case a.nargs != any(0):
		part += " " + f.arguments(a, f.optionName(a))
	}
	if !a.required && !grouped {
		part = "[" + part + "]"
	}
	return part
}
