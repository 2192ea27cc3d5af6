// Calls whose arguments are spread: *pair, *items and **options.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

type Channel struct {
	reader string
	writer string
	limit  any
}

var channelClass *py.Class

func newChannel(reader, writer string, limit any) *Channel {
	return &Channel{reader: reader, writer: writer, limit: limit}
}

func (c *Channel) send(ctx context.Context, text string, times any) (string, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s>%s:%s/%s", c.reader, c.writer, py.Format(py.Mul(text, times), ""), py.Format(c.limit, "")), nil
}

type Entry struct {
	key   string
	value int
}

func openPair(n int) py.Pair[string, string] {
	fmt.Println("open", n)
	return py.PairOf("r"+strconv.Itoa(n), "w"+strconv.Itoa(n))
}

func first() int {
	fmt.Println("first")
	return 1
}

func add(a, b int, rest py.Tuple, scale int, more *py.Dict[string, int]) any {
	return py.Add(py.Mul(py.Add(a+b, py.SumExact(py.TupleItems[int](rest))), scale), py.SumInts(more.Values()))
}

var addFunc any

func fetch(ctx context.Context, name string, times any, tail string) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return py.Add(py.Mul(name, times), tail), nil
}

var fetchFunc any

func asyncMain(ctx context.Context) error {
	// A tuple of known length is taken apart.
	values := openPair(1)
	channel := newChannel(values.First, values.Second, 10)
	arg, err := channel.send(ctx, "hi", 1)
	if err != nil {
		return err
	}
	values2 := py.PairOf("yo", 2)
	result, err := channel.send(ctx, values2.First, values2.Second)
	if err != nil {
		return err
	}
	fmt.Println(arg, result)
	pair := py.PairOf(1, 2)
	py.Print(add(first(), pair.First, py.Tuple{pair.Second}, 1, py.DictOf[string, int]()), add(pair.First, pair.Second, py.Tuple{}, 2, py.DictOf[string, int]()), add(pair.First, pair.Second, py.Tuple{3, 4}, 1, py.DictOf[string, int]()))
	values3 := py.PairOf("k", 2)
	entry := &Entry{key: values3.First, value: values3.Second}
	py.Print(entry.key, entry.value+1, entry)
	jobs := py.ListOf[py.Pair[string, int]](py.PairOf("a", 1), py.PairOf("bb", 2))
	var fetches []asyncio.Awaitable[any]
	for job := range jobs.All() {
		name, times := job.First, job.Second
		fetches = append(fetches, asyncio.GoValue(func(ctx context.Context) (any, error) {
			return fetch(ctx, name, times, "!")
		}).Restartable())
	}
	results, err := asyncio.Gather(ctx, fetches...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	values4 := jobs.Get(1)
	name, times := values4.First, values4.Second
	result2, err := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (any, error) {
		return fetch(ctx, name, times, "")
	})).Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result2)

	// Others are bound when the call runs.
	words := py.ListOf[string]("ha", "hu")
	result3, err := asyncio.Await(ctx, py.MethodOf(channel, "send").Call(py.StarArgs(py.Star(words.Slice(nil, 1, nil)))...))
	if err != nil {
		return err
	}
	fmt.Println(py.StrUpper(result3.(string)))
	options := py.DictOf[string, int]("limit", 3)
	result4, err := py.CallStar(channelClass, openPair(2).Tuple(), py.KwOf(channelClass, options)).(*Channel).send(ctx, "x", 1)
	if err != nil {
		return err
	}
	fmt.Println(result4)
	py.Print(py.Add(py.CallStar(addFunc, py.ListOf[int](1, 2, 3), py.KwOf(addFunc, py.DictOf[string, int]("z", 4))), 1))
	keywords := py.DictOf[string, string]("name", "z", "tail", "?")
	result5, err := asyncio.Await(ctx, py.CallKw(fetchFunc, nil, py.KwOf(fetchFunc, keywords)))
	if err != nil {
		return err
	}
	py.Print(result5)
	for _, names := range []*py.List[string]{py.ListOf[string](), py.ListOf[string]("a"), py.ListOf[string]("a", "b", "c")} {
		err := py.Try(func() error {
			fmt.Println(py.CallStar(channelClass, names, nil).(*Channel).reader)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
	}
	for _, numbers := range []*py.List[int]{py.ListOf[int](), py.ListOf[int](1, 2)} {
		err := py.Try(func() error {
			py.Print(py.CallStar(addFunc, numbers, nil))
			result, err := asyncio.Await(ctx, py.CallStar(fetchFunc, py.ListOf[any]("a", 1, 2), nil))
			if err != nil {
				return err
			}
			py.Print(result)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
	}
	py.Print(py.CallMethod(inspect.Module(), "signature", channelClass), py.CallMethod(inspect.Module(), "signature", py.GetAttr(channel, "send")))
	return nil
}

func main() {
	py.Main(func() error {
		channelClass = py.StructClass[Channel](
			"Channel",
			nil,
			py.Kw{Name: "send", Value: py.AsyncFunc("Channel.send(self, text, times=1)", (*Channel).send).Annotate(py.Kwargs{{Name: "text", Value: py.StrClass}, {Name: "times", Value: py.IntClass}, {Name: "return", Value: py.StrClass}})},
			py.Kw{Name: "__new__", Value: py.Func("Channel.__init__(self, reader, writer, *, limit=10)", newChannel).Annotate(py.Kwargs{{Name: "reader", Value: py.StrClass}, {Name: "writer", Value: py.StrClass}, {Name: "limit", Value: py.IntClass}, {Name: "return", Value: nil}})},
		)
		typing.NamedStruct(py.StructClass[Entry]("Entry", nil, py.Kw{Name: "__annotations__", Value: py.DictOf[any, any]("key", py.StrClass, "value", py.IntClass)}), "key", "value")
		addFunc = py.Func("add(a, b=5, *rest, scale=1, **more)", add).Annotate(py.Kwargs{{Name: "a", Value: py.IntClass}, {Name: "b", Value: py.IntClass}, {Name: "rest", Value: py.IntClass}, {Name: "scale", Value: py.IntClass}, {Name: "more", Value: py.IntClass}, {Name: "return", Value: py.IntClass}})
		fetchFunc = py.AsyncFunc("fetch(name, times=1, *, tail=)", fetch, "").Annotate(py.Kwargs{{Name: "name", Value: py.StrClass}, {Name: "times", Value: py.IntClass}, {Name: "tail", Value: py.StrClass}, {Name: "return", Value: py.StrClass}})

		return asyncio.RunFunc(asyncMain)
	})
}
