package blame

import "github.com/pyasync2go/pyasync2go/parser/scanner"

// kind is what a value of a rule is, as far as error messages tell.
type kind uint8

const (
	kindNone kind = iota // a sequence of values
	kindToken
	kindName
	kindAttribute
	kindSubscript
	kindStarred
	kindList
	kindTuple
	kindLambda
	kindCall
	kindOperation
	kindGeneratorExp
	kindYield
	kindAwait
	kindListComp
	kindSetComp
	kindDictComp
	kindDict
	kindSet
	kindJoinedStr
	kindLiteral
	kindNone_
	kindTrue
	kindFalse
	kindEllipsis
	kindCompare
	kindIfExp
	kindNamedExpr
	kindSlice
	kindIn
	kindArgs
	kindKeyword
	kindUnpacking
	kindPattern
	kindParam
)

// kinds has, for each kind, its name in the grammar and the words that CPython
// has for such an expression.
var kinds = [...]struct{ name, words string }{
	kindName: {"Name", "name"}, kindAttribute: {"Attribute", "attribute"},
	kindSubscript: {"Subscript", "subscript"}, kindStarred: {"Starred", "starred"},
	kindList: {"List", "list"}, kindTuple: {"Tuple", "tuple"}, kindLambda: {"Lambda", "lambda"},
	kindCall: {"Call", "function call"}, kindOperation: {"Operation", "expression"},
	kindGeneratorExp: {"GeneratorExp", "generator expression"}, kindYield: {"Yield", "yield expression"},
	kindAwait: {"Await", "await expression"}, kindListComp: {"ListComp", "list comprehension"},
	kindSetComp: {"SetComp", "set comprehension"}, kindDictComp: {"DictComp", "dict comprehension"},
	kindDict: {"Dict", "dict literal"}, kindSet: {"Set", "set display"},
	kindJoinedStr: {"JoinedStr", "f-string expression"}, kindLiteral: {"Literal", "literal"},
	kindNone_: {"None", "None"}, kindTrue: {"True", "True"}, kindFalse: {"False", "False"},
	kindEllipsis: {"Ellipsis", "ellipsis"}, kindCompare: {"Compare", "comparison"},
	kindIfExp: {"IfExp", "conditional expression"}, kindNamedExpr: {"NamedExpr", "named expression"},
	kindSlice: {"Slice", "slice"}, kindIn: {"In", ""}, kindArgs: {"Args", ""}, kindKeyword: {"Keyword", ""},
	kindUnpacking: {"Unpacking", ""}, kindPattern: {"Pattern", ""}, kindParam: {"Param", ""},
}

func kindByName(name string) kind {
	for k, entry := range kinds {
		if entry.name == name {
			return kind(k)
		}
	}
	panic("grammar: no kind " + name)
}

// node is the value of a rule: what kind it is and the bytes it covers.
type node struct {
	kind       kind
	token      scanner.Kind // of a kindToken
	start, end int32
	kids       []*node
}

// parts returns the values within a node that have a kind of their own.
func (n *node) parts() []*node {
	var list []*node
	for _, kid := range n.kids {
		switch {
		case kid == nil || kid.kind == kindToken:
		case kid.kind == kindNone:
			list = append(list, kid.parts()...)
		default:
			list = append(list, kid)
		}
	}
	return list
}

// purpose is what a target is for.
type purpose uint8

const (
	assignment purpose = iota
	deletion
	loop
)

// invalidTarget returns the part of an expression that is no target, or nil.
func (n *node) invalidTarget(p purpose) *node {
	switch n.kind {
	case kindList, kindTuple:
		for _, part := range n.parts() {
			if bad := part.invalidTarget(p); bad != nil {
				return bad
			}
		}
		return nil
	case kindStarred:
		if p == deletion {
			return n
		}
		return n.parts()[0].invalidTarget(p)
	case kindCompare:
		// "for a in b" reads as a comparison, so the left side is the target.
		if p != loop {
			return n
		}
		if parts := n.parts(); len(parts) > 1 && parts[1].kind == kindIn {
			return parts[0].invalidTarget(p)
		}
		return nil
	case kindName, kindSubscript, kindAttribute:
		return nil
	}
	return n
}
