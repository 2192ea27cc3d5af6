package ast

// ArgumentsOf returns the parameters of a def or async def, nil for other nodes.
func ArgumentsOf(n Node) *Arguments {
	switch n := n.(type) {
	case *FunctionDef:
		return n.Args
	case *AsyncFunctionDef:
		return n.Args
	}
	return nil
}

// All returns the parameters in the order of the header.
func (a *Arguments) All() []*Arg {
	params := append(append([]*Arg{}, a.Posonlyargs...), a.Args...)
	if a.Vararg != nil {
		params = append(params, a.Vararg)
	}
	params = append(params, a.Kwonlyargs...)
	if a.Kwarg != nil {
		params = append(params, a.Kwarg)
	}
	return params
}

// DefaultValues returns the default of each parameter that has one.
func (a *Arguments) DefaultValues() map[*Arg]Expr {
	values := map[*Arg]Expr{}
	positional := append(append([]*Arg{}, a.Posonlyargs...), a.Args...)
	for i, value := range a.Defaults {
		values[positional[len(positional)-len(a.Defaults)+i]] = value
	}
	for i, value := range a.KwDefaults {
		if value != nil {
			values[a.Kwonlyargs[i]] = value
		}
	}
	return values
}

// HasAwait reports whether an expression has an await of its own: in no lambda.
func HasAwait(e Expr) bool {
	found := false
	Inspect(e, func(n Node) bool {
		switch n.(type) {
		case *Await:
			found = true
		case *Lambda:
			return false
		}
		return !found
	})
	return found
}

// Yields reports whether a function with this body is a generator.
func Yields(body []Stmt) bool {
	found := false
	for _, s := range body {
		Inspect(s, func(n Node) bool {
			switch n.(type) {
			case *Yield, *YieldFrom:
				found = true
			case *FunctionDef, *AsyncFunctionDef, *Lambda:
				return false
			}
			return !found
		})
	}
	return found
}

// AnnotationOf is the annotation that a parameter, a variable, or the result of a
// function has; nil if a node has none.
func AnnotationOf(n Node) Expr {
	switch n := n.(type) {
	case *Arg:
		return n.Annotation
	case *AnnAssign:
		return n.Annotation
	case *FunctionDef:
		return n.Returns
	case *AsyncFunctionDef:
		return n.Returns
	}
	return nil
}
