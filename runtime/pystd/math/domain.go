package math

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func raiseDomain() { py.Raise(py.NewValueError("math domain error")) }

func raiseRange() { py.Raise(py.NewOverflowError("math range error")) }

func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

// checked raises for a result that C's library reports as an error: a NaN or
// an infinity that the arguments do not explain. grows tells that the function
// exceeds the range for large arguments; otherwise an infinity is a pole.
func checked(x, result float64, grows bool) float64 {
	if math.IsNaN(result) && !math.IsNaN(x) {
		raiseDomain()
	}
	if math.IsInf(result, 0) && finite(x) {
		if grows {
			raiseRange()
		}
		raiseDomain()
	}
	return result
}
