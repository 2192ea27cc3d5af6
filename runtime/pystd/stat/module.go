// Package stat is Python's module stat: the bits of file modes.
package stat

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var constants = map[string]int{
	"S_IFDIR": 0o040000, "S_IFCHR": 0o020000, "S_IFBLK": 0o060000, "S_IFREG": 0o100000, "S_IFIFO": 0o010000,
	"S_IFLNK": 0o120000, "S_IFSOCK": 0o140000, "S_ISUID": 0o4000, "S_ISGID": 0o2000, "S_ISVTX": 0o1000,
	"S_IRWXU": 0o700, "S_IRUSR": 0o400, "S_IWUSR": 0o200, "S_IXUSR": 0o100,
	"S_IRWXG": 0o070, "S_IRGRP": 0o040, "S_IWGRP": 0o020, "S_IXGRP": 0o010,
	"S_IRWXO": 0o007, "S_IROTH": 0o004, "S_IWOTH": 0o002, "S_IXOTH": 0o001,
	"ST_MODE": 0, "ST_INO": 1, "ST_DEV": 2, "ST_NLINK": 3, "ST_UID": 4, "ST_GID": 5, "ST_SIZE": 6,
	"ST_ATIME": 7, "ST_MTIME": 8, "ST_CTIME": 9,
}

const formatMask = 0o170000

// Module returns the module stat.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("stat", "")
	for name, v := range constants {
		m.Set(name, v)
	}
	for name, format := range map[string]string{
		"S_ISDIR": "S_IFDIR", "S_ISCHR": "S_IFCHR", "S_ISBLK": "S_IFBLK", "S_ISREG": "S_IFREG", "S_ISFIFO": "S_IFIFO",
		"S_ISLNK": "S_IFLNK", "S_ISSOCK": "S_IFSOCK",
	} {
		m.Builtin(name+"(mode, /)", func(mode any) any { return py.As[int](mode)&formatMask == constants[format] })
	}
	m.Builtin("S_IMODE(mode, /)", func(mode any) any { return py.As[int](mode) & 0o7777 })
	m.Builtin("S_IFMT(mode, /)", func(mode any) any { return py.As[int](mode) & formatMask })
	m.Builtin("filemode(mode, /)", func(mode any) any { return FileMode(py.As[int](mode)) })
	return m
})

// FileMode is stat.filemode: a mode as ls shows it.
func FileMode(mode int) string {
	kind := "?"
	for letter, format := range map[string]int{
		"d": 0o040000, "c": 0o020000, "b": 0o060000, "-": 0o100000, "p": 0o010000, "l": 0o120000, "s": 0o140000,
	} {
		if mode&formatMask == format {
			kind = letter
		}
	}
	text := []byte("rwxrwxrwx")
	for i := range text {
		if mode&(0o400>>i) == 0 {
			text[i] = '-'
		}
	}
	special := func(at, bit int, set, unset byte) {
		if mode&bit == 0 {
			return
		}
		if text[at] == 'x' {
			text[at] = set
		} else {
			text[at] = unset
		}
	}
	special(2, 0o4000, 's', 'S')
	special(5, 0o2000, 's', 'S')
	special(8, 0o1000, 't', 'T')
	return kind + string(text)
}
