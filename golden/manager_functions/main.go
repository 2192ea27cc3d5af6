// Functions that contextlib makes context managers of.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
)

var log *py.List[string]

type Connection struct {
	name string
	open bool
}

func newConnection(name string) *Connection {
	return &Connection{name: name, open: true}
}

func (c *Connection) query(ctx context.Context, text string) (string, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	if strings.Contains(text, "DROP") {
		return "", py.NewPermissionError(c.name + " refuses " + text)
	}
	return c.name + ": " + text, nil
}

// Lends a number of connections.
type Pool struct {
	free *py.List[*Connection]
	lock *asyncio.Semaphore
	lent int
}

func newPool(size int) *Pool {
	items := py.ListOf[*Connection]()
	for n := range size {
		items.Append(newConnection("c" + strconv.Itoa(n)))
	}
	return &Pool{free: items, lock: asyncio.NewSemaphore(size), lent: 0}
}

// Lends a connection until the body ends.
func (p *Pool) connection(ctx context.Context, body func(context.Context, *Connection) error) error {
	if err := p.lock.Acquire(ctx); err != nil {
		return err
	}
	defer p.lock.Release()
	conn := p.free.Pop()
	p.lent++
	err := py.Try(func() error {
		return body(ctx, conn)
	})
	p.free.Append(conn)
	log.Append("back " + conn.name)
	return err
}

func (p *Pool) paused(why string, body func() error) error {
	log.Append("pause for " + why)
	if err := body(); err != nil {
		return err
	}
	log.Append("go on")
	return nil
}

func transaction(ctx context.Context, conn *Connection, name string, body func(context.Context, string) error) error {
	log.Append("begin " + name)
	err := py.Try(func() error {
		return body(ctx, py.StrUpper(name))
	})
	if err != nil {
		if !errors.Is(err, py.PermissionError) {
			return err
		}
		e := err
		log.Append(fmt.Sprintf("rollback %s: %v", name, e))
		return py.WithContext(py.From(py.NewRuntimeError(name+" failed"), e), err)
	}
	log.Append("commit " + name)
	return nil
}

func section(title string, level int, body func(int) error) error {
	fmt.Printf("<h%d>%s\n", level, title)
	err := py.Try(func() error {
		return body(level + 1)
	})
	fmt.Printf("</h%d>\n", level)
	return err
}

var ignoring any

func ignoringKeys(body func(string) error) error {
	err := py.Try(func() error {
		return body("keys")
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return err
		}
		fmt.Println("no key", err)
	}
	return nil
}

func chosen(flag bool, body func(string) error) error {
	if flag {
		err := section("flagged", 3, func(entered int) error {
			return body("yes")
		})
		if err != nil {
			return err
		}
	} else if err := body("no"); err != nil {
		return err
	}
	fmt.Println("chosen ends")
	return nil
}

func limited(ctx context.Context, seconds float64, body func(context.Context, float64) error) error {
	return asyncio.WithTimeout(ctx, asyncio.Seconds(seconds), func(ctx context.Context) error {
		return body(ctx, seconds)
	})
}

var asValue any

func find(words *py.List[string]) string {
	for word := range words.All() {
		var again bool
		var broke bool
		var returned bool
		var result string
		py.Check(section(word, 1, func(level int) error {
			if word == "skip" {
				again = true
				return nil
			}
			if word == "end" {
				broke = true
				return nil
			}
			result = word + " at " + strconv.Itoa(level)
			returned = true
			return nil
		}))
		if returned {
			return result
		}
		if broke {
			break
		}
		if again {
			continue
		}
	}
	return "nothing"
}

func numbers() *py.Generator {
	return py.NewGenerator("numbers", func(y *py.Yielder) any {
		py.Check(section("numbers", 1, func(entered int) error {
			for n := range 3 {
				y.Yield(n)
			}
			return nil
		}))
		return nil
	})
}

func work(ctx context.Context, pool *Pool, n int) (any, error) {
	var returned bool
	var result any
	err := pool.connection(ctx, func(ctx context.Context, conn *Connection) error {
		return transaction(ctx, conn, "t"+strconv.Itoa(n), func(ctx context.Context, name string) error {
			var value string
			if n == 2 {
				value = "DROP"
			} else {
				value = "SELECT " + strconv.Itoa(n)
			}
			answer, err := conn.query(ctx, value)
			if err != nil {
				return err
			}
			result = name + " " + answer
			returned = true
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	if returned {
		return result, nil
	}
	return nil, nil
}

func asyncMain(ctx context.Context) error {
	pool := newPool(2)
	var works []asyncio.Awaitable[any]
	for n := range 4 {
		works = append(works, asyncio.GoValue(func(ctx context.Context) (any, error) {
			return work(ctx, pool, n)
		}))
	}
	results, err := asyncio.GatherResults(ctx, works...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	fmt.Println(pool.lent, pool.free.Len(), log)
	err = pool.paused("maintenance", func() error {
		log.Append("now")
		return nil
	})
	if err != nil {
		return err
	}
	err = pool.paused("tests", func() error {
		log.Append("then")
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Println(log.Slice(-6, nil, nil))

	fmt.Println(find(py.ListOf[string]("skip", "a")), find(py.ListOf[string]("skip", "end", "b")), find(py.ListOf[string]()))
	items := py.ListOf[int]()
	for nItem := range py.IterOnce(numbers()) {
		n := py.As[int](nItem)
		items.Append(n * 2)
	}
	fmt.Println(items)
	err = ignoringKeys(func(what string) error {
		py.Print(py.DictOf[any, any]().Get(what))
		return nil
	})
	if err != nil {
		return err
	}
	manager := py.Call(ignoring, py.ZeroDivisionError, py.ValueError)
	py.EnterContext(manager)
	err = py.Try(func() error {
		fmt.Println(py.FloorDivInt(1, log.Slice(nil, 0, nil).Len()))
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	for _, flag := range []bool{true, false} {
		err := chosen(flag, func(answer string) error {
			fmt.Println(answer)
			return nil
		})
		if err != nil {
			return err
		}
	}
	err = py.Try(func() error {
		return section("outer", 1, func(entered int) error {
			return section("inner", 2, func(entered int) error {
				return py.NewLookupError("found nothing")
			})
		})
	})
	if err != nil {
		if !errors.Is(err, py.LookupError) {
			return err
		}
		fmt.Println("caught", err)
	}
	err = limited(ctx, 0.01, func(ctx context.Context, seconds float64) error {
		py.Print("within", seconds)
		return asyncio.Sleep(ctx, 5*time.Second)
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("too slow")
	}

	total := 0
	var innerBound bool
	var inner int
	for n := range 3 {
		err := section(strconv.Itoa(n), 1, func(level int) error {
			total += level * n
			inner = level
			innerBound = true
			return nil
		})
		if err != nil {
			return err
		}
	}
	arg := total
	py.CheckLocal(innerBound, "inner")
	fmt.Println(arg, inner)
	manager2 := py.CallMethod(contextlib.Module(), "ExitStack")
	stack := py.EnterContext(manager2)
	err = py.Try(func() error {
		names := py.ListOf[any]()
		for name := range py.StrIter("ab") {
			names.Append(py.MethodOf(stack, "enter_context").Call(py.Call(asValue, name)))
		}
		fmt.Println(names)
		return nil
	})
	if err := py.ExitContext(manager2, err); err != nil {
		return err
	}
	manager3 := py.Call(asValue, "c")
	c := py.EnterContext(manager3)
	err = py.Try(func() error {
		py.Print(c)
		return nil
	})
	return py.ExitContext(manager3, err)
}

func main() {
	py.Main(func() error {
		log = py.ListOf[string]()
		ignoring = py.Call(contextlib.Module().Attr("contextmanager"), py.GenFunc("ignoring(*kinds)", func(y *py.Yielder, kinds any) any {
			err := py.Try(func() error {
				y.Yield(nil)
				return nil
			})
			if err != nil {
				if !py.Matches(err, kinds) {
					panic(err)
				}
				fmt.Println("ignored")
			}
			return nil
		}))
		asValue = py.Call(contextlib.Module().Attr("contextmanager"), py.GenFunc("as_value(name)", func(y *py.Yielder, name any) any {
			py.Print("enter", name)
			y.Yield(name)
			py.Print("leave", name)
			return nil
		}))

		return asyncio.RunFunc(asyncMain)
	})
}
