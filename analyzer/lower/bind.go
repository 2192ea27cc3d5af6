package lower

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// passedArgument is one that a call passes, and what it is bound to.
type passedArgument struct {
	expr    ast.Expr
	item    int    // which item of the tuple expr it is, or whole
	keyword string // empty by position
	open    bool   // it is *x or **x, and stands for any number of arguments

	param *ast.Arg
	field *structField
}

// whole is the item of an argument that is no item of a tuple.
const whole = -1

// passedArguments lists what a call passes. Of *x where x is a tuple of known
// length these are the items.
func (f *function) passedArguments(e *ast.Call) []passedArgument {
	var passed []passedArgument
	for _, a := range e.Args {
		star, ok := a.(*ast.Starred)
		if !ok {
			passed = append(passed, passedArgument{expr: a, item: whole})
			continue
		}
		tuple, ok := f.typeOf(star.Value).(*types.Tuple)
		if !ok {
			passed = append(passed, passedArgument{expr: a, item: whole, open: true})
			continue
		}
		for i := range tuple.Elems {
			passed = append(passed, passedArgument{expr: star.Value, item: i})
		}
	}
	for _, k := range e.Keywords {
		passed = append(passed, passedArgument{expr: k.Value, item: whole, keyword: k.Arg, open: k.Arg == ""})
	}
	return passed
}

// passedValues evaluates what a call passes, in order; want tells the type that
// an argument is for.
func (f *function) passedValues(passed []passedArgument, want func(i int) types.Type) []value {
	var exprs []ast.Expr
	var wants []types.Type
	spread := map[int]bool{}
	for i, p := range passed {
		if p.item > 0 {
			continue
		}
		var t types.Type
		if p.item == whole {
			t = want(i)
		} else {
			spread[len(exprs)] = true
		}
		exprs, wants = append(exprs, p.expr), append(wants, t)
	}
	values := f.operandsFor(exprs, func(i int) types.Type { return wants[i] })
	for i := range values {
		if _, isRef := values[i].Expr.(*ir.Ref); spread[i] && !isRef {
			f.keep(values)
			break
		}
	}
	var out []value
	at := -1
	for _, p := range passed {
		if p.item <= 0 {
			at++
		}
		v := values[at]
		if p.item != whole {
			v = f.tupleItem(v, p.item)
		}
		out = append(out, v)
	}
	return out
}

// keep stores values in variables, in order, so that each can be used again.
func (f *function) keep(values []value) {
	for i, v := range values {
		if !f.isUnchanging(v) {
			values[i] = f.let("values", v)
		}
	}
}

// bindArguments matches a call's arguments to a static function's parameters,
// as CPython would at run time. It gives up on ** arguments, on * arguments of
// unknown length that are not for *args alone, and where CPython would raise a
// TypeError.
func (f *function) bindArguments(d *definition, e *ast.Call) ([]ir.Expr, bool) {
	positional := len(d.args.Posonlyargs) + len(d.args.Args)
	params := d.args.All()
	if d.facts.Bound() {
		positional--
		params = params[1:]
	}
	bound := map[*ast.Arg]bool{}
	var keywords []string // that **kwargs collects
	passed := f.passedArguments(e)
	spread := false
	for i := range passed {
		p := &passed[i]
		switch {
		case p.open && (p.keyword == "" && !isStarred(p.expr) || i < positional || d.args.Vararg == nil):
			return nil, false
		case p.open:
			if !infer.Spreads(f.typeOf(p.expr.(*ast.Starred).Value)) {
				return nil, false
			}
			p.param, spread = d.args.Vararg, true
		case p.keyword != "":
			j := slices.IndexFunc(params, func(q *ast.Arg) bool {
				return q.Arg == p.keyword && q != d.args.Vararg && q != d.args.Kwarg && !slices.Contains(d.args.Posonlyargs, q)
			})
			switch {
			case j >= 0 && bound[params[j]]:
				return nil, false
			case j >= 0:
				p.param = params[j]
			case d.args.Kwarg != nil:
				p.param = d.args.Kwarg
				keywords = append(keywords, p.keyword)
			default:
				return nil, false
			}
		case i < positional:
			p.param = params[i]
		case d.args.Vararg != nil:
			p.param = d.args.Vararg
		default:
			return nil, false
		}
		bound[p.param] = true
	}
	defaults := d.args.DefaultValues()
	for _, p := range params {
		if !bound[p] && defaults[p] == nil && p != d.args.Vararg && p != d.args.Kwarg {
			return nil, false
		}
	}
	paramType := func(p *ast.Arg) types.Type {
		return f.varType(f.definitionModule(d).Scope.Defs[p])
	}
	given := map[*ast.Arg][]value{}
	values := f.passedValues(passed, func(i int) types.Type {
		switch passed[i].param {
		case d.args.Vararg, d.args.Kwarg:
			return nil
		}
		return paramType(passed[i].param)
	})
	for i, v := range values {
		given[passed[i].param] = append(given[passed[i].param], v)
	}
	var args []ir.Expr
	for _, p := range params {
		t := paramType(p)
		switch {
		case p == d.args.Vararg:
			args = append(args, f.collectedTuple(given[p], spread))
		case p == d.args.Kwarg:
			args = append(args, f.collectedDict(t, keywords, given[p]))
		case len(given[p]) == 1:
			args = append(args, f.to(t, given[p][0]))
		default:
			args = append(args, f.defaultArgument(defaults[p], t))
		}
	}
	return args, true
}
