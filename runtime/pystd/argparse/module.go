// Package argparse is Python's module argparse.
package argparse

import (
	"os"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

var argumentTypeError = py.NewExceptionClass("argparse", "ArgumentTypeError", py.ExceptionClass)

// argumentErrorClass returns the class ArgumentError.
var argumentErrorClass = sync.OnceValue(func() *py.Class {
	return define.Class("argparse", "ArgumentError", []any{py.ExceptionClass}, func(b *define.Body) {
		b.Method("__init__(self, argument, message)", func(self, argument, message any) any {
			var name any
			if a, ok := py.Payload(argument).(*action); ok {
				name = a.displayName()
			}
			py.SetAttr(self, "argument_name", name)
			py.SetAttr(self, "message", message)
			return nil
		})
		b.Method("__str__(self)", func(self any) any {
			message := py.Str(py.GetAttr(self, "message"))
			if name := py.GetAttr(self, "argument_name"); name != nil {
				return "argument " + py.Str(name) + ": " + message
			}
			return message
		})
	})
})

// namespaceClass returns the class Namespace.
var namespaceClass = sync.OnceValue(func() *py.Class {
	attributes := func(self any) *py.Dict[any, any] { return py.GetAttr(self, "__dict__").(*py.Dict[any, any]) }
	var class *py.Class
	class = define.Class("argparse", "Namespace", nil, func(b *define.Body) {
		b.Method("__init__(self, **kwargs)", func(self, kwargs any) any {
			for k, v := range kwargs.(*py.Dict[any, any]).All() {
				py.SetAttr(self, py.Str(k), v)
			}
			return nil
		})
		b.Method("__eq__(self, other)", func(self, other any) any {
			if !py.TypeOf(other).IsSubclassOf(class) {
				return py.NotImplemented
			}
			return py.Equal(attributes(self), attributes(other))
		})
		b.Method("__contains__(self, key)", func(self, key any) any { return attributes(self).Has(key) })
		b.Method("__repr__(self)", func(self any) any {
			var parts []string
			for k, v := range attributes(self).All() {
				parts = append(parts, py.Str(k)+"="+py.Repr(v))
			}
			return py.TypeOf(self).Name() + "(" + strings.Join(parts, ", ") + ")"
		})
	})
	return class
})

var parserClass, groupClass, exclusiveClass *py.Class

// Module returns the module argparse.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("argparse", "Command-line parsing library")
	for _, c := range []*py.Class{
		parserClass, actionClass, formatterClass, rawDescriptionClass, rawTextClass, defaultsClass, metavarTypeClass,
		argumentErrorClass(), argumentTypeError, namespaceClass(), fileTypeClass,
	} {
		m.Class(c)
	}
	m.Set("BooleanOptionalAction", "boolean_optional")
	for name, v := range map[string]string{
		"SUPPRESS": suppressText, "OPTIONAL": optional, "ZERO_OR_MORE": zeroOrMore, "ONE_OR_MORE": oneOrMore,
		"REMAINDER": remainder, "PARSER": parserNargs,
	} {
		m.Set(name, v)
	}
	return m
})

func init() {
	parserClass = py.NewNativeClass("argparse", "ArgumentParser", nil, defineParser)
	groupClass = py.NewNativeClass("argparse", "_ArgumentGroup", nil, defineGroup)
	exclusiveClass = py.NewNativeClass("argparse", "_MutuallyExclusiveGroup", nil, defineGroup)
}

const parserSpec = "(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=, " +
	"prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, " +
	"allow_abbrev=True, exit_on_error=True)"

func defineParser(d *py.Definition) {
	of := py.PayloadAs[*parser]
	d.Alloc(func() any { return &parser{} })
	d.Set("__init__", py.Func("__init__"+parserSpec, func(args []any) any {
		of(args[0]).init(args)
		return nil
	}, formatterClass).Qualname("ArgumentParser.__init__").Module("argparse"))
	field := func(name string, at func(p *parser) *any) {
		d.Member(name, func(self any) any { return *at(of(self)) }, func(self, v any) { *at(of(self)) = v })
	}
	field("usage", func(p *parser) *any { return &p.usage })
	field("description", func(p *parser) *any { return &p.description })
	field("epilog", func(p *parser) *any { return &p.epilog })
	field("formatter_class", func(p *parser) *any { return &p.formatter })
	d.Member("prog", func(self any) any { return of(self).prog }, func(self, v any) { of(self).prog = py.Str(v) })
	d.Method("add_argument_group(self, title=None, description=None, *, prefix_chars=None, argument_default=None, conflict_handler=None)",
		func(self, title, description, _, _, _ any) any { return of(self).addSection(title, description) })
	d.Method("add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, action=None, dest='==SUPPRESS==', required=False, help=None, metavar=None)",
		func(args []any) any { return of(args[0]).addSubparsers(args) })
	d.Method("__repr__(self, /)", func(self any) any {
		p := of(self)
		return py.TypeOf(self).Name() + "(prog=" + py.Repr(p.prog) + ", usage=" + py.Repr(p.usage) + ", description=" +
			py.Repr(p.description) + ", formatter_class=" + py.Repr(p.formatter) + ", conflict_handler=" +
			py.Repr(p.conflictHandler) + ", add_help=" + py.Repr(p.addHelp) + ")"
	})
	defineContainer(d, func(self any) (*parser, *group) { return of(self), nil })
	defineParsing(d)
	defineIntermixed(d)
	defineOutput(d)
}

// defineContainer adds what parsers and groups share.
func defineContainer(d *py.Definition, of func(self any) (*parser, *group)) {
	d.Set("add_argument", py.Func("add_argument(self, *args, **kwargs)", func(self, names, kw any) any {
		p, g := of(self)
		return p.addArgument(g, names.(py.Tuple), kw.(*py.Dict[any, any])).self
	}))
	d.Method("add_mutually_exclusive_group(self, *, required=False)", func(self, required any) any {
		p, section := of(self)
		g := &group{parser: p, section: section, exclusive: true, required: py.Truth(required)}
		p.groups = append(p.groups, g)
		return g
	})
	d.Method("set_defaults(self, **kwargs)", func(self, kwargs any) any {
		p, _ := of(self)
		for dest, v := range kwargs.(*py.Dict[any, any]).All() {
			p.defaults.Set(dest, v)
			for _, a := range p.actions {
				if py.Equal(a.dest, dest) {
					a.fallback = v
				}
			}
		}
		return nil
	})
	d.Method("get_default(self, dest)", func(self, dest any) any {
		p, _ := of(self)
		for _, a := range p.actions {
			if py.Equal(a.dest, dest) && a.fallback != nil {
				return a.fallback
			}
		}
		return p.defaults.GetOr(dest, nil)
	})
	d.Method("register(self, registry_name, value, object)", func(self, _, value, object any) any {
		p, _ := of(self)
		p.types.Set(value, object)
		return nil
	})
}

func defineGroup(d *py.Definition) {
	of := py.PayloadAs[*group]
	d.Getter("title", func(self any) any { return of(self).title })
	d.Member("required", func(self any) any { return of(self).required }, func(self, v any) { of(self).required = py.Truth(v) })
	defineContainer(d, func(self any) (*parser, *group) { return of(self).parser, of(self) })
}

func (p *parser) addSubparsers(args []any) any {
	if p.commands != nil {
		panic(exc.ValueError("cannot have multiple subparser arguments"))
	}
	title, description, prog, class := args[1], args[2], args[3], args[4]
	section := p.positional
	if title != nil || description != nil {
		if title == nil {
			title = "subcommands"
		}
		section = p.addSection(title, description)
	}
	s := &subparsers{names: py.DictOf[any, any](), class: class}
	if s.class == nil {
		s.class = py.TypeOf(p.self)
	}
	if prog != nil {
		s.prog = py.Str(prog)
	} else {
		f := p.newFormatter()
		var positionals []*action
		for _, a := range p.actions {
			if len(a.options) == 0 {
				positionals = append(positionals, a)
			}
		}
		f.addUsage(p.usage, positionals, p.groups, "")
		s.prog = strings.TrimSpace(f.help())
	}
	a := &action{
		kind: "parsers", dest: args[6], nargs: parserNargs, choices: s.names, required: py.Truth(args[7]),
		help: args[8], metavar: args[9], subparsers: s,
	}
	a.self = a
	s.owner = a
	p.commands = a
	p.register(a, section)
	return a
}

func defineParsing(d *py.Definition) {
	of := py.PayloadAs[*parser]
	d.Method("parse_args(self, args=None, namespace=None)", func(self, args, namespace any) any {
		result := py.Unpack(py.CallMethod(self, "parse_known_args", args, namespace), 2)
		of(self).refuseExtras(self, result[1])
		return result[0]
	})
	known := func(self, args, namespace any) any {
		p := of(self)
		given := commandLine()
		if args != nil {
			given = nil
			for v := range py.Iter(args) {
				given = append(given, py.As[string](v))
			}
		}
		if namespace == nil {
			namespace = py.Call(namespaceClass())
		}
		p.setDefaults(namespace)
		var extras []string
		err := py.Try(func() error {
			extras = p.parseKnown(given, namespace)
			return nil
		})
		if err != nil {
			if !py.Matches(err, argumentErrorClass()) || !p.exitOnError {
				panic(err)
			}
			py.CallMethod(self, "error", err.Error())
		}
		list := py.ListOf[any]()
		for _, s := range extras {
			list.Append(s)
		}
		if more := py.GetAttrOr(namespace, unrecognized, nil); more != nil {
			list.Extend(py.Iter(more))
			py.DelAttr(namespace, unrecognized)
		}
		return py.Tuple{namespace, list}
	}
	d.Method("parse_known_args(self, args=None, namespace=None)", known)
	d.Method("convert_arg_line_to_args(self, arg_line)", func(_, line any) any { return py.ListOf(line) })
}

// Arguments tells sys.argv[1:]; package sys sets it when the program uses it.
var Arguments func() []string

func commandLine() []string {
	if Arguments != nil {
		return Arguments()
	}
	return os.Args[1:]
}

func defineOutput(d *py.Definition) {
	of := py.PayloadAs[*parser]
	d.Method("format_usage(self)", func(self any) any {
		p := of(self)
		f := p.newFormatter()
		f.addUsage(p.usage, p.actions, p.groups, "usage: ")
		return f.help()
	})
	d.Method("format_help(self)", func(self any) any {
		p := of(self)
		f := p.newFormatter()
		f.addUsage(p.usage, p.actions, p.groups, "usage: ")
		f.addText(p.description)
		for _, section := range p.sections {
			f.startSection(section.title)
			f.addText(section.description)
			f.addArguments(section.actions)
			f.endSection()
		}
		f.addText(p.epilog)
		return f.help()
	})
	output := func(method string) func(self, file any) any {
		return func(self, file any) any {
			text := py.CallMethod(self, method)
			py.PrintWith([]any{text}, py.PrintOptions{End: "", File: file})
			return nil
		}
	}
	d.Method("print_usage(self, file=None)", output("format_usage"))
	d.Method("print_help(self, file=None)", output("format_help"))
	d.Method("exit(self, status=0, message=None)", func(_, status, message any) any {
		if py.Truth(message) {
			py.CallMethod(io.StandardError(), "write", message)
		}
		panic(py.NewSystemExit(status))
	})
	d.Method("error(self, message)", func(self, message any) any {
		of(self).fail(py.Str(message))
		return nil
	})
}
