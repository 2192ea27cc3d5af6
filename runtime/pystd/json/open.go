package json

import "slices"

// openContainers are the containers that a value is in, by their ids: a few are
// searched, the rest of a deep nesting is indexed.
type openContainers struct {
	outer []int
	inner map[int]bool
}

// maxSearched is how many ids are searched one by one.
const maxSearched = 32

// add adds an id that is not there, and reports whether it was not.
func (c *openContainers) add(id int) bool {
	if slices.Contains(c.outer, id) || c.inner[id] {
		return false
	}
	if len(c.outer) < maxSearched {
		c.outer = append(c.outer, id)
		return true
	}
	if c.inner == nil {
		c.inner = map[int]bool{}
	}
	c.inner[id] = true
	return true
}

// remove removes the id that was added last.
func (c *openContainers) remove(id int) {
	if len(c.inner) > 0 {
		delete(c.inner, id)
		return
	}
	c.outer = c.outer[:len(c.outer)-1]
}
