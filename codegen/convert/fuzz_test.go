package convert

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/pyasync2go/pyasync2go/analyzer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// What one source may take. Time is generous, for busy machines; what it finds
// are loops without an end.
const (
	maxTime       = 20 * time.Second
	maxMemory     = 64 << 20
	maxMemoryByte = 64 << 10 // more, for each byte of source
)

// FuzzConvert converts sources that the edits have spoiled: whatever the source,
// the tool ends without a panic, within bounds of time and memory, and what it
// gives for valid Python is Go that parses.
func FuzzConvert(f *testing.F) {
	programs, err := filepath.Glob("../../testdata/*/main.py")
	if err != nil || len(programs) == 0 {
		f.Fatal("no programs: ", err)
	}
	for _, name := range programs {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if len(text) < 3000 {
			f.Add(string(text), []byte{})
			f.Add(string(text), []byte(name[len(name)/2:]))
		}
	}
	root := f.TempDir()
	f.Fuzz(func(t *testing.T, text string, edits []byte) {
		text = edit(text, edits)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		convertText(t, filepath.Join(root, "fuzz.py"), text)
		if took := time.Since(start); took > maxTime {
			t.Errorf("%v for %d bytes", took, len(text))
		}
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > maxMemory+maxMemoryByte*uint64(len(text)) {
			t.Errorf("%d MB for %d bytes", used>>20, len(text))
		}
	})
}

// convertText carries a source as far as it goes.
func convertText(t *testing.T, path, text string) {
	in, list := analyzer.LoadSource(path, []byte(text))
	if list.HasErrors() {
		return
	}
	analysis, list := analyzer.Analyze(in)
	if list.HasErrors() {
		return
	}
	for _, err := range ir.Verify(analysis.Program) {
		t.Error(err)
	}
	result, err := codegen.Generate(analysis.Program)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range result.Files {
		if _, err := parser.ParseFile(token.NewFileSet(), file.Name, file.Text, 0); err != nil {
			t.Errorf("%s: %v", file.Name, err)
		}
	}
}

// edit drops, doubles, swaps and replaces tokens of a text. Each edit is three
// bytes: what to do, and to which two tokens.
func edit(text string, edits []byte) string {
	for len(edits) >= 3 {
		tokens := scanner.Scan(text, scanner.Options{ImplicitNewline: true}).Tokens
		one, other := tokens[int(edits[1])*len(tokens)>>8], tokens[int(edits[2])*len(tokens)>>8]
		if one.Start > other.Start {
			one, other = other, one
		}
		text = apply(edits[0], text, one, other)
		edits = edits[3:]
	}
	return text
}

// apply does one edit; the token one starts no later than the other.
func apply(op byte, text string, one, other scanner.Token) string {
	word := func(t scanner.Token) string { return text[t.Start:min(int(t.End), len(text))] }
	before, between, after := text[:one.Start], "", text[min(int(other.End), len(text)):]
	if one.End <= other.Start {
		between = text[one.End:other.Start]
	}
	switch op % 5 {
	case 0:
		return before + between + word(other) + after
	case 1:
		return before + word(one) + between + after
	case 2:
		return before + word(other) + between + word(one) + after
	case 3:
		return before + word(other) + between + word(other) + after
	}
	return before + strings.Repeat(word(one)+" ", 2) + between + word(other) + after
}
