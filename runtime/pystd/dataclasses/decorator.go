package dataclasses

import (
	"regexp"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

// options are the parameters of the decorator dataclass.
type options struct {
	init, repr, eq, order, unsafeHash, frozen, matchArgs, kwOnly, slots, weakrefSlot bool
}

var optionNames = []string{
	"init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
}

func (o *options) pointers() []*bool {
	return []*bool{&o.init, &o.repr, &o.eq, &o.order, &o.unsafeHash, &o.frozen, &o.matchArgs, &o.kwOnly, &o.slots, &o.weakrefSlot}
}

// optionsOf reads the options from the parameters in their order.
func optionsOf(args []any) *options {
	o := &options{}
	for i, p := range o.pointers() {
		*p = py.Truth(args[i])
	}
	return o
}

const optionSpec = "init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, " +
	"match_args=True, kw_only=False, slots=False, weakref_slot=False"

// builder makes one class a dataclass.
type builder struct {
	*options
	class  *py.Class
	fields *py.Dict[any, any]
	own    []*Field
}

// process adds fields and methods to a class and returns it, or the class with
// slots that takes its place.
func process(class *py.Class, o *options) any {
	b := &builder{options: o, class: class, fields: py.DictOf[any, any]()}
	b.inheritFields()
	b.collectOwnFields()
	py.SetAttr(class, "__dataclass_fields__", b.fields)
	py.SetAttr(class, "__dataclass_params__", newParams(o))
	if o.order && !o.eq {
		panic(exc.ValueError("eq must be true if order is true"))
	}
	hashIsExplicit := b.hasExplicitHash()
	b.addInit()
	b.addMethods()
	b.setHash(hashIsExplicit)
	if doc := py.GetAttr(class, "__doc__"); doc == nil || doc == any("") {
		py.SetAttr(class, "__doc__", class.Name()+b.signatureText())
	}
	if o.matchArgs {
		b.setIfAbsent("__match_args__", b.matchNames())
	}
	var result any = class
	if o.weakrefSlot && !o.slots {
		panic(exc.TypeError("weakref_slot is True but slots is False"))
	}
	if o.slots {
		result = b.withSlots()
	}
	return updateAbstract(result)
}

func ownAttr(class *py.Class, name string) (any, bool) {
	dict := py.GetAttr(class, "__dict__")
	if !py.Contains(dict, name) {
		return nil, false
	}
	return py.GetItem(dict, name), true
}

// inheritFields takes over the fields of the bases and checks that frozen
// classes derive from frozen ones only.
func (b *builder) inheritFields() {
	mro := b.class.MRO()
	var hasBase, anyFrozen, allFrozen = false, false, true
	for i := len(mro) - 1; i > 0; i-- {
		inherited, ok := mro[i].Lookup("__dataclass_fields__")
		if !ok {
			continue
		}
		hasBase = true
		for pair := range py.Iter(py.CallMethod(inherited, "items")) {
			item := pair.(py.Tuple)
			b.fields.Set(item[0], item[1])
		}
		if params, ok := ownAttr(mro[i], "__dataclass_params__"); ok {
			frozen := py.Truth(py.GetAttr(params, "frozen"))
			anyFrozen = anyFrozen || frozen
			allFrozen = allFrozen && frozen
		}
	}
	if !hasBase {
		return
	}
	if anyFrozen && !b.frozen {
		panic(exc.TypeError("cannot inherit non-frozen dataclass from a frozen one"))
	}
	if !allFrozen && b.frozen {
		panic(exc.TypeError("cannot inherit frozen dataclass from a non-frozen one"))
	}
}

// collectOwnFields makes the fields of the class's own annotations.
func (b *builder) collectOwnFields() {
	annotations, ok := ownAttr(b.class, "__annotations__")
	if !ok {
		annotations = py.DictOf[any, any]()
	}
	kwOnly, seenKeywords := b.kwOnly, false
	for pair := range py.Iter(py.CallMethod(annotations, "items")) {
		item := pair.(py.Tuple)
		name := item[0].(string)
		if annotationNames(item[1], "KW_ONLY") || item[1] == any(keywords) {
			if seenKeywords {
				panic(exc.TypeError("%s is KW_ONLY, but KW_ONLY has already been specified", py.Repr(name)))
			}
			kwOnly, seenKeywords = true, true
			continue
		}
		b.own = append(b.own, newOwnField(b.class, name, item[1], kwOnly))
	}
	for _, f := range b.own {
		b.fields.Set(f.name, f)
		if v, ok := b.class.Lookup(f.name); ok {
			if _, isField := v.(*Field); isField {
				if f.fallback == any(missing) {
					py.DelAttr(b.class, f.name)
				} else {
					py.SetAttr(b.class, f.name, f.fallback)
				}
			}
		}
	}
	for pair := range py.Iter(py.CallMethod(py.GetAttr(b.class, "__dict__"), "items")) {
		item := pair.(py.Tuple)
		if _, isField := item[1].(*Field); isField && !py.Contains(annotations, item[0]) {
			panic(exc.TypeError("%s is a field but has no type annotation", py.Repr(item[0])))
		}
	}
}

// annotationPrefix is the name that a string annotation begins with.
var annotationPrefix = regexp.MustCompile(`^\s*(?:\w+\s*\.)?\s*(\w+)`)

// annotationNames reports whether a string annotation names a special form.
func annotationNames(annotation any, form string) bool {
	text, ok := annotation.(string)
	if !ok {
		return false
	}
	found := annotationPrefix.FindStringSubmatch(text)
	return found != nil && found[1] == form
}

// newOwnField makes the field of one annotation. It raises TypeError and
// ValueError for what a field cannot be.
func newOwnField(class *py.Class, name string, annotation any, kwOnly bool) *Field {
	var f *Field
	fallback, ok := class.Lookup(name)
	if given, isField := fallback.(*Field); isField {
		f = given
	} else {
		if !ok || py.TypeOf(fallback) == py.SlotClass {
			fallback = missing
		}
		f = plainField(fallback)
	}
	f.name, f.typ, f.kind = name, annotation, properField
	_, isInitVar := annotation.(*initVar)
	switch {
	case typing.IsClassVar(annotation) || annotationNames(annotation, "ClassVar"):
		f.kind = classVariable
	case isInitVar || annotation == any(initVarClass) || annotationNames(annotation, "InitVar"):
		f.kind = initVariable
	}
	if f.kind != properField && f.factory != any(missing) {
		panic(exc.TypeError("field %s cannot have a default factory", name))
	}
	if f.kind == classVariable {
		if f.kwOnly != any(missing) {
			panic(exc.TypeError("field %s is a ClassVar but specifies kw_only", name))
		}
	} else if f.kwOnly == any(missing) {
		f.kwOnly = kwOnly
	}
	if f.kind == properField && f.fallback != any(missing) {
		if hash, ok := py.TypeOf(f.fallback).Lookup("__hash__"); ok && hash == nil {
			panic(exc.ValueError("mutable default %s for field %s is not allowed: use default_factory",
				py.Repr(py.TypeOf(f.fallback)), name))
		}
	}
	return f
}

// all lists the fields of the given kinds in order.
func (b *builder) all(kinds ...fieldKind) []*Field {
	var list []*Field
	for v := range b.fields.Values() {
		if f := v.(*Field); slices.Contains(kinds, f.kind) {
			list = append(list, f)
		}
	}
	return list
}

// setIfAbsent sets an attribute that the class does not define itself and
// reports whether it did not.
func (b *builder) setIfAbsent(name string, value any) bool {
	if _, ok := ownAttr(b.class, name); ok {
		return false
	}
	py.SetAttr(b.class, name, value)
	return true
}

func (b *builder) matchNames() py.Tuple {
	names := py.Tuple{}
	for _, f := range b.all(properField, initVariable) {
		if f.init && !py.Truth(f.kwOnly) {
			names = append(names, f.name)
		}
	}
	return names
}

// hasExplicitHash reports whether the class body defines __hash__; the None
// that comes with __eq__ does not count.
func (b *builder) hasExplicitHash() bool {
	hash, ok := ownAttr(b.class, "__hash__")
	if !ok {
		return false
	}
	_, hasEq := ownAttr(b.class, "__eq__")
	return hash != nil || !hasEq
}
