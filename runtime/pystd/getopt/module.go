// Package getopt is Python's module getopt.
// https://docs.python.org/3.13/library/getopt.html
package getopt

import (
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

var errorClass = define.Class("getopt", "GetoptError", []any{py.ExceptionClass}, func(b *define.Body) {
	b.Set("opt", "")
	b.Set("msg", "")
	b.Method(`__init__(self, msg, opt="")`, func(self, msg, opt any) any {
		py.SetAttr(self, "msg", msg)
		py.SetAttr(self, "opt", opt)
		py.SetAttr(self, "args", py.Tuple{msg, opt})
		return nil
	})
	b.Method("__str__(self)", func(self any) any { return py.GetAttr(self, "msg") })
})

func fail(message, option string) { py.Raise(py.NewException(errorClass, message, option)) }

// Module is the module getopt.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("getopt", "Parser for command line options.")
	m.Func("getopt(args, shortopts, longopts=)", func(args, short, long any) any {
		p := newParser(args, short, long)
		for len(p.args) > 0 && strings.HasPrefix(p.args[0], "-") && p.args[0] != "-" {
			if !p.option() {
				break
			}
		}
		return p.result()
	}, py.Tuple{})
	m.Func("gnu_getopt(args, shortopts, longopts=)", gnuGetopt, py.Tuple{})
	m.Set("GetoptError", errorClass).Set("error", errorClass)
	return m
})

// gnuGetopt is gnu_getopt: options may stand after arguments.
func gnuGetopt(args, short, long any) any {
	p := newParser(args, short, long)
	_, inOrder := os.LookupEnv("POSIXLY_CORRECT")
	if strings.HasPrefix(p.short, "+") {
		p.short, inOrder = p.short[1:], true
	}
	var rest []string
	for len(p.args) > 0 {
		switch first := p.args[0]; {
		case first == "--":
			p.args = append(rest, p.args[1:]...)
			return p.result()
		case strings.HasPrefix(first, "-") && first != "-":
			p.option()
		case inOrder:
			p.args = append(rest, p.args...)
			return p.result()
		default:
			rest, p.args = append(rest, first), p.args[1:]
		}
	}
	p.args = rest
	return p.result()
}

// parser is a command line being read.
type parser struct {
	args  []string
	short string
	long  []string
	found *py.List[any]
}

func newParser(args, short, long any) *parser {
	p := &parser{short: py.Str(short), found: py.ListOf[any]()}
	for arg := range py.Iter(args) {
		p.args = append(p.args, py.Str(arg))
	}
	if one, ok := py.Payload(long).(string); ok {
		p.long = []string{one}
		return p
	}
	for name := range py.Iter(long) {
		p.long = append(p.long, py.Str(name))
	}
	return p
}

func (p *parser) result() any {
	rest := py.ListOf[any]()
	for _, arg := range p.args {
		rest.Append(arg)
	}
	return py.Tuple{p.found, rest}
}

// option reads the options of the first argument; false for --, which ends them.
func (p *parser) option() bool {
	arg := p.args[0]
	p.args = p.args[1:]
	switch {
	case arg == "--":
		return false
	case strings.HasPrefix(arg, "--"):
		p.longOption(arg[2:])
	default:
		p.shortOptions([]rune(arg[1:]))
	}
	return true
}

func (p *parser) add(option, value string) { p.found.Append(py.Tuple{option, value}) }

func (p *parser) longOption(text string) {
	name, value, hasValue := strings.Cut(text, "=")
	takes, name := p.longNamed(name)
	switch {
	case takes && !hasValue:
		if len(p.args) == 0 {
			fail("option --"+name+" requires argument", name)
		}
		value, p.args = p.args[0], p.args[1:]
	case !takes && hasValue:
		fail("option --"+name+" must not have an argument", name)
	}
	p.add("--"+name, value)
}

// longNamed finds the option that a name or the beginning of one means, and whether
// it takes an argument.
func (p *parser) longNamed(name string) (takes bool, full string) {
	var possible []string
	for _, o := range p.long {
		if strings.HasPrefix(o, name) {
			possible = append(possible, o)
		}
	}
	switch {
	case len(possible) == 0:
		fail("option --"+name+" not recognized", name)
	case slices.Contains(possible, name):
		return false, name
	case slices.Contains(possible, name+"="):
		return true, name
	case len(possible) > 1:
		fail("option --"+name+" not a unique prefix", name)
	}
	full, takes = strings.CutSuffix(possible[0], "=")
	return takes, full
}

func (p *parser) shortOptions(options []rune) {
	for len(options) > 0 {
		name := string(options[0])
		options = options[1:]
		value := ""
		if p.shortTakes(name) {
			if len(options) == 0 {
				if len(p.args) == 0 {
					fail("option -"+name+" requires argument", name)
				}
				options, p.args = []rune(p.args[0]), p.args[1:]
			}
			value, options = string(options), nil
		}
		p.add("-"+name, value)
	}
}

// shortTakes reports whether a short option takes an argument.
func (p *parser) shortTakes(name string) bool {
	i := strings.Index(p.short, name)
	if i < 0 || name == ":" {
		fail("option -"+name+" not recognized", name)
	}
	return strings.HasPrefix(p.short[i+len(name):], ":")
}
