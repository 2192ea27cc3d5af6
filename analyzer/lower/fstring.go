package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// formatted lowers an f-string, or another expression that means one, to
// fmt.Sprintf, or to a concatenation when it has few replacements, of strings and
// ints.
func (f *function) formatted(text string, args []ir.Expr) value {
	switch {
	case len(args) == 0:
		return value{str(strings.ReplaceAll(text, "%%", "%")), types.Str}
	case len(args) <= maxConcatenated && verbs(text, "sd") == len(args):
		return value{concatenation(text, args), types.Str}
	}
	return value{sprintf(text, args), types.Str}
}

// formatOf lowers an f-string, "..." % (...) and "...".format(...) to the format and
// the arguments of fmt.Sprintf. It reports whether it can.
func (f *function) formatOf(e ast.Expr) (text string, args []ir.Expr, ok bool) {
	switch e := e.(type) {
	case *ast.JoinedStr:
		text, args = f.format(e)
		return text, args, true
	case *ast.BinOp:
		return f.percentFormat(e)
	case *ast.Call:
		return f.formatMethod(e)
	}
	return "", nil, false
}

// maxConcatenated is the number of replacements from which on a format says more
// than a concatenation does.
const maxConcatenated = 2

// verbs counts the verbs of a format that are among some letters.
func verbs(format, letters string) int {
	n := 0
	for _, piece := range strings.Split(strings.ReplaceAll(format, "%%", ""), "%")[1:] {
		if strings.IndexByte(letters, piece[0]) >= 0 {
			n++
		}
	}
	return n
}

func sprintf(format string, args []ir.Expr) *ir.Call {
	return &ir.Call{Fun: &ir.Qual{Pkg: "fmt", Name: "Sprintf"}, Args: append([]ir.Expr{str(format)}, args...)}
}

// format lowers an f-string to the format and the arguments of fmt.Sprintf. Each
// value becomes text before the next is evaluated.
func (f *function) format(e *ast.JoinedStr) (text string, args []ir.Expr) {
	var fields []*ast.FormattedValue
	var exprs []ast.Expr
	for _, part := range e.Values {
		if v, ok := part.(*ast.FormattedValue); ok {
			fields, exprs = append(fields, v), append(exprs, v.Value)
		}
	}
	verbs := make([]string, len(fields))
	texts := f.operandsBy(exprs, func(i int) value {
		v := f.expr(exprs[i])
		spec := none
		if s, ok := fields[i].FormatSpec.(*ast.JoinedStr); ok {
			if !isConstantText(s) {
				v = f.stable("value", v)
			}
			spec = f.formatted(f.format(s))
		}
		verb, arg := f.replacement(fields[i].Conversion, spec, v)
		verbs[i] = verb
		return value{arg, verbType(verb)}
	})
	for _, v := range texts {
		args = append(args, v.Expr)
	}
	var format strings.Builder
	n := 0
	for _, part := range e.Values {
		switch part := part.(type) {
		case *ast.Constant:
			format.WriteString(strings.ReplaceAll(part.Value.(string), "%", "%%"))
		case *ast.FormattedValue:
			format.WriteString(verbs[n])
			n++
		}
	}
	return format.String(), args
}

// isConstantText reports whether an f-string has no replacement fields.
func isConstantText(e *ast.JoinedStr) bool {
	return !slices.ContainsFunc(e.Values, func(part ast.Expr) bool {
		_, isField := part.(*ast.FormattedValue)
		return isField
	})
}

// verbType is the type of the argument of one of Go's verbs.
func verbType(verb string) types.Type {
	verb = strings.TrimSuffix(verb, "%%")
	switch verb[len(verb)-1] {
	case 's':
		return types.Str
	case 'v':
		return types.Any
	}
	return types.Int
}

// concatenation writes a format that has only %s and %d as a + b + c.
func concatenation(text string, args []ir.Expr) ir.Expr {
	var out ir.Expr
	add := func(x ir.Expr) {
		if out == nil {
			out = x
			return
		}
		out = &ir.Binary{Op: "+", X: out, Y: x}
	}
	literal := func(text string) {
		if text != "" {
			add(str(strings.ReplaceAll(text, "%%", "%")))
		}
	}
	for _, arg := range args {
		at := 0
		for text[at] != '%' || text[at+1] == '%' {
			if text[at] == '%' {
				at++
			}
			at++
		}
		literal(text[:at])
		if text[at+1] == 'd' {
			arg = &ir.Call{Fun: &ir.Qual{Pkg: "strconv", Name: "Itoa"}, Args: []ir.Expr{arg}}
		}
		add(arg)
		text = text[at+2:]
	}
	literal(text)
	return out
}

// replacement is the verb and the argument for one replacement field. spec is none
// where there is no format specification.
func (f *function) replacement(conversion int, spec, v value) (verb string, arg ir.Expr) {
	f.shows(v.typ)
	if conversion != 'r' && conversion != 'a' {
		v = f.shownMember(v)
	}
	switch conversion {
	case 'r':
		v = value{pyCall("Repr", f.boxed(v)), types.Str}
	case 's':
		if v.typ != types.Str && (spec != none || v.typ != types.Int && v.typ != types.Float) {
			v = value{pyCall("Str", f.boxed(v)), types.Str}
		}
	case 'a':
		v = value{pyCall("ASCII", f.boxed(v)), types.Str}
	}
	if spec != none {
		lit, ok := spec.Expr.(*ir.Lit)
		if ok {
			if s, ok := parseFormatSpec(lit.Value.(string)); ok {
				if verb, arg, ok := s.goVerb(v); ok {
					return verb, arg
				}
			}
		}
		if !ok || lit.Value != "" {
			return "%s", pyCall("Format", f.boxed(v), spec.Expr)
		}
	}
	switch {
	case v.typ == types.Str:
		return "%s", v.Expr
	case v.typ == types.Int:
		return "%d", v.Expr
	case v.typ == types.Float:
		return "%s", pyCall("FormatFloat", v.Expr)
	case f.goType(v.typ) == ir.Error:
		return "%v", v.Expr
	case v.typ == types.Any || f.isAny(v.typ):
		return "%s", pyCall("Format", v.Expr, str(""))
	}
	if _, ok := v.typ.(*types.Instance); ok && f.program.uses.formats {
		return "%s", pyCall("Format", f.boxed(v), str("")) // it may have __format__
	}
	return "%s", pyCall("Str", f.boxed(v))
}

// printStatement lowers a print call that stands alone to fmt.Println where
// Go prints the arguments the same.
func (f *function) printStatement(e ast.Expr) bool {
	call, ok := e.(*ast.Call)
	if !ok {
		return false
	}
	name, ok := call.Func.(*ast.Name)
	if !ok || name.Id != "print" || !f.isBuiltin(name) || hasStar(call.Args) {
		return false
	}
	if len(call.Keywords) > 0 {
		return f.printWith(call)
	}
	if !f.printReplaced() && len(call.Args) == 1 {
		if text, args, ok := f.formatOf(call.Args[0]); ok {
			f.printFormatted(text, args)
			return true
		}
	}
	values := f.operands(call.Args...)
	var args []ir.Expr
	same := !f.printReplaced()
	for _, v := range values {
		same = same && f.printsSame(v.typ)
		f.shows(v.typ)
	}
	for _, v := range values {
		if same {
			args = append(args, v.Expr)
		} else {
			args = append(args, f.boxed(v))
		}
	}
	if same {
		f.emit(&ir.Do{X: &ir.Call{Fun: &ir.Qual{Pkg: "fmt", Name: "Println"}, Args: args}})
	} else {
		f.emit(&ir.Do{X: pyCall("Print", args...)})
	}
	return true
}

// printsSame reports whether fmt prints a value as Python's print does.
func (f *function) printsSame(t types.Type) bool {
	switch t.(type) {
	case *types.List, *types.Dict, *types.Set:
		return true
	}
	return t == types.Str || t == types.Int || f.goType(t) == ir.Error
}

// printFormatted lowers print(f"...") to fmt.Printf.
func (f *function) printFormatted(text string, args []ir.Expr) {
	if len(args) <= maxConcatenated && verbs(text, "s") == len(args) {
		line := ir.Expr(str(strings.ReplaceAll(text, "%%", "%")))
		if len(args) > 0 {
			line = concatenation(text, args)
		}
		f.emit(&ir.Do{X: &ir.Call{Fun: &ir.Qual{Pkg: "fmt", Name: "Println"}, Args: []ir.Expr{line}}})
		return
	}
	f.emit(&ir.Do{X: &ir.Call{Fun: &ir.Qual{Pkg: "fmt", Name: "Printf"}, Args: append([]ir.Expr{str(text + "\n")}, args...)}})
}

var printOptions = map[string]string{"sep": "Sep", "end": "End", "file": "File", "flush": "Flush"}

// printWith lowers print with keyword arguments.
func (f *function) printWith(call *ast.Call) bool {
	exprs := append([]ast.Expr{}, call.Args...)
	for _, k := range call.Keywords {
		if printOptions[k.Arg] == "" {
			return false
		}
		exprs = append(exprs, k.Value)
	}
	values := f.operands(exprs...)
	args := &ir.Composite{Type: &ir.Slice{Elem: ir.Any}}
	for _, v := range values[:len(call.Args)] {
		f.shows(v.typ)
		args.Elems = append(args.Elems, ir.Element{Value: f.boxed(v)})
	}
	opts := &ir.Composite{Type: &ir.Named{Pkg: pyPath, Name: "PrintOptions"}}
	for i, k := range call.Keywords {
		v := values[len(call.Args)+i]
		x := f.boxed(v)
		if k.Arg == "flush" {
			x = f.truth(v)
		}
		opts.Elems = append(opts.Elems, ir.Element{Name: printOptions[k.Arg], Value: x})
	}
	f.emit(&ir.Do{X: pyCall("PrintWith", args, opts)})
	return true
}

// printReplaced reports whether print is not fmt.Println: it writes to what sys.stdout
// is now, or looks for objects to finalise first.
func (f *function) printReplaced() bool {
	return f.program.uses.Has(api.Redirection) || f.program.uses.Has(api.Lifetimes)
}
