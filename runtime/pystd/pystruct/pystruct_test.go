package pystruct

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The bytes are CPython's.
func TestPack(t *testing.T) {
	for _, c := range []struct {
		format string
		values []any
		want   py.Bytes
	}{
		{"<hI", []any{-2, 7}, "\xfe\xff\x07\x00\x00\x00"},
		{">bxQ", []any{1, py.Box(uint64(1<<64 - 1))}, "\x01\x00\xff\xff\xff\xff\xff\xff\xff\xff"},
		{"@bi", []any{1, 2}, "\x01\x00\x00\x00\x02\x00\x00\x00"},
		{"<e", []any{1.5}, "\x00\x3e"},
		{"<d", []any{0.1}, "\x9a\x99\x99\x99\x99\x99\xb9\x3f"},
		{"!f", []any{2.5}, "\x40\x20\x00\x00"},
	} {
		s := compile(c.format)
		if got := s.Pack(c.values...); got != c.want {
			t.Errorf("%s: got %x, want %x", c.format, got, c.want)
		}
		if got := s.Unpack(string(c.want)); !py.Equal(got, py.Tuple(c.values)) {
			t.Errorf("%s: got %v, want %v", c.format, got, c.values)
		}
	}
	for _, format := range []string{"<n", "3", "z"} {
		err := py.Try(func() error {
			compile(format)
			return nil
		})
		if !py.Matches(err, Error) {
			t.Errorf("%s: got %v, want struct.error", format, err)
		}
	}
}
