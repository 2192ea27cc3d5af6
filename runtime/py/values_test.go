package py

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTables evaluates the expressions of testdata, of which the expected
// results were recorded from CPython 3.13.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no tables", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			lines, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			testTable(t, string(lines))
		})
	}
}
