package convert

import (
	"context"
	"sync"
	"sync/atomic"
)

// forEach calls do for 0 to n-1, at most jobs at a time, until the context is done.
func forEach(ctx context.Context, jobs, n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(max(jobs, 1), n) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}

// counter returns a function that reports one more of total files as done.
func (t *Tree) counter(total int) func() {
	var done atomic.Int64
	return func() {
		n := int(done.Add(1))
		if t.Step != nil {
			t.Step(n, total)
		}
	}
}
