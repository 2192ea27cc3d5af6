package cli

import (
	"fmt"
	"io"
	"math"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
)

// fileStatistics is what check --stats says of a script and what it imports.
type fileStatistics struct {
	File        string         `json:"file"`
	Expressions int            `json:"expressions"`
	Dynamic     int            `json:"dynamic"`
	Percent     float64        `json:"percent"`
	Classes     []dynamicClass `json:"dynamic_classes,omitempty"`
}

// dynamicClass is a class that does not become a Go struct.
type dynamicClass struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

func statisticsOf(path string, s *infer.Statistics) fileStatistics {
	out := fileStatistics{File: path, Expressions: s.Expressions, Dynamic: len(s.Dynamic)}
	if s.Expressions > 0 {
		out.Percent = math.Round(float64(len(s.Dynamic))/float64(s.Expressions)*1000) / 10
	}
	for _, c := range s.Classes {
		out.Classes = append(out.Classes, dynamicClass{c.Def.Name, c.Why})
	}
	return out
}

// write writes the statistics as text.
func (f *fileStatistics) write(w io.Writer) {
	fmt.Fprintf(w, "%s: %d of %d expressions are dynamic (%.1f %%)\n", f.File, f.Dynamic, f.Expressions, f.Percent)
	for _, c := range f.Classes {
		fmt.Fprintf(w, "%s: class %s is no struct: %s\n", f.File, c.Name, c.Why)
	}
}
