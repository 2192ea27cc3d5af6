package main

import (
	"fmt"
	"os"
	"strings"
)

// headings are those of the table, whose cells are [Row.cells].
var headings = []string{
	"program", "CPython ms", "expert ms", "converted ms", "÷ CPython", "÷ expert",
	"CPU ms", "MB CPython", "MB expert", "MB converted", "binary MB",
}

// cells returns the row as text.
func (r *Row) cells() []string {
	cells := []string{r.Name}
	for _, f := range r.Ways {
		cells = append(cells, figure(f, func(f *Figures) string { return fmt.Sprintf("%.1f", f.WallMS) }))
	}
	cells = append(cells, times(r.faster(), "faster"), times(r.slower(), ""))
	var cpu []string
	for _, f := range r.Ways {
		cpu = append(cpu, figure(f, func(f *Figures) string { return fmt.Sprintf("%.0f", f.CPUMS) }))
	}
	cells = append(cells, strings.Join(cpu, " / "))
	for _, f := range r.Ways {
		cells = append(cells, figure(f, func(f *Figures) string { return fmt.Sprintf("%.1f", f.PeakMB) }))
	}
	return append(cells, fmt.Sprintf("%.1f", r.BinaryMB))
}

// figure returns a figure of a way, or a dash if it was not run.
func figure(f *Figures, text func(*Figures) string) string {
	if f == nil {
		return "–"
	}
	return text(f)
}

// times writes a quotient, or a dash for an unknown one.
func times(quotient float64, word string) string {
	if quotient == 0 {
		return "–"
	}
	return strings.TrimSpace(fmt.Sprintf("%.2fx %s", quotient, word))
}

// progress returns what is said of a row as soon as it is known.
func (r *Row) progress() string {
	return fmt.Sprintf("%s: %s than CPython, %s the expert's time", r.Name, times(r.faster(), "faster"), times(r.slower(), ""))
}

// lines returns the table, headings first.
func (r *Results) lines() [][]string {
	lines := [][]string{headings}
	for _, row := range r.Rows {
		lines = append(lines, row.cells())
	}
	return lines
}

// text returns the table for a terminal.
func (r *Results) text() string {
	lines := r.lines()
	widths := make([]int, len(headings))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	var b strings.Builder
	for _, line := range lines {
		for i, cell := range line {
			pad := strings.Repeat(" ", widths[i]-len([]rune(cell)))
			if i == 0 {
				b.WriteString(cell + pad)
			} else {
				b.WriteString("  " + pad + cell)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// The part of the page that this command writes stands between these lines.
const (
	pageBegin = "<!-- table: written by make bench -->\n"
	pageEnd   = "<!-- end of table -->"
)

// writePage writes the table into its place in a page, chart first.
func (r *Results) writePage(name, chart string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	before, rest, found := strings.Cut(string(text), pageBegin)
	_, after, closed := strings.Cut(rest, pageEnd)
	if !found || !closed {
		return fmt.Errorf("%s has no place for the table", name)
	}
	return os.WriteFile(name, []byte(before+pageBegin+r.markdown(chart)+pageEnd+after), 0o644)
}

// markdown returns the chart and the table for a page.
func (r *Results) markdown(chart string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n![time of each program](%s)\n\n", chart)
	fmt.Fprintf(&b, "%s; %s; %s; medians of %d rounds. CPU ms: CPython / expert / converted.\n\n",
		r.Machine, r.Go, r.Python, r.Rounds)
	for i, line := range r.lines() {
		b.WriteString("| " + strings.Join(line, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|---" + strings.Repeat("|--:", len(headings)-1) + "|\n")
		}
	}
	b.WriteByte('\n')
	return b.String()
}
