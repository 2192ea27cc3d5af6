package effect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Site is a place where a program is asynchronous.
type Site struct {
	File    *source.File
	Range   source.Range
	Kind    string // the keyword, such as "async def", or the function, such as "asyncio.gather"
	Name    string // of what is defined; "" for other kinds
	Becomes string // what stands there in Go
}

// becomes says what the keywords of async code become.
var becomes = map[string]string{
	"async def":           "a function that takes a context and returns an error",
	"async generator":     "an asynchronous generator of the runtime",
	"await":               "a call, which returns when the awaited is done",
	"async for":           "a loop that awaits each item",
	"async with":          "awaited calls around the body",
	"async comprehension": "a loop that awaits each item",
}

// Sites lists the async sites of modules: the keywords, and what is called of
// asyncio and concurrent.futures, in the order of the text. form gives what a
// call or an item of async with became; "" where that is not known.
func Sites(mods []*Module, form func(ast.Node) string) []Site {
	var sites []Site
	for _, m := range mods {
		b := &blocker{Module: m, imports: imports(m.AST)}
		first := len(sites)
		ast.Inspect(m.AST, func(n ast.Node) bool {
			if kind, name := b.site(n); kind != "" {
				sites = append(sites, Site{File: m.File, Range: n.Span(), Kind: kind, Name: name, Becomes: becomesIn(n, kind, form)})
			}
			return true
		})
		slices.SortStableFunc(sites[first:], func(a, b Site) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
	}
	return sites
}

// site returns the kind of a node, "" if it is no async site, and the name of
// what it defines.
func (b *blocker) site(n ast.Node) (kind, name string) {
	switch n := n.(type) {
	case *ast.AsyncFunctionDef:
		if yields(n.Body) {
			return "async generator", n.Name
		}
		return "async def", n.Name
	case *ast.Await:
		return "await", ""
	case *ast.AsyncFor:
		return "async for", ""
	case *ast.AsyncWith:
		return "async with", ""
	case *ast.Comprehension:
		if n.IsAsync != 0 {
			return "async comprehension", ""
		}
	case *ast.Call:
		called := b.qualified(n.Func)
		if strings.HasPrefix(called, "asyncio.") || strings.HasPrefix(called, "concurrent.futures.") {
			return called, ""
		}
	}
	return "", ""
}

// becomesIn says what a site becomes in Go.
func becomesIn(n ast.Node, kind string, form func(ast.Node) string) string {
	switch n := n.(type) {
	case *ast.Call:
		if text := form(n); text != "" {
			return text
		}
		return "a part of the code around it"
	case *ast.AsyncWith:
		if text := form(n.Items[0]); text != "" {
			return text
		}
	}
	return becomes[kind]
}

// yields reports whether a function body is that of a generator.
func yields(body []ast.Stmt) bool {
	found := false
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
				return false
			case *ast.Yield:
				found = true
			}
			return true
		})
	}
	return found
}
