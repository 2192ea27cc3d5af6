package ast

import "strings"

// Absolute gives the dotted name of the module that an import statement means in a
// module of the package pkg. It is not ok if a relative import leads out of the
// packages, as it does in a script that is in none.
func (n *ImportFrom) Absolute(pkg string) (name string, ok bool) {
	if n.Level == 0 {
		return n.Module, true
	}
	if pkg == "" {
		return "", false
	}
	parts := strings.Split(pkg, ".")
	keep := len(parts) - (n.Level - 1)
	if keep < 1 {
		return "", false
	}
	parts = parts[:keep]
	if n.Module != "" {
		parts = append(parts, n.Module)
	}
	return strings.Join(parts, "."), true
}
