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

// wordList is a set of words as a text. Most lists are never asked for a word, or
// for few, so that a search of the text costs less than a map.
type wordList string

func (l wordList) words() []string { return strings.Fields(string(l)) }

// has reports whether a word is in the list.
func (l wordList) has(word string) bool {
	for rest := string(l); ; {
		i := strings.Index(rest, word)
		if i < 0 || word == "" {
			return false
		}
		end := i + len(word)
		if (i == 0 || isBlank(rest[i-1])) && (end == len(rest) || isBlank(rest[end])) {
			return true
		}
		rest = rest[i+1:]
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' }

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
	names := l.names.words()
	slices.Sort(names)
	return names
}
