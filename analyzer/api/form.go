package api

import "strings"

// Form returns the Go function that a call of a library function becomes where
// its types are known, such as asyncio.Sleep for asyncio.sleep; "" if the table
// has no entry for it.
func Form(name string) string {
	for _, e := range entries[name] {
		if form, _, ok := strings.Cut(e.Go, "("); ok && !strings.HasPrefix(form, "{") {
			return form
		}
	}
	return ""
}
