package checks

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/source"
)

type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope
	annotationScope
	typeVariableScope // a bound, constraint or default of a type parameter
	typeAliasScope
	typeParamsScope
)

// use tells how a name is used in a scope, as a set of bits.
type use uint16

const (
	global use = 1 << iota
	nonlocal
	local
	param
	typeParam
	imported
	loaded
	annotated
	iteration // the target of a comprehension

	bound = local | param | typeParam | imported
)

const duplicateArgument = "duplicate argument '%s' in function definition"

type scope struct {
	kind          scopeKind
	comprehension string // what the messages call it, or empty
	uses          map[string]use
	names         []string // in the order of their first use
	directives    map[string]source.Range
	children      []*scope
	where         string // for a typeVariableScope, what the messages call it

	inTarget    bool // in the target of a comprehension
	inIterable  int  // how many iterables of comprehensions are being visited
	isGenerator bool
	isCoroutine bool
}

func (s *scope) isFunctionLike() bool { return s.kind != moduleScope && s.kind != classScope }

// scopeSlab is how many scopes are allocated at a time.
const scopeSlab = 16

// open enters a new scope, which a node opens.
func (f *finder) open(kind scopeKind, node any) *scope {
	if len(f.freeScopes) == 0 {
		f.freeScopes = make([]scope, scopeSlab)
	}
	s := &f.freeScopes[0]
	f.freeScopes = f.freeScopes[1:]
	s.kind = kind
	if f.current != nil {
		s.inIterable = f.current.inIterable
		if len(f.declared) > 0 {
			f.current.children = append(f.current.children, s)
		}
	}
	f.stack = append(f.stack, s)
	f.current = s
	f.scopes[node] = s
	return s
}

func (f *finder) close() {
	f.stack = f.stack[:len(f.stack)-1]
	f.current = nil
	if n := len(f.stack); n > 0 {
		f.current = f.stack[n-1]
	}
}

// mangled returns the name that a private one, such as __x, has within a class.
func (f *finder) mangled(name string) string {
	class := strings.TrimLeft(f.class, "_")
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	return "_" + class + name
}

// usesOf returns how a name has been used in the current scope so far.
func (f *finder) usesOf(name string) use { return f.current.uses[f.mangled(name)] }

// define notes a use of a name in the current scope.
func (f *finder) define(name string, flags use, at source.Range) {
	f.defineIn(f.current, name, flags, at)
}

func (f *finder) defineIn(s *scope, name string, flags use, at source.Range) {
	if !f.declared[name] && !f.anyDeclared {
		return
	}
	mangled := f.mangled(name)
	before, known := s.uses[mangled]
	switch {
	case flags&before&param != 0:
		f.fail(at, duplicateArgument, name)
	case flags&before&typeParam != 0:
		f.fail(at, "duplicate type parameter '%s'", name)
	}
	flags |= before
	if s.inTarget {
		if flags&(global|nonlocal) != 0 {
			f.fail(at, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		flags |= iteration
	}
	if !known {
		s.names = append(s.names, mangled)
	}
	if s.uses == nil {
		s.uses = map[string]use{}
	}
	s.uses[mangled] = flags
}

// direct notes where the current scope says to which scope a name belongs.
func (f *finder) direct(name string, at source.Range) {
	s := f.current
	if s.directives == nil {
		s.directives = map[string]source.Range{}
	}
	name = f.mangled(name)
	if _, known := s.directives[name]; !known {
		s.directives[name] = at
	}
}

// nameSet is a set of names.
type nameSet map[string]bool

// analyze resolves the names of a scope, given those that enclosing functions
// bind (nil outside of all functions) and those that are type parameters.
func (f *finder) analyze(s *scope, outer, typeParams nameSet) {
	locals, visible := nameSet{}, nameSet{}
	for name := range outer {
		visible[name] = true
	}
	params := nameSet{}
	for name := range typeParams {
		params[name] = true
	}
	for _, name := range s.names {
		flags := s.uses[name]
		switch {
		case flags&global != 0:
			if flags&nonlocal != 0 {
				f.fail(s.directives[name], "name '%s' is nonlocal and global", name)
			}
			delete(visible, name)
		case flags&nonlocal != 0:
			switch {
			case s.kind == moduleScope:
				f.fail(s.directives[name], "nonlocal declaration not allowed at module level")
			case !visible[name]:
				f.fail(s.directives[name], "no binding for nonlocal '%s' found", name)
			case params[name]:
				f.fail(s.directives[name], "nonlocal binding not allowed for type parameter '%s'", name)
			}
		case flags&bound != 0:
			locals[name] = true
			if flags&typeParam != 0 {
				params[name] = true
			} else {
				delete(params, name)
			}
		}
	}
	if s.isFunctionLike() {
		for name := range locals {
			visible[name] = true
		}
	}
	if s.kind == classScope {
		visible["__class__"] = true
	}
	for _, child := range s.children {
		f.analyze(child, visible, params)
	}
}
