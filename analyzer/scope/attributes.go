package scope

import "github.com/pyasync2go/pyasync2go/parser/ast"

// attributes are what a flow knows of the attributes of a function's parameters.
type attributes struct {
	symbols map[attributeOf]*Symbol // stand for the attributes among the bindings
	sure    map[*ast.Attribute]bool
}

// attributeOf is an attribute of what a parameter stands for.
type attributeOf struct {
	owner *Symbol
	name  string
}

// SureAttributes finds the reads of attributes of a function's parameters before
// which, on every path, the function has set or read the same attribute: where
// nothing deletes it, the object has it. passes tells of a context manager that it
// never suppresses an exception.
func SureAttributes(info *Info, passes func(*ast.WithItem) bool) map[*ast.Attribute]bool {
	sure := map[*ast.Attribute]bool{}
	unsureCalls := info.Unsure
	info.Unsure = map[*ast.Call][]*Symbol{}
	for node, s := range info.Scopes {
		w := &flow{
			info: info, scope: s, state: bindings{}, passes: passes,
			any: func(*Symbol) bool { return false },
			set: &attributes{symbols: map[attributeOf]*Symbol{}, sure: sure},
		}
		switch node := node.(type) {
		case *ast.FunctionDef:
			w.block(node.Body)
		case *ast.AsyncFunctionDef:
			w.block(node.Body)
		}
	}
	info.Unsure = unsureCalls
	return sure
}

// attribute stands for an attribute of a parameter that is always the same
// object; nil for another.
func (w *flow) attribute(e *ast.Attribute) *Symbol {
	name, ok := e.Value.(*ast.Name)
	if w.set == nil || !ok {
		return nil
	}
	owner := w.info.Uses[name]
	if owner == nil || owner.Scope != w.scope || !owner.Param || owner.Assigned > 1 {
		return nil
	}
	key := attributeOf{owner, e.Attr}
	if w.set.symbols[key] == nil {
		w.set.symbols[key] = &Symbol{Name: e.Attr}
	}
	return w.set.symbols[key]
}

// readAttribute follows an attribute that is read: from then on it is there.
func (w *flow) readAttribute(e *ast.Attribute) {
	if sym := w.attribute(e); sym != nil && w.state != nil {
		if w.state[sym] {
			w.set.sure[e] = true
		}
		w.state[sym] = true
	}
}
