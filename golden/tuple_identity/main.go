// Which tuples are the same object, where a program can tell.
package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

type Cache struct {
	entries *py.List[py.Tuple]
}

func newCache() *Cache {
	return &Cache{entries: py.ListOf[py.Tuple]()}
}

func (c *Cache) add(name string, n any) py.Tuple {
	entry := py.Tuple{name, n}
	c.entries.Append(entry)
	return entry
}

func (c *Cache) holds(entry py.Tuple) bool {
	source := py.GetIter(c.entries)
	return py.Any(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for eItem := range py.Iter(source) {
			e := py.As[py.Tuple](eItem)
			y.Yield(py.Is(e, entry))
		}
		return nil
	}).Streams())
}

func main() {
	py.Main(func() error {
		cache := newCache()
		made := cache.add("a", py.Int("1"))
		other := py.Tuple{"a", py.Int("1")}
		py.Print(cache.holds(made), cache.holds(other), py.Equal(made, other), cache.entries.Has(made), cache.entries.Has(other))
		same := cache.entries.Get(0)
		py.Print(py.Is(same, made), !py.Is(same, made), py.Is(same, other))
		return nil
	})
}
