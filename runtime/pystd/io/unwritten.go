package io

import (
	"path/filepath"
	"runtime"
	"weak"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// unwritten is what a file has to write. It outlives the file when the program
// drops that without closing it.
type unwritten struct {
	device Device
	path   string
	data   []byte
	owner  weak.Pointer[binaryFile]
	closes bool // the device, when the file is dropped
}

// waiting is all that is to be written. It is written at the end of the program
// and before another file is opened, because CPython would have closed the
// files that nothing refers to.
var waiting = map[*unwritten]bool{}

func init() {
	py.AtExit(writeWaiting)
	py.OnSettleFiles(settle)
}

// put adds data to what f has to write.
func (f *binaryFile) put(data string) {
	u := f.unwritten
	if u == nil {
		u = &unwritten{device: f.device, owner: weak.Make(f), closes: f.closefd}
		switch name := py.Payload(f.name).(type) {
		case string:
			u.path = absolute(name)
		case py.Bytes:
			u.path = absolute(string(name))
		}
		f.unwritten = u
	}
	u.data = append(u.data, data...)
	waiting[u] = true
}

// pending is what f has to write.
func (f *binaryFile) pending() []byte {
	if f.unwritten == nil {
		return nil
	}
	return f.unwritten.data
}

// absolute is the path from the root, as far as it is known.
func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

func writeWaiting() {
	for u := range waiting {
		_ = py.Try(func() error { return u.write() })
	}
}

// write hands the data to the device.
func (u *unwritten) write() error {
	data := u.data
	u.data = nil
	delete(waiting, u)
	n, err := u.device.Write(data)
	if err == ErrNoData {
		u.data = data[n:]
	}
	return err
}

// settle writes and closes the file at a path, or all files if the path is
// empty, that the program has dropped. The garbage collector tells which.
func settle(path string) {
	if path != "" {
		path = absolute(path)
	}
	var perhaps []*unwritten
	for u := range waiting {
		if path == "" || u.path == path {
			perhaps = append(perhaps, u)
		}
	}
	if len(perhaps) == 0 {
		return
	}
	runtime.GC()
	for _, u := range perhaps {
		if u.owner.Value() == nil {
			_ = py.Try(u.write)
			if u.closes {
				_ = py.Try(u.device.Close)
			}
		}
	}
}
