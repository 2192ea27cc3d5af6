package asyncio

import "github.com/pyasync2go/pyasync2go/runtime/py"

// addReady schedules a handle whose file descriptor is ready; a cancelled one is
// removed for good.
func (l *Loop) addReady(h *Handle, remove func()) {
	if h.cancelled {
		remove()
		return
	}
	l.ready.push(entry{h, nil})
}

// watchFD returns the handles of fd.
func (l *Loop) watchFD(fd int) (w *watchedFD, added bool, err error) {
	if l.closed {
		return nil, false, py.NewRuntimeError("Event loop is closed")
	}
	if l.selector == nil {
		if l.selector, err = newSelector(); err != nil {
			return nil, false, err
		}
	}
	w, added = l.selector.watch(fd)
	return w, added, nil
}

// addReader is loop.add_reader: h runs whenever fd can be read.
func (l *Loop) addReader(fd int, h *Handle) error {
	w, added, err := l.watchFD(fd)
	if err != nil {
		return err
	}
	if w.reader != nil {
		w.reader.Cancel()
	}
	w.reader = h
	return l.selector.update(fd, w, added)
}

// addWriter is loop.add_writer: h runs whenever fd can be written.
func (l *Loop) addWriter(fd int, h *Handle) error {
	w, added, err := l.watchFD(fd)
	if err != nil {
		return err
	}
	if w.writer != nil {
		w.writer.Cancel()
	}
	w.writer = h
	return l.selector.update(fd, w, added)
}

// removeReader is loop.remove_reader.
func (l *Loop) removeReader(fd int) bool {
	if l.selector == nil || l.selector.fds[fd] == nil {
		return false
	}
	w := l.selector.fds[fd]
	if w.reader == nil {
		return false
	}
	w.reader.Cancel()
	w.reader = nil
	_ = l.selector.update(fd, w, false)
	return true
}

// removeWriter is loop.remove_writer.
func (l *Loop) removeWriter(fd int) bool {
	if l.selector == nil || l.selector.fds[fd] == nil {
		return false
	}
	w := l.selector.fds[fd]
	if w.writer == nil {
		return false
	}
	w.writer.Cancel()
	w.writer = nil
	_ = l.selector.update(fd, w, false)
	return true
}

// onReadable calls f whenever fd can be read.
func (l *Loop) onReadable(fd int, f func()) error {
	return l.addReader(fd, &Handle{loop: l, call: f})
}

// onWritable calls f whenever fd can be written.
func (l *Loop) onWritable(fd int, f func()) error {
	return l.addWriter(fd, &Handle{loop: l, call: f})
}

// readBuffer is where transports read into. Its content is good until the loop
// runs the next callback: protocols copy what they keep.
func (l *Loop) readBuffer() []byte {
	if l.received == nil {
		l.received = make([]byte, largestRead)
	}
	return l.received
}
