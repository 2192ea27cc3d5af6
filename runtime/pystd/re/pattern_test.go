package re

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestFindAll holds results to those of CPython 3.13's re.findall.
func TestFindAll(t *testing.T) {
	for _, c := range []struct{ pattern, text, want string }{
		{`a*`, "baac", "['', 'aa', '', '']"},
		{`(a|ab)(c|bcd)(d*)`, "abcd", "[('a', 'bcd', '')]"},
		{`(?P<k>\w+)=(?P<v>\d+)`, "x=1, yy=22", "[('x', '1'), ('yy', '22')]"},
		{`(\w)\1`, "aabbcd", "['a', 'b']"},
		{`(?<=\$)\d+(?!\d|%)`, "$12 $5% 7", "['12']"},
		{`(?i)É+`, "éÉe", "['éÉ']"},
		{`".*?"`, `say "a" and "b"`, `['"a"', '"b"']`},
		{`(?:a|b)*?c`, "ababc", "['ababc']"},
		{`(a)?b(?(1)c|d)`, "abc bd abd", "['a', '', '']"},
		{`^\w+$`, "one\ntwo", "[]"},
		{`(?m)^\w+$`, "one\ntwo", "['one', 'two']"},
		{`[^\W\d_]+`, "ab1_é", "['ab', 'é']"},
		{`(?>a+)ab`, "aaab", "[]"},
		{`a++b`, "aaab", "['aaab']"},
		{`(a*)*b`, "aab", "['']"},
		{`(?x) a  # letter
		   \s b`, "a b", "['a b']"},
	} {
		if got := py.Repr(Compile(c.pattern).FindAll(c.text, 0, unlimited)); got != c.want {
			t.Errorf("findall(%q, %q) = %s, want %s", c.pattern, c.text, got, c.want)
		}
	}
}

// TestErrors holds the texts of errors to CPython's.
func TestErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"(":        "missing ), unterminated subpattern at position 0",
		")":        "unbalanced parenthesis at position 0",
		"*a":       "nothing to repeat at position 0",
		"a**":      "multiple repeat at position 2",
		"[a":       "unterminated character set at position 0",
		"[z-a]":    "bad character range z-a at position 1",
		`\q`:       `bad escape \q at position 0`,
		`(?P<1>a)`: "bad character in group name '1' at position 4",
		`(?<=a*)b`: "look-behind requires fixed-width pattern",
		"a{2,1}":   "min repeat greater than max repeat at position 2",
		`\2`:       "invalid group reference 2 at position 1",
	} {
		err := py.Try(func() error { Compile(pattern); return nil })
		if err == nil || err.Error() != want {
			t.Errorf("compile(%q): %v, want %s", pattern, err, want)
		}
	}
}

// TestSub covers templates, and texts that would exhaust a recursive matcher.
func TestSub(t *testing.T) {
	if got := Sub(`(\w+) (?P<b>\w+)`, `\g<b> \1\n`, "hello world"); got != "world hello\n" {
		t.Errorf("sub: %q", got)
	}
	long := py.StrRepeat("ab", 500000)
	if m := Compile(`(?:a|b)*`).FullMatch(long); m == nil || m.End() != 1000000 {
		t.Error("fullmatch of a long text failed")
	}
}
