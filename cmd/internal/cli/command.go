// Package cli is the command line of pyasync2go: flags in, text out. One file
// a verb; the work is done by the packages of codegen.
package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// The exit statuses.
const (
	exitOK       = 0
	exitFindings = 1 // the Python was refused, or check found something
	exitTrouble  = 2 // misuse, a file that cannot be read or written, a defect of the tool
)

// Streams are where a command writes to.
type Streams struct{ Out, Err io.Writer }

// errFindings ends a command whose findings are printed already.
var errFindings = errors.New("findings")

// Main runs the command line and returns the exit status.
func Main(args []string, streams Streams) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	err := root.Execute()
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	}
	fmt.Fprintln(streams.Err, "pyasync2go:", err)
	return exitTrouble
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "pyasync2go",
		Short: "Convert Python asyncio programs to Go",
		Long: `pyasync2go converts Python asyncio programs to Go that does the same: the same
output, the same order, the same exceptions. What it cannot convert exactly it
refuses, with the place and the reason.

Exit status: 0 when all is well, 1 when the Python was refused or something was
found, 2 for misuse and trouble.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newConvert(), newRun(), newBuild(), newCheck(), newAST(), newExplain(), newAPIs(), newVersion(),
	)
	return root
}
