package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/parser/source"
)

// TestErrorsAfterTheFirst checks where reading goes on after an error: what is
// broken is said once, and what is right is not blamed.
func TestErrorsAfterTheFirst(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"clauses of a broken statement", "if x:\n    a b\nelse:\n    pass\nc d\n",
			"2:7 invalid syntax; 5:3 invalid syntax"},
		{"methods of a class", "class A:\n    def f(self): return )\n\n    def g(self):\n        return 1 1\n\n    def h(self): pass\nx y\n",
			"2:25 unmatched ')'; 8:3 invalid syntax"},
		{"functions in a function", "def f():\n    x = = 1\n    def g():\n        y = = 1\n    z = = 1\n    @d\n    async def h():\n        return 1 1\n",
			"2:9 invalid syntax; 4:13 invalid syntax; 8:18 invalid syntax"},
		{"strings without an end", "a = 'x\nb = 1\nc = \"y\nd = e f\n",
			"1:5 unterminated string literal (detected at line 1); 3:5 unterminated string literal (detected at line 3); 4:7 invalid syntax"},
		{"brackets without an end", "f(1,\nx = 1\ndef g():\n    pass\nh(2\n",
			"3:1 invalid syntax; 5:2 '(' was never closed"},
		{"numbers", "a = 0x\nb = 1__0\nc = 0b2\n",
			"1:6 invalid hexadecimal literal; 2:6 invalid decimal literal; 3:7 invalid digit '2' in binary literal"},
		{"what ends behind a function that is right", "class A:\n    x y\n    def f(): pass\n    z = 0x\nu v\n",
			"4:10 invalid hexadecimal literal; 5:3 invalid syntax"},
		{"indentation", "if x:\n        a\n    b\nc d\n",
			"3:6 unindent does not match any outer indentation level; 4:3 invalid syntax"},
		{"a text without an end", "a = '''\nb c\n",
			"1:5 unterminated triple-quoted string literal (detected at line 2)"},
		{"the scanner's error, found first", "a b\nc = 1\nd = $\ne = 0b2\nf g\n",
			"4:7 invalid digit '2' in binary literal; 5:3 invalid syntax"},
	} {
		_, list := Parse(source.NewText("bad.py", test.text))
		var got []string
		for _, d := range list {
			line, column := d.Position()
			got = append(got, fmt.Sprintf("%d:%d %s", line, column, d.Message))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s:\n%s", test.name, diff)
		}
	}
}
