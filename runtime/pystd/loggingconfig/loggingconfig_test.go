package loggingconfig

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
)

func dict(items ...any) any { return py.DictOf[any, any](items...) }

func TestConfiguration(t *testing.T) {
	out := py.Call(io.Module().Attr("StringIO"))
	py.Call(Module().Attr("dictConfig"), dict("version", 1,
		"formatters", dict("brief", dict("format", "{levelname[0]}:{name}:{message}", "style", "{")),
		"handlers", dict(
			"kept", dict("class", "logging.handlers.MemoryHandler", "capacity", 10, "flushLevel", "ERROR", "target", "out"),
			"out", dict("class", "logging.StreamHandler", "stream", "cfg://streams[0]", "formatter", "brief")),
		"streams", py.ListOf[any](out),
		"loggers", dict("svc", dict("level", "INFO", "handlers", py.ListOf[any]("kept"), "propagate", false))))
	log := logging.GetLogger("svc.http")
	for _, level := range []string{"debug", "info", "error", "info"} {
		py.CallMethod(log, level, level)
	}
	if got, want := py.Str(py.CallMethod(out, "getvalue")), "I:svc.http:info\nE:svc.http:error\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMistakes(t *testing.T) {
	for want, config := range map[string]any{
		"dictionary doesn't specify a version": dict(),
		"Unsupported version: 2":               dict("version", 2),
		"Unable to configure handler 'x': Cannot resolve 'no.Thing': No module named 'no'": dict("version", 1,
			"handlers", dict("x", dict("class", "no.Thing"))),
		"Unable to configure logger 'x': Unable to add handler 'y'": dict("version", 1,
			"loggers", dict("x", dict("handlers", py.ListOf[any]("y")))),
		"Unable to configure root logger: Unknown level: 'LOUD'": dict("version", 1, "root", dict("level", "LOUD")),
	} {
		err := py.Try(func() error {
			py.Call(Module().Attr("dictConfig"), config)
			return nil
		})
		if err == nil {
			t.Errorf("no error, want %s", want)
			continue
		}
		got := err.Error()
		if cause := py.GetAttr(py.AsException(err), "__cause__"); cause != nil {
			got += ": " + py.Str(cause)
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
