package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/parser/source"
)

func sample() List {
	file := source.NewText("orders.py", "é = 1\n\tws = await session.ws_connect(url)\n")
	at := int32(strings.Index(file.Text, "session"))
	return List{
		{Code: "PA4001", Severity: Error, File: file, Range: source.Range{Start: at, End: at + 18},
			Message: "no Go mapping", Hint: "add an entry"},
		{Code: "PA1001", Severity: Note, File: file, Range: source.Range{Start: 0, End: 2}, Message: "look here"},
		{Code: "PA1001", Severity: Note, File: file, Range: source.Range{Start: 0, End: 2}, Message: "look here"},
	}
}

func TestWriteText(t *testing.T) {
	var out strings.Builder
	if err := WriteText(&out, sample().Sorted()); err != nil {
		t.Fatal(err)
	}
	want := `orders.py:1:1: note[PA1001]: look here
    1 | é = 1
      | ^
orders.py:2:13: error[PA4001]: no Go mapping
    2 | 	ws = await session.ws_connect(url)
      | 	           ^^^^^^^^^^^^^^^^^^
   hint: add an entry
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestWriteJSON(t *testing.T) {
	var out strings.Builder
	if err := WriteJSON(&out, sample()[:1]); err != nil {
		t.Fatal(err)
	}
	want := `[
  {
    "file": "orders.py",
    "line": 2,
    "column": 13,
    "endLine": 2,
    "endColumn": 31,
    "severity": "error",
    "code": "PA4001",
    "message": "no Go mapping",
    "hint": "add an entry"
  }
]
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}
