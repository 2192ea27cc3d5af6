package cli

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pyasync2go/pyasync2go/parser"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// astFlags are the flags of ast.
type astFlags struct {
	hash, noPos bool
	strip       string
}

func newAST() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ast FILE.py...",
		Short: "Print the syntax trees of files",
		Long: `Ast prints a line for each file: its path, a tab, and the tree that CPython's
ast.parse makes of it, as s-expressions with the position of each node. For a file
that is not Python the line has ERR, CPython's exception, place and message instead.`,
		Args: cobra.MinimumNArgs(1),
	}
	var flags astFlags
	f := cmd.Flags()
	f.BoolVar(&flags.hash, "hash", false, "print the SHA-256 of each tree in its place")
	f.BoolVar(&flags.noPos, "no-pos", false, "leave the positions out")
	f.StringVar(&flags.strip, "strip", "", "leave this prefix of the paths out")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		out := bufio.NewWriter(cmd.OutOrStdout())
		var refused diag.List
		for _, path := range paths {
			list, err := writeTree(out, path, &flags)
			if err != nil {
				return printed(cmd.ErrOrStderr(), refused, err)
			}
			refused = append(refused, list...)
		}
		if err := out.Flush(); err != nil {
			return err
		}
		return printed(cmd.ErrOrStderr(), refused, nil)
	}
	return cmd
}

// writeTree writes the line of a file, and returns why it is not Python.
func writeTree(w io.Writer, path string, flags *astFlags) (diag.List, error) {
	content, err := source.Read(path)
	if err != nil {
		return nil, err
	}
	file := source.New(path, content)
	tree, list := parser.Parse(file)
	path = strings.TrimPrefix(path, flags.strip)
	if list.HasSyntaxErrors() {
		_, err := fmt.Fprintf(w, "%s\tERR\t%s\n", path, pythonError(list))
		return list, err
	}
	text := ast.DumpString(tree, file, !flags.noPos)
	if flags.hash {
		text = fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
	}
	_, err = fmt.Fprintf(w, "%s\t%s\n", path, text)
	return nil, err
}

// pythonError returns the first error of a list as CPython has it: exception,
// line:column-line:column and message.
func pythonError(list diag.List) string {
	d := list[slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Error })]
	exception := "SyntaxError"
	switch d.Code {
	case diag.BadIndentation:
		exception = "IndentationError"
	case diag.BadTabs:
		exception = "TabError"
	}
	// Where a file cannot be decoded at all, CPython has no line to name.
	place := "0:-1-None:None"
	if d.Code != diag.BadEncoding || d.File.Err.HasLine {
		line, column := d.Position()
		endLine, _ := d.File.Position(d.Range.End)
		place = fmt.Sprintf("%d:%d-%d:%d", line, column, endLine, d.File.Column(d.Range.End)+1)
	}
	var message strings.Builder
	encoder := json.NewEncoder(&message)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(d.Message); err != nil {
		panic(err) // a string has a form in JSON
	}
	return exception + "\t" + place + "\t" + strings.TrimSuffix(message.String(), "\n")
}
