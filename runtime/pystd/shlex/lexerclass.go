package shlex

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var lexerClass *py.Class

func init() { lexerClass = py.NewNativeClass("shlex", "shlex", nil, defineLexer) }

func defineLexer(d *py.Definition) {
	of := py.PayloadAs[*lexer]
	d.Doc("A lexical analyzer class for simple shell-like syntaxes.")
	d.Alloc(func() any { return &lexer{} })
	d.Init("__init__(self, instream=None, infile=None, posix=False, punctuation_chars=False)",
		func(self, input, infile, posix, punctuation any) any {
			chars, isText := py.Payload(punctuation).(string)
			if !isText && py.Truth(punctuation) {
				chars = shellPunctuation
			}
			if input == nil {
				input, infile = sys.Module().Attr("stdin"), nil
			}
			of(self).init(input, infile, py.Truth(posix), chars)
			return nil
		})
	defineLexerAttributes(d, of)
	d.Method("get_token(self)", func(self any) any { return of(self).getToken() })
	d.Method("read_token(self)", func(self any) any { return of(self).readToken() })
	d.Method("push_token(self, tok)", func(self, token any) any {
		of(self).pushed = append(of(self).pushed, token)
		return nil
	})
	d.Method("push_source(self, newstream, newfile=None)", func(self, stream, file any) any {
		of(self).pushSource(stream, file)
		return nil
	})
	d.Method("sourcehook(self, newfile)", func(self, file any) any {
		name := py.As[string](file)
		if name != "" && name[0] == '"' {
			name = py.StrSlice(name, 1, -1, nil)
		}
		if infile, ok := of(self).infile.(string); ok {
			name = ospath.Join(ospath.Dir(infile), name)
		}
		return py.Tuple{name, py.Call(py.Builtin("open"), name, "r")}
	})
	d.Method("error_leader(self, infile=None, lineno=None)", func(self, infile, line any) any {
		if infile == nil {
			infile = of(self).infile
		}
		if line == nil {
			line = of(self).line
		}
		return fmt.Sprintf("\"%s\", line %d: ", py.Str(infile), number.Int(line))
	})
	d.Method("__iter__(self)", func(self any) any { return self })
	d.Method("__next__(self)", func(self any) any {
		token := py.CallMethod(self, "get_token")
		if token == of(self).eof() {
			py.Raise(py.NewStopIteration())
		}
		return token
	})
}

func defineLexerAttributes(d *py.Definition, of func(any) *lexer) {
	for name, field := range map[string]func(l *lexer) *string{
		"commenters":    func(l *lexer) *string { return &l.commenters },
		"wordchars":     func(l *lexer) *string { return &l.wordChars },
		"whitespace":    func(l *lexer) *string { return &l.whitespace },
		"quotes":        func(l *lexer) *string { return &l.quotes },
		"escape":        func(l *lexer) *string { return &l.escape },
		"escapedquotes": func(l *lexer) *string { return &l.escapedQuotes },
		"token":         func(l *lexer) *string { return &l.current },
	} {
		d.Member(name, func(self any) any { return *field(of(self)) },
			func(self, v any) { *field(of(self)) = py.As[string](v) })
	}
	for name, field := range map[string]func(l *lexer) *any{
		"infile": func(l *lexer) *any { return &l.infile },
		"source": func(l *lexer) *any { return &l.source },
	} {
		d.Member(name, func(self any) any { return *field(of(self)) }, func(self, v any) { *field(of(self)) = v })
	}
	for name, field := range map[string]func(l *lexer) *bool{
		"posix":            func(l *lexer) *bool { return &l.posix },
		"whitespace_split": func(l *lexer) *bool { return &l.whitespaceSplit },
	} {
		d.Member(name, func(self any) any { return *field(of(self)) }, func(self, v any) { *field(of(self)) = py.Truth(v) })
	}
	d.Member("lineno", func(self any) any { return of(self).line }, func(self, v any) { of(self).line = number.Int(v) })
	d.Getter("eof", func(self any) any { return of(self).eof() })
	d.Getter("punctuation_chars", func(self any) any { return of(self).punctuation })
}
