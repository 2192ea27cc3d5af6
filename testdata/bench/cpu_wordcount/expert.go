package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

func makeText(seed, words int) string {
	x := seed
	var b strings.Builder
	for i := range words {
		x = (x*1103515245 + 12345) % 2147483648
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte('w')
		b.WriteString(strconv.Itoa(x / 65536 % 5000))
	}
	return b.String()
}

func count(text string) map[string]int {
	counts := map[string]int{}
	for word := range strings.FieldsSeq(text) {
		counts[strings.ToUpper(word)]++
	}
	return counts
}

func main() {
	parts := make([]map[string]int, 8)
	var wg sync.WaitGroup
	for s := range parts {
		wg.Go(func() { parts[s] = count(makeText(s, 100000)) })
	}
	wg.Wait()
	total := map[string]int{}
	for _, part := range parts {
		for word, n := range part {
			total[word] += n
		}
	}
	type item struct {
		word string
		n    int
	}
	var items []item
	sum := 0
	for word, n := range total {
		items = append(items, item{word, n})
		sum += n
	}
	slices.SortFunc(items, func(a, b item) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.word, b.word))
	})
	for _, it := range items[:5] {
		fmt.Println(it.word, it.n)
	}
	fmt.Println(len(total), sum)
}
