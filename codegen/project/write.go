package project

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrForeign is returned by Write for a directory that is not empty and that
// the tool did not write.
var ErrForeign = errors.New("the directory is not empty, and pyasync2go did not write it")

// WriteFile writes a file whole or not at all: under another name beside it,
// renamed when complete. Its errors name the file.
func WriteFile(name string, text []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return unwritable(name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(unwritable(name, err), os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(text)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	if err = os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// unwritable is the error for a file that could not be written, without the
// name that it had while it was.
func unwritable(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("cannot write %s: %w", name, err)
}

// Write writes the files of a module to dir, made beside it first and moved
// there when complete. A directory that the tool wrote before is brought up to
// date: its vendor directory is replaced, the other files one by one. For any
// other directory that holds something it returns ErrForeign, unless forced.
func Write(dir string, files []File, force bool) (err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return err
	}
	exists, err := accepts(dir, force)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	stage, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".*")
	if err != nil {
		return unwritable(dir, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(stage)) }()
	if err := os.Chmod(stage, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		name := filepath.Join(stage, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Text, 0o644); err != nil {
			return err
		}
	}
	if !exists {
		return os.Rename(stage, dir)
	}
	return merge(stage, dir)
}

// accepts reports whether dir exists with something in it, and fails if that
// must not be touched. An empty directory is removed.
func accepts(dir string, force bool) (exists bool, err error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case len(entries) == 0:
		return false, os.Remove(dir)
	case force:
		return true, nil
	}
	goMod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil || !bytes.HasPrefix(goMod, []byte(header)) {
		return false, fmt.Errorf("%s: %w", dir, ErrForeign)
	}
	return true, nil
}

// merge moves the staged files into dir. The vendor directory moves as a whole.
func merge(stage, dir string) error {
	vendor := filepath.Join(dir, "vendor")
	if err := os.RemoveAll(vendor); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(stage, "vendor"), vendor); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return filepath.WalkDir(stage, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(stage, name)
		if err != nil {
			return err
		}
		target := filepath.Join(dir, rel)
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		return os.Rename(name, target)
	})
}
