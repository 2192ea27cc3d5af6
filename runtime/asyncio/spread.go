package asyncio

import (
	"context"
	"iter"
)

// A Collection has elements that can be gone through: a list or a set.
type Collection[A any] interface {
	All() iter.Seq[A]
	Len() int
}

// Awaitables is *items where a function takes awaitables with a result of type T.
func Awaitables[T any, A Awaitable[T]](items Collection[A]) []Awaitable[T] {
	out := make([]Awaitable[T], 0, items.Len())
	for a := range items.All() {
		out = append(out, a)
	}
	return out
}

// Waitables is *items where a function takes awaitables whose results are not used.
func Waitables[A Waitable](items Collection[A]) []Waitable {
	out := make([]Waitable, 0, items.Len())
	for a := range items.All() {
		out = append(out, a)
	}
	return out
}

// RunFunc is Run for a function without a result.
func RunFunc(f func(ctx context.Context) error) error {
	_, err := Run(func(ctx context.Context) (None, error) { return None{}, f(ctx) })
	return err
}
