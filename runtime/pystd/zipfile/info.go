package zipfile

import (
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/stat"
)

// entry is a member of an archive as its headers describe it.
type entry struct {
	name, comment, extra string
	date                 [6]int
	method               int
	system               int
	createVersion        int
	extractVersion       int
	flags                int
	internal             int
	external             uint32
	offset               int
	crc                  uint32
	packed, size         int
}

// utf8Flag marks names that are no ASCII.
const utf8Flag = 0x800

// directoryBit is the attribute of MS-DOS that marks directories.
const directoryBit = 0x10

var infoClass *py.Class

// values are the attributes of a ZipInfo, in the order of its constructor's.
func (e *entry) values() py.Kwargs {
	date := py.Tuple{}
	for _, n := range e.date {
		date = append(date, n)
	}
	return py.Kwargs{
		{Name: "filename", Value: e.name}, {Name: "orig_filename", Value: e.name}, {Name: "date_time", Value: date},
		{Name: "compress_type", Value: e.method}, {Name: "comment", Value: py.Bytes(e.comment)}, {Name: "extra", Value: py.Bytes(e.extra)},
		{Name: "create_system", Value: e.system}, {Name: "create_version", Value: e.createVersion},
		{Name: "extract_version", Value: e.extractVersion}, {Name: "reserved", Value: 0}, {Name: "flag_bits", Value: e.flags},
		{Name: "volume", Value: 0}, {Name: "internal_attr", Value: e.internal}, {Name: "external_attr", Value: int(e.external)},
		{Name: "header_offset", Value: e.offset}, {Name: "CRC", Value: int(e.crc)},
		{Name: "compress_size", Value: e.packed}, {Name: "file_size", Value: e.size},
	}
}

// infoOf makes a ZipInfo.
func (e *entry) infoOf() any {
	info := py.Call(infoClass)
	e.update(info)
	return info
}

func (e *entry) update(info any) {
	for _, v := range e.values() {
		py.SetAttr(info, v.Name, v.Value)
	}
}

// entryOf reads the attributes of a ZipInfo.
func entryOf(info any) *entry {
	number := func(name string) int { return py.As[int](py.GetAttr(info, name)) }
	e := &entry{
		name: py.Str(py.GetAttr(info, "filename")), comment: py.BytesLike(py.GetAttr(info, "comment")),
		extra: py.BytesLike(py.GetAttr(info, "extra")), method: number("compress_type"), system: number("create_system"),
		createVersion: number("create_version"), extractVersion: number("extract_version"), flags: number("flag_bits"),
		internal: number("internal_attr"), external: uint32(number("external_attr")), offset: number("header_offset"),
		crc: uint32(number("CRC")), packed: number("compress_size"), size: number("file_size"),
	}
	for i, n := range py.Unpack(py.GetAttr(info, "date_time"), 6) {
		e.date[i] = py.As[int](n)
	}
	return e
}

func (e *entry) isDir() bool { return strings.HasSuffix(e.name, "/") }

// newEntry makes the entry of a name.
func newEntry(name string, date [6]int) *entry {
	if i := strings.IndexByte(name, 0); i >= 0 {
		name = name[:i]
	}
	return &entry{name: name, date: date, system: 3, createVersion: 20, extractVersion: 20}
}

func dateOf(t time.Time) [6]int {
	return [6]int{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second()}
}

// dosTime is the date as two numbers of MS-DOS.
func (e *entry) dosTime() (clock, day uint16) {
	d := e.date
	return uint16(d[3]<<11 | d[4]<<5 | d[5]/2), uint16((d[0]-1980)<<9 | d[1]<<5 | d[2])
}

func (e *entry) setDOSTime(clock, day uint16) {
	e.date = [6]int{int(day>>9) + 1980, int(day >> 5 & 15), int(day & 31), int(clock >> 11), int(clock >> 5 & 63), int(clock&31) * 2}
}

// encodedName is the name as it stands in headers; it sets the flag for names
// that are no ASCII.
func (e *entry) encodedName() string {
	for _, c := range e.name {
		if c >= 0x80 {
			e.flags |= utf8Flag
			break
		}
	}
	return e.name
}

func (e *entry) common(b []byte) []byte {
	clock, day := e.dosTime()
	for _, v := range []uint16{uint16(e.flags), uint16(e.method), clock, day} {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	b = binary.LittleEndian.AppendUint32(b, e.crc)
	b = binary.LittleEndian.AppendUint32(b, uint32(e.packed))
	return binary.LittleEndian.AppendUint32(b, uint32(e.size))
}

// localHeader is the header before the data.
func (e *entry) localHeader() []byte {
	name := e.encodedName()
	b := e.common([]byte{'P', 'K', 3, 4, byte(e.extractVersion), 0})
	b = binary.LittleEndian.AppendUint16(b, uint16(len(name)))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(e.extra)))
	return append(append(b, name...), e.extra...)
}

// centralHeader is the header in the directory at the end.
func (e *entry) centralHeader() []byte {
	name := e.encodedName()
	b := e.common([]byte{'P', 'K', 1, 2, byte(e.createVersion), byte(e.system), byte(e.extractVersion), 0})
	for _, v := range []int{len(name), len(e.extra), len(e.comment), 0, e.internal} {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	b = binary.LittleEndian.AppendUint32(b, e.external)
	b = binary.LittleEndian.AppendUint32(b, uint32(e.offset))
	return append(append(append(b, name...), e.extra...), e.comment...)
}

// methodNames are the names of compression methods.
var methodNames = map[int]string{0: "store", 8: "deflate", 12: "bzip2", 14: "lzma"}

func methodText(method int) string {
	if name, ok := methodNames[method]; ok {
		return name
	}
	return py.Str(method)
}

func init() {
	infoClass = define.Class("zipfile", "ZipInfo", nil, func(b *define.Body) {
		b.Method("__init__(self, filename='NoName', date_time=)", func(self, name, date any) any {
			newEntry(py.As[string](name), [6]int{1980, 1, 1}).update(self)
			if py.Less(py.GetItem(date, 0), 1980) {
				panic(exc.ValueError("ZIP does not support timestamps before 1980"))
			}
			py.SetAttr(self, "date_time", date)
			return nil
		}, py.Tuple{1980, 1, 1, 0, 0, 0})
		b.Method("is_dir(self)", func(self any) any { return entryOf(self).isDir() })
		b.Method("__repr__(self)", func(self any) any {
			e := entryOf(self)
			text := "<ZipInfo filename=" + py.Repr(e.name)
			if e.method != stored {
				text += " compress_type=" + methodText(e.method)
			}
			if mode := e.external >> 16; mode != 0 {
				text += " filemode=" + py.Repr(py.CallMethod(stat.Module(), "filemode", int(mode)))
			}
			if low := e.external & 0xffff; low != 0 {
				text += fmt.Sprintf(" external_attr=%#x", low)
			}
			if !e.isDir() || e.size != 0 {
				text += fmt.Sprintf(" file_size=%d", e.size)
			}
			if (!e.isDir() || e.packed != 0) && (e.method != stored || e.size != e.packed) {
				text += fmt.Sprintf(" compress_size=%d", e.packed)
			}
			return text + ">"
		})
		b.ClassMethod("from_file(cls, filename, arcname=None, *, strict_timestamps=True)", func(_, filename, arcname, _ any) any {
			return fromFile(filename, arcname).infoOf()
		})
	})
}
