package cli

import (
	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/codegen/project"
)

func newRun() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "run FILE.py|DIR [ARGS...]",
		Short: "Convert, build and run a program",
		Long: `Run converts the script and the local modules it imports, builds the Go (or
takes the binary from the cache, if the same was built before), and runs it with
the arguments. Input, output, signals and the exit status are the program's. A
directory means its __main__.py; a package is run as by python -m.`,
		Args: cobra.MinimumNArgs(1),
	}
	race := cmd.Flags().Bool("race", false, "build with the race detector")
	cmd.Flags().SetInterspersed(false)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		files, err := moduleFiles(cmd, args[0])
		if err != nil {
			return err
		}
		binary, err := project.Cached(cmd.Context(), files, project.BuildOptions{Race: *race, Strip: true})
		if err != nil {
			return err
		}
		return replace(binary, args[0], args[1:])
	}
	return cmd
}

// moduleFiles converts a script into the files of a Go module, and prints what
// there is to say about it.
func moduleFiles(cmd *cobra.Command, path string) ([]project.File, error) {
	result, list, err := convert.File(path)
	if err := printed(cmd.ErrOrStderr(), list, err); err != nil {
		return nil, err
	}
	return scriptModule(path, result).Files()
}
