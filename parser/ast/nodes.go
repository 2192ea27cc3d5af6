// Package ast holds Python's abstract syntax tree, node for node and field for
// field as CPython 3.13 defines it (https://docs.python.org/3.13/library/ast.html),
// with the two nodes that 3.14 adds for template strings.
//
// An optional field is a nil pointer, nil interface or empty string. Every node
// carries the byte range it covers in its file.
package ast

import "github.com/pyasync2go/pyasync2go/parser/source"

// Node is any node of the tree.
type Node interface {
	// Span returns the bytes that the node covers.
	Span() source.Range
}

// Span makes a type that embeds it a Node.
type Base struct{ Range source.Range }

// Span returns the bytes that the node covers.
func (b *Base) Span() source.Range { return b.Range }

// Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// Expr is an expression.
type Expr interface {
	Node
	expr()
}

// Pattern is the pattern of a match case.
type Pattern interface {
	Node
	pattern()
}

// TypeParam is a type parameter of a def, class or type statement (PEP 695).
type TypeParam interface {
	Node
	typeParam()
}

// ExprContext tells how a name, attribute, subscript, list or tuple is used.
type ExprContext uint8

// The values of ExprContext, named as in CPython.
const (
	Load ExprContext = iota
	Store
	Del
)

var exprContextNames = [...]string{"Load", "Store", "Del"}

// String returns the name that CPython gives the node.
func (v ExprContext) String() string { return exprContextNames[v] }

// BoolOperator is the operator of a BoolOp.
type BoolOperator uint8

// The values of BoolOperator, named as in CPython.
const (
	And BoolOperator = iota
	Or
)

var boolOperatorNames = [...]string{"And", "Or"}

// String returns the name that CPython gives the node.
func (v BoolOperator) String() string { return boolOperatorNames[v] }

// Operator is a binary operator.
type Operator uint8

// The values of Operator, named as in CPython.
const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

var operatorNames = [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"}

// String returns the name that CPython gives the node.
func (v Operator) String() string { return operatorNames[v] }

// UnaryOperator is a unary operator.
type UnaryOperator uint8

// The values of UnaryOperator, named as in CPython.
const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

var unaryOperatorNames = [...]string{"Invert", "Not", "UAdd", "USub"}

// String returns the name that CPython gives the node.
func (v UnaryOperator) String() string { return unaryOperatorNames[v] }

// CmpOp is a comparison operator.
type CmpOp uint8

// The values of CmpOp, named as in CPython.
const (
	Eq CmpOp = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

var cmpOpNames = [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}

// String returns the name that CPython gives the node.
func (v CmpOp) String() string { return cmpOpNames[v] }

// Module is CPython's node Module(stmt* body, type_ignore* type_ignores).
type Module struct {
	Base
	Body        []Stmt
	TypeIgnores []*TypeIgnore

	// Comments holds the comments of the file by position. CPython's node has
	// no such field, and dumps leave it out.
	Comments []Comment
}

// Expression is CPython's node Expression(expr body).
type Expression struct {
	Base
	Body Expr
}

// Interactive is CPython's node Interactive(stmt* body).
type Interactive struct {
	Base
	Body []Stmt
}

// FunctionDef is CPython's node FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params).
type FunctionDef struct {
	Base
	Name          string
	Args          *Arguments
	Body          []Stmt
	DecoratorList []Expr
	Returns       Expr
	TypeComment   string
	TypeParams    []TypeParam
}

func (*FunctionDef) stmt() {}

// AsyncFunctionDef is CPython's node AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params).
type AsyncFunctionDef struct {
	Base
	Name          string
	Args          *Arguments
	Body          []Stmt
	DecoratorList []Expr
	Returns       Expr
	TypeComment   string
	TypeParams    []TypeParam
}

func (*AsyncFunctionDef) stmt() {}

// ClassDef is CPython's node ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params).
type ClassDef struct {
	Base
	Name          string
	Bases         []Expr
	Keywords      []*Keyword
	Body          []Stmt
	DecoratorList []Expr
	TypeParams    []TypeParam
}

func (*ClassDef) stmt() {}

// Return is CPython's node Return(expr? value).
type Return struct {
	Base
	Value Expr
}

func (*Return) stmt() {}

// Delete is CPython's node Delete(expr* targets).
type Delete struct {
	Base
	Targets []Expr
}

func (*Delete) stmt() {}

// Assign is CPython's node Assign(expr* targets, expr value, string? type_comment).
type Assign struct {
	Base
	Targets     []Expr
	Value       Expr
	TypeComment string
}

func (*Assign) stmt() {}

// TypeAlias is CPython's node TypeAlias(expr name, type_param* type_params, expr value).
type TypeAlias struct {
	Base
	Name       Expr
	TypeParams []TypeParam
	Value      Expr
}

func (*TypeAlias) stmt() {}

// AugAssign is CPython's node AugAssign(expr target, operator op, expr value).
type AugAssign struct {
	Base
	Target Expr
	Op     Operator
	Value  Expr
}

func (*AugAssign) stmt() {}

// AnnAssign is CPython's node AnnAssign(expr target, expr annotation, expr? value, int simple).
type AnnAssign struct {
	Base
	Target     Expr
	Annotation Expr
	Value      Expr
	Simple     int
}

func (*AnnAssign) stmt() {}

// For is CPython's node For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment).
type For struct {
	Base
	Target      Expr
	Iter        Expr
	Body        []Stmt
	Orelse      []Stmt
	TypeComment string
}

func (*For) stmt() {}

// AsyncFor is CPython's node AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment).
type AsyncFor struct {
	Base
	Target      Expr
	Iter        Expr
	Body        []Stmt
	Orelse      []Stmt
	TypeComment string
}

func (*AsyncFor) stmt() {}

// While is CPython's node While(expr test, stmt* body, stmt* orelse).
type While struct {
	Base
	Test   Expr
	Body   []Stmt
	Orelse []Stmt
}

func (*While) stmt() {}

// If is CPython's node If(expr test, stmt* body, stmt* orelse).
type If struct {
	Base
	Test   Expr
	Body   []Stmt
	Orelse []Stmt
}

func (*If) stmt() {}

// With is CPython's node With(withitem* items, stmt* body, string? type_comment).
type With struct {
	Base
	Items       []*WithItem
	Body        []Stmt
	TypeComment string
}

func (*With) stmt() {}

// AsyncWith is CPython's node AsyncWith(withitem* items, stmt* body, string? type_comment).
type AsyncWith struct {
	Base
	Items       []*WithItem
	Body        []Stmt
	TypeComment string
}

func (*AsyncWith) stmt() {}

// Match is CPython's node Match(expr subject, match_case* cases).
type Match struct {
	Base
	Subject Expr
	Cases   []*MatchCase
}

func (*Match) stmt() {}

// Raise is CPython's node Raise(expr? exc, expr? cause).
type Raise struct {
	Base
	Exc   Expr
	Cause Expr
}

func (*Raise) stmt() {}

// Try is CPython's node Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody).
type Try struct {
	Base
	Body      []Stmt
	Handlers  []*ExceptHandler
	Orelse    []Stmt
	Finalbody []Stmt
}

func (*Try) stmt() {}

// TryStar is CPython's node TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody).
type TryStar struct {
	Base
	Body      []Stmt
	Handlers  []*ExceptHandler
	Orelse    []Stmt
	Finalbody []Stmt
}

func (*TryStar) stmt() {}

// Assert is CPython's node Assert(expr test, expr? msg).
type Assert struct {
	Base
	Test Expr
	Msg  Expr
}

func (*Assert) stmt() {}

// Import is CPython's node Import(alias* names).
type Import struct {
	Base
	Names []*Alias
}

func (*Import) stmt() {}

// ImportFrom is CPython's node ImportFrom(identifier? module, alias* names, int? level).
type ImportFrom struct {
	Base
	Module string
	Names  []*Alias
	Level  int
}

func (*ImportFrom) stmt() {}

// Global is CPython's node Global(identifier* names).
type Global struct {
	Base
	Names []string
}

func (*Global) stmt() {}

// Nonlocal is CPython's node Nonlocal(identifier* names).
type Nonlocal struct {
	Base
	Names []string
}

func (*Nonlocal) stmt() {}

// ExprStmt is CPython's node Expr(expr value).
type ExprStmt struct {
	Base
	Value Expr
}

func (*ExprStmt) stmt() {}

// Pass is CPython's node Pass().
type Pass struct {
	Base
}

func (*Pass) stmt() {}

// Break is CPython's node Break().
type Break struct {
	Base
}

func (*Break) stmt() {}

// Continue is CPython's node Continue().
type Continue struct {
	Base
}

func (*Continue) stmt() {}

// BoolOp is CPython's node BoolOp(boolop op, expr* values).
type BoolOp struct {
	Base
	Op     BoolOperator
	Values []Expr
}

func (*BoolOp) expr() {}

// NamedExpr is CPython's node NamedExpr(expr target, expr value).
type NamedExpr struct {
	Base
	Target Expr
	Value  Expr
}

func (*NamedExpr) expr() {}

// BinOp is CPython's node BinOp(expr left, operator op, expr right).
type BinOp struct {
	Base
	Left  Expr
	Op    Operator
	Right Expr
}

func (*BinOp) expr() {}

// UnaryOp is CPython's node UnaryOp(unaryop op, expr operand).
type UnaryOp struct {
	Base
	Op      UnaryOperator
	Operand Expr
}

func (*UnaryOp) expr() {}

// Lambda is CPython's node Lambda(arguments args, expr body).
type Lambda struct {
	Base
	Args *Arguments
	Body Expr
}

func (*Lambda) expr() {}

// IfExp is CPython's node IfExp(expr test, expr body, expr orelse).
type IfExp struct {
	Base
	Test   Expr
	Body   Expr
	Orelse Expr
}

func (*IfExp) expr() {}

// Dict is CPython's node Dict(expr* keys, expr* values).
type Dict struct {
	Base
	Keys   []Expr // a nil key stands for **value
	Values []Expr
}

func (*Dict) expr() {}

// Set is CPython's node Set(expr* elts).
type Set struct {
	Base
	Elts []Expr
}

func (*Set) expr() {}

// ListComp is CPython's node ListComp(expr elt, comprehension* generators).
type ListComp struct {
	Base
	Elt        Expr
	Generators []*Comprehension
}

func (*ListComp) expr() {}

// SetComp is CPython's node SetComp(expr elt, comprehension* generators).
type SetComp struct {
	Base
	Elt        Expr
	Generators []*Comprehension
}

func (*SetComp) expr() {}

// DictComp is CPython's node DictComp(expr key, expr value, comprehension* generators).
type DictComp struct {
	Base
	Key        Expr
	Value      Expr
	Generators []*Comprehension
}

func (*DictComp) expr() {}

// GeneratorExp is CPython's node GeneratorExp(expr elt, comprehension* generators).
type GeneratorExp struct {
	Base
	Elt        Expr
	Generators []*Comprehension
}

func (*GeneratorExp) expr() {}

// Await is CPython's node Await(expr value).
type Await struct {
	Base
	Value Expr
}

func (*Await) expr() {}

// Yield is CPython's node Yield(expr? value).
type Yield struct {
	Base
	Value Expr
}

func (*Yield) expr() {}

// YieldFrom is CPython's node YieldFrom(expr value).
type YieldFrom struct {
	Base
	Value Expr
}

func (*YieldFrom) expr() {}

// Compare is CPython's node Compare(expr left, cmpop* ops, expr* comparators).
type Compare struct {
	Base
	Left        Expr
	Ops         []CmpOp
	Comparators []Expr
}

func (*Compare) expr() {}

// Call is CPython's node Call(expr func, expr* args, keyword* keywords).
type Call struct {
	Base
	Func     Expr
	Args     []Expr
	Keywords []*Keyword
}

func (*Call) expr() {}

// FormattedValue is CPython's node FormattedValue(expr value, int conversion, expr? format_spec).
type FormattedValue struct {
	Base
	Value      Expr
	Conversion int // -1, or the rune s, r or a
	FormatSpec Expr
}

func (*FormattedValue) expr() {}

// JoinedStr is CPython's node JoinedStr(expr* values).
type JoinedStr struct {
	Base
	Values []Expr
}

func (*JoinedStr) expr() {}

// Constant is CPython's node Constant(constant value, string? kind).
type Constant struct {
	Base
	Value   any  // see the package's constant types
	Unicode bool // the literal has the prefix u
}

func (*Constant) expr() {}

// Attribute is CPython's node Attribute(expr value, identifier attr, expr_context ctx).
type Attribute struct {
	Base
	Value Expr
	Attr  string
	Ctx   ExprContext
}

func (*Attribute) expr() {}

// Subscript is CPython's node Subscript(expr value, expr slice, expr_context ctx).
type Subscript struct {
	Base
	Value Expr
	Slice Expr
	Ctx   ExprContext
}

func (*Subscript) expr() {}

// Starred is CPython's node Starred(expr value, expr_context ctx).
type Starred struct {
	Base
	Value Expr
	Ctx   ExprContext
}

func (*Starred) expr() {}

// Name is CPython's node Name(identifier id, expr_context ctx).
type Name struct {
	Base
	Id  string
	Ctx ExprContext
}

func (*Name) expr() {}

// List is CPython's node List(expr* elts, expr_context ctx).
type List struct {
	Base
	Elts []Expr
	Ctx  ExprContext
}

func (*List) expr() {}

// Tuple is CPython's node Tuple(expr* elts, expr_context ctx).
type Tuple struct {
	Base
	Elts []Expr
	Ctx  ExprContext
}

func (*Tuple) expr() {}

// Slice is CPython's node Slice(expr? lower, expr? upper, expr? step).
type Slice struct {
	Base
	Lower Expr
	Upper Expr
	Step  Expr
}

func (*Slice) expr() {}

// TemplateStr is CPython's node TemplateStr(expr* values).
type TemplateStr struct {
	Base
	Values []Expr
}

func (*TemplateStr) expr() {}

// Interpolation is CPython's node Interpolation(expr value, constant str, int conversion, expr? format_spec).
type Interpolation struct {
	Base
	Value      Expr
	Str        string // the source text of the expression
	Conversion int
	FormatSpec Expr
}

func (*Interpolation) expr() {}

// MatchValue is CPython's node MatchValue(expr value).
type MatchValue struct {
	Base
	Value Expr
}

func (*MatchValue) pattern() {}

// MatchSingleton is CPython's node MatchSingleton(constant value).
type MatchSingleton struct {
	Base
	Value any // see the package's constant types
}

func (*MatchSingleton) pattern() {}

// MatchSequence is CPython's node MatchSequence(pattern* patterns).
type MatchSequence struct {
	Base
	Patterns []Pattern
}

func (*MatchSequence) pattern() {}

// MatchMapping is CPython's node MatchMapping(expr* keys, pattern* patterns, identifier? rest).
type MatchMapping struct {
	Base
	Keys     []Expr
	Patterns []Pattern
	Rest     string
}

func (*MatchMapping) pattern() {}

// MatchClass is CPython's node MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns).
type MatchClass struct {
	Base
	Cls         Expr
	Patterns    []Pattern
	KwdAttrs    []string
	KwdPatterns []Pattern
}

func (*MatchClass) pattern() {}

// MatchStar is CPython's node MatchStar(identifier? name).
type MatchStar struct {
	Base
	Name string
}

func (*MatchStar) pattern() {}

// MatchAs is CPython's node MatchAs(pattern? pattern, identifier? name).
type MatchAs struct {
	Base
	Pattern Pattern
	Name    string
}

func (*MatchAs) pattern() {}

// MatchOr is CPython's node MatchOr(pattern* patterns).
type MatchOr struct {
	Base
	Patterns []Pattern
}

func (*MatchOr) pattern() {}

// TypeVar is CPython's node TypeVar(identifier name, expr? bound, expr? default_value).
type TypeVar struct {
	Base
	Name         string
	Bound        Expr
	DefaultValue Expr
}

func (*TypeVar) typeParam() {}

// ParamSpec is CPython's node ParamSpec(identifier name, expr? default_value).
type ParamSpec struct {
	Base
	Name         string
	DefaultValue Expr
}

func (*ParamSpec) typeParam() {}

// TypeVarTuple is CPython's node TypeVarTuple(identifier name, expr? default_value).
type TypeVarTuple struct {
	Base
	Name         string
	DefaultValue Expr
}

func (*TypeVarTuple) typeParam() {}

// Arguments is CPython's node arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults).
type Arguments struct {
	Base
	Posonlyargs []*Arg
	Args        []*Arg
	Vararg      *Arg
	Kwonlyargs  []*Arg
	KwDefaults  []Expr // nil where a parameter has no default
	Kwarg       *Arg
	Defaults    []Expr
}

// Arg is CPython's node arg(identifier arg, expr? annotation, string? type_comment).
type Arg struct {
	Base
	Arg         string
	Annotation  Expr
	TypeComment string
}

// Keyword is CPython's node keyword(identifier? arg, expr value).
type Keyword struct {
	Base
	Arg   string
	Value Expr
}

// Alias is CPython's node alias(identifier name, identifier? asname).
type Alias struct {
	Base
	Name   string
	Asname string
}

// WithItem is CPython's node withitem(expr context_expr, expr? optional_vars).
type WithItem struct {
	Base
	ContextExpr  Expr
	OptionalVars Expr
}

// MatchCase is CPython's node match_case(pattern pattern, expr? guard, stmt* body).
type MatchCase struct {
	Base
	Pattern Pattern
	Guard   Expr
	Body    []Stmt
}

// Comprehension is CPython's node comprehension(expr target, expr iter, expr* ifs, int is_async).
type Comprehension struct {
	Base
	Target  Expr
	Iter    Expr
	Ifs     []Expr
	IsAsync int
}

// ExceptHandler is CPython's node ExceptHandler(expr? type, identifier? name, stmt* body).
type ExceptHandler struct {
	Base
	Type Expr
	Name string
	Body []Stmt
}

// TypeIgnore is CPython's node TypeIgnore(int lineno, string tag).
type TypeIgnore struct {
	Base
	Lineno int
	Tag    string
}

// The Value of a Constant or MatchSingleton is nil (None), bool, int64,
// *big.Int (only where int64 is too small), float64, string, Imaginary, Bytes
// or Ellipsis. A string holds UTF-8, with a lone surrogate as the three bytes
// that UTF-8's rule gives for it.
type (
	// Imaginary is the imaginary part of a complex literal; the real part is 0.
	Imaginary float64
	// Bytes is the value of a bytes literal.
	Bytes string
	// Ellipsis is the value of "...".
	Ellipsis struct{}
)
