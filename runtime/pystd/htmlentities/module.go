// Package htmlentities is Python's module html.entities: the names of characters
// in HTML.
// https://docs.python.org/3.13/library/html.entities.html
package htmlentities

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// latin has the names of HTML 4 with the numbers of their characters.
//
//go:embed latin.txt
var latin string

// html5 has a line for each name of HTML 5, with its characters in hexadecimal.
//
//go:embed html5.txt
var html5 string

// Module is the module html.entities.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("html.entities", "HTML character entity references.")
	points, names, texts := py.DictOf[any, any](), py.DictOf[any, any](), py.DictOf[any, any]()
	for _, pair := range strings.Fields(latin) {
		name, digits, _ := strings.Cut(pair, ":")
		point, _ := strconv.Atoi(digits)
		points.Set(name, point)
		names.Set(point, name)
		texts.Set(name, string(rune(point)))
	}
	m.Set("name2codepoint", points).Set("codepoint2name", names).Set("entitydefs", texts)
	m.Lazy("html5", func() any {
		all := py.DictOf[any, any]()
		for line := range strings.Lines(html5) {
			fields := strings.Fields(line)
			text := ""
			for _, digits := range fields[1:] {
				point, _ := strconv.ParseUint(digits, 16, 32)
				text += string(rune(point))
			}
			all.Set(fields[0], text)
		}
		return all
	})
	return m
})
