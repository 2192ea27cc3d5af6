package argparse

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// defineIntermixed defines the methods that let positionals stand between
// optionals: the optionals are parsed first, with the positionals switched off,
// and what they leave over is parsed for the positionals.
func defineIntermixed(d *py.Definition) {
	of := py.PayloadAs[*parser]
	d.Method("parse_intermixed_args(self, args=None, namespace=None)", func(self, args, namespace any) any {
		result := py.Unpack(py.CallMethod(self, "parse_known_intermixed_args", args, namespace), 2)
		of(self).refuseExtras(self, result[1])
		return result[0]
	})
	d.Method("parse_known_intermixed_args(self, args=None, namespace=None)", func(self, args, namespace any) any {
		p := of(self)
		p.checkIntermixed()
		defer func(usage any) { p.usage = usage }(p.usage)
		if p.usage == nil {
			usage := []rune(py.Str(py.CallMethod(self, "format_usage")))
			p.usage = string(usage[len("usage: "):])
		}
		optionals := py.Unpack(p.withoutPositionals(func() any { return py.CallMethod(self, "parse_known_args", args, namespace) }), 2)
		return p.withoutRequired(func() any { return py.CallMethod(self, "parse_known_args", optionals[1], optionals[0]) })
	})
}

// refuseExtras reports arguments that nothing takes.
func (p *parser) refuseExtras(self, extras any) {
	if !py.Truth(extras) {
		return
	}
	message := "unrecognized arguments: " + joinStr(extras, " ")
	if !p.exitOnError {
		py.Raise(py.Call(argumentErrorClass(), nil, message))
	}
	py.CallMethod(self, "error", message)
}

// checkIntermixed raises TypeError if a positional cannot be parsed later.
func (p *parser) checkIntermixed() {
	for _, a := range p.actions {
		if len(a.options) == 0 && (a.nargs == any(parserNargs) || a.nargs == any(remainder)) {
			panic(py.NewTypeError("parse_intermixed_args: positional arg with nargs=" + py.Str(a.nargs)))
		}
	}
	for _, g := range p.groups {
		if slices.ContainsFunc(g.actions, func(a *action) bool { return len(a.options) == 0 }) {
			panic(py.NewTypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup"))
		}
	}
}

// withoutPositionals parses while positionals take no argument and give nothing.
func (p *parser) withoutPositionals(parse func() any) any {
	for _, a := range p.actions {
		if len(a.options) > 0 {
			continue
		}
		defer func(nargs, fallback any) { a.nargs, a.fallback = nargs, fallback }(a.nargs, a.fallback)
		a.nargs, a.fallback = suppressText, suppressText
	}
	return parse()
}

// withoutRequired parses while no optional and no exclusive group is required.
func (p *parser) withoutRequired(parse func() any) any {
	for _, a := range p.actions {
		if len(a.options) == 0 {
			continue
		}
		defer func(required bool) { a.required = required }(a.required)
		a.required = false
	}
	for _, g := range p.groups {
		defer func(required bool) { g.required = required }(g.required)
		g.required = false
	}
	return parse()
}
