package differential

import "fmt"

func (g *generator) loop(depth int) {
	name := g.fresh("i")
	switch g.n(5) {
	case 0, 1:
		g.line("for %s in range(%s):", name, g.pick("3", "1, 4", "5, 0, -2", g.expr("small", 1)))
		g.within("int", name, depth)
	case 2:
		g.line("for %s in %s[:9]:", name, g.expr("list[int]", 1))
		g.within("int", name, depth)
	case 3:
		g.line("for %s in %s[:9]:", name, g.expr("str", 1))
		g.within("str", name, depth)
	default:
		second := g.fresh("k")
		g.line("for %s, %s in %s:", name, second, g.pick("enumerate("+g.expr("list[str]", 1)+"[:9])", "zip("+g.expr("list[int]", 1)+", 'abc')"))
		g.vars["str"] = append(append([]string{}, g.vars["str"]...), second)
		g.within("int", name, depth)
		g.vars["str"] = g.vars["str"][:len(g.vars["str"])-1]
	}
	if g.chance(20) {
		g.line("else:")
		g.indent++
		g.line("print('no break')")
		g.indent--
	}
}

// within writes the body of a loop, in which name has type t.
func (g *generator) within(t, name string, depth int) {
	saved := g.vars[t]
	g.vars[t] = append(append([]string{}, saved...), name)
	g.loops++
	g.block(depth - 1)
	g.loops--
	if g.chance(25) {
		g.indent++
		g.line("if %s:", g.expr("bool", 1))
		g.indent++
		g.line("%s", g.pick("break", "continue"))
		g.indent -= 2
	}
	g.vars[t] = saved
}

func (g *generator) while(depth int) {
	name := g.fresh("n")
	g.line("%s = %s", name, g.pick("3", "4", "0"))
	g.line("while %s > 0:", name)
	g.indent++
	g.line("%s -= 1", name)
	g.indent--
	g.loops++
	g.block(depth - 1)
	g.loops--
	g.vars["int"] = append(g.vars["int"], name)
}

func (g *generator) try(depth int) {
	g.line("try:")
	g.block(depth - 1)
	if g.chance(40) {
		g.indent++
		g.line("raise %s", g.pick("ValueError('bad', 1)", "KeyError('k')", "ZeroDivisionError", "LookupError('x')", "TypeError()"))
		g.indent--
	}
	g.line("except %s as e:", g.pick("ValueError", "(KeyError, IndexError)", "ArithmeticError", "Exception", "LookupError"))
	g.indent++
	g.line("print('caught', type(e).__name__, e, e.args)")
	if g.chance(15) {
		g.line("raise RuntimeError('again') from e")
	}
	g.indent--
	if g.chance(30) {
		g.line("else:")
		g.block(depth - 1)
	}
	if g.chance(40) {
		g.line("finally:")
		g.block(0)
	}
}

// function writes a nested function, which may change a variable around it, and calls it.
func (g *generator) function(depth int) {
	f, p, q := g.fresh("f"), g.fresh("a"), g.fresh("b")
	t, u, r := g.pick("int", "str", "float", "list[int]"), g.pick("int", "str", "bool"), g.pick("int", "str", "bool", "list[int]", "float")
	outer := g.vars
	header := fmt.Sprintf("def %s(%s, %s=%s):", f, p, q, g.leaf(u))
	if g.typed {
		header = fmt.Sprintf("def %s(%s: %s, %s: %s = %s) -> %s:", f, p, t, q, u, g.leaf(u), r)
	}
	g.line("%s", header)
	g.indent++
	inner := map[string][]string{}
	for kind, names := range outer {
		inner[kind] = names
	}
	if changed := outer["int"]; len(changed) > 0 && g.chance(50) && g.indent > 1 {
		g.line("nonlocal %s", changed[0])
		g.line("%s += %s", changed[0], g.pick("1", "2**62", "-5"))
		inner["int"] = changed[:1]
	} else {
		for kind := range inner {
			inner[kind] = nil
		}
	}
	g.vars = inner
	g.vars[t] = append(append([]string{}, g.vars[t]...), p)
	g.vars[u] = append(append([]string{}, g.vars[u]...), q)
	if g.chance(50) {
		g.line("if %s:", g.expr("bool", 2))
		g.indent++
		g.line("return %s", g.expr(r, 2))
		g.indent--
	}
	g.line("return %s", g.expr(r, 2))
	g.indent--
	g.vars = outer
	for range 1 + g.n(2) {
		call := fmt.Sprintf("%s(%s)", f, g.expr(t, 1))
		if g.chance(40) {
			call = fmt.Sprintf("%s(%s, %s%s)", f, g.expr(t, 1), g.pick("", q+"="), g.expr(u, 1))
		}
		g.line("print(%s, %s)", g.expr("int", 1), call)
	}
	if g.chance(20) {
		g.line("print(list(map(%s, [%s, %s])))", f, g.expr(t, 1), g.expr(t, 1))
	}
}

// generator writes a generator function and goes through it.
func (g *generator) generator() {
	name, p := g.fresh("g"), g.fresh("a")
	g.line("def %s(%s):", name, p)
	g.indent++
	g.line("got = yield %s", p)
	g.line("for j in range(3):")
	g.indent++
	g.line("got = yield (j, got)")
	g.indent--
	g.line("%s", g.pick("return 'end'", "yield from 'xy'", "raise ValueError(got)", "try:\n"+indents(g.indent+1)+"yield got\n"+indents(g.indent)+"finally:\n"+indents(g.indent+1)+"print('closed')"))
	g.indent--
	it := g.fresh("it")
	arg := g.expr("int", 1)
	switch g.n(3) {
	case 0:
		g.line("print(list(%s(%s)))", name, arg)
	case 1:
		g.line("%s = %s(%s)", it, name, arg)
		g.line("print(next(%s), %s.send(%s), next(%s, None))", it, it, g.expr("str", 1), it)
		g.line("%s.close()", it)
	default:
		g.line("%s = %s(%s)", it, name, arg)
		g.line("print([x for x, _ in zip(%s, range(%d))], next(%s, None))", it, g.n(5), it)
		g.line("%s.close()", it)
	}
}

func indents(n int) string {
	s := ""
	for range n {
		s += "    "
	}
	return s
}

// class writes a class with special methods and uses it.
func (g *generator) class() {
	c := g.fresh("C")
	g.line("class %s:", c)
	g.indent++
	if g.chance(30) {
		g.line("kind = %s", g.expr("str", 1))
	}
	annotation, result := "", ""
	if g.typed {
		annotation, result = ": int", " -> int"
	}
	g.line("def __init__(self, n%s):", annotation)
	g.line("    self.n = n")
	g.line("def __repr__(self):")
	g.line("    return f'%s({self.n!r})'", c)
	g.line("def bump(self, by%s = 1)%s:", annotation, result)
	g.line("    self.n %s by", g.pick("+=", "-=", "*="))
	g.line("    return self.n")
	methods := []string{
		"def __add__(self, other):\n%[1]s    return %[2]s(self.n + other.n)",
		"def __eq__(self, other):\n%[1]s    return isinstance(other, %[2]s) and self.n == other.n",
		"def __lt__(self, other):\n%[1]s    return self.n < other.n",
		"def __len__(self):\n%[1]s    return self.n",
		"def __bool__(self):\n%[1]s    return self.n > 1",
		"def __getitem__(self, i):\n%[1]s    if i > 2:\n%[1]s        raise IndexError(i)\n%[1]s    return self.n + i",
		"def __contains__(self, x):\n%[1]s    return x == self.n",
		"def __call__(self, *args, **kw):\n%[1]s    return self.n, args, kw",
		"def __getattr__(self, name):\n%[1]s    return name * 2",
		"@property\n%[1]sdef twice(self):\n%[1]s    return self.n * 2",
		"@staticmethod\n%[1]sdef make(n):\n%[1]s    return %[2]s(n)",
		"def __hash__(self):\n%[1]s    return hash(self.n)",
		"def __iadd__(self, other):\n%[1]s    self.n += 10\n%[1]s    return self",
	}
	for range 1 + g.n(4) {
		g.line("%s", fmt.Sprintf(g.pick(methods...)+"%.0[1]s%.0[2]s", indents(g.indent), c))
	}
	g.indent--
	o, p := g.fresh("o"), g.fresh("o")
	g.line("%s, %s = %s(%s), %s(%s)", o, p, c, g.expr("int", 1), c, g.expr("small", 1))
	for range 1 + g.n(3) {
		use := g.pick("%[1]s + %[2]s", "%[1]s == %[2]s", "%[1]s < %[2]s", "bool(%[1]s)", "len(%[2]s)", "list(%[2]s)", "3 in %[2]s", "%[1]s(1, k=2)",
			"%[1]s.missing", "%[1]s.twice", "%[1]s.make(4)", "[%[1]s.n, %[1]s.bump(), %[1]s.n]", "sorted([%[1]s, %[2]s])", "%[2]s.bump(2) + %[2]s.n", "{%[1]s: 1}[%[1]s]", "f'{%[1]s} {%[2]s!r:>9}'")
		g.line("print(%s)", fmt.Sprintf(use+"%.0[1]s%.0[2]s", o, p))
	}
	if g.chance(30) {
		g.line("%s += %s", o, p)
	}
	g.line("print(%s, %s)", o, p)
}

func (g *generator) match(depth int) {
	name := g.fresh("m")
	g.line("match %s:", g.any(2))
	g.indent++
	for _, pattern := range []string{
		g.pick("0", "'abc'", "True", "None", "1.0", "-1"),
		g.pick("[]", "[%[1]s]", "[%[1]s, *_]", "(1, %[1]s)", "[_, %[1]s]"),
		g.pick("{'a': %[1]s}", "{'a': 1, **%[1]s}", "str(%[1]s)", "int() as %[1]s", "float() | bytes() as %[1]s", "bool(%[1]s)"),
	} {
		pattern = fmt.Sprintf(pattern+"%.0[1]s", name)
		g.line("case %s:", pattern)
		g.indent++
		if containsName(pattern, name) {
			g.line("print('case', %s)", name)
		} else {
			g.line("print('case')")
		}
		g.indent--
	}
	g.line("case _:")
	g.block(depth - 1)
	g.indent--
}

func containsName(pattern, name string) bool {
	for i := 0; i+len(name) <= len(pattern); i++ {
		if pattern[i:i+len(name)] == name {
			return true
		}
	}
	return false
}
