package subprocess

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func run(args any, kw ...py.Kw) (v any, err error) {
	err = py.Try(func() error {
		v = py.CallKw(Module().Attr("run"), []any{args}, kw)
		return nil
	})
	return v, err
}

func command(args ...any) any { return py.ListOf(args...) }

func TestRun(t *testing.T) {
	capture := py.Kw{Name: "capture_output", Value: true}
	text := py.Kw{Name: "text", Value: true}
	check := py.Kw{Name: "check", Value: true}
	tests := []struct {
		args any
		kw   []py.Kw
		want string
	}{
		{command("echo", "hi"), []py.Kw{capture}, `CompletedProcess(args=['echo', 'hi'], returncode=0, stdout=b'hi\n', stderr=b'')`},
		{command("echo", "hi"), []py.Kw{capture, text}, `CompletedProcess(args=['echo', 'hi'], returncode=0, stdout='hi\n', stderr='')`},
		{"echo $((1+2)); exit 4", []py.Kw{capture, text, {Name: "shell", Value: true}},
			`CompletedProcess(args='echo $((1+2)); exit 4', returncode=4, stdout='3\n', stderr='')`},
		{command("tr", "a-z", "A-Z"), []py.Kw{capture, text, {Name: "input", Value: "shout"}},
			`CompletedProcess(args=['tr', 'a-z', 'A-Z'], returncode=0, stdout='SHOUT', stderr='')`},
		{command("false"), []py.Kw{check}, "CalledProcessError: Command '['false']' returned non-zero exit status 1."},
		{command("sh", "-c", "kill -9 $$"), []py.Kw{check},
			"CalledProcessError: Command '['sh', '-c', 'kill -9 $$']' died with <Signals.SIGKILL: 9>."},
		{command("sleep", "10"), []py.Kw{{Name: "timeout", Value: 0.01}},
			"TimeoutExpired: Command '['sleep', '10']' timed out after 0.01 seconds"},
		{command("no-such-program"), nil, "FileNotFoundError: [Errno 2] No such file or directory: 'no-such-program'"},
	}
	for _, test := range tests {
		v, err := run(test.args, test.kw...)
		got := py.Repr(v)
		if err != nil {
			got = py.TypeOf(err).Name() + ": " + err.Error()
		}
		if got != test.want {
			t.Errorf("got %s\nwant %s", got, test.want)
		}
	}
}
