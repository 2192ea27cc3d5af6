package pathlib

import (
	goos "os"
	"os/user"
	"strconv"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
)

// addOwners adds owner and group, and what is asked about a path rarely.
func addOwners(b *define.Body) {
	ids := func(self, follow any) (uid, gid string) {
		var s syscall.Stat_t
		stat := syscall.Stat
		if !py.Truth(follow) {
			stat = syscall.Lstat
		}
		ospath.Fail(stat(textOf(self), &s), textOf(self))
		return strconv.Itoa(int(s.Uid)), strconv.Itoa(int(s.Gid))
	}
	b.Method("owner(self, *, follow_symlinks=True)", func(self, follow any) any {
		uid, _ := ids(self, follow)
		found, err := user.LookupId(uid)
		if err != nil {
			panic(py.NewKeyError("getpwuid(): uid not found: " + uid))
		}
		return found.Username
	})
	b.Method("group(self, *, follow_symlinks=True)", func(self, follow any) any {
		_, gid := ids(self, follow)
		found, err := user.LookupGroupId(gid)
		if err != nil {
			panic(py.NewKeyError("getgrgid(): gid not found: " + gid))
		}
		return found.Name
	})
	b.Method("is_block_device(self)", func(self any) any {
		info, err := goos.Stat(textOf(self))
		return err == nil && info.Mode()&goos.ModeDevice != 0 && info.Mode()&goos.ModeCharDevice == 0
	})
	b.Method("is_junction(self)", func(any) any { return false })
	b.ClassMethod("from_uri(cls, uri)", func(cls, uri any) any {
		text := py.As[string](uri)
		path, ok := strings.CutPrefix(text, "file:")
		if !ok {
			panic(exc.ValueError("URI does not start with 'file:': %s", py.Repr(uri)))
		}
		if strings.HasPrefix(path, "///") {
			path = path[2:]
		} else if rest, local := strings.CutPrefix(path, "//localhost/"); local {
			path = "/" + rest
		}
		path = urllibparse.Unquote(path, "utf-8", "surrogateescape")
		if !strings.HasPrefix(path, "/") {
			panic(exc.ValueError("URI is not absolute: %s", py.Repr(uri)))
		}
		return py.Call(cls, path)
	})
}
