//go:build unix

package cli

import (
	"os"
	"syscall"
)

// replace runs a program in the place of this process, so that its streams,
// signals and exit status are those of the program. name is its argv[0], which
// is sys.argv[0] to the Python program. It returns only if that failed.
func replace(binary, name string, args []string) error {
	return syscall.Exec(binary, append([]string{name}, args...), os.Environ())
}
