package main

import (
	"fmt"
	"sync"
)

func node(depth int) int {
	if depth == 0 {
		return 1
	}
	var wg sync.WaitGroup
	var left, right int
	wg.Go(func() { left = node(depth - 1) })
	wg.Go(func() { right = node(depth - 1) })
	wg.Wait()
	return left + right
}

func main() {
	fmt.Println(node(16))
}
