package py

import "iter"

// dictCursor walks the entries of a dict while it may change: values may be
// replaced, but adding or removing keys is a RuntimeError at the next step.
type dictCursor struct {
	at, used, left int
	done           bool
}

func (d *Dict[K, V]) cursor() dictCursor {
	return dictCursor{at: d.first, used: d.used, left: d.used}
}

// step advances the cursor to the next live entry.
func (d *Dict[K, V]) step(c *dictCursor) (*dictEntry[K, V], bool) {
	if c.done {
		return nil, false
	}
	if c.used != d.used {
		c.used = -1
		raisef(NewRuntimeError, "dictionary changed size during iteration")
	}
	for ; c.at < len(d.entries); c.at++ {
		e := &d.entries[c.at]
		if e.hash == deletedHash {
			continue
		}
		if c.left == 0 {
			raisef(NewRuntimeError, "dictionary keys changed during iteration")
		}
		c.at++
		c.left--
		return e, true
	}
	c.done = true
	return nil, false
}

// stepBack is step for reversed(d).
func (d *Dict[K, V]) stepBack(c *dictCursor) (*dictEntry[K, V], bool) {
	if c.done {
		return nil, false
	}
	if c.used != d.used {
		c.used = -1
		raisef(NewRuntimeError, "dictionary changed size during iteration")
	}
	for ; c.at >= 0; c.at-- {
		if c.at < len(d.entries) && d.entries[c.at].hash != deletedHash {
			c.at--
			c.left--
			return &d.entries[c.at+1], true
		}
	}
	c.done = true
	return nil, false
}

// Keys iterates over the keys. It raises RuntimeError when the dict changes
// size on the way.
func (d *Dict[K, V]) Keys() iter.Seq[K] {
	return func(yield func(K) bool) {
		for c := d.cursor(); ; {
			e, ok := d.step(&c)
			if !ok || !yield(e.key) {
				return
			}
		}
	}
}

// Values iterates over the values. It raises RuntimeError when the dict changes
// size on the way.
func (d *Dict[K, V]) Values() iter.Seq[V] {
	return func(yield func(V) bool) {
		for c := d.cursor(); ; {
			e, ok := d.step(&c)
			if !ok || !yield(e.value) {
				return
			}
		}
	}
}

// All iterates over the items. It raises RuntimeError when the dict changes
// size on the way.
func (d *Dict[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for c := d.cursor(); ; {
			e, ok := d.step(&c)
			if !ok || !yield(e.key, e.value) {
				return
			}
		}
	}
}

// Backward iterates over the items from the last to the first, as
// reversed(d.items()) does.
func (d *Dict[K, V]) Backward() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		c := d.cursor()
		for c.at = len(d.entries) - 1; ; {
			e, ok := d.stepBack(&c)
			if !ok || !yield(e.key, e.value) {
				return
			}
		}
	}
}

// KeyList is list(d).
func (d *Dict[K, V]) KeyList() *List[K] {
	return ListFrom(d.Keys())
}

// ValueList is list(d.values()).
func (d *Dict[K, V]) ValueList() *List[V] {
	return ListFrom(d.Values())
}
