package asyncio

import "slices"

// promiseSet is the futures that something waits for, in the order in which they
// were added. Most finish in that order or in the reverse; where many do not,
// their places are looked up.
type promiseSet struct {
	items  []*promise       // nil where one was removed between others
	first  int              // how many were cut off at the front
	places map[*promise]int // of the items, counted from the very first; nil until needed
	count  int
}

// fewItems is how many items are looked through without their places.
const fewItems = 32

func newPromiseSet(items []*promise) promiseSet {
	return promiseSet{items: slices.Clone(items), count: len(items)}
}

func (s *promiseSet) add(p *promise) {
	if s.places != nil {
		s.places[p] = s.first + len(s.items)
	}
	s.items = append(s.items, p)
	s.count++
}

func (s *promiseSet) remove(p *promise) {
	i := s.find(p)
	if i < 0 {
		return
	}
	s.items[i] = nil
	s.count--
	delete(s.places, p)
	if s.count == 0 {
		s.items, s.places = nil, nil
		return
	}
	for s.items[0] == nil {
		s.items = s.items[1:]
		s.first++
	}
	for s.items[len(s.items)-1] == nil {
		s.items = s.items[:len(s.items)-1]
	}
	if len(s.items) > fewItems && s.count < len(s.items)/2 {
		s.items, s.places = s.list(), nil
	}
}

// find is where p is among the items, -1 if it is not there.
func (s *promiseSet) find(p *promise) int {
	n := len(s.items)
	switch {
	case n == 0:
		return -1
	case s.items[0] == p:
		return 0
	case s.items[n-1] == p:
		return n - 1
	case n <= fewItems:
		return slices.Index(s.items, p)
	}
	if s.places == nil {
		s.places = make(map[*promise]int, n)
		for i, item := range s.items {
			if item != nil {
				s.places[item] = s.first + i
			}
		}
	}
	place, ok := s.places[p]
	if !ok {
		return -1
	}
	return place - s.first
}

// list is a copy of the futures.
func (s *promiseSet) list() []*promise {
	out := make([]*promise, 0, s.count)
	for _, p := range s.items {
		if p != nil {
			out = append(out, p)
		}
	}
	return out
}
