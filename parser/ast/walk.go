package ast

// Inspect calls visit for n and, where it returns true, for the nodes below it,
// in the order of their fields.
func Inspect(n Node, visit func(Node) bool) {
	var walk func(n Node)
	walk = func(n Node) {
		if visit(n) {
			Children(n, walk)
		}
	}
	walk(n)
}

// Children calls visit for each node directly below n, in the order of the fields.
func Children(n Node, visit func(Node)) {
	switch n := n.(type) {
	case *Module:
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.TypeIgnores {
			visit(c)
		}
	case *Expression:
		if n.Body != nil {
			visit(n.Body)
		}
	case *Interactive:
		for _, c := range n.Body {
			visit(c)
		}
	case *FunctionDef:
		if n.Args != nil {
			visit(n.Args)
		}
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.DecoratorList {
			visit(c)
		}
		if n.Returns != nil {
			visit(n.Returns)
		}
		for _, c := range n.TypeParams {
			visit(c)
		}
	case *AsyncFunctionDef:
		if n.Args != nil {
			visit(n.Args)
		}
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.DecoratorList {
			visit(c)
		}
		if n.Returns != nil {
			visit(n.Returns)
		}
		for _, c := range n.TypeParams {
			visit(c)
		}
	case *ClassDef:
		for _, c := range n.Bases {
			visit(c)
		}
		for _, c := range n.Keywords {
			visit(c)
		}
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.DecoratorList {
			visit(c)
		}
		for _, c := range n.TypeParams {
			visit(c)
		}
	case *Return:
		if n.Value != nil {
			visit(n.Value)
		}
	case *Delete:
		for _, c := range n.Targets {
			visit(c)
		}
	case *Assign:
		for _, c := range n.Targets {
			visit(c)
		}
		if n.Value != nil {
			visit(n.Value)
		}
	case *TypeAlias:
		if n.Name != nil {
			visit(n.Name)
		}
		for _, c := range n.TypeParams {
			visit(c)
		}
		if n.Value != nil {
			visit(n.Value)
		}
	case *AugAssign:
		if n.Target != nil {
			visit(n.Target)
		}
		if n.Value != nil {
			visit(n.Value)
		}
	case *AnnAssign:
		if n.Target != nil {
			visit(n.Target)
		}
		if n.Annotation != nil {
			visit(n.Annotation)
		}
		if n.Value != nil {
			visit(n.Value)
		}
	case *For:
		if n.Target != nil {
			visit(n.Target)
		}
		if n.Iter != nil {
			visit(n.Iter)
		}
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.Orelse {
			visit(c)
		}
	case *AsyncFor:
		if n.Target != nil {
			visit(n.Target)
		}
		if n.Iter != nil {
			visit(n.Iter)
		}
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.Orelse {
			visit(c)
		}
	case *While:
		if n.Test != nil {
			visit(n.Test)
		}
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.Orelse {
			visit(c)
		}
	case *If:
		if n.Test != nil {
			visit(n.Test)
		}
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.Orelse {
			visit(c)
		}
	case *With:
		for _, c := range n.Items {
			visit(c)
		}
		for _, c := range n.Body {
			visit(c)
		}
	case *AsyncWith:
		for _, c := range n.Items {
			visit(c)
		}
		for _, c := range n.Body {
			visit(c)
		}
	case *Match:
		if n.Subject != nil {
			visit(n.Subject)
		}
		for _, c := range n.Cases {
			visit(c)
		}
	case *Raise:
		if n.Exc != nil {
			visit(n.Exc)
		}
		if n.Cause != nil {
			visit(n.Cause)
		}
	case *Try:
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.Handlers {
			visit(c)
		}
		for _, c := range n.Orelse {
			visit(c)
		}
		for _, c := range n.Finalbody {
			visit(c)
		}
	case *TryStar:
		for _, c := range n.Body {
			visit(c)
		}
		for _, c := range n.Handlers {
			visit(c)
		}
		for _, c := range n.Orelse {
			visit(c)
		}
		for _, c := range n.Finalbody {
			visit(c)
		}
	case *Assert:
		if n.Test != nil {
			visit(n.Test)
		}
		if n.Msg != nil {
			visit(n.Msg)
		}
	case *Import:
		for _, c := range n.Names {
			visit(c)
		}
	case *ImportFrom:
		for _, c := range n.Names {
			visit(c)
		}
	case *ExprStmt:
		if n.Value != nil {
			visit(n.Value)
		}
	case *BoolOp:
		for _, c := range n.Values {
			visit(c)
		}
	case *NamedExpr:
		if n.Target != nil {
			visit(n.Target)
		}
		if n.Value != nil {
			visit(n.Value)
		}
	case *BinOp:
		if n.Left != nil {
			visit(n.Left)
		}
		if n.Right != nil {
			visit(n.Right)
		}
	case *UnaryOp:
		if n.Operand != nil {
			visit(n.Operand)
		}
	case *Lambda:
		if n.Args != nil {
			visit(n.Args)
		}
		if n.Body != nil {
			visit(n.Body)
		}
	case *IfExp:
		if n.Test != nil {
			visit(n.Test)
		}
		if n.Body != nil {
			visit(n.Body)
		}
		if n.Orelse != nil {
			visit(n.Orelse)
		}
	case *Dict:
		for _, c := range n.Keys {
			if c != nil {
				visit(c)
			}
		}
		for _, c := range n.Values {
			if c != nil {
				visit(c)
			}
		}
	case *Set:
		for _, c := range n.Elts {
			visit(c)
		}
	case *ListComp:
		if n.Elt != nil {
			visit(n.Elt)
		}
		for _, c := range n.Generators {
			visit(c)
		}
	case *SetComp:
		if n.Elt != nil {
			visit(n.Elt)
		}
		for _, c := range n.Generators {
			visit(c)
		}
	case *DictComp:
		if n.Key != nil {
			visit(n.Key)
		}
		if n.Value != nil {
			visit(n.Value)
		}
		for _, c := range n.Generators {
			visit(c)
		}
	case *GeneratorExp:
		if n.Elt != nil {
			visit(n.Elt)
		}
		for _, c := range n.Generators {
			visit(c)
		}
	case *Await:
		if n.Value != nil {
			visit(n.Value)
		}
	case *Yield:
		if n.Value != nil {
			visit(n.Value)
		}
	case *YieldFrom:
		if n.Value != nil {
			visit(n.Value)
		}
	case *Compare:
		if n.Left != nil {
			visit(n.Left)
		}
		for _, c := range n.Comparators {
			visit(c)
		}
	case *Call:
		if n.Func != nil {
			visit(n.Func)
		}
		for _, c := range n.Args {
			visit(c)
		}
		for _, c := range n.Keywords {
			visit(c)
		}
	case *FormattedValue:
		if n.Value != nil {
			visit(n.Value)
		}
		if n.FormatSpec != nil {
			visit(n.FormatSpec)
		}
	case *JoinedStr:
		for _, c := range n.Values {
			visit(c)
		}
	case *Attribute:
		if n.Value != nil {
			visit(n.Value)
		}
	case *Subscript:
		if n.Value != nil {
			visit(n.Value)
		}
		if n.Slice != nil {
			visit(n.Slice)
		}
	case *Starred:
		if n.Value != nil {
			visit(n.Value)
		}
	case *List:
		for _, c := range n.Elts {
			visit(c)
		}
	case *Tuple:
		for _, c := range n.Elts {
			visit(c)
		}
	case *Slice:
		if n.Lower != nil {
			visit(n.Lower)
		}
		if n.Upper != nil {
			visit(n.Upper)
		}
		if n.Step != nil {
			visit(n.Step)
		}
	case *TemplateStr:
		for _, c := range n.Values {
			visit(c)
		}
	case *Interpolation:
		if n.Value != nil {
			visit(n.Value)
		}
		if n.FormatSpec != nil {
			visit(n.FormatSpec)
		}
	case *MatchValue:
		if n.Value != nil {
			visit(n.Value)
		}
	case *MatchSequence:
		for _, c := range n.Patterns {
			visit(c)
		}
	case *MatchMapping:
		for _, c := range n.Keys {
			visit(c)
		}
		for _, c := range n.Patterns {
			visit(c)
		}
	case *MatchClass:
		if n.Cls != nil {
			visit(n.Cls)
		}
		for _, c := range n.Patterns {
			visit(c)
		}
		for _, c := range n.KwdPatterns {
			visit(c)
		}
	case *MatchAs:
		if n.Pattern != nil {
			visit(n.Pattern)
		}
	case *MatchOr:
		for _, c := range n.Patterns {
			visit(c)
		}
	case *TypeVar:
		if n.Bound != nil {
			visit(n.Bound)
		}
		if n.DefaultValue != nil {
			visit(n.DefaultValue)
		}
	case *ParamSpec:
		if n.DefaultValue != nil {
			visit(n.DefaultValue)
		}
	case *TypeVarTuple:
		if n.DefaultValue != nil {
			visit(n.DefaultValue)
		}
	case *Arguments:
		for _, c := range n.Posonlyargs {
			visit(c)
		}
		for _, c := range n.Args {
			visit(c)
		}
		if n.Vararg != nil {
			visit(n.Vararg)
		}
		for _, c := range n.Kwonlyargs {
			visit(c)
		}
		for _, c := range n.KwDefaults {
			if c != nil {
				visit(c)
			}
		}
		if n.Kwarg != nil {
			visit(n.Kwarg)
		}
		for _, c := range n.Defaults {
			if c != nil {
				visit(c)
			}
		}
	case *Arg:
		if n.Annotation != nil {
			visit(n.Annotation)
		}
	case *Keyword:
		if n.Value != nil {
			visit(n.Value)
		}
	case *WithItem:
		if n.ContextExpr != nil {
			visit(n.ContextExpr)
		}
		if n.OptionalVars != nil {
			visit(n.OptionalVars)
		}
	case *MatchCase:
		if n.Pattern != nil {
			visit(n.Pattern)
		}
		if n.Guard != nil {
			visit(n.Guard)
		}
		for _, c := range n.Body {
			visit(c)
		}
	case *Comprehension:
		if n.Target != nil {
			visit(n.Target)
		}
		if n.Iter != nil {
			visit(n.Iter)
		}
		for _, c := range n.Ifs {
			visit(c)
		}
	case *ExceptHandler:
		if n.Type != nil {
			visit(n.Type)
		}
		for _, c := range n.Body {
			visit(c)
		}
	}
}
