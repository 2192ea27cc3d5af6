package asyncio

// runnable is what the ready queue holds: a task to step, a handle, or a
// callback of the runtime itself. p is the future whose completion scheduled
// it, if there is one.
type runnable interface {
	run(p *promise)
}

// callbackFunc is a callback of the runtime itself.
type callbackFunc func(p *promise)

func (f callbackFunc) run(p *promise) { f(p) }

type entry struct {
	r runnable
	p *promise
}

// readyQueue is a FIFO ring whose size is a power of two.
type readyQueue struct {
	entries []entry
	head    int
	length  int
}

func (q *readyQueue) push(e entry) {
	if q.length == len(q.entries) {
		q.grow()
	}
	q.entries[(q.head+q.length)&(len(q.entries)-1)] = e
	q.length++
}

// peek returns the first entry and leaves it where it is.
func (q *readyQueue) peek() entry { return q.entries[q.head] }

func (q *readyQueue) pop() entry {
	slot := &q.entries[q.head]
	e := *slot
	*slot = entry{}
	q.head = (q.head + 1) & (len(q.entries) - 1)
	q.length--
	return e
}

func (q *readyQueue) grow() {
	grown := make([]entry, max(16, 2*len(q.entries)))
	for i := range q.length {
		grown[i] = q.entries[(q.head+i)&(len(q.entries)-1)]
	}
	q.entries, q.head = grown, 0
}

func (q *readyQueue) clear() { *q = readyQueue{} }
