package cli

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

func newCheck() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check FILE.py...",
		Short: "Say what would not convert, what blocks the loop, and what is async",
		Args:  cobra.MinimumNArgs(1),
	}
	format := cmd.Flags().String("format", "text", "text or json")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if *format != "text" && *format != "json" {
			return fmt.Errorf("--format %s: text or json", *format)
		}
		var all diag.List
		for _, path := range paths {
			_, list, err := convert.Lower(path)
			if err != nil {
				return printed(cmd.ErrOrStderr(), list, err)
			}
			all = append(all, list.Sorted()...)
		}
		if *format == "json" {
			if err := writeCheckJSON(cmd, all); err != nil {
				return err
			}
		} else if err := diag.WriteText(cmd.OutOrStdout(), all); err != nil {
			return err
		}
		if slices.ContainsFunc(all, func(d diag.Diagnostic) bool { return d.Severity != diag.Note }) {
			return errFindings
		}
		return nil
	}
	return cmd
}

func writeCheckJSON(cmd *cobra.Command, list diag.List) error {
	encoder := json.NewEncoder(cmd.OutOrStdout())
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		Diagnostics convert.Diagnostics `json:"diagnostics"`
	}{convert.Diagnostics(list)})
}
