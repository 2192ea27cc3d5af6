package inspect

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var parameterClass, signatureClass, boundClass *py.Class

func init() {
	parameterClass = py.NewNativeClass("inspect", "Parameter", nil, defineParameter)
	signatureClass = py.NewNativeClass("inspect", "Signature", nil, defineSignature)
	boundClass = py.NewNativeClass("inspect", "BoundArguments", nil, defineBound)
}

func defineParameter(d *py.Definition) {
	of := py.PayloadAs[*Parameter]
	d.New("Parameter(name, kind, *, default=, annotation=)", func(name, kind, fallback, annotation any) any {
		return &Parameter{name.(string), kindValue(kind), fallback, annotation}
	}, empty, empty)
	d.Set("empty", empty)
	for _, k := range kinds {
		d.Set(k.name, k)
	}
	d.Getter("name", func(self any) any { return of(self).name })
	d.Getter("kind", func(self any) any { return kinds[of(self).kind] })
	d.Getter("default", func(self any) any { return of(self).fallback })
	d.Getter("annotation", func(self any) any { return of(self).annotation })
	d.Method("replace(self, *, name=, kind=, annotation=, default=)", func(self, name, kind, annotation, fallback any) any {
		p := *of(self)
		if name != any(empty) {
			p.name = name.(string)
		}
		if kind != any(empty) {
			p.kind = kindValue(kind)
		}
		if annotation != any(keep) {
			p.annotation = annotation
		}
		if fallback != any(keep) {
			p.fallback = fallback
		}
		return &p
	}, empty, empty, keep, keep)
	d.Method("__str__(self, /)", func(self any) any { return of(self).String() })
	d.Method("__repr__(self, /)", func(self any) any { return "<Parameter \"" + of(self).String() + "\">" })
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		b, ok := other.(*Parameter)
		if !ok {
			return py.NotImplemented
		}
		return of(self).equal(b)
	})
	d.Method("__hash__(self, /)", func(self any) any { return py.Hash(of(self).name) })
}

// keep is the default of replace() for what may be replaced by empty.
var keep = &struct{ name string }{"keep"}

func kindValue(kind any) int {
	if k, ok := kind.(*parameterKind); ok {
		return k.value
	}
	return py.As[int](kind)
}

func (p *Parameter) equal(q *Parameter) bool {
	return p.name == q.name && p.kind == q.kind && py.Equal(p.fallback, q.fallback) && py.Equal(p.annotation, q.annotation)
}

func defineSignature(d *py.Definition) {
	of := py.PayloadAs[*Signature]
	d.New("Signature(parameters=None, *, return_annotation=)", func(parameters, returns any) any {
		s := &Signature{returns: returns}
		if parameters != nil {
			for p := range py.Iter(parameters) {
				s.parameters = append(s.parameters, p.(*Parameter))
			}
		}
		return s
	}, empty)
	d.Set("empty", empty)
	d.ClassMethod("from_callable(cls, obj)", func(_, o any) any { return SignatureOf(o) })
	d.Getter("parameters", func(self any) any { return py.NewMappingProxy(of(self).byName()) })
	d.Getter("return_annotation", func(self any) any { return of(self).returns })
	d.Method("replace(self, *, parameters=, return_annotation=)", func(self, parameters, returns any) any {
		s := *of(self)
		if parameters != any(keep) {
			s.parameters = nil
			for p := range py.Iter(parameters) {
				s.parameters = append(s.parameters, p.(*Parameter))
			}
		}
		if returns != any(keep) {
			s.returns = returns
		}
		return &s
	}, keep, keep)
	d.Method("bind(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return of(self).bind(args.(py.Tuple), kwargs.(*py.Dict[any, any]), false)
	})
	d.Method("bind_partial(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return of(self).bind(args.(py.Tuple), kwargs.(*py.Dict[any, any]), true)
	})
	d.Method("__str__(self, /)", func(self any) any { return of(self).String() })
	d.Method("__repr__(self, /)", func(self any) any { return "<Signature " + of(self).String() + ">" })
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		b, ok := other.(*Signature)
		if !ok {
			return py.NotImplemented
		}
		a := of(self)
		return py.Equal(a.returns, b.returns) && slices.EqualFunc(a.parameters, b.parameters, (*Parameter).equal)
	})
}

func (s *Signature) byName() *py.Dict[any, any] {
	d := py.DictOf[any, any]()
	for _, p := range s.parameters {
		d.Set(p.name, p)
	}
	return d
}

// boundArguments is inspect.BoundArguments.
type boundArguments struct {
	signature *Signature
	arguments *py.Dict[any, any]
}

// PyClass is the class BoundArguments.
func (*boundArguments) PyClass() *py.Class { return boundClass }

// bind matches arguments to parameters. It raises TypeError as a call would.
func (s *Signature) bind(args py.Tuple, kwargs *py.Dict[any, any], partial bool) *boundArguments {
	b := &boundArguments{signature: s, arguments: py.DictOf[any, any]()}
	left := kwargs.Copy()
	next := b.bindPositional(args, left)
	var misplaced []string
	for ; next < len(s.parameters) && s.parameters[next].kind != varPositional; next++ {
		p := s.parameters[next]
		if left.Has(p.name) && p.kind == positionalOnly {
			// It is no error if there is a parameter like **kwargs.
			misplaced = append(misplaced, p.name)
			continue
		}
		if left.Has(p.name) || p.kind == varKeyword || p.fallback != any(empty) || partial {
			break
		}
		note := ""
		if p.kind == keywordOnly {
			note = " keyword-only"
		}
		panic(exc.TypeError("missing a required%s argument: %s", note, py.Repr(p.name)))
	}
	for _, p := range s.parameters[min(next, len(s.parameters)):] {
		if p.kind == varKeyword || p.kind == varPositional {
			continue
		}
		if v, ok := left.Lookup(p.name); ok {
			b.arguments.Set(p.name, v)
			left.Delete(p.name)
		} else if p.fallback == any(empty) && !partial {
			panic(exc.TypeError("missing a required argument: %s", py.Repr(p.name)))
		}
	}
	b.addKeywords(left, misplaced)
	return b
}

// bindPositional gives positional arguments to their parameters and returns the
// place of the next parameter.
func (b *boundArguments) bindPositional(args py.Tuple, kwargs *py.Dict[any, any]) int {
	for i, arg := range args {
		if i == len(b.signature.parameters) || b.signature.parameters[i].kind > varPositional {
			panic(exc.TypeError("too many positional arguments"))
		}
		p := b.signature.parameters[i]
		if p.kind == varPositional {
			b.arguments.Set(p.name, slices.Clone(args[i:]))
			return i + 1
		}
		if kwargs.Has(p.name) && p.kind != positionalOnly {
			panic(exc.TypeError("multiple values for argument %s", py.Repr(p.name)))
		}
		b.arguments.Set(p.name, arg)
	}
	return len(args)
}

func (b *boundArguments) addKeywords(left *py.Dict[any, any], misplaced []string) {
	if left.Len() == 0 {
		return
	}
	for _, p := range b.signature.parameters {
		if p.kind == varKeyword {
			b.arguments.Set(p.name, left)
			return
		}
	}
	if len(misplaced) > 0 {
		panic(exc.TypeError("got some positional-only arguments passed as keyword arguments: %s", py.Repr(strings.Join(misplaced, ", "))))
	}
	for name := range left.Keys() {
		panic(exc.TypeError("got an unexpected keyword argument %s", py.Repr(name)))
	}
}

func (b *boundArguments) split() (args py.Tuple, kwargs *py.Dict[any, any]) {
	args, kwargs = py.Tuple{}, py.DictOf[any, any]()
	byKeyword := false
	for _, p := range b.signature.parameters {
		v, ok := b.arguments.Lookup(p.name)
		switch {
		case !ok:
			byKeyword = byKeyword || p.kind != varPositional
		case p.kind == varPositional:
			args = append(args, py.TupleFrom(py.Iter(v))...)
		case p.kind == varKeyword:
			py.CallMethod(kwargs, "update", v)
		case p.kind == keywordOnly || byKeyword:
			kwargs.Set(p.name, v)
		default:
			args = append(args, v)
		}
	}
	return args, kwargs
}

func defineBound(d *py.Definition) {
	of := py.PayloadAs[*boundArguments]
	d.Getter("signature", func(self any) any { return of(self).signature })
	d.Getter("arguments", func(self any) any { return of(self).arguments })
	d.Getter("args", func(self any) any {
		args, _ := of(self).split()
		return args
	})
	d.Getter("kwargs", func(self any) any {
		_, kwargs := of(self).split()
		return kwargs
	})
	d.Method("apply_defaults(self, /)", func(self any) any {
		b := of(self)
		complete := py.DictOf[any, any]()
		for _, p := range b.signature.parameters {
			v, ok := b.arguments.Lookup(p.name)
			switch {
			case ok:
			case p.fallback != any(empty):
				v = p.fallback
			case p.kind == varPositional:
				v = py.Tuple{}
			case p.kind == varKeyword:
				v = py.DictOf[any, any]()
			default:
				continue
			}
			complete.Set(p.name, v)
		}
		b.arguments = complete
		return nil
	})
	d.Method("__repr__(self, /)", func(self any) any {
		text := "<BoundArguments ("
		first := true
		for name, v := range of(self).arguments.All() {
			if !first {
				text += ", "
			}
			first = false
			text += py.Str(name) + "=" + py.Repr(v)
		}
		return text + ")>"
	})
}
