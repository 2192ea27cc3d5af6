package api

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

var hole = regexp.MustCompile(`\{(\w+)(?:\|(\w+))?\}`)

// TestForms compiles the Go forms of all entries with parameters of the Go
// types that their signatures mean.
func TestForms(t *testing.T) {
	var body strings.Builder
	used := map[string]bool{"context": true, "iter": true, "py": true, "asyncio": true}
	n := 0
	for _, m := range modules {
		for i := range m.Entries {
			e := &m.Entries[i]
			if e.Go == "" {
				continue
			}
			sig, err := ParseSignature(e.Sig)
			if err != nil {
				t.Fatal(err)
			}
			for _, form := range []string{e.Go, e.Literal} {
				if form == "" {
					continue
				}
				with := *e
				with.Go = form
				n++
				fmt.Fprintf(&body, "// %s.%s %s\n", m.Name, e.Name, e.Sig)
				body.WriteString(formFunction(n, &with, sig))
				for name := range Packages {
					if strings.Contains(form, name+".") || strings.Contains(form, "|seconds}") && name == "time" {
						used[name] = true
					}
				}
			}
		}
	}
	var text strings.Builder
	text.WriteString("package main\n\nimport (\n\"context\"\n\"iter\"\n")
	var names []string
	for name := range Packages {
		if used[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&text, "%s %q\n", name, Packages[name])
	}
	text.WriteString(")\n\nvar _ context.Context\nvar _ iter.Seq[int]\nvar _ py.Tuple\nvar _ asyncio.None\n\nfunc main() {}\n\n")
	text.WriteString(body.String())
	main := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(main, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-gcflags=-e", "-o", os.DevNull, main).CombinedOutput(); err != nil {
		t.Errorf("%s", explain(string(out), text.String()))
	}
}

// formFunction writes a function whose parameters are an entry's and that
// gives what its form gives.
func formFunction(n int, e *Entry, sig *Signature) string {
	if strings.Contains(e.Go, "|func}") {
		return "" // takes the function of a coroutine, which no signature says
	}
	filters := map[string]string{}
	for _, h := range hole.FindAllStringSubmatch(e.Go, -1) {
		filters[h[1]] = h[2]
	}
	params := []string{"ctx context.Context"}
	form := e.Go
	for _, p := range sig.Params {
		typ, name := goTypeName(p.Type), p.Name+"_"
		if callback, ok := p.Type.(*Callback); ok {
			var types []string
			for _, t := range callback.Params {
				types = append(types, goTypeName(t))
			}
			result := goTypeName(callback.Result)
			if callback.Async {
				types = append([]string{"context.Context"}, types...)
				result = "error"
			}
			typ = "func(" + strings.Join(types, ", ") + ") " + result
		}
		if adder, ok := p.Type.(*Adder); ok {
			typ = "func(" + goTypeName(adder.Elem) + ")"
		}
		switch filters[p.Name] {
		case "any":
			typ = "any"
		case "seq":
			typ = "iter.Seq[" + elementName(p.Type) + "]"
		case "seconds":
			typ = "time.Duration"
		}
		arg := name
		if p.Variadic {
			typ, arg = "..."+typ, arg+"..."
			if !strings.Contains(form, "("+"{"+p.Name+"}") {
				typ, arg = strings.TrimPrefix(typ, "..."), name
			}
		}
		params = append(params, name+" "+typ)
		form = hole.ReplaceAllStringFunc(form, func(h string) string {
			if hole.FindStringSubmatch(h)[1] == p.Name {
				return arg
			}
			return h
		})
	}
	result := goTypeName(sig.Result)
	var results []string
	switch {
	case e.Gives != "":
	case e.Many != "":
		for _, elem := range sig.Result.(*types.Tuple).Elems {
			results = append(results, goTypeName(elem))
		}
	case sig.Result != types.None:
		results = append(results, result)
	}
	if e.Async || e.Fails {
		results = append(results, "error")
	}
	call := "return " + form
	if len(results) == 0 {
		call = form
	}
	return fmt.Sprintf("func form%d[T, K, V any](%s) (%s) { %s }\n\n", n, strings.Join(params, ", "), strings.Join(results, ", "), call)
}

func goTypeName(t types.Type) string {
	switch t := t.(type) {
	case Var:
		return string(t)
	case Exactly:
		return goTypeName(t.Kind)
	case types.Kind:
		switch t {
		case types.Bool, types.Int:
			return t.String()
		case types.Float:
			return "float64"
		case types.Complex:
			return "complex128"
		case types.Str:
			return "string"
		case types.Bytes:
			return "py.Bytes"
		}
	case *types.List:
		return "*py.List[" + goTypeName(t.Elem) + "]"
	case *types.Set:
		if t.Frozen {
			return "*py.FrozenSet[" + goTypeName(t.Elem) + "]"
		}
		return "*py.Set[" + goTypeName(t.Elem) + "]"
	case *types.Dict:
		return "*py.Dict[" + goTypeName(t.Key) + ", " + goTypeName(t.Value) + "]"
	case *types.Tuple, *types.Sequence:
		return "py.Tuple"
	case *types.Coroutine:
		return "*asyncio.Coroutine[" + resultName(t.Result) + "]"
	case *types.Library:
		name := goTypes[t.Name]
		if name == "" {
			return "any"
		}
		var args []string
		for _, a := range t.Args {
			args = append(args, resultName(a))
		}
		if len(args) > 0 {
			name += "[" + strings.Join(args, ", ") + "]"
		}
		if t.Name == Awaited {
			return name
		}
		return "*" + name
	}
	return "any"
}

func resultName(t types.Type) string {
	if t == types.None {
		return "asyncio.None"
	}
	return goTypeName(t)
}

func elementName(t types.Type) string {
	switch t := t.(type) {
	case *Iterable:
		return goTypeName(t.Elem)
	case *types.List:
		return goTypeName(t.Elem)
	case *types.Library:
		if elem := SequenceElement(t); elem != nil {
			return goTypeName(elem)
		}
	}
	return "any"
}

// explain puts the entry's comment to each error of the compiler.
func explain(out, text string) string {
	lines := strings.Split(text, "\n")
	var explained strings.Builder
	for _, line := range strings.Split(out, "\n") {
		_, rest, found := strings.Cut(line, "main.go:")
		var at int
		if _, err := fmt.Sscanf(rest, "%d", &at); found && err == nil && at > 1 {
			fmt.Fprintf(&explained, "%s\n\t%s\n", lines[at-2], rest)
			continue
		}
		explained.WriteString(line + "\n")
	}
	return explained.String()
}
