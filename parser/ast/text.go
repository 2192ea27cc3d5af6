package ast

// TextStart is what a text that an expression computes always starts with, and
// whether it is all of it.
func TextStart(e Expr) (start string, whole bool) {
	switch e := e.(type) {
	case *Constant:
		start, whole = e.Value.(string)
	case *BinOp:
		if e.Op != Add {
			break
		}
		start, whole = TextStart(e.Left)
		if whole {
			rest, all := TextStart(e.Right)
			return start + rest, all
		}
	case *JoinedStr:
		for _, part := range e.Values {
			text, isText := TextStart(part)
			if start += text; !isText {
				return start, false
			}
		}
		return start, true
	}
	return start, whole
}
