package decimal

import (
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func outcome(run func() any) (text string) {
	err := py.Try(func() error {
		v := run()
		text = py.Str(v)
		return nil
	})
	if err != nil {
		return py.TypeOf(err).Name() + ": " + err.Error()
	}
	return text
}

// TestOperations checks what CPython 3.13 has recorded: method|number|argument|result.
func TestOperations(t *testing.T) {
	data, err := os.ReadFile("testdata/operations.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		method, number, argument, want := part[0], part[1], part[2], part[3]
		got := outcome(func() any {
			d := New(number)
			switch {
			case method == "__format__":
				return py.Format(d, argument)
			case argument == "":
				return py.CallMethod(d, method)
			}
			return py.CallMethod(d, method, New(argument))
		})
		if got != want {
			t.Errorf("%s.%s(%s): got %s, want %s", number, method, argument, got, want)
		}
	}
}

func TestContext(t *testing.T) {
	m := Module()
	class := m.Attr("Decimal")
	d := func(v any) any { return py.Call(class, v) }
	for _, c := range []struct {
		python string
		run    func() any
		want   string
	}{
		{`repr(Decimal("1.10"))`, func() any { return py.Repr(d("1.10")) }, "Decimal('1.10')"},
		{`Decimal("x")`, func() any { return d("x") }, "InvalidOperation: [<class 'decimal.ConversionSyntax'>]"},
		{`Decimal(0.1)`, func() any { return d(0.1) }, "0.1000000000000000055511151231257827021181583404541015625"},
		{`Decimal(1)/0`, func() any { return py.TrueDiv(d(1), 0) }, "DivisionByZero: [<class 'decimal.DivisionByZero'>]"},
		{`3 - Decimal("0.5")`, func() any { return py.Sub(3, d("0.5")) }, "2.5"},
		{`Decimal("1.5") == 1.5`, func() any { return py.Eq(d("1.5"), 1.5) }, "True"},
		{`{1: 2}[Decimal(1)]`, func() any { return py.GetItem(py.DictOf[any, any](1, 2), d("1.0")) }, "2"},
		{`sum`, func() any { return py.Sum(py.ListOf(d("0.1"), d("0.2")), 0) }, "0.3"},
		{`round(Decimal("2.5"))`, func() any { return py.Round(d("2.5"), nil) }, "2"},
		{`Decimal(1).as_tuple()`, func() any { return py.CallMethod(d("-1.5"), "as_tuple") },
			"DecimalTuple(sign=1, digits=(1, 5), exponent=-1)"},
		{`Decimal(None)`, func() any { return d(nil) },
			"TypeError: conversion from NoneType to Decimal is not supported"},
		{`with localcontext(prec=5)`, func() any {
			local := py.CallKw(m.Attr("localcontext"), nil, py.Kwargs{{Name: "prec", Value: 5}})
			py.EnterContext(local)
			third := py.TrueDiv(d(1), 3)
			py.Check(py.ExitContext(local, nil))
			return py.Tuple{third, py.TrueDiv(d(1), 3)}
		}, "(Decimal('0.33333'), Decimal('0.3333333333333333333333333333'))"},
		{`repr(Context())`, func() any { return py.Call(m.Attr("Context")) },
			"Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], " +
				"traps=[InvalidOperation, DivisionByZero, Overflow])"},
	} {
		if got := outcome(c.run); got != c.want {
			t.Errorf("%s: got %s, want %s", c.python, got, c.want)
		}
	}
}
