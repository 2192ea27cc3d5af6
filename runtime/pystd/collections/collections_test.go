package collections

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// outcome is the repr of what f returns, or the exception it raises.
func outcome(f func() any) string {
	var text string
	err := py.Try(func() error {
		text = py.Repr(f())
		return nil
	})
	if err != nil {
		return py.TypeOf(err).Name() + ": " + err.Error()
	}
	return text
}

func TestContainers(t *testing.T) {
	m := Module()
	make := func(name string, args ...any) any { return py.Call(m.Attr(name), args...) }
	list := func(v any) any { return py.Call(py.ListClass, v) }
	groups := make("defaultdict", py.ListClass)
	py.CallMethod(py.GetItem(groups, "a"), "append", 1)
	ordered := make("OrderedDict", py.ListOf[any](py.Tuple{"a", 1}, py.Tuple{"b", 2}))
	py.CallMethod(ordered, "move_to_end", "a")
	point := make("namedtuple", "Point", "x y")
	for _, c := range []struct {
		python string
		run    func() any
		want   string
	}{
		{`Counter("abracadabra")`, func() any { return make("Counter", "abracadabra") },
			`Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1})`},
		{`Counter("abra")["z"]`, func() any { return py.GetItem(make("Counter", "abra"), "z") }, `0`},
		{`Counter("abra").most_common(1)`, func() any { return py.CallMethod(make("Counter", "abra"), "most_common", 1) },
			`[('a', 2)]`},
		{`Counter("abra") - Counter("ab")`, func() any { return py.Sub(make("Counter", "abra"), make("Counter", "ab")) },
			`Counter({'a': 1, 'r': 1})`},
		{`defaultdict`, func() any { return groups }, `defaultdict(<class 'list'>, {'a': [1]})`},
		{`defaultdict(3)`, func() any { return make("defaultdict", 3) },
			`TypeError: first argument must be callable or None`},
		{`deque([1, 2, 3], 2)`, func() any { return make("deque", py.ListOf[any](1, 2, 3), 2) }, `deque([2, 3], maxlen=2)`},
		{`deque().pop()`, func() any { return py.CallMethod(make("deque"), "pop") }, `IndexError: pop from an empty deque`},
		{`list(reversed(deque("ab")))`, func() any { return list(py.Call(py.Builtin("reversed"), make("deque", "ab"))) },
			`['b', 'a']`},
		{`OrderedDict`, func() any { return ordered }, `OrderedDict({'b': 2, 'a': 1})`},
		{`Point(1, 2)`, func() any { return py.Call(point, 1, 2) }, `Point(x=1, y=2)`},
		{`Point(1)`, func() any { return py.Call(point, 1) },
			`TypeError: Point.__new__() missing 1 required positional argument: 'y'`},
		{`namedtuple("P", "x x")`, func() any { return make("namedtuple", "P", "x x") },
			`ValueError: Encountered duplicate field name: 'x'`},
		{`ChainMap`, func() any { return make("ChainMap", py.DictOf[any, any]("a", 1), py.DictOf[any, any]("b", 2)) },
			`ChainMap({'a': 1}, {'b': 2})`},
		{`list(UserDict(a=1).items())`, func() any {
			return list(py.CallMethod(make("UserDict", py.DictOf[any, any]("a", 1)), "items"))
		}, `[('a', 1)]`},
	} {
		if got := outcome(c.run); got != c.want {
			t.Errorf("%s: got %s, want %s", c.python, got, c.want)
		}
	}
}

func TestDequeRing(t *testing.T) {
	d := NewDeque(1, 2, 3, 4, 5)
	d.Rotate(2)
	d.AppendLeft(0)
	d.Insert(2, 9)
	d.Delete(0)
	if got, want := d.String(), "deque([4, 9, 5, 1, 2, 3])"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
