package main

import (
	"container/heap"
	"fmt"
	"strings"
	"sync"
)

type edge struct{ to, weight int }

func graph(n, x int) [][]edge {
	g := make([][]edge, n)
	for i := range g {
		g[i] = make([]edge, 5)
		for j := range g[i] {
			x = (x*1103515245 + 12345) % 2147483648
			g[i][j] = edge{x / 65536 % n, x%100 + 1}
		}
	}
	return g
}

type entry struct{ dist, node int }

type queue []entry

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return q[i].dist < q[j].dist || q[i].dist == q[j].dist && q[i].node < q[j].node
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(v any)   { *q = append(*q, v.(entry)) }
func (q *queue) Pop() any {
	last := len(*q) - 1
	e := (*q)[last]
	*q = (*q)[:last]
	return e
}

func shortest(g [][]edge, start int) int {
	dist := make([]int, len(g))
	for i := range dist {
		dist[i] = -1
	}
	dist[start] = 0
	q := queue{{0, start}}
	for len(q) > 0 {
		e := heap.Pop(&q).(entry)
		if e.dist > dist[e.node] {
			continue
		}
		for _, next := range g[e.node] {
			d := e.dist + next.weight
			if old := dist[next.to]; old < 0 || d < old {
				dist[next.to] = d
				heap.Push(&q, entry{d, next.to})
			}
		}
	}
	sum := 0
	for _, d := range dist {
		sum += max(d, 0)
	}
	return sum % 1000003
}

func main() {
	g := graph(5000, 42)
	results := make([]int, 20)
	var wg sync.WaitGroup
	for s := range results {
		wg.Go(func() { results[s] = shortest(g, s) })
	}
	wg.Wait()
	fmt.Println(strings.ReplaceAll(fmt.Sprint(results), " ", ", "))
}
