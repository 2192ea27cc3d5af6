package logginghandlers

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
)

func TestRotationBySize(t *testing.T) {
	path := filepath.Join(t.TempDir(), "app.log")
	handler := py.CallKw(Module().Attr("RotatingFileHandler"), []any{path},
		py.Kwargs{{Name: "maxBytes", Value: 30}, {Name: "backupCount", Value: 2}})
	log := logging.GetLogger("rotated")
	py.SetAttr(log, "propagate", false)
	py.CallMethod(log, "addHandler", handler)
	for i := range 7 {
		py.CallMethod(log, "warning", "record %02d", i)
	}
	py.CallMethod(handler, "close")
	for name, want := range map[string]string{
		"": "record 06\n", ".1": "record 04\nrecord 05\n", ".2": "record 02\nrecord 03\n",
	} {
		if got, err := os.ReadFile(path + name); string(got) != want {
			t.Errorf("app.log%s: got %q (%v), want %q", name, got, err, want)
		}
	}
}

func TestRotationByTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "app.log")
	for when, want := range map[string]int{
		"S": 1700000002, "m": 1700000120, "H": 1700007200, "D": 1700172800, "midnight": 1700092800, "W0": 1701129600, "W6": 1701043200,
	} {
		handler := py.CallKw(Module().Attr("TimedRotatingFileHandler"), []any{path, when, 2}, py.Kwargs{{Name: "utc", Value: true}})
		if got := py.CallMethod(handler, "computeRollover", 1700000000); got != want {
			t.Errorf("%s: got %v, want %d", when, got, want)
		}
		py.CallMethod(handler, "close")
	}
}
