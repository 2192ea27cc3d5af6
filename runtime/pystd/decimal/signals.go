package decimal

import "github.com/pyasync2go/pyasync2go/runtime/py"

// A condition is a set of what may happen in a calculation.
type condition uint16

const (
	invalidOperation condition = 1 << iota
	floatOperation
	divisionByZero
	overflow
	underflow
	subnormal
	inexact
	rounded
	clamped
	conversionSyntax
	divisionImpossible
	divisionUndefined
	invalidContext
)

const (
	allSignals   = invalidOperation | floatOperation | divisionByZero | overflow | underflow | subnormal | inexact | rounded | clamped
	invalidParts = conversionSyntax | divisionImpossible | divisionUndefined | invalidContext
)

// A signal is a condition with its exception class.
type signal struct {
	bit   condition
	class *py.Class
}

func exceptionClass(name string, bases ...*py.Class) *py.Class {
	return py.NewExceptionClass("decimal", name, bases...)
}

var (
	decimalException = exceptionClass("DecimalException", py.ArithmeticError)
	inexactClass     = exceptionClass("Inexact", decimalException)
	roundedClass     = exceptionClass("Rounded", decimalException)
	subnormalClass   = exceptionClass("Subnormal", decimalException)
	invalidClass     = exceptionClass("InvalidOperation", decimalException)

	// signals are in the order in which they are reported.
	signals = []signal{
		{invalidOperation, invalidClass},
		{floatOperation, exceptionClass("FloatOperation", decimalException, py.TypeError)},
		{divisionByZero, exceptionClass("DivisionByZero", decimalException, py.ZeroDivisionError)},
		{overflow, exceptionClass("Overflow", inexactClass, roundedClass)},
		{underflow, exceptionClass("Underflow", inexactClass, roundedClass, subnormalClass)},
		{subnormal, subnormalClass},
		{inexact, inexactClass},
		{rounded, roundedClass},
		{clamped, exceptionClass("Clamped", decimalException)},
	}

	// conditions are the kinds of invalid operations that have names.
	conditions = []signal{
		{conversionSyntax, exceptionClass("ConversionSyntax", invalidClass)},
		{divisionImpossible, exceptionClass("DivisionImpossible", invalidClass)},
		{divisionUndefined, exceptionClass("DivisionUndefined", invalidClass, py.ZeroDivisionError)},
		{invalidContext, exceptionClass("InvalidContext", invalidClass)},
	}
)

func signalClass(bit condition) *py.Class {
	for _, s := range signals {
		if s.bit == bit {
			return s.class
		}
	}
	return nil
}

// signalOf is the condition that a class of exceptions stands for.
func signalOf(class any) (condition, bool) {
	for _, s := range signals {
		if class == any(s.class) {
			return s.bit, true
		}
	}
	return 0, false
}
