//go:build !unix

package cli

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
)

// replace runs a program with the streams of this process and ends the process
// with its exit status. An interrupt is left to the program. name is its
// argv[0], which is sys.argv[0] to the Python program.
func replace(binary, name string, args []string) error {
	signal.Ignore(os.Interrupt)
	cmd := &exec.Cmd{Path: binary, Args: append([]string{name}, args...), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr}
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	os.Exit(cmd.ProcessState.ExitCode())
	return nil
}
