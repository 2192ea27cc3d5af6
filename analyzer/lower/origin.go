package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// The repr of a task tells the name of its coroutine and the line it is at, that
// of a handle where its function is defined. Programs in which such a text can be
// asked for name their coroutines and carry a table of their lines.

// source tells which Python function f is.
func (f *function) source() *ir.Origin {
	at := f.node.Span().Start
	if s, ok := f.node.(ast.Stmt); ok {
		at = start(s)
	}
	return &ir.Origin{Name: f.qualname, Start: at}
}

// named gives the coroutine object that an expression makes its name, in programs
// that can show it. Where only a text shows it, the table of lines has most names.
func (f *function) named(e ast.Expr, name string, v value) value {
	certain := f.program.uses.Has(api.CoroutineNames) || f.discard == e
	if !certain && (!f.program.uses.Has(api.Scheduling) || namesItself(name, v.Expr)) {
		return v
	}
	call := method(v.Expr, "Named", str(name)).(*ir.Call)
	if !certain {
		f.program.named = append(f.program.named, call)
	}
	return value{call, v.typ}
}

// namesItself reports whether the table of lines has the name of the function that
// a coroutine object is made of.
func namesItself(name string, coroutine ir.Expr) bool {
	call := coroutine.(*ir.Call)
	if outer, ok := call.Fun.(*ir.Select); ok {
		call = outer.X.(*ir.Call)
	}
	switch fn := call.Args[0].(type) {
	case *ir.FuncRef:
		return true
	case *ir.FuncLit:
		if fn.Origin != nil && fn.Origin.Calls {
			fn.Origin.Name = name
			return true
		}
	}
	return false
}

// shown tells whether the program may ask for the text of a task, a future or a
// handle.
type shown struct {
	certain bool // of a value whose type says so
	dynamic bool // of a value of any type
	loose   bool // such a value is where the types do not say so
}

// shows notes that the text of a value of type t is asked for.
func (f *function) shows(t types.Type) {
	l := f.program
	if !l.uses.Has(api.Scheduling) {
		return
	}
	l.shown.certain = l.shown.certain || l.mentions(t, isScheduled)
	l.shown.dynamic = l.shown.dynamic || l.mentions(t, l.isAny)
}

// loosens notes that a value of type t becomes one of any type.
func (l *lowerer) loosens(t types.Type) {
	if l.uses.Has(api.Scheduling) && !l.shown.loose {
		l.shown.loose = l.mentions(t, isScheduled)
	}
}

// loosensName notes that the types do not say what an attribute or method called
// name gives.
func (l *lowerer) loosensName(name string) {
	l.shown.loose = l.shown.loose || api.Mentions(name).Has(api.Scheduling)
}

// isScheduled reports whether the text of a value of type t tells a line.
func isScheduled(t types.Type) bool {
	lib, ok := t.(*types.Library)
	return ok && scheduled[lib.Name]
}

var scheduled = set(`asyncio.Task asyncio.Future asyncio.Handle asyncio.TimerHandle`)

// mentions reports whether is holds for type t or that of something in its values.
func (l *lowerer) mentions(t types.Type, is func(types.Type) bool) bool {
	switch t := t.(type) {
	case nil:
		return false
	case *types.List:
		return l.mentions(t.Elem, is)
	case *types.Set:
		return l.mentions(t.Elem, is)
	case *types.Dict:
		return l.mentions(t.Key, is) || l.mentions(t.Value, is)
	case *types.Optional:
		return l.mentions(t.Elem, is)
	case *types.Sequence:
		return l.mentions(t.Elem, is)
	case *types.Tuple:
		for _, e := range t.Elems {
			if l.mentions(e, is) {
				return true
			}
		}
		return false
	}
	return is(t)
}

// showLines gives the files of a program that can show its lines what it takes to
// tell them, and takes the names of coroutines from one that cannot.
func (l *lowerer) showLines(prog *ir.Program) {
	if l.shown.certain || l.shown.dynamic && l.shown.loose || l.uses.logs && l.uses.lines || l.uses.warns || l.warns {
		for i, m := range l.mods {
			prog.Files[i].Python = m.File
		}
		return
	}
	for _, call := range l.named {
		*call = *call.Fun.(*ir.Select).X.(*ir.Call)
	}
}
