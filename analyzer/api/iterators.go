package api

// What functions of the library do with an iterator that is their argument, where
// the iterator has something to run when it is dropped.

// taking are the functions that go through an iterator, or look at it, and then
// have nothing to do with it any more.
var taking = words(`next list tuple set frozenset dict sum any all min max sorted bytes bytearray
	isinstance type print repr str id bool hash callable len
	functools.reduce collections.deque collections.Counter collections.OrderedDict
	math.fsum math.prod math.sumprod statistics.mean statistics.fmean statistics.median statistics.mode
	heapq.nlargest heapq.nsmallest operator.countOf operator.indexOf inspect.getgeneratorstate`)

// holding are the functions whose result goes through the iterator.
var holding = words(`zip map filter enumerate iter
	itertools.accumulate itertools.batched itertools.chain itertools.chain.from_iterable itertools.compress
	itertools.cycle itertools.dropwhile itertools.filterfalse itertools.groupby itertools.islice
	itertools.pairwise itertools.starmap itertools.takewhile itertools.zip_longest`)

// TakesIterator reports whether a function, by its name with that of its module
// ("" for a builtin), is done with an iterator when it returns.
func TakesIterator(module, name string) bool { return taking[qualified(module, name)] }

// HoldsIterator reports whether what a function returns holds the iterators that
// it gets.
func HoldsIterator(module, name string) bool { return holding[qualified(module, name)] }

func qualified(module, name string) string {
	if module == "" {
		return name
	}
	return module + "." + name
}

// iteratorMethods are the methods of generators, none of which gives the
// generator to anybody.
var iteratorMethods = words(`send throw close __next__ gi_frame gi_running gi_suspended gi_yieldfrom __name__ __qualname__`)

// IteratorMethod reports whether an attribute of a generator does not refer to it.
func IteratorMethod(name string) bool { return iteratorMethods[name] }

// takingMethods are methods that go through their argument.
var takingMethods = words(`join extend update union intersection difference writelines`)

// MethodTakesIterator reports whether a method of that name of builtin values is
// done with an iterator when it returns.
func MethodTakesIterator(name string) bool { return takingMethods[name] }
