package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A class is static, a Go struct, if its shape is known before the program
// runs: it is made at the top of the script, derives from nothing or from
// another static class or an exception class, and its instances have the
// attributes that __init__ always sets (or the fields of a dataclass), the
// methods and properties of its body, and no others. What is found to break
// this while types are inferred demotes the class, and inference begins anew.

// classInfo is what is known of a class that may be static.
type classInfo struct {
	def       *ast.ClassDef
	mod       *Module
	facts     *Class
	base      *classInfo
	derived   []*classInfo // the classes that derive from it directly
	methods   map[string]ast.Node
	setters   map[string]ast.Node
	fields    map[string]*cell
	order     []Field // its own fields, in order
	later     []Field // those that instances may not have
	attrs     map[string]*cell
	stored    map[string]bool // the class attributes that are assigned outside of the class body
	dataclass bool
	exception bool
	slots     map[string]bool // the names in __slots__; nil if it has none
	enum      *Enum           // nil if it is no enumeration
	abc       bool            // abc.ABC is among its bases
	generic   bool            // it has type parameters
	abstract  map[string]bool // its abstract methods
	bound     bool            // methods of its instances are values
	open      bool            // other attributes are set on instances of it, or of what derives from it
}

// opens lets instances have attributes that the struct does not have. It
// reports whether Python does, too.
func (info *classInfo) opens() bool {
	if info.refuses() || info.root().refuses() {
		return false
	}
	info.root().open = true
	return true
}

// refuses reports whether setting an attribute that instances do not have
// raises an exception.
func (info *classInfo) refuses() bool {
	d := info.facts.Dataclass
	return info.enum != nil || info.slots != nil && info.base == nil || info.dataclass && (d.Frozen || d.Slots && info.base == nil)
}

// method finds a method, property or static method as Python does: in the
// class and then in its bases.
func (info *classInfo) method(name string) ast.Node {
	for c := info; c != nil; c = c.base {
		if n := c.methods[name]; n != nil {
			return n
		}
	}
	return nil
}

func (info *classInfo) setter(name string) ast.Node {
	for c := info; c != nil; c = c.base {
		if n := c.setters[name]; n != nil {
			return n
		}
		if c.methods[name] != nil {
			return nil
		}
	}
	return nil
}

func (info *classInfo) field(name string) *cell {
	for c := info; c != nil; c = c.base {
		if x := c.fields[name]; x != nil {
			return x
		}
	}
	return nil
}

// attr finds a class attribute.
func (info *classInfo) attr(name string) *cell {
	for c := info; c != nil; c = c.base {
		if x := c.attrs[name]; x != nil {
			return x
		}
	}
	return nil
}

// allFields lists the fields of the bases and then its own, as dataclasses do.
func (info *classInfo) allFields() []Field {
	if info.base == nil {
		return info.order
	}
	return append(append([]Field{}, info.base.allFields()...), info.order...)
}

func (info *classInfo) root() *classInfo {
	for info.base != nil {
		info = info.base
	}
	return info
}

// each calls do with a class and all that derive from it.
func (info *classInfo) each(do func(*classInfo)) {
	do(info)
	for _, d := range info.derived {
		d.each(do)
	}
}

// collectClasses finds the classes that may be static.
func (a *analysis) collectClasses(mods []*Module, demoted map[*ast.ClassDef]string) {
	for _, m := range mods {
		a.classUses(m)
	}
	valued := a.valuedModules(mods)
	for _, m := range mods {
		for _, s := range m.AST.Body {
			if def, ok := s.(*ast.ClassDef); ok {
				a.collectClass(m, def, demoted[def], valued[m.Name])
			}
		}
	}
	a.dropHierarchies(mods)
	for def, info := range a.classes {
		facts := info.facts
		facts.Static, facts.Exception, facts.Subclassed = true, info.exception, len(info.derived) > 0
		if info.base != nil {
			facts.Base = info.base.def
			a.parents[def] = info.base.def
		}
		if !info.dataclass {
			facts.Dataclass = nil
		}
		if info.enum != nil {
			facts.Enum = info.enum
			a.enums[def] = true
			a.mixed[def] = info.enum.Mixed != NotMixed
		}
	}
}

// collectClass notes a class at the top of a module if it may be static.
func (a *analysis) collectClass(m *Module, def *ast.ClassDef, why string, valuedModule bool) {
	info := a.newClassInfo(m, def)
	facts := info.facts
	a.facts.Classes[def] = facts
	facts.Why = why
	if facts.Why == "" {
		facts.Why = a.classShape(info)
	}
	sym := m.Scope.Defs[def]
	switch {
	case facts.Why != "":
	case valuedModule:
		facts.Why = "its module is a value"
	case sym.Assigned != 1 || a.isReplaced(sym):
		facts.Why = "its name is bound again"
	case m.Scope.InNamespace(sym):
		facts.Why = "the module asks for globals()"
	}
	if facts.Why != "" {
		factoriesOf(def, func(e ast.Expr) { a.refuteFactory(e) })
		return
	}
	facts.Valued = a.classValues[sym]
	facts.Named = facts.Valued || a.classNames[sym]
	a.classes[def] = info
	if info.base != nil {
		info.base.derived = append(info.base.derived, info)
	}
}

func (a *analysis) newClassInfo(m *Module, def *ast.ClassDef) *classInfo {
	facts := &Class{Methods: map[string]ast.Node{}, Setters: map[string]ast.Node{}}
	return &classInfo{
		def: def, mod: m, facts: facts, methods: facts.Methods, setters: facts.Setters,
		fields: map[string]*cell{}, attrs: map[string]*cell{}, stored: map[string]bool{}, abstract: map[string]bool{},
	}
}

// dropHierarchies gives up on classes that others derive from which are not
// static, and on what derives from these.
func (a *analysis) dropHierarchies(mods []*Module) {
	why := map[*ast.ClassDef]string{}
	for _, m := range mods {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			def, ok := n.(*ast.ClassDef)
			if !ok || a.classes[def] != nil {
				return true
			}
			for _, b := range def.Bases {
				if s, ok := b.(*ast.Subscript); ok {
					b = s.Value
				}
				if base := a.classNamed(m, b); base != nil {
					why[base] = "class " + def.Name + ", which derives from it, is no struct"
				}
			}
			return true
		})
	}
	for changed := true; changed; {
		changed = false
		for def, info := range a.classes {
			switch {
			case why[def] != "":
			case info.base != nil && a.classes[info.base.def] == nil:
				why[def] = "its base class is no struct"
			default:
				continue
			}
			info.facts.Why = why[def]
			delete(a.classes, def)
			for b := info.base; b != nil; b = b.base {
				if why[b.def] == "" {
					why[b.def] = "class " + def.Name + ", which derives from it, is no struct"
				}
			}
			changed = true
		}
	}
	for _, info := range a.classes {
		kept := info.derived[:0]
		for _, d := range info.derived {
			if a.classes[d.def] != nil {
				kept = append(kept, d)
			}
		}
		info.derived = kept
	}
}

// methodModule is the module of a method of a static class, which may be that of a
// base class.
func (a *analysis) methodModule(n ast.Node) *Module { return a.classes[a.facts.Funcs[n].Method].mod }

// fieldModule is the module of the class that has a field of info, itself or one
// that it derives from.
func (info *classInfo) fieldModule(name string) *Module {
	for c := info; c.base != nil; c = c.base {
		if c.fields[name] != nil {
			return c.mod
		}
	}
	return info.root().mod
}

// classNamed returns the class statement that an expression in a module always
// means: a name, which may be imported from another module of the program, or
// module.name.
func (a *analysis) classNamed(m *Module, e ast.Expr) *ast.ClassDef {
	_, sym := a.symbolNamed(m, e)
	if sym == nil || len(sym.Bindings) != 1 {
		return nil
	}
	def, _ := sym.Bindings[0].(*ast.ClassDef)
	return def
}

// symbolNamed is the variable that an expression names, and its module: that of
// another module where the name is imported from it.
func (a *analysis) symbolNamed(m *Module, e ast.Expr) (*Module, *scope.Symbol) {
	switch e := e.(type) {
	case *ast.Name:
		return a.imported(m, m.Scope.Uses[e], maxModuleParts)
	case *ast.Attribute:
		if of := a.modules[a.resolver(m).libraryModule(e.Value)]; of != nil {
			return a.imported(of, of.Scope.Module.Symbols[e.Attr], maxModuleParts)
		}
	}
	return nil, nil
}

// imported is the variable that a variable of a module stands for, and its module:
// itself, or that which it is imported from, through at most so many modules.
func (a *analysis) imported(m *Module, sym *scope.Symbol, through int) (*Module, *scope.Symbol) {
	o, ok := a.resolver(m).importOf(sym)
	from := a.modules[o.module]
	if !ok || o.name == "" || from == nil || through == 0 {
		return m, sym
	}
	if origin := from.Scope.Module.Symbols[o.name]; origin != nil {
		return a.imported(from, origin, through-1)
	}
	return m, sym
}

// demote gives up on a class as static; inference begins anew.
func (a *analysis) demote(def *ast.ClassDef, why string) {
	if a.demoted[def] == "" {
		a.demoted[def] = why
	}
}

// staticMethods makes the methods of static classes static functions.
func (a *analysis) staticMethods() {
	for def, info := range a.classes {
		for name, n := range info.methods {
			a.staticMethod(info, n)
			if f := a.facts.Funcs[n]; (name == "__init__" || name == "__post_init__") && (f.Generator || f.Async) {
				a.demote(def, "__init__ is no plain function")
			}
		}
		for _, n := range info.setters {
			a.staticMethod(info, n)
		}
	}
	for _, info := range a.classes {
		a.families(info)
	}
}

func (a *analysis) staticMethod(info *classInfo, n ast.Node) {
	f := a.facts.Funcs[n]
	f.Static, f.Value, f.Method = true, false, info.def
	if f.Kind == StaticMethod {
		return
	}
	self := info.mod.Scope.Defs[ast.ArgumentsOf(n).All()[0]]
	if f.Kind == ClassMethod {
		a.classParams[self] = info
		return
	}
	a.variable(self).typ = a.instance(info.def)
}

// classOf returns the static class that a name means, if it means one.
func (f *function) classOf(e ast.Expr) *classInfo {
	if name, ok := e.(*ast.Name); ok {
		if info := f.classParams[f.mod.Scope.Uses[name]]; info != nil {
			return info
		}
	}
	return f.classes[f.classNamed(f.mod, e)]
}

// instance is the type of an instance of a static class.
func (s *solver) instance(def *ast.ClassDef) *types.Instance {
	if def == nil {
		return nil
	}
	return &types.Instance{Class: def, Base: s.instance(s.parents[def]), Enum: s.enums[def]}
}

// commonBase is the nearest static class that both derive from, or nil.
func (s *solver) commonBase(a, b *ast.ClassDef) *ast.ClassDef {
	for x := a; x != nil; x = s.parents[x] {
		if s.derives(b, x) {
			return x
		}
	}
	return nil
}

// derives reports whether a static class is base or derives from it.
func (s *solver) derives(def, base *ast.ClassDef) bool {
	for ; def != nil; def = s.parents[def] {
		if def == base {
			return true
		}
	}
	return false
}

// owner is a function in which expressions of a class's module are read.
// resolver is owner for what only resolves names, which many places ask for.
func (a *analysis) resolver(m *Module) *function { return &function{analysis: a, mod: m} }

func (a *analysis) owner(m *Module) *function {
	return &function{analysis: a, mod: m, narrow: map[place]told{}, events: newEvents()}
}
