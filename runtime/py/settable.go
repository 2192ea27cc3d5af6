package py

import "slices"

// setTable is the hash table of Set and FrozenSet. Where the items stand in
// the slots, and so the order in which they are iterated, is CPython's: short
// linear probes before each jump, deleted slots left in place until the next
// resize, growth by four.
//
// CPython's order follows from the hashes, and those of strings differ from
// run to run. While a set holds an item without a reproducible hash, its order
// is that of insertion.
type setTable[T any] struct {
	ops      *keyOps[T]
	slots    []int32 // 0 free, deletedSlot, or a place in entries plus one
	entries  []setEntry[T]
	fill     int // slots that are not free
	used     int
	dead     int // entries that are deleted
	first    int // no entry before it is live
	finger   int // where pop looks next
	unhashed int // live items whose hash is not CPython's
}

type setEntry[T any] struct {
	hash int // deletedHash once deleted
	key  T
}

const (
	minSetSlots  = 8
	linearProbes = 9
	deletedSlot  = -1
	manyItems    = 50000
)

func (t *setTable[T]) init() {
	if t.ops == nil {
		t.ops = keyOpsOf[T]()
	}
	if t.slots == nil {
		t.slots = make([]int32, minSetSlots)
	}
}

func (t *setTable[T]) mask() int {
	if t.slots == nil {
		return minSetSlots - 1
	}
	return len(t.slots) - 1
}

// hash hashes an item for this table.
func (t *setTable[T]) hash(key T) int {
	if t.ops == nil {
		t.ops = keyOpsOf[T]()
	}
	return t.ops.hash(key)
}

// find returns the slot of an item, or the complement of the slot where it
// belongs: the first deleted one on the way, or the free one at its end.
func (t *setTable[T]) find(hash int, match func(T) bool) int {
	t.init()
	deleted := -1
	mask := uint(len(t.slots) - 1)
	perturb := uint(hash)
	for i := uint(hash) & mask; ; {
		last := i
		if i+linearProbes <= mask {
			last = i + linearProbes
		}
		for at := i; at <= last; at++ {
			n := t.slots[at]
			if n == 0 {
				if deleted >= 0 {
					return ^deleted
				}
				return ^int(at)
			}
			if n == deletedSlot && deleted < 0 {
				deleted = int(at)
			}
			if n > 0 && t.entries[n-1].hash == hash && match(t.entries[n-1].key) {
				return int(at)
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

// add puts an item in unless it is there.
func (t *setTable[T]) add(key T, hash int) {
	t.init()
	slot := t.find(hash, func(k T) bool { return t.ops.equal(k, key) })
	if slot >= 0 {
		return
	}
	t.append(key, hash)
	reused := t.slots[^slot] == deletedSlot
	t.slots[^slot] = int32(len(t.entries))
	if reused {
		return
	}
	t.fill++
	if t.fill*5 >= t.mask()*3 {
		t.resize(t.growth())
	}
}

func (t *setTable[T]) append(key T, hash int) {
	t.entries = append(t.entries, setEntry[T]{hash, key})
	t.used++
	if !t.ops.reproducible(key) {
		t.unhashed++
	}
}

func (t *setTable[T]) growth() int {
	if t.used > manyItems {
		return t.used * 2
	}
	return t.used * 4
}

// resize rebuilds the slots with more room than least, in table order.
func (t *setTable[T]) resize(least int) {
	size := minSetSlots
	for size <= least {
		size <<= 1
	}
	old := t.slots
	t.slots = make([]int32, size)
	for _, n := range old {
		if n > 0 {
			t.place(n)
		}
	}
	t.fill = t.used
}

// place puts an entry that is known to be new into the first free slot.
func (t *setTable[T]) place(n int32) {
	mask := uint(len(t.slots) - 1)
	hash := uint(t.entries[n-1].hash)
	perturb := hash
	for i := hash & mask; ; {
		last := i
		if i+linearProbes <= mask {
			last = i + linearProbes
		}
		for at := i; at <= last; at++ {
			if t.slots[at] == 0 {
				t.slots[at] = n
				return
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

// removeSlot deletes the item of a slot.
func (t *setTable[T]) removeSlot(slot int) {
	n := t.slots[slot] - 1
	t.slots[slot] = deletedSlot
	if !t.ops.reproducible(t.entries[n].key) {
		t.unhashed--
	}
	t.entries[n] = setEntry[T]{hash: deletedHash}
	t.used--
	t.dead++
	if t.used == 0 {
		t.entries, t.dead, t.first = t.entries[:0], 0, 0
		return
	}
	for t.entries[t.first].hash == deletedHash {
		t.first++
	}
	if t.dead > minSetSlots && t.dead > t.used {
		t.compact()
	}
}

// compact drops deleted entries; the slots stay.
func (t *setTable[T]) compact() {
	moved := make([]int32, len(t.entries))
	kept := make([]setEntry[T], 0, t.used)
	for i, e := range t.entries {
		if e.hash != deletedHash {
			kept = append(kept, e)
			moved[i] = int32(len(kept))
		}
	}
	for i, n := range t.slots {
		if n > 0 {
			t.slots[i] = moved[n-1]
		}
	}
	t.entries, t.dead, t.first = kept, 0, 0
}

func (t *setTable[T]) has(key T) bool {
	return t.used > 0 && t.find(t.hash(key), func(k T) bool { return t.ops.equal(k, key) }) >= 0
}

func (t *setTable[T]) discard(key T, hash int) bool {
	if t.used == 0 {
		return false
	}
	slot := t.find(hash, func(k T) bool { return t.ops.equal(k, key) })
	if slot < 0 {
		return false
	}
	t.removeSlot(slot)
	return true
}

// inTableOrder tells how the set is iterated.
func (t *setTable[T]) inTableOrder() bool {
	return t.unhashed == 0
}

// step returns the entry at or after a position and the position after it.
func (t *setTable[T]) step(at int) (*setEntry[T], int) {
	if t.inTableOrder() {
		for ; at < len(t.slots); at++ {
			if n := t.slots[at]; n > 0 {
				return &t.entries[n-1], at + 1
			}
		}
		return nil, at
	}
	for at = max(at, t.first); at < len(t.entries); at++ {
		if t.entries[at].hash != deletedHash {
			return &t.entries[at], at + 1
		}
	}
	return nil, at
}

// pop removes an item, continuing where the last pop ended.
func (t *setTable[T]) pop() T {
	if !t.inTableOrder() {
		e, _ := t.step(0)
		key := e.key
		t.discard(key, e.hash)
		return key
	}
	slot := t.finger & t.mask()
	for t.slots[slot] <= 0 {
		slot = (slot + 1) & t.mask()
	}
	key := t.entries[t.slots[slot]-1].key
	t.removeSlot(slot)
	t.finger = slot + 1
	return key
}

// reserve makes room at once for n items that are about to come from a set or
// a dict.
func (t *setTable[T]) reserve(n int) {
	if (t.fill+n)*5 >= t.mask()*3 {
		t.init()
		t.resize((t.used + n) * 2)
	}
}

// merge adds the items of another table. The order that comes of it depends on
// the way, which is CPython's.
func (t *setTable[T]) merge(other *setTable[T]) {
	if t == other || other.used == 0 {
		return
	}
	t.init()
	t.reserve(other.used)
	if t.fill == 0 && t.mask() == other.mask() && other.fill == other.used {
		t.entries = slices.Clone(other.entries)
		t.slots = slices.Clone(other.slots)
		t.fill, t.used, t.dead, t.first, t.unhashed = other.fill, other.used, other.dead, other.first, other.unhashed
		return
	}
	fresh := t.fill == 0
	for e, at := other.step(0); e != nil; e, at = other.step(at) {
		if fresh {
			t.append(e.key, e.hash)
			t.place(int32(len(t.entries)))
			t.fill++
		} else {
			t.add(e.key, e.hash)
		}
	}
}

// copyTable is a copy with the order that set(other) has.
func (t *setTable[T]) copyTable() setTable[T] {
	t.init()
	out := setTable[T]{ops: t.ops}
	out.merge(t)
	return out
}

func (t *setTable[T]) clear() {
	*t = setTable[T]{ops: t.ops}
}

// intersect makes the set of the items both have.
func (t *setTable[T]) intersect(other *setTable[T]) setTable[T] {
	if t == other {
		return t.copyTable()
	}
	small, large := other, t
	if other.used > t.used {
		small, large = t, other
	}
	out := setTable[T]{ops: t.ops}
	for e, at := small.step(0); e != nil; e, at = small.step(at) {
		if large.has(e.key) {
			out.add(e.key, e.hash)
		}
	}
	return out
}

// subtract makes the set of t's items that other has not.
func (t *setTable[T]) subtract(other *setTable[T]) setTable[T] {
	return t.subtractFrom(other.used, other.has, func(out *setTable[T]) { out.subtractInPlace(other) })
}

// subtractFrom is subtract for any container of n items: when it is much
// smaller than t, its items are removed from a copy.
func (t *setTable[T]) subtractFrom(n int, has func(T) bool, remove func(out *setTable[T])) setTable[T] {
	if t.used>>2 > n {
		out := t.copyTable()
		remove(&out)
		return out
	}
	out := setTable[T]{ops: t.ops}
	for e, at := t.step(0); e != nil; e, at = t.step(at) {
		if !has(e.key) {
			out.add(e.key, e.hash)
		}
	}
	return out
}

func (t *setTable[T]) subtractInPlace(other *setTable[T]) {
	if t == other {
		t.clear()
		return
	}
	for e, at := other.step(0); e != nil; e, at = other.step(at) {
		t.discard(e.key, e.hash)
	}
	t.shrink()
}

// shrink resizes when more than a quarter of the slots are deleted ones.
func (t *setTable[T]) shrink() {
	if t.fill-t.used > t.mask()/4 {
		t.resize(t.growth())
	}
}

// toggle adds the items of other that are not in t and removes those that are.
func (t *setTable[T]) toggle(other *setTable[T]) {
	if t == other {
		t.clear()
		return
	}
	for e, at := other.step(0); e != nil; e, at = other.step(at) {
		if !t.discard(e.key, e.hash) {
			t.add(e.key, e.hash)
		}
	}
}

// subsetOf reports whether other has all items of t.
func (t *setTable[T]) subsetOf(other *setTable[T]) bool {
	if t.used > other.used {
		return false
	}
	for e, at := t.step(0); e != nil; e, at = t.step(at) {
		if !other.has(e.key) {
			return false
		}
	}
	return true
}

// disjoint reports whether the tables have no item in common.
func (t *setTable[T]) disjoint(other *setTable[T]) bool {
	small, large := t, other
	if other.used < t.used {
		small, large = other, t
	}
	for e, at := small.step(0); e != nil; e, at = small.step(at) {
		if large.has(e.key) {
			return false
		}
	}
	return true
}

// hashValue is hash(frozenset): independent of the order.
func (t *setTable[T]) hashValue() int {
	shuffle := func(h uint64) uint64 { return ((h ^ 89869747) ^ (h << 16)) * 3644798167 }
	var h uint64
	for e, at := t.step(0); e != nil; e, at = t.step(at) {
		h ^= shuffle(uint64(e.hash))
	}
	h ^= (uint64(t.used) + 1) * 1927868237
	h ^= (h >> 11) ^ (h >> 25)
	h = h*69069 + 907133923
	if int(h) == -1 {
		return 590923713
	}
	return int(h)
}
