package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Grid struct {
	rows *py.List[string]
	h    int
	w    int
}

func newGrid(text string) *Grid {
	g := &Grid{}
	g.rows = py.StrFields(text)
	g.h, g.w = g.rows.Len(), py.StrLen(g.rows.Get(0))
	return g
}

func (g *Grid) contains(at py.Pair[int, int]) bool {
	y, x := at.First, at.Second
	return 0 <= y && y < g.h && (0 <= x && x < g.w)
}

type Strict struct {
	allowed *py.Set[string]
	asked   *py.List[string]
}

func newStrict(allowed *py.Set[string]) *Strict {
	return &Strict{allowed: allowed, asked: py.ListOf[string]()}
}

func (s *Strict) contains(word string) (bool, error) {
	s.asked.Append(word)
	if word == "" {
		return false, py.NewValueError("empty word")
	}
	return s.allowed.Has(word), nil
}

type Shelf struct {
	inner *Strict
	grid  *Grid
}

func newShelf() *Shelf {
	return &Shelf{inner: newStrict(py.SetOf[string]("a", "b")), grid: newGrid("abc def")}
}

func (s *Shelf) has(word string) bool {
	item := py.StrStrip(word)
	ok := py.Must(s.inner.contains(item))
	if ok {
		item := py.PairOf(py.StrLen(word), 0)
		ok = !s.grid.contains(item)
	}
	return ok
}

var log *py.List[string]

func word(w string) string {
	log.Append("item " + w)
	return w
}

func strict(s *Strict) *Strict {
	log.Append("container")
	return s
}

func fetch(ctx context.Context, w string) (string, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	return w, nil
}

func asyncMain(ctx context.Context) error {
	g := newGrid("ab cd")
	py.Print(g.contains(py.PairOf(0, 1)), g.contains(py.PairOf(9, 9)), !g.contains(py.PairOf(1, 1)), g.contains(py.PairOf(g.h-1, g.w-1)))
	s := newStrict(py.SetOf[string]("x", "y"))
	item := word("x")
	arg, err := strict(s).contains(item)
	if err != nil {
		return err
	}
	item2 := word("q")
	found, err := strict(s).contains(item2)
	if err != nil {
		return err
	}
	py.Print(arg, !found, log)
	result, err := fetch(ctx, "y")
	if err != nil {
		return err
	}
	arg2, err := s.contains(result)
	if err != nil {
		return err
	}
	found2, err := s.contains(py.StrLower("x"))
	if err != nil {
		return err
	}
	py.Print(arg2, found2, s.asked)
	err = py.Try(func() error {
		found, err := s.contains(py.As[string](py.CallMethod("", "join", py.ListOf[any]())))
		if err != nil {
			return err
		}
		py.Print(found)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	shelf := newShelf()
	arg3 := shelf.has(" a ")
	arg4 := shelf.has("z")
	arg5 := shelf.inner.asked
	items := py.ListOf[string]()
	for w := range py.StrIter("abc") {
		item := w + ""
		found, err := shelf.inner.contains(item)
		if err != nil {
			return err
		}
		if found {
			items.Append(w)
		}
	}
	py.Print(arg3, arg4, arg5, items)
	item3 := py.PairOf(0, 0)
	ok := shelf.grid.contains(item3)
	if ok {
		item := py.PairOf(5, 5)
		ok = !shelf.grid.contains(item)
	}
	if ok {
		fmt.Println("both")
	}
	return nil
}

func main() {
	py.Main(func() error {
		log = py.ListOf[string]()

		return asyncio.RunFunc(asyncMain)
	})
}
