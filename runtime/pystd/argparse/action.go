package argparse

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

const (
	suppressText = "==SUPPRESS=="
	optional     = "?"
	zeroOrMore   = "*"
	oneOrMore    = "+"
	remainder    = "..."
	parserNargs  = "A..."
)

// action is one argument of a parser: argparse.Action and what its subclasses
// in the module add.
type action struct {
	py.Attributes
	// self is the Python object of the action: the action itself, or an
	// instance of a class that derives from Action.
	self     any
	kind     string
	options  []string
	dest     any
	nargs    any
	constant any
	fallback any
	typ      any
	choices  any
	required bool
	help     any
	metavar  any
	version  any
	// subparsers of the action of add_subparsers, in their order.
	subparsers *subparsers
	group      *group
}

func isSuppress(v any) bool { return v == any(suppressText) }

var actionClass *py.Class

func init() {
	actionClass = py.NewNativeClass("argparse", "Action", nil, defineAction)
}

// PyClass is the class Action.
func (*action) PyClass() *py.Class { return actionClass }

func defineAction(d *py.Definition) {
	of := py.PayloadAs[*action]
	d.Alloc(func() any { return &action{kind: "custom"} })
	d.Init("__init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None, deprecated=False)",
		func(args []any) any {
			a := of(args[0])
			a.self = args[0]
			for s := range py.Iter(args[1]) {
				a.options = append(a.options, py.Str(s))
			}
			a.dest, a.nargs, a.constant, a.fallback, a.typ, a.choices = args[2], args[3], args[4], args[5], args[6], args[7]
			a.required, a.help, a.metavar = py.Truth(args[8]), args[9], args[10]
			return nil
		})
	field := func(name string, at func(a *action) *any) {
		d.Member(name, func(self any) any { return *at(of(self)) }, func(self, v any) { *at(of(self)) = v })
	}
	field("dest", func(a *action) *any { return &a.dest })
	field("nargs", func(a *action) *any { return &a.nargs })
	field("const", func(a *action) *any { return &a.constant })
	field("default", func(a *action) *any { return &a.fallback })
	field("type", func(a *action) *any { return &a.typ })
	field("choices", func(a *action) *any { return &a.choices })
	field("help", func(a *action) *any { return &a.help })
	field("metavar", func(a *action) *any { return &a.metavar })
	d.Member("required", func(self any) any { return of(self).required }, func(self, v any) { of(self).required = py.Truth(v) })
	d.Getter("option_strings", func(self any) any {
		list := py.ListOf[any]()
		for _, s := range of(self).options {
			list.Append(s)
		}
		return list
	})
	d.Method("format_usage(self, /)", func(self any) any { return of(self).options[0] })
	d.Method("__call__(self, parser, namespace, values, option_string=None)", func(self, _, _, _, _ any) any {
		panic(exc.NotImplementedError(".__call__() not defined"))
	})
	d.Method("add_parser(self, name, **kwargs)", func(self, name, kwargs any) any {
		return of(self).subparsers.add(py.Str(name), kwargs.(*py.Dict[any, any]))
	})
}

// newAction makes the action that add_argument asks for.
func newAction(kind any, kw *py.Dict[any, any], options []string, dest any) *action {
	name, isName := kind.(string)
	if kind == nil {
		name, isName = "store", true
	}
	if !isName {
		args := kw.Copy()
		list := py.ListOf[any]()
		for _, s := range options {
			list.Append(s)
		}
		o := py.CallKw(kind, []any{list, dest}, py.KwFrom(args))
		a, ok := py.Payload(o).(*action)
		if !ok {
			panic(exc.ValueError("unknown action \"%s\"", py.Str(kind)))
		}
		a.self = o
		return a
	}
	a := &action{kind: name, options: options, dest: dest}
	a.self = a
	take := func(key string, otherwise any) any { return kw.PopOr(key, otherwise) }
	a.fallback, a.help, a.required = take("default", nil), take("help", nil), py.Truth(take("required", false))
	switch name {
	case "store", "append", "extend":
		a.nargs, a.constant, a.typ = take("nargs", nil), take("const", nil), take("type", nil)
		a.choices, a.metavar = take("choices", nil), take("metavar", nil)
		if a.nargs == any(0) {
			panic(exc.ValueError("nargs for %s actions must be != 0; if you have nothing to store, "+
				"actions such as store true or store const may be more appropriate", name))
		}
		if a.constant != nil && a.nargs != any(optional) {
			panic(exc.ValueError("nargs must be %s to supply const", py.Repr(optional)))
		}
	case "store_const", "append_const":
		a.nargs, a.constant, a.metavar = 0, take("const", nil), take("metavar", nil)
	case "store_true", "store_false":
		a.nargs, a.constant = 0, name == "store_true"
		if a.fallback == nil {
			a.fallback = name != "store_true"
		}
	case "count":
		a.nargs = 0
	case "help", "version":
		a.nargs = 0
		a.version = take("version", nil)
		if name == "version" && a.help == nil {
			a.help = "show program's version number and exit"
		}
		if a.dest = suppressText; a.fallback == nil {
			a.fallback = suppressText
		}
	case "boolean_optional":
		a.nargs, a.typ, a.choices, a.metavar = 0, take("type", nil), take("choices", nil), take("metavar", nil)
		for _, s := range options {
			if strings.HasPrefix(s, "--") {
				a.options = append(a.options, "--no-"+s[2:])
			}
		}
	default:
		panic(exc.ValueError("unknown action \"%s\"", name))
	}
	kw.PopOr("deprecated", nil)
	for key := range kw.Keys() {
		panic(exc.TypeError("%s.__init__() got an unexpected keyword argument %s", className(name), py.Repr(key)))
	}
	return a
}

func className(kind string) string {
	name := "_"
	for part := range strings.SplitSeq(kind, "_") {
		name += strings.ToUpper(part[:1]) + part[1:]
	}
	return name + "Action"
}

// displayName is how errors name the action.
func (a *action) displayName() any {
	switch {
	case len(a.options) > 0:
		return strings.Join(a.options, "/")
	case a.metavar != nil && !isSuppress(a.metavar):
		if t, ok := a.metavar.(py.Tuple); ok {
			return py.Repr(t)
		}
		return a.metavar
	case a.dest != nil && !isSuppress(a.dest):
		return a.dest
	case a.choices != nil:
		return "{" + joinStr(a.choices, ",") + "}"
	}
	return nil
}

func joinStr(items any, separator string) string {
	var parts []string
	for v := range py.Iter(items) {
		parts = append(parts, py.Str(v))
	}
	return strings.Join(parts, separator)
}

// argumentError is an ArgumentError about an action.
func argumentError(a *action, message string) py.BaseException {
	var self any
	if a != nil {
		self = a.self
	}
	return py.NewException(argumentErrorClass(), self, message)
}

// run performs the action. Values are those that the command line gave it.
func (a *action) run(p *parser, namespace, values any, option string) {
	dest := py.Str(a.dest)
	current := func() any { return py.GetAttrOr(namespace, dest, nil) }
	items := func() any {
		if v := current(); v != nil {
			return py.Call(py.ListClass, v)
		}
		return py.ListOf[any]()
	}
	switch a.kind {
	case "custom":
		var optionString any
		if option != "" {
			optionString = option
		}
		py.Call(a.self, p.self, namespace, values, optionString)
	case "store":
		py.SetAttr(namespace, dest, values)
	case "store_const", "store_true", "store_false":
		py.SetAttr(namespace, dest, a.constant)
	case "append", "append_const", "extend":
		list := items()
		switch a.kind {
		case "append":
			py.CallMethod(list, "append", values)
		case "append_const":
			py.CallMethod(list, "append", a.constant)
		default:
			py.CallMethod(list, "extend", values)
		}
		py.SetAttr(namespace, dest, list)
	case "count":
		n := current()
		if n == nil {
			n = 0
		}
		py.SetAttr(namespace, dest, py.Add(n, 1))
	case "boolean_optional":
		py.SetAttr(namespace, dest, !strings.HasPrefix(option, "--no-"))
	case "help":
		py.CallMethod(p.self, "print_help")
		py.CallMethod(p.self, "exit")
	case "version":
		version := a.version
		if version == nil {
			version = ""
		}
		f := p.newFormatter()
		f.addText(py.Str(version))
		py.Print(strings.TrimSuffix(f.help(), "\n"))
		py.CallMethod(p.self, "exit")
	case "parsers":
		a.subparsers.parse(a, namespace, values)
	}
}
