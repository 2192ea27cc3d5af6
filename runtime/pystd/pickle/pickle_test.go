package pickle

import (
	"encoding/hex"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The pickles are those that CPython 3.13 makes.
func TestPickles(t *testing.T) {
	for _, c := range []struct {
		value    any
		protocol int
		want     string
	}{
		{nil, 4, "80044e2e"},
		{py.ListOf[any](1, 2, py.ListOf[any](3)), 4, "8004950e000000000000005d94284b014b025d944b0361652e"},
		{py.Tuple{"s", "s", -255}, 4, "8004950e000000000000008c01739468004a01ffffff87942e"},
		{py.DictOf[any, any]("a", 1.5), 2, "80027d71005801000000617101473ff8000000000000732e"},
		{"a\nb", 0, "56615c7530303061620a70300a2e"},
		{py.Bytes("raw"), 3, "8003430372617771002e"},
		{true, 1, "4930310a2e"},
	} {
		if got := hex.EncodeToString(newPickler(c.protocol).dump(c.value)); got != c.want {
			t.Errorf("%s in protocol %d: got %s, want %s", py.Repr(c.value), c.protocol, got, c.want)
		}
		for protocol := range highest + 1 {
			data := newPickler(protocol).dump(c.value)
			if v := fromText(string(data)).load(); !py.Equal(v, c.value) {
				t.Errorf("%s in protocol %d is loaded as %s", py.Repr(c.value), protocol, py.Repr(v))
			}
		}
	}
}
