package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// queueStore keeps the items of a queue in the order in which they come out.
type queueStore[T any] interface {
	put(item T)
	get() T
	size() int
	items() []T
}

// Queue is asyncio.Queue, and LifoQueue and PriorityQueue, which differ in the
// order in which items come out.
type Queue[T any] struct {
	py.Attributes
	queueCore
	store queueStore[T]
	class *py.Class
}

// queueCore is the part of a queue that does not depend on the type of its
// items.
type queueCore struct {
	loopBound
	maxsize    int
	maxsizeAny any // what the program gave, for repr
	getters    waiters
	putters    waiters
	unfinished int
	finished   Event
	isShutdown bool
}

// NewQueue is asyncio.Queue(maxsize): first in, first out. A maxsize that is not
// positive means no limit.
func NewQueue[T any](maxsize int) *Queue[T] {
	return newQueue(maxsize, QueueClass, &fifo[T]{})
}

// NewLifoQueue is asyncio.LifoQueue(maxsize): last in, first out.
func NewLifoQueue[T any](maxsize int) *Queue[T] {
	return newQueue(maxsize, LifoQueueClass, &lifo[T]{})
}

// NewPriorityQueue is asyncio.PriorityQueue(maxsize): the lowest item comes out
// first.
func NewPriorityQueue[T any](maxsize int) *Queue[T] {
	return newQueue(maxsize, PriorityQueueClass, &priority[T]{less: py.LessOf[T]()})
}

func newQueue[T any](maxsize int, class *py.Class, store queueStore[T]) *Queue[T] {
	q := &Queue[T]{store: store, class: class}
	q.maxsize, q.maxsizeAny = maxsize, maxsize
	q.finished.set = true
	return q
}

// PyClass is Queue, LifoQueue or PriorityQueue.
func (q *Queue[T]) PyClass() *py.Class { return q.class }

// Len is Queue.qsize().
func (q *Queue[T]) Len() int { return q.store.size() }

// Maxsize is Queue.maxsize.
func (q *Queue[T]) Maxsize() int { return q.maxsize }

// Empty is Queue.empty().
func (q *Queue[T]) Empty() bool { return q.store.size() == 0 }

// otherMaxsize is the maxsize of a queue that was given one of another type: full()
// compares it.
const otherMaxsize = -1

// Full is Queue.full().
func (q *Queue[T]) Full() bool {
	if q.maxsize == otherMaxsize {
		return !py.LessEqual(q.maxsizeAny, 0) && py.GreaterEqual(q.store.size(), q.maxsizeAny)
	}
	return q.maxsize > 0 && q.store.size() >= q.maxsize
}

// Put is Queue.put(item): it waits while the queue is full. It returns
// QueueShutDown when the queue was shut down.
func (q *Queue[T]) Put(ctx context.Context, item T) error {
	for q.Full() {
		if q.isShutdown {
			return newError(QueueShutDown, nil)
		}
		if err := q.wait(ctx, q, &q.putters, func() bool { return !q.Full() }); err != nil {
			return err
		}
	}
	return q.PutNowait(item)
}

// wait waits in one of the queues of waiters. When it is cancelled although its
// turn has come, as possible tells, the next in line gets the turn.
func (c *queueCore) wait(ctx context.Context, owner any, queue *waiters, possible func() bool) error {
	if err := c.bind(owner); err != nil {
		return err
	}
	w, err := newWaiter(ctx)
	if err != nil {
		return err
	}
	queue.add(w)
	err = awaitPromise(ctx, w)
	if err != nil {
		c.waitFailed(w, queue, possible)
	}
	return err
}

// waitFailed follows a wait that an exception ended.
func (c *queueCore) waitFailed(w *promise, queue *waiters, possible func() bool) {
	w.cancel(nil)
	queue.remove(w)
	if possible() && !w.cancelled() {
		queue.wakeNext()
	}
}

// PutNowait is Queue.put_nowait(item). It returns QueueFull when there is no
// room and QueueShutDown when the queue was shut down.
func (q *Queue[T]) PutNowait(item T) error {
	if q.isShutdown {
		return newError(QueueShutDown, nil)
	}
	if q.Full() {
		return newError(QueueFull, nil)
	}
	q.store.put(item)
	q.unfinished++
	q.finished.Clear()
	q.getters.wakeNext()
	return nil
}

// Get is Queue.get(): it waits for an item and removes it. It returns
// QueueShutDown when the queue was shut down and is empty.
func (q *Queue[T]) Get(ctx context.Context) (T, error) {
	var zero T
	t, stage := startAwait(ctx)
	if stage == leftAtFirstAwait {
		left, err := t.comeBack(&t.wait)
		q = left.(*Queue[T])
		if err != nil {
			q.waitFailed(&t.wait, &q.getters, q.canGet)
			return zero, err
		}
	}
	for q.Empty() {
		if q.isShutdown {
			return zero, newError(QueueShutDown, nil)
		}
		if stage == beforeFirstAwait {
			return zero, q.leaveGet(t)
		}
		if err := q.wait(ctx, q, &q.getters, q.canGet); err != nil {
			return zero, err
		}
	}
	return q.GetNowait()
}

func (q *Queue[T]) canGet() bool { return !q.Empty() }

// leaveGet begins the wait of a Get that is its coroutine's first await.
func (q *Queue[T]) leaveGet(t *task) error {
	if err := q.bind(q); err != nil {
		return err
	}
	w := t.newWait()
	q.getters.add(w)
	return t.leave(w, q)
}

// GetNowait is Queue.get_nowait(). It returns QueueEmpty when there is no item,
// or QueueShutDown.
func (q *Queue[T]) GetNowait() (T, error) {
	if q.Empty() {
		var zero T
		if q.isShutdown {
			return zero, newError(QueueShutDown, nil)
		}
		return zero, newError(QueueEmpty, nil)
	}
	item := q.store.get()
	q.putters.wakeNext()
	return item, nil
}

// TaskDone is Queue.task_done(): the work on an item that Get returned is done.
// It raises ValueError when called more often than there were items.
func (c *queueCore) TaskDone() {
	if c.unfinished <= 0 {
		py.Raise(py.NewValueError("task_done() called too many times"))
	}
	c.unfinished--
	if c.unfinished == 0 {
		c.finished.Set()
	}
}

// Join is Queue.join(): it waits until TaskDone was called for every item.
func (c *queueCore) Join(ctx context.Context) error {
	if c.unfinished > 0 {
		return c.finished.Wait(ctx)
	}
	return nil
}

// Shutdown is Queue.shutdown(immediate): Put fails from now on, and Get once the
// queue is empty. With immediate the items are dropped.
func (q *Queue[T]) Shutdown(immediate bool) {
	q.isShutdown = true
	if immediate {
		for !q.Empty() {
			q.store.get()
			if q.unfinished > 0 {
				q.unfinished--
			}
		}
		if q.unfinished == 0 {
			q.finished.Set()
		}
	}
	q.getters.wakeAll()
	q.putters.wakeAll()
}

// wakeAll empties the queue of waiters and wakes them.
func (w *waiters) wakeAll() {
	all := *w
	*w = nil
	for _, p := range all {
		if !p.done() {
			p.finish()
		}
	}
}

// fifo is the store of Queue, a ring.
type fifo[T any] struct {
	ring   []T
	head   int
	length int
}

func (f *fifo[T]) put(item T) {
	if f.length == len(f.ring) {
		grown := make([]T, max(8, 2*len(f.ring)))
		for i := range f.length {
			grown[i] = f.ring[(f.head+i)&(len(f.ring)-1)]
		}
		f.ring, f.head = grown, 0
	}
	f.ring[(f.head+f.length)&(len(f.ring)-1)] = item
	f.length++
}

func (f *fifo[T]) get() T {
	var zero T
	item := f.ring[f.head]
	f.ring[f.head] = zero
	f.head = (f.head + 1) & (len(f.ring) - 1)
	f.length--
	return item
}

func (f *fifo[T]) size() int { return f.length }

func (f *fifo[T]) items() []T {
	items := make([]T, f.length)
	for i := range items {
		items[i] = f.ring[(f.head+i)&(len(f.ring)-1)]
	}
	return items
}

// lifo is the store of LifoQueue.
type lifo[T any] struct{ stack []T }

func (l *lifo[T]) put(item T) { l.stack = append(l.stack, item) }

func (l *lifo[T]) get() T {
	var zero T
	last := len(l.stack) - 1
	item := l.stack[last]
	l.stack[last] = zero
	l.stack = l.stack[:last]
	return item
}

func (l *lifo[T]) size() int { return len(l.stack) }

func (l *lifo[T]) items() []T { return l.stack }

// priority is the store of PriorityQueue.
type priority[T any] struct {
	heap []T
	less func(a, b T) bool
}

func (p *priority[T]) put(item T) {
	// As in heapq.heappush, the item stays if a comparison fails.
	p.heap = append(p.heap, item)
	heapSiftDown(p.heap, 0, len(p.heap)-1, p.less)
}

func (p *priority[T]) get() (item T) {
	p.heap, item = heapPop(p.heap, p.less)
	return item
}

func (p *priority[T]) size() int { return len(p.heap) }

func (p *priority[T]) items() []T { return p.heap }
