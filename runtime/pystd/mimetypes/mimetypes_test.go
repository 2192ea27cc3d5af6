package mimetypes

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The results are those of CPython 3.13 without tables of the system.
func TestGuesses(t *testing.T) {
	for _, c := range []struct {
		name string
		args []any
		want string
	}{
		{"guess_type", []any{"a.html"}, "('text/html', None)"},
		{"guess_type", []any{"b.tar.gz"}, "('application/x-tar', 'gzip')"},
		{"guess_type", []any{"x.TGZ"}, "('application/x-tar', 'gzip')"},
		{"guess_type", []any{"x.tgz"}, "('application/x-tar', 'gzip')"},
		{"guess_type", []any{"pic.JPG"}, "('image/jpeg', None)"},
		{"guess_type", []any{"noext"}, "(None, None)"},
		{"guess_type", []any{"http://h/p/q.png?x=1#f"}, "('image/png', None)"},
		{"guess_type", []any{"data:text/html;base64,xx"}, "('text/html', None)"},
		{"guess_type", []any{"data:,hi"}, "('text/plain', None)"},
		{"guess_type", []any{"data:bad"}, "(None, None)"},
		{"guess_type", []any{"c.unknown"}, "(None, None)"},
		{"guess_type", []any{"d.svgz"}, "('image/svg+xml', 'gzip')"},
		{"guess_type", []any{"e.js"}, "('text/javascript', None)"},
		{"guess_type", []any{"f.md"}, "('text/markdown', None)"},
		{"guess_type", []any{"g.webp"}, "('image/webp', None)"},
		{"guess_type", []any{"h.txt.bz2"}, "('text/plain', 'bzip2')"},
		{"guess_type", []any{"dir/.hidden"}, "(None, None)"},
		{"guess_type", []any{"i.pic"}, "(None, None)"},
		{"guess_type", []any{"i.pic", false}, "('image/pict', None)"},
		{"guess_extension", []any{"text/html"}, "'.html'"},
		{"guess_all_extensions", []any{"text/html"}, "['.html', '.htm']"},
		{"guess_extension", []any{"image/jpeg"}, "'.jpg'"},
		{"guess_all_extensions", []any{"image/jpeg"}, "['.jpg', '.jpe', '.jpeg']"},
		{"guess_extension", []any{"text/plain"}, "'.txt'"},
		{"guess_all_extensions", []any{"text/plain"}, "['.txt', '.bat', '.c', '.h', '.ksh', '.pl', '.srt']"},
		{"guess_extension", []any{"x/y"}, "None"},
		{"guess_all_extensions", []any{"x/y"}, "[]"},
		{"guess_extension", []any{"audio/mpeg"}, "'.mp3'"},
		{"guess_all_extensions", []any{"audio/mpeg"}, "['.mp3', '.mp2']"},
	} {
		if got := py.Repr(py.CallMethod(Module(), c.name, c.args...)); got != c.want {
			t.Errorf("%s%v: got %s, want %s", c.name, c.args, got, c.want)
		}
	}
}
