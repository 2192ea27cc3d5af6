// Command gen writes codegen/project/thirdparty.zip: the sources of the modules
// of others that packages of the runtime import, in the versions that go.mod
// names, so that converted programs build with nothing but Go.
package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// platforms are those for which the sources are taken.
var platforms = []string{
	"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64", "freebsd/amd64",
}

// pkg is a package as go list describes it.
type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	SFiles     []string
	EmbedFiles []string
	Module     *struct {
		Path, Version, GoVersion, Dir string
		Main                          bool
	}
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	files := map[string]string{} // from the name in the archive
	modules := map[string]bool{}
	for _, platform := range platforms {
		packages, err := list(platform)
		if err != nil {
			log.Fatal(err)
		}
		for _, p := range packages {
			if p.Module == nil || p.Module.Main {
				continue
			}
			modules[fmt.Sprintf("%s %s %s\n", p.Module.Path, p.Module.Version, p.Module.GoVersion)] = true
			for _, name := range slices.Concat(p.GoFiles, p.SFiles, p.EmbedFiles) {
				files[path.Join(p.ImportPath, name)] = filepath.Join(p.Dir, name)
			}
			files[path.Join(p.Module.Path, "LICENSE")] = filepath.Join(p.Module.Dir, "LICENSE")
		}
	}
	archive, err := pack(files, strings.Join(slices.Sorted(maps.Keys(modules)), ""))
	if err == nil {
		err = os.WriteFile("thirdparty.zip", archive, 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// list returns the packages that the runtime's consist of on a platform.
func list(platform string) ([]pkg, error) {
	system, machine, _ := strings.Cut(platform, "/")
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,GoFiles,SFiles,EmbedFiles,Module", "../../runtime/...")
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+machine, "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var packages []pkg
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		switch err := decoder.Decode(&p); {
		case errors.Is(err, io.EOF):
			return packages, nil
		case err != nil:
			return nil, err
		}
		packages = append(packages, p)
	}
}

// pack makes the archive: the list of the modules first, then the files.
func pack(files map[string]string, modules string) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	add := func(name string, text []byte) error {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(text)
		}
		return err
	}
	if err := add("modules.txt", []byte(modules)); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text, err := os.ReadFile(files[name])
		if err == nil {
			err = add(name, text)
		}
		if err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}
