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

// counts tells how many of our verdicts are CPython's.
type counts struct{ cases, accept, place, message int }

func (n counts) String() string {
	return fmt.Sprintf("of %d cases: accept or reject %d, line and offset %d, message %d", n.cases, n.accept, n.place, n.message)
}

// hold compares our verdict on a source with CPython's.
func (n *counts) hold(t *testing.T, c corpusCase) {
	t.Helper()
	n.cases++
	want := c.Parse
	if want == nil {
		want = c.Compile
	}
	file := c.file(t)
	_, list := parseTree(file, c.options())
	got := firstError(list)
	if (want == nil) != (got == nil) {
		t.Errorf("#%d %s %q:\n\tCPython %v\n\twe      %v", n.cases-1, c.Mode, file.Text, want, list)
		return
	}
	n.accept++
	if want == nil {
		n.place++
		n.message++
		return
	}
	line, column := got.Position()
	if got.Code == diag.BadEncoding && (want[1] == nil || want[1] == 0.0) {
		// CPython names no place; ours is the start of the file.
		want[1], want[2] = line, column
	}
	wantPlace, gotPlace := fmt.Sprint(want[1], ":", want[2]), fmt.Sprint(line, ":", column)
	if wantPlace == gotPlace {
		n.place++
	}
	if want[5] == got.Message {
		n.message++
	}
	if wantPlace != gotPlace || want[5] != got.Message {
		t.Errorf("#%d %s %q:\n\tCPython %s %v\n\twe      %s %s", n.cases-1, c.Mode, file.Text, wantPlace, want[5], gotPlace, got.Message)
	}
}

// TestCorpus holds our verdicts against CPython's, in three counts.
func TestCorpus(t *testing.T) {
	var n counts
	for _, c := range readCorpus(t) {
		n.hold(t, c)
	}
	t.Log(n)
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
