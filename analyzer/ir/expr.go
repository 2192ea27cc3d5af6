package ir

// Expr is an expression. Except for calls it has no side effect.
type Expr interface{ expr() }

type (
	// Ref reads a variable.
	Ref struct{ Var *Var }
	// FuncRef names a function of the program.
	FuncRef struct{ Func *Func }
	// MethodExpr is the method expression (*Type).Method, or Type.Method.
	MethodExpr struct {
		Type   *TypeName
		Value  bool // the receiver is no pointer
		Method *Func
	}
	// Qual names something of another package.
	Qual struct{ Pkg, Name string }
	// Lit is a literal: int, float64, string, bool, or nil for Go's nil.
	// An untyped int literal too big for int is written as Verbatim.
	Lit struct{ Value any }
	// Verbatim is source text of a literal that Lit cannot hold, such as 'x' or 0xff.
	Verbatim string
	// Call calls Fun.
	Call struct {
		Fun      Expr
		TypeArgs []Type
		Args     []Expr
		Spread   bool // the last argument is followed by ...
		Lines    bool // one argument a line
	}
	// Select is X.Field, where Field is a Go name of a type that the program
	// does not declare.
	Select struct {
		X    Expr
		Name string
	}
	// FieldRef is X.Field for a field of a struct of the program.
	FieldRef struct {
		X     Expr
		Field *Var
	}
	// EmbedRef is X.Type, the struct of type Type that X's embeds.
	EmbedRef struct {
		X    Expr
		Type *TypeName
	}
	// MethodRef is X.Method for a method of a struct of the program.
	MethodRef struct {
		X      Expr
		Method *Func
	}
	// Index is X[Index].
	Index struct{ X, Index Expr }
	// SliceOf is X[Low:High]; either bound may be nil.
	SliceOf struct{ X, Low, High Expr }
	// Unary is Op X, where Op is one of - ! ^ & *.
	Unary struct {
		Op string
		X  Expr
	}
	// Binary is X Op Y. Parentheses are put by precedence.
	Binary struct {
		Op   string
		X, Y Expr
	}
	// Assert is X.(Type).
	Assert struct {
		X    Expr
		Type Type
	}
	// Convert is Type(X).
	Convert struct {
		Type Type
		X    Expr
	}
	// Composite is Type{Elems...}; with Ref it is &Type{...}. A nil Type is left
	// out, as an element of another literal can. With Make it is Make(Elems...), a
	// function that only makes such a value and whose type arguments Go finds.
	Composite struct {
		Type  Type
		Make  Expr
		Ref   bool
		Elems []Element
		Lines bool // one element a line
	}
	// FuncLit is a function literal.
	FuncLit struct {
		Params  []*Var
		Results []*Var // a result with an empty Hint is unnamed
		Body    []Stmt
		Origin  *Origin
	}
	// TypeExpr is a type where an expression stands, as the first argument of make.
	TypeExpr struct{ Type Type }
)

// Element is one element of a Composite. Field, Name or Key is set for a keyed one.
type Element struct {
	Field *Var
	Name  string // a field's Go name
	Key   Expr
	Value Expr
}

func (*Ref) expr()        {}
func (*FuncRef) expr()    {}
func (*MethodExpr) expr() {}
func (*Qual) expr()       {}
func (*Lit) expr()        {}
func (Verbatim) expr()    {}
func (*Call) expr()       {}
func (*Select) expr()     {}
func (*FieldRef) expr()   {}
func (*EmbedRef) expr()   {}
func (*MethodRef) expr()  {}
func (*Index) expr()      {}
func (*SliceOf) expr()    {}
func (*Unary) expr()      {}
func (*Binary) expr()     {}
func (*Assert) expr()     {}
func (*Convert) expr()    {}
func (*Composite) expr()  {}
func (*FuncLit) expr()    {}
func (*TypeExpr) expr()   {}
