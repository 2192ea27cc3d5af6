package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// match lowers a match statement. A match of constants is a Go switch; the
// general form is a switch with only a default, out of which each case that
// matched breaks.
func (f *function) match(s *ast.Match) {
	if f.constantMatch(s) {
		return
	}
	subject := f.stable("subject", f.expr(s.Subject))
	if subject.typ == types.None || infer.CapturesSubject(s) {
		subject = f.let("subject", subject)
	}
	label := &ir.Label{Hint: "match"}
	for _, lp := range f.loops {
		lp.switches++
	}
	body := f.within(func() {
		for _, c := range s.Cases {
			f.matchCase(subject, c, label)
			if terminates(*f.block) {
				break
			}
		}
	})
	for _, lp := range f.loops {
		lp.switches--
	}
	if !breaksOut(body, label, false) {
		f.emit(&ir.Block{Body: body})
		return
	}
	f.emit(&ir.Switch{Label: label, Cases: []ir.Case{{Body: body}}})
}

func (f *function) matchCase(subject value, c *ast.MatchCase, label *ir.Label) {
	f.captured(subject, c.Pattern, func() {
		body := func() {
			f.statements(c.Body)
			if !terminates(*f.block) {
				f.emit(&ir.Break{Label: label})
			}
		}
		if c.Guard == nil {
			body()
			return
		}
		cond := f.cond(c.Guard)
		f.emit(&ir.If{Cond: cond, Then: f.within(body)})
	})
}

// pattern emits the tests of a pattern around matched, which is lowered once,
// where all tests hold. The names are bound by what it adds to f.matchBinds.
func (f *function) pattern(v value, p ast.Pattern, matched func()) {
	switch p := p.(type) {
	case *ast.MatchValue:
		f.when(f.truth(f.comparison(ast.Eq, v, f.expr(p.Value))), matched)
	case *ast.MatchSingleton:
		c := f.constant(&ast.Constant{Base: p.Base, Value: p.Value})
		f.when(f.identity(v, c), matched)
	case *ast.MatchAs:
		bind := func() {
			if p.Name != "" {
				f.matchBinds = append(f.matchBinds, func() { f.bind(f.Scope.Defs[p], v) })
			}
			matched()
		}
		if class, ok := p.Pattern.(*ast.MatchClass); ok {
			if fields := f.matchedFields(class); fields != nil {
				f.structPattern(v, class, fields, func(instance value) {
					v = instance
					bind()
				})
				return
			}
		}
		if p.Pattern == nil {
			bind()
			return
		}
		f.pattern(v, p.Pattern, bind)
	case *ast.MatchOr:
		f.alternatives(v, p, matched)
	case *ast.MatchSequence:
		f.sequencePattern(v, p, matched)
	case *ast.MatchMapping:
		f.mappingPattern(v, p, matched)
	case *ast.MatchClass:
		f.classPattern(v, p, matched)
	}
}

func (f *function) when(cond ir.Expr, matched func()) {
	if lit, ok := cond.(*ir.Lit); ok && lit.Value == true {
		matched()
		return
	}
	f.emit(&ir.If{Cond: cond, Then: f.within(matched)})
}

// alternatives lowers p1 | p2: a flag tells that one of them matched.
func (f *function) alternatives(v value, p *ast.MatchOr, matched func()) {
	ok := &ir.Var{Hint: "ok", Type: ir.Bool}
	if cond := f.valueAlternatives(v, p); cond != nil {
		f.when(cond, matched)
		return
	}
	f.emit(&ir.Let{Vars: []*ir.Var{ok}, Values: []ir.Expr{&ir.Lit{Value: false}}})
	for i, alternative := range p.Patterns {
		try := func() {
			f.captured(v, alternative, func() { f.assign(&ir.Ref{Var: ok}, &ir.Lit{Value: true}) })
		}
		if i == 0 {
			try()
			continue
		}
		f.emit(&ir.If{Cond: not(&ir.Ref{Var: ok}), Then: f.within(try)})
	}
	f.when(&ir.Ref{Var: ok}, matched)
}

// valueAlternatives joins alternatives that are all values or singletons by ||.
func (f *function) valueAlternatives(v value, p *ast.MatchOr) ir.Expr {
	var out ir.Expr
	for _, alternative := range p.Patterns {
		var cond ir.Expr
		switch a := alternative.(type) {
		case *ast.MatchValue:
			var pre []ir.Stmt
			pre = f.within(func() { cond = f.truth(f.comparison(ast.Eq, v, f.expr(a.Value))) })
			if len(pre) > 0 {
				return nil
			}
		case *ast.MatchSingleton:
			cond = f.identity(v, f.constant(&ast.Constant{Base: a.Base, Value: a.Value}))
		default:
			return nil
		}
		if out == nil {
			out = cond
		} else {
			out = &ir.Binary{Op: "||", X: out, Y: cond}
		}
	}
	return out
}

// bindTest declares what a runtime match function gives and tests its ok.
func (f *function) bindTest(call ir.Expr, hint string, t ir.Type, matched func(*ir.Var)) {
	out := &ir.Var{Hint: hint, Type: t}
	ok := &ir.Var{Hint: "ok", Type: ir.Bool}
	f.emit(&ir.If{
		Init: &ir.Let{Vars: []*ir.Var{out, ok}, Values: []ir.Expr{call}},
		Cond: &ir.Ref{Var: ok}, Then: f.within(func() { matched(out) }),
	})
}

var anySlice = &ir.Slice{Elem: ir.Any}

func (f *function) sequencePattern(v value, p *ast.MatchSequence, matched func()) {
	star := -1
	for i, e := range p.Patterns {
		if _, ok := e.(*ast.MatchStar); ok {
			star = i
		}
	}
	before, after := len(p.Patterns), -1
	if star >= 0 {
		before, after = star, len(p.Patterns)-star-1
	}
	call := pyCall("MatchSequence", f.boxed(v), num(before), num(after))
	f.bindTest(call, "items", anySlice, func(items *ir.Var) { f.subpatterns(items, p.Patterns, matched) })
}

// subpatterns matches the elements of items, in order.
func (f *function) subpatterns(items *ir.Var, patterns []ast.Pattern, matched func()) {
	var next func(i int)
	next = func(i int) {
		if i == len(patterns) {
			matched()
			return
		}
		item := value{&ir.Index{X: &ir.Ref{Var: items}, Index: num(i)}, types.Any}
		if s, ok := patterns[i].(*ast.MatchStar); ok {
			if s.Name != "" {
				f.matchBinds = append(f.matchBinds, func() { f.bind(f.Scope.Defs[s], item) })
			}
			next(i + 1)
			return
		}
		f.pattern(item, patterns[i], func() { next(i + 1) })
	}
	next(0)
}

func (f *function) mappingPattern(v value, p *ast.MatchMapping, matched func()) {
	args := []ir.Expr{f.boxed(v)}
	for _, k := range p.Keys {
		args = append(args, f.boxed(f.expr(k)))
	}
	f.bindTest(pyCall("MatchMapping", args...), "values", anySlice, func(items *ir.Var) {
		f.subpatterns(items, p.Patterns, func() {
			if p.Rest != "" {
				f.matchBinds = append(f.matchBinds, func() { f.bind(f.Scope.Defs[p], value{pyCall("MatchRest", args...), types.Any}) })
			}
			matched()
		})
	})
}

// matchedFields lists the fields of a static class that the parts of a class
// pattern match; nil if the pattern looks at anything else.
func (f *function) matchedFields(p *ast.MatchClass) []*structField {
	s := f.structOf(p.Cls)
	if s == nil {
		return nil
	}
	names := f.program.facts.MatchedFields(p)
	if names == nil {
		return nil
	}
	fields := []*structField{}
	for _, name := range names {
		fields = append(fields, s.field(name))
	}
	return fields
}

// structPattern lowers a class pattern of a static class, without derived
// ones: a test of the Go type, and of the fields.
func (f *function) structPattern(v value, p *ast.MatchClass, fields []*structField, matched func(value)) {
	s := f.structOf(p.Cls)
	instance := f.program.instance(s.class)
	test := func(v value) {
		patterns := append(append([]ast.Pattern{}, p.Patterns...), p.KwdPatterns...)
		var next func(i int)
		next = func(i int) {
			if i == len(patterns) {
				matched(v)
				return
			}
			f.pattern(value{&ir.FieldRef{X: v.Expr, Field: fields[i].v}, fields[i].typ}, patterns[i], func() { next(i + 1) })
		}
		next(0)
	}
	switch t := v.typ.(type) {
	case *types.Instance:
		if t.Class == s.class {
			test(v)
			return
		}
		if !f.program.facts.Derives(s.class, t.Class) {
			return
		}
	case *types.Optional:
		if i, ok := t.Elem.(*types.Instance); ok && i.Class == s.class {
			f.emit(&ir.If{Cond: &ir.Binary{Op: "!=", X: v.Expr, Y: &ir.Lit{}}, Then: f.within(func() { test(value{v.Expr, instance}) })})
			return
		}
	}
	x := v.Expr
	if !f.program.isInterface(v.typ) {
		x = &ir.Convert{Type: ir.Any, X: x}
	}
	found := &ir.Var{Hint: instanceHint(s), Type: s.goType()}
	ok := &ir.Var{Hint: "ok", Type: ir.Bool}
	f.program.constant[found] = true
	f.emit(&ir.If{
		Init: &ir.Let{Vars: []*ir.Var{found, ok}, Values: []ir.Expr{&ir.Assert{X: x, Type: s.goType()}}},
		Cond: &ir.Ref{Var: ok}, Then: f.within(func() { test(value{&ir.Ref{Var: found}, instance}) }),
	})
}

// instanceHint names a variable that holds an instance of a static class.
func instanceHint(s *structType) string {
	name := strings.TrimLeft(s.class.Name, "_")
	return strings.ToLower(name[:1]) + name[1:]
}

func (f *function) classPattern(v value, p *ast.MatchClass, matched func()) {
	if fields := f.matchedFields(p); fields != nil {
		f.structPattern(v, p, fields, func(value) { matched() })
		return
	}
	args := []ir.Expr{f.boxed(v), f.boxed(f.expr(p.Cls)), num(len(p.Patterns))}
	for _, name := range p.KwdAttrs {
		args = append(args, str(name))
	}
	patterns := append(append([]ast.Pattern{}, p.Patterns...), p.KwdPatterns...)
	f.bindTest(pyCall("MatchClass", args...), "attrs", anySlice, func(items *ir.Var) {
		f.subpatterns(items, patterns, matched)
	})
}

// constantMatch lowers a match whose patterns are literals of the subject's
// static type, without guards, to a Go switch.
func (f *function) constantMatch(s *ast.Match) bool {
	t := f.typeOf(s.Subject)
	if t != types.Str && t != types.Int && !isEnum(t) {
		return false
	}
	for i, c := range s.Cases {
		if c.Guard != nil || !f.constantPattern(c.Pattern, t, i == len(s.Cases)-1) {
			return false
		}
	}
	out := &ir.Switch{Tag: f.expr(s.Subject).Expr, Label: &ir.Label{Hint: "match"}}
	for _, lp := range f.loops {
		lp.switches++
	}
	for _, c := range s.Cases {
		branch := ir.Case{Values: f.constantValues(c.Pattern)}
		branch.Body = f.within(func() { f.statements(c.Body) })
		out.Cases = append(out.Cases, branch)
	}
	for _, lp := range f.loops {
		lp.switches--
	}
	f.emit(out)
	return true
}

func (f *function) constantPattern(p ast.Pattern, t types.Type, last bool) bool {
	switch p := p.(type) {
	case *ast.MatchValue:
		return f.isConstantOf(p.Value, t)
	case *ast.MatchOr:
		for _, a := range p.Patterns {
			if !f.constantPattern(a, t, false) {
				return false
			}
		}
		return true
	case *ast.MatchAs:
		return last && p.Pattern == nil && p.Name == ""
	}
	return false
}

func (f *function) constantType(e ast.Expr) types.Type {
	if c, ok := e.(*ast.Constant); ok {
		return f.constant(c).typ
	}
	return types.Any
}

func (f *function) constantValues(p ast.Pattern) []ir.Expr {
	switch p := p.(type) {
	case *ast.MatchValue:
		return []ir.Expr{f.expr(p.Value).Expr}
	case *ast.MatchOr:
		var out []ir.Expr
		for _, a := range p.Patterns {
			out = append(out, f.constantValues(a)...)
		}
		return out
	}
	return nil
}
