package collectionsabc

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// addSequences makes Sequence, MutableSequence and ByteString.
func (b *builder) addSequences() {
	b.class("Sequence", []string{"Reversible", "Collection"}, func(d *define.Body) {
		d.Set(py.SequenceFlag, true)
		abstractMethod(d, "__getitem__(self, index)", raiseIndexError)
		d.GenMethod("__iter__(self)", func(y *py.Yielder, self any) any {
			for i := 0; ; i++ {
				v, ok := itemAt(self, i)
				if !ok {
					return nil
				}
				y.Yield(v)
			}
		})
		d.Method("__contains__(self, value)", func(self, value any) any {
			for v := range py.Iter(self) {
				if py.Is(v, value) || py.Equal(v, value) {
					return true
				}
			}
			return false
		})
		d.GenMethod("__reversed__(self)", func(y *py.Yielder, self any) any {
			for i := py.Len(self) - 1; i >= 0; i-- {
				y.Yield(py.GetItem(self, i))
			}
			return nil
		})
		d.Method("index(self, value, start=0, stop=None)", sequenceIndex)
		d.Method("count(self, value)", func(self, value any) any {
			n := 0
			for v := range py.Iter(self) {
				if py.Is(v, value) || py.Equal(v, value) {
					n++
				}
			}
			return n
		})
	})
	b.class("MutableSequence", []string{"Sequence"}, addMutableSequenceMethods)
	b.class("ByteString", []string{"Sequence"}, nil)
}

// itemAt is self[i], false at an IndexError.
func itemAt(self any, i int) (v any, ok bool) {
	err := py.Try(func() error {
		v = py.GetItem(self, i)
		return nil
	})
	if err == nil {
		return v, true
	}
	if !py.Matches(err, py.Tuple{py.IndexError, py.StopIteration}) {
		panic(err)
	}
	return nil, false
}

func sequenceIndex(self, value, start, stop any) any {
	first, _ := start.(int)
	if first < 0 {
		first = max(py.Len(self)+first, 0)
	}
	last := -1
	if n, ok := stop.(int); ok {
		if last = n; n < 0 {
			last = max(n+py.Len(self), 0)
		}
	}
	for i := first; last < 0 || i < last; i++ {
		v, ok := itemAt(self, i)
		if !ok {
			break
		}
		if py.Is(v, value) || py.Equal(v, value) {
			return i
		}
	}
	panic(py.NewValueError())
}

func addMutableSequenceMethods(d *define.Body) {
	abstractMethod(d, "__setitem__(self, index, value)", raiseIndexError)
	abstractMethod(d, "__delitem__(self, index)", raiseIndexError)
	abstractMethod(d, "insert(self, index, value)", raiseIndexError)
	d.Method("append(self, value)", func(self, value any) any {
		py.CallMethod(self, "insert", py.Len(self), value)
		return nil
	})
	d.Method("clear(self)", func(self any) any {
		return untilError(py.IndexError, func() { py.CallMethod(self, "pop") })
	})
	d.Method("reverse(self)", func(self any) any {
		n := py.Len(self)
		for i := range n / 2 {
			last, first := py.GetItem(self, n-i-1), py.GetItem(self, i)
			py.SetItem(self, i, last)
			py.SetItem(self, n-i-1, first)
		}
		return nil
	})
	d.Method("extend(self, values)", func(self, values any) any {
		if values == self {
			values = py.ListFrom(py.Iter(values))
		}
		for v := range py.Iter(values) {
			py.CallMethod(self, "append", v)
		}
		return nil
	})
	d.Method("pop(self, index=-1)", func(self, index any) any {
		v := py.GetItem(self, index)
		py.DelItem(self, index)
		return v
	})
	d.Method("remove(self, value)", func(self, value any) any {
		py.DelItem(self, py.CallMethod(self, "index", value))
		return nil
	})
	d.Method("__iadd__(self, values)", func(self, values any) any {
		py.CallMethod(self, "extend", values)
		return self
	})
}

// untilError repeats step until it raises class.
func untilError(class *py.Class, step func()) any {
	for {
		err := py.Try(func() error {
			step()
			return nil
		})
		if err != nil {
			if !py.Matches(err, class) {
				panic(err)
			}
			return nil
		}
	}
}
