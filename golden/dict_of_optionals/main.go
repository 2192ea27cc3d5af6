package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type User struct {
	name string
}

var _ = py.StructClass[User]("User", nil)

func newUser(name string) *User {
	return &User{name: name}
}

func name(u *User) string {
	if u != nil {
		return u.name
	}
	return "nobody"
}

func asyncMain(ctx context.Context) error {
	users := py.DictOf[string, *User]("ann", newUser("ann"), "ghost", nil)
	for _, key := range []string{"ann", "ghost", "unknown"} {
		user := users.GetOr(key, nil)
		var value string
		if user != nil {
			value = user.name
		} else {
			value = "missing"
		}
		py.Print(key, value, name(users.GetOr(key, nil)), users.Has(key))
	}
	waiting := py.ListOf[*User](newUser("bob"), nil)
	it := py.GetIter(waiting)
	items := py.ListOf[string]()
	for range 3 {
		items.Append(name(py.As[*User](py.Call(py.Builtin("next"), it, nil))))
	}
	fmt.Println(items)
	queue := asyncio.NewQueue[*User](0)
	for user := range waiting.All() {
		if err := queue.PutNowait(user); err != nil {
			return err
		}
	}
	for {
		found, err := queue.Get(ctx)
		if err != nil {
			return err
		}
		if found == nil {
			break
		}
		fmt.Println("got", found.name)
	}
	fmt.Println(name(users.PopOr("ann", nil)), name(users.PopOr("ann", nil)), name(users.SetDefault("cy", nil)), users.Len())
	results, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "gather", py.CallMethod(asyncio.Module(), "sleep", 0, newUser("dee")), py.CallMethod(asyncio.Module(), "sleep", 0, nil)))
	if err != nil {
		return err
	}
	items2 := py.ListOf[string]()
	for r := range py.Iter(results) {
		items2.Append(name(py.As[*User](r)))
	}
	fmt.Println(items2)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
