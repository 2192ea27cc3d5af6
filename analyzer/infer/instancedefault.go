package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A class attribute that instances set for themselves,
//
//	class Poller:
//	    interval = 5
//
//	    def hurry(self):
//	        self.interval = 1
//
// is a field of each instance that begins with the value of the class, which
// nothing changes, beside the attribute of the class.

// setByInstances is told that an attribute of a class is set on an instance of it
// or of what derives from it. It reports whether the class attribute can be a field,
// too; inference begins anew, then.
func (a *analysis) setByInstances(info *classInfo, name string) bool {
	owner := info
	for owner.attrs[name] == nil {
		owner = owner.base
	}
	i := slices.IndexFunc(owner.facts.Attrs, func(attr Attr) bool { return attr.Name == name })
	if owner.enum != nil || owner.dataclass || owner.exception || owner.refuses() || owner.slots != nil || a.deletes[name] {
		return false
	}
	a.refuted[owner.facts.Attrs[i].Decl] = true
	return true
}

// instanceDefault makes a field of a class attribute that instances set.
func (a *analysis) instanceDefault(info *classInfo, name string, s ast.Stmt, v ast.Expr) {
	if a.refuted[s] {
		info.fields[name] = a.newCell()
		info.order = append(info.order, Field{Name: name, Decl: s, Default: v, NoInit: true})
	}
}

// storedByClass gives up on a class one of whose attributes, which instances set for
// themselves, is assigned by the class.
func (a *analysis) storedByClass(info *classInfo, name string) {
	if info.fields[name] != nil {
		a.demote(info.def, "the class and its instances set the attribute "+name)
	}
}
