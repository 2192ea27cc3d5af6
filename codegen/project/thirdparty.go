package project

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./gen

// thirdPartyZip has the sources of the modules of others that packages of the
// runtime import, by import path, and in modules.txt a line for each module: its
// path, its version and its Go version.
//
//go:embed thirdparty.zip
var thirdPartyZip []byte

var thirdParty = sync.OnceValues(func() (*zip.Reader, error) {
	return zip.NewReader(bytes.NewReader(thirdPartyZip), int64(len(thirdPartyZip)))
})

// isThirdParty reports whether an import path is neither the runtime's nor of
// Go's standard library.
func isThirdParty(imp string) bool {
	first, _, _ := strings.Cut(imp, "/")
	return strings.Contains(first, ".") && imp != toolPath && !strings.HasPrefix(imp, toolPath+"/")
}

// thirdPartySources returns the files of a package of others, on all platforms,
// without the licence.
func thirdPartySources(imp string) ([]File, error) {
	archive, err := thirdParty()
	if err != nil {
		return nil, err
	}
	var files []File
	for _, f := range archive.File {
		if path.Dir(f.Name) != imp || path.Base(f.Name) == "LICENSE" {
			continue
		}
		text, err := fs.ReadFile(archive, f.Name)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: f.Name, Text: text})
	}
	if files == nil {
		return nil, fmt.Errorf("the tool does not have the sources of %s", imp)
	}
	return files, nil
}

// thirdPartyModule is a module of others.
type thirdPartyModule struct {
	path, version, goVersion string
	packages                 []string // those that a program needs
	licence                  []byte
}

// thirdPartyModules returns the modules that the packages are of.
func thirdPartyModules(packages []string) ([]thirdPartyModule, error) {
	packages = slices.DeleteFunc(slices.Clone(packages), func(imp string) bool { return !isThirdParty(imp) })
	if len(packages) == 0 {
		return nil, nil
	}
	archive, err := thirdParty()
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(archive, "modules.txt")
	if err != nil {
		return nil, err
	}
	var modules []thirdPartyModule
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		m := thirdPartyModule{path: fields[0], version: fields[1], goVersion: fields[2]}
		for _, imp := range packages {
			if imp == m.path || strings.HasPrefix(imp, m.path+"/") {
				m.packages = append(m.packages, imp)
			}
		}
		if m.packages == nil {
			continue
		}
		if m.licence, err = fs.ReadFile(archive, path.Join(m.path, "LICENSE")); err != nil {
			return nil, err
		}
		modules = append(modules, m)
	}
	return modules, nil
}
