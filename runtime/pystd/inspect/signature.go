package inspect

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
)

// parameterKind is the kind of a Parameter.
type parameterKind struct {
	name, description string
	value             int
}

var kinds = []*parameterKind{
	{"POSITIONAL_ONLY", "positional-only", 0},
	{"POSITIONAL_OR_KEYWORD", "positional or keyword", 1},
	{"VAR_POSITIONAL", "variadic positional", 2},
	{"KEYWORD_ONLY", "keyword-only", 3},
	{"VAR_KEYWORD", "variadic keyword", 4},
}

const (
	positionalOnly = iota
	positionalOrKeyword
	varPositional
	keywordOnly
	varKeyword
)

var kindClass = py.NewNativeClass("inspect", "_ParameterKind", nil, func(d *py.Definition) {
	of := func(self any) *parameterKind { return self.(*parameterKind) }
	d.Getter("name", func(self any) any { return of(self).name })
	d.Getter("value", func(self any) any { return of(self).value })
	d.Getter("description", func(self any) any { return of(self).description })
	d.Method("__str__(self, /)", func(self any) any { return of(self).name })
	d.Method("__repr__(self, /)", func(self any) any {
		return "<_ParameterKind." + of(self).name + ": " + py.Repr(of(self).value) + ">"
	})
	d.Method("__int__(self, /)", func(self any) any { return of(self).value })
	d.Method("__index__(self, /)", func(self any) any { return of(self).value })
	d.Method("__hash__(self, /)", func(self any) any { return of(self).value })
	compare := func(name string, op func(a, b any) any) {
		d.Method(name+"(self, other, /)", func(self, other any) any {
			if k, ok := other.(*parameterKind); ok {
				other = k.value
			}
			return op(of(self).value, other)
		})
	}
	compare("__eq__", py.Eq)
	compare("__lt__", py.Lt)
	compare("__le__", py.Le)
	compare("__gt__", py.Gt)
	compare("__ge__", py.Ge)
})

// PyClass is the class of kinds.
func (*parameterKind) PyClass() *py.Class { return kindClass }

// empty is Parameter.empty and Signature.empty.
var empty = py.NewNativeClass("inspect", "_empty", nil, func(*py.Definition) {})

// Parameter is inspect.Parameter.
type Parameter struct {
	name       string
	kind       int
	fallback   any
	annotation any
}

// PyClass is the class Parameter.
func (*Parameter) PyClass() *py.Class { return parameterClass }

// String is str(p).
func (p *Parameter) String() string {
	text := p.name
	if p.annotation != any(empty) {
		text += ": " + formatAnnotation(p.annotation)
	}
	if p.fallback != any(empty) {
		if p.annotation != any(empty) {
			text += " = " + py.Repr(p.fallback)
		} else {
			text += "=" + py.Repr(p.fallback)
		}
	}
	switch p.kind {
	case varPositional:
		return "*" + text
	case varKeyword:
		return "**" + text
	}
	return text
}

var dottedName = regexp.MustCompile(`[\w.]+`)

// formatAnnotation shows an annotation as signatures do.
func formatAnnotation(annotation any) string {
	class, isClass := annotation.(*py.Class)
	switch {
	case !isClass && strings.HasPrefix(py.TypeOf(annotation).ModuleName(), "typing"):
		return dottedName.ReplaceAllStringFunc(py.Repr(annotation), func(name string) string {
			return strings.TrimPrefix(name, "typing.")
		})
	case isClass && class.ModuleName() == "typing":
		return strings.TrimPrefix(py.Repr(annotation), "typing.")
	case isClass && class.ModuleName() == "builtins":
		return class.Qualname()
	case isClass:
		return class.ModuleName() + "." + class.Qualname()
	}
	return py.Repr(annotation)
}

// Signature is inspect.Signature.
type Signature struct {
	parameters []*Parameter
	returns    any
}

// PyClass is the class Signature.
func (*Signature) PyClass() *py.Class { return signatureClass }

// String is str(s).
func (s *Signature) String() string {
	var parts []string
	slash, star := false, true
	for _, p := range s.parameters {
		switch {
		case p.kind == positionalOnly:
			slash = true
		case slash:
			parts = append(parts, "/")
			slash = false
		}
		if p.kind == varPositional {
			star = false
		} else if p.kind == keywordOnly && star {
			parts = append(parts, "*")
			star = false
		}
		parts = append(parts, p.String())
	}
	if slash {
		parts = append(parts, "/")
	}
	text := "(" + strings.Join(parts, ", ") + ")"
	if s.returns != any(empty) {
		text += " -> " + formatAnnotation(s.returns)
	}
	return text
}

// SignatureOf is inspect.signature. It raises TypeError for what is not
// callable, and ValueError for builtins that have no signature.
func SignatureOf(o any) *Signature {
	if !py.Callable(o) {
		panic(exc.TypeError("%s is not a callable object", py.Repr(o)))
	}
	switch o := o.(type) {
	case *py.Method:
		return SignatureOf(o.Func()).withoutFirst()
	case *functools.Partial:
		return partialSignature(o)
	}
	if wrapped := py.GetAttrOr(o, "__wrapped__", nil); wrapped != nil {
		if _, isClass := o.(*py.Class); !isClass {
			return SignatureOf(wrapped)
		}
	}
	if explicit, ok := py.GetAttrOr(o, "__signature__", nil).(*Signature); ok {
		return explicit
	}
	switch o := o.(type) {
	case *py.Function:
		return functionSignature(o)
	case *py.Class:
		return classSignature(o)
	}
	if call, ok := py.TypeOf(o).Lookup("__call__"); ok {
		return SignatureOf(call).withoutFirst()
	}
	panic(exc.ValueError("callable %s is not supported by signature", py.Repr(o)))
}

func functionSignature(f *py.Function) *Signature {
	s := &Signature{returns: empty}
	annotations := f.Annotations()
	for _, p := range f.Params() {
		parameter := &Parameter{name: p.Name, kind: p.Kind, fallback: empty, annotation: empty}
		if p.HasDefault {
			parameter.fallback = p.Default
		}
		if a, ok := annotations.Lookup(p.Name); ok {
			parameter.annotation = a
		}
		s.parameters = append(s.parameters, parameter)
	}
	if r, ok := annotations.Lookup("return"); ok {
		s.returns = r
	}
	return s
}

// withoutFirst drops the parameter that binding fills.
func (s *Signature) withoutFirst() *Signature {
	if len(s.parameters) == 0 {
		panic(exc.ValueError("invalid method signature"))
	}
	if s.parameters[0].kind == varPositional {
		return s
	}
	return &Signature{parameters: s.parameters[1:], returns: s.returns}
}

func classSignature(c *py.Class) *Signature {
	if f := c.Constructor(); f != nil {
		s := functionSignature(f)
		if len(s.parameters) == 0 {
			return s
		}
		return s.withoutFirst()
	}
	for _, base := range c.MRO() {
		if base == py.ObjectClass {
			break
		}
		dict := py.GetAttr(base, "__dict__")
		for _, name := range []string{"__new__", "__init__"} {
			if method := py.CallMethod(dict, "get", name); method != nil {
				if py.TypeOf(method) == py.StaticMethodClass {
					method = py.GetAttr(method, "__func__")
				}
				return SignatureOf(method).withoutFirst()
			}
		}
	}
	if c.ModuleName() == "builtins" && c != py.ObjectClass {
		panic(exc.ValueError("no signature found for builtin type %s", py.Repr(c)))
	}
	return &Signature{returns: empty}
}

// partialSignature is the signature of what a partial leaves open.
func partialSignature(p *functools.Partial) *Signature {
	s := SignatureOf(p.Func())
	given := len(py.GetAttr(p, "args").(py.Tuple))
	keywords := py.GetAttr(p, "keywords").(*py.Dict[any, any])
	result := &Signature{returns: s.returns}
	byKeyword := false
	for _, parameter := range s.parameters {
		if given > 0 && parameter.kind <= positionalOrKeyword {
			given--
			continue
		}
		changed := *parameter
		if v, ok := keywords.Lookup(parameter.name); ok && parameter.kind != positionalOnly {
			changed.fallback, changed.kind = v, keywordOnly
			byKeyword = true
		} else if byKeyword && parameter.kind == positionalOrKeyword {
			changed.kind = keywordOnly
		}
		if byKeyword && parameter.kind == varPositional {
			continue
		}
		result.parameters = append(result.parameters, &changed)
	}
	slices.SortStableFunc(result.parameters, func(a, b *Parameter) int { return a.kind - b.kind })
	return result
}
