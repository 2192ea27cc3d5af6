package mock

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
)

// state is what a mock knows. Mocks have it as an attribute.
type state struct {
	self            any
	name            any // of what it stands for; nil if it has none
	newName         any // how it was reached from newParent: a name, "()" or ""
	parent          *state
	newParent       *state
	specClass       any
	spec            map[string]bool // the attributes that it can have; nil for any
	specSet         bool            // none but these can be set either
	asyncs          map[string]bool // those of the spec that are async functions
	signature       any             // what a call is compared by; nil for the arguments as they are
	checked         bool            // calls that do not fit the signature fail
	auto            any             // what the spec was made from, where children have specs too
	wraps           any
	unsafe          bool
	sealed          bool
	children        map[string]any
	result          any // return_value, or unset
	effect          any // side_effect
	calls           record
	awaits          record
	mockCalls       any
	methodCalls     any
	settingUp       bool
	ofAsyncFunction bool
}

// record counts calls, or awaits.
type record struct {
	called bool
	count  any
	last   any // the arguments of the last one
	all    any // of all
}

func newRecord() record { return record{count: 0, all: newCallList()} }

// deleted stands for a child that del has removed.
type deleted struct{}

const stateName = "_mock_state"

// stateClass is the class of states, of which programs see nothing.
var stateClass = py.NewNativeClass("unittest.mock", "_State", nil, nil)

// PyClass makes a state a value.
func (s *state) PyClass() *py.Class { return stateClass }

func isMock(v any) bool {
	return py.IsInstance(py.TypeOf(v), py.TypeClass) && py.IsSubclass(py.TypeOf(v), nonCallableClass)
}

func stateOf(mock any) *state { return py.As[*state](py.GetAttr(mock, stateName)) }

func (s *state) is(class *py.Class) bool { return py.IsSubclass(py.TypeOf(s.self), class) }

// defineMock defines what all mocks have.
func defineMock(b *define.Body) {
	b.Method("__new__(cls, /, *args, **kw)", func(cls, args, kw any) any {
		class := cls.(*py.Class)
		bases := []any{class}
		if spec := specOf(args.(py.Tuple), kw); spec != nil && !py.IsSubclass(class, asyncClass) && isAsync(spec) {
			bases = []any{asyncClass}
		}
		own := py.NewClass(py.Str(py.GetAttr(class, "__name__")), bases, nil, func(*py.Namespace) {})
		return py.Call(py.GetAttr(py.ObjectClass, "__new__"), own)
	})
	b.Method("__init__(self, spec=None, side_effect=None, return_value=, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None, unsafe=False, **kwargs)",
		func(args []any) any {
			s := &state{
				self: args[0], wraps: args[4], name: args[5], newName: args[9], unsafe: py.Truth(args[11]), children: map[string]any{},
				result: args[3], calls: newRecord(), awaits: newRecord(), mockCalls: newCallList(), methodCalls: newCallList(),
			}
			py.CallMethod(py.ObjectClass, "__setattr__", s.self, stateName, s)
			if args[7] != nil {
				s.parent = stateOf(args[7])
				s.newParent = s.parent
			}
			if args[10] != nil {
				s.newParent = stateOf(args[10])
			}
			spec := args[1]
			if args[6] != nil {
				spec, s.specSet = args[6], true
			}
			s.addSpec(spec)
			s.setEffect(args[2])
			if s.result != unset {
				s.adopt(s.result, nil, "()")
			}
			s.configure(py.KwFrom(args[12]))
			return nil
		}, unset)
	b.Method("__getattr__(self, name)", func(self any, name string) any { return stateOf(self).child(name) })
	b.Method("__setattr__(self, name, value)", func(self any, name string, value any) any {
		stateOf(self).set(name, value)
		return nil
	})
	b.Method("__delattr__(self, name)", func(self any, name string) any {
		stateOf(self).remove(name)
		return nil
	})
	b.Method("__repr__(self)", func(self any) any { return stateOf(self).text() })
	b.Method("__dir__(self)", func(self any) any {
		s := stateOf(self)
		names := map[string]bool{}
		for name := range py.Iter(py.CallMethod(py.ObjectClass, "__dir__", self)) {
			names[py.Str(name)] = s.spec == nil || s.spec[py.Str(name)]
		}
		for name := range s.spec {
			names[name] = true
		}
		for name, c := range s.children {
			names[name] = c != any(deleted{})
		}
		list := py.ListOf[any]()
		for name, has := range names {
			if has && name != stateName {
				list.Append(name)
			}
		}
		return py.Sorted(list, nil, false)
	})
	b.Variable("__class__", func(self any) any {
		if s := stateOf(self); s.specClass != nil {
			return s.specClass
		}
		return py.TypeOf(self)
	}, func(self, class any) any {
		stateOf(self).specClass = class
		return nil
	})
	defineRecords(b)
	defineAssertions(b)
	b.Method("attach_mock(self, mock, attribute)", func(self, mock any, attribute string) any {
		child := stateOf(mock)
		child.parent, child.newParent, child.name, child.newName = nil, nil, "", nil
		py.SetAttr(self, attribute, mock)
		return nil
	})
	b.Method("configure_mock(self, /, **kwargs)", func(self, kw any) any {
		stateOf(self).configure(py.KwFrom(kw))
		return nil
	})
	b.Method("mock_add_spec(self, spec, spec_set=False)", func(self, spec, set any) any {
		s := stateOf(self)
		s.specSet = py.Truth(set)
		s.addSpec(spec)
		return nil
	})
	b.Method("reset_mock(self, visited=None, *, return_value=False, side_effect=False)", func(self, _, result, effect any) any {
		stateOf(self).reset(map[*state]bool{}, py.Truth(result), py.Truth(effect))
		return nil
	})
}

// specOf is the spec among the arguments with which a mock is made.
func specOf(args py.Tuple, kw any) any {
	var spec any
	if len(args) > 0 {
		spec = args[0]
	}
	for _, k := range py.KwFrom(kw) {
		if (k.Name == "spec" || k.Name == "spec_set") && k.Value != nil {
			spec = k.Value
		}
	}
	return spec
}

// isAsync reports whether a value is an async function, or a mock of one.
func isAsync(v any) bool {
	if isMock(v) {
		return stateOf(v).is(asyncClass)
	}
	return inspect.IsCoroutineFunction(v)
}

// addSpec makes an object, or a list of names, what the mock is like.
func (s *state) addSpec(spec any) {
	s.specClass, s.spec, s.asyncs, s.signature = nil, nil, map[string]bool{}, nil
	if spec == nil {
		return
	}
	if isMock(spec) {
		py.Raise(py.NewException(invalidSpec, "Cannot spec a Mock object. [object="+py.Repr(spec)+"]"))
	}
	s.spec = map[string]bool{}
	if py.IsInstance(spec, py.Tuple{py.ListClass, py.TupleClass}) {
		for name := range py.Iter(spec) {
			s.spec[py.Str(name)] = true
		}
		return
	}
	s.specClass = spec
	if _, isClass := spec.(*py.Class); !isClass {
		s.specClass = py.TypeOf(spec)
	}
	for name := range py.Iter(py.Call(py.Builtin("dir"), spec)) {
		s.spec[py.Str(name)] = true
		if inspect.IsCoroutineFunction(py.GetAttrOr(spec, py.Str(name), nil)) {
			s.asyncs[py.Str(name)] = true
		}
	}
	for name := range py.Iter(py.GetAttrOr(spec, "__annotations__", py.Tuple{})) {
		s.spec[py.Str(name)] = s.spec[py.Str(name)] || py.HasAttr(spec, "__dataclass_fields__")
	}
	s.signature = signatureOf(spec)
}

// signatureOf is the signature of a callable, nil if it has none that is known.
func signatureOf(callable any) any {
	if !py.Callable(callable) {
		return nil
	}
	var sig any
	if err := py.Try(func() error { sig = inspect.SignatureOf(callable); return nil }); err != nil {
		return nil
	}
	return sig
}

// misspelled are the beginnings of names that look like assertions.
var misspelled = []string{"assert", "assret", "asert", "aseert", "assrt"}

// child is the attribute of a mock that has none of the name: a mock again.
func (s *state) child(name string) any {
	switch {
	case s.spec != nil && (!s.spec[name] || magics[name] != 0):
		panic(exc.AttributeError("Mock object has no attribute %s", py.Repr(name)))
	case s.spec == nil && isMagicName(name):
		panic(exc.AttributeError("%s", name))
	case !s.unsafe && !s.spec[name] &&
		(slices.ContainsFunc(misspelled, func(start string) bool { return strings.HasPrefix(name, start) }) || assertions["assert_"+name]):
		panic(exc.AttributeError("%s is not a valid assertion. Use a spec for the mock if %[1]s is meant to be an attribute.", py.Repr(name)))
	}
	c, ok := s.children[name]
	switch {
	case ok && c == any(deleted{}):
		panic(exc.AttributeError("%s", name))
	case ok:
		return c
	}
	kw := py.Kwargs{{Name: "parent", Value: s.self}, {Name: "name", Value: name}, {Name: "_new_name", Value: name}, {Name: "_new_parent", Value: s.self}}
	if s.wraps != nil {
		kw = append(kw, py.Kw{Name: "wraps", Value: py.GetAttr(s.wraps, name)})
	}
	if s.auto != nil {
		c = autospecChild(s, name)
	} else {
		c = s.newChild(name, "."+name, kw)
	}
	s.children[name] = c
	return c
}

// newChild makes a mock that is reached from this one.
func (s *state) newChild(name, way string, kw py.Kwargs) any {
	if s.sealed {
		panic(exc.AttributeError("%s%s", s.fullName(), way))
	}
	class := py.TypeOf(s.self)
	kind := magics[name]
	var made *py.Class
	switch {
	case s.asyncs[name]:
		made = asyncClass
	case py.IsSubclass(class, magicClass) && kind == asyncMagic:
		made = asyncClass
	case py.IsSubclass(class, asyncClass):
		made = asyncClass
		if kind == syncMagic || s.spec[name] {
			made = magicClass
		}
	case py.IsSubclass(class, nonCallableMagicClass):
		made = magicClass
	case !py.IsSubclass(class, callableClass):
		made = mockClass
	default:
		made = py.GetItem(py.GetAttr(class, "__mro__"), 1).(*py.Class)
	}
	return py.CallKw(made, nil, kw)
}

// plainNames are the attributes of which the mock itself keeps account.
var plainNames = map[string]bool{"return_value": true, "side_effect": true}

func (s *state) set(name string, value any) {
	switch {
	case plainNames[name]:
	case s.specSet && s.spec != nil && !s.spec[name] && !recordNames[name]:
		panic(exc.AttributeError("Mock object has no attribute '%s'", name))
	case magics[name] != 0:
		if s.spec != nil && !s.spec[name] {
			panic(exc.AttributeError("Mock object has no attribute '%s'", name))
		}
		s.setMagic(name, value)
		return
	case name == "__class__":
		s.specClass = value
		return
	default:
		if s.sealed && s.children[name] == nil && !recordNames[name] && !isMock(value) && !py.HasAttr(py.TypeOf(s.self), name) {
			panic(exc.AttributeError("Cannot set %s.%s", s.fullName(), name))
		}
		if s.adopt(value, name, name) {
			s.children[name] = value
		}
	}
	py.CallMethod(py.ObjectClass, "__setattr__", s.self, name, value)
}

func (s *state) remove(name string) {
	c, had := s.children[name]
	own := py.Truth(py.CallMethod(py.GetAttr(s.self, "__dict__"), "__contains__", name))
	switch {
	case own:
		py.CallMethod(py.ObjectClass, "__delattr__", s.self, name)
	case had && c == any(deleted{}):
		panic(exc.AttributeError("%s", name))
	}
	s.children[name] = deleted{}
}

// adopt makes a mock that has no name and parent one that is reached from this one.
func (s *state) adopt(value, name, newName any) bool {
	if !isMock(value) {
		return false
	}
	v := stateOf(value)
	if py.Truth(v.name) || py.Truth(v.newName) || v.parent != nil || v.newParent != nil {
		return false
	}
	for p := s; p != nil; p = p.newParent {
		if p == v {
			return false
		}
	}
	v.newParent, v.newName = s, newName
	if name != nil {
		v.parent, v.name = s, name
	}
	return true
}

func (s *state) configure(kw py.Kwargs) {
	kw = slices.Clone(kw)
	slices.SortStableFunc(kw, func(a, b py.Kw) int { return strings.Count(a.Name, ".") - strings.Count(b.Name, ".") })
	for _, k := range kw {
		parts := strings.Split(k.Name, ".")
		at := s.self
		for _, part := range parts[:len(parts)-1] {
			at = py.GetAttr(at, part)
		}
		py.SetAttr(at, parts[len(parts)-1], k.Value)
	}
}

func (s *state) reset(visited map[*state]bool, result, effect bool) {
	if visited[s] {
		return
	}
	visited[s] = true
	s.calls, s.awaits, s.mockCalls, s.methodCalls = newRecord(), newRecord(), newCallList(), newCallList()
	if name, _ := s.name.(string); result && !isMagicName(name) {
		s.result = unset
	}
	if effect {
		s.effect = nil
	}
	for _, c := range s.children {
		if isMock(c) {
			stateOf(c).reset(visited, result, effect)
		}
	}
	if isMock(s.result) {
		stateOf(s.result).reset(visited, false, false)
	}
}

// seal ends the making of children.
func (s *state) seal() {
	s.sealed = true
	for _, c := range s.children {
		if isMock(c) && stateOf(c).newParent == s {
			stateOf(c).seal()
		}
	}
	if isMock(s.result) && stateOf(s.result).newParent == s {
		stateOf(s.result).seal()
	}
}

// fullName is how the mock is reached from the first one.
func (s *state) fullName() string {
	names := []string{asText(s.newName)}
	dot := "."
	if names[0] == "()" {
		dot = ""
	}
	last := s
	for p := s.newParent; p != nil; p = p.newParent {
		last = p
		names = append(names, asText(p.newName)+dot)
		dot = "."
		if asText(p.newName) == "()" {
			dot = ""
		}
	}
	slices.Reverse(names)
	first := last.shownName()
	if len(names) > 1 && names[1] != "()" && names[1] != "()." {
		first += "."
	}
	names[0] = first
	return strings.Join(names, "")
}

func asText(name any) string {
	text, _ := name.(string)
	return text
}

// shownName is the name that messages give.
func (s *state) shownName() string {
	if py.Truth(s.name) {
		return py.Str(s.name)
	}
	return "mock"
}

func (s *state) text() string {
	out := "<" + py.Str(py.GetAttr(py.TypeOf(s.self), "__name__"))
	if name := s.fullName(); name != "mock" && name != "mock." {
		out += " name=" + py.Repr(name)
	}
	if s.specClass != nil {
		word := " spec"
		if s.specSet {
			word = " spec_set"
		}
		out += word + "=" + py.Repr(py.GetAttr(s.specClass, "__name__"))
	}
	return out + " id='" + py.Str(py.ID(s.self)) + "'>"
}
