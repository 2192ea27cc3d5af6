package lower

import (
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// annotationText writes a type as CPython writes the annotations that it keeps
// as strings: from the tree, not as the source has it. It reports false for
// expressions that are seldom types.
func annotationText(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.Name:
		return e.Id, true
	case *ast.Attribute:
		of, ok := annotationText(e.Value)
		return of + "." + e.Attr, ok
	case *ast.Constant:
		return constantText(e)
	case *ast.Subscript:
		of, ok := annotationText(e.Value)
		var index string
		inner := false
		if t, isTuple := e.Slice.(*ast.Tuple); isTuple && len(t.Elts) > 1 {
			index, inner = annotationTexts(t.Elts)
		} else {
			index, inner = annotationText(e.Slice)
		}
		return of + "[" + index + "]", ok && inner
	case *ast.List:
		items, ok := annotationTexts(e.Elts)
		return "[" + items + "]", ok
	case *ast.BinOp:
		left, okLeft := annotationText(e.Left)
		right, okRight := annotationText(e.Right)
		_, nested := e.Right.(*ast.BinOp)
		return left + " | " + right, okLeft && okRight && !nested && e.Op == ast.BitOr
	}
	return "", false
}

func annotationTexts(exprs []ast.Expr) (string, bool) {
	texts := make([]string, len(exprs))
	for i, e := range exprs {
		text, ok := annotationText(e)
		if !ok {
			return "", false
		}
		texts[i] = text
	}
	return strings.Join(texts, ", "), true
}

func constantText(e *ast.Constant) (string, bool) {
	switch v := e.Value.(type) {
	case nil:
		return "None", true
	case bool:
		if v {
			return "True", true
		}
		return "False", true
	case int64:
		return strconv.FormatInt(v, 10), true
	case string:
		plain := !strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r > '~' || r == '\'' || r == '\\' })
		return "'" + v + "'", plain
	}
	return "...", e.Value == any(ast.Ellipsis{})
}
