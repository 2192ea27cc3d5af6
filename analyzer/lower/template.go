package lower

import (
	goast "go/ast"
	goparser "go/parser"
	gotoken "go/token"
	"strconv"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// template is a parsed Go form of the library table.
type template struct {
	expr  goast.Expr
	holes map[string]hole // by the identifier that stands for the hole
}

type hole struct{ name, filter string }

var templates sync.Map // text → *template

// parseTemplate parses a Go form, its holes replaced by identifiers.
func parseTemplate(text string) *template {
	if t, ok := templates.Load(text); ok {
		return t.(*template)
	}
	t := &template{holes: map[string]hole{}}
	var source strings.Builder
	rest := text
	for {
		before, after, found := strings.Cut(rest, "{")
		source.WriteString(before)
		if !found {
			break
		}
		inside, tail, closed := strings.Cut(after, "}")
		if !closed {
			panic("api: unclosed hole in " + text)
		}
		name, filter, _ := strings.Cut(inside, "|")
		id := "hole_" + strconv.Itoa(len(t.holes))
		t.holes[id] = hole{name, filter}
		source.WriteString(id)
		rest = tail
	}
	expr, err := goparser.ParseExpr(source.String())
	if err != nil {
		panic("api: " + text + ": " + err.Error())
	}
	t.expr = expr
	templates.Store(text, t)
	return t
}

// order tells at which place of the form each hole stands first.
func (t *template) order() map[string]int {
	at := map[string]int{}
	for i := len(t.holes) - 1; i >= 0; i-- {
		at[t.holes["hole_"+strconv.Itoa(i)].name] = i
	}
	return at
}

// render fills the holes of one of an entry's Go forms.
func (f *function) render(m *api.Match, form string, holes map[string][]value) ir.Expr {
	r := &renderer{f: f, m: m, t: parseTemplate(form), holes: holes}
	return r.expr(r.t.expr)
}

type renderer struct {
	f     *function
	m     *api.Match
	t     *template
	holes map[string][]value
}

func (r *renderer) expr(e goast.Expr) ir.Expr {
	switch e := e.(type) {
	case *goast.Ident:
		return r.ident(e)
	case *goast.BasicLit:
		if e.Kind == gotoken.STRING {
			s, _ := strconv.Unquote(e.Value)
			return str(s)
		}
		return ir.Verbatim(e.Value)
	case *goast.SelectorExpr:
		if x, ok := e.X.(*goast.Ident); ok {
			if _, isHole := r.t.holes[x.Name]; !isHole {
				if pkg, ok := api.Packages[x.Name]; ok {
					return &ir.Qual{Pkg: pkg, Name: e.Sel.Name}
				}
			}
		}
		return &ir.Select{X: r.expr(e.X), Name: e.Sel.Name}
	case *goast.CallExpr:
		return r.call(e)
	case *goast.BinaryExpr:
		return &ir.Binary{Op: e.Op.String(), X: r.expr(e.X), Y: r.expr(e.Y)}
	case *goast.UnaryExpr:
		return &ir.Unary{Op: e.Op.String(), X: r.expr(e.X)}
	case *goast.ParenExpr:
		return r.expr(e.X)
	case *goast.IndexExpr:
		return &ir.Index{X: r.expr(e.X), Index: r.expr(e.Index)}
	}
	panic("api: form not understood: " + r.m.Entry.Go)
}

func (r *renderer) ident(e *goast.Ident) ir.Expr {
	h, ok := r.t.holes[e.Name]
	if !ok {
		if e.Name == "ctx" {
			return r.f.context()
		}
		if e.Name == "nil" {
			return &ir.Lit{}
		}
		return ir.Verbatim(e.Name)
	}
	values := r.holes[h.name]
	if len(values) == 0 {
		return &ir.Lit{}
	}
	return r.filter(h.filter, values[0])
}

func (r *renderer) filter(name string, v value) ir.Expr {
	switch name {
	case "":
		return v.Expr
	case "any":
		return r.f.boxed(v)
	case "seconds":
		return r.f.duration(v)
	case "func":
		return r.f.coroutineFunc(v)
	case "seq":
		seq, _ := r.f.sequence(v)
		return seq
	}
	panic("api: unknown filter " + name)
}

func (r *renderer) call(e *goast.CallExpr) ir.Expr {
	out := &ir.Call{}
	fun := e.Fun
	switch index := fun.(type) {
	case *goast.IndexExpr:
		fun = index.X
		out.TypeArgs = []ir.Type{r.typ(index.Index)}
	case *goast.IndexListExpr:
		fun = index.X
		for _, i := range index.Indices {
			out.TypeArgs = append(out.TypeArgs, r.typ(i))
		}
	}
	out.Fun = r.expr(fun)
	for _, a := range e.Args {
		if id, ok := a.(*goast.Ident); ok {
			if h, isHole := r.t.holes[id.Name]; isHole {
				if p := r.param(h.name); p != nil && (p.Variadic || p.Optional) {
					for _, v := range r.holes[h.name] {
						out.Args = append(out.Args, r.filter(h.filter, v))
					}
					continue
				}
			}
		}
		out.Args = append(out.Args, r.argument(out, a))
	}
	return out
}

// argument is an argument of a call. Go takes its type for a type argument of a
// function of a package, which must be any where others' type is.
func (r *renderer) argument(call *ir.Call, a goast.Expr) ir.Expr {
	x := r.expr(a)
	if _, isLit := x.(*ir.Lit); isLit {
		return x
	}
	id, isIdent := a.(*goast.Ident)
	if _, isFunc := call.Fun.(*ir.Qual); !isFunc || !isIdent || len(call.TypeArgs) > 0 {
		return x
	}
	h, isHole := r.t.holes[id.Name]
	if !isHole || h.filter != "" || len(r.holes[h.name]) == 0 || r.f.isAny(r.holes[h.name][0].typ) {
		return x
	}
	p := r.param(h.name)
	if v, generic := p.Type.(api.Var); generic && r.m.Resolve(v) == types.Any && len(r.m.Sig.Params) > 1 {
		return &ir.Convert{Type: ir.Any, X: x}
	}
	return x
}

func (r *renderer) param(name string) *api.Param {
	for i := range r.m.Sig.Params {
		if r.m.Sig.Params[i].Name == name {
			return &r.m.Sig.Params[i]
		}
	}
	return nil
}

// typ is a type argument: a type variable of the signature.
func (r *renderer) typ(e goast.Expr) ir.Type {
	id, ok := e.(*goast.Ident)
	if !ok {
		panic("api: type argument not understood: " + r.m.Entry.Go)
	}
	return r.f.program.resultType(r.m.Resolve(api.Var(id.Name)))
}

// coroutineFunc is the Go function that a coroutine object runs.
func (f *function) coroutineFunc(v value) ir.Expr {
	if call, ok := v.Expr.(*ir.Call); ok {
		for {
			fun, isSelect := call.Fun.(*ir.Select)
			if !isSelect || fun.Name != "Named" && fun.Name != "Restartable" {
				break
			}
			call = fun.X.(*ir.Call)
		}
		if fun, isQual := call.Fun.(*ir.Qual); isQual && fun.Pkg == asyncioPath && (fun.Name == "Go" || fun.Name == "GoValue") {
			return call.Args[0]
		}
	}
	await := &ir.Select{X: v.Expr, Name: "Await"}
	if t, ok := v.typ.(*types.Coroutine); !ok || resultOf(t.Result) != nil {
		return await
	}
	ctx := &ir.Var{Hint: "ctx", Type: &ir.Named{Pkg: "context", Name: "Context"}, Context: true}
	err := &ir.Var{Hint: "err", Type: ir.Error}
	return &ir.FuncLit{
		Origin: &ir.Origin{Calls: true},
		Params: []*ir.Var{ctx}, Results: []*ir.Var{{Type: ir.Error}},
		Body: []ir.Stmt{
			&ir.Let{Vars: []*ir.Var{nil, err}, Values: []ir.Expr{&ir.Call{Fun: await, Args: []ir.Expr{&ir.Ref{Var: ctx}}}}},
			&ir.Return{Values: []ir.Expr{&ir.Ref{Var: err}}},
		},
	}
}

// duration converts a number of seconds to a time.Duration.
func (f *function) duration(v value) ir.Expr {
	if c, ok := v.Expr.(*ir.Convert); ok && c.Type == ir.Float {
		v = value{c.X, types.Int}
	}
	second := &ir.Qual{Pkg: "time", Name: "Second"}
	if lit, ok := v.Expr.(*ir.Lit); ok {
		var d ir.Expr
		switch n := lit.Value.(type) {
		case int:
			d = durationLit(float64(n))
		case float64:
			d = durationLit(n)
		}
		if d != nil {
			return d
		}
		return aioCall("Seconds", lit)
	}
	if v.typ == types.Int {
		return &ir.Binary{Op: "*", X: &ir.Convert{Type: &ir.Named{Pkg: "time", Name: "Duration"}, X: v.Expr}, Y: second}
	}
	return aioCall("Seconds", v.Expr)
}

// durationLit writes a constant number of seconds in the largest unit that
// holds it as a whole number, or gives nil.
func durationLit(seconds float64) ir.Expr {
	if seconds == 0 {
		return num(0)
	}
	for _, unit := range []struct {
		name string
		per  float64
	}{{"Hour", 1.0 / 3600}, {"Minute", 1.0 / 60}, {"Second", 1}, {"Millisecond", 1e3}, {"Microsecond", 1e6}} {
		n := seconds * unit.per
		if unit.per < 1 && (n < 1 || n != float64(int64(n))) {
			continue
		}
		if r := float64(int64(n + 0.5)); n > 0 && abs(n-r) < 1e-9*r && r >= 1 && r < 1e6 {
			q := ir.Expr(&ir.Qual{Pkg: "time", Name: unit.name})
			if r == 1 {
				return q
			}
			return &ir.Binary{Op: "*", X: num(int(r)), Y: q}
		}
	}
	return nil
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
