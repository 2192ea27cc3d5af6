package py

import "fmt"

// raisef raises the exception that newException makes of the formatted message:
//
//	raisef(NewValueError, "%s is not in list", Repr(v))
func raisef(newException func(args ...any) *Exception, format string, args ...any) {
	Raise(newException(fmt.Sprintf(format, args...)))
}
