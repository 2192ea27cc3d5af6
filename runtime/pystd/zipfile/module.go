// Package zipfile is Python's module zipfile, without encryption, archives of
// more than 4 GiB and the compression method LZMA.
// https://docs.python.org/3.13/library/zipfile.html
package zipfile

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/compression"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

var (
	badZipFile   = py.NewExceptionClass("zipfile", "BadZipFile", py.ExceptionClass)
	largeZipFile = py.NewExceptionClass("zipfile", "LargeZipFile", py.ExceptionClass)
)

// Module is the module zipfile.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("zipfile", "Read and write ZIP files.\n\nXXX references to utf-8 need further investigation.\n")
	m.Set("ZIP_STORED", stored).Set("ZIP_DEFLATED", deflated).Set("ZIP_BZIP2", bzipped).Set("ZIP_LZMA", lzmaed)
	m.Set("ZIP64_LIMIT", 1<<31-1).Set("ZIP_FILECOUNT_LIMIT", 1<<16-1).Set("ZIP_MAX_COMMENT", 1<<16-1)
	m.Class(badZipFile)
	m.Class(largeZipFile)
	m.Set("error", badZipFile).Set("BadZipfile", badZipFile)
	m.Class(infoClass)
	m.Class(archiveClass)
	m.Class(memberClass)
	m.Func("is_zipfile(filename)", func(file any) any {
		found := false
		err := py.Try(func() error {
			opened := file
			if compression.IsPath(file) {
				opened = io.Open(file, "rb")
				defer py.CallMethod(opened, "close")
			}
			at := py.CallMethod(opened, "tell")
			found = findEnd(wholeFile(opened)) >= 0
			py.CallMethod(opened, "seek", at)
			return nil
		})
		return err == nil && found
	})
	return m
})

// wholeFile reads a file from its beginning.
func wholeFile(file any) string {
	py.CallMethod(file, "seek", 0)
	return py.BytesLike(py.CallMethod(file, "read"))
}
