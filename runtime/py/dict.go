package py

import "iter"

// Dict is a dict: it keeps the order of insertion. A *Dict[K, V] of any types
// is a dict to the dynamic operations too, which check the types of what they
// put into it.
type Dict[K, V any] struct {
	ops     *keyOps[K]
	entries []dictEntry[K, V]
	// index maps hashes to places in entries: 0 is a free slot, -1 a deleted
	// one, n stands for entries[n-1]. A small dict has none and is searched.
	index  []int32
	filled int // slots of index that are not free
	used   int
	first  int // no entry before it is live
}

type dictEntry[K, V any] struct {
	hash  int // deletedHash once deleted
	key   K
	value V
}

const (
	deletedHash   = -1 // never the hash of a key
	maxUnindexed  = 8
	perturbShift  = 5
	minIndexSlots = 16
)

// NewDict makes an empty dict.
func NewDict[K, V any]() *Dict[K, V] {
	return &Dict[K, V]{ops: keyOpsOf[K]()}
}

// DictOf makes a dict of alternating keys and values.
func DictOf[K, V any](pairs ...any) *Dict[K, V] {
	d := NewDict[K, V]()
	d.reserve(len(pairs) / 2)
	for i := 0; i+1 < len(pairs); i += 2 {
		d.Set(As[K](pairs[i]), As[V](pairs[i+1]))
	}
	return d
}

// DictFrom is dict(seq) for a sequence of pairs.
func DictFrom[K, V any](seq iter.Seq2[K, V]) *Dict[K, V] {
	d := NewDict[K, V]()
	for k, v := range seq {
		d.Set(k, v)
	}
	return d
}

// DictFromKeys is dict.fromkeys(keys, v).
func DictFromKeys[K, V any](keys iter.Seq[K], v V) *Dict[K, V] {
	d := NewDict[K, V]()
	for k := range keys {
		d.Set(k, v)
	}
	return d
}

func (d *Dict[K, V]) keyOps() *keyOps[K] {
	if d.ops == nil {
		d.ops = keyOpsOf[K]()
	}
	return d.ops
}

// Len is len(d).
func (d *Dict[K, V]) Len() int {
	return d.used
}

// find returns the place of a key in entries, or -1. Comparing keys may run
// Python code that changes the dict; then the search starts again.
func (d *Dict[K, V]) find(key K, hash int) int {
	if d.used == 0 {
		return -1
	}
	equal := d.keyOps().equal
	if d.index == nil {
		for i := d.first; i < len(d.entries); i++ {
			if e := &d.entries[i]; e.hash == hash && equal(e.key, key) {
				return i
			}
		}
		return -1
	}
	mask := uint(len(d.index) - 1)
	perturb := uint(hash)
	for slot := uint(hash) & mask; ; {
		n := d.index[slot]
		if n == 0 {
			return -1
		}
		if n > 0 {
			entries := d.entries
			if e := &entries[n-1]; e.hash == hash && equal(e.key, key) {
				return int(n - 1)
			}
			if len(entries) != len(d.entries) || mask != uint(len(d.index)-1) {
				return d.find(key, hash)
			}
		}
		perturb >>= perturbShift
		slot = (slot*5 + perturb + 1) & mask
	}
}

// insert adds a key that is not there.
func (d *Dict[K, V]) insert(key K, hash int, v V) {
	switch {
	case d.entries == nil:
		d.entries = make([]dictEntry[K, V], 0, maxUnindexed/2)
	case len(d.entries) >= maxUnindexed && (len(d.entries) == cap(d.entries) || d.filled*3 >= len(d.index)*2):
		d.grow()
	}
	d.entries = append(d.entries, dictEntry[K, V]{hash, key, v})
	d.used++
	if d.index != nil {
		d.link(hash, int32(len(d.entries)))
	} else if len(d.entries) > maxUnindexed {
		d.grow()
	}
}

// reserve makes room in an empty dict for n keys.
func (d *Dict[K, V]) reserve(n int) {
	if n > 0 {
		d.entries = make([]dictEntry[K, V], 0, n)
	}
	if n > maxUnindexed {
		d.index = make([]int32, indexSlots(n))
	}
}

// indexSlots is the length of the index for n keys.
func indexSlots(n int) int {
	slots := minIndexSlots
	for slots*2 < n*3 {
		slots *= 2
	}
	return slots
}

// link puts a place into the first free slot of the index.
func (d *Dict[K, V]) link(hash int, n int32) {
	mask := uint(len(d.index) - 1)
	perturb := uint(hash)
	slot := uint(hash) & mask
	for d.index[slot] > 0 {
		perturb >>= perturbShift
		slot = (slot*5 + perturb + 1) & mask
	}
	if d.index[slot] == 0 {
		d.filled++
	}
	d.index[slot] = n
}

// grow drops deleted entries and makes room for as many live ones again.
func (d *Dict[K, V]) grow() {
	room := max(2*d.used, minIndexSlots/2)
	entries := make([]dictEntry[K, V], 0, room)
	for i := d.first; i < len(d.entries); i++ {
		if d.entries[i].hash != deletedHash {
			entries = append(entries, d.entries[i])
		}
	}
	d.entries, d.first = entries, 0
	d.index, d.filled = make([]int32, indexSlots(room)), 0
	for i := range d.entries {
		d.link(d.entries[i].hash, int32(i+1))
	}
}

// remove deletes the entry at a place.
func (d *Dict[K, V]) remove(at int) {
	e := &d.entries[at]
	if d.index != nil {
		mask := uint(len(d.index) - 1)
		perturb := uint(e.hash)
		slot := uint(e.hash) & mask
		for d.index[slot] != int32(at+1) {
			perturb >>= perturbShift
			slot = (slot*5 + perturb + 1) & mask
		}
		d.index[slot] = -1
	}
	*e = dictEntry[K, V]{hash: deletedHash}
	d.used--
	switch {
	case d.used == 0:
		d.entries, d.first = d.entries[:0], 0
		clear(d.index)
		d.filled = 0
	case at == d.first:
		for d.entries[d.first].hash == deletedHash {
			d.first++
		}
	case at == len(d.entries)-1:
		for d.entries[len(d.entries)-1].hash == deletedHash {
			d.entries = d.entries[:len(d.entries)-1]
		}
	}
}

// Lookup returns d[key] and whether the key is there.
func (d *Dict[K, V]) Lookup(key K) (V, bool) {
	if at := d.find(key, d.keyOps().hash(key)); at >= 0 {
		return d.entries[at].value, true
	}
	var zero V
	return zero, false
}

// Get is d[key]. It raises KeyError.
func (d *Dict[K, V]) Get(key K) V {
	at := d.find(key, d.keyOps().hash(key))
	if at < 0 {
		Raise(NewKeyError(Box(key)))
	}
	return d.entries[at].value
}

// GetOr is d.get(key, v).
func (d *Dict[K, V]) GetOr(key K, v V) V {
	if found, ok := d.Lookup(key); ok {
		return found
	}
	return v
}

// OrNone is d.get(key): the value, or None.
func (d *Dict[K, V]) OrNone(key K) any {
	if v, ok := d.Lookup(key); ok {
		return Box(v)
	}
	return nil
}

// PopOrNone is d.pop(key, None).
func (d *Dict[K, V]) PopOrNone(key K) any {
	at := d.find(key, d.keyOps().hash(key))
	if at < 0 {
		return nil
	}
	v := d.entries[at].value
	d.remove(at)
	return Box(v)
}

// Has is key in d.
func (d *Dict[K, V]) Has(key K) bool {
	return d.find(key, d.keyOps().hash(key)) >= 0
}

// Set is d[key] = v. A key that is equal to one there keeps the first's form.
func (d *Dict[K, V]) Set(key K, v V) {
	hash := d.keyOps().hash(key)
	if at := d.find(key, hash); at >= 0 {
		d.entries[at].value = v
		return
	}
	d.insert(key, hash, v)
}

// SetDefault is d.setdefault(key, v).
func (d *Dict[K, V]) SetDefault(key K, v V) V {
	hash := d.keyOps().hash(key)
	if at := d.find(key, hash); at >= 0 {
		return d.entries[at].value
	}
	d.insert(key, hash, v)
	return v
}

// GetOrMake is d[key] of a collections.defaultdict whose factory is made: it
// keeps what that gives.
//
// https://docs.python.org/3.13/library/collections.html#collections.defaultdict
func (d *Dict[K, V]) GetOrMake(key K, made func() V) V {
	hash := d.keyOps().hash(key)
	if at := d.find(key, hash); at >= 0 {
		return d.entries[at].value
	}
	v := made()
	d.insert(key, hash, v)
	return v
}

// Delete is del d[key]. It raises KeyError.
func (d *Dict[K, V]) Delete(key K) {
	at := d.find(key, d.keyOps().hash(key))
	if at < 0 {
		Raise(NewKeyError(Box(key)))
	}
	d.remove(at)
}

// Pop is d.pop(key). It raises KeyError.
func (d *Dict[K, V]) Pop(key K) V {
	at := d.find(key, d.keyOps().hash(key))
	if at < 0 {
		Raise(NewKeyError(Box(key)))
	}
	v := d.entries[at].value
	d.remove(at)
	return v
}

// PopOr is d.pop(key, v).
func (d *Dict[K, V]) PopOr(key K, v V) V {
	at := d.find(key, d.keyOps().hash(key))
	if at < 0 {
		return v
	}
	v = d.entries[at].value
	d.remove(at)
	return v
}

// PopItem is d.popitem(): the last item. It raises KeyError for an empty dict.
func (d *Dict[K, V]) PopItem() (K, V) {
	if d.used == 0 {
		raisef(NewKeyError, "popitem(): dictionary is empty")
	}
	at := len(d.entries) - 1
	for d.entries[at].hash == deletedHash {
		at--
	}
	e := d.entries[at]
	d.remove(at)
	return e.key, e.value
}

// Update is d.update(other).
func (d *Dict[K, V]) Update(other *Dict[K, V]) {
	if d == other {
		return
	}
	for k, v := range other.All() {
		d.Set(k, v)
	}
}

// Merge is d | other, a new dict.
func (d *Dict[K, V]) Merge(other *Dict[K, V]) *Dict[K, V] {
	out := d.Copy()
	out.Update(other)
	return out
}

// maxKeptEntries bounds the room that a dict which is cleared keeps.
const maxKeptEntries = 1024

// Clear is d.clear().
func (d *Dict[K, V]) Clear() {
	if cap(d.entries) > maxKeptEntries {
		*d = Dict[K, V]{ops: d.ops}
		return
	}
	clear(d.entries)
	clear(d.index)
	*d = Dict[K, V]{ops: d.ops, entries: d.entries[:0], index: d.index}
}

// Copy is d.copy().
func (d *Dict[K, V]) Copy() *Dict[K, V] {
	out := &Dict[K, V]{ops: d.keyOps()}
	if d.used == 0 {
		return out
	}
	out.entries = make([]dictEntry[K, V], 0, max(d.used, maxUnindexed))
	for i := d.first; i < len(d.entries); i++ {
		if d.entries[i].hash != deletedHash {
			out.entries = append(out.entries, d.entries[i])
		}
	}
	out.used = d.used
	if out.used > maxUnindexed {
		out.grow()
	}
	return out
}

// Equal is d == other: the same keys with equal values, in any order.
func (d *Dict[K, V]) Equal(other *Dict[K, V]) bool {
	if d.used != other.used {
		return false
	}
	equal := keyOpsOf[V]().equal
	for k, v := range d.All() {
		if w, ok := other.Lookup(k); !ok || !equal(v, w) {
			return false
		}
	}
	return true
}

// String is repr(d).
func (d *Dict[K, V]) String() string {
	return dictRepr(d)
}
