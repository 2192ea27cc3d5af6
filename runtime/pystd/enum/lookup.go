package enum

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// lookupValue is cls(value): the member with that value, or what _missing_
// makes of it. It raises ValueError.
func lookupValue(info *enumClass, value any) any {
	if py.TypeOf(value) == info.class {
		return value
	}
	if m := info.find(value); m != nil {
		return m
	}
	if info.members.Len() == 0 {
		panic(exc.TypeError("%s has no members defined", py.Repr(info.class)))
	}
	var result any
	err := py.Try(func() error {
		result = py.CallMethod(info.class, "_missing_", value)
		return nil
	})
	if err != nil && !py.Matches(err, py.ExceptionClass) {
		panic(err)
	}
	if err == nil {
		if py.TypeOf(result).IsSubclassOf(info.class) {
			return result
		}
		if _, isInt := result.(int); isInt && info.flag != nil && info.flag.boundary() == "eject" {
			return result
		}
	}
	invalid := exc.ValueError("%s is not a valid %s", py.Repr(value), info.class.Qualname())
	switch {
	case err == nil && result == nil:
		panic(invalid)
	case err == nil:
		err = exc.TypeError("error in %s._missing_: returned %s instead of None or a valid member",
			info.class.Name(), py.Repr(result))
	}
	if !py.Matches(err, py.ValueError) {
		err = py.WithContext(err, invalid)
	}
	panic(py.AsException(err))
}
