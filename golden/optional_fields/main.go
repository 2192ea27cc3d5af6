// What tests tell of fields holds until something can have assigned them.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Node struct {
	key   int
	left  *Node
	right *Node
}

func newNode(key int) *Node {
	return &Node{key: key, left: nil, right: nil}
}

type Tree struct {
	root *Node
	size int
}

func newTree() *Tree {
	return &Tree{root: nil, size: 0}
}

func (t *Tree) add(key int) {
	if t.root == nil {
		t.root = newNode(key)
		t.size = 1
		return
	}
	node := t.root
	for {
		if key < node.key {
			if node.left == nil {
				node.left = newNode(key)
				break
			}
			node = node.left
		} else {
			if node.right == nil {
				node.right = newNode(key)
				break
			}
			node = node.right
		}
	}
	t.size++
}

func (t *Tree) least() int {
	node := t.root
	for node != nil && node.left != nil {
		node = node.left
	}
	if node != nil {
		return node.key
	}
	return -1
}

func (t *Tree) top() int {
	if t.root != nil && t.root.left != nil && t.root.left.key > 1 {
		return t.root.left.key
	}
	return 0
}

type Worker struct {
	name string
	task *asyncio.Task[int]
	note any
}

func newWorker(name string) *Worker {
	return &Worker{name: name, task: nil, note: nil}
}

func (w *Worker) run(ctx context.Context) (int, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	w.note = w.name
	return 1, nil
}

func (w *Worker) start() {
	if w.task == nil {
		w.task = asyncio.CreateTask(asyncio.Context(), asyncio.GoValue(w.run))
	}
}

func (w *Worker) stop(ctx context.Context) (int, error) {
	result := 0
	if w.task != nil && !w.task.Finished() {
		result2, err := w.task.Await(ctx)
		if err != nil {
			return 0, err
		}
		result = result2
		w.task = nil
	}
	if w.note != nil {
		fmt.Println(py.StrUpper(w.note.(string)), py.StrLen(w.note.(string)))
	}
	return result, nil
}

func (w *Worker) clear() {
	w.note = nil
}

type Box struct {
	item  *Node
	other *Box
}

func newBox(item *Node) *Box {
	return &Box{item: item, other: nil}
}

func (b *Box) drop() bool {
	b.item = nil
	return true
}

func (b *Box) emptied() int {
	b.item = nil
	return 0
}

func (b *Box) equal(o *Box) bool {
	b.item = nil
	return true
}

func show(e error) {
	fmt.Println(e)
}

func aliased(a, b *Box) {
	if a.item != nil {
		b.item = nil
		err := py.Try(func() error {
			fmt.Println(py.NotNone(a.item, "key").key)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			show(err)
		}
	}
}

func called(a *Box) {
	err := py.Try(func() error {
		if a.item != nil && a.drop() && py.NotNone(a.item, "key").key != 0 {
			fmt.Println("?")
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			panic(err)
		}
		show(err)
	}
}

func throughProperty(a *Box) {
	err := py.Try(func() error {
		if a.item != nil && a.emptied() == 0 {
			fmt.Println(py.NotNone(a.item, "key").key)
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			panic(err)
		}
		show(err)
	}
}

func compared(a, b *Box) {
	err := py.Try(func() error {
		if a.item != nil && a.equal(b) {
			fmt.Println(py.NotNone(a.item, "key").key)
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			panic(err)
		}
		show(err)
	}
}

func looped(a *Box) {
	if a.item == nil {
		return
	}
	err := py.Try(func() error {
		for i := range 2 {
			fmt.Println(i, py.NotNone(a.item, "key").key)
			a.drop()
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			panic(err)
		}
		show(err)
	}
}

func replaced(a, b *Box) {
	if a.item != nil {
		a = b
		err := py.Try(func() error {
			fmt.Println(py.NotNone(a.item, "key").key)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			show(err)
		}
	}
}

func captured(a *Box) {
	inside := func() {
		err := py.Try(func() error {
			fmt.Println(py.NotNone(a.item, "key").key)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			show(err)
		}
	}

	if a.item != nil {
		var key any = py.Func("captured.<locals>.<lambda>()", func() any {
			var value int
			if a.item != nil {
				value = a.item.key
			} else {
				value = -1
			}
			return value
		})
		py.Print(py.Call(key))
		a.drop()
		inside()
		py.Print(py.Call(key))
	}
}

func awaited(ctx context.Context, a *Box) error {
	if a.item != nil {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		err := py.Try(func() error {
			fmt.Println(py.NotNone(a.item, "key").key)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			show(err)
		}
	}
	return nil
}

type Lazy struct {
	made int
	node *Node
}

func newLazy() *Lazy {
	return &Lazy{made: 0, node: nil}
}

func (l *Lazy) get() int {
	if l.node == nil {
		l.made++
		l.node = newNode(l.made)
	}
	return l.node.key
}

func (l *Lazy) swap(key int) int {
	if l.node != nil && l.node.key == key {
		l.node = nil
	} else {
		l.node = newNode(key)
	}
	if l.node == nil {
		return -1
	}
	return l.node.key
}

func walk(a *Box) any {
	var n any = 0
	at := a
	for at != nil && at.item != nil {
		n = py.Add(n, at.item.key)
		at = at.other
	}
	return n
}

func hazards(ctx context.Context) error {
	a := newBox(newNode(1))
	aliased(a, a)
	called(newBox(newNode(2)))
	throughProperty(newBox(newNode(3)))
	compared(newBox(newNode(4)), a)
	looped(newBox(newNode(5)))
	replaced(newBox(newNode(6)), newBox(nil))
	captured(newBox(newNode(7)))
	b := newBox(newNode(8))
	task := asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
		return awaited(ctx, b)
	}))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	b.drop()
	if _, err := task.Await(ctx); err != nil {
		return err
	}
	c := newBox(newNode(9))
	c.other = newBox(newNode(10))
	value := newBox(nil)
	py.NotNoneToSet(c.other, "other").other = value
	py.Print(walk(c))
	lazy := newLazy()
	fmt.Println(lazy.get(), lazy.get(), lazy.swap(5), lazy.swap(5), lazy.get())
	return nil
}

func asyncMain(ctx context.Context) error {
	if err := hazards(ctx); err != nil {
		return err
	}
	t := newTree()
	for _, k := range []int{5, 2, 8, 1} {
		t.add(k)
	}
	fmt.Println(t.size, t.least(), t.top())
	w := newWorker("w")
	w.start()
	stopResult, err := w.stop(ctx)
	if err != nil {
		return err
	}
	fmt.Println(stopResult)
	stopResult2, err := w.stop(ctx)
	if err != nil {
		return err
	}
	fmt.Println(stopResult2)
	if w.note != nil {
		w.clear()
		err := py.Try(func() error {
			py.Print(py.CallMethod(w.note, "upper"))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println(err)
		}
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
