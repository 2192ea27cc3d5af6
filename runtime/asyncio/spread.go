package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Awaitables is *list where a function takes awaitables with a result of type T.
func Awaitables[T any, A Awaitable[T]](list *py.List[A]) []Awaitable[T] {
	out := make([]Awaitable[T], 0, list.Len())
	for a := range list.All() {
		out = append(out, a)
	}
	return out
}

// Waitables is *list where a function takes awaitables whose results are not used.
func Waitables[A Waitable](list *py.List[A]) []Waitable {
	out := make([]Waitable, 0, list.Len())
	for a := range list.All() {
		out = append(out, a)
	}
	return out
}

// RunFunc is Run for a function without a result.
func RunFunc(f func(ctx context.Context) error) error {
	_, err := Run(func(ctx context.Context) (None, error) { return None{}, f(ctx) })
	return err
}
