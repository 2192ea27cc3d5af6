package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// StreamWriter is asyncio.StreamWriter: it writes to a transport.
type StreamWriter struct {
	py.Attributes
	loop      *Loop
	transport any
	protocol  *streamProtocol
	reader    *StreamReader
}

// Write is StreamWriter.write(data).
func (w *StreamWriter) Write(data py.Bytes) { py.CallMethod(w.transport, "write", data) }

// WriteEOF is StreamWriter.write_eof().
func (w *StreamWriter) WriteEOF() { py.CallMethod(w.transport, "write_eof") }

// Close is StreamWriter.close().
func (w *StreamWriter) Close() { py.CallMethod(w.transport, "close") }

// IsClosing is StreamWriter.is_closing().
func (w *StreamWriter) IsClosing() bool { return py.Truth(py.CallMethod(w.transport, "is_closing")) }

// ExtraInfo is StreamWriter.get_extra_info(name).
func (w *StreamWriter) ExtraInfo(name string) any {
	return py.CallMethod(w.transport, "get_extra_info", name, nil)
}

// Drain is StreamWriter.drain(): it waits while the buffer of the transport is
// full.
func (w *StreamWriter) Drain(ctx context.Context) error {
	if w.reader != nil && w.reader.err != nil {
		return w.reader.err
	}
	if w.IsClosing() {
		if err := yieldOnce(ctx); err != nil {
			return err
		}
	}
	return w.protocol.drain(ctx)
}

// StartTLS is StreamWriter.start_tls(context, server_hostname=hostname); hostname
// nil stands for none.
func (w *StreamWriter) StartTLS(ctx context.Context, tls, hostname any) error {
	return w.startTLS(ctx, startTLSOptions(tls, hostname, nil, nil))
}

// startTLS is StreamWriter.start_tls(): the connection goes on over TLS.
func (w *StreamWriter) startTLS(ctx context.Context, o *tlsOptions) error {
	if err := w.Drain(ctx); err != nil {
		return err
	}
	o.serverSide = w.protocol.connected != nil
	t, err := w.loop.startTLS(ctx, w.transport, w.protocol, o)
	if err != nil {
		return err
	}
	w.transport, w.protocol.transport, w.protocol.overTLS = t, t, true
	return nil
}

// WaitClosed is StreamWriter.wait_closed().
func (w *StreamWriter) WaitClosed(ctx context.Context) error {
	return awaitPromise(ctx, w.protocol.closeWaiter(w))
}
