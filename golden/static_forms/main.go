package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func table(rows *py.List[*py.List[int]]) string {
	var text strings.Builder
	for r := range rows.All() {
		var line strings.Builder
		line.WriteString(">")
		for c := range r.All() {
			line.WriteString(strconv.Itoa(c))
			line.WriteString(",")
		}
		text.WriteString(line.String() + "\n")
		if py.StrLen(text.String()) > 20 {
			text2 := py.StrSlice(text.String(), nil, 3, nil) + text.String()
			text = strings.Builder{}
			text.WriteString(text2)
		}
	}
	return text.String()
}

func enc(s string) string {
	var out strings.Builder
	i := 0
	for i < py.StrLen(s) {
		ch := py.StrIndex(s, i)
		n := 1
		for i+n < py.StrLen(s) && py.StrIndex(s, i+n) == ch {
			n++
		}
		var value string
		if n > 1 {
			value = strconv.Itoa(n) + ch
		} else {
			value = ch
		}
		out.WriteString(value)
		i += n
	}
	return out.String()
}

func asyncMain(ctx context.Context) error {
	var acc strings.Builder
	acc.WriteString("x")
	for i := range 5 {
		acc.WriteString(strconv.Itoa(i))
		acc.WriteString(acc.String())
	}
	fmt.Println(acc.String())
	fmt.Println(table(py.ListOf[*py.List[int]](py.ListOf[int](1, 2), py.ListOf[int](3, 4, 5), py.ListOf[int](6))), enc("aaabccd"))
	items := py.ListOf[float64]()
	for x := range 4 {
		items.Append(float64(x) * 0.5)
	}
	total := py.SumFloats(items.All())
	py.Print(total, py.Float(total)/2, py.SumFloats(py.ListOf[float64](0.0).Slice(1, nil, nil).All()), py.Format(py.SumFloats(py.ListOf[float64](0.25, 0.5).All()), ".2f"))
	xs := py.ListOf[int](3, 1, 2)
	xs.ExtendList(py.ListOf[int](5, 4))
	arg := py.SortedListBy(xs.All(), func(x int) int { return -x }, false)
	arg2 := py.MaxOf(xs.All())
	arg3 := py.MinOr(xs.All(), 0)
	items2 := py.ListOf[int]()
	for _, w := range []string{"a", "bbb"} {
		items2.Append(py.StrLen(w))
	}
	fmt.Println(arg, arg2, arg3, py.MaxOr(items2.All(), 0))
	d := py.DictOf[string, int]("a", 1, "b", 2)
	for i, item := range py.Enumerate(py.Pairs(d.All())) {
		k, v := item[0].(string), item[1].(int)
		fmt.Println(i, k, v)
	}
	for a, b := range py.Zip(xs, py.ListOf[string]("p", "q")) {
		fmt.Println(a, b)
	}
	arg4 := py.ListFrom(py.Pairs(d.All()))
	arg5 := py.SortedListBy(py.Pairs(d.All()), func(kv py.Tuple) int { return kv[1].(int) }, true)
	items3 := py.ListOf[bool]()
	for v := range d.Values() {
		items3.Append(v > 1)
	}
	fmt.Println(arg4, arg5, py.CountTrue(items3.All()))
	for x := range xs.Backward() {
		py.PrintWith([]any{x}, py.PrintOptions{End: " "})
	}
	fmt.Println(strconv.Itoa(3)+"-"+"z", py.StrRepeat("ab", 3), py.ListOf[int](1).Repeat(3).Concat(py.ListOf[int](2)))
	step := 2
	items4 := py.ListOf[int]()
	step2 := py.RangeStep(step)
	for i := 0; i < 10; i += step2 {
		items4.Append(i)
	}
	fmt.Println(items4, py.ListFrom(py.RangeOf(0, 3, 1)))
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
