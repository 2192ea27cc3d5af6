package zipfile

import (
	"fmt"
	"os"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

var archiveClass *py.Class

func init() {
	archiveClass = py.NewNativeClass("zipfile", "ZipFile", nil, defineArchive)
}

// entryFor is the entry of writestr and open: that of a ZipInfo, or a new one.
func (a *archive) entryFor(target any) *entry {
	if py.IsInstance(target, infoClass) {
		return entryOf(target)
	}
	e := newEntry(py.As[string](target), now())
	e.method = a.method
	e.external = 0o600 << 16
	if e.isDir() {
		e.external = 0o40775<<16 | directoryBit
		e.method = stored
	}
	return e
}

func (a *archive) levelOr(level any) int {
	if level == nil {
		return a.level
	}
	return number.Int(level)
}

func defineArchive(d *py.Definition) {
	of := py.PayloadAs[*archive]
	d.Alloc(func() any { return &archive{} })
	d.Init("__init__(self, file, mode='r', compression=0, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None)",
		func(args []any) any {
			of(args[0]).open(args[1], args[2], number.Int(args[3]), args[5])
			return nil
		})
	d.Getter("filename", func(self any) any { return of(self).name })
	d.Getter("mode", func(self any) any { return of(self).mode })
	d.Getter("compression", func(self any) any { return of(self).method })
	d.Getter("fp", func(self any) any { return of(self).file })
	d.Getter("filelist", func(self any) any { return py.ListOf(of(self).infos...) })
	d.Getter("NameToInfo", func(self any) any {
		names := py.DictOf[any, any]()
		for _, info := range of(self).infos {
			names.Set(py.GetAttr(info, "filename"), info)
		}
		return names
	})
	d.Member("comment", func(self any) any { return py.Bytes(of(self).comment) }, func(self, value any) {
		if _, ok := py.Payload(value).(py.Bytes); !ok {
			panic(exc.TypeError("comment: expected bytes, got %s", py.TypeOf(value).Name()))
		}
		of(self).comment, of(self).changed = py.BytesLike(value), true
	})
	d.Method("namelist(self)", func(self any) any {
		names := py.ListOf[any]()
		for _, info := range of(self).infos {
			names.Append(py.GetAttr(info, "filename"))
		}
		return names
	})
	d.Method("infolist(self)", func(self any) any { return py.ListOf(slices.Clone(of(self).infos)...) })
	d.Method("getinfo(self, name)", func(self, name any) any { return of(self).find(name) })
	d.Method("read(self, name, pwd=None)", func(self, name, _ any) any { return py.Bytes(of(self).read(name)) })
	d.Method("open(self, name, mode='r', pwd=None, *, force_zip64=False)", func(self, name, mode, _, _ any) any {
		return of(self).member(self, name, py.Str(mode))
	})
	d.Method("writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None)", func(self, target, data, method, level any) any {
		a := of(self)
		e := a.entryFor(target)
		if method != nil {
			e.method = number.Int(method)
		}
		text, ok := py.Payload(data).(string)
		if !ok {
			text = py.BytesLike(data)
		}
		info := a.add(e, []byte(text), a.levelOr(level))
		if py.IsInstance(target, infoClass) {
			entryOf(info).update(target)
			a.infos[len(a.infos)-1] = target
		}
		return nil
	})
	d.Method("write(self, filename, arcname=None, compress_type=None, compresslevel=None)", func(self, filename, arcname, method, level any) any {
		a := of(self)
		a.checkOpen()
		e := fromFile(filename, arcname)
		if e.isDir() {
			e.size = 0
			a.add(e, nil, -1)
			return nil
		}
		e.method = a.method
		if method != nil {
			e.method = number.Int(method)
		}
		data, err := os.ReadFile(ospath.Text(filename))
		if err != nil {
			panic(py.AsException(err))
		}
		a.add(e, data, a.levelOr(level))
		return nil
	})
	d.Method("mkdir(self, zinfo_or_directory_name, mode=511)", func(self, name, mode any) any {
		text := py.As[string](name)
		if text == "" || text[len(text)-1] != '/' {
			text += "/"
		}
		e := newEntry(text, now())
		e.external = uint32(0o40000|number.Int(mode)&0xffff)<<16 | directoryBit
		of(self).add(e, nil, -1)
		return nil
	})
	d.Method("extract(self, member, path=None, pwd=None)", func(self, member, path, _ any) any {
		return of(self).extract(member, directoryOf(path))
	})
	d.Method("extractall(self, path=None, members=None, pwd=None)", func(self, path, members, _ any) any {
		a := of(self)
		if members == nil {
			members = py.CallMethod(self, "namelist")
		}
		for member := range py.Iter(members) {
			a.extract(member, directoryOf(path))
		}
		return nil
	})
	d.Method("testzip(self)", func(self any) any {
		a := of(self)
		for _, info := range a.infos {
			err := py.Try(func() error { a.read(info); return nil })
			if err != nil && py.Matches(err, badZipFile) {
				return py.GetAttr(info, "filename")
			}
			py.Check(err)
		}
		return nil
	})
	d.Method("printdir(self, file=None)", func(self, file any) any {
		options := py.PrintOptions{End: "\n", File: file}
		py.PrintWith([]any{fmt.Sprintf("%-46s %19s %12s", "File Name", "Modified    ", "Size")}, options)
		for _, info := range of(self).infos {
			e := entryOf(info)
			date := fmt.Sprintf("%d-%02d-%02d %02d:%02d:%02d", e.date[0], e.date[1], e.date[2], e.date[3], e.date[4], e.date[5])
			py.PrintWith([]any{fmt.Sprintf("%-46s %s %12d", e.name, date, e.size)}, options)
		}
		return nil
	})
	d.Method("setpassword(self, pwd)", func(_, _ any) any { return nil })
	d.Method("close(self)", func(self any) any {
		of(self).close()
		return nil
	})
	d.Method("__enter__(self)", func(self any) any { return self })
	d.Method("__exit__(self, type, value, traceback)", func(self, _, _, _ any) any {
		of(self).close()
		return nil
	})
	d.Method("__repr__(self)", func(self any) any {
		a := of(self)
		text := "<zipfile." + py.TypeOf(self).Name()
		if a.file == nil {
			return text + " [closed]>"
		}
		if a.own {
			text += " filename=" + py.Repr(a.name)
		} else {
			text += " file=" + py.Repr(a.file)
		}
		return text + " mode=" + py.Repr(a.mode) + ">"
	})
}

func directoryOf(path any) string {
	if path == nil {
		path = "."
	}
	return ospath.Abs(ospath.Text(path))
}

// member opens a member for reading or writing.
func (a *archive) member(self, name any, mode string) any {
	switch mode {
	case "r":
		e := entryOf(a.find(name))
		file := py.Call(memberClass, py.Bytes(a.read(name)))
		py.SetAttr(file, "name", e.name)
		py.SetAttr(file, "mode", "r")
		py.SetAttr(file, "_compress_type", e.method)
		return file
	case "w":
		a.checkOpen()
		file := py.Call(pendingClass)
		py.SetAttr(file, "_archive", self)
		py.SetAttr(file, "_info", a.entryFor(name).infoOf())
		return file
	}
	panic(exc.ValueError(`open() requires mode "r" or "w"`))
}
