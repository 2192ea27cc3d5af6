package os

import (
	goos "os"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

var statvfsResult = collections.NamedTuple("statvfs_result", []string{
	"f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax",
}, nil, "os")

var timesResult = collections.NamedTuple("times_result", []string{
	"user", "system", "children_user", "children_system", "elapsed",
}, nil, "posix")

// limits are the names of sysconf whose values are known here.
var limits = map[string]func() int{
	"SC_PAGE_SIZE":        goos.Getpagesize,
	"SC_PAGESIZE":         goos.Getpagesize,
	"SC_NPROCESSORS_ONLN": runtime.NumCPU,
	"SC_NPROCESSORS_CONF": runtime.NumCPU,
	"SC_CLK_TCK":          func() int { return 100 },
	"SC_PHYS_PAGES":       physicalPages,
	"SC_OPEN_MAX": func() int {
		var limit syscall.Rlimit
		fail(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit))
		return int(limit.Cur)
	},
}

func physicalPages() int {
	var info syscall.Sysinfo_t
	fail(syscall.Sysinfo(&info))
	return int(info.Totalram) * int(info.Unit) / goos.Getpagesize()
}

func addFilesystems(m *py.Module) {
	m.Builtin("mkfifo(path, mode=438, *, dir_fd=None)", func(p, mode, _ any) any {
		fail(syscall.Mkfifo(path(p), uint32(py.As[int](mode))), p)
		return nil
	})
	m.Builtin("statvfs(path)", func(p any) any {
		var s syscall.Statfs_t
		fail(syscall.Statfs(path(p), &s), p)
		return py.Call(statvfsResult, int(s.Bsize), int(s.Frsize), int(s.Blocks), int(s.Bfree), int(s.Bavail), int(s.Files),
			int(s.Ffree), int(s.Ffree), int(s.Flags), int(s.Namelen))
	})
	m.Builtin("times()", func() any {
		var t syscall.Tms
		_, err := syscall.Times(&t)
		fail(err)
		ticks := func(n int64) float64 { return float64(n) / 100 }
		return py.Call(timesResult, ticks(int64(t.Utime)), ticks(int64(t.Stime)), ticks(int64(t.Cutime)), ticks(int64(t.Cstime)),
			float64(time.Since(started).Milliseconds()/10)/100)
	})
	m.Builtin("sysconf(name, /)", func(name any) any {
		if limit, ok := limits[py.As[string](name)]; ok {
			return limit()
		}
		panic(exc.ValueError("unrecognized configuration name"))
	})
	m.Func("get_exec_path(env=None)", func(env any) any {
		list := goos.Getenv("PATH")
		if env != nil {
			list = py.As[string](py.CallMethod(env, "get", "PATH", ""))
		}
		if list == "" {
			list = "/bin:/usr/bin"
		}
		return py.ListOf(strings.Split(list, ":")...)
	})
	m.Func("renames(old, new)", func(old, renamed any) any {
		head, tail := ospath.Split(path(renamed))
		if head != "" && tail != "" {
			fail(goos.MkdirAll(head, 0o777), head)
		}
		fail(goos.Rename(path(old), path(renamed)), old, renamed)
		if head, tail := ospath.Split(path(old)); head != "" && tail != "" {
			for head != "" && syscall.Rmdir(head) == nil {
				head, _ = ospath.Split(head)
			}
		}
		return nil
	})
	m.Builtin("getcwdb()", func() any {
		dir, err := goos.Getwd()
		fail(err)
		return py.Bytes(dir)
	})
	m.Builtin("getrandom(size, flags=0)", func(size, _ any) any { return randomBytes(size) })
}

// started is about when the process began.
var started = time.Now()
