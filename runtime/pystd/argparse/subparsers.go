package argparse

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// subparsers are the parsers of the commands that add_subparsers allows.
type subparsers struct {
	owner   *action
	prog    string
	class   any
	names   *py.Dict[any, any]
	entries []*action
}

// add is add_parser: it makes the parser of a command.
func (s *subparsers) add(name string, kwargs *py.Dict[any, any]) any {
	kw := kwargs.Copy()
	if kw.GetOr("prog", nil) == nil {
		kw.Set("prog", s.prog+" "+name)
	}
	aliases := py.TupleFrom(py.Iter(kw.PopOr("aliases", py.Tuple{})))
	for _, n := range append(py.Tuple{name}, aliases...) {
		if s.names.Has(n) {
			panic(py.NewValueError("conflicting subparser: " + py.Str(n)))
		}
	}
	kw.PopOr("deprecated", nil)
	if help, ok := kw.Lookup("help"); ok {
		kw.Delete("help")
		shown := name
		if len(aliases) > 0 {
			shown += " (" + joinStr(aliases, ", ") + ")"
		}
		s.entries = append(s.entries, &action{kind: "choice", dest: name, metavar: shown, help: help})
	}
	p := py.CallKw(s.class, nil, py.KwFrom(kw))
	s.names.Set(name, p)
	for _, alias := range aliases {
		s.names.Set(alias, p)
	}
	return p
}

// parse runs the parser of the command that the first value names.
func (s *subparsers) parse(a *action, namespace, values any) {
	name := py.GetItem(values, 0)
	if !isSuppress(a.dest) {
		py.SetAttr(namespace, py.Str(a.dest), name)
	}
	p, ok := s.names.Lookup(name)
	if !ok {
		panic(argumentError(a, "unknown parser "+py.Repr(name)+" (choices: "+joinStr(s.names, ", ")+")"))
	}
	rest := py.GetItem(values, py.NewSlice(1, nil, nil))
	result := py.Unpack(py.CallMethod(p, "parse_known_args", rest, nil), 2)
	attributes := py.GetAttr(result[0], "__dict__")
	for key := range py.Iter(py.Call(py.ListClass, attributes)) {
		py.SetAttr(namespace, py.Str(key), py.GetItem(attributes, key))
	}
	if py.Truth(result[1]) {
		extra := py.GetAttrOr(namespace, unrecognized, nil)
		if extra == nil {
			extra = py.ListOf[any]()
			py.SetAttr(namespace, unrecognized, extra)
		}
		py.CallMethod(extra, "extend", result[1])
	}
}

// unrecognized is the attribute by which the parsers of commands hand on the
// arguments that they do not know.
const unrecognized = "_unrecognized_args"
