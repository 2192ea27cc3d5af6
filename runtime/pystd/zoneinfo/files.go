package zoneinfo

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// defaultPath is where CPython looks for zones.
const defaultPath = "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"

// searchPath is where zones are looked for.
var searchPath = struct {
	sync.Mutex
	folders []string
}{folders: environmentPath()}

func environmentPath() []string {
	text, ok := os.LookupEnv("PYTHONTZPATH")
	if !ok {
		text = defaultPath
	}
	var folders []string
	for _, folder := range strings.Split(text, ":") {
		if strings.HasPrefix(folder, "/") {
			folders = append(folders, folder)
		}
	}
	return folders
}

func folders() []string {
	searchPath.Lock()
	defer searchPath.Unlock()
	return searchPath.folders
}

func pathTuple() py.Tuple {
	t := py.Tuple{}
	for _, folder := range folders() {
		t = append(t, folder)
	}
	return t
}

// resetPath is reset_tzpath(to).
func resetPath(to any) {
	list := environmentPath()
	if to != nil {
		switch py.Payload(to).(type) {
		case string, py.Bytes:
			panic(exc.TypeError("tzpaths must be a list or tuple, not %s: %s", py.Str(py.TypeOf(to)), py.Repr(to)))
		}
		list = nil
		relative := ""
		for v := range py.Iter(to) {
			folder := py.As[string](v)
			if !strings.HasPrefix(folder, "/") {
				relative += "\n    " + folder
			}
			list = append(list, folder)
		}
		if relative != "" {
			panic(exc.ValueError("Paths should be absolute but found the following relative paths:%s", relative))
		}
	}
	searchPath.Lock()
	searchPath.folders = list
	searchPath.Unlock()
}

var notFoundError = define.Class("zoneinfo", "ZoneInfoNotFoundError", []any{py.KeyError}, nil)

// checkKey raises ValueError for a key that is no path within a folder.
func checkKey(key string) {
	switch clean := path.Clean(key); {
	case strings.HasPrefix(key, "/"):
		panic(exc.ValueError("ZoneInfo keys may not be absolute paths, got: %s", key))
	case len(clean) != len(key):
		panic(exc.ValueError("ZoneInfo keys must be normalized relative paths, got: %s", key))
	case clean == ".." || strings.HasPrefix(clean, "../"):
		panic(exc.ValueError("ZoneInfo keys must refer to subdirectories of TZPATH, got: %s", key))
	}
}

// load reads the zone of a key. It raises ZoneInfoNotFoundError.
func load(key string) *zone {
	checkKey(key)
	for _, folder := range folders() {
		file := filepath.Join(folder, key)
		if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
			continue
		}
		if data, err := os.ReadFile(file); err == nil {
			return parse(data)
		}
	}
	py.Raise(py.Call(notFoundError, "No time zone found with key "+key))
	return nil
}

// available is available_timezones().
func available() any {
	keys := py.SetOf[any]()
	for _, root := range folders() {
		_ = filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			key, err := filepath.Rel(root, file)
			if err != nil {
				return nil
			}
			if entry.IsDir() {
				if key == "right" || key == "posix" {
					return filepath.SkipDir
				}
				return nil
			}
			if key != "posixrules" && isZoneFile(file) {
				keys.Add(key)
			}
			return nil
		})
	}
	return keys
}

func isZoneFile(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	var magic [4]byte
	n, _ := f.Read(magic[:])
	return string(magic[:n]) == "TZif"
}
