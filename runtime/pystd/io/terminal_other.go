//go:build !linux

package io

import "os"

// IsTerminal is os.isatty(fd), as far as the mode of the file tells.
func IsTerminal(fd int) bool {
	for _, f := range []*os.File{os.Stdin, os.Stdout, os.Stderr} {
		if int(f.Fd()) == fd {
			info, err := f.Stat()
			return err == nil && info.Mode()&os.ModeCharDevice != 0
		}
	}
	return false
}
