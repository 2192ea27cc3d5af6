// Archives and compressed files: bz2 and zip byte by byte, lzma there and back.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/bz2"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/hashlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/lzma"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/zipfile"
)

var text py.Bytes

func tell(f any, args py.Tuple) {
	err := py.Try(func() error {
		py.Print(py.CallStar(f, args, nil))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		fmt.Println(py.TypeOf(e).Name(), e)
	}
}

func bz2Files(folder string) {
	py.Print(py.CallMethod(py.CallMethod(hashlib.Module(), "md5", py.CallMethod(bz2.Module(), "compress", text)), "hexdigest"), py.Len(py.CallMethod(bz2.Module(), "compress", py.Bytes(""))), py.Eq(py.CallMethod(bz2.Module(), "decompress", py.CallMethod(bz2.Module(), "compress", text, 1)), text))
	c := py.CallMethod(bz2.Module(), "BZ2Compressor", 5)
	packed := py.Add(py.Add(py.CallMethod(c, "compress", py.GetItem(text, py.NewSlice(nil, 100, nil)).(py.Bytes)), py.CallMethod(c, "compress", py.GetItem(text, py.NewSlice(100, nil, nil)).(py.Bytes))), py.CallMethod(c, "flush"))
	d := py.CallMethod(bz2.Module(), "BZ2Decompressor")
	out := py.Add(py.CallMethod(d, "decompress", py.GetItem(packed, py.NewSlice(nil, 50, nil))), py.CallMethod(d, "decompress", py.Add(py.GetItem(packed, py.NewSlice(50, nil, nil)), py.Bytes("rest"))))
	py.Print(py.Eq(out, text), py.GetAttr(d, "eof"), py.GetAttr(d, "unused_data"), py.GetAttr(d, "needs_input"))
	tell(py.GetAttr(c, "flush"), py.Tuple{})
	tell(py.GetAttr(d, "decompress"), py.Tuple{py.Bytes("x")})
	tell(bz2.Module().Attr("decompress"), py.Tuple{py.GetItem(packed, py.NewSlice(nil, -3, nil))})
	tell(bz2.Module().Attr("decompress"), py.Tuple{py.Bytes("nope")})
	tell(bz2.Module().Attr("compress"), py.Tuple{py.Bytes(""), 10})
	py.Print(py.GetItem(py.CallMethod(bz2.Module(), "decompress", py.Add(py.Add(packed, py.CallMethod(bz2.Module(), "compress", py.Bytes("two"))), py.Bytes("garbage"))), py.NewSlice(-6, nil, nil)), py.CallMethod(bz2.Module(), "decompress", py.Bytes("")))
	path := py.As[string](py.CallMethod(ospath.Module(), "join", folder, "a.bz2"))
	manager := py.CallMethodKw(bz2.Module(), "open", []any{path, "wt"}, py.Kwargs{{Name: "encoding", Value: "utf-8"}})
	f := py.EnterContext(manager)
	err := py.Try(func() error {
		py.CallMethod(f, "write", "first ☃\nsecond\n")
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	manager2 := py.CallMethodKw(bz2.Module(), "open", []any{path, "rt"}, py.Kwargs{{Name: "encoding", Value: "utf-8"}})
	f = py.EnterContext(manager2)
	err = py.Try(func() error {
		py.Print(py.CallMethod(f, "readlines"))
		return nil
	})
	py.Check(py.ExitContext(manager2, err))
	manager3 := py.CallMethod(bz2.Module(), "BZ2File", path)
	f = py.EnterContext(manager3)
	err = py.Try(func() error {
		py.Print(py.CallMethod(f, "read", 3), py.CallMethod(f, "tell"), py.CallMethod(f, "readable"), py.CallMethod(f, "writable"), py.CallMethod(f, "seek", 1), py.CallMethod(f, "readline"))
		return nil
	})
	py.Check(py.ExitContext(manager3, err))
}

func lzmaFiles(folder string) {
	for _, fmt := range []any{lzma.Module().Attr("FORMAT_XZ"), lzma.Module().Attr("FORMAT_ALONE")} {
		var packed any = py.CallMethodKw(lzma.Module(), "compress", []any{text}, py.Kwargs{{Name: "format", Value: fmt}})
		py.Print(py.Eq(py.CallMethod(lzma.Module(), "decompress", packed), text), py.Len(packed) < 250, py.CallMethod(lzma.Module(), "decompress", py.CallMethodKw(lzma.Module(), "compress", []any{py.Bytes("")}, py.Kwargs{{Name: "format", Value: fmt}})))
	}
	py.Print(py.CallMethod(py.CallMethod(lzma.Module(), "compress", py.Bytes("")), "hex"))
	d := py.CallMethod(lzma.Module(), "LZMADecompressor")
	var packed any = py.CallMethodKw(lzma.Module(), "compress", []any{text}, py.Kwargs{{Name: "check", Value: lzma.Module().Attr("CHECK_CRC32")}})
	py.Print(py.Eq(py.CallMethod(d, "decompress", py.Add(packed, py.Bytes("rest"))), text), py.GetAttr(d, "eof"), py.GetAttr(d, "unused_data"), py.Eq(py.GetAttr(d, "check"), lzma.Module().Attr("CHECK_CRC32")))
	tell(lzma.Module().Attr("decompress"), py.Tuple{py.Bytes("nope, no xz here")})
	tell(lzma.Module().Attr("decompress"), py.Tuple{py.GetItem(packed, py.NewSlice(nil, -4, nil))})
	path := py.As[string](py.CallMethod(ospath.Module(), "join", folder, "a.xz"))
	manager := py.CallMethod(lzma.Module(), "open", path, "wb")
	f := py.EnterContext(manager)
	err := py.Try(func() error {
		py.Print(py.CallMethod(f, "write", text))
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	manager2 := py.CallMethod(lzma.Module(), "open", path)
	f = py.EnterContext(manager2)
	err = py.Try(func() error {
		py.Print(py.Eq(py.CallMethod(f, "read"), text))
		return nil
	})
	py.Check(py.ExitContext(manager2, err))
}

func zipFiles(folder string) {
	buf := py.CallMethod(io.Module(), "BytesIO")
	manager := py.CallMethod(zipfile.Module(), "ZipFile", buf, "w", zipfile.Module().Attr("ZIP_DEFLATED"))
	z := py.EnterContext(manager)
	err := py.Try(func() error {
		for _, item := range []py.Pair[string, string]{py.PairOf("one.txt", py.StrRepeat("1", 100)), py.PairOf("dir/", ""), py.PairOf("dir/☃.txt", "two ☃")} {
			name, data := item.First, item.Second
			info := py.CallMethod(zipfile.Module(), "ZipInfo", name, py.Tuple{2024, 2, 29, 12, 30, 58})
			py.SetAttr(info, "compress_type", zipfile.Module().Attr("ZIP_DEFLATED"))
			py.SetAttr(info, "external_attr", 420<<16)
			py.CallMethod(z, "writestr", info, data)
		}
		py.SetAttr(z, "comment", py.Bytes("about"))
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	py.Print(len(py.As[py.Bytes](py.CallMethod(buf, "getvalue"))), py.CallMethod(py.CallMethod(hashlib.Module(), "md5", py.CallMethod(buf, "getvalue")), "hexdigest"))
	manager2 := py.CallMethod(zipfile.Module(), "ZipFile", buf)
	z = py.EnterContext(manager2)
	err = py.Try(func() error {
		py.Print(py.CallMethod(z, "namelist"), py.GetAttr(z, "comment"), py.CallMethod(z, "testzip"), py.GetAttr(z, "mode"))
		for info := range py.Iter(py.CallMethod(z, "infolist")) {
			py.Print(info, py.CallMethod(info, "is_dir"), py.GetAttr(info, "date_time"), py.GetAttr(info, "CRC"), py.GetAttr(info, "compress_size"))
		}
		py.CallMethod(z, "printdir")
		py.Print(py.CallMethod(py.CallMethod(z, "read", "dir/☃.txt"), "decode"), py.CallMethod(py.CallMethod(z, "open", "one.txt"), "read", 5), py.GetAttr(py.CallMethod(z, "getinfo", "one.txt"), "file_size"))
		tell(py.GetAttr(z, "read"), py.Tuple{"missing"})
		tell(py.GetAttr(z, "writestr"), py.Tuple{"x", "y"})
		items := py.ListOf[any]()
		var value any = py.CallMethod(z, "extractall", folder)
		if !py.Truth(value) {
			value = folder
		}
		for item := range py.Iter(py.CallMethod(os.Module(), "walk", value)) {
			values := py.Unpack(item, 3)
			root, _, fs := values[0], values[1], values[2]
			for f := range py.Iter(fs) {
				items.Append(py.CallMethod(ospath.Module(), "relpath", py.CallMethod(ospath.Module(), "join", root, f), folder))
			}
		}
		fmt.Println(py.SortedList(items.All()))
		py.Print(py.CallMethod(ospath.Module(), "relpath", py.MethodOf(z, "extract").Call("one.txt", py.CallMethod(ospath.Module(), "join", folder, "sub")), folder))
		return nil
	})
	py.Check(py.ExitContext(manager2, err))
	tell(py.GetAttr(z, "read"), py.Tuple{"one.txt"})
	py.Print(z, py.CallMethod(zipfile.Module(), "is_zipfile", buf), py.CallMethod(zipfile.Module(), "is_zipfile", py.CallMethod(io.Module(), "BytesIO", py.Bytes("no"))))
	tell(zipfile.Module().Attr("ZipFile"), py.Tuple{py.CallMethod(io.Module(), "BytesIO", py.Bytes("not a zip"))})
	tell(zipfile.Module().Attr("ZipFile"), py.Tuple{buf, "q"})
	path := py.As[string](py.CallMethod(ospath.Module(), "join", folder, "b.zip"))
	manager3 := py.CallMethod(zipfile.Module(), "ZipFile", path, "w", zipfile.Module().Attr("ZIP_BZIP2"))
	z = py.EnterContext(manager3)
	err = py.Try(func() error {
		py.MethodOf(z, "write").Call(py.CallMethod(ospath.Module(), "join", folder, "one.txt"), "copy/one.txt")
		manager := py.CallMethod(z, "open", "written.txt", "w")
		f := py.EnterContext(manager)
		err := py.Try(func() error {
			py.CallMethod(f, "write", py.Bytes("piece "))
			py.CallMethod(f, "write", py.Bytes("by piece"))
			return nil
		})
		return py.ExitContext(manager, err)
	})
	py.Check(py.ExitContext(manager3, err))
	manager4 := py.CallMethod(zipfile.Module(), "ZipFile", path, "a")
	z = py.EnterContext(manager4)
	err = py.Try(func() error {
		py.CallMethod(z, "writestr", "more.txt", py.Bytes("appended"))
		return nil
	})
	py.Check(py.ExitContext(manager4, err))
	manager5 := py.CallMethod(zipfile.Module(), "ZipFile", path)
	z = py.EnterContext(manager5)
	err = py.Try(func() error {
		items := py.ListOf[py.Tuple]()
		for i := range py.Iter(py.CallMethod(z, "infolist")) {
			items.Append(py.Tuple{py.GetAttr(i, "filename"), py.GetAttr(i, "file_size"), py.GetAttr(i, "compress_type")})
		}
		py.Print(items, py.CallMethod(z, "read", "written.txt"), py.GetItem(py.CallMethod(z, "read", "copy/one.txt"), py.NewSlice(nil, 3, nil)), py.CallMethod(z, "read", "more.txt"))
		return nil
	})
	py.Check(py.ExitContext(manager5, err))
}

func main() {
	py.Main(func() error {
		text = py.EncodeUTF8(py.StrRepeat("the quick brown fox jumps over the lazy dog; ", 40) + "☃ end")

		manager := py.CallMethod(tempfile.Module(), "TemporaryDirectory")
		tmp := py.As[string](py.EnterContext(manager))
		err := py.Try(func() error {
			bz2Files(tmp)
			lzmaFiles(tmp)
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		manager2 := py.CallMethod(tempfile.Module(), "TemporaryDirectory")
		tmp2 := py.As[string](py.EnterContext(manager2))
		err = py.Try(func() error {
			zipFiles(tmp2)
			return nil
		})
		return py.ExitContext(manager2, err)
	})
}
