package executor

import (
	"slices"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// threadList is a list of threads in the order in which they were started.
type threadList struct {
	mu  sync.Mutex
	all []*py.Thread
}

// poolThreads are the threads of the pools of threads. What stands for the
// processes of a pool of processes is none of the program's threads.
var poolThreads threadList

func (l *threadList) add(t *py.Thread) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all = append(l.all, t)
}

func (l *threadList) remove(t *py.Thread) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if i := slices.Index(l.all, t); i >= 0 {
		l.all = slices.Delete(l.all, i, i+1)
	}
}

// Threads lists the threads of pools that have not ended, which threading counts.
func Threads() []*py.Thread {
	poolThreads.mu.Lock()
	defer poolThreads.mu.Unlock()
	return slices.Clone(poolThreads.all)
}
