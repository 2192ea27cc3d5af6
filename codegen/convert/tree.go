package convert

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer"
	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/codegen/project"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// Tree is the conversion of all scripts below a directory into one Go module.
type Tree struct {
	Dir  string
	Skip string                // a directory below Dir to leave out, where the output goes
	Jobs int                   // files converted at a time
	Step func(done, total int) // called after each file, from any goroutine
}

// pyFile is a Python file below the directory.
type pyFile struct {
	path    string   // as it can be opened
	rel     string   // below the directory, with slashes
	guarded bool     // it has an if __name__ == "__main__"
	member  bool     // it is a script that can only be run as a module of its package
	uses    []string // paths of the local modules that it loads, at any depth
}

// Run converts the tree. The module and the report are the same for any
// number of jobs. The error is for a directory that cannot be read.
func (t *Tree) Run(ctx context.Context) (*project.Module, *Report, error) {
	files, err := t.find()
	if err != nil {
		return nil, nil, err
	}
	forEach(ctx, t.Jobs, len(files), func(i int) { files[i].scan() })
	programs, modules := roles(files)

	entries := make([]Entry, len(programs))
	results := make([]*codegen.Result, len(programs))
	done := t.counter(len(programs))
	forEach(ctx, t.Jobs, len(programs), func(i int) {
		results[i], entries[i] = programs[i].convert()
		done()
	})
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	module := &project.Module{Path: project.ModulePath(absBase(t.Dir))}
	dirs := outputDirs(programs)
	report := &Report{Version: project.Version}
	for i, result := range results {
		if result != nil {
			module.Add(dirs[i], result)
			entries[i].Output = dirs[i]
		}
		report.add(entries[i])
	}
	for _, m := range modules {
		report.add(Entry{Path: m.rel, Status: Included})
	}
	slices.SortFunc(report.Files, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	slices.Sort(module.Imports)
	return module, report, nil
}

// skipped are directories that hold no sources of the project itself.
var skipped = map[string]bool{
	"__pycache__": true, "node_modules": true, "site-packages": true, "venv": true, "env": true, "build": true, "dist": true,
}

// find returns the Python files below the directory in order.
func (t *Tree) find() ([]*pyFile, error) {
	var files []*pyFile
	err := filepath.WalkDir(t.Dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			base := entry.Name()
			if name != t.Dir && (skipped[base] || strings.HasPrefix(base, ".") || t.Skip != "" && sameFile(name, t.Skip)) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".py") || !entry.Type().IsRegular() {
			return nil
		}
		rel, err := filepath.Rel(t.Dir, name)
		if err != nil {
			return err
		}
		files = append(files, &pyFile{path: name, rel: filepath.ToSlash(rel)})
		return nil
	})
	slices.SortFunc(files, func(a, b *pyFile) int { return strings.Compare(a.rel, b.rel) })
	return files, err
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// scan notes what the file imports and whether it is meant to be run. What is
// wrong with it is found again, and reported, when it is converted.
func (f *pyFile) scan() {
	f.member = path.Base(f.rel) == "__main__.py" || importsRelatively(f.path)
	in, _, err := f.load()
	if err != nil || len(in.Modules) == 0 {
		return
	}
	script := in.Script()
	for _, m := range in.Modules {
		if m != script {
			f.uses = append(f.uses, filepath.Clean(m.File.Name))
		}
	}
	for _, s := range script.AST.Body {
		if s, ok := s.(*ast.If); ok && isMainGuard(s.Test) {
			f.guarded = true
		}
	}
}

// importsRelatively reports whether a file has relative imports.
func importsRelatively(path string) bool {
	in, _, err := Load(path)
	if err != nil || len(in.Modules) == 0 {
		return false
	}
	found := false
	ast.Inspect(in.Script().AST, func(n ast.Node) bool {
		from, ok := n.(*ast.ImportFrom)
		found = found || ok && from.Level > 0
		return !found
	})
	return found
}

// load loads the file as the script of a program.
func (f *pyFile) load() (in *analyzer.Input, list diag.List, err error) {
	if !f.member {
		return Load(f.path)
	}
	defer recoverDefect(f.path, &err)
	in, list = loadMain(f.path)
	return in, list, nil
}

// isMainGuard reports whether the test is __name__ == "__main__".
func isMainGuard(test ast.Expr) bool {
	cmp, ok := test.(*ast.Compare)
	if !ok {
		return false
	}
	name, ok := cmp.Left.(*ast.Name)
	return ok && name.Id == "__name__"
}

// roles divides the files into programs, in order, and modules that are only
// imported. A file that is run or that nothing imports is a program.
func roles(files []*pyFile) (programs, modules []*pyFile) {
	imported := map[string]bool{}
	for _, f := range files {
		for _, used := range f.uses {
			imported[used] = imported[used] || used != filepath.Clean(f.path)
		}
	}
	for _, f := range files {
		switch {
		case f.guarded, !imported[filepath.Clean(f.path)] && path.Base(f.rel) != "__init__.py":
			programs = append(programs, f)
		default:
			modules = append(modules, f)
		}
	}
	return programs, modules
}

// convert converts a program.
func (f *pyFile) convert() (*codegen.Result, Entry) {
	entry := Entry{Path: f.rel, Status: Converted}
	result, list, err := f.generate()
	entry.Diagnostics = Diagnostics(list.Sorted())
	switch {
	case err != nil:
		entry.Status = Failed
		entry.Error = err.Error()
	case list.HasErrors():
		entry.Status = Refused
	}
	return result, entry
}

// generate converts the file as a script, or a module of a package through a
// script that does nothing but import it.
func (f *pyFile) generate() (*codegen.Result, diag.List, error) {
	root, name := packageOf(f.path)
	if name == "" || f.guarded || path.Base(f.rel) == "__main__.py" {
		in, list, err := f.load()
		if err != nil || list.HasErrors() {
			return nil, list, err
		}
		return f.finish(in, list)
	}
	in, list := analyzer.LoadSource(filepath.Join(root, "import_"+path.Base(f.rel)), []byte("import "+name+"\n"))
	if list.HasErrors() {
		return nil, list, nil
	}
	return f.finish(in, list)
}

// finish converts what has been loaded.
func (f *pyFile) finish(in *analyzer.Input, list diag.List) (*codegen.Result, diag.List, error) {
	analysis, more, err := analyze(f.path, in)
	list = append(list, more...)
	if err != nil || list.HasErrors() {
		return nil, list, err
	}
	result, err := generate(f.path, analysis.Program)
	return result, list, err
}

// packageOf returns the directory above the outermost package that a file
// belongs to, and its dotted name from there; "" if it is in no package.
func packageOf(file string) (root, name string) {
	root = filepath.Dir(file)
	name = strings.TrimSuffix(filepath.Base(file), ".py")
	inside := false
	for {
		if _, err := os.Stat(filepath.Join(root, "__init__.py")); err != nil {
			break
		}
		inside = true
		name = filepath.Base(root) + "." + name
		root = filepath.Dir(root)
	}
	if !inside {
		return root, ""
	}
	return root, name
}

// outputDirs returns the directory in the module for each program: its path
// without .py, where the go command allows that.
func outputDirs(programs []*pyFile) []string {
	taken := map[string]bool{}
	dirs := make([]string, len(programs))
	for i, f := range programs {
		var elems []string
		for _, elem := range strings.Split(strings.TrimSuffix(f.rel, ".py"), "/") {
			elems = append(elems, dirName(elem))
		}
		dir := path.Join(elems...)
		for n := dir; taken[strings.ToLower(dir)]; {
			n += "x"
			dir = n
		}
		taken[strings.ToLower(dir)] = true
		dirs[i] = dir
	}
	return dirs
}

// dirName returns a directory name that the go command builds in and that an
// import path may hold.
func dirName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, name)
	name = strings.Trim(name, "_-")
	switch name {
	case "":
		return "x"
	case "vendor", "testdata", "internal":
		return name + "-py"
	}
	return name
}

// absBase returns the last element of a directory's path, also for "." and "..".
func absBase(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	return filepath.Base(dir)
}
