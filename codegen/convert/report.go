package convert

import (
	"bytes"

	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// Status is what became of a file.
type Status string

// The statuses.
const (
	Converted Status = "converted"
	Refused   Status = "refused"  // its diagnostics say why
	Failed    Status = "failed"   // it could not be read, or the tool has a defect
	Included  Status = "included" // a module: it is part of the programs that import it
)

// Entry is a file in a report.
type Entry struct {
	Path        string      `json:"path"` // below the directory, with slashes
	Status      Status      `json:"status"`
	Output      string      `json:"output,omitempty"` // directory in the Go module
	Error       string      `json:"error,omitempty"`
	Diagnostics Diagnostics `json:"diagnostics,omitempty"`
}

// Diagnostics are findings in the JSON form that diag.WriteJSON gives them.
type Diagnostics diag.List

// MarshalJSON returns the findings as a JSON array.
func (d Diagnostics) MarshalJSON() ([]byte, error) {
	var text bytes.Buffer
	err := diag.WriteJSON(&text, diag.List(d))
	return text.Bytes(), err
}

// Summary counts the files of each status.
type Summary struct {
	Converted int `json:"converted"`
	Refused   int `json:"refused"`
	Failed    int `json:"failed"`
	Included  int `json:"included"`
}

// Report is what became of each file of a tree, in the order of their paths.
type Report struct {
	Version string  `json:"version"`
	Summary Summary `json:"summary"`
	Files   []Entry `json:"files"`
}

func (r *Report) add(e Entry) {
	r.Files = append(r.Files, e)
	switch e.Status {
	case Converted:
		r.Summary.Converted++
	case Refused:
		r.Summary.Refused++
	case Failed:
		r.Summary.Failed++
	case Included:
		r.Summary.Included++
	}
}
