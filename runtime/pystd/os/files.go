package os

import (
	goos "os"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func addFiles(m *py.Module) {
	remove := func(p any) any {
		fail(syscall.Unlink(path(p)), p)
		return nil
	}
	m.Builtin("remove(path, *, dir_fd=None)", func(p, _ any) any { return remove(p) })
	m.Builtin("unlink(path, *, dir_fd=None)", func(p, _ any) any { return remove(p) })
	rename := func(from, to any) any {
		fail(syscall.Rename(path(from), path(to)), from, to)
		return nil
	}
	m.Builtin("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", func(from, to, _, _ any) any { return rename(from, to) })
	m.Builtin("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", func(from, to, _, _ any) any { return rename(from, to) })
	m.Builtin("link(src, dst)", func(from, to any) any {
		fail(syscall.Link(path(from), path(to)), from, to)
		return nil
	})
	m.Builtin("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", func(from, to, _, _ any) any {
		fail(syscall.Symlink(path(from), path(to)), from, to)
		return nil
	})
	m.Builtin("readlink(path, *, dir_fd=None)", func(p, _ any) any {
		target, err := goos.Readlink(path(p))
		fail(err, p)
		return target
	})
	m.Builtin("stat(path, *, dir_fd=None, follow_symlinks=True)", func(p, _, follow any) any {
		return Stat(p, py.Truth(follow))
	})
	m.Builtin("lstat(path, *, dir_fd=None)", func(p, _ any) any { return Stat(p, false) })
	m.Builtin("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", func(p, mode, _, _, _ any) any {
		return syscall.Access(path(p), uint32(py.As[int](mode))) == nil
	})
	m.Builtin("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", func(p, mode, _, _ any) any {
		fail(syscall.Chmod(path(p), uint32(py.As[int](mode))), p)
		return nil
	})
	m.Builtin("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", func(p, uid, gid, _, _ any) any {
		fail(syscall.Chown(path(p), py.As[int](uid), py.As[int](gid)), p)
		return nil
	})
	m.Builtin("truncate(path, length)", func(p, n any) any {
		fail(syscall.Truncate(path(p), int64(py.As[int](n))), p)
		return nil
	})
	m.Builtin("utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", func(p, times, ns, _, _ any) any {
		setTimes(p, times, ns)
		return nil
	})
}
