// Builtin functions of numbers and texts whose types are known.
package main

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func numbers(a, b int, x, y float64) {
	q, r := py.DivModInt(a, b)
	arg := py.Magnitude(a)
	arg2 := py.Magnitude(-b)
	quotient, remainder := py.DivModInt(-a, b)
	py.Print(arg, arg2, q, r, py.Tuple{quotient, remainder}, a, math.Abs(x), py.Magnitude(a-b)%3)
	f, g := py.DivModFloat(x, y)
	quotient2, remainder2 := py.DivModFloat(-x, y)
	arg3 := py.Tuple{quotient2, remainder2}
	quotient3, remainder3 := py.DivModFloat(x, -y)
	py.Print(f, g, arg3, py.Tuple{quotient3, remainder3})
	py.Print(py.MinFloat(x, y), py.MaxFloat(x, y), py.MinFloat(x, y, 0.0), py.Call(py.Builtin("max"), x, a), py.Call(py.Builtin("min"), a, y, b))
	fmt.Println(py.Hex(a), py.Oct(a), py.Bin(a), py.Hex(-255), py.Bin(0), py.Char(a+90), py.Char(128512))
	hours, rest := py.DivModInt(a*1000, 3600)
	minutes, seconds := py.DivModInt(rest, 60)
	fmt.Printf("%02d:%02d:%02d\n", hours, minutes, seconds)
}

func texts(s, t string) {
	fmt.Println(min(s, t), max(s, t), max(s, t, "zz"), min("é", "e"))
}

func errorsFunc() {
	for caseValue := range 5 {
		err := py.Try(func() error {
			if caseValue == 0 {
				quotient, remainder := py.DivModInt(1, caseValue)
				py.Print(py.Tuple{quotient, remainder})
			} else if caseValue == 1 {
				fmt.Println(py.Char(-caseValue))
			} else if caseValue == 2 {
				quotient, remainder := py.DivModFloat(1.5, float64(caseValue)-2)
				py.Print(py.Tuple{quotient, remainder})
			} else if caseValue == 3 {
				fmt.Println(py.Char(1114112 + caseValue))
			} else {
				py.Print(py.Call(py.Builtin("divmod"), py.Neg(py.Pow(2, 63)), 1-caseValue+2))
			}
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) && !errors.Is(err, py.ZeroDivisionError) {
				panic(err)
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
	}
}

func asyncMain(ctx context.Context) error {
	numbers(7, 2, 7.5, 2.0)
	texts("abc", "abd")
	errorsFunc()
	nan, zero, minus := py.ParseFloat("nan"), 0.0, math.Copysign(0, -1)
	py.Print(py.MinFloat(nan, 1.0), py.MinFloat(1.0, nan), py.MaxFloat(nan, 1.0), py.MaxFloat(1.0, nan), py.MaxFloat(zero, minus), py.MaxFloat(minus, zero), py.MinFloat(zero, minus), py.MinFloat(minus, zero))
	py.Print(7, -7, py.Call(py.Builtin("abs"), py.Neg(py.Pow(2, 62))), py.Call(py.Builtin("abs"), py.Neg(py.Pow(2, 63))), py.Call(py.Builtin("abs"), true))
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
