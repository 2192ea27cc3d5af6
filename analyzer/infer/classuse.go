package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// classUses tells which names of a module are used other than as a class that
// is called, derived from, or named in an annotation: the class itself is needed
// to test for it or catch it (classNames), or is a value like any other
// (classValues).
func (a *analysis) classUses(m *Module) {
	free := map[ast.Expr]bool{}  // needs nothing
	named := map[ast.Expr]bool{} // needs the class
	mark := func(set map[ast.Expr]bool, e ast.Expr) {
		switch e := e.(type) {
		case *ast.Name, *ast.Attribute:
			set[e] = true
		case *ast.Tuple:
			for _, x := range e.Elts {
				set[x] = true
			}
		case *ast.BinOp:
			if e.Op == ast.BitOr {
				set[e.Left], set[e.Right] = true, true
			}
		}
	}
	annotation := func(e ast.Expr) {
		// Where the program reads annotations, what they name are values.
		if !a.annotations && !a.facts.ReadsFields {
			eachNamed(e, func(x ast.Expr) { free[x] = true })
		}
	}
	// A union, or a generic type with arguments, makes no instances of them.
	aliased := func(e ast.Expr) {
		switch e := e.(type) {
		case *ast.BinOp, *ast.Subscript:
			if isTypeForm(e) {
				eachNamed(e, func(x ast.Expr) { named[x] = true })
			}
		}
	}
	for _, s := range m.AST.Body {
		if def, ok := s.(*ast.ClassDef); ok {
			factoriesOf(def, func(e ast.Expr) {
				if !a.refuted[e] {
					mark(free, e)
				}
			})
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			if len(n.Args) == 1 && a.owner(m).libraryModule(n.Func) == defaultDictName && !a.refuted[n.Args[0]] {
				mark(free, n.Args[0])
			}
			free[n.Func] = true
			if name, ok := n.Func.(*ast.Name); ok && name.Id == "isinstance" && len(n.Args) == 2 {
				if _, isTuple := n.Args[1].(*ast.Tuple); isTuple {
					mark(named, n.Args[1])
				} else if _, isUnion := n.Args[1].(*ast.BinOp); isUnion {
					mark(named, n.Args[1])
				} else {
					mark(free, n.Args[1])
				}
			}
		case *ast.ClassDef:
			for _, b := range n.Bases {
				mark(free, b)
				if s, ok := b.(*ast.Subscript); ok {
					mark(free, s.Value)
					annotation(s.Slice)
				}
			}
		case *ast.Attribute:
			mark(free, n.Value)
		case *ast.MatchClass:
			mark(named, n.Cls)
		case *ast.Raise:
			mark(free, n.Exc)
		case *ast.ExceptHandler:
			mark(named, n.Type)
		case *ast.Assign:
			aliased(n.Value)
		case *ast.TypeAlias:
			aliased(n.Value)
		case *ast.AnnAssign:
			aliased(n.Value)
		}
		annotation(ast.AnnotationOf(n))
		return true
	})
	if a.hints {
		for _, sym := range m.Scope.HintNames(m.AST) {
			a.classValues[sym] = true
		}
	}
	use := func(e ast.Expr, alias bool) {
		_, sym := a.symbolNamed(m, e)
		switch {
		case sym == nil || free[e] || alias && !a.annotations && !a.facts.ReadsFields:
		case named[e]:
			a.classNames[sym] = true
		default:
			a.classValues[sym] = true
		}
	}
	for name := range m.Scope.Uses {
		if name.Ctx == ast.Load {
			use(name, a.aliasNames[name])
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		if attr, ok := n.(*ast.Attribute); ok {
			if _, sym := a.symbolNamed(m, attr); sym != nil && attr.Ctx != ast.Load {
				a.classValues[sym] = true // the module's variable is assigned
			} else if sym != nil {
				use(attr, false)
			}
		}
		return true
	})
}

// collectAttributes notes which attributes untyped code can reach by a name
// that is not written as an attribute.
func (a *analysis) collectAttributes(m *Module) {
	named := map[*ast.Name]bool{}         // uses of getattr and the like that tell what attributes they read, or of what object
	reflects := map[*ast.Attribute]bool{} // the same for object.__setattr__
	reads := func(names map[string]bool) {
		for name := range names {
			a.untypedReads[name] = true
		}
	}
	everything := func() { a.untypedStores["*"], a.untypedReads["*"] = true, true }
	owner := a.owner(m)
	reads(api.Duck())
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportFrom:
			for _, alias := range n.Names {
				a.facts.ReadsFields = a.facts.ReadsFields || api.ReadsFields(n.Module+"."+alias.Name)
			}
		case *ast.Alias:
			a.copies = a.copies || api.Copies(n.Name)
			reads(api.UsedBy(n.Name))
		case *ast.Name:
			// By its own name: from dataclasses import *.
			a.facts.ReadsFields = a.facts.ReadsFields || n.Id == "fields" && api.ReadsFields(owner.libraryModule(n))
			if api.Patches(owner.libraryModule(n)) || !named[n] && api.ReachesAttributes(n.Id) && owner.isBuiltin(n) {
				everything()
			}
			switch n.Id {
			case "getattr", "hasattr", "dir":
				if !named[n] && owner.isBuiltin(n) {
					a.untypedReads["*"] = true
				}
			case "attrgetter", "methodcaller", "inspect":
				a.untypedReads["*"] = true
			case api.Identifies:
				if owner.isBuiltin(n) {
					a.join(a.identities, types.Any)
				}
			}
		case *ast.Attribute:
			reads(api.UsedBy(n.Attr))
			a.facts.ReadsFields = a.facts.ReadsFields || api.ReadsFields(n.Attr) ||
				api.ReadsFields(owner.libraryModule(n.Value)+"."+n.Attr)
			if api.CopiesFrom(owner.libraryModule(n.Value)) {
				a.copies = a.copies || api.Copies(n.Attr)
			}
			if api.Patches(owner.libraryModule(n)) || !reflects[n] && api.ReachesAttributes("object."+n.Attr) {
				everything()
			}
			switch n.Attr {
			case "attrgetter", "methodcaller", "getmembers":
				a.untypedReads["*"] = true
			case "__class__", "__dict__":
				if n.Ctx != ast.Load {
					everything()
				}
			}
		case *ast.MatchClass:
			for _, name := range n.KwdAttrs {
				a.untypedReads[name] = true
			}
		case *ast.Call:
			if owner.reflectsCall(n) {
				switch fn := n.Func.(type) {
				case *ast.Name:
					named[fn] = true
				case *ast.Attribute:
					reflects[fn] = true
				}
			}
			if name, ok := n.Func.(*ast.Name); ok && (name.Id == "getattr" || name.Id == "hasattr") && len(n.Args) > 1 {
				if start, whole := ast.TextStart(n.Args[1]); start != "" {
					named[name] = true
					if whole {
						a.untypedReads[start] = true
					} else {
						a.readPrefixes = append(a.readPrefixes, start)
					}
				}
			}
		case *ast.Constant:
			// str.format and the like reach attributes by name.
			if text, ok := n.Value.(string); ok {
				a.facts.ReadsFields = a.facts.ReadsFields || api.ReadsFields(text)
				for _, name := range formattedAttributes(text) {
					a.untypedReads[name] = true
				}
			}
		}
		return true
	})
}

// reachable reports whether untyped code that has an object can call its method.
func (a *analysis) reachable(name string) bool {
	return IsSpecial(name) || a.untypedReads[name] || a.untypedReads["*"] ||
		slices.ContainsFunc(a.readPrefixes, func(start string) bool { return strings.HasPrefix(name, start) })
}

// formattedAttributes lists the names of the attributes that str.format may read
// where a text is its format, or a part of it: what follows a dot in the name of
// a replacement field. All of them are "*".
func formattedAttributes(text string) []string {
	var names []string
	for {
		_, after, ok := strings.Cut(text, "{")
		if !ok {
			return names
		}
		text = after
		end := strings.IndexAny(text, "{}:!")
		field := text
		if end >= 0 {
			field = text[:end]
		}
		parts := strings.Split(field, ".")
		for i, part := range parts[1:] {
			name, _, _ := strings.Cut(part, "[")
			if end < 0 && i == len(parts)-2 {
				name = "*" // it goes on in another text
			}
			names = append(names, name)
		}
	}
}

// IsSpecial reports whether a name is one of those that Python itself looks up.
func IsSpecial(name string) bool {
	return len(name) > 4 && strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__")
}

// usesSuper reports whether a function has a super() that is not super().name(...)
// in the function itself.
func usesSuper(n ast.Node, scopes *scope.Info) bool {
	fine := map[*ast.Name]bool{}
	odd := false
	var visit func(n ast.Node, nested bool)
	visit = func(root ast.Node, nested bool) {
		ast.Inspect(root, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp:
				if n != root {
					visit(n, true)
					return false
				}
			case *ast.Call:
				if attr, ok := n.Func.(*ast.Attribute); ok && !nested {
					if call, ok := attr.Value.(*ast.Call); ok && len(call.Args)+len(call.Keywords) == 0 {
						if name, ok := call.Func.(*ast.Name); ok {
							fine[name] = true
						}
					}
				}
			case *ast.Name:
				if (n.Id == "super" || n.Id == "__class__") && !fine[n] {
					odd = true
				}
			}
			return true
		})
	}
	visit(n, false)
	return odd
}
