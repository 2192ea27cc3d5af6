// Defaults that are constants of the module.
package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const name = "n"

var (
	limit = 3
	rate  = 0.5
	step  int
)

var earlyN int

func early(n int) int {
	return n
}

type Box struct {
	size int
	name string
}

func newBox(size int, name string) *Box {
	return &Box{size: size, name: name}
}

var growStep int

func (b *Box) grow(by float64, step int) float64 {
	return float64(b.size) + by + float64(step)
}

var anyDefaultX any

func anyDefault(x any) any {
	return x
}

func work(ctx context.Context, n int, rate float64, odd int) (float64, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	return float64(n)*rate + float64(odd), nil
}

func asyncMain(ctx context.Context) error {
	py.Print(early(earlyN), newBox(limit, name).grow(rate, growStep), newBox(1, "b").name, newBox(limit, name).name, anyDefault(anyDefaultX), anyDefault("x"))
	arg, err := work(ctx, limit, rate, limit)
	if err != nil {
		return err
	}
	result, err := work(ctx, 5, rate, limit)
	if err != nil {
		return err
	}
	py.Print(arg, result)
	return nil
}

func main() {
	py.Main(func() error {
		step = limit + 1
		other := 1
		earlyN = other

		other = 2
		growStep = step
		anyDefaultX = limit

		return asyncio.RunFunc(asyncMain)
	})
}
