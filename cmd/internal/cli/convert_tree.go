package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/codegen/project"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// convertTree converts a directory. It writes the module if anything was
// converted, the report if asked to, and a summary.
func convertTree(cmd *cobra.Command, dir string, flags *convertFlags) error {
	if flags.output == "" {
		return errors.New("converting a directory needs an output directory: -o DIR")
	}
	if flags.jobs < 1 {
		return fmt.Errorf("--jobs %d: at least 1", flags.jobs)
	}
	tree := &convert.Tree{Dir: dir, Skip: flags.output, Jobs: flags.jobs}
	finish := progress(cmd.ErrOrStderr(), tree)
	module, report, err := tree.Run(cmd.Context())
	finish()
	if err != nil {
		return err
	}
	if len(report.Files) == 0 {
		return fmt.Errorf("%s holds no Python file", dir)
	}
	if err := printReport(cmd.ErrOrStderr(), report); err != nil {
		return err
	}
	if report.Summary.Converted > 0 {
		if err := writeModule(cmd, module, flags); err != nil {
			return err
		}
	}
	if flags.report != "" {
		if err := writeReport(flags.report, report); err != nil {
			return err
		}
	}
	s := report.Summary
	fmt.Fprintf(cmd.ErrOrStderr(), "%d converted, %d refused, %d failed\n", s.Converted, s.Refused, s.Failed)
	switch {
	case s.Failed > 0:
		return fmt.Errorf("%d files failed", s.Failed)
	case s.Refused > 0:
		return errFindings
	}
	return nil
}

// progress shows a bar on a terminal while the tree is converted. The function
// it returns takes the bar away.
func progress(w io.Writer, tree *convert.Tree) func() {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return func() {}
	}
	bar := progressbar.NewOptions(1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription("converting"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(false),
		progressbar.OptionClearOnFinish(),
	)
	tree.Step = func(_, total int) {
		bar.ChangeMax(total)
		// What the terminal does with the bar is of no consequence.
		_ = bar.Add(1)
	}
	return func() { _ = bar.Finish() }
}

// printReport prints the findings and errors of all files.
func printReport(w io.Writer, report *convert.Report) error {
	for _, f := range report.Files {
		if err := diag.WriteText(w, diag.List(f.Diagnostics)); err != nil {
			return err
		}
		if f.Error != "" {
			fmt.Fprintln(w, f.Error)
		}
	}
	return nil
}

func writeReport(name string, report *convert.Report) error {
	text, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	return project.WriteFile(name, append(text, '\n'))
}
