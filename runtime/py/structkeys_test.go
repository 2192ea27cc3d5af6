package py_test

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type cellKey struct {
	row   int
	name  string
	extra bool
}

func TestCompareByFields(t *testing.T) {
	class := py.StructClass[cellKey]("Cell", nil)
	class.CompareByFields("row", "name", "extra")
	py.SetAttr(class, "__hash__", py.Func("__hash__(self)", func(self any) any {
		k := self.(*cellKey)
		return py.Hash(py.Tuple{k.row, k.name, k.extra})
	}))
	py.SetAttr(class, "__eq__", py.Func("__eq__(self, other)", func(self, other any) any {
		return *self.(*cellKey) == *other.(*cellKey)
	}))
	typed, untyped := py.NewDict[*cellKey, int](), py.NewDict[any, any]()
	n := 0
	for row := -20; row < 20; row++ {
		for _, name := range []string{"", "a", "längeres"} {
			for _, extra := range []bool{false, true} {
				typed.Set(&cellKey{row, name, extra}, n)
				untyped.Set(&cellKey{row, name, extra}, n)
				n++
			}
		}
	}
	if typed.Len() != n {
		t.Fatalf("%d keys are told apart, of %d", typed.Len(), n)
	}
	for k, v := range typed.All() {
		other := *k
		if got := typed.Get(&other); got != v {
			t.Errorf("typed: %v is %d, want %d", other, got, v)
		}
		if got := untyped.Get(&other); got != v {
			t.Errorf("untyped: %v is %v, want %d", other, got, v)
		}
	}
	if typed.Has(nil) || typed.Has(&cellKey{row: 99}) {
		t.Error("it has keys that were never set")
	}
	// A copy of another key type keeps the hashes.
	if copied := py.SetFrom(typed.Keys()); !copied.Has(&cellKey{3, "a", true}) || copied.Has(&cellKey{3, "b", true}) {
		t.Error("a set of the keys has others")
	}
}
