//go:build !linux

package getpass

import "errors"

// hideInput cannot turn off the echo here.
func hideInput(int) (restore func(), err error) {
	return nil, errors.New("the terminal's echo cannot be turned off")
}
