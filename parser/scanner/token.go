package scanner

// Kind is the kind of a token: CPython's token types, with one kind for each
// operator and each keyword. Soft keywords (match, case, type, _) are names.
type Kind uint8

// Token is a token of a file: its kind and the bytes it covers.
type Token struct {
	Kind       Kind
	Start, End int32
}

// The kinds of tokens. Fault ends the tokens of a file that has a lexical error;
// Unknown is a character that no construct of Python uses, such as "?".
const (
	Fault Kind = iota
	EndMarker
	Newline
	Indent
	Dedent
	Name
	Number
	String
	FStringStart
	FStringMiddle
	FStringEnd
	TStringStart
	TypeComment
	Unknown

	LParen
	RParen
	LBracket
	RBracket
	LBrace
	RBrace
	Comma
	Colon
	Dot
	Semicolon
	At
	Exclamation
	Ellipsis
	Arrow
	ColonEqual
	Assign

	PlusAssign
	MinusAssign
	StarAssign
	SlashAssign
	DoubleSlashAssign
	PercentAssign
	AtAssign
	AmpAssign
	PipeAssign
	CaretAssign
	LeftShiftAssign
	RightShiftAssign
	DoubleStarAssign

	Plus
	Minus
	Star
	Slash
	DoubleSlash
	Percent
	Amp
	Pipe
	Caret
	LeftShift
	RightShift
	DoubleStar
	Tilde

	EqEqual
	NotEqual
	Less
	LessEqual
	Greater
	GreaterEqual

	False
	None
	True
	And
	As
	Assert
	Async
	Await
	Break
	Class
	Continue
	Def
	Del
	Elif
	Else
	Except
	Finally
	For
	From
	Global
	If
	Import
	In
	Is
	Lambda
	Nonlocal
	Not
	Or
	Pass
	Raise
	Return
	Try
	While
	With
	Yield
)

var kindNames = [...]string{
	Fault: "fault", EndMarker: "end of file", Newline: "newline", Indent: "indent", Dedent: "dedent",
	Name: "name", Number: "number", String: "string",
	FStringStart: "f-string start", FStringMiddle: "f-string middle", FStringEnd: "f-string end",
	TStringStart: "t-string start", TypeComment: "type comment", Unknown: "character",
	LParen: "(", RParen: ")", LBracket: "[", RBracket: "]", LBrace: "{", RBrace: "}",
	Comma: ",", Colon: ":", Dot: ".", Semicolon: ";", At: "@", Exclamation: "!", Ellipsis: "...",
	Arrow: "->", ColonEqual: ":=", Assign: "=",
	PlusAssign: "+=", MinusAssign: "-=", StarAssign: "*=", SlashAssign: "/=", DoubleSlashAssign: "//=",
	PercentAssign: "%=", AtAssign: "@=", AmpAssign: "&=", PipeAssign: "|=", CaretAssign: "^=",
	LeftShiftAssign: "<<=", RightShiftAssign: ">>=", DoubleStarAssign: "**=",
	Plus: "+", Minus: "-", Star: "*", Slash: "/", DoubleSlash: "//", Percent: "%", Amp: "&", Pipe: "|",
	Caret: "^", LeftShift: "<<", RightShift: ">>", DoubleStar: "**", Tilde: "~",
	EqEqual: "==", NotEqual: "!=", Less: "<", LessEqual: "<=", Greater: ">", GreaterEqual: ">=",
	False: "False", None: "None", True: "True", And: "and", As: "as", Assert: "assert", Async: "async",
	Await: "await", Break: "break", Class: "class", Continue: "continue", Def: "def", Del: "del",
	Elif: "elif", Else: "else", Except: "except", Finally: "finally", For: "for", From: "from",
	Global: "global", If: "if", Import: "import", In: "in", Is: "is", Lambda: "lambda",
	Nonlocal: "nonlocal", Not: "not", Or: "or", Pass: "pass", Raise: "raise", Return: "return",
	Try: "try", While: "while", With: "with", Yield: "yield",
}

// String returns the token's spelling, or a description where it has no fixed one.
func (k Kind) String() string { return kindNames[k] }

// IsKeyword reports whether k is a reserved word.
func (k Kind) IsKeyword() bool { return k >= False }

// IsAugmentedAssign reports whether k is an operator such as "+=".
func (k Kind) IsAugmentedAssign() bool { return PlusAssign <= k && k <= DoubleStarAssign }

// keyword returns the kind of an identifier: a keyword's own, or Name.
func keyword(word string) Kind {
	if len(word) < 2 || len(word) > 8 {
		return Name
	}
	for _, kind := range keywordsByFirst[word[0]&0x3f] {
		if kindNames[kind] == word {
			return kind
		}
	}
	return Name
}

// keywordsByFirst lists the keywords by the low six bits of their first letter,
// which differ for all the letters that start a keyword.
var keywordsByFirst = func() (table [64][]Kind) {
	for kind := False; kind <= Yield; kind++ {
		first := kindNames[kind][0] & 0x3f
		table[first] = append(table[first], kind)
	}
	return table
}()
