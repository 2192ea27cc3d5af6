package py

// An iterator that is dropped closes what it goes through, if nothing else holds
// that: a generator runs its finally clauses. Converted code says who holds what,
// where a program has generators for which that matters.

// Holders counts who holds an iterator, and has the iterators that it holds. It is
// part of every iterator over others.
type Holders struct {
	count int
	// owned says that the iterator is closed when the last holder lets it go.
	owned bool
	holds []any
}

func (h *Holders) holders() *Holders { return h }

type holder interface{ holders() *Holders }

// Owned marks an iterator that somebody owns, and has it hold others until it is
// closed or ends.
func Owned[T any](it T, holds ...any) T {
	h, ok := any(it).(holder)
	if !ok {
		return it
	}
	h.holders().owned = true
	for _, o := range holds {
		if o, ok := o.(holder); ok && o.holders() != h.holders() {
			o.holders().count++
			h.holders().holds = append(h.holders().holds, o)
		}
	}
	return it
}

// Hold says that a variable holds an iterator, until Release.
func Hold[T any](it T) T {
	if h, ok := any(it).(holder); ok {
		h.holders().owned = true
		h.holders().count++
	}
	return it
}

// Release drops iterators that variables held.
func Release(iterators ...any) {
	for _, it := range iterators {
		if h, ok := it.(holder); ok && Box(it) != nil {
			h.holders().count = max(h.holders().count-1, 0)
			Drop(it)
		}
	}
}

// Drop closes iterators that nobody holds.
func Drop(iterators ...any) {
	for _, it := range iterators {
		h, ok := it.(holder)
		if !ok || Box(it) == nil || h.holders().count > 0 {
			continue
		}
		if g, ok := it.(*Generator); ok && g.state != frameRunning {
			Unraisable(g, func() { g.Close() })
		}
		h.holders().letGo()
	}
}

// dropUnheld drops an iterator that is owned, but that no variable holds.
func dropUnheld(it any) {
	if h, ok := it.(holder); ok && h.holders().owned {
		Drop(it)
	}
}

// letGo drops what an iterator holds.
func (h *Holders) letGo() {
	holds := h.holds
	h.holds = nil
	for _, it := range holds {
		inner := it.(holder).holders()
		inner.count--
		if inner.owned {
			Drop(it)
		}
	}
}

// releasedAtExit are the iterators of variables of modules.
var releasedAtExit []any

// ReleaseAtExit drops iterators that variables of a module hold, at the end of the
// program.
func ReleaseAtExit(iterators ...any) { releasedAtExit = append(releasedAtExit, iterators...) }
