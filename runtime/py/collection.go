package py

// afterCollection is called when gc.collect() has run Go's collector.
var afterCollection []func()

// AfterCollection registers f to be called when the program has asked for a
// collection with gc.collect() and Go's collector has run: CPython finalises
// objects at that moment. It is for the initialization of packages.
func AfterCollection(f func()) { afterCollection = append(afterCollection, f) }

// Collected is what gc.collect() calls after Go's collector has run.
func Collected() {
	for _, f := range afterCollection {
		f()
	}
}
