package zipfile

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/compression"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

// archive is ZipFile.
type archive struct {
	py.Attributes
	file    any // nil when closed
	own     bool
	name    any
	mode    string
	method  int
	level   int
	data    string // of an archive that is read
	infos   []any
	comment string
	changed bool
	end     int // where the next member goes
}

// PyClass is the class ZipFile.
func (*archive) PyClass() *py.Class { return archiveClass }

func (a *archive) open(file, modeValue any, method int, level any) {
	mode := py.Str(modeValue)
	switch mode {
	case "r", "w", "x", "a":
	default:
		panic(exc.ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'"))
	}
	checkMethod(method)
	a.mode, a.method, a.level = mode, method, -1
	if level != nil {
		a.level = number.Int(level)
	}
	a.file = file
	if compression.IsPath(file) {
		a.name = ospath.Text(file)
		binary := map[string]string{"r": "rb", "w": "w+b", "x": "x+b", "a": "r+b"}[mode]
		err := py.Try(func() error { a.file = io.Open(file, binary); return nil })
		if err != nil {
			if mode != "a" || !py.Matches(err, py.OSError) {
				panic(py.AsException(err))
			}
			a.file = io.Open(file, "w+b")
		}
		a.own = true
	} else {
		a.name = py.GetAttrOr(file, "name", nil)
	}
	if mode == "r" || mode == "a" {
		a.load()
	} else {
		a.changed = true
		a.end = py.As[int](py.CallMethod(a.file, "tell"))
	}
}

// load reads the directory; an archive to append to may be none yet.
func (a *archive) load() {
	a.data = wholeFile(a.file)
	if a.mode == "a" && findEnd(a.data) < 0 {
		a.changed, a.end = true, len(a.data)
		return
	}
	var entries []*entry
	err := py.Try(func() error { entries, a.comment = directory(a.data); return nil })
	if err != nil {
		if a.own {
			py.CallMethod(a.file, "close")
		}
		panic(py.AsException(err))
	}
	for _, e := range entries {
		a.infos = append(a.infos, e.infoOf())
	}
	end := findEnd(a.data)
	a.end = end - int(uint32(a.data[end+12])|uint32(a.data[end+13])<<8|uint32(a.data[end+14])<<16|uint32(a.data[end+15])<<24)
}

func (a *archive) checkOpen() {
	if a.file == nil {
		panic(exc.ValueError("Attempt to use ZIP archive that was already closed"))
	}
}

// find is the ZipInfo of a name, or the ZipInfo itself. It raises KeyError.
func (a *archive) find(member any) any {
	if py.IsInstance(member, infoClass) {
		return member
	}
	for i := len(a.infos) - 1; i >= 0; i-- {
		if py.Equal(py.GetAttr(a.infos[i], "filename"), member) {
			return a.infos[i]
		}
	}
	panic(py.NewKeyError("There is no item named " + py.Repr(member) + " in the archive"))
}

// read decompresses a member.
func (a *archive) read(member any) []byte {
	a.checkOpen()
	if a.mode != "r" {
		a.data = wholeFile(a.file)
	}
	return entryOf(a.find(member)).contents(a.data)
}

// add writes a member.
func (a *archive) add(e *entry, data []byte, level int) any {
	a.checkOpen()
	if a.mode == "r" {
		panic(exc.ValueError("write() requires mode 'w', 'x', or 'a'"))
	}
	for _, info := range a.infos {
		if py.Equal(py.GetAttr(info, "filename"), e.name) {
			warnings.Warn("Duplicate name: "+py.Repr(e.name), nil)
			break
		}
	}
	checkMethod(e.method)
	e.offset = a.end
	packed := e.pack(data, level)
	written := append(e.localHeader(), packed...)
	py.CallMethod(a.file, "seek", a.end)
	py.CallMethod(a.file, "write", py.Bytes(written))
	a.end += len(written)
	a.changed = true
	info := e.infoOf()
	a.infos = append(a.infos, info)
	return info
}

func (a *archive) close() {
	if a.file == nil {
		return
	}
	if a.mode != "r" && a.changed {
		var b []byte
		for _, info := range a.infos {
			b = append(b, entryOf(info).centralHeader()...)
		}
		b = append(b, endRecord(len(a.infos), len(b), a.end, a.comment)...)
		py.CallMethod(a.file, "seek", a.end)
		py.CallMethod(a.file, "write", py.Bytes(b))
		if a.mode == "a" {
			py.CallMethod(a.file, "truncate")
		}
		py.CallMethod(a.file, "flush")
	}
	file := a.file
	a.file = nil
	if a.own {
		py.CallMethod(file, "close")
	}
}

// extract writes a member below a directory, and returns its path.
func (a *archive) extract(member any, target string) string {
	e := entryOf(a.find(member))
	var parts []string
	for part := range strings.SplitSeq(e.name, "/") {
		if part != "" && part != "." && part != ".." {
			parts = append(parts, part)
		}
	}
	path := filepath.Join(append([]string{target}, parts...)...)
	var err error
	if e.isDir() {
		err = os.MkdirAll(path, 0o777)
	} else {
		data := a.read(member)
		if err = os.MkdirAll(filepath.Dir(path), 0o777); err == nil {
			err = os.WriteFile(path, data, 0o666)
		}
	}
	if err != nil {
		panic(py.AsException(err))
	}
	return path
}

// memberClass is the class of an opened member.
var memberClass = define.Class("zipfile", "ZipExtFile", []any{io.Module().Attr("BytesIO")}, func(b *define.Body) {
	b.Method("__repr__(self)", func(self any) any {
		text := "<zipfile.ZipExtFile"
		if py.Truth(py.GetAttr(self, "closed")) {
			return text + " [closed]>"
		}
		text += " name=" + py.Repr(py.GetAttr(self, "name"))
		if method := py.As[int](py.GetAttr(self, "_compress_type")); method != stored {
			text += " compress_type=" + methodText(method)
		}
		return text + ">"
	})
	b.Method("writable(self)", func(any) any { return false })
})

// pendingClass is the class of a member that is being written: it is added to the
// archive when it is closed.
var pendingClass *py.Class

func init() {
	base := io.Module().Attr("BytesIO")
	pendingClass = define.Class("zipfile", "_ZipWriteFile", []any{base}, func(b *define.Body) {
		b.Method("readable(self)", func(any) any { return false })
		b.Method("close(self)", func(self any) any {
			if !py.Truth(py.GetAttr(self, "closed")) {
				a := py.As[*archive](py.Payload(py.GetAttr(self, "_archive")))
				a.add(entryOf(py.GetAttr(self, "_info")), []byte(py.BytesLike(py.CallMethod(self, "getvalue"))), a.level)
			}
			return py.CallMethod(py.Super(pendingClass, self), "close")
		})
	})
}
