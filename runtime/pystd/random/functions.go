package random

import (
	"iter"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Seed is random.seed(a).
func Seed(a any) { shared().Seed(a) }

// Random is random.random.
func Random() float64 { return shared().Random() }

// Randint is random.randint. It raises ValueError when b is less than a.
func Randint(a, b int) int { return shared().RandInt(a, b) }

// Randrange is random.randrange(start, stop). It raises ValueError for an
// empty range.
func Randrange(start, stop int) int { return shared().RandRangeInt(start, stop) }

// RandrangeBelow is random.randrange(stop). It raises ValueError for an empty range.
func RandrangeBelow(stop int) int { return shared().RandRangeBelow(stop) }

// RandrangeStep is random.randrange(start, stop, step).
func RandrangeStep(start, stop, step int) int { return shared().RandRange(start, stop, step).(int) }

// Uniform is random.uniform.
func Uniform(a, b float64) float64 { return shared().Uniform(a, b) }

// Gauss is random.gauss.
func Gauss(mu, sigma float64) float64 { return shared().Gauss(mu, sigma) }

// Normalvariate is random.normalvariate.
func Normalvariate(mu, sigma float64) float64 { return shared().NormalVariate(mu, sigma) }

// Expovariate is random.expovariate.
func Expovariate(lambda float64) float64 { return shared().ExpoVariate(lambda) }

// RandRangeInt is g.randrange(start, stop). It raises ValueError for an empty
// range.
func (g *Generator) RandRangeInt(start, stop int) int { return g.RandRange(start, stop, 1).(int) }

// RandRangeBelow is g.randrange(stop). It raises ValueError for an empty range.
func (g *Generator) RandRangeBelow(stop int) int { return g.RandRange(stop, nil, one).(int) }

// Choice is random.choice of a list. It raises IndexError for an empty one.
func Choice[T any](seq *py.List[T]) T { return ChoiceBy(shared(), seq) }

// ChoiceBy is g.choice of a list.
func ChoiceBy[T any](g *Generator, seq *py.List[T]) T {
	if seq.Len() == 0 {
		py.Raise(py.NewIndexError("Cannot choose from an empty sequence"))
	}
	return seq.Get(g.below(seq.Len()))
}

// Shuffle is random.shuffle of a list.
func Shuffle[T any](x *py.List[T]) { ShuffleBy(shared(), x) }

// ShuffleBy is g.shuffle of a list.
func ShuffleBy[T any](g *Generator, x *py.List[T]) {
	for i := x.Len() - 1; i >= 1; i-- {
		j := g.below(i + 1)
		a, b := x.Get(j), x.Get(i)
		x.Set(i, a)
		x.Set(j, b)
	}
}

// Sample is random.sample of a list. It raises ValueError when k is negative
// or larger than the list.
func Sample[T any](population *py.List[T], k int) *py.List[T] {
	return SampleBy(shared(), population, k)
}

// SampleBy is g.sample of a list.
func SampleBy[T any](g *Generator, population *py.List[T], k int) *py.List[T] {
	if k < 0 || k > population.Len() {
		py.Raise(py.NewValueError("Sample larger than population or is negative"))
	}
	return pick(population, g.sampleIndexes(population.Len(), k))
}

func pick[T any](from *py.List[T], indexes []int) *py.List[T] {
	var items iter.Seq[T] = func(yield func(T) bool) {
		for _, i := range indexes {
			if !yield(from.Get(i)) {
				return
			}
		}
	}
	return py.ListFrom(items)
}
