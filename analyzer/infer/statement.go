package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) block(body []ast.Stmt) {
	for _, s := range body {
		f.statement(s)
	}
}

func (f *function) statement(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.ExprStmt:
		f.expr(s.Value)
	case *ast.Assign:
		f.assignment(s)
	case *ast.AnnAssign:
		f.annotated(s)
	case *ast.AugAssign:
		f.augmented(s)
	case *ast.Return:
		t := types.Type(types.None)
		if s.Value != nil {
			t = f.expr(s.Value)
		}
		f.join(f.result, t)
	case *ast.If:
		f.branch(s)
	case *ast.While:
		f.forget(s)
		f.test(s.Test)
		f.scoped(func() {
			f.assume(s.Test, true)
			f.block(s.Body)
		})
		f.forget(s)
		f.block(s.Orelse)
	case *ast.For:
		f.loop(s, s.Target, s.Iter, s.Body, s.Orelse, false)
	case *ast.AsyncFor:
		f.loop(s, s.Target, s.Iter, s.Body, s.Orelse, true)
	case *ast.FunctionDef:
		f.definitionStatement(s, s.Args, s.Body, s.DecoratorList)
	case *ast.AsyncFunctionDef:
		f.definitionStatement(s, s.Args, s.Body, s.DecoratorList)
	case *ast.ClassDef:
		f.classStatement(s)
	case *ast.Raise:
		if info := f.classOf(s.Exc); info != nil {
			t, _ := f.construct(&ast.Call{Func: s.Exc})
			f.escape(t)
		} else if name, ok := s.Exc.(*ast.Name); ok && f.isBuiltin(name) {
			break // a class, of which an instance is made
		} else if s.Exc != nil {
			f.escape(f.expr(s.Exc)) // handlers find it
		}
		if s.Cause != nil {
			f.escape(f.expr(s.Cause))
		}
	case *ast.Try:
		f.try(s, s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		f.try(s, s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.With:
		f.with(s, s.Items, s.Body)
	case *ast.AsyncWith:
		f.with(s, s.Items, s.Body)
	case *ast.Match:
		f.match(s)
	case *ast.Assert:
		f.test(s.Test)
		f.optionalExpr(s.Msg)
		f.assume(s.Test, true)
	case *ast.Delete:
		for _, t := range s.Targets {
			f.deleted(t)
		}
	case *ast.TypeAlias:
		f.expr(s.Value)
		f.bind(f.mod.Scope.Uses[s.Name.(*ast.Name)], types.Any)
		f.bindAll(s.TypeParams)
	case *ast.Import:
		f.imported(s.Names)
	case *ast.ImportFrom:
		f.imported(s.Names)
	}
}

// imported joins what import statements bind: names that stand for the library
// or another module are handled where they are used.
func (f *function) imported(names []*ast.Alias) {
	for _, a := range names {
		if sym := f.mod.Scope.Defs[a]; sym != nil {
			f.bind(sym, types.Any)
		}
	}
}

func (f *function) bindAll(params []ast.TypeParam) {
	for _, p := range params {
		if sym := f.mod.Scope.Defs[p]; sym != nil {
			f.bind(sym, types.Any)
		}
	}
}

func (f *function) optionalExpr(e ast.Expr) {
	if e != nil {
		f.escape(f.expr(e))
	}
}

func (f *function) deleted(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Name:
		if sym := f.mod.Scope.Uses[e]; sym != nil {
			f.unknown(sym)
			f.join(f.variable(sym), types.Any)
		}
	case *ast.Tuple:
		for _, x := range e.Elts {
			f.deleted(x)
		}
	default:
		f.expr(e)
	}
}

func (f *function) definitionStatement(n ast.Node, args *ast.Arguments, body []ast.Stmt, decorators []ast.Expr) {
	if facts := f.facts.Funcs[n]; facts == nil || facts.Method == nil {
		for _, d := range decorators {
			f.expr(d)
		}
	}
	sym := f.mod.Scope.Defs[n]
	if f.class != nil {
		f.enter(n, args, body, nil)
		return
	}
	if facts := f.facts.Funcs[n]; facts != nil && facts.Static {
		f.join(f.variable(sym), &types.Closure{Def: n})
	} else {
		f.bind(sym, types.Any)
	}
	f.enter(n, args, body, nil)
}

func (f *function) classStatement(s *ast.ClassDef) {
	if f.classes[s] == nil {
		for _, d := range s.DecoratorList {
			f.expr(d)
		}
		for _, b := range s.Bases {
			f.expr(b)
		}
	}
	for _, k := range s.Keywords {
		f.escape(f.expr(k.Value))
	}
	f.bindAll(s.TypeParams)
	f.bind(f.mod.Scope.Defs[s], types.Any)
	inner := &function{analysis: f.analysis, mod: f.mod, node: s, result: newCell(), narrow: map[*scope.Symbol]types.Type{}, class: s}
	inner.block(s.Body)
}

// bind joins a value into a variable and forgets what tests told of it.
func (f *function) bind(sym *scope.Symbol, t types.Type) {
	if sym == nil {
		return
	}
	f.join(f.variable(sym), t)
	f.unknown(sym)
}

func (f *function) assignment(s *ast.Assign) {
	if left, ok := s.Targets[0].(*ast.Tuple); ok && len(s.Targets) == 1 {
		if right, ok := s.Value.(*ast.Tuple); ok && len(left.Elts) == len(right.Elts) && !starred(left.Elts) && !starred(right.Elts) {
			f.expr(s.Value)
			for i, t := range left.Elts {
				f.assign(t, f.facts.exprs[right.Elts[i]])
			}
			return
		}
	}
	if len(s.Targets) == 1 {
		if b, ok := s.Value.(*ast.BinOp); ok && accumulates(s.Targets[0], b) {
			f.expr(s.Value)
			f.assign(s.Targets[0], f.accumulated(s.Targets[0], b.Op, f.expr(b.Left), f.expr(b.Right)))
			return
		}
	}
	t := f.expr(s.Value)
	for _, target := range s.Targets {
		f.assign(target, t)
	}
}

// accumulates reports whether an assignment is x = x + e or x = x - e.
func accumulates(target ast.Expr, b *ast.BinOp) bool {
	name, ok := target.(*ast.Name)
	left, isName := b.Left.(*ast.Name)
	return ok && isName && name.Id == left.Id && (b.Op == ast.Add || b.Op == ast.Sub)
}

// accumulated is the type of x after x += e.
func (f *function) accumulated(target ast.Expr, op ast.Operator, x, e types.Type) types.Type {
	xi, ok := known(x).(integer)
	ei, isInt := known(e).(integer)
	if ok && isInt && (op == ast.Add || op == ast.Sub) {
		if name, isName := target.(*ast.Name); isName {
			// What a test around bounds cannot grow on and on.
			sym := f.mod.Scope.Uses[name]
			if _, bounded := f.narrow[sym].(integer); bounded {
				sum, _ := integerResult(op, xi, ei).(integer)
				if c, ok := f.variable(sym).typ.(integer); !f.sums || ok && sum.bits <= c.bits {
					return sum
				}
			}
		}
		if ei.bits > maxStep {
			return integer{bits: wide}
		}
		return sumInCycle(op, xi, ei)
	}
	return f.arithmetic(op, x, e)
}

func starred(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if _, ok := e.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

func (f *function) annotated(s *ast.AnnAssign) {
	declared := f.annotation(s.Annotation)
	name, ok := s.Target.(*ast.Name)
	if ok && f.class == nil {
		if sym := f.mod.Scope.Uses[name]; sym != nil && sym.Scope != nil {
			if c := f.variable(sym); c.annotated == nil && f.checkable(declared) != types.Any {
				c.annotated = declared
			}
		}
	}
	if s.Value == nil {
		return
	}
	if info := f.classes[f.class]; f.class != nil && info != nil && ok && info.fields[name.Id] != nil {
		return // a field of a dataclass, whose default is taken where instances are made
	}
	t := f.expr(s.Value)
	f.declare(declared, t)
	f.assign(s.Target, t)
}

// assign joins t into what a target names.
func (f *function) assign(target ast.Expr, t types.Type) {
	f.facts.exprs[target] = known(t)
	switch target := target.(type) {
	case *ast.Name:
		sym := f.mod.Scope.Uses[target]
		if f.class != nil && sym != nil && sym.Scope != nil && isClass(sym.Scope) {
			if info := f.classes[f.class]; info != nil {
				if c := info.attrs[target.Id]; c != nil {
					f.join(c, t)
				}
				return
			}
			f.escape(t)
			return
		}
		f.bind(sym, t)
	case *ast.Attribute:
		f.assignAttribute(target, t)
	case *ast.Subscript:
		f.assignItem(target, t)
	case *ast.Starred:
		f.escape(t)
		f.assign(target.Value, types.Any)
	case *ast.Tuple:
		f.unpack(target.Elts, t)
	case *ast.List:
		f.unpack(target.Elts, t)
	}
}

func (f *function) assignAttribute(target *ast.Attribute, t types.Type) {
	if mod := f.modules[f.libraryModule(target.Value)]; mod != nil {
		if sym := mod.Scope.Module.Symbols[target.Attr]; sym != nil {
			f.join(f.variable(sym), t)
			return
		}
	}
	if c, _, ok := f.member(target); ok {
		if c != nil {
			f.join(c, t)
		}
		return
	}
	owner := f.expr(target.Value)
	if owner == types.Never {
		return
	}
	f.escape(owner)
	f.escape(t)
	if !f.isDynamicSelf(target.Value) {
		f.untypedStore(target.Attr)
	}
}

func (f *function) assignItem(target *ast.Subscript, t types.Type) {
	container := f.expr(target.Value)
	key := f.expr(target.Slice)
	if container == types.Never || key == types.Never {
		return
	}
	if f.setItem(target.Value, key, t) {
		return
	}
	switch c := known(container).(type) {
	case *types.Dict:
		f.joinElem(c.Key, key)
		f.joinElem(c.Value, t)
		return
	case *types.List:
		if _, ok := known(key).(integer); ok {
			f.joinElem(c.Elem, t)
			return
		}
	}
	f.escape(container)
	f.escape(key)
	f.escape(t)
}

func (f *function) joinElem(elem, t types.Type) {
	if c, ok := elem.(*cell); ok {
		f.join(c, t)
	}
}

func (f *function) unpack(targets []ast.Expr, t types.Type) {
	if tuple, ok := known(t).(*types.Tuple); ok && len(tuple.Elems) == len(targets) && !starred(targets) {
		for i, target := range targets {
			f.assign(target, tuple.Elems[i])
		}
		return
	}
	elem := f.element(t)
	for _, target := range targets {
		f.assign(target, elem)
	}
}

func (f *function) augmented(s *ast.AugAssign) {
	t := f.expr(s.Value)
	switch target := s.Target.(type) {
	case *ast.Name:
		sym := f.mod.Scope.Uses[target]
		old := f.load(target)
		f.facts.exprs[target] = old
		if f.class != nil {
			f.escape(t)
			return
		}
		f.bind(sym, f.inPlace(target, s.Op, old, t))
	case *ast.Attribute:
		read := *target
		read.Ctx = ast.Load
		old := f.expr(&read)
		delete(f.facts.exprs, &read)
		f.facts.exprs[target] = known(old)
		f.assignAttribute(target, f.inPlace(target, s.Op, old, t))
	case *ast.Subscript:
		f.assignItem(target, f.inPlace(target, s.Op, f.expr(target), t))
	}
}

func (f *function) inPlace(target ast.Expr, op ast.Operator, old, t types.Type) types.Type {
	switch old := known(old).(type) {
	case *types.List:
		if added, ok := known(t).(*types.List); ok && op == ast.Add {
			f.unify(old.Elem, added.Elem)
			return old
		}
		f.escape(old)
		f.escape(t)
		return types.Any
	case *types.Set, *types.Dict:
		// The container itself, changed by untyped code.
		f.escape(old)
		f.escape(t)
		return types.Any
	}
	return f.accumulated(target, op, old, t)
}

// branch interprets if: what its test tells holds in each arm, and after it
// where the other arm does not go on.
func (f *function) branch(s *ast.If) {
	f.test(s.Test)
	before := f.copyNarrow()
	f.assume(s.Test, true)
	f.block(s.Body)
	then := f.narrow
	f.resume(before)
	f.assume(s.Test, false)
	f.block(s.Orelse)
	switch {
	case ends(s.Body):
	case len(s.Orelse) > 0 && ends(s.Orelse):
		f.resume(then)
	default:
		f.resume(f.common(then, f.narrow))
	}
}

func (f *function) copyNarrow() map[*scope.Symbol]types.Type {
	out := make(map[*scope.Symbol]types.Type, len(f.narrow))
	for k, v := range f.narrow {
		out[k] = v
	}
	return out
}

// common keeps what is known on both ways.
func (f *function) common(a, b map[*scope.Symbol]types.Type) map[*scope.Symbol]types.Type {
	out := map[*scope.Symbol]types.Type{}
	for sym, t := range a {
		if u, ok := b[sym]; ok && same(known(t), known(u)) {
			out[sym] = t
		}
	}
	return out
}

// scoped interprets code whose tests tell nothing about what comes after.
func (f *function) scoped(body func()) {
	before := f.copyNarrow()
	body()
	f.resume(f.common(before, f.narrow))
}

// forget drops what is known of the variables that a statement assigns.
func (f *function) forget(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			if n.Ctx != ast.Load {
				f.unknown(f.mod.Scope.Uses[n])
			}
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
			return false
		}
		return true
	})
}

func (f *function) loop(n ast.Node, target, iter ast.Expr, body, orelse []ast.Stmt, async bool) {
	t := f.expr(iter)
	f.forget(n)
	f.scoped(func() {
		f.iterate(target, iter, t, async)
		f.block(body)
	})
	f.forget(n)
	f.block(orelse)
}

// iterate assigns the elements of an iterable to a loop's target.
func (f *function) iterate(target, iter ast.Expr, t types.Type, async bool) {
	if async {
		if it, ok := known(t).(*types.Iterator); ok && it.Async {
			f.assign(target, it.Elem)
			return
		}
		f.escape(t)
		f.assign(target, types.Any)
		return
	}
	if call, ok := iter.(*ast.Call); ok {
		if f.countingRange(call) {
			f.assign(target, f.rangeElement(call.Args))
			return
		}
	}
	if items, ok := displayItems(iter); ok {
		var elem types.Type = types.Never
		for _, e := range items {
			elem = f.lub(elem, f.facts.exprs[e])
		}
		if len(items) > 0 && f.uniform(items) {
			f.assign(target, elem)
			return
		}
	}
	if elem, ok := f.instanceElements(iter); ok {
		f.assign(target, elem)
		return
	}
	f.assign(target, f.element(t))
}

func displayItems(e ast.Expr) ([]ast.Expr, bool) {
	switch e := e.(type) {
	case *ast.List:
		return e.Elts, !starred(e.Elts)
	case *ast.Tuple:
		return e.Elts, !starred(e.Elts)
	}
	return nil, false
}

// uniform reports whether all items have one simple type.
func (f *function) uniform(items []ast.Expr) bool {
	first := resolve(f.facts.exprs[items[0]], 0)
	for _, e := range items {
		if t := resolve(f.facts.exprs[e], 0); !types.Equal(t, first) || t == types.Any {
			return false
		}
	}
	return true
}

// countingRange reports whether a call is range() over ints that fit.
func (f *function) countingRange(call *ast.Call) bool {
	name, ok := call.Func.(*ast.Name)
	if !ok || name.Id != "range" || !f.isBuiltin(name) || len(call.Args) == 0 || len(call.Keywords) > 0 || hasStar(call) {
		return false
	}
	for _, a := range call.Args {
		t := known(f.facts.exprs[a])
		i, ok := t.(integer)
		if t != types.Never && (!ok || i.bits >= wide) {
			return false
		}
	}
	return true
}

func (f *function) try(n ast.Node, body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, final []ast.Stmt) {
	before := f.copyNarrow()
	f.block(body)
	f.block(orelse)
	for _, h := range handlers {
		f.resume(before)
		before = f.copyNarrow()
		f.forget(n)
		f.handler(h)
	}
	if len(handlers) > 0 {
		f.resume(before)
	}
	f.forget(n)
	f.block(final)
}

func (f *function) handler(h *ast.ExceptHandler) {
	var t types.Type = &types.Exception{Name: "BaseException"}
	if h.Type != nil {
		if info := f.classOf(h.Type); info != nil && info.exception {
			t = f.instance(info.def)
		} else {
			f.caught(h.Type)
		}
	}
	if h.Name != "" {
		f.bind(f.mod.Scope.Defs[h], t)
	}
	f.block(h.Body)
}

// caught interprets the class, or the classes, of an except clause. The name of
// an exception class or of a static class is no value there.
func (f *function) caught(e ast.Expr) {
	if tuple, ok := e.(*ast.Tuple); ok {
		for _, x := range tuple.Elts {
			f.caught(x)
		}
		return
	}
	if name, ok := e.(*ast.Name); ok && (f.isBuiltin(name) || f.classOf(name) != nil) {
		return
	}
	f.expr(e)
}

func (f *function) with(n ast.Node, items []*ast.WithItem, body []ast.Stmt) {
	for _, item := range items {
		t := f.expr(item.ContextExpr)
		f.expose(t)
		instance, isInstance := known(t).(*types.Instance)
		if !isInstance {
			f.escape(t)
		}
		switch {
		case item.OptionalVars == nil:
		case isInstance:
			f.assign(item.OptionalVars, f.enteredInstance(n, f.classes[instance.Class]))
		default:
			f.assign(item.OptionalVars, f.entered(n, item))
		}
	}
	// A manager can end the body early by suppressing an exception.
	f.scoped(func() { f.block(body) })
	f.forget(n)
}

// enteredInstance is the type of what a context manager that is an instance of
// a static class gives.
func (f *function) enteredInstance(n ast.Node, info *classInfo) types.Type {
	name := "__enter__"
	if _, async := n.(*ast.AsyncWith); async {
		name = "__aenter__"
	}
	m := info.method(name)
	if m == nil || f.facts.Funcs[m].Async != (name == "__aenter__") || f.facts.Funcs[m].Generator || f.facts.Funcs[m].Kind != InstanceMethod {
		return types.Any
	}
	return known(f.resultCell(m))
}

// entered is the type of what a context manager gives. A task group that is
// bound to a name of its own becomes a parameter of the body.
func (f *function) entered(n ast.Node, item *ast.WithItem) types.Type {
	call, ok := item.ContextExpr.(*ast.Call)
	name, isName := item.OptionalVars.(*ast.Name)
	if !ok || !isName || len(call.Args)+len(call.Keywords) > 0 || f.class != nil {
		return types.Any
	}
	if entry, _ := f.entryName(call); entry != "asyncio.TaskGroup" {
		return types.Any
	}
	sym := f.mod.Scope.Uses[name]
	if sym == nil || sym.Assigned != 1 || !f.within(sym, n) {
		return types.Any
	}
	return &types.Library{Name: "asyncio.TaskGroup"}
}

// within reports whether all uses of a variable lie within a statement.
func (f *function) within(sym *scope.Symbol, n ast.Node) bool {
	for name, s := range f.mod.Scope.Uses {
		if s == sym && !n.Span().Contains(name.Span()) {
			return false
		}
	}
	return true
}

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
			if class := f.matchedClass(c.Pattern); class != nil {
				if name, ok := s.Subject.(*ast.Name); ok {
					f.narrowToClass(name, class)
				}
			}
			if c.Guard != nil {
				f.expr(c.Guard)
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
	if info == nil || len(info.derived) > 0 || info.exception {
		return nil
	}
	fields := []string{}
	if len(p.Patterns) > 0 {
		if !info.dataclass {
			return nil
		}
		for _, field := range info.allFields() {
			if !field.KwOnly && len(fields) < len(p.Patterns) {
				fields = append(fields, field.Name)
			}
		}
		if len(fields) < len(p.Patterns) {
			return nil
		}
	}
	for _, name := range p.KwdAttrs {
		if info.field(name) == nil || slices.Contains(fields, name) {
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
