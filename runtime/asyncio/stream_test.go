package asyncio

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// echoUpper answers each line in upper case until the client ends.
func echoUpper(ctx context.Context, r *StreamReader, w *StreamWriter) error {
	for {
		line, err := r.ReadLine(ctx)
		if err != nil {
			return err
		}
		if len(line) == 0 {
			w.Close()
			return w.WaitClosed(ctx)
		}
		w.Write(py.Bytes(strings.ToUpper(string(line))))
		if err := w.Drain(ctx); err != nil {
			return err
		}
	}
}

func talk(ctx context.Context, r *StreamReader, w *StreamWriter, lines ...string) (string, error) {
	var answers []string
	for _, line := range lines {
		w.Write(py.Bytes(line + "\n"))
		answer, err := r.ReadLine(ctx)
		if err != nil {
			return "", err
		}
		answers = append(answers, strings.TrimSpace(string(answer)))
	}
	w.WriteEOF()
	rest, err := r.Read(ctx, -1)
	if err != nil {
		return "", err
	}
	w.Close()
	return fmt.Sprint(answers, len(rest)), w.WaitClosed(ctx)
}

func TestTCPServerAnswersLines(t *testing.T) {
	got, err := Run(func(ctx context.Context) (string, error) {
		server, err := StartServer(ctx, echoUpper, "127.0.0.1", 0)
		if err != nil {
			return "", err
		}
		port := server.socketTuple()[0].(*TransportSocket)
		address := localAddress(port.fd).(py.Tuple)
		r, w, err := OpenConnection(ctx, "127.0.0.1", address[1].(int))
		if err != nil {
			return "", err
		}
		answers, err := talk(ctx, r, w, "hello", "world")
		server.Close()
		if waited := server.WaitClosed(ctx); waited != nil {
			return "", waited
		}
		return answers, err
	})
	if want := "[HELLO WORLD] 0"; err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestUnixServerAnswersLines(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	got, err := Run(func(ctx context.Context) (string, error) {
		server, err := StartUnixServer(ctx, echoUpper, path)
		if err != nil {
			return "", err
		}
		var answers string
		err = server.With(ctx, func(ctx context.Context) error {
			r, w, err := OpenUnixConnection(ctx, path)
			if err != nil {
				return err
			}
			answers, err = talk(ctx, r, w, "one")
			return err
		})
		return answers, err
	})
	if want := "[ONE] 0"; err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestRefusedConnection(t *testing.T) {
	_, err := Run(func(ctx context.Context) (None, error) {
		_, _, err := OpenConnection(ctx, "127.0.0.1", 1)
		return None{}, err
	})
	if want := "ConnectionRefusedError(111, \"Connect call failed ('127.0.0.1', 1)\")"; err == nil || py.Repr(err) != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestProcessCommunicates(t *testing.T) {
	got, err := Run(func(ctx context.Context) (any, error) {
		p, err := StartProcess(ctx, spawn.Command{Args: []string{"sh", "-c", "tr a-z A-Z; echo err >&2; exit 3"},
			Stdin: spawn.Pipe, Stdout: spawn.Pipe, Stderr: spawn.Pipe})
		if err != nil {
			return nil, err
		}
		out, err := p.communicateAny(ctx, py.Bytes("text"))
		code, _ := p.Returncode()
		return py.Tuple{out, code}, err
	})
	if want := `((b'TEXT', b'err\n'), 3)`; err != nil || py.Repr(got) != want {
		t.Errorf("got %v, %v, want %s", py.Repr(got), err, want)
	}
}

func TestProcessKilledBySignal(t *testing.T) {
	got, err := Run(func(ctx context.Context) (int, error) {
		p, err := StartProcess(ctx, spawn.Command{Args: []string{"sleep", "100"}})
		if err != nil {
			return 0, err
		}
		p.Terminate()
		return p.Wait(ctx)
	})
	if err != nil || got != -15 {
		t.Errorf("got %d, %v, want -15", got, err)
	}
}

func TestMissingProgram(t *testing.T) {
	_, err := Run(func(ctx context.Context) (None, error) {
		_, err := StartProcess(ctx, spawn.Command{Args: []string{"no-such-program"}})
		return None{}, err
	})
	if want := "[Errno 2] No such file or directory: 'no-such-program'"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
