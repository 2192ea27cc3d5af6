package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var done [10]atomic.Int64
	errs := make([]error, 100000)
	var started, wg sync.WaitGroup
	started.Add(len(errs))
	for i := range errs {
		wg.Go(func() {
			timer := time.NewTimer(time.Hour)
			defer timer.Stop()
			started.Done()
			select {
			case <-timer.C:
			case <-ctx.Done():
				done[i%10].Add(1)
				errs[i] = ctx.Err()
			}
		})
	}
	started.Wait()
	cancel()
	wg.Wait()
	sum, cancelled := int64(0), 0
	for i := range done {
		sum += done[i].Load()
	}
	for _, err := range errs {
		if err != nil {
			cancelled++
		}
	}
	fmt.Println(sum, len(errs), cancelled)
}
