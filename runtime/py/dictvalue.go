package py

// dictValue is what a *Dict[K, V] of any types is to the dynamic operations.
// Keys and values that come in are checked against K and V; a lookup takes any
// hashable key.
type dictValue interface {
	Len() int
	Clear()
	lookupItem(k any) (any, bool)
	setItem(k, v any)
	deleteItem(k any) (any, bool)
	popLast() (any, any)
	copyDict() any
	// mergedCopy is a copy that can take the other's keys and values.
	mergedCopy(other dictValue) dictValue
	newCursor(reverse bool) dictCursor
	stepAny(c *dictCursor, reverse bool) (k, v any, ok bool)
}

// findItem is find for a key of any type. A key of another type than K may be
// equal to one of the dict's, as 1.0 is to 1.
func (d *Dict[K, V]) findItem(k any) int {
	if key, ok := k.(K); ok {
		return d.find(key, d.keyOps().hash(key))
	}
	hash := hashAny(k)
	for i := d.first; i < len(d.entries); i++ {
		if e := &d.entries[i]; e.hash == hash && equalAny(Box(e.key), k) {
			return i
		}
	}
	return -1
}

func (d *Dict[K, V]) lookupItem(k any) (any, bool) {
	if at := d.findItem(k); at >= 0 {
		return Box(d.entries[at].value), true
	}
	return nil, false
}

func (d *Dict[K, V]) setItem(k, v any) {
	value := unboxItem[V](v)
	if at := d.findItem(k); at >= 0 {
		d.entries[at].value = value
		return
	}
	key := unboxItem[K](k)
	d.insert(key, d.keyOps().hash(key), value)
}

func (d *Dict[K, V]) deleteItem(k any) (any, bool) {
	at := d.findItem(k)
	if at < 0 {
		return nil, false
	}
	v := Box(d.entries[at].value)
	d.remove(at)
	return v, true
}

func (d *Dict[K, V]) popLast() (any, any) {
	k, v := d.PopItem()
	return Box(k), Box(v)
}

func (d *Dict[K, V]) copyDict() any {
	return d.Copy()
}

func (d *Dict[K, V]) mergedCopy(other dictValue) dictValue {
	var out dictValue
	if same, ok := other.(*Dict[K, V]); ok {
		return d.Merge(same)
	}
	out = NewDict[any, any]()
	updateDict(out, d)
	updateDict(out, other)
	return out
}

func (d *Dict[K, V]) newCursor(reverse bool) dictCursor {
	c := d.cursor()
	if reverse {
		c.at = len(d.entries) - 1
	}
	return c
}

func (d *Dict[K, V]) stepAny(c *dictCursor, reverse bool) (k, v any, ok bool) {
	var e *dictEntry[K, V]
	if reverse {
		e, ok = d.stepBack(c)
	} else {
		e, ok = d.step(c)
	}
	if !ok {
		return nil, nil, false
	}
	return Box(e.key), Box(e.value), true
}

// updateDict is d.update(other) of any two dicts.
func updateDict(d, other dictValue) {
	if any(d) == any(other) {
		return
	}
	for c := other.newCursor(false); ; {
		k, v, ok := other.stepAny(&c, false)
		if !ok {
			return
		}
		d.setItem(k, v)
	}
}

// dictPart says what a view or an iterator of a dict shows.
type dictPart int

const (
	dictKeys dictPart = iota
	dictValues
	dictItems
)

func (p dictPart) of(k, v any) any {
	switch p {
	case dictKeys:
		return k
	case dictValues:
		return v
	}
	return Tuple{k, v}
}

// DictView is what keys(), values() and items() return: a live view of a dict.
type DictView struct {
	dict dictValue
	// origin is the object the view was asked of: the dict, or an instance of
	// a class derived from dict.
	origin any
	part   dictPart
	class  *Class
}

// WithClass makes v an instance of c, which is derived from v's class: the views
// of an OrderedDict.
func (v *DictView) WithClass(c *Class) *DictView {
	v.class = c
	return v
}

// Len is len(v).
func (v *DictView) Len() int {
	return v.dict.Len()
}

// String is repr(v).
func (v *DictView) String() string {
	return dictViewRepr(v)
}

func (v *DictView) iterator(reverse bool) *dictIterator {
	return newDictIterator(v.dict, v.part, reverse)
}

// has is "item in view".
func (v *DictView) has(item any) bool {
	switch v.part {
	case dictKeys:
		_, ok := v.dict.lookupItem(item)
		return ok
	case dictItems:
		pair, ok := item.(Tuple)
		if !ok || len(pair) != 2 {
			return false
		}
		value, ok := v.dict.lookupItem(pair[0])
		return ok && equalAny(value, pair[1])
	}
	for it := v.iterator(false); ; {
		value, ok := it.Next()
		if !ok {
			return false
		}
		if equalAny(value, item) {
			return true
		}
	}
}

// dictIterator is the object that iterating over a dict or a view makes.
type dictIterator struct {
	dict    dictValue
	part    dictPart
	reverse bool
	cursor  dictCursor
}

func newDictIterator(d dictValue, part dictPart, reverse bool) *dictIterator {
	return &dictIterator{d, part, reverse, d.newCursor(reverse)}
}

// Next returns the next key, value or item, false at the end. It raises
// RuntimeError when the dict has changed size.
func (it *dictIterator) Next() (any, bool) {
	k, v, ok := it.dict.stepAny(&it.cursor, it.reverse)
	if !ok {
		return nil, false
	}
	return it.part.of(k, v), true
}
