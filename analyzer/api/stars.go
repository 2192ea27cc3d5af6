package api

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// starsText has a line for each library module of CPython 3.13 that has an
// __all__, with its names, as testdata/stars.py prints it.
//
//go:embed stars.txt
var starsText string

// stars holds the names of each module of starsText.
var stars = sync.OnceValue(func() map[string][]string {
	modules := map[string][]string{}
	for line := range strings.Lines(starsText) {
		words := strings.Fields(line)
		modules[words[0]] = words[1:]
	}
	return modules
})

// Stars returns the names that `from l import *` binds, sorted: those of the
// module's __all__, or all that do not begin with an underscore. Some of them may
// be missing in the runtime.
func (l *Library) Stars() []string {
	if all, ok := stars()[l.Name]; ok {
		return all
	}
	names := l.Names()
	names = append(names, standard()[l.Name].words()...)
	names = slices.DeleteFunc(names, func(name string) bool { return strings.HasPrefix(name, "_") })
	slices.Sort(names)
	return slices.Compact(names)
}
