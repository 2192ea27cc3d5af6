package py

import (
	"errors"
	"fmt"
	"testing"
)

// raised returns what f raises as "Class: text".
func raised(f func()) string {
	err := Try(func() error {
		f()
		return nil
	})
	if err == nil {
		return ""
	}
	return AsException(err).PyClass().Name() + ": " + err.Error()
}

func TestTypedListIsAList(t *testing.T) {
	typed := ListOf(3, 1, 2)
	var l any = typed
	CallMethod(l, "append", 10)
	CallMethod(l, "sort")
	SetItem(l, 0, 7)
	SetItem(l, NewSlice(1, 2, nil), ListOf[any](5, 6))
	if got := Repr(l); got != "[7, 5, 6, 3, 10]" {
		t.Error(got)
	}
	if got := fmt.Sprint(typed.Slice(nil, nil, -1), TypeOf(l), Len(l), Contains(l, 3.0)); got != "[10, 3, 6, 5, 7] list 5 true" {
		t.Error(got)
	}
	if got := raised(func() { CallMethod(l, "append", "x") }); got != "TypeError: 'str' object cannot be interpreted as an integer" {
		t.Error(got)
	}
	if sum, ok := Add(l, ListOf(1)).(*List[int]); !ok || sum.Len() != 6 {
		t.Error("the sum of lists of ints is one")
	}
	if got := Repr(Add(l, ListOf("a"))); got != "[7, 5, 6, 3, 10, 'a']" {
		t.Error(got)
	}
	if !Equal(ListOf(1, 2), ListOf[any](1.0, 2)) || Equal(ListOf(1), ListOf("1")) {
		t.Error("lists are equal when their items are")
	}
}

func TestTypedDictIsADict(t *testing.T) {
	typed := DictOf[string, int]("a", 1, "b", 2)
	var d any = typed
	SetItem(d, "c", 3)
	if got := Repr(d); got != "{'a': 1, 'b': 2, 'c': 3}" {
		t.Error(got)
	}
	if got := raised(func() { SetItem(d, 5, 3) }); got != "TypeError: str expected, got int" {
		t.Error(got)
	}
	if got := raised(func() { GetItem(d, 5) }); got != "KeyError: 5" {
		t.Error(got)
	}
	if got := raised(func() { GetItem(d, ListOf(1)) }); got != "TypeError: unhashable type: 'list'" {
		t.Error(got)
	}
	ints := DictOf[int, string](1, "one")
	if got := GetItem(ints, 1.0); got != "one" {
		t.Error(got)
	}
	if got := Repr(BitOr(d, DictOf[any, any](1, nil))); got != "{'a': 1, 'b': 2, 'c': 3, 1: None}" {
		t.Error(got)
	}
	if got := Repr(CallMethod(d, "items")); got != "dict_items([('a', 1), ('b', 2), ('c', 3)])" {
		t.Error(got)
	}
}

func TestTypedSetIsASet(t *testing.T) {
	var s any = SetOf(5, 1, 9)
	CallMethod(s, "update", ListOf(33, 17))
	if got := Repr(s); got != "{1, 33, 5, 9, 17}" {
		t.Error(got)
	}
	if got := Repr(BitOr(s, SetOf("a"))); got != "{1, 33, 5, 9, 17, 'a'}" {
		t.Error(got)
	}
	if _, ok := BitAnd(s, SetOf(1, 2)).(*Set[int]); !ok {
		t.Error("the intersection of sets of ints is one")
	}
	if got := raised(func() { CallMethod(s, "add", "x") }); got != "TypeError: 'str' object cannot be interpreted as an integer" {
		t.Error(got)
	}
	if got := Repr(FrozenSetOf("b", "a", "c")); got != "frozenset({'b', 'a', 'c'})" {
		t.Error(got)
	}
	if Hash(FrozenSetOf(1, 2)) != Hash(FrozenSetOf[any](2, 1.0)) {
		t.Error("equal frozensets have equal hashes")
	}
}

func TestChangesDuringIteration(t *testing.T) {
	l := ListOf(1, 2, 3)
	var seen []int
	for v := range l.All() {
		seen = append(seen, v)
		if v == 1 {
			l.Append(4)
			l.Remove(2)
		}
	}
	if got := fmt.Sprint(seen); got != "[1 3 4]" {
		t.Error(got)
	}
	d := DictOf[string, int]("a", 1, "b", 2)
	if got := raised(func() {
		for k := range d.Keys() {
			d.Delete(k)
		}
	}); got != "RuntimeError: dictionary changed size during iteration" {
		t.Error(got)
	}
	s := SetOf(1, 2)
	if got := raised(func() {
		for v := range s.All() {
			s.Add(v + 10)
		}
	}); got != "RuntimeError: Set changed size during iteration" {
		t.Error(got)
	}
	if err := Try(func() error { l.Get(9); return nil }); !errors.Is(err, IndexError) {
		t.Error(err)
	}
}

// TestDictAgainstMap runs a long series of changes on a dict and on a map with
// a slice that keeps the order.
func TestDictAgainstMap(t *testing.T) {
	d := NewDict[any, any]()
	want := map[int]int{}
	var order []int
	seed := 1
	for step := range 50000 {
		seed = (seed*1103515245 + 12345) & 0x7FFFFFFF
		k := (seed >> 8) % 97
		switch (seed >> 4) % 3 {
		case 0:
			if _, ok := want[k]; ok {
				delete(want, k)
				for i, o := range order {
					if o == k {
						order = append(order[:i], order[i+1:]...)
						break
					}
				}
				d.Delete(k)
			}
		default:
			if _, ok := want[k]; !ok {
				order = append(order, k)
			}
			want[k] = step
			d.Set(k, step)
		}
		if step%17 == 0 && len(order) > 0 && seed&1 == 0 {
			last := order[len(order)-1]
			order = order[:len(order)-1]
			delete(want, last)
			if k, _ := d.PopItem(); k != last {
				t.Fatalf("popped %v, want %v", k, last)
			}
		}
		if d.Len() != len(want) {
			t.Fatalf("%d items, want %d", d.Len(), len(want))
		}
	}
	i := 0
	for k, v := range d.All() {
		if k != order[i] || v != want[order[i]] {
			t.Fatalf("item %d is %v: %v", i, k, v)
		}
		i++
	}
}
