package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/pyasync2go/pyasync2go/codegen/convert"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// printed writes the findings of a conversion and returns the error that the
// command ends with: errFindings if the file was refused.
func printed(w io.Writer, list diag.List, err error) error {
	if writeErr := diag.WriteText(w, list.Sorted()); writeErr != nil {
		return writeErr
	}
	var defect *convert.Defect
	switch {
	case errors.As(err, &defect):
		return fmt.Errorf("%w\nPlease report it, with the file if you can. The stack:\n%s", defect, defect.Stack)
	case err != nil:
		return err
	case list.HasErrors():
		return errFindings
	}
	return nil
}
