package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var Temperature any

func temperatureInit(self, celsius any) any {
	py.SetAttr(self, "_celsius", celsius)
	return nil
}

func temperatureCelsius(self any) any {
	return py.GetAttr(self, "_celsius")
}

func temperatureCelsiusFunc(self, value any) (any, error) {
	if py.Truth(py.Lt(value, -273.15)) {
		return nil, py.NewValueError("below absolute zero")
	}
	py.SetAttr(self, "_celsius", value)
	return nil, nil
}

func temperatureFahrenheit(self any) any {
	return py.Add(py.TrueDiv(py.Mul(py.GetAttr(self, "_celsius"), 9), 5), 32)
}

func temperatureFromFahrenheit(cls, value any) any {
	return py.Call(cls, py.TrueDiv(py.Mul(py.Sub(value, 32), 5), 9))
}

func temperatureIsCold(celsius any) any {
	return py.Lt(celsius, 10)
}

func main() {
	py.Main(func() error {
		Temperature = py.NewClass("Temperature", nil, nil, func(ns *py.Namespace) {
			ns.Set("scale", "C")

			ns.Set("__init__", py.Func("Temperature.__init__(self, celsius)", temperatureInit))

			ns.Set("celsius", py.Property(py.Func("Temperature.celsius(self)", temperatureCelsius), nil, nil, nil))

			ns.Set("celsius", py.Call(py.GetAttr(ns.Get("celsius"), "setter"), py.Func("Temperature.celsius(self, value)", temperatureCelsiusFunc)))

			ns.Set("fahrenheit", py.Property(py.Func("Temperature.fahrenheit(self)", temperatureFahrenheit), nil, nil, nil))

			ns.Set("from_fahrenheit", py.ClassMethod(py.Func("Temperature.from_fahrenheit(cls, value)", temperatureFromFahrenheit)))

			ns.Set("is_cold", py.StaticMethod(py.Func("Temperature.is_cold(celsius)", temperatureIsCold)))
		})

		t := py.Call(Temperature, 20)
		py.Print(py.GetAttr(t, "celsius"), py.GetAttr(t, "fahrenheit"))
		py.SetAttr(t, "celsius", 5.5)
		py.Print(py.GetAttr(t, "celsius"), py.CallMethod(Temperature, "is_cold", py.GetAttr(t, "celsius")))
		err := py.Try(func() error {
			py.SetAttr(t, "celsius", -300)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println("refused:", err)
		}
		py.Print(py.Call(py.Builtin("round"), py.GetAttr(py.CallMethod(Temperature, "from_fahrenheit", 212), "celsius"), 1), py.GetAttr(Temperature, "scale"), py.GetAttr(t, "scale"))
		err = py.Try(func() error {
			py.SetAttr(t, "fahrenheit", 1)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println(py.TypeOf(err).Name())
		}
		return nil
	})
}
