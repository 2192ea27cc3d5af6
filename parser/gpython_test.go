package parser

import (
	"fmt"
	"math/big"
	"reflect"
	"strings"
	"testing"

	gast "github.com/go-python/gpython/ast"
	gpython "github.com/go-python/gpython/parser"
	"github.com/go-python/gpython/py"
	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// TestAgreesWithGpython parses the sources of the corpus with gpython, whose
// language is Python 3.4, and compares the trees of those that both accept. It is
// a check that needs no CPython.
func TestAgreesWithGpython(t *testing.T) {
	compared := 0
	for _, c := range readCorpus(t) {
		if c.Src == nil || c.Mode != "exec" || c.Flags != 0 || c.Parse != nil {
			continue
		}
		if gpythonDiffers[*c.Src] != "" {
			continue
		}
		theirs, err := parseWithGpython(*c.Src)
		if err != nil {
			continue
		}
		ours, _ := Parse(source.NewText("<s>", *c.Src))
		want, got := gast.Dump(theirs), legacyDump(ours)
		compared++
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-gpython +ours):\n%s", *c.Src, diff)
		}
	}
	if compared < 300 {
		t.Errorf("only %d sources were compared", compared)
	}
	t.Logf("%d sources compared", compared)
}

// gpythonDiffers lists the sources that gpython reads otherwise, with the reason.
var gpythonDiffers = map[string]string{
	"await ( ( ( a ) ) ) ( )":      "await is a name in 3.4",
	"await ( ( ( a ) ) ) ( b )":    "await is a name in 3.4",
	"await ( ( ( a + b ) ) )":      "await is a name in 3.4",
	"with (x, y): pass":            "two items since 3.9, one tuple before",
	"def a(b: int = 0, *, c): ...": "gpython leaves out the None of a missing default",
	"@a.b.c\ndef f(): pass":        "gpython makes one name of the dotted one",
	"ｗｉｄｔｈ":                        "gpython does not normalize names",
	"(\nｗｉｄｔｈ\n)":                  "gpython does not normalize names",
	"(\nｗｗｗ(\n        ｔｈ)\n)":      "gpython does not normalize names",
	"print(1, ｗｗｗ(\n        ｔｈ))":  "gpython does not normalize names",
}

// parseWithGpython guards against the panics of gpython's parser.
func parseWithGpython(text string) (tree gast.Ast, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return gpython.ParseString(text, py.ExecMode)
}

// legacyDump writes our tree as gpython dumps its own, with the nodes of 3.4.
func legacyDump(node ast.Node) string {
	switch n := node.(type) {
	case *ast.Constant:
		return legacyConstant(n.Value)
	case *ast.Subscript:
		return fmt.Sprintf("Subscript(value=%s, slice=%s, ctx=%s)", legacyDump(n.Value), legacySlice(n.Slice), legacyEnum(n.Ctx))
	case *ast.Call:
		args, star := splitStar(n.Args)
		keywords, unpacked := splitUnpacked(n.Keywords)
		return fmt.Sprintf("Call(func=%s, args=%s, keywords=%s, starargs=%s, kwargs=%s)",
			legacyDump(n.Func), legacyList(args), legacyList(keywords), star, unpacked)
	case *ast.ClassDef:
		bases, star := splitStar(n.Bases)
		keywords, unpacked := splitUnpacked(n.Keywords)
		return fmt.Sprintf("ClassDef(name='%s', bases=%s, keywords=%s, starargs=%s, kwargs=%s, body=%s, decorator_list=%s)",
			n.Name, legacyList(bases), legacyList(keywords), star, unpacked, legacyList(n.Body), legacyList(n.DecoratorList))
	}
	v := reflect.ValueOf(node).Elem()
	name := v.Type().Name()
	if renamed, ok := legacyNames[name]; ok {
		name = renamed
	}
	var fields []string
	for i := range v.NumField() {
		field := v.Type().Field(i).Name
		switch field {
		case "Base", "Comments", "TypeIgnores", "TypeComment", "TypeParams", "Posonlyargs", "IsAsync":
			continue
		}
		fields = append(fields, legacyFieldName(field)+"="+legacyValue(v.Field(i)))
	}
	return name + "(" + strings.Join(fields, ", ") + ")"
}

var legacyNames = map[string]string{
	"ExprStmt": "Expr", "Arguments": "arguments", "Arg": "arg", "Keyword": "keyword", "Alias": "alias",
	"WithItem": "withitem", "Comprehension": "comprehension",
}

func legacyFieldName(name string) string {
	switch name {
	case "ContextExpr":
		return "context_expr"
	case "OptionalVars":
		return "optional_vars"
	case "KwDefaults":
		return "kw_defaults"
	case "DecoratorList":
		return "decorator_list"
	}
	return strings.ToLower(name)
}

func legacyValue(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Slice:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = legacyValue(v.Index(i))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return "None"
		}
		return legacyDump(v.Interface().(ast.Node))
	case reflect.String:
		if v.Len() == 0 {
			return "None"
		}
		return "'" + v.String() + "'"
	case reflect.Int:
		return fmt.Sprint(v.Int())
	}
	return legacyEnum(v.Interface().(fmt.Stringer))
}

func legacyEnum(v fmt.Stringer) string { return v.String() + "()" }

func legacyList[T ast.Node](list []T) string { return legacyValue(reflect.ValueOf(list)) }

func legacyConstant(value any) string {
	switch value := value.(type) {
	case nil:
		return "NameConstant(value=None)"
	case bool:
		if value {
			return "NameConstant(value=True)"
		}
		return "NameConstant(value=False)"
	case int64:
		return fmt.Sprintf("Num(n=%d)", value)
	case *big.Int:
		return fmt.Sprintf("Num(n=%s)", value)
	case float64:
		text, _ := py.Float(value).M__str__()
		return fmt.Sprintf("Num(n=%s)", text)
	case ast.Imaginary:
		text, _ := py.Complex(complex(0, float64(value))).M__str__()
		return fmt.Sprintf("Num(n=%s)", text)
	case string:
		return "Str(s='" + value + "')"
	case ast.Bytes:
		return "Bytes(s=b'" + string(value) + "')"
	}
	return "Ellipsis()"
}

func legacySlice(e ast.Expr) string {
	switch n := e.(type) {
	case *ast.Slice:
		return legacyDump(n)
	case *ast.Tuple:
		var dims []string
		hasSlice := false
		for _, element := range n.Elts {
			_, isSlice := element.(*ast.Slice)
			hasSlice = hasSlice || isSlice
			dims = append(dims, legacySlice(element))
		}
		if hasSlice {
			return "ExtSlice(dims=[" + strings.Join(dims, ", ") + "])"
		}
	}
	return "Index(value=" + legacyDump(e) + ")"
}

// splitStar takes the starred argument, of which 3.4 allows one, out of a list.
func splitStar(args []ast.Expr) (plain []ast.Expr, star string) {
	star = "None"
	for _, arg := range args {
		if starred, isStarred := arg.(*ast.Starred); isStarred {
			star = legacyDump(starred.Value)
		} else {
			plain = append(plain, arg)
		}
	}
	return plain, star
}

func splitUnpacked(keywords []*ast.Keyword) (plain []*ast.Keyword, unpacked string) {
	unpacked = "None"
	for _, keyword := range keywords {
		if keyword.Arg == "" {
			unpacked = legacyDump(keyword.Value)
		} else {
			plain = append(plain, keyword)
		}
	}
	return plain, unpacked
}
