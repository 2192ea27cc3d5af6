package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/analyzer/effect"
	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

func newCheck() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check FILE.py...",
		Short: "Say what would not convert, what blocks the loop, and what async sites become",
		Args:  cobra.MinimumNArgs(1),
	}
	format := cmd.Flags().String("format", "text", "text or json")
	stats := cmd.Flags().Bool("stats", false, "also count the expressions without a static type, and say why classes are no structs")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		write := writeCheckText
		switch *format {
		case "text":
		case "json":
			write = writeCheckJSON
		default:
			return fmt.Errorf("--format %s: text or json", *format)
		}
		var found checked
		for _, path := range paths {
			if err := found.add(path, *stats); err != nil {
				return printed(cmd.ErrOrStderr(), found.diagnostics, err)
			}
		}
		if err := write(cmd.OutOrStdout(), &found); err != nil {
			return err
		}
		if slices.ContainsFunc(found.diagnostics, func(d diag.Diagnostic) bool { return d.Severity != diag.Note }) {
			return errFindings
		}
		return nil
	}
	return cmd
}

// checked is what check has to say.
type checked struct {
	diagnostics diag.List
	sites       []effect.Site
	statistics  []fileStatistics
}

// add checks a file.
func (c *checked) add(path string, stats bool) error {
	analysis, list, err := convert.Analyze(path)
	if analysis != nil {
		c.sites = append(c.sites, analysis.Sites()...)
		if stats {
			c.statistics = append(c.statistics, statisticsOf(path, analysis.Statistics()))
		}
	}
	c.diagnostics = append(c.diagnostics, list.Sorted()...)
	return err
}

// writeCheckText writes the diagnostics, and a table of the async sites.
func writeCheckText(w io.Writer, c *checked) error {
	if err := diag.WriteText(w, c.diagnostics); err != nil {
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, s := range c.sites {
		line, column := place(s)
		kind := s.Kind
		if s.Name != "" {
			kind += " " + s.Name
		}
		fmt.Fprintf(table, "%s:%d:%d\t%s\t%s\n", s.File.Name, line, column, kind, s.Becomes)
	}
	for _, f := range c.statistics {
		f.write(table)
	}
	return table.Flush()
}

// place returns the line and column of a site, both counted from 1.
func place(s effect.Site) (line, column int) {
	line, _ = s.File.Position(s.Range.Start)
	return line, s.File.Column(s.Range.Start) + 1
}

// jsonSite is the form of a site in JSON.
type jsonSite struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Kind    string `json:"kind"`
	Name    string `json:"name,omitempty"`
	Becomes string `json:"becomes"`
}

func writeCheckJSON(w io.Writer, c *checked) error {
	sites := []jsonSite{}
	for _, s := range c.sites {
		line, column := place(s)
		sites = append(sites, jsonSite{s.File.Name, line, column, s.Kind, s.Name, s.Becomes})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		Diagnostics convert.Diagnostics `json:"diagnostics"`
		Sites       []jsonSite          `json:"sites"`
		Statistics  []fileStatistics    `json:"statistics,omitempty"`
	}{convert.Diagnostics(c.diagnostics), sites, c.statistics})
}
