package source

import (
	"fmt"
	"io"
	"io/fs"
	"os"
)

// MaxSize is the size in bytes of the largest file that Read reads. A script of
// this size was not written by people.
const MaxSize = 16 << 20

// Read reads a file of Python source. It stops at MaxSize, so that neither a
// device without an end nor a file of data fills the memory. The error is an
// *fs.PathError.
func Read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	if err == nil && len(content) > MaxSize {
		err = &fs.PathError{Op: "read", Path: path, Err: fmt.Errorf("the file is too large to be a script: more than %d MB", MaxSize>>20)}
	}
	if err != nil {
		return nil, err
	}
	return content, nil
}
