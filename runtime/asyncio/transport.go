package asyncio

import (
	"fmt"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// largestRead is the most that is read from a file descriptor at once.
const largestRead = 256 * 1024

// writesBeforeWarning is the number of writes to a lost connection after which
// each is logged.
const writesBeforeWarning = 5

// Transport is a connection over a file descriptor: a socket, or one end of a
// pipe. It calls its protocol with what happens.
type Transport struct {
	py.Attributes
	loop     *Loop
	kind     transportKind
	fd       int
	object   any // the object of the program that holds fd, if there is one
	protocol protocol
	extra    map[string]any
	server   *Server
	// ended is called after connection_lost.
	ended func(err error)

	// emptied is what sendfile waits for, and there while it runs.
	emptied *Future[any]

	buffer      []byte
	eof         bool
	closing     bool
	lostCount   int
	paused      bool // reading
	reading     bool
	writePaused bool
	closed      bool
	high, low   int
}

type transportKind uint8

const (
	socketTransport transportKind = iota
	readPipeTransport
	writePipeTransport
)

// newTransport makes a transport and schedules the call of connection_made.
// waiter, which may be nil, is set when the transport is ready.
func newTransport(l *Loop, kind transportKind, fd int, p protocol, waiter *promise, extra map[string]any, server *Server) *Transport {
	t := &Transport{loop: l, kind: kind, fd: fd, protocol: p, extra: extra, server: server}
	t.setLimits(64*1024, 16*1024)
	if server != nil {
		server.clients = append(server.clients, t)
	}
	l.soon(func() { t.protocol.connectionMade(t) })
	switch kind {
	case writePipeTransport:
		l.soon(t.watchPeer)
	default:
		l.soon(t.startReading)
	}
	if waiter != nil {
		l.soon(func() {
			if !waiter.cancelled() {
				waiter.finish()
			}
		})
	}
	return t
}

// soon is call_soon for the runtime itself; exceptions go to the loop's handler.
func (l *Loop) soon(f func()) {
	l.push(callbackFunc(func(*promise) { l.guard(f) }), nil)
}

// guard runs a callback of the runtime that calls code of the program.
func (l *Loop) guard(f func()) {
	err := py.Try(func() error {
		f()
		return nil
	})
	if err == nil {
		return
	}
	if isExit(err) {
		l.fatal = err
		return
	}
	l.report(py.Kwargs{
		{Name: "message", Value: "Exception in callback"},
		{Name: "exception", Value: err},
	})
}

func (t *Transport) startReading() {
	if t.closing || t.paused || t.reading {
		return
	}
	t.reading = true
	if err := t.loop.onReadable(t.fd, func() { t.loop.guard(t.readReady) }); err != nil {
		t.fatal(err, "Fatal read error on socket transport")
	}
}

func (t *Transport) stopReading() {
	if t.reading {
		t.reading = false
		t.loop.removeReader(t.fd)
	}
}

// watchPeer watches the write end of a pipe for the reader going away.
func (t *Transport) watchPeer() {
	if t.closing {
		return
	}
	t.reading = true
	_ = t.loop.onReadable(t.fd, func() {
		t.loop.guard(func() {
			if len(t.buffer) > 0 {
				t.forceClose(py.NewBrokenPipeError())
			} else {
				t.forceClose(nil)
			}
		})
	})
}

func (t *Transport) readReady() {
	if t.lostCount > 0 {
		return
	}
	chunk := t.loop.readBuffer()
	n, err := readFD(t.fd, chunk)
	switch {
	case wouldBlock(err):
	case err != nil:
		t.fatal(err, "Fatal read error on socket transport")
	case n == 0:
		t.readEOF()
	default:
		if err := py.Try(func() error { t.protocol.dataReceived(chunk[:n]); return nil }); err != nil {
			if isExit(err) {
				raise(err)
			}
			t.fatal(err, "Fatal error: protocol.data_received() call failed.")
		}
	}
}

func (t *Transport) readEOF() {
	if t.kind == readPipeTransport {
		t.closing = true
		t.stopReading()
		t.loop.soon(func() { t.protocol.eofReceived() })
		t.loop.soon(func() { t.callConnectionLost(nil) })
		return
	}
	keep := false
	if err := py.Try(func() error { keep = t.protocol.eofReceived(); return nil }); err != nil {
		if isExit(err) {
			raise(err)
		}
		t.fatal(err, "Fatal error: protocol.eof_received() call failed.")
		return
	}
	if keep {
		t.stopReading()
	} else {
		t.close()
	}
}

// write is Transport.write(data).
func (t *Transport) write(data []byte) {
	if t.eof {
		py.Raise(py.NewRuntimeError("Cannot call write() after write_eof()"))
	}
	if t.emptied != nil {
		py.Raise(py.NewRuntimeError("unable to write; sendfile is in progress"))
	}
	if len(data) == 0 {
		return
	}
	if t.lostCount > 0 || t.kind == writePipeTransport && t.closing {
		if t.lostCount >= writesBeforeWarning {
			logWarning("socket.send() raised exception.")
		}
		t.lostCount++
		return
	}
	if len(t.buffer) == 0 {
		n, err := writeFD(t.fd, data)
		switch {
		case wouldBlock(err):
			n = 0
		case err != nil:
			t.fatal(err, "Fatal write error on socket transport")
			return
		}
		data = data[n:]
		if len(data) == 0 {
			return
		}
		_ = t.loop.onWritable(t.fd, func() { t.loop.guard(t.writeReady) })
	}
	t.buffer = append(t.buffer, data...)
	t.maybePause()
}

func (t *Transport) writeReady() {
	if t.kind != writePipeTransport && t.lostCount > 0 {
		return
	}
	n, err := writeFD(t.fd, t.buffer)
	if wouldBlock(err) {
		return
	}
	if err != nil {
		t.loop.removeWriter(t.fd)
		t.buffer = nil
		t.fatal(err, "Fatal write error on socket transport")
		return
	}
	t.buffer = t.buffer[n:]
	if len(t.buffer) > 0 {
		t.maybeResume()
		return
	}
	t.buffer = nil
	t.loop.removeWriter(t.fd)
	t.maybeResume()
	t.endEmptying(nil)
	switch {
	case t.closing:
		t.stopReading()
		t.callConnectionLost(nil)
	case t.eof:
		shutdownWrite(t.fd)
	}
}

// writeEOF is Transport.write_eof().
func (t *Transport) writeEOF() {
	if t.closing || t.eof {
		return
	}
	if t.kind == writePipeTransport {
		t.closing = true
		if len(t.buffer) == 0 {
			t.stopReading()
			t.loop.soon(func() { t.callConnectionLost(nil) })
		}
		return
	}
	t.eof = true
	if len(t.buffer) == 0 {
		shutdownWrite(t.fd)
	}
}

// close is Transport.close(): what is buffered is still written.
func (t *Transport) close() {
	if t.closing {
		return
	}
	if t.kind == writePipeTransport {
		t.writeEOF()
		return
	}
	t.closing = true
	t.stopReading()
	if len(t.buffer) == 0 {
		t.lostCount++
		t.loop.removeWriter(t.fd)
		t.loop.soon(func() { t.callConnectionLost(nil) })
	}
}

// fatal ends the connection because of an error.
func (t *Transport) fatal(err error, message string) {
	e := py.AsException(err)
	if !e.PyClass().IsSubclassOf(py.OSError) {
		t.loop.report(py.Kwargs{
			{Name: "message", Value: message},
			{Name: "exception", Value: e},
			{Name: "transport", Value: t},
			{Name: "protocol", Value: protocolObject(t.protocol)},
		})
	}
	t.forceClose(e)
}

// forceClose is Transport.abort(): what is buffered is lost.
func (t *Transport) forceClose(err error) {
	if t.closed || t.lostCount > 0 && t.closing && len(t.buffer) == 0 {
		return
	}
	if len(t.buffer) > 0 {
		t.buffer = nil
		t.loop.removeWriter(t.fd)
	}
	t.closing = true
	t.stopReading()
	t.lostCount++
	t.loop.soon(func() { t.callConnectionLost(err) })
}

func (t *Transport) callConnectionLost(err error) {
	if t.closed {
		return
	}
	t.closed = true
	defer func() {
		release(t.fd, t.object)
		if t.server != nil {
			t.server.detach(t)
		}
		if t.ended != nil {
			t.ended(err)
		}
		t.endEmptying(py.NewConnectionError("Connection is closed by peer"))
	}()
	t.protocol.connectionLost(err)
}

func (t *Transport) pauseReading() {
	if t.closing || t.paused {
		return
	}
	t.paused = true
	t.stopReading()
}

func (t *Transport) resumeReading() {
	if t.closing || !t.paused {
		return
	}
	t.paused = false
	t.startReading()
}

func (t *Transport) setLimits(high, low int) {
	checkLimits(high, low)
	t.high, t.low = high, low
}

func checkLimits(high, low int) {
	if high < low || low < 0 {
		py.Raise(py.NewValueError(fmt.Sprintf("high (%d) must be >= low (%d) must be >= 0", high, low)))
	}
}

func (t *Transport) maybePause() {
	if len(t.buffer) <= t.high || t.writePaused {
		return
	}
	t.writePaused = true
	t.protect("protocol.pause_writing() failed", t.protocol.pauseWriting)
}

func (t *Transport) maybeResume() {
	if !t.writePaused || len(t.buffer) > t.low {
		return
	}
	t.writePaused = false
	t.protect("protocol.resume_writing() failed", t.protocol.resumeWriting)
}

func (t *Transport) protect(message string, f func()) {
	t.loop.protect(message, t, protocolObject(t.protocol), f)
}

// protect calls f and reports what it raises, unless that ends the program.
func (l *Loop) protect(message string, transport, protocol any, f func()) {
	err := py.Try(func() error {
		f()
		return nil
	})
	if err == nil {
		return
	}
	if isExit(err) {
		raise(err)
	}
	l.report(py.Kwargs{
		{Name: "message", Value: message},
		{Name: "exception", Value: err},
		{Name: "transport", Value: transport},
		{Name: "protocol", Value: protocol},
	})
}

// repr is the transport's repr.
func (t *Transport) repr() string {
	name := map[transportKind]string{
		socketTransport: "_SelectorSocketTransport", readPipeTransport: "_UnixReadPipeTransport",
		writePipeTransport: "_UnixWritePipeTransport",
	}[t.kind]
	info := []string{name}
	if t.closed {
		info = append(info, "closed")
	} else if t.closing {
		info = append(info, "closing")
	}
	info = append(info, fmt.Sprintf("fd=%d", t.fd))
	polling := func(is bool) string {
		if is {
			return "polling"
		}
		return "idle"
	}
	read, write := polling(t.reading), polling(len(t.buffer) > 0)
	switch {
	case t.closed:
		if t.kind != socketTransport {
			info = append(info, "closed")
		}
	case t.kind == readPipeTransport:
		info = append(info, read)
	case t.kind == writePipeTransport:
		info = append(info, write, fmt.Sprintf("bufsize=%d", len(t.buffer)))
	default:
		info = append(info, "read="+read, fmt.Sprintf("write=<%s, bufsize=%d>", write, len(t.buffer)))
	}
	return "<" + strings.Join(info, " ") + ">"
}

func wouldBlock(err error) bool { return err == syscall.EAGAIN || err == syscall.EINTR }

const errWouldBlock = syscall.EAGAIN
