package api

import (
	"slices"
	"strings"
)

//go:generate go run ./gen

// libraries are the runtime's modules by their names in Python.
var libraries = func() map[string]*Library {
	m := map[string]*Library{}
	for i := range runtimeModules {
		m[runtimeModules[i].Name] = &runtimeModules[i]
	}
	return m
}()

// words is the set of the words of a text.
func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

// Libraries returns the library modules that the runtime has, by name.
func Libraries() []*Library {
	var all []*Library
	for i := range runtimeModules {
		all = append(all, &runtimeModules[i])
	}
	slices.SortFunc(all, func(a, b *Library) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Names returns the names that a module has, sorted.
func (l *Library) Names() []string {
	var names []string
	for name := range l.names {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
