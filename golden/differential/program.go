// Package differential makes small random Python programs over the builtin
// types, and holds converted programs to what CPython prints for them.
//
// A program is a function whose statements assign, loop, raise, define
// functions, generators and classes, and print. Everything it does is decided by
// its seed, so a difference can be made again from its number.
package differential

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// kinds are the types of the variables of programs.
var kinds = []string{"int", "int", "int", "float", "str", "str", "bool", "list[int]", "list[str]", "dict[str, int]", "set[int]", "tuple[int, str]", "bytes"}

// generator writes one program.
type generator struct {
	rand   *rand.Rand
	out    strings.Builder
	indent int
	vars   map[string][]string // names by type
	next   int
	loops  int // loops around, in which nothing may grow without bound
	typed  bool
}

// Program is the text of the function p<seed>() of a program.
func Program(seed uint64) string {
	g := &generator{rand: rand.New(rand.NewPCG(seed, 1)), vars: map[string][]string{}, typed: seed%3 != 0}
	g.line("def p%d()%s:", seed, g.result("None"))
	g.indent++
	for range 2 + g.n(3) {
		g.declare()
	}
	for range 2 + g.n(5) {
		g.statement(2)
	}
	g.show()
	g.indent--
	return g.out.String()
}

func (g *generator) n(below int) int { return g.rand.IntN(below) }

func (g *generator) chance(percent int) bool { return g.n(100) < percent }

func (g *generator) pick(options ...string) string { return options[g.n(len(options))] }

func (g *generator) names(t string) []string { return g.vars[t] }

func (g *generator) line(format string, args ...any) {
	g.out.WriteString(strings.Repeat("    ", g.indent))
	fmt.Fprintf(&g.out, format, args...)
	g.out.WriteByte('\n')
}

func (g *generator) result(t string) string {
	if !g.typed {
		return ""
	}
	return " -> " + t
}

func (g *generator) fresh(prefix string) string {
	g.next++
	return fmt.Sprintf("%s%d", prefix, g.next)
}

// declare makes a variable.
func (g *generator) declare() {
	t := g.pick(kinds...)
	value := g.expr(t, 2)
	name := g.fresh("v")
	if g.typed && g.chance(50) {
		g.line("%s: %s = %s", name, t, value)
	} else {
		g.line("%s = %s", name, value)
	}
	g.vars[t] = append(g.vars[t], name)
}

// show prints the variables.
func (g *generator) show() {
	for _, t := range []string{"int", "float", "str", "bool", "list[int]", "list[str]", "dict[str, int]", "tuple[int, str]", "bytes"} {
		if names := g.vars[t]; len(names) > 0 {
			g.line("print(%s)", strings.Join(names, ", "))
		}
	}
	for _, name := range g.vars["set[int]"] {
		g.line("print(sorted(%s))", name)
	}
}

// block writes statements one level deeper; what they declare is unknown after.
func (g *generator) block(depth int) {
	saved := map[string][]string{}
	for t, names := range g.vars {
		saved[t] = names
	}
	g.indent++
	for range 1 + g.n(2) {
		g.statement(depth)
	}
	g.indent--
	g.vars = saved
}

func (g *generator) statement(depth int) {
	if depth <= 0 {
		g.simple()
		return
	}
	switch g.n(20) {
	case 0, 1, 2, 3, 4, 5:
		g.simple()
	case 6, 7:
		g.declare()
	case 8, 9:
		g.line("if %s:", g.expr("bool", 2))
		g.block(depth - 1)
		if g.chance(60) {
			g.line("else:")
			g.block(depth - 1)
		}
	case 10, 11:
		g.loop(depth)
	case 12, 13:
		g.try(depth)
	case 14, 15:
		g.function(depth)
	case 16:
		g.generator()
	case 17:
		g.class()
	case 18:
		g.match(depth)
	default:
		g.while(depth)
	}
}

// simple writes a statement of one line.
func (g *generator) simple() {
	t := g.pick(kinds...)
	names := g.vars[t]
	if len(names) == 0 || g.chance(35) {
		g.line("print(%s)", g.expr(g.pick("int", "float", "str", "bool", "list[int]", "dict[str, int]", "tuple[int, str]", "bytes"), 3))
		return
	}
	name := g.pick(names...)
	switch {
	case t == "int" && g.chance(60):
		g.line("%s %s= %s", name, g.pick("+", "-", "*", "//", "%", "|", "^"), g.operand("int"))
	case t == "float" && g.chance(50):
		g.line("%s %s= %s", name, g.pick("+", "-", "*", "/"), g.expr("float", 1))
	case t == "str" && g.chance(50):
		g.line("%s += %s", name, g.operand("str"))
	case strings.HasPrefix(t, "list") && g.chance(70):
		g.mutateList(t, name)
	case strings.HasPrefix(t, "dict") && g.chance(70):
		g.line(g.pick("%s[%s] = %s", "%s.update({%s: %s})", "%s.setdefault(%s, %s)"), name, g.expr("str", 1), g.expr("int", 1))
	case strings.HasPrefix(t, "set") && g.chance(70):
		g.line("%s.%s(%s)", name, g.pick("add", "discard", "remove"), g.expr("int", 1))
	case t == "tuple[int, str]" && len(g.vars["int"]) > 0 && len(g.vars["str"]) > 0 && g.chance(50):
		g.line("%s, %s = %s", g.pick(g.vars["int"]...), g.pick(g.vars["str"]...), name)
	case g.loops > 0 && t == "int":
		g.line("%s = %s %% 10**25", name, g.expr(t, 2))
	case g.loops > 0 && (t == "str" || t == "bytes" || strings.HasPrefix(t, "list")):
		g.line("%s = (%s)[:20]", name, g.expr(t, 2))
	default:
		g.line("%s = %s", name, g.expr(t, 2))
	}
}

// operand is the right side of an augmented assignment: in a loop it is a
// literal, so that nothing doubles at every turn.
func (g *generator) operand(t string) string {
	if g.loops > 0 {
		return g.leaf(t)
	}
	return g.expr(t, 1)
}

func (g *generator) mutateList(t, name string) {
	elem := t[5 : len(t)-1]
	switch g.n(9) {
	case 0, 1:
		g.line("%s.append(%s)", name, g.expr(elem, 1))
	case 2:
		g.line("%s.insert(%s, %s)", name, g.expr("small", 1), g.expr(elem, 1))
	case 3:
		g.line("%s.pop(%s)", name, g.pick("", "0", "-1", "5"))
	case 4:
		g.line("%s[%s] = %s", name, g.expr("small", 1), g.expr(elem, 1))
	case 5:
		g.line("%s.sort(%s)", name, g.pick("", "reverse=True", "key=str", "key=lambda v: (len(str(v)), v)"))
	case 6:
		g.line("%s += %s", name, g.operand(t))
	case 7:
		g.line("del %s[%s]", name, g.pick("0", "-1", ":2", "1:", "::2"))
	default:
		g.line("%s[%s:%s] = %s", name, g.pick("", "1", "-1"), g.pick("", "2", "3"), g.operand(t))
	}
}
