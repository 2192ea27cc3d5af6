package lower

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// replacementField is a replacement field of str.format that names an argument and
// nothing of it.
//
// https://docs.python.org/3.13/library/string.html#format-string-syntax
type replacementField struct {
	name       string
	conversion int // -1, or the rune s, r or a
	spec       string
}

// fieldsOf splits a format into the replacement fields and the texts around them,
// one more. It reports whether it is of plain fields alone.
func fieldsOf(format string) (texts []string, fields []replacementField, ok bool) {
	var text strings.Builder
	for format != "" {
		i := strings.IndexAny(format, "{}")
		if i < 0 {
			break
		}
		text.WriteString(format[:i])
		if strings.HasPrefix(format[i+1:], format[i:i+1]) {
			text.WriteByte(format[i])
			format = format[i+2:]
			continue
		}
		end := strings.IndexAny(format[i+1:], "{}")
		if format[i] == '}' || end < 0 || format[i+1+end] == '{' {
			return nil, nil, false
		}
		field, ok := parseField(format[i+1 : i+1+end])
		if !ok {
			return nil, nil, false
		}
		texts, fields = append(texts, text.String()), append(fields, field)
		text.Reset()
		format = format[i+end+2:]
	}
	text.WriteString(format)
	return append(texts, text.String()), fields, true
}

func parseField(text string) (replacementField, bool) {
	name, spec, _ := strings.Cut(text, ":")
	name, conversion, converted := strings.Cut(name, "!")
	field := replacementField{name: name, conversion: -1, spec: spec}
	if converted {
		if conversion != "s" && conversion != "r" && conversion != "a" {
			return field, false
		}
		field.conversion = int(conversion[0])
	}
	return field, !strings.ContainsAny(name, ".[ ")
}

// formatMethod lowers "...".format(x, y, name=z) to the format and the arguments of
// fmt.Sprintf.
func (f *function) formatMethod(e *ast.Call) (text string, args []ir.Expr, ok bool) {
	attr, isAttribute := e.Func.(*ast.Attribute)
	if !isAttribute || attr.Attr != "format" || hasStar(e.Args) || f.typeOf(e) == types.Never {
		return "", nil, false
	}
	constant, isConstant := attr.Value.(*ast.Constant)
	if !isConstant {
		return "", nil, false
	}
	format, isText := constant.Value.(string)
	if !isText {
		return "", nil, false
	}
	texts, fields, ok := fieldsOf(format)
	if !ok {
		return "", nil, false
	}
	exprs := append([]ast.Expr{}, e.Args...)
	at := map[string]int{}
	for i := range e.Args {
		at[strconv.Itoa(i)] = i
	}
	for _, k := range e.Keywords {
		if k.Arg == "" {
			return "", nil, false
		}
		at[k.Arg] = len(exprs)
		exprs = append(exprs, k.Value)
	}
	auto, numbered := 0, false
	used := map[int]int{}
	places := make([]int, len(fields))
	for i, field := range fields {
		name := field.name
		if name == "" {
			name = strconv.Itoa(auto)
			auto++
		}
		place, ok := at[name]
		numbered = numbered || field.name != "" && place < len(e.Args)
		if !ok || auto > 0 && numbered {
			return "", nil, false
		}
		places[i] = place
		used[place]++
	}
	if len(used) != len(exprs) {
		return "", nil, false
	}
	if !f.formatsLater(exprs) {
		return "", nil, false
	}
	values := f.operands(exprs...)
	inOrder := slices.IsSorted(places)
	for place := range values {
		if used[place] > 1 || !inOrder && hasCall(values[place].Expr) {
			values[place] = f.stable("arg", values[place])
		}
	}
	var out strings.Builder
	for i, text := range texts {
		if i > 0 {
			field := fields[i-1]
			spec := none
			if field.spec != "" {
				spec = value{str(field.spec), none.typ}
			}
			verb, arg := f.replacement(field.conversion, spec, values[places[i-1]])
			out.WriteString(verb)
			args = append(args, arg)
		}
		out.WriteString(strings.ReplaceAll(text, "%", "%%"))
	}
	return out.String(), args, true
}

// formatsLater reports whether values have the same text when all of them have been
// evaluated as when each has been: they do not change, or what follows them changes
// nothing.
func (f *function) formatsLater(exprs []ast.Expr) bool {
	changes := false
	for i := len(exprs) - 1; i >= 0; i-- {
		if changes && !isBasic(f.typeOf(exprs[i])) {
			return false
		}
		changes = changes || !isSimple(exprs[i]) && !f.changesNothing(exprs[i])
	}
	return true
}
