package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// sendfileProtocol is _SendfileFallbackProtocol: it stands in for the protocol of
// a transport while a file is sent piece by piece.
type sendfileProtocol struct {
	loop  *Loop
	app   protocol
	ready *Future[any] // there while writing is paused
}

// PyClass is the class of protocols.
func (p *sendfileProtocol) PyClass() *py.Class { return ProtocolClass }

func (p *sendfileProtocol) connectionMade(any) {
	py.Raise(py.NewRuntimeError("Invalid state: connection should have been established already."))
}

func (p *sendfileProtocol) connectionLost(err error) {
	if p.ready != nil {
		if err == nil {
			err = py.NewConnectionError("Connection is closed by peer")
		}
		p.ready.SetException(err)
	}
	p.app.connectionLost(err)
}

func (p *sendfileProtocol) pauseWriting() {
	if p.ready == nil {
		p.ready = newFuture[any](p.loop)
	}
}

func (p *sendfileProtocol) resumeWriting() {
	if p.ready != nil {
		p.ready.SetResult(false)
		p.ready = nil
	}
}

func (p *sendfileProtocol) dataReceived([]byte) {
	py.Raise(py.NewRuntimeError("Invalid state: reading should be paused"))
}

func (p *sendfileProtocol) eofReceived() bool {
	py.Raise(py.NewRuntimeError("Invalid state: reading should be paused"))
	return false
}

// sendFile is loop.sendfile over TLS: the file is read in a thread and written as
// the transport takes it.
func (t *tlsTransport) sendFile(ctx context.Context, r fileRange, fallback bool) (sent any, err error) {
	if t.closed {
		return nil, py.NewRuntimeError("Transport is closing")
	}
	if !fallback {
		return nil, py.NewRuntimeError("fallback is disabled and native sendfile is not supported for transport " + py.Repr(t))
	}
	if r.offset != 0 {
		py.CallMethod(r.file, "seek", r.offset)
	}
	l := t.tls.loop
	p := &sendfileProtocol{loop: l, app: t.tls.app}
	wasReading, wasPaused := !t.tls.appReadsPaused, t.tls.appWritesPaused
	t.pauseReading()
	t.setProtocol(p)
	if wasPaused {
		p.pauseWriting()
	}
	total := 0
	defer func() {
		if total > 0 && py.HasAttr(r.file, "seek") {
			py.CallMethod(r.file, "seek", r.offset+total)
		}
		t.setProtocol(p.app)
		if wasReading {
			t.resumeReading()
		}
		if p.ready != nil {
			p.ready.Cancel()
		}
		if wasPaused {
			p.app.resumeWriting()
		}
	}()
	for r.count < 0 || total < r.count {
		size := 16 * 1024
		if r.count >= 0 {
			size = min(size, r.count-total)
		}
		reading, err := l.runInExecutor(nil, py.GetAttr(r.file, "read"), py.Tuple{size}, nil)
		if err != nil {
			return nil, err
		}
		data, err := Await(ctx, reading)
		if err != nil {
			return nil, err
		}
		chunk := bytesOf(data)
		if len(chunk) == 0 {
			break
		}
		if t.closed {
			return nil, py.NewConnectionError("Connection closed by peer")
		}
		if p.ready != nil {
			if _, err := p.ready.Await(ctx); err != nil {
				return nil, err
			}
		}
		t.write(chunk)
		total += len(chunk)
	}
	return total, nil
}
