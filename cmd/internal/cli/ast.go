package cli

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/parser"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

func newAST() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ast FILE.py...",
		Short: "Print the syntax trees of files",
		Long: `Ast prints a line for each file: its path, a tab, and the tree that CPython's
ast.parse makes of it, as s-expressions with the position of each node.`,
		Args: cobra.MinimumNArgs(1),
	}
	hash := cmd.Flags().Bool("hash", false, "print the SHA-256 of each tree in its place")
	noPos := cmd.Flags().Bool("no-pos", false, "leave the positions out")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		out := bufio.NewWriter(cmd.OutOrStdout())
		var refused diag.List
		for _, path := range paths {
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			file := source.New(path, content)
			tree, list := parser.Parse(file)
			if list.HasErrors() {
				refused = append(refused, list...)
				continue
			}
			text := ast.DumpString(tree, file, !*noPos)
			if *hash {
				text = fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
			}
			fmt.Fprintf(out, "%s\t%s\n", path, text)
		}
		if err := out.Flush(); err != nil {
			return err
		}
		return printed(cmd.ErrOrStderr(), refused, nil)
	}
	return cmd
}
