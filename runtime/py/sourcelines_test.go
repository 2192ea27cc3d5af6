package py

import (
	"runtime"
	"testing"
)

// TestSource reads a table as codegen writes it.
func TestSource(t *testing.T) {
	Source("table.go", "/app/prog.py", `
10-20 3 main
12-14 - leaf
15-18 5 main.<locals>.<lambda>
11:4 15:5 19:7 22:9`)
	defer delete(sourceFiles, "table.go")
	for _, c := range []struct {
		goLine int
		want   SourcePlace
	}{
		{11, SourcePlace{"/app/prog.py", 4, "main"}},
		{13, SourcePlace{"/app/prog.py", 4, "leaf"}},
		{16, SourcePlace{"/app/prog.py", 5, "main.<locals>.<lambda>"}},
		{19, SourcePlace{"/app/prog.py", 7, "main"}},
		{30, SourcePlace{"/app/prog.py", 9, "<module>"}},
	} {
		_, got, ok := SourceOf(&runtime.Frame{Function: "main.f", File: "prog/table.go", Line: c.goLine})
		if !ok || got != c.want {
			t.Errorf("line %d: %v, %v", c.goLine, got, ok)
		}
	}
	if _, _, ok := SourceOf(&runtime.Frame{Function: "other.f", File: "prog/table.go", Line: 11}); ok {
		t.Error("a frame of another package is one of the program")
	}
	if p, ok := NamedPlace("main"); !ok || p.String() != "/app/prog.py:3" {
		t.Errorf("main is defined at %v, %v", p, ok)
	}
}
