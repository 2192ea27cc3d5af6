package lower

import (
	"regexp"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// conversionSpec matches the conversions of printf-style formatting that may have
// the same meaning in Go.
//
// https://docs.python.org/3.13/library/stdtypes.html#printf-style-string-formatting
var conversionSpec = regexp.MustCompile(`^%([-+ 0]*)([1-9][0-9]{0,3})?(?:\.([0-9]{1,3}))?([sradifxXo%])`)

// conversion is a conversion of printf-style formatting.
type conversion struct{ flags, width, precision, verb string }

// conversionsOf splits a format into the conversions and the texts around them,
// one more. It reports whether it knows all conversions.
func conversionsOf(format string) (texts []string, conversions []conversion, ok bool) {
	var text strings.Builder
	for {
		before, after, found := strings.Cut(format, "%")
		text.WriteString(before)
		if !found {
			return append(texts, text.String()), conversions, true
		}
		m := conversionSpec.FindStringSubmatch("%" + after)
		if m == nil {
			return nil, nil, false
		}
		format = after[len(m[0])-1:]
		if m[0] == "%%" {
			text.WriteString("%")
			continue
		}
		if m[4] == "%" {
			return nil, nil, false
		}
		texts, conversions = append(texts, text.String()), append(conversions, conversion{m[1], m[2], m[3], m[4]})
		text.Reset()
	}
}

// percentFormat lowers "..." % (x, y), and "..." % x of what is no tuple, to the
// format and the arguments of fmt.Sprintf.
func (f *function) percentFormat(e *ast.BinOp) (text string, args []ir.Expr, ok bool) {
	left, isConstant := e.Left.(*ast.Constant)
	if !isConstant || e.Op != ast.Mod || f.typeOf(e) == types.Never {
		return "", nil, false
	}
	format, isText := left.Value.(string)
	if !isText {
		return "", nil, false
	}
	texts, conversions, ok := conversionsOf(format)
	exprs := []ast.Expr{e.Right}
	display, isDisplay := e.Right.(*ast.Tuple)
	if isDisplay {
		exprs = display.Elts
	} else if t := f.typeOf(e.Right); t != types.Str && t != types.Int && t != types.Float {
		return "", nil, false
	}
	if !ok || len(exprs) != len(conversions) || hasStar(exprs) {
		return "", nil, false
	}
	atOnce := isDisplay
	for i, c := range conversions {
		if !c.takes(f.typeOf(exprs[i])) {
			return "", nil, false
		}
		atOnce = atOnce && strings.Contains("sra", c.verb)
	}
	if !atOnce && !f.formatsLater(exprs) {
		return "", nil, false
	}
	verbs := make([]string, len(exprs))
	replace := func(i int, v value) value {
		if t := f.typeOf(exprs[i]); v.typ == types.Any && t != types.Any {
			v = f.as(v, t) // what a dynamic call gives has the type only for the analysis
		}
		verb, arg := f.converted(&conversions[i], v)
		verbs[i] = verb
		return value{arg, verbType(verb)}
	}
	var replaced []value
	if atOnce {
		// CPython makes an f-string of these: each value becomes text before the next is evaluated.
		replaced = f.operandsBy(exprs, func(i int) value { return replace(i, f.expr(exprs[i])) })
	} else {
		for i, v := range f.operands(exprs...) {
			replaced = append(replaced, replace(i, v))
		}
	}
	var out strings.Builder
	for i, text := range texts {
		if i > 0 {
			out.WriteString(verbs[i-1])
			args = append(args, replaced[i-1].Expr)
		}
		out.WriteString(strings.ReplaceAll(text, "%", "%%"))
	}
	return out.String(), args, true
}

// takes reports whether the conversion of a value of type t has the same meaning in Go.
func (c *conversion) takes(t types.Type) bool {
	switch c.verb {
	case "s", "r", "a":
		return strings.Trim(c.flags, "-") == "" && (c.precision == "" || t == types.Str || c.verb != "s")
	case "f":
		return strings.Trim(c.flags, "-") == "" && (t == types.Float || t == types.Int)
	case "d", "i":
		return t == types.Int && c.precision == ""
	}
	return t == types.Int && c.precision == "" && !strings.Contains(c.flags, " ")
}

// converted is the verb and the argument for one conversion.
func (f *function) converted(c *conversion, v value) (verb string, arg ir.Expr) {
	flags := ""
	for _, flag := range []string{"-", "+", " ", "0"} {
		if strings.Contains(c.flags, flag) {
			flags += flag
		}
	}
	pad := "%" + flags + c.width
	switch c.verb {
	case "s":
		verb, arg = f.replacement('s', none, v)
		if c.precision != "" {
			pad += "." + c.precision
		}
		return pad + verb[1:], arg
	case "r", "a":
		_, arg = f.replacement(int(c.verb[0]), none, v)
		if c.precision != "" {
			pad += "." + c.precision
		}
		return pad + "s", arg
	case "f":
		s := formatSpec{precision: c.precision, verb: "f"}
		_, arg, _ = s.goVerb(v)
		return pad + "s", arg
	case "i":
		return pad + "d", v.Expr
	}
	return pad + c.verb, v.Expr
}
