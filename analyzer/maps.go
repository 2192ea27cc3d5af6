package analyzer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// mapsAsGenerators rewrites what consumes map(f, xs) whole, where it stands, to
// consume f(x) for x in xs: sum(map(len, words)) and gather(*map(fetch, urls)).
// These mean the same if f is always the same function and raises no
// StopIteration, which would end a map but be an error in a generator. Everything
// after this then sees a call of f.
func mapsAsGenerators(m *ast.Module) {
	r := &mapRewriter{defs: map[string][]ast.Node{}, bound: map[string]int{}, stored: map[string]bool{}, defaulted: map[*ast.Name]bool{}}
	r.survey(m, false)
	if r.bound["map"] > 0 || r.unclear {
		return
	}
	ast.Inspect(m, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			if len(n.Args) == 1 && r.consumes(n.Func) {
				n.Args[0] = r.rewritten(n.Args[0])
			}
			r.starred(n.Args)
		case *ast.List:
			r.starred(n.Elts)
		}
		return true
	})
}

// mapRewriter knows which names of a module always mean the same function.
type mapRewriter struct {
	defs    map[string][]ast.Node // functions and, by the names of their methods, methods without decorators
	bound   map[string]int        // how often each name is bound, in any scope
	stored  map[string]bool       // attributes that are assigned
	special bool                  // the module defines methods that builtin functions call
	stops   bool                  // it raises StopIteration, or may let one out
	unclear bool                  // its names can be bound in other ways
	// defaulted holds next where it is called with a default, and raises nothing.
	defaulted map[*ast.Name]bool
}

// survey notes what a node binds. Functions that stand in a class are methods.
func (r *mapRewriter) survey(n ast.Node, inClass bool) {
	ast.Children(n, func(c ast.Node) {
		switch c := c.(type) {
		case *ast.FunctionDef:
			r.define(c.Name, c, c.DecoratorList, inClass)
		case *ast.AsyncFunctionDef:
			r.define(c.Name, c, c.DecoratorList, inClass)
		case *ast.ClassDef:
			r.bound[c.Name]++
			r.survey(c, true)
			return
		case *ast.Name:
			if c.Ctx != ast.Load {
				r.bound[c.Id]++
			}
			if c.Id == "StopIteration" || c.Id == "next" && !r.defaulted[c] {
				r.stops = true
			}
		case *ast.Call:
			if name, ok := c.Func.(*ast.Name); ok && len(c.Args) == 2 {
				r.defaulted[name] = true
			}
		case *ast.Arg:
			r.bound[c.Arg]++
		case *ast.Alias:
			r.unclear = r.unclear || c.Name == "*"
			r.bound[c.Name]++
			r.bound[c.Asname]++
		case *ast.ExceptHandler:
			r.bound[c.Name]++
		case *ast.MatchAs:
			r.bound[c.Name]++
		case *ast.MatchStar:
			r.bound[c.Name]++
		case *ast.Attribute:
			if c.Ctx != ast.Load {
				r.stored[c.Attr] = true
			}
			r.stops = r.stops || c.Attr == "__next__"
		}
		r.survey(c, false)
	})
}

func (r *mapRewriter) define(name string, def ast.Node, decorators []ast.Expr, method bool) {
	if len(decorators) == 0 {
		r.defs[name] = append(r.defs[name], def)
	}
	r.special = r.special || method && api.ConvertedBy(name)
	if method && len(decorators) == 0 {
		return // found by attribute
	}
	r.bound[name]++
}

// consumes reports whether a call of fn consumes its one argument: a builtin
// function that does, or separator.join.
func (r *mapRewriter) consumes(fn ast.Expr) bool {
	switch fn := fn.(type) {
	case *ast.Name:
		return api.Consumes(fn.Id) && r.bound[fn.Id] == 0
	case *ast.Attribute:
		c, ok := fn.Value.(*ast.Constant)
		if !ok || fn.Attr != "join" {
			return false
		}
		_, isText := c.Value.(string)
		return isText
	}
	return false
}

func (r *mapRewriter) starred(items []ast.Expr) {
	for _, e := range items {
		if star, ok := e.(*ast.Starred); ok {
			star.Value = r.rewritten(star.Value)
		}
	}
}

// rewritten is the generator expression that means the same as map(f, xs), or e.
func (r *mapRewriter) rewritten(e ast.Expr) ast.Expr {
	call, ok := e.(*ast.Call)
	if !ok || len(call.Args) != 2 || len(call.Keywords) > 0 {
		return e
	}
	if name, ok := call.Func.(*ast.Name); !ok || name.Id != "map" {
		return e
	}
	if _, isStar := call.Args[1].(*ast.Starred); isStar {
		return e
	}
	param, ok := r.parameter(call.Args[0])
	if !ok {
		return e
	}
	at := ast.Base{Range: call.Args[0].Span()}
	return &ast.GeneratorExp{
		Base: call.Base,
		Elt:  &ast.Call{Base: at, Func: call.Args[0], Args: []ast.Expr{&ast.Name{Base: at, Id: param, Ctx: ast.Load}}},
		Generators: []*ast.Comprehension{{
			Base: call.Base, Target: &ast.Name{Base: at, Id: param, Ctx: ast.Store}, Iter: call.Args[1],
		}},
	}
}

// parameter gives a name to what f takes, if f always is the same function.
func (r *mapRewriter) parameter(f ast.Expr) (string, bool) {
	switch f := f.(type) {
	case *ast.Name:
		if api.Converts(f.Id) {
			return "x", r.bound[f.Id] == 0 && !(r.stops && r.special)
		}
		if len(r.defs[f.Id]) == 1 && r.bound[f.Id] == 1 {
			return r.takes(r.defs[f.Id][0], 0, f.Id)
		}
	case *ast.Attribute:
		owner, ok := f.Value.(*ast.Name)
		if ok && owner.Id == "self" && len(r.defs[f.Attr]) == 1 && r.bound[f.Attr] == 0 && !r.stored[f.Attr] {
			return r.takes(r.defs[f.Attr][0], 1, owner.Id)
		}
	}
	return "", false
}

// takes is the name of a parameter of a def that only makes a coroutine, or
// raises no StopIteration.
func (r *mapRewriter) takes(def ast.Node, i int, taken string) (string, bool) {
	_, async := def.(*ast.AsyncFunctionDef)
	args := ast.ArgumentsOf(def)
	params := append(args.Posonlyargs[:len(args.Posonlyargs):len(args.Posonlyargs)], args.Args...)
	if i >= len(params) || !async && r.stops {
		return "", false
	}
	if name := params[i].Arg; name != taken {
		return name, true
	}
	return "item", true
}
