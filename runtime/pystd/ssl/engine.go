package ssl

import (
	"crypto/tls"
	"errors"
	"io"
	"iter"
	"runtime"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
)

// largestRecord is how much one record of TLS carries at most.
const largestRecord = 16384

// engine is TLS without a connection: ciphertext comes out of one memory and
// goes into another. A step that needs more input ends with
// secure.ErrWantRead, and goes on where it was when it is called again.
//
// crypto/tls reads from a connection where it needs input. Its handshake
// therefore runs as a coroutine that is left where it reads; afterwards reading
// can fail for want of input, as if a deadline had passed, and be tried again.
type engine struct {
	*session
	conn *tls.Conn
	// resume goes on with the handshake; it reports false when that is over.
	resume  func() (struct{}, bool)
	abandon func()
	done    bool
	failed  error
	buffer  []byte // what was decrypted and not yet read
	room    []byte // where it is decrypted to
	// sentClose and gotClose tell which side has sent its close_notify; spoilt,
	// that what came after ours was lost.
	sentClose, gotClose, spoilt bool
}

// newEngine makes the engine of one side of a connection.
func newEngine(c *Context, self any, in, out *memory, serverSide bool, hostname string) *engine {
	s := &session{in: in, out: out, context: c, object: self, serverSide: serverSide, hostname: hostname}
	e := &engine{session: s}
	if serverSide {
		e.conn = tls.Server(s, s.config())
	} else {
		e.conn = tls.Client(s, s.config())
	}
	return e
}

// Handshake goes on with the handshake. owner is the object that callbacks see.
func (e *engine) handshake(owner any) error {
	if e.done || e.failed != nil {
		return e.failed
	}
	if e.resume == nil {
		e.startHandshake()
	}
	e.session.owner = owner
	_, more := e.resume()
	e.session.owner = nil
	if more {
		return secure.ErrWantRead
	}
	e.abandon()
	e.session.yield = nil
	if err := e.session.result; err != nil {
		e.failed = explain(e.session.cause(err), e.in.over())
		return e.failed
	}
	e.done = true
	return nil
}

// startHandshake makes the coroutine of the handshake. It knows the session but
// not the engine, so that an engine that nobody has any more ends it.
func (e *engine) startHandshake() {
	s, conn := e.session, e.conn
	e.resume, e.abandon = iter.Pull(func(yield func(struct{}) bool) {
		s.yield = yield
		s.result = conn.Handshake()
	})
	runtime.AddCleanup(e, func(abandon func()) { abandon() }, e.abandon)
}

// release ends a handshake that nobody will go on with.
func (e *engine) release() {
	if e.abandon != nil {
		e.abandon()
	}
}

// read reads into p what was decrypted. It returns 0 when the other side has
// sent close_notify.
func (e *engine) read(owner any, p []byte) (int, error) {
	if err := e.handshake(owner); err != nil {
		return 0, err
	}
	if len(p) == 0 {
		return 0, nil
	}
	if e.spoilt {
		return 0, &failure{class: eofError, code: errorEOF, text: "EOF occurred in violation of protocol"}
	}
	if len(e.buffer) == 0 {
		if e.gotClose {
			if e.sentClose {
				return 0, closedByPeer()
			}
			return 0, nil
		}
		if err := e.decrypt(); err != nil {
			return 0, err
		}
	}
	n := copy(p, e.buffer)
	e.buffer = e.buffer[n:]
	return n, nil
}

// decrypt fills the buffer from one record.
func (e *engine) decrypt() error {
	if e.room == nil {
		e.room = make([]byte, largestRecord)
	}
	n, err := e.conn.Read(e.room)
	if n > 0 {
		e.buffer = e.room[:n]
		return nil
	}
	var wanted wantsInput
	switch {
	case errors.As(err, &wanted):
		return secure.ErrWantRead
	case err == io.EOF && !e.session.exhausted:
		e.gotClose = true
		return nil
	}
	e.failed = explain(err, true)
	return e.failed
}

// write encrypts all of data.
func (e *engine) write(owner any, data []byte) error {
	if err := e.handshake(owner); err != nil {
		return err
	}
	if e.sentClose {
		return newFailure("PROTOCOL_IS_SHUTDOWN", "protocol is shutdown")
	}
	if _, err := e.conn.Write(data); err != nil {
		return explain(err, e.in.over())
	}
	return nil
}

// shutdown sends close_notify, and waits for that of the other side.
func (e *engine) shutdown() error {
	if !e.done || e.failed != nil {
		return newFailure("SHUTDOWN_WHILE_IN_INIT", "shutdown while in init")
	}
	if !e.sentClose {
		e.sentClose = true
		if err := e.conn.CloseWrite(); err != nil {
			return explain(err, e.in.over())
		}
	}
	for !e.gotClose {
		if len(e.buffer) > 0 {
			e.spoilt = true
			return newFailure("APPLICATION_DATA_AFTER_CLOSE_NOTIFY", "application data after close notify")
		}
		if err := e.decrypt(); err != nil {
			return err
		}
	}
	return nil
}

// state tells what was agreed on, nil before the handshake is done.
func (e *engine) state() *tls.ConnectionState {
	if !e.done {
		return nil
	}
	state := e.conn.ConnectionState()
	return &state
}
