package parser

import (
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// corpusCase is a source with CPython 3.13's verdict on it. A verdict is null for
// a source that is accepted, or [exception, line, offset, end line, end offset,
// message].
type corpusCase struct {
	Mode    string
	Flags   int
	Src     *string
	SrcHex  string
	Parse   []any
	Compile []any
}

// Flags of CPython's compile.
const (
	flagTypeComments  = 0x1000
	flagTopLevelAwait = 0x2000
)

func readCorpus(t *testing.T) []corpusCase {
	t.Helper()
	file, err := os.Open("testdata/syntax_corpus.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []corpusCase
	if err := json.NewDecoder(unzipped).Decode(&cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// verdict returns the first error that we find in a source, or nil.
func (c corpusCase) verdict(t *testing.T) (*diag.Diagnostic, string) {
	t.Helper()
	var file *source.File
	if c.Src != nil {
		file = source.NewText("<s>", *c.Src)
	} else {
		content, err := hex.DecodeString(c.SrcHex)
		if err != nil {
			t.Fatal(err)
		}
		file = source.New("<s>", content)
	}
	start := map[string]string{"exec": "file", "eval": "eval", "single": "interactive"}[c.Mode]
	list := verdict(file, options{
		start:         start,
		only313:       true,
		typeComments:  c.Flags&flagTypeComments != 0,
		topLevelAwait: c.Flags&flagTopLevelAwait != 0,
	})
	for i := range list {
		if list[i].Severity == diag.Error {
			return &list[i], file.Text
		}
	}
	return nil, file.Text
}

// TestCorpus holds our verdicts against CPython's, in three counts.
func TestCorpus(t *testing.T) {
	var accept, place, message int
	cases := readCorpus(t)
	for i, c := range cases {
		want := c.Parse
		if want == nil {
			want = c.Compile
		}
		got, text := c.verdict(t)
		if (want == nil) != (got == nil) {
			t.Logf("#%d %s %q:\n\tCPython %v\n\twe      %v", i, c.Mode, text, want, got)
			continue
		}
		accept++
		if want == nil {
			place++
			message++
			continue
		}
		line, column := got.Position()
		if got.Code == diag.BadEncoding && (want[1] == nil || want[1] == 0.0) {
			// CPython names no place; ours is the start of the file.
			want[1], want[2] = line, column
		}
		wantPlace, gotPlace := fmt.Sprint(want[1], ":", want[2]), fmt.Sprint(line, ":", column)
		if wantPlace == gotPlace {
			place++
		}
		if want[5] == got.Message {
			message++
		}
		if wantPlace != gotPlace || want[5] != got.Message {
			t.Logf("#%d %s %q:\n\tCPython %s %v\n\twe      %s %s", i, c.Mode, text, wantPlace, want[5], gotPlace, got.Message)
		}
	}
	t.Logf("of %d cases: accept or reject %d, line and offset %d, message %d", len(cases), accept, place, message)
	if accept < len(cases) || place < len(cases) || message < len(cases) {
		t.Errorf("not all verdicts are CPython's")
	}
}
