package py

// HintName is a variable of a module that an annotation names in a string.
type HintName struct {
	Name  string
	Value func() any
}

var hintNames = map[string][]HintName{}

// HintNames tells which variables the annotations of a module name in strings.
func HintNames(module string, names ...HintName) { hintNames[module] = names }

// LookupHint finds a variable by the name that an annotation of the module has
// for it.
func LookupHint(module, name string) (any, bool) {
	for _, n := range hintNames[module] {
		if n.Name == name {
			return n.Value(), true
		}
	}
	return nil, false
}
