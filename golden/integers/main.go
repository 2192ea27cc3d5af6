package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func factorial(n int) any {
	var result any = 1
	for i := 2; i <= n; i++ {
		result = py.Mul(result, i)
	}
	return result
}

func fibonacci(n int) any {
	var a any
	var b any
	a, b = 0, 1
	for range n {
		a, b = b, py.Add(a, b)
	}
	return a
}

func main() {
	py.Main(func() error {
		py.Print(factorial(5), factorial(25))
		py.Print(fibonacci(10), fibonacci(100))
		arg := 7 / 2
		arg2 := py.FloorDivInt(-7, 2)
		arg3 := 7 % 3
		arg4 := py.ModInt(-7, 3)
		arg5 := py.ModInt(7, -3)
		quotient, remainder := py.DivModInt(-7, 2)
		py.Print(arg, arg2, arg3, arg4, arg5, py.Tuple{quotient, remainder})
		py.Print(py.As[int](py.Pow(2, 10)), py.Pow(2, 64), py.Pow(2, -1), py.PowMod(3, 100, 7))
		py.Print(py.LShift(1, 70), py.RShift(py.LShift(1, 70), 68), 255&15, 6^3, ^5)
		py.Print(py.TrueDivInt(10, 4), 10/4, 1000000, py.Int("12_3"), py.ParseInt("ff", 16), py.Int(-3.9))
		py.Print(py.Bin(10), py.Oct(8), py.Hex(255), py.CallMethod(255, "bit_length"))
		fmt.Println(py.SumInts(py.RangeOf(0, 101, 1)), max(3, 9, 4), py.MinOf(py.ListOf[int](5, 2, 8).All()), py.Magnitude(-3))
		py.Print(py.Add(9223372036854775807, 1), py.Sub(py.Neg(py.ParseInt("9223372036854775808", 10)), 1))
		py.Print(py.RoundFloat(2.5), py.RoundFloat(3.5), py.Call(py.Builtin("round"), 1234, -2))
		return nil
	})
}
