package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// cell is what is known so far of a variable, parameter, result, field or
// element. It stands as the element type in the types of containers, so that
// two containers that may be the same object share it. Its type only grows.
type cell struct {
	typ    types.Type
	parent *cell
	// annotated is the declared type: of elements that nothing flows into, and
	// of what comes from untyped code.
	annotated types.Type

	solver  *solver // nil of a cell that never changes
	readers readers
}

func (s *solver) newCell() *cell { return &cell{typ: types.Never, solver: s} }

func (c *cell) String() string { return c.find().typ.String() }

func (c *cell) find() *cell {
	for c.parent != nil {
		if c.parent.parent != nil {
			c.parent = c.parent.parent
		}
		c = c.parent
	}
	return c
}

// read is the type so far, for the unit that is being interpreted.
func (c *cell) read() types.Type {
	c = c.find()
	if c.solver != nil {
		c.solver.readBy(&c.readers)
	}
	return c.typ
}

// Known is the type so far, with ints as the library table knows them.
func (c *cell) Known() types.Type { return unranged(c) }

// integer is an int of at most bits bits and a sign. More than 63 do not fit Go's int.
type integer struct {
	bits   int
	nonneg bool // it has no sign
}

func (integer) String() string { return "int" }

const wide = 64

// known returns t without the cells around it.
func known(t types.Type) types.Type {
	if c, ok := t.(*cell); ok {
		return c.read()
	}
	return t
}

// solver joins types into cells and notes whether anything changed.
type solver struct {
	changed bool
	current *unit                           // what is being interpreted
	version int                             // grows with everything that is found out
	derived bool                            // the program has classes derived from str or bytes
	bases   map[string]bool                 // the last names of what the program's classes derive from
	stores  map[string]bool                 // the names of the attributes that the program sets
	sums    bool                            // sums that still grow are bounded by how often they can be added to
	widen   bool                            // ints that still grow are made wide, so that growth ends
	escaped map[*ast.ClassDef]bool          // static classes whose instances untyped code has
	exposed map[*ast.ClassDef]bool          // static classes at whose instances the runtime looks
	enums   map[*ast.ClassDef]bool          // the static classes that are enumerations
	mixed   map[*ast.ClassDef]bool          // those among them whose members are strings or ints as well
	parents map[*ast.ClassDef]*ast.ClassDef // the static classes that static classes derive from
	opening map[*cell]bool                  // cells that are being opened
	// refuted are the functions that contextlib makes context managers of
	// although only with statements enter these, and the factories that are values
	// although it is known what they make.
	refuted map[ast.Node]bool
	// identities is Never as long as nothing can tell which tuples are the same object.
	identities *cell
}

// grown notes that more is known than before.
func (s *solver) grown() {
	s.changed = true
	s.version++
}

// join adds a type to what a cell can hold.
func (s *solver) join(c *cell, t types.Type) {
	c = c.find()
	t = known(t)
	if _, isKind := t.(types.Kind); !isKind {
		c.read() // what is shared with the cell is shared with what else it gets
	}
	if t == types.Any && c.annotated != nil {
		t = s.checkable(c.annotated)
	}
	if occurs(c, t) {
		// A container that holds itself has no finite type.
		s.escape(t)
		t = types.Any
	}
	joined := s.lub(c.find().typ, t)
	c = c.find()
	if nesting(joined) > maxNesting || occurs(c, joined) {
		s.escape(joined)
		joined = types.Any
	}
	if !same(joined, c.typ) {
		if i, ok := joined.(integer); ok && s.widen && c.typ != types.Never {
			i.bits = wide
			joined = i
		}
		c.typ = joined
		c.readers.wake()
		s.grown()
	}
}

// maxNesting bounds tuples in tuples, as in node = (value, node), which have no
// finite type.
const maxNesting = 6

// nesting is how deep the parts of a type are nested outside of cells.
func nesting(t types.Type) int {
	switch t := t.(type) {
	case *types.Tuple:
		deepest := 0
		for _, e := range t.Elems {
			deepest = max(deepest, nesting(e))
		}
		return deepest + 1
	case *types.Optional:
		return nesting(t.Elem) + 1
	case *types.Iterator:
		return nesting(t.Elem) + 1
	case *types.Sequence:
		return nesting(t.Elem) + 1
	}
	return 0
}

// occurs reports whether a cell is among the element cells of a type.
func occurs(c *cell, t types.Type) bool {
	switch t := t.(type) {
	case *cell:
		return t.find() == c || occurs(c, t.find().typ)
	case *types.List:
		return occurs(c, t.Elem)
	case *types.Set:
		return occurs(c, t.Elem)
	case *types.Dict:
		return occurs(c, t.Key) || occurs(c, t.Value)
	case *types.Optional:
		return occurs(c, t.Elem)
	case *types.Tuple:
		for _, e := range t.Elems {
			if occurs(c, e) {
				return true
			}
		}
	case *types.Library:
		for _, a := range t.Args {
			if occurs(c, a) {
				return true
			}
		}
	case *types.Coroutine:
		return occurs(c, t.Result)
	}
	return false
}

func same(a, b types.Type) bool {
	switch a := a.(type) {
	case integer:
		b, ok := b.(integer)
		return ok && a == b
	case *types.List:
		b, ok := b.(*types.List)
		return ok && sameCell(a.Elem, b.Elem)
	case *types.Set:
		b, ok := b.(*types.Set)
		return ok && a.Frozen == b.Frozen && sameCell(a.Elem, b.Elem)
	case *types.Dict:
		b, ok := b.(*types.Dict)
		return ok && sameCell(a.Key, b.Key) && sameCell(a.Value, b.Value) && sameFactory(a.Factory, b.Factory)
	case *types.Tuple:
		b, ok := b.(*types.Tuple)
		if !ok || len(a.Elems) != len(b.Elems) || a.Unboxed != b.Unboxed {
			return false
		}
		for i := range a.Elems {
			if !same(a.Elems[i], b.Elems[i]) {
				return false
			}
		}
		return true
	case *types.Optional:
		b, ok := b.(*types.Optional)
		return ok && same(a.Elem, b.Elem)
	case *types.Iterator:
		b, ok := b.(*types.Iterator)
		return ok && a.Async == b.Async && same(known(a.Elem), known(b.Elem))
	case *types.Sequence:
		b, ok := b.(*types.Sequence)
		return ok && same(known(a.Elem), known(b.Elem))
	case *types.Library:
		b, ok := b.(*types.Library)
		if !ok || a.Name != b.Name || len(a.Args) != len(b.Args) {
			return false
		}
		for i := range a.Args {
			if !sameCell(a.Args[i], b.Args[i]) {
				return false
			}
		}
		return true
	case *types.Coroutine:
		b, ok := b.(*types.Coroutine)
		return ok && sameCell(a.Result, b.Result)
	}
	return types.Equal(a, b)
}

func sameCell(a, b types.Type) bool {
	ca, ok := a.(*cell)
	cb, isCell := b.(*cell)
	if ok && isCell {
		ca.read()
		cb.read()
		return ca.find() == cb.find()
	}
	return a == b
}

// unify makes two element cells one.
func (s *solver) unify(a, b types.Type) {
	ca, ok := a.(*cell)
	cb, isCell := b.(*cell)
	if !ok || !isCell {
		return
	}
	ca, cb = ca.find(), cb.find()
	if ca == cb {
		return
	}
	s.grown()
	cb.parent = ca
	ca.readers.wake()
	cb.readers.wake()
	if ca.annotated == nil {
		ca.annotated = cb.annotated
	}
	if held := ca.typ; occurs(ca, held) {
		ca.typ = types.Any
		s.escape(held)
	}
	s.join(ca, cb.typ)
}

// escape is told that a value is handled by untyped code: what that code can
// put into a container it may put there.
func (s *solver) escape(t types.Type) {
	switch t := known(t).(type) {
	case *types.List:
		s.open(t.Elem)
	case *types.Set:
		s.open(t.Elem)
	case *types.Dict:
		s.refuteDefault(t)
		s.open(t.Key)
		s.open(t.Value)
	case *types.Tuple:
		for _, e := range t.Elems {
			s.escape(e)
		}
	case *types.Optional:
		s.escape(t.Elem)
	case *types.Instance:
		if !s.escaped[t.Class] {
			s.escaped[t.Class] = true
			s.grown()
		}
	case *types.Iterator:
		s.escape(t.Elem)
	case *types.Sequence:
		s.escape(t.Elem)
	case *types.Library:
		for _, a := range t.Args {
			if t.Name == "asyncio.Task" { // whose result nobody sets from outside
				s.escape(a)
			} else {
				s.open(a)
			}
		}
	case *types.Coroutine:
		s.escape(t.Result)
	}
}

// open lets a cell hold anything. What it holds already may, in turn, hold the
// cell.
func (s *solver) open(elem types.Type) {
	c, ok := elem.(*cell)
	if !ok {
		return
	}
	if c = c.find(); c.typ != types.Any && !s.opening[c] {
		s.opening[c] = true
		s.join(c, types.Any)
		delete(s.opening, c)
	}
}
