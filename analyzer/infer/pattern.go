package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) match(s *ast.Match) {
	t := f.expr(s.Subject)
	if slices.ContainsFunc(s.Cases, func(c *ast.MatchCase) bool { return !f.typedPattern(c.Pattern) }) {
		f.escape(t)
	} else {
		f.expose(t)
	}
	for _, c := range s.Cases {
		f.scoped(func() {
			f.pattern(c.Pattern, t)
			f.ranOn(s.Subject) // it is compared, and asked for attributes
			if class := f.matchedClass(c.Pattern); class != nil {
				if _, ok := s.Subject.(*ast.Name); ok && !CapturesSubject(s) {
					f.narrowToClass(s.Subject, f.events.now, class)
				}
			}
			if c.Guard != nil {
				f.test(c.Guard)
				f.assume(c.Guard, true)
			}
			f.block(c.Body)
		})
	}
	f.forget(s)
}

func (f *function) pattern(p ast.Pattern, subject types.Type) {
	switch p := p.(type) {
	case *ast.MatchValue:
		f.expr(p.Value)
	case *ast.MatchAs:
		if p.Pattern != nil {
			f.pattern(p.Pattern, subject)
			if class := f.matchedClass(p.Pattern); class != nil {
				subject = f.instance(class)
			}
		}
		if p.Name != "" {
			f.bind(f.mod.Scope.Defs[p], subject)
		}
	case *ast.MatchOr:
		for _, q := range p.Patterns {
			f.pattern(q, subject)
		}
	case *ast.MatchStar:
		if p.Name != "" {
			f.bind(f.mod.Scope.Defs[p], types.Any)
		}
	case *ast.MatchSequence:
		for _, q := range p.Patterns {
			f.pattern(q, types.Any)
		}
	case *ast.MatchMapping:
		for _, k := range p.Keys {
			f.expr(k)
		}
		for _, q := range p.Patterns {
			f.pattern(q, types.Any)
		}
		if p.Rest != "" {
			f.bind(f.mod.Scope.Defs[p], types.Any)
		}
	case *ast.MatchClass:
		f.expr(p.Cls)
		if fields := f.matchedFields(p); fields != nil {
			f.facts.matched[p] = fields
			for i, q := range append(append([]ast.Pattern{}, p.Patterns...), p.KwdPatterns...) {
				f.pattern(q, known(f.classOf(p.Cls).field(fields[i])))
			}
			break
		}
		for _, q := range append(append([]ast.Pattern{}, p.Patterns...), p.KwdPatterns...) {
			f.pattern(q, types.Any)
		}
	}
}

// matchedFields lists the fields of a static class that the parts of a class
// pattern match; nil if the pattern looks at anything else.
func (f *function) matchedFields(p *ast.MatchClass) []string {
	info := f.classOf(p.Cls)
	if info == nil || len(info.derived) > 0 || info.exception || f.mixed[info.def] {
		return nil
	}
	fields := []string{}
	if len(p.Patterns) > 0 {
		if !info.dataclass {
			return nil
		}
		for _, field := range info.allFields() {
			if field.Positional() && len(fields) < len(p.Patterns) {
				fields = append(fields, field.Name)
			}
		}
		if len(fields) < len(p.Patterns) {
			return nil
		}
	}
	for _, name := range p.KwdAttrs {
		if info.field(name) == nil || info.isLater(name) || slices.Contains(fields, name) {
			return nil
		}
		fields = append(fields, name)
	}
	return fields
}

// typedPattern reports whether a pattern looks at nothing but Go types and the
// fields of structs, and compares with values.
func (f *function) typedPattern(p ast.Pattern) bool {
	all := func(patterns []ast.Pattern) bool {
		return !slices.ContainsFunc(patterns, func(p ast.Pattern) bool { return !f.typedPattern(p) })
	}
	switch p := p.(type) {
	case *ast.MatchValue, *ast.MatchSingleton:
		return true
	case *ast.MatchAs:
		return p.Pattern == nil || f.typedPattern(p.Pattern)
	case *ast.MatchOr:
		return all(p.Patterns)
	case *ast.MatchClass:
		return f.matchedFields(p) != nil && all(p.Patterns) && all(p.KwdPatterns)
	}
	return false
}

// matchedClass is the static class of whose instances a pattern is, nil if it
// is of none.
func (f *function) matchedClass(p ast.Pattern) *ast.ClassDef {
	switch p := p.(type) {
	case *ast.MatchAs:
		if p.Pattern != nil {
			return f.matchedClass(p.Pattern)
		}
	case *ast.MatchClass:
		if f.matchedFields(p) != nil {
			return f.classOf(p.Cls).def
		}
	}
	return nil
}

// CapturesSubject tells whether a pattern gives the variable that is matched
// another value, while the cases that follow match the one that it had.
func CapturesSubject(s *ast.Match) bool {
	subject, ok := s.Subject.(*ast.Name)
	if !ok {
		return false
	}
	found := false
	for _, c := range s.Cases {
		ast.Inspect(c.Pattern, func(n ast.Node) bool {
			switch p := n.(type) {
			case *ast.MatchAs:
				found = found || p.Name == subject.Id
			case *ast.MatchStar:
				found = found || p.Name == subject.Id
			case *ast.MatchMapping:
				found = found || p.Rest == subject.Id
			}
			return !found
		})
	}
	return found
}
