package zipfile

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/bzip2"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/deflate"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// The compression methods.
const (
	stored   = 0
	deflated = 8
	bzipped  = 12
	lzmaed   = 14
)

const (
	endSize     = 22
	centralSize = 46
	localSize   = 30
)

func bad(format string, args ...any) py.BaseException {
	return py.NewException(badZipFile, py.PercentFormat(format, py.Tuple(args)))
}

// findEnd finds the end record of an archive, -1 if there is none.
func findEnd(data string) int {
	low := max(0, len(data)-endSize-1<<16)
	at := strings.LastIndex(data[low:], "PK\x05\x06")
	if at < 0 || len(data)-low-at < endSize {
		return -1
	}
	return low + at
}

// directory reads the directory of an archive, and its comment. It raises
// BadZipFile.
func directory(data string) (entries []*entry, comment string) {
	end := findEnd(data)
	if end < 0 {
		panic(bad("File is not a zip file"))
	}
	le := binary.LittleEndian
	record := []byte(data[end:])
	size, offset := int(le.Uint32(record[12:])), int(le.Uint32(record[16:]))
	comment = string(record[endSize:min(len(record), endSize+int(le.Uint16(record[20:])))])
	// What stands before the archive moves everything.
	moved := end - size - offset
	if moved < 0 || offset+moved > len(data) {
		panic(bad("Bad offset for central directory"))
	}
	b := []byte(data[offset+moved : end])
	for len(b) > 0 {
		if len(b) < centralSize {
			panic(bad("Truncated central directory"))
		}
		if string(b[:4]) != "PK\x01\x02" {
			panic(bad("Bad magic number for central directory"))
		}
		e := &entry{
			createVersion: int(b[4]), system: int(b[5]), extractVersion: int(b[6]), flags: int(le.Uint16(b[8:])),
			method: int(le.Uint16(b[10:])), crc: le.Uint32(b[16:]), packed: int(le.Uint32(b[20:])), size: int(le.Uint32(b[24:])),
			internal: int(le.Uint16(b[36:])), external: le.Uint32(b[38:]), offset: int(le.Uint32(b[42:])) + moved,
		}
		e.setDOSTime(le.Uint16(b[12:]), le.Uint16(b[14:]))
		name, extra, note := int(le.Uint16(b[28:])), int(le.Uint16(b[30:])), int(le.Uint16(b[32:]))
		if len(b) < centralSize+name+extra+note {
			panic(bad("Truncated central directory"))
		}
		rest := string(b[centralSize : centralSize+name+extra+note])
		e.name, e.extra, e.comment = rest[:name], rest[name:name+extra], rest[name+extra:]
		if e.flags&utf8Flag == 0 {
			e.name = py.BytesDecode(e.name, "cp437", "strict")
		}
		entries = append(entries, e)
		b = b[centralSize+len(rest):]
	}
	return entries, comment
}

// contents decompresses a member. It raises BadZipFile.
func (e *entry) contents(data string) []byte {
	if len(data) < e.offset+localSize || data[e.offset:e.offset+4] != "PK\x03\x04" {
		panic(bad("Bad magic number for file header"))
	}
	if e.flags&1 != 0 {
		panic(exc.RuntimeError("File %s is encrypted, password required for extraction", py.Repr(e.name)))
	}
	header := []byte(data[e.offset:])
	begin := e.offset + localSize + int(binary.LittleEndian.Uint16(header[26:])) + int(binary.LittleEndian.Uint16(header[28:]))
	if begin+e.packed > len(data) {
		panic(py.NewEOFError())
	}
	packed := []byte(data[begin : begin+e.packed])
	out := packed
	flawed := false
	switch e.method {
	case stored:
	case deflated:
		var err error
		out, _, err = deflate.NewDecompressor(-15).Decompress(packed, -1)
		flawed = err != nil
	case bzipped:
		var err error
		out, _, err = bzip2.Decompress(packed)
		flawed = err != nil
	default:
		panic(exc.NotImplementedError("That compression method is not supported"))
	}
	if flawed || crc32.ChecksumIEEE(out) != e.crc {
		panic(bad("Bad CRC-32 for file %s", py.Repr(e.name)))
	}
	return out
}

// pack compresses data and notes its sizes and its checksum.
func (e *entry) pack(data []byte, level int) (packed []byte) {
	e.crc, e.size = crc32.ChecksumIEEE(data), len(data)
	switch e.method {
	case stored:
		packed = data
	case deflated:
		packed = deflate.NewCompressor(level, -15, 8, deflate.DefaultStrategy).Compress(data, deflate.Finish)
	case bzipped:
		if level < 0 {
			level = 9
		}
		packed = bzip2.Compress(data, level)
		e.extractVersion, e.createVersion = max(e.extractVersion, 46), max(e.createVersion, 46)
	}
	e.packed = len(packed)
	return packed
}

// checkMethod raises for methods that cannot be written.
func checkMethod(method int) {
	switch method {
	case stored, deflated, bzipped:
	case lzmaed:
		panic(exc.NotImplementedError("ZIP_LZMA is not supported"))
	default:
		panic(exc.NotImplementedError("That compression method is not supported"))
	}
}

// endRecord is the end of an archive.
func endRecord(count, size, offset int, comment string) []byte {
	b := []byte{'P', 'K', 5, 6, 0, 0, 0, 0}
	b = binary.LittleEndian.AppendUint16(b, uint16(count))
	b = binary.LittleEndian.AppendUint16(b, uint16(count))
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint32(b, uint32(offset))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(comment)))
	return append(b, comment...)
}

// fromFile is ZipInfo.from_file.
func fromFile(filename, arcname any) *entry {
	path := ospath.Text(filename)
	info, err := os.Stat(path)
	if err != nil {
		panic(py.AsException(err))
	}
	name := path
	if arcname != nil {
		name = ospath.Text(arcname)
	}
	name = ospath.Norm(name)
	name = strings.TrimLeft(name, "/")
	if info.IsDir() {
		name += "/"
	}
	e := newEntry(name, dateOf(info.ModTime()))
	mode := uint32(info.Mode().Perm())
	if info.IsDir() {
		e.external = (0o40000|mode)<<16 | directoryBit
	} else {
		e.external = (0o100000 | mode) << 16
		e.size = int(info.Size())
	}
	return e
}

func now() [6]int { return dateOf(time.Now()) }
