package configparser

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// outcome is the repr of what f returns, or the exception that it raises.
func outcome(f func() any) string {
	var text string
	err := py.Try(func() error {
		text = py.Repr(f())
		return nil
	})
	if err != nil {
		return py.TypeOf(err).Name() + ": " + err.Error()
	}
	return text
}

func newParser(class string, kw ...py.Kw) any { return py.CallKw(Module().Attr(class), nil, kw) }

func TestInterpolation(t *testing.T) {
	basic := newParser("ConfigParser")
	py.CallMethod(basic, "read_string", "[DEFAULT]\nbase = /srv\n[s]\npath = %(BASE)s/app\nshare = 50%%\n"+
		"missing = %(nope)s\nstray = %x\nopen = %(open\nloop = %(loop)s\n")
	extended := newParser("ConfigParser", py.Kw{Name: "interpolation", Value: py.Call(Module().Attr("ExtendedInterpolation"))})
	py.CallMethod(extended, "read_string", "[p]\nroot = /r\n[s]\na = ${p:root}/x\nb = ${a}/$$y\nc = ${none:y}\nd = ${a:b:c}\n")
	for _, row := range []struct {
		parser any
		option string
		want   string
	}{
		{basic, "path", "'/srv/app'"},
		{basic, "share", "'50%'"},
		{basic, "missing", "InterpolationMissingOptionError: Bad value substitution: option 'missing' in section 's' contains " +
			"an interpolation key 'nope' which is not a valid option name. Raw value: '%(nope)s'"},
		{basic, "stray", "InterpolationSyntaxError: '%' must be followed by '%' or '(', found: '%x'"},
		{basic, "open", "InterpolationSyntaxError: bad interpolation variable reference '%(open'"},
		{basic, "loop", "InterpolationDepthError: Recursion limit exceeded in value substitution: option 'loop' in section 's' " +
			"contains an interpolation key which cannot be substituted in 10 steps. Raw value: '%(loop)s'"},
		{extended, "b", "'/r/x/$y'"},
		{extended, "c", "InterpolationMissingOptionError: Bad value substitution: option 'c' in section 's' contains " +
			"an interpolation key 'none:y' which is not a valid option name. Raw value: '${none:y}'"},
		{extended, "d", "InterpolationSyntaxError: More than one ':' found: ''"},
		{extended, "e", "NoOptionError: No option 'e' in section: 's'"},
	} {
		if got := outcome(func() any { return py.CallMethod(row.parser, "get", "s", row.option) }); got != row.want {
			t.Errorf("%s: got %s, want %s", row.option, got, row.want)
		}
	}
}

func TestReading(t *testing.T) {
	for text, want := range map[string]string{
		"[a]\nx = one\n  two\n\n  three\n# no\ny: 2\n": `[('x', 'one\ntwo\n\nthree'), ('y', '2')]`,
		"x = 1\n":           `MissingSectionHeaderError: File contains no section headers.` + "\n" + `file: '<string>', line: 1` + "\n" + `'x = 1\n'`,
		"[a]\nx=1\nX=2\n":   "DuplicateOptionError: While reading from '<string>' [line  3]: option 'x' in section 'a' already exists",
		"[a]\n[a]\n":        "DuplicateSectionError: While reading from '<string>' [line  2]: section 'a' already exists",
		"[a]\nword\nmore\n": "ParsingError: Source contains parsing errors: '<string>'\n\t[line  2]: 'word\\n'\n\t[line  3]: 'more\\n'",
	} {
		got := outcome(func() any {
			p := newParser("RawConfigParser")
			py.CallMethod(p, "read_string", text)
			return py.CallMethod(p, "items", "a")
		})
		if got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestWriting(t *testing.T) {
	p := newParser("ConfigParser", py.Kw{Name: "allow_no_value", Value: true},
		py.Kw{Name: "defaults", Value: py.DictOf[any, any]("Level", 3)})
	py.CallMethod(p, "read_dict", py.DictOf[any, any]("a", py.DictOf[any, any]("Flag", nil, "text", "one\ntwo")))
	out := py.Call(io.Module().Attr("StringIO"))
	py.CallMethod(p, "write", out)
	if got, want := py.Str(py.CallMethod(out, "getvalue")), "[DEFAULT]\nlevel = 3\n\n[a]\nflag\ntext = one\n\ttwo\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
