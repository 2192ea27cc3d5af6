package io

import (
	"path/filepath"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestTextFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f.txt")
	f := Open(path, "w")
	py.CallMethod(f, "write", "héllo\nworld\r\nx\n")
	py.CallMethod(f, "close")
	f = Open(path, "r")
	for _, c := range []struct {
		method string
		args   []any
		want   string
	}{
		{"read", []any{3}, `'hél'`},
		{"tell", nil, `4`},
		{"readline", nil, `'lo\n'`},
		{"readlines", nil, `['world\n', 'x\n']`},
		{"seek", []any{0}, `0`},
		{"read", nil, `'héllo\nworld\nx\n'`},
	} {
		if got := py.Repr(py.CallMethod(f, c.method, c.args...)); got != c.want {
			t.Errorf("%s%v: got %s, want %s", c.method, c.args, got, c.want)
		}
	}
	err := py.Try(func() error {
		py.CallMethod(f, "write", "x")
		return nil
	})
	if !py.Matches(err, unsupportedOperation) || err.Error() != "not writable" {
		t.Errorf("write to a file open for reading: %v", err)
	}
}

func TestOpenErrors(t *testing.T) {
	for _, c := range []struct{ mode, want string }{
		{"z", "invalid mode: 'z'"},
		{"rw", "must have exactly one of create/read/write/append mode"},
		{"bt", "can't have text and binary mode at once"},
		{"r", "[Errno 2] No such file or directory: '/nonexistent/file'"},
	} {
		err := py.Try(func() error {
			Open("/nonexistent/file", c.mode)
			return nil
		})
		if err == nil || err.Error() != c.want {
			t.Errorf("open(..., %q): got %v, want %s", c.mode, err, c.want)
		}
	}
}
