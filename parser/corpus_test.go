package parser

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/parser/ast"
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

func readCorpus(t testing.TB) []corpusCase {
	t.Helper()
	var cases []corpusCase
	if err := json.Unmarshal(unzip(t, "testdata/syntax_corpus.json.gz"), &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func unzip(t testing.TB, name string) []byte {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func (c corpusCase) file(t testing.TB) *source.File {
	t.Helper()
	if c.Src != nil {
		return source.NewText("<s>", *c.Src)
	}
	content, err := hex.DecodeString(c.SrcHex)
	if err != nil {
		t.Fatal(err)
	}
	return source.New("<s>", content)
}

func (c corpusCase) options() options {
	return options{
		start:         map[string]string{"exec": "file", "eval": "eval", "single": "interactive"}[c.Mode],
		only313:       true,
		typeComments:  c.Flags&flagTypeComments != 0,
		topLevelAwait: c.Flags&flagTopLevelAwait != 0,
	}
}

// firstError returns the first error in a list, or nil.
func firstError(list diag.List) *diag.Diagnostic {
	for i := range list {
		if list[i].Severity == diag.Error {
			return &list[i]
		}
	}
	return nil
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
		file := c.file(t)
		text := file.Text
		_, list := parseTree(file, c.options())
		got := firstError(list)
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

// TestCorpusTrees holds the trees of the sources that parse against the start of
// the hashes of CPython's.
func TestCorpusTrees(t *testing.T) {
	hashes := strings.Fields(string(unzip(t, "testdata/syntax_corpus.hashes.gz")))
	for i, c := range readCorpus(t) {
		if hashes[i] == "-" {
			continue
		}
		file := c.file(t)
		tree, _ := parseTree(file, c.options())
		dump := ast.DumpString(tree, file, true)
		if got := hash(dump)[:len(hashes[i])]; got != hashes[i] {
			t.Errorf("#%d %s %q: CPython's tree differs from\n%s", i, c.Mode, file.Text, dump)
		}
	}
}

func hash(dump string) string {
	sum := sha256.Sum256([]byte(dump))
	return hex.EncodeToString(sum[:])
}
