package py

import (
	"slices"
	"strings"
)

// Namespace is the scope in which the body of a class statement runs.
type Namespace struct {
	// mapping is what __prepare__ returned; nil means table.
	mapping any
	table   attrTable
	made    *classCell
	// global tells that these are a module's variables: the builtins are behind them.
	global bool
}

// classCell is the __class__ cell of the methods of a class.
type classCell struct {
	class any
}

// Set binds name in the class body.
func (ns *Namespace) Set(name string, value any) {
	if ns.mapping != nil {
		SetItem(ns.mapping, name, value)
		return
	}
	ns.table.set(name, value)
}

// Lookup finds a name that the class body has bound.
func (ns *Namespace) Lookup(name string) (any, bool) {
	switch mapping := ns.mapping.(type) {
	case nil:
		return ns.table.get(name)
	case *Dict[any, any]:
		return mapping.Lookup(name)
	}
	var v any
	err := Try(func() error {
		v = GetItem(ns.mapping, name)
		return nil
	})
	if err != nil {
		if !Matches(err, KeyError) {
			panic(err)
		}
		return nil, false
	}
	return v, true
}

// Get is a name read in the class body. It raises NameError.
func (ns *Namespace) Get(name string) any {
	v, ok := ns.Lookup(name)
	if !ok && ns.global {
		v, ok = LookupBuiltin(name)
	}
	if !ok {
		raiseNameError(name)
	}
	return v
}

// Del is del name in the class body. It raises NameError.
func (ns *Namespace) Del(name string) {
	if _, ok := ns.Lookup(name); !ok {
		raiseNameError(name)
	}
	if ns.mapping != nil {
		DelItem(ns.mapping, name)
	} else if !ns.table.delete(name) {
		raiseNameError(name)
	}
}

// Class is the class once it has been made: what __class__ and super() without
// arguments refer to in its methods.
func (ns *Namespace) Class() any { return ns.made.class }

func raiseNameError(name string) {
	e := NewNameError("name '" + name + "' is not defined")
	e.fields.set("name", name)
	Raise(e)
}

// NewClass is a class statement: it finds the metaclass, prepares the
// namespace, runs body in it and calls the metaclass. kw are the keywords of
// the class header. The result is a *Class unless a metaclass says otherwise.
func NewClass(name string, bases []any, kw Kwargs, body func(ns *Namespace)) any {
	resolved, replaced := resolveBases(bases)
	meta, kw := metaclassOf(resolved, kw)
	ns := &Namespace{made: &classCell{}}
	if metaClass, ok := meta.(*Class); !ok || metaClass != TypeClass {
		if prepare, ok := lookupAttr(meta, "__prepare__"); ok {
			ns.mapping = CallKw(prepare, []any{name, Tuple(resolved)}, kw)
		}
	}
	ns.Set("__module__", "__main__")
	ns.Set("__qualname__", name)
	body(ns)
	if replaced {
		ns.Set("__orig_bases__", Tuple(slices.Clone(bases)))
	}
	var mapping any = ns.mapping
	if mapping == nil {
		if meta == any(TypeClass) {
			c := makeClass(TypeClass, name, resolved, &ns.table, kw, ns.made)
			return c
		}
		mapping = ns.table.asDict()
	}
	pendingCells = append(pendingCells, ns.made)
	depth := len(pendingCells)
	class := CallKw(meta, []any{name, Tuple(resolved), mapping}, kw)
	if len(pendingCells) >= depth {
		pendingCells = pendingCells[:depth-1]
	}
	if ns.made.class == nil {
		ns.made.class = class
	}
	return class
}

// pendingCells are the __class__ cells of the class statements whose metaclass
// is being called, innermost last: type.__new__ fills the last.
var pendingCells []*classCell

// resolveBases replaces bases that are no classes by what their
// __mro_entries__ returns.
func resolveBases(bases []any) (resolved []any, replaced bool) {
	for i, b := range bases {
		if _, ok := b.(*Class); ok {
			if replaced {
				resolved = append(resolved, b)
			}
			continue
		}
		entries, ok := mroEntries(b, bases)
		if !ok {
			if replaced {
				resolved = append(resolved, b)
			}
			continue
		}
		if !replaced {
			resolved = append([]any{}, bases[:i]...)
			replaced = true
		}
		resolved = append(resolved, entries...)
	}
	if !replaced {
		return bases, false
	}
	return resolved, true
}

func mroEntries(base any, bases []any) ([]any, bool) {
	if alias, ok := base.(*genericAlias); ok {
		return []any{alias.origin}, true
	}
	hook, ok := lookupAttr(base, "__mro_entries__")
	if !ok {
		return nil, false
	}
	entries, ok := Call(hook, Tuple(slices.Clone(bases))).(Tuple)
	if !ok {
		raisef(NewTypeError, "__mro_entries__ must return a tuple")
	}
	return entries, true
}

// metaclassOf finds the metaclass: the keyword, or the most derived one of the
// bases.
func metaclassOf(bases []any, kw Kwargs) (any, Kwargs) {
	var meta any
	if i := slices.IndexFunc(kw, func(k Kw) bool { return k.Name == "metaclass" }); i >= 0 {
		meta = kw[i].Value
		kw = slices.Delete(slices.Clone(kw), i, i+1)
	} else if len(bases) > 0 {
		meta = TypeOf(bases[0])
	} else {
		meta = TypeClass
	}
	if m, ok := meta.(*Class); ok && m.layout == layoutType {
		return mostDerivedMeta(m, bases), kw
	}
	return meta, kw
}

func mostDerivedMeta(meta *Class, bases []any) *Class {
	for _, b := range bases {
		m := TypeOf(b)
		switch {
		case meta.IsSubclassOf(m):
		case m.IsSubclassOf(meta):
			meta = m
		default:
			raisef(NewTypeError, "metaclass conflict: the metaclass of a derived class must be a "+
				"(non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return meta
}

// makeClass is type.__new__: it makes the class from its namespace and runs
// __set_name__ and __init_subclass__.
func makeClass(meta *Class, name string, bases []any, ns *attrTable, kw Kwargs, cell *classCell) *Class {
	c := &Class{name: name, qualname: name, heap: true, module: "__main__"}
	if meta != TypeClass {
		c.meta = meta
	}
	for _, b := range bases {
		k, ok := b.(*Class)
		if !ok {
			raisef(NewTypeError, "bases must be types")
		}
		if k.final {
			raisef(NewTypeError, "type '%s' is not an acceptable base type", k.ErrorName())
		}
		if slices.Contains(c.bases, k) {
			raisef(NewTypeError, "duplicate base class %s", k.name)
		}
		c.bases = append(c.bases, k)
	}
	if len(c.bases) == 0 {
		c.bases = []*Class{ObjectClass}
	}
	c.inheritLayout()
	mro, ok := linearize(c)
	if !ok {
		names := make([]string, len(c.bases))
		for i, b := range c.bases {
			names[i] = b.name
		}
		raisef(NewTypeError, "Cannot create a consistent method resolution order (MRO) for bases %s",
			strings.Join(names, ", "))
	}
	c.mro = c.orderByMeta(meta, mro)
	ns.all(func(name string, value any) { c.attrs.set(name, value) })
	c.adoptNamespace(c.hasDict)
	if cell != nil {
		cell.class = c
	}
	for _, b := range c.bases {
		b.addSubclass(c)
	}
	c.callSetName()
	c.callInitSubclass(kw)
	return c
}

// NewPythonClass makes a class of a library module that CPython has written in
// Python: a program can set its attributes, and derive from it. It is what a
// class statement makes whose bases have no metaclass and no hooks, but that
// body runs when the class is first used.
func NewPythonClass(module, name string, bases []*Class, body func(ns *Namespace)) *Class {
	if len(bases) == 0 {
		bases = []*Class{ObjectClass}
	}
	c := &Class{name: name, qualname: name, module: module, bases: bases, heap: true}
	c.inheritLayout()
	mro, ok := linearize(c)
	if !ok {
		panic("py: bases of " + name + " have no consistent order")
	}
	c.mro = mro
	for _, b := range bases {
		b.addSubclass(c)
	}
	inheritedDict := c.hasDict
	c.hasDict = true
	c.define(func(*Definition) {
		ns := &Namespace{}
		ns.Set("__module__", module)
		body(ns)
		ns.table.all(func(name string, value any) { c.attrs.set(name, value) })
		c.adoptNamespace(inheritedDict)
		c.callSetName()
	})
	return c
}

// orderByMeta is the order of the class and its bases that an mro method of the
// metaclass gives, or else order.
func (c *Class) orderByMeta(meta *Class, order []*Class) []*Class {
	hook, _ := meta.lookup("mro")
	if own, _ := TypeClass.lookup("mro"); hook == own {
		return order
	}
	var given []*Class
	for v := range Iter(callBound(hook, c, meta, nil, nil)) {
		k, ok := v.(*Class)
		if !ok {
			raisef(NewTypeError, "mro() returned a non-class ('%s')", typeName(v))
		}
		given = append(given, k)
	}
	return given
}

// inheritLayout takes over what instances of the bases are.
func (c *Class) inheritLayout() {
	var solid *Class
	for _, b := range c.bases {
		c.hasDict = c.hasDict || b.hasDict
		if b.layout == layoutObject {
			continue
		}
		if c.layout == layoutObject {
			c.layout, solid = b.layout, b
			continue
		}
		if other := b; c.layout != b.layout || !compatible(solid, other) {
			raisef(NewTypeError, "multiple bases have instance lay-out conflict")
		}
	}
	c.checkSlotBases()
}

// checkSlotBases refuses bases that both add slots of their own: no instance
// can be laid out as both.
func (c *Class) checkSlotBases() {
	var solid *Class
	for _, b := range c.bases {
		k := b.slotBase()
		switch {
		case k == nil || solid != nil && solid.IsSubclassOf(k):
		case solid == nil || k.IsSubclassOf(solid):
			solid = k
		default:
			raisef(NewTypeError, "multiple bases have instance lay-out conflict")
		}
	}
}

// slotBase is the first class on the way to object that adds slots.
func (c *Class) slotBase() *Class {
	for _, k := range c.mro {
		if len(k.slots) > 0 {
			return k
		}
	}
	return nil
}

// compatible reports whether instances can hold the Go values of both classes.
func compatible(a, b *Class) bool {
	if a.layout != layoutNative {
		return true
	}
	pa, pb := a.payload(), b.payload()
	return pa == pb || pa == nil || pb == nil || pa.owner.IsSubclassOf(pb.owner) || pb.owner.IsSubclassOf(pa.owner)
}

// adoptNamespace gives the special names of a class body their meaning.
// inheritedDict tells whether instances of a base have a __dict__.
func (c *Class) adoptNamespace(inheritedDict bool) {
	if m, ok := c.attrs.get("__module__"); ok {
		if s, ok := m.(string); ok {
			c.module = s
		}
	}
	if q, ok := c.attrs.get("__qualname__"); ok {
		s, ok := q.(string)
		if !ok {
			raisef(NewTypeError, "type __qualname__ must be a str, not %s", typeName(q))
		}
		c.qualname = s
		c.attrs.delete("__qualname__")
	}
	c.attrs.delete("__classcell__")
	for _, name := range []string{"__init_subclass__", "__class_getitem__"} {
		if f, ok := c.attrs.get(name); ok {
			if f, ok := f.(*Function); ok {
				c.attrs.set(name, ClassMethod(f))
			}
		}
	}
	if f, ok := c.attrs.get("__new__"); ok {
		if f, ok := f.(*Function); ok {
			c.attrs.set("__new__", StaticMethod(f))
		}
	}
	if _, ok := c.attrs.get("__eq__"); ok {
		if _, ok := c.attrs.get("__hash__"); !ok {
			c.attrs.set("__hash__", nil)
		}
	}
	c.adoptSlots()
	if c.hasDict && !inheritedDict && c.layout != layoutType {
		c.attrs.set("__dict__", instanceDict)
		c.attrs.set("__weakref__", weakReference)
	}
	if _, ok := c.attrs.get("__doc__"); !ok {
		c.attrs.set("__doc__", nil)
	}
}

func (c *Class) adoptSlots() {
	slots, ok := c.attrs.get("__slots__")
	if !ok {
		c.hasDict = true
		return
	}
	var names []string
	if s, ok := slots.(string); ok {
		names = []string{s}
	} else {
		for v := range Iter(slots) {
			s, ok := v.(string)
			if !ok {
				raisef(NewTypeError, "__slots__ items must be strings, not '%s'", typeName(v))
			}
			names = append(names, s)
		}
	}
	for _, name := range names {
		switch {
		case name == "__dict__":
			c.hasDict = true
			continue
		case name == "__weakref__":
			continue
		}
		name = c.mangle(name)
		if _, ok := c.attrs.get(name); ok {
			raisef(NewValueError, "'%s' in __slots__ conflicts with class variable", name)
		}
		c.slots = append(c.slots, name)
		c.attrs.set(name, &slot{name: name, owner: c})
	}
}

// Slots lists the attributes that __slots__ of the class itself gives instances,
// under the names that they have in them.
func (c *Class) Slots() []string { return c.slots }

// mangle is the name that __private names have in the class.
func (c *Class) mangle(name string) string {
	stripped := strings.TrimLeft(c.name, "_")
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || stripped == "" {
		return name
	}
	return "_" + stripped + name
}

func (c *Class) callSetName() {
	var names []string
	var values []any
	c.attrs.all(func(name string, value any) {
		names = append(names, name)
		values = append(values, value)
	})
	for i, v := range values {
		switch v := v.(type) {
		case *Object:
			err := Try(func() error {
				callSpecial(v, "__set_name__", c, names[i])
				return nil
			})
			if err != nil {
				AsException(err).exception().AddNote("Error calling __set_name__ on '" + typeName(v) +
					"' instance '" + names[i] + "' in '" + c.name + "'")
				panic(err)
			}
		case *property:
			if v.name == "" {
				v.name = names[i]
			}
		case NameSetter:
			v.SetName(c, names[i])
		}
	}
}

// NameSetter is implemented by Go types that have __set_name__.
type NameSetter interface {
	SetName(owner *Class, name string)
}

func (c *Class) callInitSubclass(kw Kwargs) {
	hook, ok := c.lookupAfter(c, "__init_subclass__")
	if !ok {
		return
	}
	CallKw(bindToClass(hook, c), nil, kw)
}

// instanceDict and weakReference are the descriptors that a class has whose
// instances have a __dict__.
var (
	instanceDict  = &member{name: "__dict__", owner: ObjectClass}
	weakReference = &member{name: "__weakref__", owner: ObjectClass, get: func(any) any { return nil }}
)

func init() {
	instanceDict.get = func(self any) any {
		own := ownAttrs(self)
		if own == nil {
			raiseNoAttribute(self, "__dict__")
		}
		return own.asDict()
	}
	instanceDict.set = func(self, value any) {
		dict, ok := native(value).(*Dict[any, any])
		if !ok {
			raisef(NewTypeError, "__dict__ must be set to a dictionary, not a '%s'", typeName(value))
		}
		if own := ownAttrs(self); own != nil {
			*own = attrTable{dict: dict}
		}
	}
}
