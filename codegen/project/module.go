// Package project makes converted programs into a Go module that builds
// offline: with a go.mod, and with the runtime's packages in vendor/, taken
// from the tool itself. It writes modules to disk, whole or not at all, and
// builds them.
package project

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/codegen"
)

// Version is the version of the tool, and of the runtime that it vendors.
const Version = "v0.1.0"

// toolPath is the module path of this tool, the runtime's included.
const toolPath = "github.com/pyasync2go/pyasync2go"

// goVersion is the language version of converted code and of the runtime.
const goVersion = "1.26"

// header starts the go.mod of every module the tool wrote, and tells later
// that it did.
const header = "// Converted from Python by pyasync2go.\n"

// File is a file of a module, by its slash-separated path in it.
type File struct {
	Path string
	Text []byte
}

// Program is one converted program of a module: a package main in Dir.
type Program struct {
	Dir   string // slash-separated, "." or empty for the top
	Files []codegen.File
}

// Module is a Go module of converted programs.
type Module struct {
	Path     string // its module path
	Programs []Program
	Imports  []string // what the programs import
}

// Add adds the text of a program in a directory of the module.
func (m *Module) Add(dir string, result *codegen.Result) {
	m.Programs = append(m.Programs, Program{Dir: dir, Files: result.Files})
	for _, imp := range result.Imports {
		if !slices.Contains(m.Imports, imp) {
			m.Imports = append(m.Imports, imp)
		}
	}
}

// Files returns all files of the module in the order of their paths.
func (m *Module) Files() ([]File, error) {
	packages, err := closure(m.Imports)
	if err != nil {
		return nil, err
	}
	goMod, err := m.goMod(packages)
	if err != nil {
		return nil, err
	}
	files := []File{{Path: "go.mod", Text: goMod}}
	for _, p := range m.Programs {
		for _, f := range p.Files {
			files = append(files, File{Path: path.Join(p.Dir, f.Name), Text: f.Text})
		}
	}
	if len(packages) > 0 {
		vendored, err := vendor(packages)
		if err != nil {
			return nil, err
		}
		files = append(files, vendored...)
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// goMod returns the text of go.mod for a module that needs the packages.
func (m *Module) goMod(packages []string) ([]byte, error) {
	modules, err := thirdPartyModules(packages)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%smodule %s\n\ngo %s\n", header, m.Path, goVersion)
	if len(packages) > 0 {
		fmt.Fprintf(&b, "\nrequire %s %s\n", toolPath, Version)
	}
	for _, other := range modules {
		fmt.Fprintf(&b, "\nrequire %s %s\n", other.path, other.version)
	}
	return b.Bytes(), nil
}

// ModulePath returns a module path for a program or directory of the given name.
func ModulePath(name string) string {
	name = strings.ToLower(strings.TrimSuffix(name, ".py"))
	clean := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, name)
	if clean = strings.Trim(clean, "-_"); clean == "" {
		clean = "program"
	}
	return "converted/" + clean
}
