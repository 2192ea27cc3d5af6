package asyncio

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestPromiseSet(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{1, 5, fewItems, 3 * fewItems, 20 * fewItems} {
		for _, pick := range []func(n int) int{
			func(int) int { return 0 },
			func(n int) int { return n - 1 },
			random.IntN,
		} {
			var want []*promise
			var s promiseSet
			add := func() {
				p := &promise{}
				want = append(want, p)
				s.add(p)
			}
			for range size {
				add()
			}
			for step := 0; len(want) > 0; step++ {
				if step%5 == 4 && step < 4*size {
					add()
				}
				i := pick(len(want))
				p := want[i]
				want = slices.Delete(want, i, i+1)
				s.remove(p)
				s.remove(p) // is not there any more
				if !slices.Equal(s.list(), want) || s.count != len(want) {
					t.Fatalf("size %d, step %d: %d items, want %d", size, step, s.count, len(want))
				}
			}
		}
	}
}
