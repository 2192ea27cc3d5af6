package cli

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/codegen/project"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "pyasync2go %s, Python 3.13 to %s\n", project.Version, runtime.Version())
			return err
		},
	}
}
