package py

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// A Class is a Python class: builtin, written in Go for a library, registered
// for a struct of a static program, or made by a class statement. As a value it
// is also the target of errors.Is: errors.Is(err, py.KeyError) asks whether err
// is an instance of KeyError.
type Class struct {
	name     string
	qualname string
	module   string
	meta     *Class
	bases    []*Class
	mro      []*Class
	attrs    attrTable
	shape    attrShape // of its instances
	subs     []*Class

	layout layout
	// ownPayload makes the Go value of an instance, for a builtin class that
	// has one; payload finds it for derived classes.
	ownPayload *payloadMaker
	// heap marks classes made by a class statement or type(): their attributes
	// can be set.
	heap bool
	// final classes refuse to be a base.
	final bool
	// errorName is the name that errors show, if it is not __name__.
	errorName string
	// slots are the names of __slots__; hasDict tells whether instances have a
	// __dict__ beside them.
	slots    []string
	hasDict  bool
	abstract []string

	setupOnce sync.Once
	setup     []func(*Definition)
	construct *Function  // of the class of a struct: makes an instance
	made      func() any // of the class of a struct: makes an empty instance
	// structType is that of the struct of such a class, and keyFields are the
	// fields that its instances are compared and hashed by, nil if it is not known
	// that they are by their fields alone.
	structType reflect.Type
	keyFields  []keyField
	order      *fieldOrder // nil if they are not known to be ordered by fields

	table atomic.Pointer[classTable]
	mu    sync.Mutex
}

// layout says which Go type the instances of a class have.
type layout uint8

const (
	layoutObject    layout = iota // *Object
	layoutException               // *Exception or a struct that embeds it
	layoutType                    // *Class: the class is a metaclass
	layoutNative                  // a Go type of the runtime, *Object with Native when derived
	layoutStruct                  // a struct of a static program
)

// payloadMaker makes the Go values of a class that is implemented in Go.
type payloadMaker struct {
	owner *Class
	// create makes the value from the arguments of a call (immutable types).
	create *Function
	// alloc makes an empty value that __init__ fills (mutable types).
	alloc func() any
}

// newBuiltinClass returns a class of the module builtins whose methods are
// added by define.
func newBuiltinClass(name string, bases ...*Class) *Class {
	return newNativeClass("builtins", name, bases)
}

func newNativeClass(module, name string, bases []*Class) *Class {
	c := &Class{name: name, qualname: name, module: module, bases: bases}
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		c.name = name[i+1:]
	}
	c.layout = layoutNative
	for _, b := range bases {
		if b.layout != layoutObject && b.layout != layoutNative {
			c.layout = b.layout
		}
		if b.meta != nil && c.meta == nil {
			c.meta = b.meta
		}
		c.hasDict = c.hasDict || b.hasDict
		b.addSubclass(c)
	}
	mro, ok := linearize(c)
	if !ok {
		panic("py: bases of " + name + " have no consistent order")
	}
	c.mro = mro
	return c
}

// NewNativeClass makes a class that Go code implements. define is called once,
// at the first use of the class, and adds its methods. Errors about instances
// name the module of a class that CPython, too, has in a module of its own for
// what is not written in Python: '_thread.lock'.
func NewNativeClass(module, name string, bases []*Class, define func(d *Definition)) *Class {
	if len(bases) == 0 {
		bases = []*Class{ObjectClass}
	}
	c := newNativeClass(module, name, bases)
	c.define(define)
	if strings.HasPrefix(module, "_") {
		c.NameInErrors(module + "." + name)
	}
	return c
}

// payload finds how to make the Go value that instances hold, nil if they hold
// none.
func (c *Class) payload() *payloadMaker {
	for _, k := range c.mro {
		k.ready()
		if k.ownPayload != nil {
			return k.ownPayload
		}
	}
	return nil
}

// define adds a function that completes the class at its first use.
func (c *Class) define(setup func(d *Definition)) {
	c.setup = append(c.setup, setup)
}

// ready completes a class that Go code implements: it adds the operators of
// builtin types and runs what define has registered.
func (c *Class) ready() {
	if c.heap && c.setup == nil {
		return
	}
	c.setupOnce.Do(func() {
		d := &Definition{class: c}
		if !c.heap {
			addBuiltinOperators(d)
		}
		for _, setup := range c.setup {
			setup(d)
		}
	})
}

// Name is the class's __name__.
func (c *Class) Name() string { return c.name }

// NameInErrors sets the name that errors about instances show instead of
// __name__, and returns the class. CPython shows the module too for classes of
// its library that are written in C: 'datetime.date'.
func (c *Class) NameInErrors(name string) *Class {
	c.errorName = name
	return c
}

// ErrorName is the name that errors about instances show.
func (c *Class) ErrorName() string {
	if c.errorName != "" {
		return c.errorName
	}
	return c.name
}

// Qualname is the class's __qualname__.
func (c *Class) Qualname() string { return c.qualname }

// ModuleName is the class's __module__.
func (c *Class) ModuleName() string { return c.module }

// Bases returns the class's __bases__. The slice must not be changed.
func (c *Class) Bases() []*Class { return c.bases }

// MRO returns the class's method resolution order. The slice must not be
// changed.
func (c *Class) MRO() []*Class { return c.mro }

// Error makes *Class an error, so that errors.Is takes it as a target.
func (c *Class) Error() string { return c.name }

// PyClass is the class's metaclass.
func (c *Class) PyClass() *Class {
	if c.meta != nil {
		return c.meta
	}
	return TypeClass
}

// IsSubclassOf reports whether other is in the class's method resolution
// order. It asks no hooks; IsSubclass does.
func (c *Class) IsSubclassOf(other *Class) bool {
	if c == other {
		return true
	}
	return slices.Contains(c.mro, other)
}

// Own returns what the class itself has under a name, its bases left out.
func (c *Class) Own(name string) (any, bool) {
	c.ready()
	return c.attrs.get(name)
}

// Lookup finds name in the class and its bases, without binding it.
func (c *Class) Lookup(name string) (any, bool) { return c.lookup(name) }

func (c *Class) lookup(name string) (any, bool) {
	v, ok := c.resolved().attrs[name]
	return v, ok
}

// has reports whether the class has name and it is not None, which is how a
// class says that it does not support what a base does.
func (c *Class) has(name string) bool {
	v, ok := c.lookup(name)
	return ok && v != nil
}

// classTable is everything a class and its bases define, with the hooks that
// attribute access asks for each time; a hook is nil while it is object's own.
type classTable struct {
	attrs        map[string]any
	getattribute any
	getattr      any
	setattr      any
	delattr      any
	finalises    bool // has __del__
}

func (t *classTable) setHook(name string, value any) {
	if f, ok := value.(*Function); ok && f.defaultHook {
		value = nil
	}
	switch name {
	case "__getattribute__":
		t.getattribute = value
	case "__getattr__":
		t.getattr = value
	case "__setattr__":
		t.setattr = value
	case "__delattr__":
		t.delattr = value
	case "__del__":
		t.finalises = value != nil
	}
}

func (c *Class) resolved() *classTable {
	if t := c.table.Load(); t != nil {
		return t
	}
	return c.flatten()
}

// lookupAfter finds name in the classes that follow after in the method
// resolution order: what super() sees.
func (c *Class) lookupAfter(after *Class, name string) (any, bool) {
	i := slices.Index(c.mro, after)
	for _, k := range c.mro[i+1:] {
		k.ready()
		if v, ok := k.attrs.get(name); ok {
			return v, true
		}
	}
	return nil, false
}

// owner finds the first class of the method resolution order that has name.
func (c *Class) owner(name string) *Class {
	for _, k := range c.mro {
		k.ready()
		if _, ok := k.attrs.get(name); ok {
			return k
		}
	}
	return nil
}

// flatten computes the class's table.
func (c *Class) flatten() *classTable {
	for _, k := range c.mro {
		k.ready()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if t := c.table.Load(); t != nil {
		return t
	}
	t := &classTable{attrs: map[string]any{}}
	for _, k := range slices.Backward(c.mro) {
		k.attrs.all(func(name string, value any) {
			t.attrs[name] = value
			t.setHook(name, value)
		})
	}
	c.table.Store(t)
	return t
}

// setAttr sets an attribute of the class itself.
func (c *Class) setAttr(name string, value any) {
	c.ready()
	c.attrs.set(name, value)
	c.refresh(name)
}

// deleteAttr removes an attribute of the class itself.
func (c *Class) deleteAttr(name string) bool {
	c.ready()
	if !c.attrs.delete(name) {
		return false
	}
	c.refresh(name)
	return true
}

// refresh brings the tables of the class and of all that derive from it up to
// date after a change of name.
func (c *Class) refresh(name string) {
	if t := c.table.Load(); t != nil {
		if owner := c.owner(name); owner != nil {
			v, _ := owner.attrs.get(name)
			t.attrs[name] = v
			t.setHook(name, v)
		} else {
			delete(t.attrs, name)
			t.setHook(name, nil)
		}
	}
	for _, sub := range c.subs {
		sub.refresh(name)
	}
}

func (c *Class) addSubclass(sub *Class) {
	c.mu.Lock()
	c.subs = append(c.subs, sub)
	c.mu.Unlock()
}

// linearize computes the C3 order of the class and its bases and reports
// whether there is one.
func linearize(c *Class) ([]*Class, bool) {
	if len(c.bases) == 1 {
		return slices.Concat([]*Class{c}, c.bases[0].mro), true
	}
	var sequences [][]*Class
	for _, b := range c.bases {
		sequences = append(sequences, b.mro)
	}
	sequences = append(sequences, c.bases)
	order := []*Class{c}
	for {
		var next *Class
		remaining := false
		for _, s := range sequences {
			if len(s) == 0 {
				continue
			}
			remaining = true
			if !inAnyTail(sequences, s[0]) {
				next = s[0]
				break
			}
		}
		if !remaining {
			return order, true
		}
		if next == nil {
			return nil, false
		}
		order = append(order, next)
		for i, s := range sequences {
			if len(s) > 0 && s[0] == next {
				sequences[i] = s[1:]
			}
		}
	}
}

func inAnyTail(sequences [][]*Class, c *Class) bool {
	for _, s := range sequences {
		if len(s) > 0 && slices.Contains(s[1:], c) {
			return true
		}
	}
	return false
}
