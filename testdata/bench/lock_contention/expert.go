package main

import (
	"fmt"
	"runtime"
	"sync"
)

type counter struct {
	mu    sync.Mutex
	value int
}

func (c *counter) add(rounds int) {
	for i := range rounds {
		c.mu.Lock()
		seen := c.value
		if i%4 == 0 {
			runtime.Gosched()
		}
		c.value = seen + 1
		c.mu.Unlock()
	}
}

func main() {
	var c counter
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { c.add(2000) })
	}
	wg.Wait()
	fmt.Println(c.value)
}
