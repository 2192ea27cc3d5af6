package argparse

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// optionMatch is what an argument that looks like an option may stand for.
type optionMatch struct {
	action   *action
	option   string
	value    string
	hasValue bool
}

// run is one pass over the arguments of a command line.
type run struct {
	*parser
	namespace   any
	args        []string
	options     map[int][]optionMatch
	pattern     string
	positionals []*action
	extras      []string
	seen        map[*action]bool
	given       map[*action]bool
}

var negativeNumber = regexp.MustCompile(`^-\d+$|^-\d*\.\d+$`)

// hasNegativeOptions reports whether an option looks like a negative number.
func (p *parser) hasNegativeOptions() bool {
	return slices.ContainsFunc(p.optionOrder, negativeNumber.MatchString)
}

// parseKnown parses the arguments and returns those that it does not know.
func (p *parser) parseKnown(args []string, namespace any) []string {
	r := &run{
		parser: p, namespace: namespace, args: p.expandFiles(args), options: map[int][]optionMatch{},
		seen: map[*action]bool{}, given: map[*action]bool{},
	}
	for _, a := range p.actions {
		if len(a.options) == 0 {
			r.positionals = append(r.positionals, a)
		}
	}
	r.classify()
	r.consumeAll()
	r.checkRequired()
	return r.extras
}

// expandFiles replaces arguments that name a file by the lines of the file.
func (p *parser) expandFiles(args []string) []string {
	chars, ok := p.fromFileChars.(string)
	if !ok {
		return args
	}
	var expanded []string
	for _, arg := range args {
		if arg == "" || !strings.Contains(chars, arg[:1]) {
			expanded = append(expanded, arg)
			continue
		}
		var lines []string
		err := py.Try(func() error {
			f := py.Call(py.Builtin("open"), arg[1:])
			for line := range py.Iter(py.CallMethod(py.CallMethod(f, "read"), "splitlines")) {
				for v := range py.Iter(py.CallMethod(p.self, "convert_arg_line_to_args", line)) {
					lines = append(lines, py.Str(v))
				}
			}
			py.CallMethod(f, "close")
			return nil
		})
		if err != nil {
			panic(argumentError(nil, err.Error()))
		}
		expanded = append(expanded, p.expandFiles(lines)...)
	}
	return expanded
}

// classify marks each argument as an option (O), an argument (A) or --.
func (r *run) classify() {
	var b strings.Builder
	for i := 0; i < len(r.args); i++ {
		if r.args[i] == "--" {
			b.WriteByte('-')
			b.WriteString(strings.Repeat("A", len(r.args)-i-1))
			break
		}
		if matches := r.parseOptional(r.args[i]); matches != nil {
			r.options[i] = matches
			b.WriteByte('O')
		} else {
			b.WriteByte('A')
		}
	}
	r.pattern = b.String()
}

// parseOptional finds the options that an argument may stand for; nil for a
// positional argument.
func (p *parser) parseOptional(arg string) []optionMatch {
	if arg == "" || !strings.Contains(p.prefixChars, arg[:1]) {
		return nil
	}
	if a, ok := p.byOption[arg]; ok {
		return []optionMatch{{action: a, option: arg}}
	}
	if len(arg) == 1 {
		return nil
	}
	if name, value, ok := strings.Cut(arg, "="); ok {
		if a, known := p.byOption[name]; known {
			return []optionMatch{{a, name, value, true}}
		}
	}
	if matches := p.abbreviations(arg); len(matches) > 0 {
		return matches
	}
	if negativeNumber.MatchString(arg) && !p.hasNegativeOptions() {
		return nil
	}
	if strings.Contains(arg, " ") {
		return nil
	}
	return []optionMatch{{option: arg}}
}

// abbreviations finds the options that begin with what was given, and options
// of one letter with their value attached.
func (p *parser) abbreviations(arg string) []optionMatch {
	var found []optionMatch
	if strings.Contains(p.prefixChars, arg[1:2]) {
		if !p.abbrev {
			return nil
		}
		prefix, value, hasValue := strings.Cut(arg, "=")
		for _, option := range p.optionOrder {
			if strings.HasPrefix(option, prefix) {
				found = append(found, optionMatch{p.byOption[option], option, value, hasValue})
			}
		}
		return found
	}
	prefix, value, hasValue := strings.Cut(arg, "=")
	for _, option := range p.optionOrder {
		switch {
		case option == arg[:2]:
			found = append(found, optionMatch{p.byOption[option], option, arg[2:], true})
		case p.abbrev && strings.HasPrefix(option, prefix):
			found = append(found, optionMatch{p.byOption[option], option, value, hasValue})
		}
	}
	return found
}

func (r *run) consumeAll() {
	last := -1
	for i := range r.options {
		last = max(last, i)
	}
	at := 0
	for at <= last {
		next := at
		for ; next < len(r.args) && r.options[next] == nil; next++ {
		}
		if at != next {
			if end := r.consumePositionals(at); end > at {
				at = end
				continue
			}
		}
		if r.options[at] == nil {
			r.extras = append(r.extras, r.args[at:next]...)
			at = next
		}
		at = r.consumeOptional(at)
	}
	end := r.consumePositionals(at)
	r.extras = append(r.extras, r.args[end:]...)
}

// consumeOptional handles the option at a place and returns the place after
// it and its arguments.
func (r *run) consumeOptional(start int) int {
	matches := r.options[start]
	if len(matches) > 1 {
		names := make([]string, len(matches))
		for i, m := range matches {
			names[i] = m.option
		}
		panic(argumentError(nil, "ambiguous option: "+r.args[start]+" could match "+strings.Join(names, ", ")))
	}
	type step struct {
		action *action
		args   []string
		option string
	}
	var steps []step
	m := matches[0]
	stop := start + 1
	for {
		if m.action == nil {
			r.extras = append(r.extras, r.args[start])
			return start + 1
		}
		if !m.hasValue {
			n := r.matchArgument(m.action, r.pattern[start+1:])
			stop = start + 1 + n
			steps = append(steps, step{m.action, r.args[start+1 : stop], m.option})
			break
		}
		n := r.matchArgument(m.action, "A")
		if n == 1 {
			steps = append(steps, step{m.action, []string{m.value}, m.option})
			break
		}
		if strings.Contains(r.prefixChars, m.option[1:2]) || m.value == "" {
			panic(argumentError(m.action, "ignored explicit argument "+py.Repr(m.value)))
		}
		steps = append(steps, step{m.action, nil, m.option})
		option := m.option[:1] + m.value[:1]
		following, known := r.byOption[option]
		if !known {
			panic(argumentError(m.action, "ignored explicit argument "+py.Repr(m.value)))
		}
		rest := m.value[1:]
		m = optionMatch{action: following, option: option, value: strings.TrimPrefix(rest, "="), hasValue: rest != ""}
	}
	for _, s := range steps {
		r.take(s.action, s.args, s.option)
	}
	return stop
}

// nargsPattern is the regular expression of the arguments that an action takes.
func nargsPattern(a *action) string {
	var pattern string
	switch n := a.nargs.(type) {
	case nil:
		pattern = "(-*A-*)"
	case int:
		pattern = "(-*" + strings.Join(slices.Repeat([]string{"A"}, n), "-*") + "-*)"
	case string:
		switch n {
		case optional:
			pattern = "(-*A?-*)"
		case zeroOrMore:
			pattern = "(-*[A-]*)"
		case oneOrMore:
			pattern = "(-*A[A-]*)"
		case remainder:
			pattern = "([AO-]*)"
		case parserNargs:
			pattern = "(-*A[AO-]*)"
		default:
			pattern = "(-*-*)"
		}
	}
	if len(a.options) > 0 {
		pattern = strings.ReplaceAll(strings.ReplaceAll(pattern, "-*", ""), "-", "")
	}
	return pattern
}

// matchArgument is the number of arguments an action takes. It raises
// ArgumentError when there are too few.
func (r *run) matchArgument(a *action, pattern string) int {
	m := regexp.MustCompile("^" + nargsPattern(a)).FindStringSubmatch(pattern)
	if m != nil {
		return len(m[1])
	}
	message := ""
	switch n := a.nargs.(type) {
	case nil:
		message = "expected one argument"
	case int:
		message = "expected " + py.Str(n) + " arguments"
		if n == 1 {
			message = "expected 1 argument"
		}
	case string:
		switch n {
		case optional:
			message = "expected at most one argument"
		case oneOrMore:
			message = "expected at least one argument"
		}
	}
	panic(argumentError(a, message))
}

// consumePositionals gives as many positionals as possible their arguments.
func (r *run) consumePositionals(start int) int {
	pattern := r.pattern[start:]
	var counts []int
	for n := len(r.positionals); n > 0; n-- {
		expression := "^"
		for _, a := range r.positionals[:n] {
			expression += nargsPattern(a)
		}
		m := regexp.MustCompile(expression).FindStringSubmatch(pattern)
		if m == nil {
			continue
		}
		for _, part := range m[1:] {
			counts = append(counts, len(part))
		}
		break
	}
	actions := r.positionals[:len(counts)]
	r.positionals = r.positionals[len(counts):]
	for i, a := range actions {
		args := slices.Clone(r.args[start : start+counts[i]])
		if at := slices.Index(args, "--"); at >= 0 && a.nargs != any(remainder) && a.nargs != any(parserNargs) {
			args = slices.Delete(args, at, at+1)
		}
		start += counts[i]
		r.take(a, args, "")
	}
	return start
}

// take runs an action with its arguments.
func (r *run) take(a *action, args []string, option string) {
	r.seen[a] = true
	values := r.values(a, args)
	if !sameObject(values, a.fallback) {
		r.given[a] = true
		for _, g := range r.groups {
			if !slices.Contains(g.actions, a) {
				continue
			}
			for _, other := range g.actions {
				if other != a && r.given[other] {
					panic(argumentError(a, "not allowed with argument "+py.Str(other.displayName())))
				}
			}
		}
	}
	if !isSuppress(values) {
		a.run(r.parser, r.namespace, values, option)
	}
}

func sameObject(a, b any) bool {
	switch a.(type) {
	case *py.List[any]:
		return py.Is(a, b)
	case string, int, float64, nil, bool:
		return false
	}
	return py.Is(a, b)
}

// values converts the arguments of an action.
func (r *run) values(a *action, args []string) any {
	switch {
	case isSuppress(a.nargs):
		return a.fallback
	case len(args) == 0 && a.nargs == any(optional):
		v := a.fallback
		if len(a.options) > 0 {
			v = a.constant
		}
		if s, ok := v.(string); ok && !isSuppress(v) {
			v = r.convert(a, s)
		}
		return v
	case len(args) == 0 && a.nargs == any(zeroOrMore) && len(a.options) == 0:
		if a.fallback != nil {
			return a.fallback
		}
		return py.ListOf[any]()
	case len(args) == 1 && (a.nargs == nil || a.nargs == any(optional)):
		v := r.convert(a, args[0])
		checkChoice(a, v)
		return v
	}
	list := py.ListOf[any]()
	for i, arg := range args {
		v := r.convert(a, arg)
		if a.nargs != any(remainder) && (a.nargs != any(parserNargs) || i == 0) {
			checkChoice(a, v)
		}
		list.Append(v)
	}
	return list
}

func checkChoice(a *action, v any) {
	if a.choices == nil || py.Contains(a.choices, v) {
		return
	}
	var names []string
	for c := range py.Iter(a.choices) {
		names = append(names, py.Repr(c))
	}
	panic(argumentError(a, "invalid choice: "+py.Repr(v)+" (choose from "+strings.Join(names, ", ")+")"))
}

// convert applies the type of an action. It raises ArgumentError.
func (p *parser) convert(a *action, text string) any {
	if a.typ == nil {
		return text
	}
	convert := a.typ
	if registered, ok := p.types.Lookup(a.typ); ok {
		convert = registered
	}
	var v any
	err := py.Try(func() error {
		v = py.Call(convert, text)
		return nil
	})
	switch {
	case err == nil:
		return v
	case py.Matches(err, argumentTypeError):
		panic(argumentError(a, err.Error()))
	case py.Matches(err, py.Tuple{py.TypeError, py.ValueError}):
		name := py.GetAttrOr(convert, "__name__", nil)
		if name == nil {
			name = py.Repr(convert)
		}
		panic(argumentError(a, "invalid "+py.Str(name)+" value: "+py.Repr(text)))
	}
	panic(err)
}

// checkRequired raises for required arguments that are missing, and converts
// defaults that are strings.
func (r *run) checkRequired() {
	var missing []string
	for _, a := range r.actions {
		if r.seen[a] {
			continue
		}
		if a.required {
			missing = append(missing, py.Str(a.displayName()))
			continue
		}
		if s, ok := a.fallback.(string); ok && !isSuppress(a.fallback) && !isSuppress(a.dest) {
			if current := py.GetAttrOr(r.namespace, py.Str(a.dest), nil); current == any(s) {
				py.SetAttr(r.namespace, py.Str(a.dest), r.convert(a, s))
			}
		}
	}
	if len(missing) > 0 {
		panic(argumentError(nil, "the following arguments are required: "+strings.Join(missing, ", ")))
	}
	for _, g := range r.groups {
		if !g.required || slices.ContainsFunc(g.actions, func(a *action) bool { return r.given[a] }) {
			continue
		}
		var names []string
		for _, a := range g.actions {
			if !isSuppress(a.help) {
				names = append(names, py.Str(a.displayName()))
			}
		}
		panic(argumentError(nil, "one of the arguments "+strings.Join(names, " ")+" is required"))
	}
}
