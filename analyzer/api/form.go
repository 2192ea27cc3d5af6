package api

import "strings"

// MethodValue is the Go method that a method of a container with one argument
// becomes, if the argument goes there as it is; else "".
func MethodValue(name string) string {
	for _, e := range entries[name] {
		if len(e.sig.Params) != 2 {
			continue
		}
		method, ok := strings.CutPrefix(e.Go, "{self}.")
		method, plain := strings.CutSuffix(method, "({"+e.sig.Params[1].Name+"})")
		if ok && plain && !e.Async && !e.Fails {
			return method
		}
	}
	return ""
}

// Form is the Go function or method that a call of the entry becomes, such as
// asyncio.Sleep or Put; "a Go expression" if it is no call.
func (e *Entry) Form() string {
	form, _, isCall := strings.Cut(e.Go, "(")
	if receiver, method, ok := strings.Cut(form, "}."); ok && strings.HasPrefix(receiver, "{") {
		form = method
	}
	if !isCall || form == "" || strings.ContainsAny(form, "{} ") {
		return "a Go expression"
	}
	return form
}
