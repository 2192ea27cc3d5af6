package tidy

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// A rewrite returns what takes the place of the first n statements of a list; n is
// 0 if it does not apply.
type rewrite func(list []ir.Stmt) (with []ir.Stmt, n int)

// rewrites are tried at each place of a list.
var rewrites = []rewrite{
	foldForever,
	dropUnreachable,
	spliceBlock,
	foldEmptyIf,
	foldUpdate,
	foldReturned,
	sinkDeclaration,
	foldDeclare,
	pairElements,
	foldErrorInit,
	foldTestInit,
	bindAssertion,
	unfoldLongInit,
	flattenElse,
	returnCondition,
	returnSame,
	dropContinue,
	chainCases,
	dropBreak,
}

// dropUnreachable removes what follows a statement that never goes on.
func dropUnreachable(list []ir.Stmt) ([]ir.Stmt, int) {
	if len(list) < 2 || !leaves(list[0]) {
		return nil, 0
	}
	with := []ir.Stmt{list[0]}
	for _, s := range list[1:] {
		if _, comment := s.(*ir.Comment); comment {
			with = append(with, s)
		}
	}
	if len(with) == len(list) {
		return nil, 0
	}
	return with, len(list)
}

// foldForever writes for true {...} as for {...}.
func foldForever(list []ir.Stmt) ([]ir.Stmt, int) {
	s, ok := list[0].(*ir.For)
	if !ok {
		return nil, 0
	}
	if lit, ok := s.Cond.(*ir.Lit); !ok || lit.Value != true {
		return nil, 0
	}
	s.Cond = nil
	return list[:1], 1
}

// spliceBlock puts the statements of a block into the list around it.
func spliceBlock(list []ir.Stmt) ([]ir.Stmt, int) {
	b, ok := list[0].(*ir.Block)
	if !ok {
		return nil, 0
	}
	if len(b.Body) == 0 {
		return nil, 1
	}
	inherit(b.Body[0].M(), &b.Meta)
	return b.Body, 1
}

// foldEmptyIf removes an if without statements, or turns it so that its else
// becomes its body.
func foldEmptyIf(list []ir.Stmt) ([]ir.Stmt, int) {
	s, ok := list[0].(*ir.If)
	if !ok || len(s.Then) > 0 || s.Init != nil {
		return nil, 0
	}
	if len(s.Else) > 0 {
		return []ir.Stmt{&ir.If{Meta: s.Meta, Cond: negate(&ir.Unary{Op: "!", X: s.Cond}), Then: s.Else}}, 1
	}
	with := effects([]ir.Expr{s.Cond})
	if len(with) == 0 && commented(&s.Meta) {
		with = []ir.Stmt{&ir.Comment{}}
	}
	if len(with) > 0 {
		inherit(with[0].M(), &s.Meta)
	}
	return with, 1
}

// foldUpdate writes x = x + y as x += y, and x += 1 as x++.
func foldUpdate(list []ir.Stmt) ([]ir.Stmt, int) {
	switch s := list[0].(type) {
	case *ir.Assign:
		if len(s.Targets) != 1 || len(s.Values) != 1 || s.Targets[0] == nil || !pure(s.Targets[0]) {
			return nil, 0
		}
		value, ok := s.Values[0].(*ir.Binary)
		if !ok || !updates(value.Op) || !same(s.Targets[0], value.X) {
			return nil, 0
		}
		return []ir.Stmt{&ir.Update{Meta: s.Meta, Target: s.Targets[0], Op: value.Op, Value: value.Y}}, 1
	case *ir.Update:
		lit, ok := s.Value.(*ir.Lit)
		if !ok || s.Op != "+" && s.Op != "-" || lit.Value != 1 {
			return nil, 0
		}
		return []ir.Stmt{&ir.Update{Meta: s.Meta, Target: s.Target, Op: s.Op}}, 1
	}
	return nil, 0
}

// updates reports whether Go has an assignment with the operator.
func updates(op string) bool {
	switch op {
	case "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&^":
		return true
	}
	return false
}

// foldDeclare joins a declaration with the assignment after it, and writes
// var x T = v as x := v where v alone has the type T.
func foldDeclare(list []ir.Stmt) ([]ir.Stmt, int) {
	d, ok := list[0].(*ir.Declare)
	if !ok || d.Var == nil || d.Var.Global {
		return nil, 0
	}
	if d.Value != nil {
		if !d.Infer && !ir.Identical(evidentType(d.Value), d.Var.Type) {
			return nil, 0
		}
		return []ir.Stmt{&ir.Let{Meta: d.Meta, Vars: []*ir.Var{d.Var}, Values: []ir.Expr{d.Value}}}, 1
	}
	if len(list) < 2 {
		return nil, 0
	}
	a, ok := list[1].(*ir.Assign)
	if !ok || len(a.Targets) != 1 || len(a.Values) != 1 || !isRef(a.Targets[0], d.Var) || mentions(a.Values[0], d.Var) {
		return nil, 0
	}
	joined := &ir.Declare{Meta: a.Meta, Var: d.Var, Value: a.Values[0]}
	inherit(&joined.Meta, &d.Meta)
	return []ir.Stmt{joined}, 2
}

// evidentType returns the type that a value has in x := value, if it is seen
// from the value alone; nil otherwise.
func evidentType(e ir.Expr) ir.Type {
	switch e := e.(type) {
	case *ir.Lit:
		switch e.Value.(type) {
		case int:
			return ir.Int
		case float64:
			return ir.Float
		case string:
			return ir.String
		case bool:
			return ir.Bool
		}
	case *ir.Ref:
		return e.Var.Type
	case *ir.FieldRef:
		return e.Field.Type
	case *ir.Convert:
		return e.Type
	case *ir.Assert:
		return e.Type
	case *ir.Composite:
		if e.Ref {
			return &ir.Pointer{Elem: e.Type}
		}
		return e.Type
	case *ir.Binary:
		if isBool(e) {
			return ir.Bool
		}
	}
	return nil
}

// pairElements writes the elements of an unpacked value as one statement:
// a, b := values[0], values[1].
func pairElements(list []ir.Stmt) ([]ir.Stmt, int) {
	first, from := element(list[0], 0)
	if first == nil {
		return nil, 0
	}
	joined := &ir.Let{Meta: first.Meta}
	n := 0
	for ; n < len(list); n++ {
		let, of := element(list[n], n)
		if let == nil || of != from || n > 0 && (commented(&let.Meta) || let.Spaced) {
			break
		}
		joined.Vars = append(joined.Vars, let.Vars[0])
		joined.Values = append(joined.Values, let.Values[0])
	}
	if n < 2 {
		return nil, 0
	}
	return []ir.Stmt{joined}, n
}

// element returns a statement that declares a variable as the element at an
// index of another, and that other variable.
func element(s ir.Stmt, index int) (*ir.Let, *ir.Var) {
	let, ok := s.(*ir.Let)
	if !ok || len(let.Vars) != 1 || len(let.Values) != 1 {
		return nil, nil
	}
	value := let.Values[0]
	if as, ok := value.(*ir.Call); ok && len(as.TypeArgs) == 1 && len(as.Args) == 1 {
		value = as.Args[0] // unboxed
	}
	if as, ok := value.(*ir.Assert); ok {
		value = as.X
	}
	if field, ok := value.(*ir.FieldRef); ok && field.Field.Go != "" { // of a struct of the runtime
		if ref, ok := field.X.(*ir.Ref); ok {
			return let, ref.Var
		}
	}
	at, ok := value.(*ir.Index)
	if !ok {
		return nil, nil
	}
	ref, ok := at.X.(*ir.Ref)
	lit, isLit := at.Index.(*ir.Lit)
	if !ok || !isLit || lit.Value != index {
		return nil, nil
	}
	return let, ref.Var
}

// foldErrorInit writes err := f(); if err != nil {...} as one if statement,
// where err is not used after it and the call fits a line.
func foldErrorInit(list []ir.Stmt) ([]ir.Stmt, int) {
	if len(list) < 2 {
		return nil, 0
	}
	let, ok := list[0].(*ir.Let)
	if !ok || len(let.Values) != 1 || holdsBlock(let.Values[0]) {
		return nil, 0
	}
	s, ok := list[1].(*ir.If)
	if !ok || s.Init != nil || commented(&s.Meta) || s.Spaced {
		return nil, 0
	}
	err := errNotNil(s.Cond)
	if err == nil || let.Vars[len(let.Vars)-1] != err || mentions(list[2:], err) {
		return nil, 0
	}
	for _, v := range let.Vars[:len(let.Vars)-1] {
		if v != nil {
			return nil, 0
		}
	}
	folded := *s
	folded.Meta = let.Meta
	bare := *let
	bare.Meta = ir.Meta{}
	folded.Init = &bare
	return []ir.Stmt{&folded}, 2
}

// unfoldLongInit is the other way round: an Init that spreads over lines
// stands better before its if.
func unfoldLongInit(list []ir.Stmt) ([]ir.Stmt, int) {
	s, ok := list[0].(*ir.If)
	if !ok || s.Init == nil || !holdsBlock(s.Init) {
		return nil, 0
	}
	let, ok := s.Init.(*ir.Let)
	if !ok {
		return nil, 0
	}
	before := *let
	before.Meta = s.Meta
	after := *s
	after.Meta = ir.Meta{Range: s.Range}
	after.Init = nil
	return []ir.Stmt{&before, &after}, 1
}

// holdsBlock reports whether a function literal with more than a return stands in n.
func holdsBlock(n any) bool {
	found := false
	ir.Inspect(n, func(n any) bool {
		if lit, ok := n.(*ir.FuncLit); ok && len(lit.Body) > 0 {
			found = true
		}
		return !found
	})
	return found
}

// flattenElse takes an else out of its if, when the if before it always leaves.
func flattenElse(list []ir.Stmt) ([]ir.Stmt, int) {
	s, ok := list[0].(*ir.If)
	if !ok || s.Init != nil || len(s.Else) == 0 || !listLeaves(s.Then) {
		return nil, 0
	}
	alone := *s
	alone.Else = nil
	return append([]ir.Stmt{&alone}, s.Else...), 1
}

// returnCondition writes if c { return true }; return false as return c.
func returnCondition(list []ir.Stmt) ([]ir.Stmt, int) {
	if len(list) < 2 {
		return nil, 0
	}
	s, ok := list[0].(*ir.If)
	if !ok || s.Init != nil || len(s.Then) != 1 || len(s.Else) > 0 || !isBool(s.Cond) {
		return nil, 0
	}
	yes, no := returnedBool(s.Then[0]), returnedBool(list[1])
	if yes == nil || no == nil || *yes == *no || commented(s.Then[0].M()) || commented(list[1].M()) {
		return nil, 0
	}
	value := s.Cond
	if !*yes {
		value = negate(&ir.Unary{Op: "!", X: value})
	}
	return []ir.Stmt{&ir.Return{Meta: s.Meta, Values: []ir.Expr{value}}}, 2
}

// returnSame drops an if that returns what is returned without it too.
func returnSame(list []ir.Stmt) ([]ir.Stmt, int) {
	if len(list) < 2 {
		return nil, 0
	}
	s, ok := list[0].(*ir.If)
	if !ok || s.Init != nil || len(s.Else) > 0 || len(s.Then) != 1 || !pure(s.Cond) || commented(&s.Meta) || commented(s.Then[0].M()) {
		return nil, 0
	}
	inner, ok := s.Then[0].(*ir.Return)
	after, isReturn := list[1].(*ir.Return)
	if !ok || !isReturn || !same(inner.Values, after.Values) {
		return nil, 0
	}
	return list[1:2], 2
}

// returnedBool returns the literal that a return statement returns, nil if it
// returns anything else.
func returnedBool(s ir.Stmt) *bool {
	ret, ok := s.(*ir.Return)
	if !ok || len(ret.Values) != 1 {
		return nil
	}
	lit, ok := ret.Values[0].(*ir.Lit)
	if !ok {
		return nil
	}
	if v, ok := lit.Value.(bool); ok {
		return &v
	}
	return nil
}

// dropContinue removes a continue that ends the body of its loop.
func dropContinue(list []ir.Stmt) ([]ir.Stmt, int) {
	body := loopBody(list[0])
	if body == nil || len(*body) == 0 {
		return nil, 0
	}
	last, ok := (*body)[len(*body)-1].(*ir.Continue)
	if !ok || last.Label != nil || commented(&last.Meta) {
		return nil, 0
	}
	*body = (*body)[:len(*body)-1]
	return list[:1], 1
}

// loopBody returns the body of a loop, nil for other statements.
func loopBody(s ir.Stmt) *[]ir.Stmt {
	switch s := s.(type) {
	case *ir.For:
		return &s.Body
	case *ir.Range:
		return &s.Body
	}
	return nil
}
