package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var Vector any

func vectorInit(self, x, y any) any {
	py.SetAttr(self, "x", x)
	py.SetAttr(self, "y", y)
	return nil
}

func vectorAdd(self, other any) any {
	return py.Call(Vector, py.Add(py.GetAttr(self, "x"), py.GetAttr(other, "x")), py.Add(py.GetAttr(self, "y"), py.GetAttr(other, "y")))
}

func vectorMul(self, factor any) any {
	if !py.IsInstance(factor, py.Tuple{py.IntClass, py.FloatClass}) {
		return py.NotImplemented
	}
	return py.Call(Vector, py.Mul(py.GetAttr(self, "x"), factor), py.Mul(py.GetAttr(self, "y"), factor))
}

func vectorNeg(self any) any {
	return py.Call(Vector, py.Neg(py.GetAttr(self, "x")), py.Neg(py.GetAttr(self, "y")))
}

func vectorEq(self, other any) any {
	return py.IsInstance(other, Vector) && py.Equal(py.Tuple{py.GetAttr(self, "x"), py.GetAttr(self, "y")}, py.Tuple{py.GetAttr(other, "x"), py.GetAttr(other, "y")})
}

func vectorHash(self any) any {
	return py.Hash(py.Tuple{py.GetAttr(self, "x"), py.GetAttr(self, "y")})
}

func vectorGetitem(self, index any) any {
	return py.GetItem(py.Tuple{py.GetAttr(self, "x"), py.GetAttr(self, "y")}, index)
}

func vectorLen(self any) any {
	return 2
}

func vectorBool(self any) any {
	var value any = py.GetAttr(self, "x")
	if !py.Truth(value) {
		value = py.GetAttr(self, "y")
	}
	return py.Truth(value)
}

func vectorRepr(self any) any {
	return "Vector(" + py.Format(py.GetAttr(self, "x"), "") + ", " + py.Format(py.GetAttr(self, "y"), "") + ")"
}

func main() {
	py.Main(func() error {
		Vector = py.NewClass("Vector", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Vector.__init__(self, x, y)", vectorInit))

			ns.Set("__add__", py.Func("Vector.__add__(self, other)", vectorAdd))

			ns.Set("__mul__", py.Func("Vector.__mul__(self, factor)", vectorMul))

			ns.Set("__rmul__", ns.Get("__mul__"))

			ns.Set("__neg__", py.Func("Vector.__neg__(self)", vectorNeg))

			ns.Set("__eq__", py.Func("Vector.__eq__(self, other)", vectorEq))

			ns.Set("__hash__", py.Func("Vector.__hash__(self)", vectorHash))

			ns.Set("__getitem__", py.Func("Vector.__getitem__(self, index)", vectorGetitem))

			ns.Set("__len__", py.Func("Vector.__len__(self)", vectorLen))

			ns.Set("__bool__", py.Func("Vector.__bool__(self)", vectorBool))

			ns.Set("__repr__", py.Func("Vector.__repr__(self)", vectorRepr))
		})

		a, b := py.Call(Vector, 1, 2), py.Call(Vector, 3, 4)
		py.Print(py.Add(a, b), py.Mul(a, 2), py.Mul(3, b), py.Neg(a))
		py.Print(py.Eq(a, py.Call(Vector, 1, 2)), py.Ne(a, b), py.ListOf[any](b, py.Call(Vector, 1, 2)).Has(a), py.DictOf[any, string](a, "a").Get(py.Call(Vector, 1, 2)))
		py.Print(py.GetItem(a, 0), py.GetItem(b, -1), py.Len(a), py.Truth(py.Call(Vector, 0, 0)), py.ListFrom(py.Items[any](a)))
		total := py.Call(Vector, 0, 0)
		for _, v := range []any{a, b} {
			total = py.IAdd(total, v)
		}
		py.Print(total)
		err := py.Try(func() error {
			py.Mul(a, "x")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		return nil
	})
}
