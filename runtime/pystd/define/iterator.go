package define

import "github.com/pyasync2go/pyasync2go/runtime/py"

// An Iterator is a Python iterator of a class of its own whose items a Go
// function makes.
type Iterator struct {
	py.Holders
	class *py.Class
	next  func() (any, bool)
	done  bool
	// Extra is what other methods of the class need to know.
	Extra any
}

// NewIterator makes an iterator of class; next returns false at the end.
func NewIterator(class *py.Class, next func() (any, bool)) *Iterator {
	return &Iterator{class: class, next: next}
}

// PyClass is the iterator's class.
func (it *Iterator) PyClass() *py.Class { return it.class }

// Next returns the next item, false at the end and ever after.
func (it *Iterator) Next() (any, bool) {
	if it.done {
		return nil, false
	}
	v, ok := it.next()
	if !ok {
		it.done, it.next = true, nil
	}
	return v, ok
}

// IteratorClass makes the class of an Iterator; define may add methods or be
// nil.
func IteratorClass(module, name string, define func(d *py.Definition)) *py.Class {
	return py.NewNativeClass(module, name, nil, func(d *py.Definition) {
		d.Method("__iter__(self, /)", func(self any) any { return self })
		d.Method("__next__(self, /)", func(self any) any {
			v, ok := py.PayloadAs[*Iterator](self).Next()
			if !ok {
				py.Raise(py.NewStopIteration())
			}
			return v
		})
		if define != nil {
			define(d)
		}
	})
}
