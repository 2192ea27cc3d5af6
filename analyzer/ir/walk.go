package ir

// Slots calls visit with a pointer to each place below n, a Decl, Stmt or Expr,
// that holds a part of it: a *Expr, a *Stmt (Init, Post) or a *[]Stmt (a body).
// The order is that of the printed text. A place that is empty is left out.
func Slots(n any, visit func(slot any)) {
	expr := func(e *Expr) {
		if *e != nil {
			visit(e)
		}
	}
	exprs := func(list []Expr) {
		for i := range list {
			expr(&list[i])
		}
	}
	stmt := func(s *Stmt) {
		if *s != nil {
			visit(s)
		}
	}
	body := func(list *[]Stmt) {
		if len(*list) > 0 {
			visit(list)
		}
	}
	cases := func(list []Case) {
		for i := range list {
			exprs(list[i].Values)
			body(&list[i].Body)
		}
	}
	switch n := n.(type) {
	case *FuncDecl:
		body(&n.Body)
	case *VarDecl:
		expr(&n.Value)

	case *Let:
		exprs(n.Values)
	case *Declare:
		expr(&n.Value)
	case *Assign:
		exprs(n.Targets)
		exprs(n.Values)
	case *Update:
		expr(&n.Target)
		expr(&n.Value)
	case *Do:
		expr(&n.X)
	case *If:
		stmt(&n.Init)
		expr(&n.Cond)
		body(&n.Then)
		body(&n.Else)
	case *For:
		stmt(&n.Init)
		expr(&n.Cond)
		stmt(&n.Post)
		body(&n.Body)
	case *Range:
		expr(&n.X)
		body(&n.Body)
	case *Switch:
		stmt(&n.Init)
		expr(&n.Tag)
		cases(n.Cases)
	case *TypeSwitch:
		expr(&n.X)
		cases(n.Cases)
	case *Return:
		exprs(n.Values)
	case *Defer:
		expr(&n.X)
	case *Block:
		body(&n.Body)

	case *Call:
		expr(&n.Fun)
		exprs(n.Args)
	case *Select:
		expr(&n.X)
	case *FieldRef:
		expr(&n.X)
	case *EmbedRef:
		expr(&n.X)
	case *MethodRef:
		expr(&n.X)
	case *Index:
		expr(&n.X)
		expr(&n.Index)
	case *SliceOf:
		expr(&n.X)
		expr(&n.Low)
		expr(&n.High)
	case *Unary:
		expr(&n.X)
	case *Binary:
		expr(&n.X)
		expr(&n.Y)
	case *Assert:
		expr(&n.X)
	case *Convert:
		expr(&n.X)
	case *Composite:
		expr(&n.Make)
		for i := range n.Elems {
			expr(&n.Elems[i].Key)
			expr(&n.Elems[i].Value)
		}
	case *FuncLit:
		body(&n.Body)
	}
}

// Inspect visits n, a Decl, Stmt, Expr or []Stmt, and everything below it in
// the order of the printed text. Where visit returns false, what is below is
// left out.
func Inspect(n any, visit func(n any) bool) {
	var below func(slot any)
	walk := func(n any) {
		if visit(n) {
			Slots(n, below)
		}
	}
	below = func(slot any) {
		switch slot := slot.(type) {
		case *Expr:
			walk(*slot)
		case *Stmt:
			walk(*slot)
		case *[]Stmt:
			for _, s := range *slot {
				walk(s)
			}
		}
	}
	if list, ok := n.([]Stmt); ok {
		below(&list)
		return
	}
	walk(n)
}

// RewriteExprs replaces every expression below n, innermost first, by what
// rewrite returns for it.
func RewriteExprs(n any, rewrite func(Expr) Expr) {
	var below func(slot any)
	below = func(slot any) {
		switch slot := slot.(type) {
		case *Expr:
			Slots(*slot, below)
			*slot = rewrite(*slot)
		case *Stmt:
			Slots(*slot, below)
		case *[]Stmt:
			for _, s := range *slot {
				Slots(s, below)
			}
		}
	}
	Slots(n, below)
}

// Declared returns the variables that the statement itself declares. Those of
// an Init belong to the statement that holds it.
func Declared(s Stmt) []*Var {
	var vars []*Var
	add := func(list ...*Var) {
		for _, v := range list {
			if v != nil {
				vars = append(vars, v)
			}
		}
	}
	switch s := s.(type) {
	case *Let:
		add(s.Vars...)
	case *Declare:
		add(s.Var)
	case *Range:
		if !s.Assign {
			add(s.Key, s.Value)
		}
	case *TypeSwitch:
		add(s.Bind)
	}
	return vars
}

// SpelledTypes calls visit with each type that the printed text of n itself,
// without what is below it, spells out.
func SpelledTypes(n any, visit func(Type)) {
	one := func(t Type) {
		if t != nil {
			visit(t)
		}
	}
	vars := func(list []*Var) {
		for _, v := range list {
			one(v.Type)
		}
	}
	switch n := n.(type) {
	case *FuncDecl:
		if n.Recv != nil {
			one(n.Recv.Type)
		}
		vars(n.Params)
		vars(n.Results)
	case *InterfaceDecl:
		for _, t := range n.Embeds {
			one(t)
		}
		for _, m := range n.Methods {
			vars(m.Params)
			vars(m.Results)
		}
	case *TypeDecl:
		one(n.Type)
	case *StructDecl:
		for _, t := range n.Embeds {
			one(t)
		}
		for _, f := range n.Fields {
			one(f.Var.Type)
		}
	case *VarDecl:
		if !n.Infer {
			one(n.Var.Type)
		}
	case *Declare:
		if !n.Infer || n.Value == nil {
			one(n.Var.Type)
		}
	case *Call:
		for _, t := range n.TypeArgs {
			one(t)
		}
	case *Assert:
		one(n.Type)
	case *Convert:
		one(n.Type)
	case *Composite:
		if n.Make == nil {
			one(n.Type)
		}
	case *FuncLit:
		vars(n.Params)
		vars(n.Results)
	case *TypeExpr:
		one(n.Type)
	}
}

// InspectType visits t and every type that it is made of.
func InspectType(t Type, visit func(Type)) {
	visit(t)
	list := func(types []Type) {
		for _, t := range types {
			InspectType(t, visit)
		}
	}
	switch t := t.(type) {
	case *Named:
		list(t.Args)
	case *Pointer:
		InspectType(t.Elem, visit)
	case *Slice:
		InspectType(t.Elem, visit)
	case *Map:
		InspectType(t.Key, visit)
		InspectType(t.Value, visit)
	case *Signature:
		list(t.Params)
		list(t.Results)
	}
}
