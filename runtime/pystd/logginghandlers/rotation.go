package logginghandlers

import (
	"os"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// defineRotation adds the methods of BaseRotatingHandler.
func defineRotation(b *define.Body) {
	b.Set("namer", nil)
	b.Set("rotator", nil)
	b.Method("__init__(self, filename, mode, encoding=None, delay=False, errors=None)", func(args []any) any {
		inherited("FileHandler", "__init__", args[0], args[1:]...)
		return nil
	})
	b.Method("emit(self, record)", func(self, record any) any {
		return emitting(self, record, func() {
			if py.Truth(py.CallMethod(self, "shouldRollover", record)) {
				py.CallMethod(self, "doRollover")
			}
			inherited("FileHandler", "emit", self, record)
		})
	})
	b.Method("rotation_filename(self, default_name)", func(self, name any) any {
		if namer := py.GetAttr(self, "namer"); py.Callable(namer) {
			return py.Call(namer, name)
		}
		return name
	})
	b.Method("rotate(self, source, dest)", func(self, source, dest any) any {
		if rotator := py.GetAttr(self, "rotator"); py.Callable(rotator) {
			return py.Call(rotator, source, dest)
		}
		if exists(ospath.Text(source)) {
			rename(ospath.Text(source), ospath.Text(dest))
		}
		return nil
	})
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func rename(source, dest string) {
	if err := os.Rename(source, dest); err != nil {
		ospath.Fail(err, source, dest)
	}
}

func remove(path string) {
	if err := os.Remove(path); err != nil {
		ospath.Fail(err, path)
	}
}

func baseFilename(self any) string { return py.As[string](py.GetAttr(self, "baseFilename")) }

// rotationName is rotation_filename(name).
func rotationName(self any, name string) string {
	return py.As[string](py.CallMethod(self, "rotation_filename", name))
}

// isDevice tells of a log file that is no regular file, which isn't rotated.
func isDevice(self any) bool {
	info, err := os.Stat(baseFilename(self))
	return err == nil && !info.Mode().IsRegular()
}

func closeStream(self any) {
	if stream := py.GetAttr(self, "stream"); py.Truth(stream) {
		py.CallMethod(stream, "close")
		py.SetAttr(self, "stream", nil)
	}
}

func openStream(self any) { py.SetAttr(self, "stream", py.CallMethod(self, "_open")) }

// defineBySize adds the methods of RotatingFileHandler.
func defineBySize(b *define.Body) {
	b.Method("__init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None)",
		func(args []any) any {
			self, mode, size, backups := args[0], args[2], args[3], args[4]
			if py.Greater(size, 0) {
				mode = "a"
			}
			inherited("FileHandler", "__init__", self, args[1], mode, args[5], args[6], args[7])
			py.SetAttr(self, "maxBytes", size)
			py.SetAttr(self, "backupCount", backups)
			return nil
		})
	b.Method("doRollover(self)", func(self any) any {
		closeStream(self)
		if backups := py.As[int](py.GetAttr(self, "backupCount")); backups > 0 {
			for i := backups - 1; i > 0; i-- {
				source := rotationName(self, baseFilename(self)+"."+py.Str(i))
				dest := rotationName(self, baseFilename(self)+"."+py.Str(i+1))
				if exists(source) {
					rename(source, dest)
				}
			}
			first := rotationName(self, baseFilename(self)+".1")
			if exists(first) {
				remove(first)
			}
			py.CallMethod(self, "rotate", baseFilename(self), first)
		}
		if !py.Truth(py.GetAttr(self, "delay")) {
			openStream(self)
		}
		return nil
	})
	b.Method("shouldRollover(self, record)", func(self, record any) any {
		if py.GetAttr(self, "stream") == nil {
			openStream(self)
		}
		limit := py.GetAttr(self, "maxBytes")
		if !py.Greater(limit, 0) {
			return false
		}
		at := py.CallMethod(py.GetAttr(self, "stream"), "tell")
		if !py.Truth(at) {
			return false
		}
		length := py.StrLen(py.Str(py.CallMethod(self, "format", record))) + 1
		return py.GreaterEqual(py.Add(at, length), limit) && !isDevice(self)
	})
}

// defineWatching adds the methods of WatchedFileHandler.
func defineWatching(b *define.Body) {
	b.Method("__init__(self, filename, mode='a', encoding=None, delay=False, errors=None)", func(args []any) any {
		inherited("FileHandler", "__init__", args[0], args[1:]...)
		identify(args[0])
		return nil
	})
	b.Method("reopenIfNeeded(self)", func(self any) any {
		if py.GetAttr(self, "stream") == nil {
			return nil
		}
		dev, ino := identity(baseFilename(self))
		if dev >= 0 && py.Equal(py.GetAttr(self, "dev"), dev) && py.Equal(py.GetAttr(self, "ino"), ino) {
			return nil
		}
		py.CallMethod(py.GetAttr(self, "stream"), "flush")
		closeStream(self)
		openStream(self)
		identify(self)
		return nil
	})
	b.Method("emit(self, record)", func(self, record any) any {
		py.CallMethod(self, "reopenIfNeeded")
		return inherited("FileHandler", "emit", self, record)
	})
}

// identify notes which file the handler writes to.
func identify(self any) {
	dev, ino := -1, -1
	if py.GetAttr(self, "stream") != nil {
		dev, ino = identity(baseFilename(self))
	}
	py.SetAttr(self, "dev", dev)
	py.SetAttr(self, "ino", ino)
}

// identity is the device and inode of a file, -1 if there is none.
func identity(path string) (dev, ino int) {
	var stat syscall.Stat_t
	if err := syscall.Stat(path, &stat); err != nil {
		return -1, -1
	}
	return int(stat.Dev), int(stat.Ino)
}
