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

// closure returns the packages among the import paths that are not of Go's
// standard library, and those they import in turn, in order.
func closure(imports []string) ([]string, error) {
	seen := map[string]bool{}
	var visit func(imp string) error
	visit = func(imp string) error {
		if seen[imp] || !isRuntime(imp) && !isThirdParty(imp) {
			return nil
		}
		seen[imp] = true
		files, err := packageSources(imp)
		if err != nil {
			return err
		}
		for _, f := range files {
			if path.Ext(f.Path) != ".go" {
				continue
			}
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

func isRuntime(imp string) bool { return strings.HasPrefix(imp, names.RuntimePath) }

// packageSources returns what a package is built from, by import path and name.
func packageSources(imp string) ([]File, error) {
	if isThirdParty(imp) {
		return thirdPartySources(imp)
	}
	files, err := sources(strings.TrimPrefix(imp, names.RuntimePath))
	for i := range files {
		files[i].Path = path.Join(names.RuntimePath, files[i].Path)
	}
	return files, err
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

// vendor returns the vendor directory with the given packages, and the licence
// of each module they are of.
func vendor(packages []string) ([]File, error) {
	modules, err := thirdPartyModules(packages)
	if err != nil {
		return nil, err
	}
	var list bytes.Buffer
	var files []File
	for _, m := range modules {
		files = append(files, File{Path: path.Join("vendor", m.path, "LICENSE"), Text: m.licence})
		fmt.Fprintf(&list, "# %s %s\n## explicit; go %s\n%s\n", m.path, m.version, m.goVersion, strings.Join(m.packages, "\n"))
	}
	licence, err := fs.ReadFile(runtime.Sources, "LICENSE")
	if err != nil {
		return nil, err
	}
	files = append(files, File{Path: path.Join("vendor", toolPath, "LICENSE"), Text: licence})
	fmt.Fprintf(&list, "# %s %s\n## explicit; go %s\n", toolPath, Version, goVersion)
	for _, imp := range packages {
		if isRuntime(imp) {
			fmt.Fprintln(&list, imp)
		}
		content, err := packageSources(imp)
		if err != nil {
			return nil, err
		}
		for _, f := range content {
			f.Path = path.Join("vendor", f.Path)
			files = append(files, f)
		}
	}
	return append(files, File{Path: "vendor/modules.txt", Text: list.Bytes()}), nil
}
