package main

import (
	"errors"
	"fmt"
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	pymath "github.com/pyasync2go/pyasync2go/runtime/pystd/math"
)

var (
	empty *py.List[float64]
	total *py.List[float64]
)

func main() {
	py.Main(func() error {
		py.Print(0.30000000000000004, 1e+16, 1e+15, 1.5e-07, 123456789.123)
		py.Print(py.TrueDivInt(1, 3), 2.0, math.Copysign(0, -1), math.Inf(1), py.ParseFloat("nan"))
		py.Print(pymath.Sqrt(2.0), pymath.Floor(-1.5), pymath.Ceil(1.2), math.Pi)
		py.Print(py.RoundFloatTo(2.675, 2), py.RoundFloat(0.5), py.RoundFloat(1.5), py.RoundFloatTo(123.456, 1))
		py.Print(py.FloorDivFloat(7.5, 2.0), py.FloorDivFloat(-7.5, 2.0), py.ModFloat(7.5, 2.0), py.ModFloat(-7.5, 2.0))
		py.Print(py.ParseFloat("3.25") == 3.25, py.Int(2.9), 3.0, py.Equal(3, 3.0))
		py.Print(py.CallMethod(0.1, "hex"), py.CallMethod(2.5, "is_integer"), py.CallMethod(0.75, "as_integer_ratio"))
		values := py.ListOf[float64](1.5, 2.25, 3.125)
		py.Print(py.TrueDivReal(py.SumFloats(values.All()), values.Len()), py.MaxOf(values.All()), py.SortedListReverse(values.All(), true))
		fmt.Printf("%s %s %s %s %s\n", py.Fixed(math.E, 10), py.FormatFloat(0.00001), py.FormatFloat(100000.0), py.FormatFloat(1e+22), py.FormatFloat(1.2345678901234567e+19))
		py.Print(py.ParseFloat("-nan") != py.ParseFloat("-nan"), py.ParseFloat("+NaN"), py.Call(py.ComplexClass, "1e3-nanj"), math.Copysign(1.0, py.ParseFloat("-nan")))
		for _, item := range []py.Pair[*py.List[float64], *py.List[float64]]{py.PairOf(py.ListOf[float64](), py.ListOf[float64](2.5)), py.PairOf(py.ListOf[float64](2.5), py.ListOf[float64]()), py.PairOf(py.ListOf[float64](), py.ListOf[float64]())} {
			empty = item.First
			total = item.Second
			for _, divide := range []any{py.Func("<lambda>()", func() any {
				return py.TrueDivReal(py.SumFloats(empty.All()), empty.Len())
			}), py.Func("<lambda>()", func() any {
				return py.TrueDivReal(py.SumFloats(total.All()), py.SumFloats(empty.All()))
			}), py.Func("<lambda>()", func() any { return py.TrueDivReal(2, py.SumFloats(empty.All())) }), py.Func("<lambda>()", func() any {
				return py.TrueDivFloat(2.0, py.Float(py.SumFloats(empty.All())))
			})} {
				err := py.Try(func() error {
					py.Print(py.Call(divide))
					return nil
				})
				if err != nil {
					if !errors.Is(err, py.ZeroDivisionError) {
						return err
					}
					fmt.Println(err)
				}
			}
		}
		return nil
	})
}
