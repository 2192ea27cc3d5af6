package project

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// BuildOptions are those of a build.
type BuildOptions struct {
	Race  bool // with the race detector
	Strip bool // without debugging information, which links faster
}

// flags returns the flags of go build.
func (o BuildOptions) flags() []string {
	flags := []string{"-trimpath", "-mod=vendor", "-buildvcs=false"}
	if o.Race {
		flags = append(flags, "-race")
	}
	if o.Strip {
		flags = append(flags, "-ldflags=-s -w")
	}
	return flags
}

// BuildError is what the Go compiler said about a converted program. It is a
// defect of the tool.
type BuildError struct{ Output string }

// Error returns the compiler's output.
func (e *BuildError) Error() string {
	return "the converted program does not build:\n" + strings.TrimSpace(e.Output)
}

// Build builds the program at the top of the module and moves the binary to out.
func Build(ctx context.Context, files []File, out string, opts BuildOptions) (err error) {
	work, err := os.MkdirTemp("", "pyasync2go-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	module := filepath.Join(work, "module")
	if err := Write(module, files, false); err != nil {
		return err
	}
	binary := filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+"."+filepath.Base(work))
	defer func() {
		if removed := os.Remove(binary); removed != nil && !errors.Is(removed, fs.ErrNotExist) {
			err = errors.Join(err, removed)
		}
	}()
	if err := goBuild(ctx, module, binary, opts); err != nil {
		return err
	}
	return os.Rename(binary, out)
}

// goBuild runs go build in the directory of a module.
func goBuild(ctx context.Context, dir, out string, opts BuildOptions) error {
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "go", append(append([]string{"build"}, opts.flags()...), "-o", out, ".")...)
	cmd.Dir = dir
	cmd.Env = Environ(opts.Race)
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	err = cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return &BuildError{Output: output.String()}
	}
	if err != nil {
		return fmt.Errorf("cannot run go build, which the tool needs: %w", err)
	}
	return nil
}

// Environ returns the environment of the go command for converted modules:
// nothing of the user's settings gets in its way, and it asks no network. The
// race detector needs cgo; without it nothing does.
func Environ(race bool) []string {
	env := append(os.Environ(), "GOFLAGS=", "GOPROXY=off", "GOWORK=off", "GO111MODULE=on", "GOTOOLCHAIN=local")
	if race {
		return append(env, "CGO_ENABLED=1")
	}
	return append(env, "CGO_ENABLED=0")
}

// Cached returns the path of the built program in the user's cache, and builds
// it first if the same files were not built before.
func Cached(ctx context.Context, files []File, opts BuildOptions) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "pyasync2go", "bin")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	binary := filepath.Join(dir, digest(files, opts))
	now := time.Now()
	if err := os.Chtimes(binary, now, now); err == nil {
		return binary, nil
	}
	if err := Build(ctx, files, binary, opts); err != nil {
		return "", err
	}
	return binary, prune(dir, now)
}

// digest returns a name for a program: the hash of everything it is built from.
func digest(files []File, opts BuildOptions) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s %q\n", Version, opts.flags())
	for _, f := range files {
		fmt.Fprintf(h, "%s %d\n", f.Path, len(f.Text))
		h.Write(f.Text)
	}
	return hex.EncodeToString(h.Sum(nil))[:40]
}

// keepUnused is how long a program stays in the cache after it last ran.
const keepUnused = 30 * 24 * time.Hour

// prune removes the programs from the cache that did not run for long.
func prune(dir string, now time.Time) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || now.Sub(info.ModTime()) < keepUnused {
			continue
		}
		if err := os.Remove(filepath.Join(dir, entry.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
