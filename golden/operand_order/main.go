package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

type File struct {
	name   string
	closed bool
	reads  int
}

func newFile(name string) *File {
	return &File{name: name, closed: false, reads: 0}
}

func (f *File) close() {
	f.closed = true
}

func closeAll(files *py.List[*File]) int {
	for f := range files.All() {
		f.close()
	}
	return files.Len()
}

func reopen(f *File) string {
	f.closed = false
	f.reads++
	return f.name
}

func main() {
	py.Main(func() error {
		f := newFile("f")
		arg := closeAll(py.ListOf[*File](f))
		arg2 := f.closed
		arg3 := reopen(f)
		arg4 := f.closed
		py.Print(arg, arg2, arg3, arg4, f.reads, closeAll(py.ListOf[*File](f)), f.closed)
		arg5 := closeAll(py.ListOf[*File](f))
		arg6 := f.closed
		newFile("g")
		arg7 := py.Tuple{arg5, arg6, true, reopen(f)}
		arg8 := f.reads
		py.Print(arg7, arg8+py.StrLen(reopen(f))+f.reads)
		return nil
	})
}
