package checks

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

var futureFeatures = map[string]bool{
	"nested_scopes": true, "generators": true, "division": true, "absolute_import": true,
	"with_statement": true, "print_function": true, "unicode_literals": true,
	"barry_as_FLUFL": true, "generator_stop": true, "annotations": true,
}

// futures reads the imports from __future__ at the start of the file. Those that
// come later are found when code is generated.
func (f *finder) futures() {
	if !slices.ContainsFunc(f.Body, isFuture) {
		return
	}
	isOver, line := false, 0
	for i, stmt := range f.Body {
		before := line
		line = f.Line(stmt.Span().Start)
		if isOver && line > before {
			return
		}
		if i == 0 && isDocstring(stmt) {
			continue
		}
		if !isFuture(stmt) {
			isOver = true
			continue
		}
		from := stmt.(*ast.ImportFrom)
		if isOver {
			f.fail(from.Range, "from __future__ imports must occur at the beginning of the file")
		}
		for _, alias := range from.Names {
			switch {
			case alias.Name == "braces":
				f.fail(from.Range, "not a chance")
			case !futureFeatures[alias.Name]:
				f.fail(from.Range, "future feature %s is not defined", alias.Name)
			}
			f.futureAnnotations = f.futureAnnotations || alias.Name == "annotations"
		}
		f.lastFutureLine = f.Line(from.Range.Start)
	}
}

func isFuture(stmt ast.Stmt) bool {
	from, isFrom := stmt.(*ast.ImportFrom)
	return isFrom && from.Module == "__future__" && from.Level == 0
}

func isDocstring(stmt ast.Stmt) bool {
	expr, isExpr := stmt.(*ast.ExprStmt)
	if !isExpr {
		return false
	}
	constant, isConstant := expr.Value.(*ast.Constant)
	if !isConstant {
		return false
	}
	_, isText := constant.Value.(string)
	return isText
}
