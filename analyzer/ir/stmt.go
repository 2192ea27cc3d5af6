package ir

// Stmt is a statement.
type Stmt interface {
	// M returns what the statement carries besides its meaning.
	M() *Meta
}

// M returns the Meta itself: every statement and declaration embeds one.
func (m *Meta) M() *Meta { return m }

type (
	// Let declares variables: Vars := Values. A nil Var is the blank
	// identifier. Values is one call for several Vars, or one for each.
	Let struct {
		Meta
		Vars   []*Var
		Values []Expr
	}
	// Declare is var Var Type, or var Var Type = Value. The type is left out
	// where Value gives it (Infer).
	Declare struct {
		Meta
		Var   *Var
		Value Expr // may be nil
		Infer bool
	}
	// Assign is Targets = Values; a nil target is the blank identifier. Boxes
	// tells that a value's own type is not that of its target, so that a
	// declaration made of it must name the type.
	Assign struct {
		Meta
		Targets []Expr
		Values  []Expr
		Boxes   bool
	}
	// Update is Target Op= Value, or Target++ and Target-- when Value is nil.
	Update struct {
		Meta
		Target Expr
		Op     string // + - * / % and so on
		Value  Expr
	}
	// Do evaluates a call for its effect.
	Do struct {
		Meta
		X Expr
	}
	// If is if Init; Cond { Then } else { Else }.
	If struct {
		Meta
		Init Stmt // may be nil
		Cond Expr
		Then []Stmt
		Else []Stmt // one *If prints as else if
	}
	// For is for Init; Cond; Post { Body }; each part may be nil.
	For struct {
		Meta
		Label *Label
		Init  Stmt
		Cond  Expr
		Post  Stmt
		Body  []Stmt
	}
	// Range is for Key, Value := range X { Body }. Nil Vars are left out or
	// blank. With Assign the variables exist already (= instead of :=).
	Range struct {
		Meta
		Label      *Label
		Key, Value *Var
		Assign     bool
		X          Expr
		Body       []Stmt
	}
	// Switch is switch Init; Tag { Cases }.
	Switch struct {
		Meta
		Label *Label
		Init  Stmt
		Tag   Expr // may be nil
		Cases []Case
	}
	// TypeSwitch is switch Bind := X.(type) { Cases }, whose case values are TypeExpr or a nil Lit.
	TypeSwitch struct {
		Meta
		Bind  *Var // may be nil
		X     Expr
		Cases []Case
	}
	// Return returns Values.
	Return struct {
		Meta
		Values []Expr
	}
	// Break leaves the loop or switch Label, or the innermost one.
	Break struct {
		Meta
		Label *Label
	}
	// Continue goes on with the loop Label, or the innermost one.
	Continue struct {
		Meta
		Label *Label
	}
	// Defer defers a call.
	Defer struct {
		Meta
		X Expr
	}
	// Block is a block of its own: { Body }.
	Block struct {
		Meta
		Body []Stmt
	}
	// Comment stands for comments that no statement follows; they are in Lead.
	Comment struct{ Meta }
)

// Label names a statement for Break and Continue. It is printed only if used.
type Label struct {
	Hint string
	Go   string
	Used bool
}

// Case is one case of a switch; a nil Values is default.
type Case struct {
	Meta
	Values []Expr
	Body   []Stmt
}

// Decl is a declaration at the top of a file.
type Decl interface{ M() *Meta }

type (
	// FuncDecl declares a function, or a method when Recv is set.
	FuncDecl struct {
		Meta
		Doc     []string
		Does    string // instead of Doc: what follows the name
		Name    *Func
		Recv    *Var
		Params  []*Var
		Results []*Var // a result with an empty Hint is unnamed
		Body    []Stmt
		Origin  *Origin
	}
	// StructDecl declares a struct type.
	StructDecl struct {
		Meta
		Doc    []string
		Name   *TypeName
		Embeds []Type
		Fields []*Field
	}
	// TypeDecl declares a type that is represented as another.
	TypeDecl struct {
		Meta
		Doc  []string
		Name *TypeName
		Type Type
	}
	// InterfaceDecl declares an interface type.
	InterfaceDecl struct {
		Meta
		Doc     []string
		Name    *TypeName
		Embeds  []Type
		Methods []*InterfaceMethod
	}
	// VarDecl declares a package variable, or a constant.
	VarDecl struct {
		Meta
		Doc   []string
		Var   *Var
		Value Expr // nil: only Type
		Infer bool // the type is left out
		Const bool
	}
	// CommentDecl stands for comments between declarations; they are in Lead.
	CommentDecl struct{ Meta }
)

// InterfaceMethod is a method of an InterfaceDecl.
type InterfaceMethod struct {
	Name            *Func
	Params, Results []*Var // a result with an empty Hint is unnamed
}

// Field is a field of a StructDecl.
type Field struct {
	Meta
	Var *Var
	Tag string // without backquotes
}
