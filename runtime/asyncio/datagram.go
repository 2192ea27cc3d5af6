package asyncio

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// DatagramTransport is the transport of a datagram socket.
type DatagramTransport struct {
	py.Attributes
	loop     *Loop
	fd       int
	sock     any // the socket of the program that holds fd, if there is one
	object   any // the protocol
	extra    map[string]any
	remote   *endpoint
	queue    []datagram
	closing  bool
	closed   bool
	buffered int
	// low and high are the limits of buffered at which the protocol goes on and
	// pauses.
	low, high   int
	writePaused bool
}

// headerSize is what CPython counts for the header of a datagram that waits. It does
// not take it off again when that has been sent.
const headerSize = 8

// datagram is one that waits to be sent.
type datagram struct {
	data []byte
	to   *endpoint
}

// createDatagramEndpoint is loop.create_datagram_endpoint.
func (l *Loop) createDatagramEndpoint(ctx context.Context, factory any, local, remote any, family int, reusePort bool) (*DatagramTransport, any, error) {
	var localEnd, remoteEnd *endpoint
	for _, side := range []struct {
		address any
		place   **endpoint
	}{{local, &localEnd}, {remote, &remoteEnd}} {
		if side.address == nil {
			continue
		}
		address, ok := side.address.(py.Tuple)
		if !ok || len(address) != 2 {
			return nil, nil, py.NewTypeError("2-tuple is expected")
		}
		found, err := resolve(ctx, address[0], address[1], family, false)
		if err != nil {
			return nil, nil, err
		}
		*side.place = &found[0]
	}
	if localEnd == nil && remoteEnd == nil && family == 0 {
		return nil, nil, py.NewValueError("unexpected address family")
	}
	fd, err := openDatagram(localEnd, remoteEnd, family, reusePort)
	if err != nil {
		return nil, nil, py.AsException(err)
	}
	return l.attachDatagram(ctx, fd, nil, factory, remoteEnd)
}

// attachDatagram makes the transport of a datagram socket, which sock of the
// program may hold.
func (l *Loop) attachDatagram(ctx context.Context, fd int, sock, factory any, remoteEnd *endpoint) (*DatagramTransport, any, error) {
	object := py.Call(factory)
	w := newFuture[any](l)
	t := &DatagramTransport{loop: l, fd: fd, sock: sock, object: object, remote: remoteEnd, extra: socketExtra(fd, nil)}
	t.high, t.low = bufferLimits(nil, nil)
	if remoteEnd == nil {
		t.extra["peername"] = nil
	}
	l.soon(func() { py.CallMethod(object, "connection_made", t) })
	l.soon(t.startReading)
	l.soon(func() {
		if !w.Finished() {
			w.SetResult(nil)
		}
	})
	if _, err := w.Await(ctx); err != nil {
		t.close()
		return nil, nil, err
	}
	return t, object, nil
}

func openDatagram(local, remote *endpoint, family int, reusePort bool) (int, error) {
	if local != nil {
		sock, err := bindSocket(*local, datagramSocket, false, reusePort)
		if err != nil {
			return -1, bindError(err, *local)
		}
		if remote != nil {
			if err := beginConnect(sock.fd, *remote); err != nil {
				closeFD(sock.fd)
				return -1, err
			}
		}
		return sock.fd, nil
	}
	if remote != nil {
		family = remote.family
	}
	fd, err := openSocket(family, datagramSocket)
	if err != nil {
		return -1, err
	}
	if remote != nil {
		if err := beginConnect(fd, *remote); err != nil {
			closeFD(fd)
			return -1, err
		}
	}
	return fd, nil
}

func (t *DatagramTransport) startReading() {
	if t.closing {
		return
	}
	if err := t.loop.onReadable(t.fd, func() { t.loop.guard(t.readReady) }); err != nil {
		t.forceClose(err)
	}
}

func (t *DatagramTransport) readReady() {
	if t.closed {
		return
	}
	buffer := t.loop.readBuffer()
	n, from, err := receiveFrom(t.fd, buffer)
	switch {
	case wouldBlock(err):
	case err != nil:
		py.CallMethod(t.object, "error_received", py.AsException(err))
	default:
		if from == "" && t.remote != nil {
			from = t.remote.value()
		}
		py.CallMethod(t.object, "datagram_received", py.Bytes(buffer[:n]), from)
	}
}

// sendto is DatagramTransport.sendto(data, addr).
func (t *DatagramTransport) sendto(data []byte, address any) {
	to := t.target(address)
	if t.closing && t.closed {
		return
	}
	if len(t.queue) == 0 {
		err := sendTo(t.fd, data, to)
		switch {
		case err == nil:
			return
		case wouldBlock(err):
			_ = t.loop.onWritable(t.fd, func() { t.loop.guard(t.writeReady) })
		default:
			py.CallMethod(t.object, "error_received", py.AsException(err))
			return
		}
	}
	t.queue = append(t.queue, datagram{data, to})
	t.buffered += len(data) + headerSize
	t.maybePause()
}

// setLimits is set_write_buffer_limits.
func (t *DatagramTransport) setLimits(high, low any) {
	h, l := bufferLimits(high, low)
	checkLimits(h, l)
	t.high, t.low = h, l
	t.maybePause()
}

func (t *DatagramTransport) maybePause() {
	if t.buffered > t.high && !t.writePaused {
		t.writePaused = true
		t.loop.protect("protocol.pause_writing() failed", t, t.object, func() { py.CallMethod(t.object, "pause_writing") })
	}
}

func (t *DatagramTransport) maybeResume() {
	if t.writePaused && t.buffered <= t.low {
		t.writePaused = false
		t.loop.protect("protocol.resume_writing() failed", t, t.object, func() { py.CallMethod(t.object, "resume_writing") })
	}
}

// target is the endpoint that sendto sends to, nil for the connected one.
func (t *DatagramTransport) target(address any) *endpoint {
	if t.remote != nil {
		if address != nil && !py.Equal(address, t.remote.value()) {
			py.Raise(py.NewValueError("Invalid address: must be None or " + py.Repr(t.remote.value())))
		}
		return nil
	}
	a, ok := address.(py.Tuple)
	if !ok || len(a) < 2 {
		py.Raise(py.NewTypeError("sendto() needs an address"))
	}
	host, _ := a[0].(string)
	ip := parseIP(host)
	if ip == nil {
		py.Raise(py.NewException(gaierrorClass, -2, "Name or service not known"))
	}
	e := ipEndpoint(ip, py.As[int](a[1]))
	return &e
}

func (t *DatagramTransport) writeReady() {
	for len(t.queue) > 0 {
		d := t.queue[0]
		err := sendTo(t.fd, d.data, d.to)
		if wouldBlock(err) {
			t.maybeResume()
			return
		}
		t.queue = t.queue[1:]
		t.buffered -= len(d.data)
		if err != nil {
			py.CallMethod(t.object, "error_received", py.AsException(err))
			return
		}
	}
	t.maybeResume() // which may send more
	if len(t.queue) > 0 {
		return
	}
	t.loop.removeWriter(t.fd)
	if t.closing {
		t.loop.soon(func() { t.callConnectionLost(nil) })
	}
}

func (t *DatagramTransport) close() {
	if t.closing {
		return
	}
	t.closing = true
	t.loop.removeReader(t.fd)
	if len(t.queue) == 0 {
		t.loop.soon(func() { t.callConnectionLost(nil) })
	}
}

func (t *DatagramTransport) forceClose(err error) {
	if t.closed {
		return
	}
	t.queue = nil
	t.loop.removeWriter(t.fd)
	t.loop.removeReader(t.fd)
	t.closing = true
	t.loop.soon(func() { t.callConnectionLost(err) })
}

func (t *DatagramTransport) callConnectionLost(err error) {
	if t.closed {
		return
	}
	t.closed = true
	defer release(t.fd, t.sock)
	py.CallMethod(t.object, "connection_lost", errorValue(err))
}

func (t *DatagramTransport) repr() string {
	state := ""
	if t.closed {
		state = " closed"
	} else if t.closing {
		state = " closing"
	}
	return fmt.Sprintf("<_SelectorDatagramTransport%s fd=%d>", state, t.fd)
}
