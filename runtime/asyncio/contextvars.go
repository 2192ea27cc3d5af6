package asyncio

import (
	"cmp"
	"maps"
	"slices"
	"sync/atomic"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Vars is contextvars.Context: the values of context variables. Every task
// runs in a copy of the context that created it.
type Vars struct {
	values map[*ContextVar]any
	// shared says that a copy uses the map too, so it must not be changed.
	shared  bool
	entered bool
}

// ContextVar is contextvars.ContextVar.
type ContextVar struct {
	name       string
	number     uint64
	hasDefault bool
	fallback   any
}

var variableNumber atomic.Uint64

// Token is what ContextVar.Set returns: it restores the value that the variable
// had before.
type Token struct {
	variable *ContextVar
	context  *Vars
	old      any
	hadValue bool
	used     bool
}

// NewVars returns an empty context.
func NewVars() *Vars { return &Vars{} }

// NewContextVar makes a context variable without a default.
func NewContextVar(name string) *ContextVar {
	return &ContextVar{name: name, number: variableNumber.Add(1)}
}

// NewContextVarWithDefault makes a context variable whose Get returns fallback
// where it is not set.
func NewContextVarWithDefault(name string, fallback any) *ContextVar {
	return &ContextVar{name: name, number: variableNumber.Add(1), hasDefault: true, fallback: fallback}
}

// threadContext is the key of a thread's current context in py.Thread.Data.
type threadContext struct{}

// contextHolder holds the current context of a thread while no loop runs.
type contextHolder struct{ current *Vars }

// currentContext returns where the running thread keeps its current context.
func currentContext() **Vars {
	t := py.CurrentThread()
	if l, ok := t.Loop.(*Loop); ok && l != nil {
		return &l.vars
	}
	if h, ok := t.Data[threadContext{}].(*contextHolder); ok {
		return &h.current
	}
	h := &contextHolder{current: &Vars{entered: true}}
	if t.Data == nil {
		t.Data = map[any]any{}
	}
	t.Data[threadContext{}] = h
	return &h.current
}

// CurrentVars returns the current context of the running thread.
func CurrentVars() *Vars {
	c := currentContext()
	if *c == nil {
		*c = &Vars{entered: true}
	}
	return *c
}

// CopyContext is contextvars.copy_context().
func CopyContext() *Vars { return CurrentVars().Copy() }

// Copy returns a shallow copy of the context.
func (c *Vars) Copy() *Vars {
	if c.values == nil {
		return &Vars{}
	}
	c.shared = true
	return &Vars{values: c.values, shared: true}
}

// Run calls f with the context as the current one. It raises RuntimeError when
// the context is entered already.
func (c *Vars) Run(f func() error) error {
	if c.entered {
		return py.NewRuntimeError("cannot enter context: " + py.Repr(c) + " is already entered")
	}
	place := currentContext()
	previous := *place
	c.entered = true
	*place = c
	defer func() {
		c.entered = false
		*currentContext() = previous
	}()
	return f()
}

// Lookup returns the value of a variable in the context.
func (c *Vars) Lookup(v *ContextVar) (any, bool) {
	value, ok := c.values[v]
	return value, ok
}

// equal reports whether two contexts give the same variables equal values.
func (c *Vars) equal(other *Vars) bool {
	if c == other {
		return true
	}
	if len(c.values) != len(other.values) {
		return false
	}
	for _, k := range c.order() {
		theirs, ok := other.values[k]
		if mine := c.values[k]; !ok || !py.Is(mine, theirs) && !py.Equal(mine, theirs) {
			return false
		}
	}
	return true
}

// Len is the number of variables that have a value in the context.
func (c *Vars) Len() int { return len(c.values) }

func (c *Vars) own() {
	if c.values == nil {
		c.values = map[*ContextVar]any{}
	} else if c.shared {
		c.values = maps.Clone(c.values)
	}
	c.shared = false
}

// Name is the variable's name.
func (v *ContextVar) Name() string { return v.name }

// Lookup returns the variable's value in the current context, or its default.
func (v *ContextVar) Lookup() (any, bool) {
	if value, ok := CurrentVars().values[v]; ok {
		return value, true
	}
	return v.fallback, v.hasDefault
}

// Get is ContextVar.get(). It raises LookupError when the variable has no value
// in the current context and no default.
func (v *ContextVar) Get() any {
	value, ok := v.Lookup()
	if !ok {
		py.Raise(py.NewLookupError(v))
	}
	return value
}

// Set is ContextVar.set(value).
func (v *ContextVar) Set(value any) *Token {
	c := CurrentVars()
	old, had := c.values[v]
	c.own()
	c.values[v] = value
	return &Token{variable: v, context: c, old: old, hadValue: had}
}

// Reset is ContextVar.reset(token). It raises RuntimeError for a token that was
// used once, and ValueError for one of another variable or context.
func (v *ContextVar) Reset(t *Token) {
	switch {
	case t.used:
		py.Raise(py.NewRuntimeError(py.Repr(t) + " has already been used once"))
	case t.variable != v:
		py.Raise(py.NewValueError(py.Repr(t) + " was created by a different ContextVar"))
	case t.context != CurrentVars():
		py.Raise(py.NewValueError(py.Repr(t) + " was created in a different Context"))
	}
	t.used = true
	t.context.own()
	if t.hadValue {
		t.context.values[v] = t.old
	} else {
		delete(t.context.values, v)
	}
}

// Variable is Token.var.
func (t *Token) Variable() *ContextVar { return t.variable }

// OldValue is Token.old_value; false stands for Token.MISSING.
func (t *Token) OldValue() (any, bool) { return t.old, t.hadValue }

// order lists the variables that have a value, in the order of their creation.
func (c *Vars) order() []*ContextVar {
	return slices.SortedFunc(maps.Keys(c.values), func(a, b *ContextVar) int {
		return cmp.Compare(a.number, b.number)
	})
}

func (c *Vars) keys() []any {
	keys := []any{}
	for _, v := range c.order() {
		keys = append(keys, v)
	}
	return keys
}
