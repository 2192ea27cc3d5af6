package os

import (
	goos "os"
	"strings"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

func definePathLike() *py.Class {
	var class *py.Class
	class = define.Class("os", "PathLike", []any{abc.Base()}, func(b *define.Body) {
		abc.AbstractMethod(b.Method("__fspath__(self)", func(any) any { panic(py.NewNotImplementedError()) }))
		b.ClassMethod("__subclasshook__(cls, subclass)", func(cls, sub any) any {
			if cls != any(class) {
				return py.NotImplemented
			}
			if _, ok := sub.(*py.Class).Lookup("__fspath__"); ok {
				return true
			}
			return py.NotImplemented
		})
		b.ClassMethod("__class_getitem__(cls, item)", func(cls, item any) any { return py.NewGenericAlias(cls, item) })
	})
	return class
}

var (
	terminalSize = collections.NamedTuple("terminal_size", []string{"columns", "lines"}, nil, "os")
	unameResult  = collections.NamedTuple("uname_result",
		[]string{"sysname", "nodename", "release", "version", "machine"}, nil, "posix")
)

// fileStat is os.stat_result.
type fileStat struct {
	stat *syscall.Stat_t
}

// PyClass is the class stat_result.
func (*fileStat) PyClass() *py.Class { return statResult }

func newStatResult(s *syscall.Stat_t) any { return &fileStat{s} }

func seconds(t syscall.Timespec) float64 { return float64(t.Sec) + float64(t.Nsec)/1e9 }

var statFields = []struct {
	name string
	get  func(s *syscall.Stat_t) any
}{
	{"st_mode", func(s *syscall.Stat_t) any { return int(s.Mode) }},
	{"st_ino", func(s *syscall.Stat_t) any { return int(s.Ino) }},
	{"st_dev", func(s *syscall.Stat_t) any { return int(s.Dev) }},
	{"st_nlink", func(s *syscall.Stat_t) any { return int(s.Nlink) }},
	{"st_uid", func(s *syscall.Stat_t) any { return int(s.Uid) }},
	{"st_gid", func(s *syscall.Stat_t) any { return int(s.Gid) }},
	{"st_size", func(s *syscall.Stat_t) any { return int(s.Size) }},
	{"st_atime", func(s *syscall.Stat_t) any { return seconds(s.Atim) }},
	{"st_mtime", func(s *syscall.Stat_t) any { return seconds(s.Mtim) }},
	{"st_ctime", func(s *syscall.Stat_t) any { return seconds(s.Ctim) }},
	{"st_atime_ns", func(s *syscall.Stat_t) any { return int(s.Atim.Nano()) }},
	{"st_mtime_ns", func(s *syscall.Stat_t) any { return int(s.Mtim.Nano()) }},
	{"st_ctime_ns", func(s *syscall.Stat_t) any { return int(s.Ctim.Nano()) }},
	{"st_blksize", func(s *syscall.Stat_t) any { return int(s.Blksize) }},
	{"st_blocks", func(s *syscall.Stat_t) any { return int(s.Blocks) }},
}

// sequenceFields is the number of fields that a stat_result has as a tuple.
const sequenceFields = 10

func (f *fileStat) tuple() py.Tuple {
	t := make(py.Tuple, sequenceFields)
	for i := range t {
		t[i] = statFields[i].get(f.stat)
		if seconds, ok := t[i].(float64); ok {
			t[i] = int(seconds)
		}
	}
	return t
}

var statResult = py.NewNativeClass("os", "stat_result", nil, func(d *py.Definition) {
	of := func(self any) *fileStat { return self.(*fileStat) }
	for _, field := range statFields {
		d.Getter(field.name, func(self any) any { return field.get(of(self).stat) })
	}
	d.Method("__getitem__(self, key, /)", func(self, key any) any { return py.GetItem(of(self).tuple(), key) })
	d.Method("__len__(self, /)", func(any) any { return sequenceFields })
	d.Method("__iter__(self, /)", func(self any) any { return py.GetIter(of(self).tuple()) })
	d.Method("__repr__(self, /)", func(self any) any {
		var parts []string
		for i, v := range of(self).tuple() {
			parts = append(parts, statFields[i].name+"="+py.Repr(v))
		}
		return "os.stat_result(" + strings.Join(parts, ", ") + ")"
	})
})

// Stat is os.stat, or os.lstat when links are not followed. It raises OSError.
func Stat(p any, follow bool) any {
	var s syscall.Stat_t
	var err error
	switch fd, isFD := p.(int); {
	case isFD:
		err = syscall.Fstat(fd, &s)
	case follow:
		py.SettleFiles(path(p))
		err = syscall.Stat(path(p), &s)
	default:
		err = syscall.Lstat(path(p), &s)
	}
	fail(err, p)
	return newStatResult(&s)
}

// setTimes is os.utime.
func setTimes(p, times, ns any) {
	accessed, modified := time.Now(), time.Now()
	if times != nil {
		pair := py.Unpack(times, 2)
		accessed = time.Unix(0, int64(py.Float(pair[0])*1e9))
		modified = time.Unix(0, int64(py.Float(pair[1])*1e9))
	} else if ns != nil {
		pair := py.Unpack(ns, 2)
		accessed, modified = time.Unix(0, int64(py.As[int](pair[0]))), time.Unix(0, int64(py.As[int](pair[1])))
	}
	fail(goos.Chtimes(path(p), accessed, modified), p)
}
