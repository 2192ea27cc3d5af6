package api

import "strings"

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
