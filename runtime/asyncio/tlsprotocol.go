package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// tlsState is where the TLS of a connection stands: SSLProtocolState.
type tlsState uint8

const (
	tlsUnwrapped tlsState = iota
	tlsHandshake
	tlsWrapped
	tlsFlushing
	tlsShutdown
)

// appState is what the protocol of the program has been told: AppProtocolState.
type appState uint8

const (
	appInit appState = iota
	appConnected
	appEnded
	appLost
)

// Limits of TLS connections, in seconds and bytes.
const (
	tlsHandshakeTimeout = 60.0
	tlsShutdownTimeout  = 30.0
	tlsReadLimit        = 256 * 1024
	tlsWriteLimit       = 512 * 1024
)

// lowTransport is what TLS is carried by: a socket's transport, or TLS again.
type lowTransport interface {
	write(data []byte)
	close()
	forceClose(err error)
	pauseReading()
	resumeReading()
	setProtocol(p protocol)
	info(name, fallback any) any
}

// tlsProtocol is asyncio.sslproto.SSLProtocol: the protocol of a transport that
// decrypts what comes, for a protocol above it. Its steps, and the callbacks
// that they schedule, are CPython's.
type tlsProtocol struct {
	loop         *Loop
	app          protocol
	engine       secure.Object
	waiter       *promise
	transport    lowTransport
	appTransport *tlsTransport
	options      *tlsOptions
	extra        map[string]any

	state            tlsState
	told             appState
	handshakeTimeout *Handle
	shutdownTimeout  *Handle
	eof              bool
	lostCount        int

	backlog          []byte // written but not encrypted
	lowPaused        bool   // the transport below wants no more
	appWritesPaused  bool
	appReadsPaused   bool
	lowReadsPaused   bool
	readHigh         int
	readLow          int
	writeHigh        int
	writeLow         int
	decrypted, store []byte // of one call of data_received, and room to read into
}

// newTLSProtocol puts TLS below a protocol. waiter, which may be nil, is set
// when the handshake is done. It raises what wrap_bio raises.
func newTLSProtocol(l *Loop, app protocol, o *tlsOptions, waiter *promise, announce bool) *tlsProtocol {
	o.check()
	context, object := o.resolve()
	p := &tlsProtocol{loop: l, app: app, options: o, waiter: waiter, extra: map[string]any{"sslcontext": object}}
	if !announce {
		p.told = appConnected
	}
	hostname := ""
	if !o.serverSide {
		hostname = o.hostname
	}
	p.engine = context.WrapTLS(object, o.serverSide, hostname)
	p.readHigh, p.readLow = tlsReadLimit, tlsReadLimit/4
	p.writeHigh, p.writeLow = tlsWriteLimit, tlsWriteLimit/4
	p.appTransport = &tlsTransport{tls: p}
	return p
}

// PyClass is the class SSLProtocol.
func (p *tlsProtocol) PyClass() *py.Class { return tlsProtocolClass }

func (p *tlsProtocol) wake(err error) {
	w := p.waiter
	p.waiter = nil
	switch {
	case w == nil || w.cancelled():
	case err != nil:
		w.fail(py.AsException(err))
	default:
		w.finish()
	}
}

// connectionMade starts the handshake.
func (p *tlsProtocol) connectionMade(transport any) {
	p.transport = transport.(lowTransport)
	p.state = tlsHandshake
	p.handshakeTimeout = p.loop.afterDelay(p.options.handshakeTimeout, func() { p.loop.guard(p.handshakeLate) })
	p.handshake()
}

func (p *tlsProtocol) handshakeLate() {
	if p.state == tlsHandshake {
		p.fail(py.NewConnectionAbortedError("SSL handshake is taking longer than "+py.Str(p.options.shownTimeout())+
			" seconds: aborting the connection"), "Fatal error on transport")
	}
}

func (p *tlsProtocol) connectionLost(err error) {
	p.backlog = nil
	p.engine.Take()
	p.engine.Release()
	p.lostCount++
	p.appTransport.closed = true
	if p.state != tlsHandshake && (p.told == appConnected || p.told == appEnded) {
		p.told = appLost
		if o, ok := p.app.(*objectProtocol); ok {
			lost := newHandle(p.loop, py.GetAttr(o.object, "connection_lost"), []any{errorValue(err)}, nil)
			p.loop.push(lost, nil)
		} else {
			app := p.app
			p.loop.soon(func() { app.connectionLost(err) })
		}
	}
	p.state, p.transport = tlsUnwrapped, nil
	p.wake(err)
	stopTimeout(&p.shutdownTimeout)
	stopTimeout(&p.handshakeTimeout)
}

func stopTimeout(h **Handle) {
	if *h != nil {
		(*h).Cancel()
		*h = nil
	}
}

func (p *tlsProtocol) dataReceived(data []byte) {
	p.engine.Feed(data)
	switch p.state {
	case tlsHandshake:
		p.handshake()
	case tlsWrapped:
		p.read()
	case tlsFlushing:
		p.flush()
	case tlsShutdown:
		p.shutdown()
	}
}

func (p *tlsProtocol) eofReceived() (keep bool) {
	p.eof = true
	err := py.Try(func() error {
		switch p.state {
		case tlsHandshake:
			p.handshakeDone(py.NewConnectionResetError())
		case tlsWrapped:
			p.state = tlsFlushing
			if p.appReadsPaused {
				keep = true
				return nil
			}
			p.flush()
		case tlsFlushing:
			p.encrypt()
			p.state = tlsShutdown
			p.shutdown()
		case tlsShutdown:
			p.shutdown()
		}
		return nil
	})
	if err != nil {
		if !isExit(err) && p.transport != nil {
			p.transport.close()
		}
		raise(err)
	}
	return keep
}

// handshake goes on with the handshake.
func (p *tlsProtocol) handshake() {
	err := p.engine.Handshake()
	if err == secure.ErrWantRead {
		p.send()
		return
	}
	p.handshakeDone(err)
}

func (p *tlsProtocol) handshakeDone(err error) {
	stopTimeout(&p.handshakeTimeout)
	if err != nil {
		p.state = tlsUnwrapped
		p.fail(err, "SSL handshake failed")
		p.wake(err)
		return
	}
	p.state = tlsWrapped
	p.extra["peercert"] = py.CallMethod(p.engine, "getpeercert")
	p.extra["cipher"] = py.CallMethod(p.engine, "cipher")
	p.extra["compression"] = nil
	p.extra["ssl_object"] = p.engine
	if p.told == appInit {
		p.told = appConnected
		p.app.connectionMade(p.appTransport)
	}
	p.wake(nil)
	p.read()
}

// startShutdown is what close() of the transport above does.
func (p *tlsProtocol) startShutdown() {
	switch p.state {
	case tlsFlushing, tlsShutdown, tlsUnwrapped:
		return
	}
	p.appTransport.closed = true
	if p.state == tlsHandshake {
		p.abort(nil)
		return
	}
	p.state = tlsFlushing
	p.shutdownTimeout = p.loop.afterDelay(p.options.shutdownTimeout, func() {
		p.loop.guard(func() {
			if p.state == tlsFlushing || p.state == tlsShutdown {
				p.transport.forceClose(py.NewTimeoutError("SSL shutdown timed out"))
			}
		})
	})
	p.flush()
}

func (p *tlsProtocol) flush() {
	p.read()
	if p.state == tlsFlushing {
		p.state = tlsShutdown
	}
	p.shutdown()
}

// shutdown exchanges close_notify with the other side.
func (p *tlsProtocol) shutdown() {
	if !p.eof {
		err := p.engine.Shutdown()
		if err == secure.ErrWantRead {
			p.send()
			return
		}
		if err != nil {
			stopTimeout(&p.shutdownTimeout)
			p.fail(err, "Fatal error on transport")
			return
		}
	}
	p.send()
	p.tellEOF()
	stopTimeout(&p.shutdownTimeout)
	if t := p.transport; t != nil {
		p.loop.soon(t.close)
	}
}

// abort ends the connection at once.
func (p *tlsProtocol) abort(err error) {
	p.state = tlsUnwrapped
	if p.transport != nil {
		p.transport.forceClose(err)
	}
}

// fail ends the connection because of an error.
func (p *tlsProtocol) fail(err error, message string) {
	e := py.AsException(err)
	if p.transport != nil {
		p.transport.forceClose(e)
	}
	if class := e.PyClass(); class.IsSubclassOf(py.OSError) || class.IsSubclassOf(CancelledError) {
		return
	}
	p.loop.report(py.Kwargs{
		{Name: "message", Value: message},
		{Name: "exception", Value: e},
		{Name: "transport", Value: p.transport},
		{Name: "protocol", Value: p},
	})
}

// tried runs a step whose exceptions end the connection.
func (p *tlsProtocol) tried(message string, step func() error) {
	err := py.Try(step)
	if err == nil {
		return
	}
	if isExit(err) {
		raise(err)
	}
	p.fail(err, message)
}

// writeData is write() of the transport above.
func (p *tlsProtocol) writeData(data []byte) {
	switch p.state {
	case tlsFlushing, tlsShutdown, tlsUnwrapped:
		if p.lostCount >= writesBeforeWarning {
			logWarning("SSL connection is closed")
		}
		p.lostCount++
		return
	}
	p.backlog = append(p.backlog, data...)
	if p.state == tlsWrapped {
		p.tried("Fatal error on SSL protocol", func() error {
			p.encrypt()
			return nil
		})
	}
}

// encrypt encrypts and sends what was written.
func (p *tlsProtocol) encrypt() {
	if len(p.backlog) > 0 {
		data := p.backlog
		p.backlog = nil
		py.Check(p.engine.Write(data))
	}
	p.send()
}

// send gives what is encrypted to the transport below.
func (p *tlsProtocol) send() {
	if !p.lowPaused && p.transport != nil {
		if data := p.engine.Take(); len(data) > 0 {
			p.transport.write(data)
		}
	}
	p.controlWriting()
}
