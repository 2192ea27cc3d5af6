package cli

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/codegen/project"
)

func newBuild() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "build FILE.py|DIR [-o BIN]",
		Short: "Convert a program and build it",
		Long: `Build converts the script and the local modules it imports, and builds the Go. A
directory means its __main__.py; a package is built as python -m would run it.`,
		Args: cobra.ExactArgs(1),
	}
	out := cmd.Flags().StringP("output", "o", "", "the binary to write (default: the name of the script without .py, or of the directory)")
	race := cmd.Flags().Bool("race", false, "build with the race detector")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		files, err := moduleFiles(cmd, args[0])
		if err != nil {
			return err
		}
		if *out == "" {
			abs, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			*out = strings.TrimSuffix(filepath.Base(abs), ".py")
		}
		return project.Build(cmd.Context(), files, *out, project.BuildOptions{Race: *race})
	}
	return cmd
}

// scriptModule returns the Go module of a single script.
func scriptModule(path string, result *codegen.Result) *project.Module {
	m := &project.Module{Path: project.ModulePath(filepath.Base(path))}
	m.Add(".", result)
	return m
}
