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
		Use:   "build FILE.py [-o BIN]",
		Short: "Convert a program and build it",
		Args:  cobra.ExactArgs(1),
	}
	out := cmd.Flags().StringP("output", "o", "", "the binary to write (default: the name of the script without .py)")
	race := cmd.Flags().Bool("race", false, "build with the race detector")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		files, err := moduleFiles(cmd, args[0])
		if err != nil {
			return err
		}
		if *out == "" {
			*out = strings.TrimSuffix(filepath.Base(args[0]), ".py")
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
