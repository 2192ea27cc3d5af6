package asyncio

import (
	"context"
	"weak"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// streamProtocol is the protocol behind streams: StreamReaderProtocol, and
// SubprocessStreamProtocol, which extends it.
type streamProtocol struct {
	py.Attributes
	loop      *Loop
	reader    *StreamReader
	connected any // client_connected_cb, nil for None
	transport any
	closed    *Future[any]
	process   *processStreams // set for subprocesses

	overTLS      bool
	paused       bool
	lost         bool
	drainWaiters waiters
}

func newStreamProtocol(l *Loop, reader *StreamReader, connected any) *streamProtocol {
	return &streamProtocol{loop: l, reader: reader, connected: connected, closed: newFuture[any](l)}
}

func (p *streamProtocol) connectionMade(transport any) {
	p.transport = transport
	if p.process != nil {
		p.process.connected(transport)
		return
	}
	if p.reader != nil {
		p.reader.transport = transport
	}
	_, p.overTLS = transport.(*tlsTransport)
	if p.connected == nil {
		return
	}
	writer := &StreamWriter{loop: p.loop, transport: transport, protocol: p, reader: p.reader}
	dropped := weak.Make(writer)
	result := py.Call(p.connected, p.reader, writer)
	if !isCoroutine(result) {
		p.loop.handlerEnded(leftWriter{dropped, transport})
		return
	}
	task := futureOf(p.loop.createTaskAny(result, nil))
	task.whenDone(callbackFunc(func(task *promise) {
		if task.cancelled() {
			py.CallMethod(transport, "close")
			return
		}
		task.retrieve()
		if task.err == nil {
			p.loop.handlerEnded(leftWriter{dropped, transport})
		} else {
			p.loop.report(py.Kwargs{
				{Name: "message", Value: "Unhandled exception in client_connected_cb"},
				{Name: "exception", Value: task.err},
				{Name: "transport", Value: transport},
			})
			py.CallMethod(transport, "close")
		}
	}))
}

func (p *streamProtocol) dataReceived(data []byte) {
	if p.reader != nil {
		p.reader.FeedData(data)
	}
}

func (p *streamProtocol) eofReceived() bool {
	if p.reader != nil {
		p.reader.FeedEOF()
	}
	return !p.overTLS
}

func (p *streamProtocol) connectionLost(err error) {
	if p.reader != nil {
		if err == nil {
			p.reader.FeedEOF()
		} else {
			p.reader.SetException(err)
		}
	}
	if !p.closed.Finished() {
		if err == nil {
			p.closed.SetResult(nil)
		} else {
			p.closed.fail(err)
			p.closed.retrieve()
		}
	}
	p.releaseDrains(err)
	p.transport = nil
}

// releaseDrains ends all drain() calls when the connection is lost.
func (p *streamProtocol) releaseDrains(err error) {
	p.lost = true
	if !p.paused {
		return
	}
	for _, w := range p.drainWaiters {
		switch {
		case w.done():
		case err == nil:
			w.finish()
		default:
			w.fail(err)
		}
	}
}

func (p *streamProtocol) pauseWriting() { p.paused = true }

func (p *streamProtocol) resumeWriting() {
	p.paused = false
	for _, w := range p.drainWaiters {
		if !w.done() {
			w.finish()
		}
	}
}

// drain waits while writing is paused.
func (p *streamProtocol) drain(ctx context.Context) error {
	if p.lost {
		return py.NewConnectionResetError("Connection lost")
	}
	if !p.paused {
		return nil
	}
	w := newFuture[any](p.loop)
	p.drainWaiters.add(&w.promise)
	err := awaitPromise(ctx, &w.promise)
	p.drainWaiters.remove(&w.promise)
	return err
}

// closeWaiter is the future of the end of the stream that w writes to.
func (p *streamProtocol) closeWaiter(w *StreamWriter) *promise {
	if p.process != nil {
		return &p.process.stdinClosed.promise
	}
	return &p.closed.promise
}
