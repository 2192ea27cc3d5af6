package differential

import "fmt"

// literals are the values that programs are made of, the ends of ranges among
// them.
var literals = map[string][]string{
	"int": {"0", "1", "2", "3", "-1", "-2", "7", "10", "255", "-128", "2**31 - 1", "2**31", "-2**31", "2**53", "2**53 + 1",
		"2**62", "2**63 - 1", "-2**63", "2**63", "2**64", "10**18", "10**20", "1_000", "0x7f", "True"},
	"small": {"0", "1", "2", "3", "-1", "-2", "4"},
	"float": {"0.0", "-0.0", "1.0", "0.1", "-2.5", "1e16", "1e22", "1e-7", "123456.789", "3.0", "1e300", "float('inf')", "float('nan')", "2.5", "0.5"},
	"str": {"''", "'a'", "'abc'", "'Hello, World'", "'h\\u00e9llo'", "'\\U0001F600x'", "'  pad '", "'a,b,,c'", "'12'", "'-7'", "'x\\ty\\n'", `"it's"`,
		"'ABC'", "'1.5'", "'\\u00df'"},
	"bool":  {"True", "False"},
	"bytes": {"b''", "b'ab'", "b'\\x00\\xff'", "b'a,b'"},
}

// expr is a Python expression of type t, not deeper than depth.
func (g *generator) expr(t string, depth int) string {
	if names := g.names(t); len(names) > 0 && g.chance(45) {
		return g.pick(names...)
	}
	if depth <= 0 {
		return g.leaf(t)
	}
	if g.chance(8) {
		return fmt.Sprintf("(%s if %s else %s)", g.expr(t, depth-1), g.expr("bool", depth-1), g.expr(t, depth-1))
	}
	if g.chance(4) {
		return fmt.Sprintf("(%s %s %s)", g.expr(t, depth-1), g.pick("or", "and"), g.expr(t, depth-1))
	}
	switch t {
	case "int":
		return g.integer(depth - 1)
	case "small":
		return g.pick(g.leaf("small"), fmt.Sprintf("len(%s)", g.expr(g.pick("str", "list[int]"), depth-1)))
	case "float":
		return g.float(depth - 1)
	case "str":
		return g.text(depth - 1)
	case "bool":
		return g.truth(depth - 1)
	case "bytes":
		return g.bytes(depth - 1)
	case "list[int]", "list[str]":
		return g.list(t, depth-1)
	case "dict[str, int]":
		return g.dict(depth - 1)
	case "set[int]":
		return g.set(depth - 1)
	case "tuple[int, str]":
		return fmt.Sprintf("(%s, %s)", g.expr("int", depth-1), g.expr("str", depth-1))
	}
	return g.leaf(t)
}

func (g *generator) leaf(t string) string {
	switch t {
	case "list[int]":
		return g.pick("[]", "[1, 2, 3]", "[3, -1, 2**63, 0]", "list(range(5))", "[5]")
	case "list[str]":
		return g.pick("[]", "['b', 'a', 'C']", "list('hello')", "'a b c'.split()")
	case "dict[str, int]":
		return g.pick("{}", "{'a': 1, 'b': 2}", "dict(x=1, y=-2)", "dict(zip('abc', range(3)))")
	case "set[int]":
		return g.pick("set()", "{1, 2, 3}", "{5, 1, 9}", "set(range(4))")
	case "tuple[int, str]":
		return g.pick("(1, 'a')", "(0, '')", "(-5, 'zz')")
	}
	return g.pick(literals[t]...)
}

func (g *generator) integer(d int) string {
	x := func() string { return g.expr("int", d) }
	switch g.n(18) {
	case 0, 1, 2, 3:
		return fmt.Sprintf("(%s %s %s)", x(), g.pick("+", "-", "*", "+", "-", "*", "&", "|", "^"), x())
	case 4, 5:
		return fmt.Sprintf("(%s %s %s)", x(), g.pick("//", "%"), x())
	case 6:
		return fmt.Sprintf("(%s %s %s)", x(), g.pick("<<", ">>"), g.expr("small", d))
	case 7:
		return fmt.Sprintf("(%s ** %s)", g.leaf("small"), g.pick("0", "1", "2", "5", "40", "63", "70"))
	case 8:
		return fmt.Sprintf("%s(%s)", g.pick("-", "~", "abs", "int", "+", "hash"), x())
	case 9:
		return fmt.Sprintf("len(%s)", g.expr(g.pick("str", "list[int]", "dict[str, int]", "set[int]", "bytes"), d))
	case 10:
		return fmt.Sprintf("%s(%s)", g.pick("sum", "min", "max"), g.expr(g.pick("list[int]", "set[int]"), d))
	case 11:
		return fmt.Sprintf("%s[%s]", g.expr("list[int]", d), g.expr("small", d))
	case 12:
		return fmt.Sprintf("%s%s", g.expr("dict[str, int]", d), g.pick("['a']", ".get('b', 7)", "['zz']", ".pop('x', -1)"))
	case 13:
		return fmt.Sprintf("int(%s)", g.expr(g.pick("str", "float", "bool"), d))
	case 14:
		return fmt.Sprintf("%s.%s(%s)", g.expr("str", d), g.pick("find", "count", "index", "rfind"), g.expr("str", d))
	case 15:
		return fmt.Sprintf("round(%s)", g.expr("float", d))
	case 16:
		return fmt.Sprintf("divmod(%s, %s)[%d]", x(), x(), g.n(2))
	default:
		return fmt.Sprintf("sum(%s for i in range(%s) if %s)", g.pick("i", "i * i", "i << 40", "2 ** i"), g.expr("small", d), g.pick("i % 2", "True", "i > 1"))
	}
}

func (g *generator) float(d int) string {
	x := func() string { return g.expr(g.pick("float", "float", "int"), d) }
	switch g.n(8) {
	case 0, 1, 2:
		return fmt.Sprintf("(%s %s %s)", g.expr("float", d), g.pick("+", "-", "*"), x())
	case 3:
		return fmt.Sprintf("(%s %s %s)", x(), g.pick("/", "/", "/"), x())
	case 4:
		return fmt.Sprintf("(%s %s %s)", g.expr("float", d), g.pick("//", "%"), x())
	case 5:
		return fmt.Sprintf("round(%s, %s)", g.expr("float", d), g.pick("0", "1", "2", "-1"))
	case 6:
		return fmt.Sprintf("%s(%s)", g.pick("float", "abs", "-"), x())
	default:
		return fmt.Sprintf("float(%s)", g.expr("str", d))
	}
}

func (g *generator) text(d int) string {
	s := func() string { return g.expr("str", d) }
	small := func() string { return g.expr("small", d) }
	switch g.n(16) {
	case 0, 1:
		return fmt.Sprintf("(%s + %s)", s(), s())
	case 2:
		return fmt.Sprintf("(%s * %s)", s(), small())
	case 3:
		return fmt.Sprintf("%s[%s]", s(), small())
	case 4:
		return fmt.Sprintf("%s[%s:%s]", s(), g.pick("", small()), g.pick("", small()))
	case 5:
		return fmt.Sprintf("%s[%s:%s:%s]", s(), g.pick("", small()), g.pick("", small()), g.pick("-1", "2", "-2", small()))
	case 6:
		return fmt.Sprintf("%s.%s()", s(), g.pick("upper", "lower", "strip", "title", "capitalize", "swapcase", "lstrip", "casefold"))
	case 7:
		return fmt.Sprintf("%s.%s", s(), g.pick("replace('a', 'bb')", "center(9, '*')", "zfill(6)", "ljust(7)", "rjust(4, '.')", "removeprefix('a')", "partition(',')[2]", "expandtabs(4)", "join(['x', 'y'])"))
	case 8:
		return fmt.Sprintf("%s(%s)", g.pick("str", "repr", "ascii"), g.any(d))
	case 9:
		return fmt.Sprintf("f'{%s}|{%s!r}'", g.inFormat("int"), g.inFormat("str"))
	case 10:
		return fmt.Sprintf("f'{%s:%s}'", g.inFormat("int"), g.pick("d", "5d", "<6", "^8", "+", ",", "x", "#x", "b", "08b", "_", "e", ".2f", "o", "%", "c", "s", "*>10"))
	case 11:
		return fmt.Sprintf("f'{%s:%s}'", g.inFormat("float"), g.pick(".2f", "10.3f", "e", "g", ".3g", "+.1f", "%", ",.2f", "n", "08.2f", "", "<9", "d", "#.3g", ".0f"))
	case 12:
		return fmt.Sprintf("f'{%s:%s}'", g.inFormat("str"), g.pick("5", "<5", ">8", "^7", ".2", "*^9", "s", "d", "-<6.1"))
	case 13:
		return fmt.Sprintf("'%s' %% (%s, %s)", g.pick("%s-%r", "%d:%s", "%5.1f|%s", "%x %s", "%-5d|%5s", "%+d%s", "%c%s", "%s"), g.expr(g.pick("int", "float"), d), s())
	case 14:
		return fmt.Sprintf("'%s'.format(%s, %s)", g.pick("{} {}", "{1}{0}", "{0:>5}|{1:<4}", "{!r}:{!s}", "{0:d} {1}", "{} {} {}", "{0.real} {1}"), g.expr("int", d), s())
	default:
		return fmt.Sprintf("%s.join(%s)", g.pick("','", "''", s()), g.expr("list[str]", d))
	}
}

// inFormat is an expression that can stand in an f-string of single quotes.
func (g *generator) inFormat(t string) string {
	if names := g.names(t); len(names) > 0 {
		return g.pick(names...)
	}
	switch t {
	case "int":
		return g.pick("2**40", "-7", "255", "0", "10**20")
	case "float":
		return g.pick("1234.5678", "-0.0", "1e100", "2.5")
	}
	return g.pick(`"abc"`, `"z"`)
}

func (g *generator) truth(d int) string {
	switch g.n(9) {
	case 0, 1:
		t := g.pick("int", "float", "str", "list[int]", "tuple[int, str]", "bytes")
		return fmt.Sprintf("(%s %s %s)", g.expr(t, d), g.pick("<", "<=", ">", ">=", "==", "!="), g.expr(t, d))
	case 2:
		return fmt.Sprintf("(%s < %s <= %s)", g.expr("int", d), g.expr(g.pick("int", "float"), d), g.expr("int", d))
	case 3:
		return fmt.Sprintf("(%s %s %s)", g.expr("int", d), g.pick("in", "not in"), g.expr(g.pick("list[int]", "set[int]"), d))
	case 4:
		return fmt.Sprintf("(%s in %s)", g.expr("str", d), g.expr(g.pick("str", "dict[str, int]", "list[str]"), d))
	case 5:
		return fmt.Sprintf("(not %s)", g.any(d))
	case 6:
		return fmt.Sprintf("isinstance(%s, %s)", g.any(d), g.pick("int", "str", "(int, float)", "list", "bool"))
	case 7:
		return fmt.Sprintf("%s.%s", g.expr("str", d), g.pick("isdigit()", "isalpha()", "startswith('a')", "endswith(('b', 'c'))", "isupper()", "isspace()", "isidentifier()"))
	default:
		return fmt.Sprintf("%s(%s)", g.pick("any", "all", "bool"), g.expr("list[int]", d))
	}
}

func (g *generator) bytes(d int) string {
	switch g.n(4) {
	case 0:
		return fmt.Sprintf("%s.encode()", g.expr("str", d))
	case 1:
		return fmt.Sprintf("(%s + %s)", g.expr("bytes", d), g.expr("bytes", d))
	case 2:
		return fmt.Sprintf("%s[%s:]", g.expr("bytes", d), g.expr("small", d))
	default:
		return fmt.Sprintf("bytes(%s)", g.expr(g.pick("list[int]", "small"), d))
	}
}

func (g *generator) list(t string, d int) string {
	elem := t[5 : len(t)-1]
	l := func() string { return g.expr(t, d) }
	switch g.n(9) {
	case 0:
		return fmt.Sprintf("[%s, %s]", g.expr(elem, d), g.expr(elem, d))
	case 1:
		return fmt.Sprintf("(%s + %s)", l(), l())
	case 2:
		return fmt.Sprintf("%s[%s:%s]", l(), g.pick("", g.expr("small", d)), g.pick("", g.expr("small", d)))
	case 3:
		return fmt.Sprintf("%s[::%s]", l(), g.pick("-1", "2", "1", "-2", "0"))
	case 4:
		return fmt.Sprintf("sorted(%s%s)", l(), g.pick("", ", reverse=True", ", key=str"))
	case 5:
		if elem == "int" {
			return fmt.Sprintf("[v %s for v in %s if %s]", g.pick("* 2", "+ 1", "** 2", "% 3", "// 2", ""), l(), g.pick("v > 0", "v % 2 == 0", "True"))
		}
		return fmt.Sprintf("[v%s for v in %s if %s]", g.pick("", ".upper()", "[:1]", " * 2"), l(), g.pick("v", "len(v) > 1", "v != 'a'"))
	case 6:
		return fmt.Sprintf("list(%s(%s))", g.pick("reversed", "list", "tuple", "iter"), l())
	case 7:
		return fmt.Sprintf("(%s * %s)", l(), g.pick("0", "1", "2", "-1"))
	default:
		if elem == "str" {
			return fmt.Sprintf("%s.split(%s)", g.expr("str", d), g.pick("", "','", "'b'", "None, 1"))
		}
		return fmt.Sprintf("list(range(%s, %s, %s))", g.expr("small", d), g.expr("small", d), g.pick("1", "2", "-1", "0"))
	}
}

func (g *generator) dict(d int) string {
	m := func() string { return g.expr("dict[str, int]", d) }
	switch g.n(4) {
	case 0:
		return fmt.Sprintf("{%s: %s, 'a': %s}", g.expr("str", d), g.expr("int", d), g.expr("int", d))
	case 1:
		return fmt.Sprintf("{**%s, 'z': %s}", m(), g.expr("int", d))
	case 2:
		return fmt.Sprintf("{k + 'x': v * 2 for k, v in %s.items() if %s}", m(), g.pick("v", "v > 0", "k < 'b'"))
	default:
		return fmt.Sprintf("(%s | %s)", m(), m())
	}
}

func (g *generator) set(d int) string {
	s := func() string { return g.expr("set[int]", d) }
	switch g.n(3) {
	case 0:
		return fmt.Sprintf("(%s %s %s)", s(), g.pick("|", "&", "-", "^"), s())
	case 1:
		return fmt.Sprintf("{v %s for v in %s}", g.pick("% 3", "+ 1", ""), g.expr("list[int]", d))
	default:
		return fmt.Sprintf("set(%s)", g.expr("list[int]", d))
	}
}

// any is an expression of any type.
func (g *generator) any(d int) string { return g.expr(g.pick(kinds...), d) }
