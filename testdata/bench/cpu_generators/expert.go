package main

import (
	"fmt"
	"iter"
	"strings"
	"sync"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		x := 7
		for range n {
			x = (x*1103515245 + 12345) % 2147483648
			if !yield(x) {
				return
			}
		}
	}
}

func evens(seq iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		for v := range seq {
			if v%2 == 0 && !yield(v/2) {
				return
			}
		}
	}
}

func total(n int) int {
	s := 0
	for v := range evens(numbers(n)) {
		s = (s*31 + v) % 1000000007
	}
	return s
}

func main() {
	results := make([]int, 3)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() { results[i] = total(500000) })
	}
	wg.Wait()
	fmt.Println(strings.ReplaceAll(fmt.Sprint(results), " ", ", "))
}
