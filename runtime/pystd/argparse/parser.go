package argparse

import (
	"os"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// parser is argparse.ArgumentParser.
type parser struct {
	py.Attributes
	self                         any
	prog                         string
	usage, description, epilog   any
	formatter                    any
	prefixChars                  string
	fromFileChars                any
	argumentDefault              any
	conflictHandler              string
	addHelp, abbrev, exitOnError bool
	actions                      []*action
	byOption                     map[string]*action
	optionOrder                  []string
	defaults                     *py.Dict[any, any]
	// sections are the groups that help shows, groups the exclusive ones.
	sections              []*group
	positional, optionals *group
	groups                []*group
	commands              *action
	types                 *py.Dict[any, any]
}

// group is an argument group, or a group of arguments that exclude each other.
type group struct {
	py.Attributes
	parser              *parser
	section             *group
	title, description  any
	exclusive, required bool
	actions             []*action
}

// PyClass is _ArgumentGroup or _MutuallyExclusiveGroup.
func (g *group) PyClass() *py.Class {
	if g.exclusive {
		return exclusiveClass
	}
	return groupClass
}

// PyClass is the class ArgumentParser.
func (*parser) PyClass() *py.Class { return parserClass }

func (p *parser) init(args []any) {
	text := func(i int) any { return args[i] }
	*p = parser{
		self: args[0], usage: text(2), description: text(3), epilog: text(4), formatter: text(6),
		prefixChars: py.Str(text(7)), fromFileChars: text(8), argumentDefault: text(9), conflictHandler: py.Str(text(10)),
		addHelp: py.Truth(text(11)), abbrev: py.Truth(text(12)), exitOnError: py.Truth(text(13)),
		byOption: map[string]*action{}, defaults: py.DictOf[any, any](), types: py.DictOf[any, any](),
	}
	if args[1] != nil {
		p.prog = py.Str(args[1])
	} else {
		p.prog = programName()
	}
	p.positional = p.addSection("positional arguments", nil)
	p.optionals = p.addSection("options", nil)
	if p.addHelp {
		prefix := "-"
		if !strings.Contains(p.prefixChars, "-") {
			prefix = p.prefixChars[:1]
		}
		kw := py.DictOf[any, any]("action", "help", "default", suppressText, "help", "show this help message and exit")
		p.addArgument(nil, py.Tuple{prefix + "h", prefix + prefix + "help"}, kw)
	}
	for parent := range py.Iter(args[5]) {
		p.adopt(py.Payload(parent).(*parser))
	}
}

// programName is the name of the program: that of sys.argv[0].
func programName() string {
	if ProgramName != nil {
		return ProgramName()
	}
	return ospath.Base(os.Args[0])
}

// ProgramName tells the default of prog; package sys sets it to the base of
// sys.argv[0] when the program uses it.
var ProgramName func() string

func (p *parser) addSection(title, description any) *group {
	g := &group{parser: p, title: title, description: description}
	p.sections = append(p.sections, g)
	return g
}

// adopt takes over the arguments of a parent parser.
func (p *parser) adopt(parent *parser) {
	for _, section := range parent.sections {
		var target *group
		for _, own := range p.sections {
			if py.Equal(own.title, section.title) {
				target = own
			}
		}
		if target == nil {
			target = p.addSection(section.title, section.description)
		}
		for _, a := range section.actions {
			p.register(a, target)
		}
	}
	for _, g := range parent.groups {
		p.groups = append(p.groups, &group{parser: p, exclusive: true, required: g.required, actions: g.actions})
	}
	for k, v := range parent.defaults.All() {
		p.defaults.Set(k, v)
	}
}

// register enters an action in the parser and in a section of its help.
func (p *parser) register(a *action, section *group) {
	for _, s := range a.options {
		if old, ok := p.byOption[s]; ok {
			p.resolveConflict(a, s, old)
		}
	}
	p.actions = append(p.actions, a)
	section.actions = append(section.actions, a)
	for _, s := range a.options {
		p.byOption[s] = a
		p.optionOrder = append(p.optionOrder, s)
	}
}

func (p *parser) resolveConflict(a *action, option string, old *action) {
	if p.conflictHandler != "resolve" {
		var clashes []string
		for _, s := range a.options {
			if _, ok := p.byOption[s]; ok {
				clashes = append(clashes, s)
			}
		}
		plural := ""
		if len(clashes) > 1 {
			plural = "s"
		}
		panic(argumentError(a, "conflicting option string"+plural+": "+strings.Join(clashes, ", ")))
	}
	old.options = slices.DeleteFunc(slices.Clone(old.options), func(s string) bool { return s == option })
	delete(p.byOption, option)
	p.optionOrder = slices.DeleteFunc(p.optionOrder, func(s string) bool { return s == option })
	if len(old.options) == 0 {
		isOld := func(x *action) bool { return x == old }
		p.actions = slices.DeleteFunc(p.actions, isOld)
		for _, s := range p.sections {
			s.actions = slices.DeleteFunc(s.actions, isOld)
		}
	}
}

// addArgument is add_argument of a parser, or of one of its groups.
func (p *parser) addArgument(g *group, names py.Tuple, kw *py.Dict[any, any]) *action {
	kw = kw.Copy()
	options, dest := p.optionNames(names, kw)
	if _, ok := kw.Lookup("default"); !ok {
		if v, ok := p.defaults.Lookup(dest); ok {
			kw.Set("default", v)
		} else if p.argumentDefault != nil {
			kw.Set("default", p.argumentDefault)
		}
	}
	kind := kw.PopOr("action", nil)
	if len(options) == 0 {
		p.preparePositional(dest, kw)
	}
	required, hasRequired := kw.Lookup("required")
	if len(options) == 0 && kind != nil {
		if _, named := kind.(string); named && hasRequired && kind != any("store") && kind != any("append") && kind != any("extend") {
			kw.Delete("required")
		}
	}
	a := newAction(kind, kw, options, dest)
	if len(options) == 0 && hasRequired && a.kind != "custom" {
		a.required = py.Truth(required)
	}
	if a.typ != nil && !py.Callable(a.typ) {
		if _, registered := p.types.Lookup(a.typ); !registered {
			panic(exc.ValueError("%s is not callable", py.Repr(a.typ)))
		}
	}
	section := p.positional
	if len(options) > 0 {
		section = p.optionals
	}
	if g != nil {
		if g.exclusive {
			if a.required {
				panic(exc.ValueError("mutually exclusive arguments must be optional"))
			}
			a.group = g
			g.actions = append(g.actions, a)
			if g.section != nil {
				section = g.section
			}
		} else {
			section = g
		}
	}
	p.register(a, section)
	return a
}

// optionNames splits the names of an argument into option strings and the
// attribute that it sets.
func (p *parser) optionNames(names py.Tuple, kw *py.Dict[any, any]) (options []string, dest any) {
	isOption := func(s string) bool { return s != "" && strings.Contains(p.prefixChars, s[:1]) }
	if len(names) == 0 || len(names) == 1 && !isOption(py.Str(names[0])) {
		if len(names) > 0 {
			if _, twice := kw.Lookup("dest"); twice {
				panic(exc.ValueError("dest supplied twice for positional argument, did you mean metavar?"))
			}
			return nil, names[0]
		}
		return nil, kw.PopOr("dest", nil)
	}
	long := ""
	for _, n := range names {
		s := py.Str(n)
		if !isOption(s) {
			panic(exc.ValueError("invalid option string %s: must start with a character %s", py.Repr(s), py.Repr(p.prefixChars)))
		}
		options = append(options, s)
		if len(s) > 1 && isOption(s[1:]) && long == "" {
			long = s
		}
	}
	if dest = kw.PopOr("dest", nil); dest == nil {
		if long == "" {
			long = options[0]
		}
		name := strings.TrimLeft(long, p.prefixChars)
		if name == "" {
			panic(exc.ValueError("dest= is required for options like %s", py.Repr(options[0])))
		}
		dest = strings.ReplaceAll(name, "-", "_")
	}
	return options, dest
}

// preparePositional finds out whether a positional argument is required.
func (p *parser) preparePositional(dest any, kw *py.Dict[any, any]) {
	if kw.Has("required") {
		panic(exc.TypeError("'required' is an invalid argument for positionals"))
	}
	nargs := kw.GetOr("nargs", nil)
	if nargs == any(0) {
		panic(exc.ValueError("nargs for positionals must be != 0"))
	}
	if nargs != any(optional) && (nargs != any(zeroOrMore) || !kw.Has("default")) {
		kw.Set("required", true)
	}
}

// defaultNamespace gives the namespace the defaults of all arguments.
func (p *parser) setDefaults(namespace any) {
	for _, a := range p.actions {
		if !isSuppress(a.dest) && !isSuppress(a.fallback) && !py.HasAttr(namespace, py.Str(a.dest)) {
			py.SetAttr(namespace, py.Str(a.dest), a.fallback)
		}
	}
	for dest, v := range p.defaults.All() {
		if !py.HasAttr(namespace, py.Str(dest)) {
			py.SetAttr(namespace, py.Str(dest), v)
		}
	}
}

// fail is error(): the usage and the message on stderr, exit status 2.
func (p *parser) fail(message string) {
	py.CallMethod(p.self, "print_usage", io.StandardError())
	py.CallMethod(p.self, "exit", 2, p.prog+": error: "+message+"\n")
}
