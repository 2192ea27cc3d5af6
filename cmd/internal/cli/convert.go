package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/codegen/check"
	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/codegen/project"
)

// convertFlags are the flags of convert.
type convertFlags struct {
	output  string
	force   bool
	vet     bool
	dump    string
	explain bool
	jobs    int
	report  string
}

func newConvert() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "convert FILE.py|DIR [-o FILE.go|DIR]",
		Short: "Convert a program, or all programs of a directory, to Go",
		Long: `Convert prints the Go for a script, or writes it: to a file if the output ends
in .go, else to a directory, as a module that builds offline with nothing but Go
(go.mod, and in vendor/ the runtime that the program uses).

For a directory it converts every script and package below it into one module,
one command for each script. What is refused is left out, and reported.`,
		Example: `  pyasync2go convert fetch.py
  pyasync2go convert fetch.py -o fetch/
  pyasync2go convert ./scripts -o ./go --jobs 4 --report report.json`,
		Args: cobra.ExactArgs(1),
	}
	var flags convertFlags
	f := cmd.Flags()
	f.StringVarP(&flags.output, "output", "o", "", "where to write: a .go file, or the directory of a module")
	f.BoolVar(&flags.force, "force", false, "write into a directory that pyasync2go did not make")
	f.BoolVar(&flags.vet, "vet", false, "check the written module with the Go type checker and go vet's passes")
	f.StringVar(&flags.dump, "dump", "", "print the intermediate form instead of Go (ir)")
	f.BoolVar(&flags.explain, "explain", false, "print the form that each construct takes, and why it is no simpler one, instead of Go")
	f.IntVarP(&flags.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "files of a directory converted at a time")
	f.StringVar(&flags.report, "report", "", "write what became of each file of a directory as JSON")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		info, err := os.Stat(args[0])
		switch {
		case err != nil:
			return err
		case info.IsDir() && (flags.dump != "" || flags.explain):
			return errors.New("--dump and --explain are for a file")
		case info.IsDir():
			return convertTree(cmd, args[0], &flags)
		case flags.dump != "":
			return dump(cmd, args[0], flags.dump)
		case flags.explain:
			return explainForms(cmd, args[0])
		}
		return convertFile(cmd, args[0], &flags)
	}
	return cmd
}

// dump prints a stage of the conversion.
func dump(cmd *cobra.Command, path, stage string) error {
	if stage != "ir" {
		return fmt.Errorf("--dump=%s: the only stage is ir", stage)
	}
	analysis, list, err := convert.Analyze(path)
	if err := printed(cmd.ErrOrStderr(), list, err); err != nil {
		return err
	}
	if _, err := fmt.Fprint(cmd.OutOrStdout(), ir.Print(analysis.Program)); err != nil {
		return err
	}
	return errors.Join(ir.Verify(analysis.Program)...)
}

// explainForms prints a line for each construct: its place, the form it takes,
// and why it takes no more idiomatic one.
func explainForms(cmd *cobra.Command, path string) error {
	analysis, list, err := convert.Analyze(path)
	if err := printed(cmd.ErrOrStderr(), list, err); err != nil {
		return err
	}
	table := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	for _, r := range analysis.Rungs() {
		line, _ := r.File.Position(r.Range.Start)
		fmt.Fprintf(table, "%s:%d:%d\t%s\t%s", r.File.Name, line, r.File.Column(r.Range.Start)+1, r.Kind, r.Form)
		if r.Why != "" {
			fmt.Fprintf(table, "\tbecause %s", r.Why)
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}

func convertFile(cmd *cobra.Command, path string, flags *convertFlags) error {
	if flags.report != "" {
		return errors.New("--report is for a directory")
	}
	result, list, err := convert.File(path)
	if err := printed(cmd.ErrOrStderr(), list, err); err != nil {
		return err
	}
	if flags.output != "" && !strings.HasSuffix(flags.output, ".go") {
		return writeModule(cmd, scriptModule(path, result), flags)
	}
	if flags.vet {
		return errors.New("--vet needs a directory as output")
	}
	if flags.output == "" {
		if slices.ContainsFunc(result.Files, isTable) {
			fmt.Fprintln(cmd.ErrOrStderr(), "pyasync2go: the table of lines, which reprs of tasks and log records show, is a file of its own: -o DIR writes it")
		}
		_, err := cmd.OutOrStdout().Write(joined(slices.DeleteFunc(result.Files, isTable)))
		return err
	}
	if len(result.Files) == 1 {
		return project.WriteFile(flags.output, result.Files[0].Text)
	}
	return writeBeside(flags.output, result)
}

func isTable(f codegen.File) bool { return f.Table }

// joined returns the files of a program for reading, each after its name if
// there are several.
func joined(files []codegen.File) []byte {
	if len(files) == 1 {
		return files[0].Text
	}
	var text []byte
	for _, f := range files {
		text = fmt.Appendf(text, "-- %s --\n", f.Name)
		text = append(text, f.Text...)
	}
	return text
}

// writeBeside writes a program of several modules: main.go under the name that
// was asked for, the rest beside it.
func writeBeside(name string, result *codegen.Result) error {
	for _, f := range result.Files {
		target := filepath.Join(filepath.Dir(name), f.Name)
		if f.Name == "main.go" {
			target = name
		}
		if err := project.WriteFile(target, f.Text); err != nil {
			return err
		}
	}
	return nil
}

// writeModule writes a module to the output directory, and vets it if asked to.
func writeModule(cmd *cobra.Command, m *project.Module, flags *convertFlags) error {
	files, err := m.Files()
	if err != nil {
		return err
	}
	err = project.Write(flags.output, files, flags.force)
	if errors.Is(err, project.ErrForeign) {
		return fmt.Errorf("%w; --force writes into it", err)
	}
	if err != nil || !flags.vet {
		return err
	}
	findings, err := check.Module(flags.output, "./...")
	if err != nil {
		return err
	}
	for _, f := range findings {
		fmt.Fprintln(cmd.ErrOrStderr(), f)
	}
	if len(findings) > 0 {
		return fmt.Errorf("go vet found %d defects in the converted code", len(findings))
	}
	return nil
}
