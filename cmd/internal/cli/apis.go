package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
)

func newAPIs() *cobra.Command {
	return &cobra.Command{
		Use:   "apis [MODULE...]",
		Short: "List the library modules that convert, or the names in some of them",
		RunE: func(cmd *cobra.Command, modules []string) error {
			out := cmd.OutOrStdout()
			if len(modules) == 0 {
				return listModules(out)
			}
			for _, name := range modules {
				module := api.Lookup(name)
				if module == nil {
					return fmt.Errorf("module %s does not convert", name)
				}
				for _, n := range module.Names() {
					fmt.Fprintf(out, "%s.%s\n", name, n)
				}
			}
			return nil
		},
	}
}

// listModules prints the modules with the number of their names.
func listModules(out io.Writer) error {
	for _, module := range api.Libraries() {
		if _, err := fmt.Fprintf(out, "%-22s%4d names\n", module.Name, len(module.Names())); err != nil {
			return err
		}
	}
	return nil
}
