package parser

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// seeds are small sources that touch every construct; the corpus adds more.
var seeds = []string{
	"", "x", "x = 1\n", "if x:\n\ty\nelse:\n        z\n", "def f(a, /, b=1, *c, d, **e) -> int: return a\n",
	"async def f():\n    async with a as b, c: pass\n    async for x in y: await z\n",
	"f'{x!r:>{w}}' rb'\\x00' \"\"\"\n\"\"\"\n", "t'{x}'", "match x:\n    case [1, *_, {'a': b}] | A(c=d) if e: pass\n",
	"class A[T: int = str, *Ts, **P](B, metaclass=C): x: int = 1\n", "type X[T] = list[T]\n",
	"try: pass\nexcept* A as e: pass\nfinally: pass\n", "lambda *a, b=1: (yield)\n", "[x async for x in y if z]\n",
	"x = (a :=\\\n 1)  # comment\n", "\x0cx\n", "'''", "f'{", "((((", "0x", "1_", "$", "\\", "é = 'ü\\N{DASH}'\n",
}

func addSeeds(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	for i, c := range readCorpus(f) {
		if c.Src != nil && i%20 == 0 {
			f.Add(*c.Src)
		}
	}
}

// FuzzScan checks that tokens cover the text in order: between two of them stands
// nothing but blanks, comments, line ends and backslashes.
func FuzzScan(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewText("fuzz.py", text)
		result := scanner.Scan(file.Text, scanner.Options{ImplicitNewline: true, TemplateStrings: true})
		checkTokens(t, file.Text, result)
	})
}

func checkTokens(t *testing.T, text string, result scanner.Result) {
	t.Helper()
	if len(result.Tokens) == 0 {
		t.Fatal("no tokens")
	}
	rest := newTrivia(text, result.Comments)
	for i, token := range result.Tokens {
		isLast := i == len(result.Tokens)-1
		if (token.Kind == scanner.EndMarker || token.Kind == scanner.Fault) != isLast {
			t.Fatalf("token %d of %d is %v", i, len(result.Tokens), token.Kind)
		}
		if token.Kind == scanner.Fault {
			return
		}
		if token.Kind != scanner.Newline && !rest.skipTo(int(token.Start)) {
			t.Fatalf("text is lost before token %d (%v at %d)", i, token.Kind, token.Start)
		}
		rest.pos = max(rest.pos, min(int(token.End), len(text)))
	}
}

// trivia walks over what stands between tokens.
type trivia struct {
	text     string
	comments map[int]int // from start to end
	pos      int
}

func newTrivia(text string, comments []source.Range) *trivia {
	list := map[int]int{}
	for _, c := range comments {
		list[int(c.Start)] = int(c.End)
	}
	return &trivia{text: text, comments: list}
}

func (r *trivia) skipTo(end int) bool {
	for r.pos < end && r.pos < len(r.text) {
		if after, isComment := r.comments[r.pos]; isComment {
			r.pos = after
			continue
		}
		switch r.text[r.pos] {
		case ' ', '\t', '\f', '\n', '\\':
			r.pos++
		default:
			return false
		}
	}
	return true
}

// FuzzParse checks that parsing ends without a panic, that a tree comes out, and
// that the ranges of nodes nest.
func FuzzParse(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewText("fuzz.py", text)
		module, list := Parse(file)
		if module == nil {
			t.Fatal("no tree")
		}
		for _, d := range list {
			d.Position()
			if d.Range.Start > d.Range.End || int(d.Range.End) > len(file.Text) {
				t.Fatalf("bad range %v of %q", d.Range, d.Message)
			}
		}
		checkNesting(t, module)
	})
}

// checkNesting checks that each node lies within its parent. A decorated function
// starts at its keyword, as in CPython, so decorators lie before it.
func checkNesting(t *testing.T, module *ast.Module) {
	t.Helper()
	var visit func(parent ast.Node)
	visit = func(parent ast.Node) {
		outer := parent.Span()
		var decorators []ast.Expr
		switch p := parent.(type) {
		case *ast.FunctionDef:
			decorators = p.DecoratorList
		case *ast.AsyncFunctionDef:
			decorators = p.DecoratorList
		case *ast.ClassDef:
			decorators = p.DecoratorList
		}
		if len(decorators) > 0 {
			outer.Start = decorators[0].Span().Start
		}
		ast.Children(parent, func(child ast.Node) {
			if !outer.Contains(child.Span()) {
				t.Fatalf("%T at %v is not within %T at %v", child, child.Span(), parent, outer)
			}
			visit(child)
		})
	}
	visit(module)
}
