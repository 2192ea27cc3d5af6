package project

import (
	"bytes"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/codegen/names"
	"github.com/pyasync2go/pyasync2go/runtime"
)

// closure returns the runtime's packages among the import paths, and those
// they import in turn, in order.
func closure(imports []string) ([]string, error) {
	seen := map[string]bool{}
	var visit func(imp string) error
	visit = func(imp string) error {
		dir, ok := strings.CutPrefix(imp, names.RuntimePath)
		if !ok || seen[imp] {
			return nil
		}
		seen[imp] = true
		files, err := sources(dir)
		if err != nil {
			return err
		}
		for _, f := range files {
			syntax, err := parser.ParseFile(token.NewFileSet(), f.Path, f.Text, parser.ImportsOnly)
			if err != nil {
				return err
			}
			for _, spec := range syntax.Imports {
				imported, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					return err
				}
				if err := visit(imported); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for _, imp := range imports {
		if err := visit(imp); err != nil {
			return nil, err
		}
	}
	return slices.Sorted(maps.Keys(seen)), nil
}

// sources returns what a package of the runtime is built from: its Go files
// without tests, and the files that they may embed.
func sources(dir string) ([]File, error) {
	entries, err := fs.ReadDir(runtime.Sources, dir)
	if err != nil {
		return nil, fmt.Errorf("the runtime has no package %s: %w", dir, err)
	}
	var files []File
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(runtime.Sources, path.Join(dir, name))
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: path.Join(dir, name), Text: text})
		embedded, err := embeds(dir, text)
		if err != nil {
			return nil, err
		}
		files = append(files, embedded...)
	}
	return files, nil
}

// embeds returns the files that the go:embed comments of a Go file name.
func embeds(dir string, text []byte) ([]File, error) {
	var files []File
	for line := range bytes.Lines(text) {
		patterns, ok := bytes.CutPrefix(line, []byte("//go:embed "))
		if !ok {
			continue
		}
		for _, pattern := range strings.Fields(string(patterns)) {
			found, err := fs.Glob(runtime.Sources, path.Join(dir, pattern))
			if err != nil {
				return nil, err
			}
			for _, name := range found {
				content, err := fs.ReadFile(runtime.Sources, name)
				if err != nil {
					return nil, err
				}
				files = append(files, File{Path: name, Text: content})
			}
		}
	}
	return files, nil
}

// vendor returns the vendor directory with the given packages of the runtime.
func vendor(packages []string) ([]File, error) {
	var list bytes.Buffer
	fmt.Fprintf(&list, "# %s %s\n## explicit; go %s\n", toolPath, Version, goVersion)
	var files []File
	for _, imp := range packages {
		fmt.Fprintln(&list, imp)
		dir := strings.TrimPrefix(imp, names.RuntimePath)
		content, err := sources(dir)
		if err != nil {
			return nil, err
		}
		for _, f := range content {
			f.Path = path.Join("vendor", names.RuntimePath, f.Path)
			files = append(files, f)
		}
	}
	return append(files, File{Path: "vendor/modules.txt", Text: list.Bytes()}), nil
}
