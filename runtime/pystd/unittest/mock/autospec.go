package mock

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
)

// autospec makes a mock that is like spec all the way down: its attributes are like
// those of spec, and calls must fit its signature.
func autospec(spec any, specSet, instance bool, parent *state, name any, kw py.Kwargs) any {
	if py.IsInstance(spec, py.ListClass) {
		spec = py.TypeOf(spec)
	}
	if isMock(spec) {
		py.Raise(py.NewException(invalidSpec, "Cannot autospec a Mock object. [object="+py.Repr(spec)+"]"))
	}
	class, isClass := spec.(*py.Class)
	word := "spec"
	if specSet {
		word = "spec_set"
	}
	options := py.Kwargs{{Name: word, Value: spec}}
	made := magicClass
	switch {
	case isAsync(spec):
		made = asyncClass
	case isClass && instance:
		if _, ok := class.Lookup("__call__"); !ok {
			made = nonCallableMagicClass
		}
	case !py.Callable(spec):
		made = nonCallableMagicClass
	}
	if parent != nil {
		options = append(options, py.Kw{Name: "parent", Value: parent.self}, py.Kw{Name: "_new_parent", Value: parent.self}, py.Kw{Name: "_new_name", Value: name})
	}
	options = append(options, py.Kw{Name: "name", Value: name})
	mock := py.CallKw(made, nil, append(options, kw...))
	s := stateOf(mock)
	s.auto, s.checked = spec, true
	switch {
	case isClass && instance:
		s.signature = nil
		if call, ok := class.Lookup("__call__"); ok {
			s.signature = withoutFirst(call)
		}
	case isClass && s.result == unset:
		s.result = autospec(spec, specSet, true, nil, nil, nil)
		s.adopt(s.result, nil, "()")
	}
	return mock
}

// autospecChild is an attribute of a mock that autospec made.
func autospecChild(s *state, name string) any {
	original := py.GetAttr(s.auto, name)
	child := autospec(original, s.specSet, false, s, name, nil)
	if class, isClass := s.auto.(*py.Class); isClass {
		static, _ := class.Lookup(name)
		if f, ok := static.(*py.Function); ok {
			stateOf(child).signature = withoutFirst(f)
		}
	}
	return child
}

// withoutFirst is the signature of a method without self.
func withoutFirst(f any) any {
	var sig any
	if err := py.Try(func() error { sig = inspect.SignatureOf(py.NewMethod(f, nil)); return nil }); err != nil {
		return nil
	}
	return sig
}
