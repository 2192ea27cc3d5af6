package api

import (
	"reflect"
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// Match is an entry that fits the arguments of a call.
type Match struct {
	Entry  *Entry
	Result types.Type
	// Args tells, for each parameter, which arguments it takes: indexes into the
	// receiver (0, for methods), positional and keyword arguments in order.
	Args [][]int
	Sig  *Signature
	Vars map[Var]types.Type
	// Same lists, for each type variable, the elements of arguments that it stands for.
	Same map[Var][]types.Type
}

// Argument is an argument of a call as matching sees it.
type Argument struct {
	Name string // of a keyword argument
	Type types.Type
	// Inline says that it is an iterator made where the argument stands, so that
	// nothing else can go through it.
	Inline bool
	Func   *Func // it is a lambda written there, or the name of an async def
	Method *BoundMethod
}

// BoundMethod is a method of a builtin or library object that is an argument.
type BoundMethod struct {
	Name string // in the table: "set.discard"
	Self types.Type
}

// Func is a function that is an argument.
type Func struct {
	Params int
	Result types.Type // as far as it is known
	Async  bool
}

// Find returns the first entry called name, such as "asyncio.sleep" or
// "list.append", that takes arguments of these types without a check at run
// time; nil if there is none.
func Find(name string, args []Argument) *Match {
	for _, e := range entries[name] {
		if m := e.match(args); m != nil {
			return m
		}
	}
	return nil
}

// Knows reports whether the table has entries called name.
func Knows(name string) bool { return len(entries[name]) > 0 }

// MakesByClass reports whether the table has entries called name, such as
// "int.from_bytes", that are called on the class.
func MakesByClass(name string) bool {
	sigs := Signatures(name)
	return len(sigs) > 0 && (len(sigs[0].Params) == 0 || sigs[0].Params[0].Name != "self")
}

// TakesLambda reports whether an entry called name has a parameter for a lambda.
func TakesLambda(name string) bool { return takesCallback(name, false) }

// TakesAsync reports whether an entry called name has a parameter for the name
// of an async def.
func TakesAsync(name string) bool { return takesCallback(name, true) }

// TakesMethod reports whether an entry called name has a parameter for a method of a
// container.
func TakesMethod(name string) bool {
	return slices.ContainsFunc(entries[name], func(e parsed) bool {
		return slices.ContainsFunc(e.sig.Params, func(p Param) bool { _, ok := p.Type.(*Adder); return ok })
	})
}

func takesCallback(name string, async bool) bool {
	for _, e := range entries[name] {
		for _, p := range e.sig.Params {
			if c, ok := p.Type.(*Callback); ok && c.Async == async {
				return true
			}
		}
	}
	return false
}

// Signatures returns the signatures of the entries called name.
func Signatures(name string) []*Signature {
	var out []*Signature
	for _, e := range entries[name] {
		out = append(out, e.sig)
	}
	return out
}

// Cell is a type that stands for another one, as inference has for elements.
type Cell interface{ Known() types.Type }

func known(t types.Type) types.Type {
	if c, ok := t.(Cell); ok {
		return c.Known()
	}
	return t
}

// parsed is an entry with its signature.
type parsed struct {
	*Entry
	sig *Signature
}

// match binds the arguments to parameters first, as most entries that do not fit
// fail there, and only then looks at types.
func (p parsed) match(args []Argument) *Match {
	places, ok := p.sig.bind(args)
	if !ok {
		return nil
	}
	m := &Match{Entry: p.Entry, Sig: p.sig, Args: make([][]int, len(p.sig.Params))}
	for i, a := range args {
		if !m.takes(p.sig.Params[places[i]].Type, a) {
			return nil
		}
		m.Args[places[i]] = append(m.Args[places[i]], i)
	}
	m.Result = m.Resolve(p.sig.Result)
	return m
}

// bind tells which parameter each argument goes to, or reports that they do not
// fit as Python binds them.
func (s *Signature) bind(args []Argument) (places []int, ok bool) {
	places = make([]int, len(args))
	next := 0
	for i, a := range args {
		at := -1
		switch {
		case a.Name != "":
			at = s.keyword(a.Name, places[:i])
		case next < len(s.Params) && !s.Params[next].KeywordOnly:
			at = next
			if !s.Params[next].Variadic {
				next++
			}
		}
		if at < 0 {
			return nil, false
		}
		places[i] = at
	}
	for j, param := range s.Params {
		if !param.Optional && !param.Variadic && !slices.Contains(places, j) {
			return nil, false
		}
	}
	return places, true
}

// keyword finds the parameter of a keyword argument, if no argument before it
// went there.
func (s *Signature) keyword(name string, taken []int) int {
	for j, param := range s.Params {
		if param.Name == name && !param.PositionalOnly && !slices.Contains(taken, j) {
			return j
		}
	}
	return -1
}

// takes reports whether a parameter takes an argument.
func (m *Match) takes(param types.Type, arg Argument) bool {
	switch p := param.(type) {
	case Var:
		return m.bind(p, arg.Type)
	case *Callback:
		return arg.Func != nil && arg.Func.Async == p.Async && arg.Func.Params == len(p.Params) && m.accepts(p.Result, arg.Func.Result)
	case *Adder:
		return arg.Method != nil && arg.Method.adds(m.Resolve(p.Elem))
	case *Iterable:
		if it, ok := known(arg.Type).(*types.Iterator); ok && arg.Inline {
			return m.accepts(p.Elem, it.Elem)
		}
	}
	return m.accepts(param, arg.Type)
}

// adds reports whether the Go method takes a value of exactly that type.
func (b *BoundMethod) adds(elem types.Type) bool {
	if MethodValue(b.Name) == "" {
		return false
	}
	m := Find(b.Name, []Argument{{Type: b.Self}, {Type: elem}})
	return m != nil && m.Result == types.None && agree(m.Vars["T"], elem)
}

// bind binds a type variable, or reports whether it is bound to the same type.
func (m *Match) bind(v Var, t types.Type) bool {
	bound, ok := m.Vars[v]
	if !ok {
		m.set(v, t)
		return true
	}
	return agree(bound, t) || types.Assignable(known(bound), known(t))
}

func (m *Match) set(v Var, t types.Type) {
	if m.Vars == nil {
		m.Vars = map[Var]types.Type{}
	}
	m.Vars[v] = t
}

// accepts reports whether a parameter of type want takes a value of type have.
func (m *Match) accepts(want, have types.Type) bool {
	element := have
	have = known(have)
	if _, isVar := want.(Var); have == types.Never && !isVar {
		return true // nothing is in it yet
	}
	switch w := want.(type) {
	case nil:
		return true
	case Var:
		if m.Same == nil {
			m.Same = map[Var][]types.Type{}
		}
		m.Same[w] = append(m.Same[w], element)
		return m.bind(w, element)
	case types.Kind:
		return w == types.Any || w == types.Function || have == w || w == types.Float && (have == types.Int || have == types.Real)
	case *types.List:
		h, ok := have.(*types.List)
		return ok && m.accepts(w.Elem, h.Elem)
	case *types.Set:
		h, ok := have.(*types.Set)
		return ok && w.Frozen == h.Frozen && m.accepts(w.Elem, h.Elem)
	case *types.Dict:
		h, ok := have.(*types.Dict)
		return ok && m.accepts(w.Key, h.Key) && m.accepts(w.Value, h.Value)
	case *types.Coroutine:
		h, ok := have.(*types.Coroutine)
		return ok && m.accepts(w.Result, h.Result)
	case *types.Library:
		h, ok := have.(*types.Library)
		if !ok || h.Name != w.Name || len(h.Args) != len(w.Args) {
			return false
		}
		for i := range w.Args {
			if !m.accepts(w.Args[i], h.Args[i]) {
				return false
			}
		}
		return true
	case *types.Optional:
		return have == types.None || m.accepts(w.Elem, have)
	case Exactly:
		return have == w.Kind
	case *types.Object:
		h, ok := have.(*types.Object)
		return ok && h.Name == w.Name
	case *types.Tuple:
		return m.acceptsTuple(w, have)
	case *types.Iterator:
		h, ok := have.(*types.Iterator)
		return ok && h.Async == w.Async && m.accepts(w.Elem, h.Elem)
	case *Awaitable:
		switch h := have.(type) {
		case *types.Coroutine:
			return m.accepts(w.Result, h.Result)
		case *types.Library:
			return IsFuture(h.Name) && m.accepts(w.Result, h.Args[0])
		}
	case *Iterable:
		switch h := have.(type) {
		case *types.List:
			return m.accepts(w.Elem, h.Elem)
		case *types.Set:
			return m.accepts(w.Elem, h.Elem)
		case *types.Dict:
			return m.accepts(w.Elem, h.Key)
		case *types.Sequence:
			return m.accepts(w.Elem, h.Elem)
		case *types.Library:
			elem := SequenceElement(h)
			return elem != nil && m.accepts(w.Elem, elem)
		case types.Kind:
			return h == types.Str && m.accepts(w.Elem, types.Str)
		}
	case *Contents:
		return m.contain(w.Elem, have)
	}
	return false
}

// agree reports whether two types are the same, as far as they are known yet.
func agree(a, b types.Type) bool {
	a, b = known(a), known(b)
	if a == types.Never || b == types.Never {
		return true
	}
	x, y := arguments(a), arguments(b)
	if s, ok := a.(*types.Tuple); ok {
		if t, ok := b.(*types.Tuple); ok && s.Unboxed != t.Unboxed {
			return false
		}
	}
	if len(x) == 0 || len(x) != len(y) || reflect.TypeOf(a) != reflect.TypeOf(b) {
		return types.Equal(a, b)
	}
	for i := range x {
		if !agree(x[i], y[i]) {
			return false
		}
	}
	return true
}

// contain reports whether what iterating over a value gives has type want.
func (m *Match) contain(want, have types.Type) bool {
	switch h := have.(type) {
	case *types.Iterator:
		return !h.Async && m.accepts(want, h.Elem)
	case *types.Tuple:
		for _, e := range h.Elems {
			if !m.accepts(want, e) {
				return false
			}
		}
		return len(h.Elems) > 0
	}
	return m.accepts(&Iterable{want}, have)
}

// acceptsTuple takes any tuple where the signature says only "tuple".
func (m *Match) acceptsTuple(want *types.Tuple, have types.Type) bool {
	h, ok := have.(*types.Tuple)
	if len(want.Elems) == 0 {
		_, isSequence := have.(*types.Sequence)
		return ok || isSequence
	}
	if !ok || len(h.Elems) != len(want.Elems) {
		return false
	}
	for i := range want.Elems {
		if !m.accepts(want.Elems[i], h.Elems[i]) {
			return false
		}
	}
	return true
}
