// Package mimetypes is Python's module mimetypes, with its own tables only: those
// of the system are not read.
// https://docs.python.org/3.13/library/mimetypes.html
package mimetypes

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// standardTypes has a line for each ending of files, with its type.
//
//go:embed types.txt
var standardTypes string

// commonTypes has types that are no standard.
//
//go:embed common.txt
var commonTypes string

func dictOf(text string) *py.Dict[any, any] {
	d := py.DictOf[any, any]()
	for line := range strings.Lines(text) {
		ending, kind, _ := strings.Cut(strings.TrimSpace(line), " ")
		d.Set(ending, kind)
	}
	return d
}

// A table knows the types of endings.
type table struct {
	py.Attributes
	strict, common      *py.Dict[any, any]
	suffixes, encodings *py.Dict[any, any]
}

func newTable() *table {
	return &table{
		strict: dictOf(standardTypes), common: dictOf(commonTypes),
		suffixes:  dictOf(".svgz .svg.gz\n.tgz .tar.gz\n.taz .tar.gz\n.tz .tar.gz\n.tbz2 .tar.bz2\n.txz .tar.xz\n"),
		encodings: dictOf(".gz gzip\n.Z compress\n.bz2 bzip2\n.xz xz\n.br br\n"),
	}
}

// PyClass is the class MimeTypes.
func (*table) PyClass() *py.Class { return tableClass }

// guess is the type and the encoding of a URL or path.
func (t *table) guess(url string, strict bool) py.Tuple {
	if i := strings.IndexByte(url, ':'); i > 1 && !strings.Contains(url[:i], "/") {
		if url[:i] == "data" {
			return guessData(url[i+1:])
		}
		url = strings.TrimPrefix(url[i+1:], "//")
		url, _, _ = strings.Cut(url, "?")
		url, _, _ = strings.Cut(url, "#")
		if _, path, ok := strings.Cut(url, "/"); ok {
			url = "/" + path
		} else {
			url = ""
		}
	}
	base, ending := ospath.SplitExt(url)
	for {
		full, ok := t.suffixes.Lookup(strings.ToLower(ending))
		if !ok {
			break
		}
		base, ending = ospath.SplitExt(base + py.Str(full))
	}
	encoding, encoded := t.encodings.Lookup(ending)
	if encoded {
		_, ending = ospath.SplitExt(base)
	}
	maps := []*py.Dict[any, any]{t.strict}
	if !strict {
		maps = append(maps, t.common)
	}
	for _, m := range maps {
		if kind, ok := m.Lookup(strings.ToLower(ending)); ok {
			return py.Tuple{kind, encoding}
		}
	}
	return py.Tuple{nil, encoding}
}

// guessData is the type of a data URL after its scheme.
func guessData(url string) py.Tuple {
	head, _, ok := strings.Cut(url, ",")
	if !ok {
		return py.Tuple{nil, nil}
	}
	kind, _, _ := strings.Cut(head, ";")
	if strings.Contains(kind, "=") || !strings.Contains(kind, "/") {
		kind = "text/plain"
	}
	return py.Tuple{kind, nil}
}

// endings are the endings of a type, in the order of the tables.
func (t *table) endings(kind string, strict bool) []any {
	var found []any
	maps := []*py.Dict[any, any]{t.strict}
	if !strict {
		maps = append(maps, t.common)
	}
	for _, m := range maps {
		for ending, k := range m.All() {
			if py.Str(k) == strings.ToLower(kind) && !slices.Contains(found, ending) {
				found = append(found, ending)
			}
		}
	}
	return found
}

func (t *table) extension(kind string, strict bool) any {
	if found := t.endings(kind, strict); len(found) > 0 {
		return found[0]
	}
	return nil
}

func (t *table) add(kind, ending string, strict bool) {
	if strict {
		t.strict.Set(ending, kind)
	} else {
		t.common.Set(ending, kind)
	}
}

var tableClass = py.NewNativeClass("mimetypes", "MimeTypes", nil, func(d *py.Definition) {
	of := py.PayloadAs[*table]
	d.Alloc(func() any { return newTable() })
	d.Init("__init__(self, filenames=(), strict=True)", func(_, _, _ any) any { return nil })
	d.Getter("types_map", func(self any) any { return py.Tuple{of(self).common, of(self).strict} })
	d.Getter("encodings_map", func(self any) any { return of(self).encodings })
	d.Getter("suffix_map", func(self any) any { return of(self).suffixes })
	for _, f := range functions {
		d.Method(strings.Replace(f.spec, "(", "(self, ", 1), func(args []any) any { return f.call(of(args[0]), args[1:]) })
	}
})

// functions are the methods of MimeTypes, which the module has as functions too.
var functions = []struct {
	spec string
	call func(t *table, args []any) any
}{
	{"guess_type(url, strict=True)", func(t *table, args []any) any { return t.guess(ospath.Text(args[0]), py.Truth(args[1])) }},
	{"guess_file_type(path, *, strict=True)", func(t *table, args []any) any { return t.guess(ospath.Text(args[0]), py.Truth(args[1])) }},
	{"guess_extension(type, strict=True)", func(t *table, args []any) any { return t.extension(py.Str(args[0]), py.Truth(args[1])) }},
	{"guess_all_extensions(type, strict=True)", func(t *table, args []any) any {
		return py.ListOf(t.endings(py.Str(args[0]), py.Truth(args[1]))...)
	}},
	{"add_type(type, ext, strict=True)", func(t *table, args []any) any {
		t.add(py.Str(args[0]), py.Str(args[1]), py.Truth(args[2]))
		return nil
	}},
}

// Module is the module mimetypes.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("mimetypes", "Guess the MIME type of a file.")
	shared := newTable()
	m.Set("types_map", shared.strict).Set("common_types", shared.common)
	m.Set("suffix_map", shared.suffixes).Set("encodings_map", shared.encodings).Set("inited", true)
	m.Class(tableClass)
	m.Func("init(files=None)", func(any) any { return nil })
	for _, f := range functions {
		m.Func(f.spec, func(args []any) any { return f.call(shared, args) })
	}
	return m
})
