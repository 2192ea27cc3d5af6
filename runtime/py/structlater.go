package py

import (
	"reflect"
	"slices"
)

// isLater reports whether instances do not have a field from the start.
func isLater(f reflect.StructField) bool { return fieldOption(f) == "later" }

// comesLater makes the descriptor of the field f of the struct type t raise
// AttributeError as long as the instance does not have it.
func (m *member) comesLater(t reflect.Type, f reflect.StructField) {
	get, set := m.get, m.set
	has := func(self any) bool { return !fieldOf(self, f).IsNil() }
	if flag, ok := flagOf(t, f); ok {
		has = func(self any) bool { return fieldOf(self, flag).Bool() }
		m.set = func(self, value any) {
			set(self, value)
			fieldOf(self, flag).SetBool(true)
		}
	}
	m.get = func(self any) any {
		if !has(self) {
			raiseNoAttribute(self, m.name)
		}
		return get(self)
	}
}

// flagOf is the field that tells whether an instance has the field f.
func flagOf(t reflect.Type, f reflect.StructField) (reflect.StructField, bool) {
	last := len(f.Index) - 1
	within := t
	if last > 0 {
		within = t.FieldByIndex(f.Index[:last]).Type
	}
	if f.Index[last]+1 == within.NumField() {
		return reflect.StructField{}, false
	}
	flag := within.Field(f.Index[last] + 1)
	flag.Index = slices.Clone(f.Index)
	flag.Index[last]++
	return flag, fieldOption(flag) == "has"
}
