package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// Results are what one run of the command measured.
type Results struct {
	Machine string `json:"machine"` // system, architecture, processors
	Go      string `json:"go"`
	Python  string `json:"python,omitempty"` // empty without CPython
	Rounds  int    `json:"rounds"`
	Rows    []*Row `json:"rows"`
}

// A Row is what one program took.
type Row struct {
	Name     string         `json:"name"`
	BinaryMB float64        `json:"binary_mb"`
	Ways     [ways]*Figures `json:"ways"` // CPython, expert, converted; nil where not run
}

// Figures are the medians of one way to run a program; the peak is of one run.
type Figures struct {
	WallMS float64 `json:"wall_ms"`
	CPUMS  float64 `json:"cpu_ms"`
	PeakMB float64 `json:"peak_mb"`
}

// newResults returns results without rows.
func newResults(ctx context.Context, python string, rounds int) *Results {
	r := &Results{
		Machine: fmt.Sprintf("%s/%s, %d processors", runtime.GOOS, runtime.GOARCH, runtime.NumCPU()),
		Go:      runtime.Version(),
		Rounds:  rounds,
	}
	if python != "" {
		if out, err := exec.CommandContext(ctx, python, "--version").Output(); err == nil {
			r.Python = strings.TrimSpace(string(out))
		}
	}
	return r
}

// readResults reads recorded results.
func readResults(name string) (*Results, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	r := new(Results)
	if err := json.Unmarshal(text, r); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// write records the results.
func (r *Results) write(name string) error {
	text, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(text, '\n'), 0o644)
}

// row returns the row of a program, nil if there is none.
func (r *Results) row(name string) *Row {
	for _, row := range r.Rows {
		if row.Name == name {
			return row
		}
	}
	return nil
}

// addFrom adds the rows of older results that these have not.
func (r *Results) addFrom(older *Results) {
	for _, row := range older.Rows {
		if r.row(row.Name) == nil {
			r.Rows = append(r.Rows, row)
		}
	}
	slices.SortFunc(r.Rows, func(a, b *Row) int { return strings.Compare(a.Name, b.Name) })
}

// faster returns how many times faster than CPython the converted program is,
// 0 if CPython did not run.
func (r *Row) faster() float64 { return r.quotient(cpython, converted) }

// slower returns how many times the expert's time the converted program takes.
func (r *Row) slower() float64 { return r.quotient(converted, expert) }

// quotient divides the wall time of one way by that of another.
func (r *Row) quotient(a, b int) float64 {
	if r.Ways[a] == nil || r.Ways[b] == nil || r.Ways[b].WallMS == 0 {
		return 0
	}
	return r.Ways[a].WallMS / r.Ways[b].WallMS
}

// round rounds to a number of decimals.
func round(x float64, decimals int) float64 {
	unit := math.Pow10(decimals)
	return math.Round(x*unit) / unit
}
