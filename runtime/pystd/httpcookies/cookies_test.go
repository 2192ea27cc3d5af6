package httpcookies

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestLoad reads headers; a malformed one leaves the cookie empty.
func TestLoad(t *testing.T) {
	for header, want := range map[string]string{
		"a=1; b=2":                     "<SimpleCookie: a='1' b='2'>",
		`a="x\"y\073"; Path=/; secure`: `<SimpleCookie: a='x"y;'>`,
		"k=v; expires=Wed, 09 Jun 2021 10:18:14 GMT": "<SimpleCookie: k='v'>",
		"a=1; bad; c=2": "<SimpleCookie: >",
		"expires=1":     "<SimpleCookie: >",
		"a==b":          "<SimpleCookie: a='=b'>",
	} {
		if got := py.Repr(py.Call(classes().simple, header)); got != want {
			t.Errorf("%s: got %s, want %s", header, got, want)
		}
	}
}
