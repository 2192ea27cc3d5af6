package random

import (
	"math"
	"math/big"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// RandRange is randrange(start, stop, step); stop is absent for one argument.
// It raises ValueError for an empty range.
func (g *Generator) RandRange(start, stop, step any) any {
	from := number.Big(start)
	if stop == nil {
		if step != one {
			panic(exc.TypeError("Missing a non-None stop argument"))
		}
		if from.Sign() <= 0 {
			panic(exc.ValueError("empty range for randrange()"))
		}
		return g.offsetBelow(new(big.Int), from, big.NewInt(1))
	}
	to := number.Big(stop)
	width := new(big.Int).Sub(to, from)
	by := number.Big(step)
	if by.IsInt64() && by.Int64() == 1 {
		if width.Sign() <= 0 {
			panic(exc.ValueError("empty range in randrange(%s, %s)", from, to))
		}
		return g.offsetBelow(from, width, by)
	}
	count := new(big.Int)
	switch by.Sign() {
	case 1:
		count.Div(width.Sub(width.Add(width, by), big.NewInt(1)), by)
	case -1:
		width.Add(width.Add(width, by), big.NewInt(1))
		count.Quo(width, by)
	default:
		panic(exc.ValueError("zero step for randrange()"))
	}
	if count.Sign() <= 0 {
		panic(exc.ValueError("empty range in randrange(%s, %s, %s)", from, to, by))
	}
	return g.offsetBelow(from, count, by)
}

// RandInt is randint(a, b).
func (g *Generator) RandInt(a, b int) int {
	if b < a {
		panic(exc.ValueError("empty range in randrange(%d, %s)", a, py.Str(py.AddInt(b, 1))))
	}
	if width := uint(b) - uint(a) + 1; width != 0 && width < 1<<63 {
		return a + g.below(int(width))
	}
	return g.RandRange(a, py.AddInt(b, 1), 1).(int)
}

// Choice is choice(seq). It raises IndexError for an empty sequence.
func (g *Generator) Choice(seq any) any {
	n := py.Len(seq)
	if n == 0 {
		panic(exc.IndexError("Cannot choose from an empty sequence"))
	}
	return py.GetItem(seq, g.below(n))
}

// Shuffle is shuffle(x).
func (g *Generator) Shuffle(x any) {
	for i := py.Len(x) - 1; i >= 1; i-- {
		j := g.below(i + 1)
		a, b := py.GetItem(x, j), py.GetItem(x, i)
		py.SetItem(x, i, a)
		py.SetItem(x, j, b)
	}
}

// Sample is sample(population, k, counts=counts); counts may be nil. It raises
// ValueError when k is negative or larger than the population, TypeError when
// the population is not a sequence.
func (g *Generator) Sample(population any, k any, counts any) *py.List[any] {
	requireSequence(population)
	n := py.Len(population)
	if counts != nil {
		return g.sampleCounted(population, n, k, counts)
	}
	chosen := number.Int(k)
	if chosen < 0 || chosen > n {
		panic(exc.ValueError("Sample larger than population or is negative"))
	}
	result := py.ListOf[any]()
	for _, i := range g.sampleIndexes(n, chosen) {
		result.Append(py.GetItem(population, i))
	}
	return result
}

func requireSequence(population any) {
	switch v := py.Payload(population).(type) {
	case string, py.Bytes, *py.ByteArray, py.Tuple, *py.Range, *py.MemoryView:
		return
	default:
		class := py.TypeOf(v)
		if class.IsSubclassOf(py.ListClass) {
			return
		}
		if !class.IsSubclassOf(py.SetClass) && !class.IsSubclassOf(py.FrozenSetClass) && !class.IsSubclassOf(py.DictClass) {
			_, items := class.Lookup("__getitem__")
			_, length := class.Lookup("__len__")
			if items && length {
				return
			}
		}
	}
	panic(exc.TypeError("Population must be a sequence.  For dicts or sets, use sorted(d)."))
}

// sampleIndexes draws k different indexes below n: from a shrinking pool, or
// by rejection where a set of the chosen is smaller than the pool.
func (g *Generator) sampleIndexes(n, k int) []int {
	result := make([]int, k)
	setSize := 21
	if k > 5 {
		setSize += int(math.Pow(4, math.Ceil(math.Log(float64(3*k))/math.Log(4))))
	}
	if n <= setSize {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range result {
			j := g.below(n - i)
			result[i] = pool[j]
			pool[j] = pool[n-i-1]
		}
		return result
	}
	selected := make(map[int]bool, k)
	for i := range result {
		j := g.below(n)
		for selected[j] {
			j = g.below(n)
		}
		selected[j] = true
		result[i] = j
	}
	return result
}

func (g *Generator) sampleCounted(population any, n int, k, counts any) *py.List[any] {
	var ends []int
	total := 0
	for c := range py.Iter(counts) {
		v, ok := c.(int)
		if !ok {
			panic(exc.TypeError("Counts must be integers"))
		}
		total += v
		ends = append(ends, total)
	}
	if len(ends) != n {
		panic(exc.ValueError("The number of counts does not match the population"))
	}
	if total <= 0 {
		panic(exc.ValueError("Total of counts must be greater than zero"))
	}
	chosen := number.Int(k)
	if chosen < 0 || chosen > total {
		panic(exc.ValueError("Sample larger than population or is negative"))
	}
	result := py.ListOf[any]()
	for _, s := range g.sampleIndexes(total, chosen) {
		at, _ := slices.BinarySearch(ends, s+1)
		result.Append(py.GetItem(population, at))
	}
	return result
}

// Choices is choices(population, weights, cum_weights=cumulative, k=k);
// weights and cumulative may be nil.
func (g *Generator) Choices(population, weights, cumulative any, k any) *py.List[any] {
	n := py.Len(population)
	result := py.ListOf[any]()
	if cumulative == nil {
		if weights == nil {
			for range number.Int(k) {
				result.Append(py.GetItem(population, int(math.Floor(g.Random()*float64(n)))))
			}
			return result
		}
		cumulative = accumulated(weights)
	} else if weights != nil {
		panic(exc.TypeError("Cannot specify both weights and cumulative weights"))
	}
	if py.Len(cumulative) != n {
		panic(exc.ValueError("The number of weights does not match the population"))
	}
	sums := slices.Collect(py.Iter(cumulative))
	total := number.Real(py.Add(py.GetItem(cumulative, -1), 0.0))
	if total <= 0 {
		panic(exc.ValueError("Total of weights must be greater than zero"))
	}
	if math.IsInf(total, 0) || math.IsNaN(total) {
		panic(exc.ValueError("Total of weights must be finite"))
	}
	for range number.Int(k) {
		x := g.Random() * total
		low, high := 0, n-1
		for low < high {
			middle := (low + high) / 2
			if py.Less(x, sums[middle]) {
				high = middle
			} else {
				low = middle + 1
			}
		}
		result.Append(py.GetItem(population, low))
	}
	return result
}

// accumulated are the running totals of the weights.
func accumulated(weights any) any {
	switch weights.(type) {
	case int, bool, *big.Int:
		panic(exc.TypeError("The number of choices must be a keyword argument: k=%s", py.Repr(weights)))
	}
	sums := py.ListOf[any]()
	var total any
	for w := range py.Iter(weights) {
		if sums.Len() == 0 {
			total = w
		} else {
			total = py.Add(total, w)
		}
		sums.Append(total)
	}
	return sums
}
