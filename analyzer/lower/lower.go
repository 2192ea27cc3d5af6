// Package lower turns a program's syntax trees and the facts known of them into
// the Go-shaped form of analyzer/ir.
//
// It takes, for each construct, the most idiomatic form whose condition holds,
// and else the general form, which is always right (the ladder of
// docs/architecture.md). Expressions are lowered in Python's order of
// evaluation: whatever Go cannot write inside an expression becomes statements
// before it.
package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Module is one Python module of the program, in the order of import: the
// script itself is the last.
type Module struct {
	Name    string // dotted, or "__main__" for the script
	Package string // that its relative imports start from
	File    *source.File
	AST     *ast.Module
	Scope   *scope.Info
}

// Program lowers a whole program, and tells which form each construct took, and
// what names the program gives other values. Where the scopes of the modules have
// been told less, the lowering is not right.
func Program(mods []*Module, facts *infer.Facts) (*ir.Program, Rungs, *Replacing, diag.List) {
	l := &lowerer{
		facts:    facts,
		modules:  map[string]*module{},
		vars:     map[*scope.Symbol]*ir.Var{},
		funcs:    map[ast.Node]*ir.Func{},
		values:   map[ast.Node]*ir.Var{},
		structs:  map[*ast.ClassDef]*structType{},
		defaults: map[ast.Expr]*ir.Var{},
		optional: map[any]ast.Node{},
		asked:    map[ast.Node]bool{},
		stopless: map[ast.Node]bool{},
		imports:  map[ast.Node]origin{},
		absent:   map[ast.Node]bool{},
		loopVars: map[*ir.Var]bool{},
		constant: map[*ir.Var]bool{},
		locals:   map[*scope.Scope][]local{},
		taken:    map[string]bool{},
		uses:     programUses(mods),
		extents:  extents(mods),
		pure:     map[ast.Node]bool{},
		mods:     mods,
		inlined:  map[ast.Node]bool{},
		inLoop:   loopBindings(mods),
		bound:    map[*scope.Symbol]*ir.Var{},
		rungs:    Rungs{},
		many:     map[*ir.Composite]bool{},
		displays: map[*ir.Composite][]value{},
		symbols:  map[*ir.Var]*scope.Symbol{},
		fields:   map[*ir.Var]string{},
		owners:   map[*ir.Var]*structType{},

		panicking:   map[ast.Node]bool{},
		shared:      map[*scope.Symbol]*ir.Var{},
		restartable: map[ast.Node]bool{},
		fresh:       map[*ir.Var]bool{},
		byName:      map[string]bool{},
	}
	for _, m := range mods {
		l.modules[m.Name] = &module{Module: m, program: l, file: &ir.File{Source: m.File.Name}}
	}
	for _, m := range mods {
		l.modules[m.Name].collectImports()
	}
	l.collectReplacing()
	l.unbound = l.maybeUnbound()
	l.sure = l.sureAttributes()
	l.boundVariables()
	l.builders = l.textBuilders()
	for _, m := range mods {
		l.modules[m.Name].shareConstants()
	}
	for _, m := range mods {
		l.modules[m.Name].declare()
	}
	prog := &ir.Program{}
	for _, m := range mods {
		mod := l.modules[m.Name]
		mod.lower()
		prog.Files = append(prog.Files, mod.file)
	}
	l.modules["__main__"].file.Links = l.uses.links
	l.straightenAttempts()
	l.dropUnasked(prog)
	l.dropUncalled(prog)
	l.showLines(prog)
	return prog, l.rungs, l.replacing, l.diags
}

// lowerer holds what is shared by the modules of a program.
type lowerer struct {
	facts    *infer.Facts
	diags    diag.List
	modules  map[string]*module
	vars     map[*scope.Symbol]*ir.Var
	funcs    map[ast.Node]*ir.Func // functions and methods that become Go functions
	values   map[ast.Node]*ir.Var  // the *py.Function of a Go function that is also used as a value
	structs  map[*ast.ClassDef]*structType
	defaults map[ast.Expr]*ir.Var // parameter defaults that are evaluated once, where def stands
	optional map[any]ast.Node     // declarations and statements that make values: dropped where nothing asked for the value
	asked    map[ast.Node]bool
	// stopless are the functions that StopIteration does not leave.
	stopless map[ast.Node]bool
	endless  *endless            // nil until something asks
	imports  map[ast.Node]origin // what each *ast.Alias binds
	absent   map[ast.Node]bool   // those whose import fails
	loopVars map[*ir.Var]bool    // declared by the Go loop itself
	constant map[*ir.Var]bool    // never assigned again
	locals   map[*scope.Scope][]local
	taken    map[string]bool // names of package-level things, over all modules
	uses     uses
	extents  map[*scope.Symbol]source.Range // of the uses of each symbol
	pure     map[ast.Node]bool              // functions that share nothing with other threads
	locked   *bool
	inlined  map[ast.Node]bool           // generator expressions that are consumed by a loop where they stand
	inLoop   map[ast.Node]bool           // nodes within loops
	unbound  map[*ast.Name]*scope.Symbol // reads of variables that may not be bound there
	sure     map[*ast.Attribute]bool     // the reads of attributes that are known to be there
	bound    map[*scope.Symbol]*ir.Var   // tell whether the variables of these reads are bound
	builders map[*scope.Symbol]bool      // variables that are a strings.Builder
	rungs    Rungs
	many     map[*ir.Composite]bool    // tuples of the results of Go calls
	displays map[*ir.Composite][]value // the items of tuples where they are made
	mods     []*Module
	symbols  map[*ir.Var]*scope.Symbol // of the variables of the program
	fields   map[*ir.Var]string        // Python's names of the fields of structs
	effects  *effects                  // nil until something asks
	owners   map[*ir.Var]*structType   // the static classes whose methods have these receivers

	shared    map[*scope.Symbol]*ir.Var // of the symbols that were split from a symbol and need none of their own
	attempts  []attempt
	rethrows  bool              // a method that may be one of rethrowing is looked up by its name
	panicking map[ast.Node]bool // functions in which errors become panics
	// restartable are the coroutine functions that may be called again after their
	// first await.
	restartable map[ast.Node]bool
	owned       *ownership                      // see owning
	fresh       map[*ir.Var]bool                // hold what only their statement has
	sequences   *sequences                      // nil until something asks
	passed      map[*scope.Symbol][]*definition // of soleGenerators; nil until something asks
	shown       shown
	replacing   *Replacing
	byName      map[string]bool // modules that are imported by their names
	named       []*ir.Call      // the calls that name coroutines for what is shown alone
	warns       bool            // coroutine objects are reported that nothing awaits
}

// extents finds the range of text that holds all uses of each symbol.
func extents(mods []*Module) map[*scope.Symbol]source.Range {
	out := map[*scope.Symbol]source.Range{}
	for _, m := range mods {
		for name, sym := range m.Scope.Uses {
			r, ok := out[sym]
			at := name.Span()
			if !ok {
				r = at
			}
			r.Start, r.End = min(r.Start, at.Start), max(r.End, at.End)
			out[sym] = r
		}
	}
	return out
}

// module is the lowering of one module.
type module struct {
	*Module
	program  *lowerer
	file     *ir.File
	comments commentQueue
	init     *ir.Func          // runs the module's statements; nil for the script
	object   *ir.Var           // the module as a value
	names    *ir.Var           // its variables by name, if it asks for globals()
	future   bool              // from __future__ import annotations
	provided map[ast.Stmt]bool // imports that the program expects to fail
}

// function is the lowering of one function body, class body, or of a module's statements.
type function struct {
	*module
	outer    *function
	node     ast.Node
	scope    *scope.Scope
	qualname string // as __qualname__

	fails    bool       // it returns an error last; else it panics
	result   types.Type // of its value; nil when it gives none
	ctx      *ir.Var    // the context.Context in scope; nil if there is none
	last     ast.Stmt   // the statement that ends the body; nil if there is none
	yielder  *ir.Var    // of a generator body
	withBody *ir.Var    // the body of a with statement, in a function that runs it where it yields
	gives    *sequence  // what the body of a sequence gives; nil in others
	class    *classBody // set while the statements of a class body are lowered
	method   *ast.ClassDef
	frame    *ir.Var // the *py.Frame, in programs that look into tracebacks
	traced   bool    // something uses frame

	block       *[]ir.Stmt // where statements go
	loops       []*loop
	matchBinds  []func() // bind the names of the pattern that is being lowered
	captures    []*capture
	handled     []clause // the except and finally clauses around, innermost last
	isAsync     bool
	initReturns ir.Expr   // what return without a value gives in a constructor
	setupOf     *ir.Var   // the receiver of an __init__ that is a method
	into        *ir.Var   // the variable that the comprehension being lowered fills
	discard     ast.Expr  // the expression whose value is not used
	awaiting    *ast.Call // the call whose result is awaited at once

	here source.Range // what is being lowered
}

// unsupported reports a construct that is not converted.
func (m *module) unsupported(n ast.Node, what, hint string) {
	m.program.diags = append(m.program.diags, diag.Diagnostic{
		Code: diag.Unsupported, Severity: diag.Error, File: m.File, Range: n.Span(),
		Message: what + " is not supported", Hint: hint,
	})
}

func (f *function) emit(s ir.Stmt) {
	if m := s.M(); m.Range == (source.Range{}) {
		m.Range = f.here
	}
	*f.block = append(*f.block, s)
}

// standAt says that what is lowered from here on stands at n. It returns what was
// lowered before, to be set again.
func (f *function) standAt(n ast.Node) (before source.Range) {
	before = f.here
	f.here = n.Span()
	return before
}

// within lowers body into a block of its own and returns its statements.
func (f *function) within(body func()) []ir.Stmt {
	saved := f.block
	var block []ir.Stmt
	f.block = &block
	body()
	f.block = saved
	return block
}

// temp makes a variable that Python has no name for.
func (f *function) temp(hint string, t types.Type) *ir.Var {
	return &ir.Var{Hint: hint, Type: f.goType(t)}
}

// let declares a new variable with a value and returns a reference to it.
func (f *function) let(hint string, v value) value {
	t := f.temp(hint, v.typ)
	f.emit(&ir.Let{Vars: []*ir.Var{t}, Values: []ir.Expr{f.typed(v)}})
	return value{&ir.Ref{Var: t}, v.typ}
}
