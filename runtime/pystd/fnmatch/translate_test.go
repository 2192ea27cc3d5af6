package fnmatch

import "testing"

// The regular expressions are CPython's.
func TestTranslate(t *testing.T) {
	for pattern, want := range map[string]string{
		"*.py":    "(?s:.*\\.py)\\Z",
		"a*b*c":   "(?s:a(?>.*?b).*c)\\Z",
		"[!a-c]?": "(?s:[^a-c].)\\Z",
		"[z-a]":   "(?s:(?!))\\Z",
		"[a-c-e]": "(?s:[a-c\\-e])\\Z",
		"[]a]":    "(?s:[]a])\\Z",
		"[!]":     "(?s:\\[!\\])\\Z",
		"a.b+c":   "(?s:a\\.b\\+c)\\Z",
		"[&~|]":   "(?s:[\\&\\~\\|])\\Z",
	} {
		if got := Translate(pattern); got != want {
			t.Errorf("%s: got %s, want %s", pattern, got, want)
		}
	}
}
