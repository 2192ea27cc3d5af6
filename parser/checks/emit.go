package checks

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// unitKind is what a piece of code belongs to.
type unitKind uint8

const (
	moduleUnit unitKind = iota
	classUnit
	functionUnit
	asyncUnit
	lambdaUnit
	comprehensionUnit
	typeParamsUnit
)

// blockKind is a kind of block that "break", "continue" and "return" leave.
type blockKind uint8

const (
	loopBlock blockKind = iota
	otherBlock
	exceptStarBlock
)

// maxBlocks is CPython's CO_MAXBLOCKS.
const maxBlocks = 21

// unit is a function, class or the like whose code is generated.
type unit struct {
	kind   unitKind
	scope  *scope
	blocks []blockKind
}

func (f *finder) emitProgram() {
	f.unit = &unit{kind: moduleUnit, scope: f.module}
	f.emitBody(f.Body)
	if f.Expression != nil {
		f.emit(f.Expression)
	}
}

// within generates code in a new unit.
func (f *finder) within(kind unitKind, s *scope, emit func()) {
	outer := f.unit
	f.unit = &unit{kind: kind, scope: s}
	emit()
	f.unit = outer
}

// inBlock generates code in a block of the current unit.
func (f *finder) inBlock(kind blockKind, at source.Range, emit func()) {
	if len(f.unit.blocks) >= maxBlocks {
		f.fail(at, "too many statically nested blocks")
	}
	f.unit.blocks = append(f.unit.blocks, kind)
	emit()
	f.unit.blocks = f.unit.blocks[:len(f.unit.blocks)-1]
}

func (f *finder) emitBody(body []ast.Stmt) {
	for _, stmt := range body {
		f.emitStmt(stmt)
	}
}

func (f *finder) emitAll(list []ast.Expr) {
	for _, expr := range list {
		f.emitOptional(expr)
	}
}

func (f *finder) emitOptional(expr ast.Expr) {
	if expr != nil {
		f.emit(expr)
	}
}

// bind checks a name that is stored to or deleted.
func (f *finder) bind(name string, ctx ast.ExprContext, at source.Range) {
	if name != "__debug__" {
		return
	}
	switch ctx {
	case ast.Store:
		f.report(at, "cannot assign to __debug__")
	case ast.Del:
		f.report(at, "cannot delete __debug__")
	}
}

func (f *finder) emitStmt(stmt ast.Stmt) {
	switch n := stmt.(type) {
	case *ast.FunctionDef:
		f.emitFunction(n, functionUnit)
	case *ast.AsyncFunctionDef:
		function := ast.FunctionDef(*n)
		f.scopes[&function] = f.scopes[n]
		f.emitFunction(&function, asyncUnit)
	case *ast.ClassDef:
		f.emitClass(n)
	case *ast.TypeAlias:
		f.emitTypeParams(n.TypeParams)
		f.within(functionUnit, f.scopes[n], func() { f.emit(n.Value) })
		f.emit(n.Name)
	case *ast.ExprStmt:
		f.emit(n.Value)
	case *ast.Return:
		f.emitReturn(n)
	case *ast.Break:
		f.leave(n.Range, "'break' outside loop")
	case *ast.Continue:
		f.leave(n.Range, "'continue' not properly in loop")
	case *ast.Assign:
		f.emit(n.Value)
		f.emitAll(n.Targets)
	case *ast.AnnAssign:
		f.emitAnnotated(n)
	case *ast.For:
		f.emitFor(n)
	case *ast.AsyncFor:
		if !f.mayAwaitHere() {
			f.report(n.Range, "'async for' outside async function")
		}
		loop := ast.For(*n)
		f.emitFor(&loop)
	case *ast.While:
		f.inBlock(loopBlock, n.Range, func() {
			f.emit(n.Test)
			f.emitBody(n.Body)
		})
		f.emitBody(n.Orelse)
	case *ast.If:
		f.emit(n.Test)
		f.emitBody(n.Body)
		f.emitBody(n.Orelse)
	case *ast.With:
		f.emitWith(n.Items, n.Body)
	case *ast.AsyncWith:
		if !f.mayAwaitHere() {
			f.report(n.Range, "'async with' outside async function")
		}
		f.emitWith(n.Items, n.Body)
	case *ast.Try:
		f.emitTry(n, false)
	case *ast.TryStar:
		try := ast.Try(*n)
		f.emitTry(&try, true)
	case *ast.Match:
		f.emitMatch(n)
	case *ast.Import:
		f.emitAliases(n.Names, n.Range)
	case *ast.ImportFrom:
		if isFuture(n) && f.Line(n.Range.Start) > f.lastFutureLine {
			f.report(n.Range, "from __future__ imports must occur at the beginning of the file")
		}
		f.emitAliases(n.Names, n.Range)
	default:
		ast.Children(stmt, f.emitChild)
	}
}

// mayAwaitHere reports whether "async for" and "async with" are allowed.
func (f *finder) mayAwaitHere() bool {
	return f.unit.kind == asyncUnit || f.TopLevelAwait && f.unit.scope.kind == moduleScope
}

func (f *finder) emitAliases(aliases []*ast.Alias, at source.Range) {
	for _, alias := range aliases {
		name, _, _ := strings.Cut(alias.Name, ".")
		if alias.Asname != "" {
			name = alias.Asname
		}
		f.bind(name, ast.Store, at)
	}
}

func (f *finder) emitReturn(n *ast.Return) {
	s := f.unit.scope
	switch {
	case !s.isFunctionLike():
		f.report(n.Range, "'return' outside function")
		return
	case n.Value != nil && s.isCoroutine && s.isGenerator:
		f.report(n.Range, "'return' with value in async generator")
	}
	f.emitOptional(n.Value)
	if !slices.Contains(f.unit.blocks, exceptStarBlock) {
		return
	}
	at := n.Range
	if constant, isConstant := n.Value.(*ast.Constant); isConstant && f.Line(constant.Range.Start) == f.Line(at.Start) {
		at = constant.Range
	}
	f.report(at, "'break', 'continue' and 'return' cannot appear in an except* block")
}

// leave checks a "break" or "continue".
func (f *finder) leave(at source.Range, message string) {
	for i := len(f.unit.blocks) - 1; i >= 0; i-- {
		switch f.unit.blocks[i] {
		case exceptStarBlock:
			f.report(at, "'break', 'continue' and 'return' cannot appear in an except* block")
			return
		case loopBlock:
			return
		}
	}
	f.report(at, "%s", message)
}

func (f *finder) emitAnnotated(n *ast.AnnAssign) {
	if n.Value != nil {
		f.emit(n.Value)
		f.emit(n.Target)
	}
	switch target := n.Target.(type) {
	case *ast.Name:
		if n.Value == nil {
			f.bind(target.Id, ast.Store, n.Range)
		}
	case *ast.Attribute:
		if n.Value == nil {
			f.bind(target.Attr, ast.Store, n.Range)
			f.emit(target.Value)
		}
	case *ast.Subscript:
		if n.Value == nil {
			f.emit(target.Value)
			f.emit(target.Slice)
		}
	}
	if !f.futureAnnotations && (n.Simple == 0 || f.unit.kind == moduleUnit || f.unit.kind == classUnit) {
		f.emit(n.Annotation)
	}
}

func (f *finder) emitFor(n *ast.For) {
	f.emit(n.Iter)
	f.inBlock(loopBlock, n.Range, func() {
		f.emit(n.Target)
		f.emitBody(n.Body)
	})
	f.emitBody(n.Orelse)
}

func (f *finder) emitWith(items []*ast.WithItem, body []ast.Stmt) {
	f.emit(items[0].ContextExpr)
	f.inBlock(otherBlock, items[0].ContextExpr.Span(), func() {
		f.emitOptional(items[0].OptionalVars)
		if len(items) > 1 {
			f.emitWith(items[1:], body)
		} else {
			f.emitBody(body)
		}
	})
}

func (f *finder) emitTry(n *ast.Try, isStar bool) {
	if n.Finalbody == nil {
		f.emitTryExcept(n, isStar)
		return
	}
	f.inBlock(otherBlock, n.Range, func() {
		if n.Handlers != nil {
			f.emitTryExcept(n, isStar)
		} else {
			f.emitBody(n.Body)
		}
	})
	before := len(f.faults)
	f.emitBody(n.Finalbody)
	// CPython generates the block once more, for the way of exceptions, nested
	// one level deeper. What it refuses twice need be said only once.
	f.inBlock(otherBlock, n.Range, func() {
		after := len(f.faults)
		f.emitBody(n.Finalbody)
		if after > before {
			f.faults = f.faults[:after]
		}
	})
}

func (f *finder) emitTryExcept(n *ast.Try, isStar bool) {
	f.inBlock(otherBlock, n.Range, func() { f.emitBody(n.Body) })
	if !isStar {
		f.emitBody(n.Orelse)
	}
	kind := otherBlock
	if isStar {
		kind = exceptStarBlock
	}
	f.inBlock(kind, n.Range, func() {
		for i, handler := range n.Handlers {
			if handler.Type == nil && i < len(n.Handlers)-1 {
				f.report(handler.Range, "default 'except:' must be last")
			}
			f.emitOptional(handler.Type)
			f.bind(handler.Name, ast.Store, handler.Range)
			f.inBlock(otherBlock, handler.Range, func() { f.emitBody(handler.Body) })
		}
	})
	if isStar {
		f.emitBody(n.Orelse)
	}
}
