package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

// One bid of a bidder.
type Bid struct {
	amount int
	bidder string
	note   string
}

func (b *Bid) beats(other *Bid) bool {
	return b.amount > other.amount
}

func (b *Bid) label() string {
	return b.bidder + ":" + strconv.Itoa(b.amount)
}

type Point struct {
	x any
	y any
}

func (p *Point) text() string {
	return "<" + py.Format(p.x, "") + ", " + py.Format(p.y, "") + ">"
}

func best(bids *py.List[*Bid]) *Bid {
	if bids.Len() == 0 {
		return nil
	}
	top := bids.Get(0)
	for bid := range bids.Slice(1, nil, nil).All() {
		if bid.beats(top) {
			top = bid
		}
	}
	return top
}

func asyncMain(ctx context.Context) error {
	bids := py.ListOf[*Bid](&Bid{amount: 3, bidder: "a", note: ""}, &Bid{amount: 5, bidder: "b", note: "hi"}, &Bid{amount: 4, bidder: "c", note: ""})
	py.Print(py.Box(best(bids)), py.Box(best(py.ListOf[*Bid]())))
	py.Print(py.SortedList(bids.All()), py.MaxOf(bids.All()), py.MinBy(bids.All(), func(b *Bid) string { return b.bidder }))
	py.Print(py.DictOf[*Bid, int](&Bid{amount: 3, bidder: "a", note: ""}, 1).Get(&Bid{amount: 3, bidder: "a", note: ""}), py.Equal(&Bid{amount: 3, bidder: "a", note: ""}, bids.Get(0)), py.Hash(bids.Get(0)) == py.Hash(py.Tuple{3, "a", ""}))
	for item := range bids.All() {
		amount := item.amount
		bidder := item.bidder
		note := item.note
		arg := amount * 2
		if note == "" {
			note = "-"
		}
		fmt.Println(arg, bidder, note)
	}
	first := bids.Get(0)
	amount := first.amount
	who := first.bidder
	fmt.Println(amount, who, first.amount+1, first.note, first.label())
	bid := *first
	bid.amount = first.amount + 10
	raised := &bid
	py.Print(raised, first, py.Greater(raised, first), py.NotEqual(raised, first), py.Is(raised, first))
	seen := py.SetOf[*Bid](first, raised, &Bid{amount: 3, bidder: "a", note: ""})
	arg := seen.Len()
	arg2 := bids.Has(first)
	bid2 := *raised
	bid2.amount = 5
	bid2.bidder = "b"
	bid2.note = "hi"
	py.Print(arg, arg2, bids.Index(&bid2))
	p := &Point{x: 1.5, y: 0.0}
	py.Print(p, py.Repr(p), py.Str(p)+" "+py.Repr(p), py.Add(p.x, p.y), py.Truth(p))
	items := py.ListOf[string]()
	for item := range bids.All() {
		a := item.amount
		b := item.bidder
		if a > 3 {
			items.Append(b)
		}
	}
	fmt.Println(items)
	py.CallMethodKw(bids, "sort", nil, py.Kwargs{{Name: "reverse", Value: true}})
	items2 := py.ListOf[string]()
	for b := range bids.All() {
		items2.Append(b.label())
	}
	fmt.Println(items2)
	totals := py.DictOf[*Point, int]()
	for _, q := range []*Point{&Point{x: 0, y: 1}, &Point{x: 0.0, y: 1.0}, &Point{x: 2, y: 0.0}} {
		totals.Set(q, totals.GetOr(q, 0)+1)
	}
	fmt.Println(totals)
	if first.amount == 3 {
		name := first.bidder
		fmt.Println("three", name)
	} else {
		n := first.amount
		name := first.bidder
		fmt.Println(n, name)
	}
	return nil
}

func main() {
	py.Main(func() error {
		typing.NamedStruct(py.StructClass[Bid]("Bid", nil), "amount", "bidder", "note")
		typing.NamedStruct(py.StructClass[Point]("Point", nil, py.Kw{Name: "__str__", Value: py.Func("Point.__str__(self)", (*Point).text)}), "x", "y")

		return asyncio.RunFunc(asyncMain)
	})
}
