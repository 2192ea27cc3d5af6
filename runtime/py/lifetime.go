package py

import (
	"cmp"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"unsafe"
	"weak"
)

// CPython finalises an object as soon as nothing refers to it. Here Go's collector
// has to look for such objects, so it is made to where a program could tell: when
// it asks whether an object is still there, and, while objects wait to be
// finalised, after each statement that can drop one.

// A Weak is a reference that does not keep its object.
type Weak struct {
	pointer weak.Pointer[byte]
	class   reflect.Type
}

// WeakTo makes a weak reference; false if values of that type cannot have one.
func WeakTo(o any) (Weak, bool) {
	v := reflect.ValueOf(o)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Type().Elem().Size() == 0 {
		return Weak{}, false
	}
	return Weak{weak.Make((*byte)(v.UnsafePointer())), v.Type().Elem()}, true
}

// WeakOf is WeakTo for a value that can have weak references.
func WeakOf(o any) Weak {
	w, _ := WeakTo(o)
	return w
}

// Object returns the object, nil if the collector has found it to be dropped.
func (w Weak) Object() any {
	p := w.pointer.Value()
	if p == nil {
		return nil
	}
	return reflect.NewAt(w.class, unsafe.Pointer(p)).Interface()
}

// doomed are finalizers that are due, by the number of their watch.
var doomed struct {
	sync.Mutex
	due []doom
}

// doom is a finalizer of an object.
type doom struct {
	object weak.Pointer[byte]
	number int64
	run    func()
}

var (
	watches   atomic.Int64 // how many objects are watched
	lastWatch atomic.Int64
)

// Watch has f run after o is dropped; f must not refer to o. The result stops that.
func Watch(o any, f func()) (stop func()) {
	number := lastWatch.Add(1)
	watches.Add(1)
	over := sync.OnceFunc(func() { watches.Add(-1) })
	object := WeakOf(o).pointer
	due := func(number int64) {
		condemn(object, number, func() {
			over()
			f()
		})
	}
	cleanup := runtime.AddCleanup((*byte)(reflect.ValueOf(o).UnsafePointer()), due, number)
	return func() {
		cleanup.Stop()
		over()
	}
}

// Forget has f run some time after o is dropped, at the next collection that the
// program asks for; f must not refer to o.
func Forget(o any, f func()) {
	object := WeakOf(o).pointer
	due := func(number int64) { condemn(object, number, f) }
	runtime.AddCleanup((*byte)(reflect.ValueOf(o).UnsafePointer()), due, lastWatch.Add(1))
}

func condemn(object weak.Pointer[byte], number int64, f func()) {
	doomed.Lock()
	defer doomed.Unlock()
	doomed.due = append(doomed.due, doom{object, number, f})
}

// Collect finds all objects that have been dropped and finalises them.
func Collect() {
	for {
		findDropped()
		doomed.Lock()
		due := doomed.due
		doomed.due = nil
		doomed.Unlock()
		if len(due) == 0 {
			return
		}
		inOrder(due)
		for _, d := range due {
			d.run()
		}
	}
}

// inOrder sorts finalizers: by objects in the order in which they were first
// watched, and for an object the last first.
func inOrder(due []doom) {
	first := map[weak.Pointer[byte]]int64{}
	for _, d := range due {
		if n, ok := first[d.object]; !ok || d.number < n {
			first[d.object] = d.number
		}
	}
	slices.SortFunc(due, func(a, b doom) int {
		return cmp.Or(cmp.Compare(first[a.object], first[b.object]), cmp.Compare(b.number, a.number))
	})
}

// findDropped runs Go's collector, and returns when what it calls has run.
func findDropped() {
	for range 2 {
		cleaned, finalised := make(chan struct{}), make(chan struct{})
		runtime.AddCleanup(new([4]*int), func(c chan struct{}) { close(c) }, cleaned)
		runtime.SetFinalizer(&[4]*chan struct{}{&finalised}, func(o *[4]*chan struct{}) { close(*o[0]) })
		runtime.GC()
		<-cleaned
		<-finalised
	}
}

// Settle finalises what the last statement has dropped, if any object waits for that.
func Settle() {
	if watches.Load() > 0 {
		Collect()
	}
}

// KeepAlive keeps the values of variables until it is called: Python's variables
// keep them until the function returns.
func KeepAlive(values ...any) { runtime.KeepAlive(values) }

// untilExit are the values of variables of modules.
var untilExit []any

// KeepUntilExit keeps the values of a module's variables until the end of the program.
func KeepUntilExit(values ...any) { untilExit = append(untilExit, values...) }

// finalised are the objects with __del__ that are left, by the number of their watch.
var finalised = map[int64]Weak{}

// watchDel has __del__ called when o is dropped, or when the program ends.
func watchDel(o *Object) {
	finalisesAtExit.Do(func() { AtExit(finaliseAll) })
	number := lastWatch.Add(1)
	watches.Add(1)
	finalised[number] = WeakOf(o)
	object := finalised[number].pointer
	runtime.SetFinalizer(o, func(o *Object) {
		condemn(object, number, func() {
			watches.Add(-1)
			delete(finalised, number)
			callDel(o)
		})
	})
}

var finalisesAtExit sync.Once

// finaliseAll finalises what is left at the end of the program.
func finaliseAll() {
	untilExit = nil
	Collect()
	var numbers []int64
	for n := range finalised {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		if o, ok := finalised[n].Object().(*Object); ok {
			runtime.SetFinalizer(o, nil)
			callDel(o)
		}
	}
}

// callDel calls __del__, whose exceptions are printed.
func callDel(o *Object) {
	Unraisable(o.Class.attribute("__del__"), func() { CallMethod(o, "__del__") })
}

// Unraisable calls f, and prints an exception that it raises as ignored in what.
func Unraisable(what any, f func()) {
	if err := Try(func() error { f(); return nil }); err != nil {
		_ = Try(func() error { FlushStdout(); return nil })
		fmt.Fprintf(os.Stderr, "Exception ignored in: %s\n", Repr(what))
		PrintException(AsException(err))
	}
}

func (c *Class) attribute(name string) any {
	v, _ := c.lookup(name)
	return v
}
