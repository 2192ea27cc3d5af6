package zoneinfo

import (
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
)

// TestOffsets checks what CPython 3.13 has recorded:
// zone|year|month|fold|utcoffset|dst|tzname|local time of UTC|its fold.
func TestOffsets(t *testing.T) {
	if _, err := os.Stat("/usr/share/zoneinfo/Europe/Dublin"); err != nil {
		t.Skip("no time zones here")
	}
	data, err := os.ReadFile("testdata/offsets.txt")
	if err != nil {
		t.Fatal(err)
	}
	class := datetime.Module().Attr("datetime")
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		f := strings.Split(line, "|")
		zone := py.Call(zoneInfoClass, f[0])
		year, month := py.Int(f[1]), py.Int(f[2])
		local := py.CallKw(class, []any{year, month, 27, 1, 30}, py.Kwargs{{Name: "tzinfo", Value: zone}, {Name: "fold", Value: py.Int(f[3])}})
		utc := py.Call(class, year, month, 27, 1, 30, 0, 0, datetime.UTC)
		moved := py.CallMethod(utc, "astimezone", zone)
		naive := py.CallMethodKw(moved, "replace", nil, py.Kwargs{{Name: "tzinfo", Value: nil}})
		got := append([]string{}, f[:4]...)
		for _, v := range []any{
			py.CallMethod(local, "utcoffset"), py.CallMethod(local, "dst"), py.CallMethod(local, "tzname"), naive, py.GetAttr(moved, "fold"),
		} {
			got = append(got, py.Str(v))
		}
		if text := strings.Join(got, "|"); text != line {
			t.Errorf("got %s, want %s", text, line)
		}
	}
}
