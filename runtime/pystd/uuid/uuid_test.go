package uuid

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Values from CPython 3.13.
func TestUUID(t *testing.T) {
	dns := Module().Attr("NAMESPACE_DNS")
	fixed := py.Call(uuidClass, "12345678-1234-5678-1234-567812345678")
	for want, run := range map[string]func() any{
		"UUID('886313e1-3b8a-5372-9b90-0c9aee199e5d')":     func() any { return py.Call(Module().Attr("uuid5"), dns, "python.org") },
		"UUID('6fa459ea-ee8a-3ca4-894e-db77e160355e')":     func() any { return py.Call(Module().Attr("uuid3"), dns, "python.org") },
		"ValueError: badly formed hexadecimal UUID string": func() any { return py.Call(uuidClass, "x") },
		"'urn:uuid:12345678-1234-5678-1234-567812345678'":  func() any { return py.GetAttr(fixed, "urn") },
		"(305419896, 4660, 22136, 18, 52, 95073701484152)": func() any { return py.GetAttr(fixed, "fields") },
		"4": func() any { return py.GetAttr(py.Call(Module().Attr("uuid4")), "version") },
	} {
		var got string
		err := py.Try(func() error {
			got = py.Repr(run())
			return nil
		})
		if err != nil {
			got = py.TypeOf(err).Name() + ": " + py.Str(err)
		}
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
