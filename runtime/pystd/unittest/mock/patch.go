package mock

import (
	"context"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/importlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
)

// patching puts an object in the place of an attribute, and takes it back.
type patching struct {
	target    func() any
	attribute string
	options   patchOptions
	// keyword is the argument under which functions get what was made, as patch.multiple
	// gives it; others is what is patched together with it.
	keyword string
	others  []*patching

	at       any
	original any
	local    bool
	entered  []*patching
}

// patchOptions are the arguments that all ways of patching share.
type patchOptions struct {
	with, spec, specSet, auto, made any
	create                          bool
	kw                              py.Kwargs
}

// active holds what start has patched, for stopall.
var active []interface{ stop() any }

// enter puts the new object in place and returns it, or what functions get by
// keyword.
func (p *patching) enter() any {
	p.at = p.target()
	p.find()
	value := p.replacement()
	py.SetAttr(p.at, p.attribute, value)
	if p.keyword == "" {
		return value
	}
	got := py.DictOf[any, any]()
	if p.options.with == unset {
		got.Set(p.keyword, value)
	}
	for _, other := range p.others {
		err := py.Try(func() error {
			py.CallMethod(got, "update", other.enter())
			return nil
		})
		if err != nil {
			p.exit()
			panic(py.AsException(err))
		}
		p.entered = append(p.entered, other)
	}
	return got
}

// find remembers what the attribute was.
func (p *patching) find() {
	p.original, p.local = unset, false
	if own := py.GetAttrOr(p.at, "__dict__", nil); own != nil && py.Contains(own, p.attribute) {
		p.original, p.local = py.GetItem(own, p.attribute), true
	} else {
		p.original = py.GetAttrOr(p.at, p.attribute, unset)
	}
	_, isModule := p.at.(*py.Module)
	p.local = p.local || isModule && p.original != unset // some are kept outside of __dict__
	if _, isBuiltin := py.LookupBuiltin(p.attribute); isBuiltin && isModule {
		p.options.create = true
	}
	if !p.options.create && p.original == unset {
		panic(exc.AttributeError("%s does not have the attribute %s", py.Str(p.at), py.Repr(p.attribute)))
	}
}

// replacement is what comes in place of the attribute.
func (p *patching) replacement() any {
	o := &p.options
	if o.with != unset {
		if len(o.kw) > 0 {
			panic(exc.TypeError("Can't pass kwargs to a mock we aren't creating"))
		}
		return o.with
	}
	if py.Truth(o.auto) {
		like := o.auto
		if like == any(true) {
			like = p.original
		}
		return autospec(like, py.Truth(o.specSet), false, nil, p.attribute, o.kw)
	}
	spec, specSet := o.spec, o.specSet
	if spec == any(true) {
		spec = p.original
	} else if spec == any(false) {
		spec = nil
	}
	if specSet == any(true) {
		specSet = p.original
		if spec != nil {
			specSet = spec
		}
		spec = nil
	} else if specSet == any(false) {
		specSet = nil
	}
	like := spec
	if specSet != nil {
		like = specSet
	}
	class := any(magicClass)
	switch {
	case o.made != nil:
		class = o.made
	case like == nil && isAsync(p.original), like != nil && isAsync(like):
		class = asyncClass
	case like != nil && !py.IsInstance(like, py.Tuple{py.ListClass, py.TupleClass}) && !py.Callable(like):
		class = nonCallableMagicClass
	}
	var kw py.Kwargs
	if spec != nil {
		kw = append(kw, py.Kw{Name: "spec", Value: spec})
	}
	if specSet != nil {
		kw = append(kw, py.Kw{Name: "spec_set", Value: specSet})
	}
	if c, ok := class.(*py.Class); ok && py.IsSubclass(c, nonCallableClass) {
		kw = append(kw, py.Kw{Name: "name", Value: p.attribute})
	}
	made := py.CallKw(class, nil, append(kw, o.kw...))
	if _, isClass := p.original.(*py.Class); isClass && like != nil && isMock(made) {
		s := stateOf(made)
		child := "spec"
		if specSet != nil {
			child = "spec_set"
		}
		s.result = s.newChild("()", "()", py.Kwargs{{Name: child, Value: like}, {Name: "_new_name", Value: "()"}, {Name: "_new_parent", Value: s.self}})
	}
	return made
}

// exit puts back what was there.
func (p *patching) exit() {
	for _, other := range p.entered {
		other.exit()
	}
	p.entered = nil
	if p.local && p.original != unset {
		py.SetAttr(p.at, p.attribute, p.original)
		return
	}
	py.DelAttr(p.at, p.attribute)
	if !p.options.create && !py.HasAttr(p.at, p.attribute) {
		py.SetAttr(p.at, p.attribute, p.original)
	}
}

func (p *patching) stop() any {
	p.exit()
	return nil
}

func (p *patching) copy() *patching {
	c := *p
	c.others = nil
	for _, other := range p.others {
		c.others = append(c.others, other.copy())
	}
	return &c
}

// patchings is what a decorated function has patched while it runs. It is the
// attribute of that name.
type patchings struct{ all []*patching }

// PyClass makes patchings a value.
func (p *patchings) PyClass() *py.Class { return stateClass }

// around calls f with what is patched in place: what was made follows its arguments.
func (ps *patchings) around(args py.Tuple, kw any, f func(args []any, kw py.Kwargs)) {
	more := append([]any(nil), args...)
	keywords := py.CallMethod(kw, "copy")
	var entered []*patching
	defer func() {
		for i := len(entered) - 1; i >= 0; i-- {
			entered[i].exit()
		}
	}()
	for _, p := range ps.all {
		got := p.enter()
		entered = append(entered, p)
		switch {
		case p.keyword != "":
			py.CallMethod(keywords, "update", got)
		case p.options.with == unset:
			more = append(more, got)
		}
	}
	f(more, py.KwFrom(keywords))
}

// testPrefix is how the names of the methods begin that a decorated class has
// patched.
const testPrefix = "test"

// decorate is patching as a decorator.
func (p *patching) decorate(f any) any {
	if class, ok := f.(*py.Class); ok {
		decorateTests(class, func(method any) any { return p.copy().decorate(method) })
		return class
	}
	if ps, ok := py.GetAttrOr(f, "patchings", nil).(*patchings); ok {
		ps.all = append(ps.all, p)
		return f
	}
	ps := &patchings{all: []*patching{p}}
	wrapped := wrap(f, ps.around)
	py.SetAttr(wrapped, "patchings", ps)
	return wrapped
}

func decorateTests(class *py.Class, decorate func(method any) any) {
	for item := range py.Iter(py.Call(py.Builtin("dir"), class)) {
		if name := py.Str(item); strings.HasPrefix(name, testPrefix) && py.Callable(py.GetAttr(class, name)) {
			py.SetAttr(class, name, decorate(py.GetAttr(class, name)))
		}
	}
}

// wrap makes a function that calls f within around, and is async if f is.
func wrap(f any, around func(args py.Tuple, kw any, f func(args []any, kw py.Kwargs))) any {
	var made *py.Function
	if inspect.IsCoroutineFunction(f) {
		made = py.AsyncFunc("patched(*args, **keywargs)", func(ctx context.Context, args, kw any) (result any, err error) {
			defer py.Catch(&err)
			around(args.(py.Tuple), kw, func(args []any, kw py.Kwargs) { result, err = asyncio.Await(ctx, py.CallKw(f, args, kw)) })
			return result, err
		})
	} else {
		made = py.Func("patched(*args, **keywargs)", func(args, kw any) (result any) {
			around(args.(py.Tuple), kw, func(args []any, kw py.Kwargs) { result = py.CallKw(f, args, kw) })
			return result
		})
	}
	return py.Call(py.Call(functools.Module().Attr("wraps"), f), made)
}

// definePatch defines what patch gives: a context manager and decorator.
func definePatch(b *define.Body) {
	of := func(self any) *patching { return py.GetAttr(self, stateName).(*held).patch }
	b.Method("__call__(self, func)", func(self, f any) any { return of(self).decorate(f) })
	b.Method("__enter__(self)", func(self any) any { return of(self).enter() })
	b.Method("__exit__(self, *exc_info)", func(self, _ any) any {
		of(self).exit()
		return nil
	})
	b.Method("start(self)", func(self any) any {
		got := of(self).enter()
		active = append(active, of(self))
		return got
	})
	b.Method("stop(self)", func(self any) any {
		for i, p := range active {
			if p == any(of(self)) {
				active = append(active[:i:i], active[i+1:]...)
				return p.stop()
			}
		}
		return nil
	})
}

// held gives a patching to the object that stands for it.
type held struct{ patch *patching }

// PyClass makes held a value.
func (h *held) PyClass() *py.Class { return stateClass }

func newPatch(target func() any, attribute string, o patchOptions) any {
	if o.made != nil && o.with != unset {
		panic(exc.ValueError("Cannot use 'new' and 'new_callable' together"))
	}
	return objectOf(&patching{target: target, attribute: attribute, options: o})
}

func objectOf(p *patching) any {
	o := py.Call(patchClass)
	py.SetAttr(o, stateName, &held{p})
	return o
}

// resolved finds what is patched when it is patched.
func resolved(target any) func() any {
	if path, ok := target.(string); ok {
		return func() any { return importlib.Resolve(path) }
	}
	return func() any { return target }
}

// newPatcher makes patch, which has the other ways of patching as attributes.
func newPatcher() any {
	options := func(args []any, with any) patchOptions {
		return patchOptions{with: with, spec: args[0], create: py.Truth(args[1]), specSet: args[2], auto: args[3], made: args[4]}
	}
	patch := py.Func("patch(target, new=, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs)",
		func(args []any) any {
			path, ok := args[0].(string)
			i := strings.LastIndex(path, ".")
			if !ok || i < 0 {
				panic(exc.TypeError("Need a valid target to patch. You supplied: %s", py.Repr(args[0])))
			}
			o := options(args[2:], args[1])
			o.kw = py.KwFrom(args[8])
			return newPatch(resolved(path[:i]), path[i+1:], o)
		}, unset).Module("unittest.mock")
	py.SetAttr(patch, "object", py.Func("_patch_object(target, attribute, new=, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs)",
		func(args []any) any {
			if _, ok := args[0].(string); ok {
				panic(exc.TypeError("%s must be the actual object to be patched, not a str", py.Repr(args[0])))
			}
			o := options(args[3:], args[2])
			o.kw = py.KwFrom(args[9])
			return newPatch(resolved(args[0]), py.As[string](args[1]), o)
		}, unset))
	py.SetAttr(patch, "multiple", py.Func("_patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs)",
		func(args []any) any {
			var first *patching
			for _, k := range py.KwFrom(args[6]) {
				p := &patching{target: resolved(args[0]), attribute: k.Name, keyword: k.Name, options: options(args[1:], k.Value)}
				if first == nil {
					first = p
				} else {
					first.others = append(first.others, p)
				}
			}
			if first == nil {
				panic(exc.ValueError("Must supply at least one keyword argument with patch.multiple"))
			}
			return objectOf(first)
		}))
	py.SetAttr(patch, "dict", dictClass)
	py.SetAttr(patch, "stopall", py.Func("_patch_stopall()", func() any {
		for i := len(active) - 1; i >= 0; i-- {
			active[i].stop()
		}
		active = nil
		return nil
	}))
	py.SetAttr(patch, "TEST_PREFIX", testPrefix)
	return patch
}
