package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// codeDoc is what explain says about a diagnostic code.
type codeDoc struct {
	Code string
	Name string // of the constant in parser/diag
	Doc  string
}

func newExplain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Explain a diagnostic code, or list all",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			out := cmd.OutOrStdout()
			if len(args) == 0 {
				for _, c := range codeDocs {
					first, _, _ := strings.Cut(c.Doc, "\n")
					fmt.Fprintf(out, "%s  %s\n", c.Code, first)
				}
				return nil
			}
			code := strings.ToUpper(args[0])
			i := slices.IndexFunc(codeDocs, func(c codeDoc) bool { return c.Code == code })
			if i < 0 {
				return fmt.Errorf("there is no diagnostic %s; pyasync2go explain lists them", args[0])
			}
			_, err := fmt.Fprintf(out, "%s (%s)\n\n%s\n", codeDocs[i].Code, codeDocs[i].Name, codeDocs[i].Doc)
			return err
		},
	}
}
