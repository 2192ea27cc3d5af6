package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Account struct {
	balance int
	lock    *asyncio.Lock
}

func newAccount(balance int) *Account {
	return &Account{balance: balance, lock: asyncio.NewLock()}
}

func (a *Account) withdraw(ctx context.Context, amount int) (bool, error) {
	if err := a.lock.Acquire(ctx); err != nil {
		return false, err
	}
	defer a.lock.Release()
	if a.balance < amount {
		return false, nil
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return false, err
	}
	a.balance -= amount
	return true, nil
}

func asyncMain(ctx context.Context) error {
	account := newAccount(100)
	var withdraws []asyncio.Awaitable[bool]
	for range 5 {
		withdraws = append(withdraws, asyncio.GoValue(func(ctx context.Context) (bool, error) {
			return account.withdraw(ctx, 30)
		}).Restartable())
	}
	results, err := asyncio.Gather(ctx, withdraws...)
	if err != nil {
		return err
	}
	py.Print(results, account.balance, account.lock.Locked())
	lock := asyncio.NewLock()
	if err := lock.Acquire(ctx); err != nil {
		return err
	}
	py.Print(lock.Locked())
	lock.Release()
	err = py.Try(func() error {
		lock.Release()
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
