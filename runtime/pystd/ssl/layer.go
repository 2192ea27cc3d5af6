package ssl

import (
	"sync"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
)

// wrapping are the arguments of wrap_socket.
type wrapping struct {
	serverSide bool
	onConnect  bool // the handshake follows the connect
	ragged     bool // an end without close_notify is like one with it
	hostname   any
}

// layer is the TLS of a socket: it moves ciphertext between an engine and the
// socket, waiting as the timeout of the socket says.
type layer struct {
	wrapping
	socket    *socket.Socket
	object    any // the socket as the program has it
	context   any
	connected bool
	engine    *engine // nil before the connection and after the end
	in, out   *memory
	// unsent is what a send has encrypted but could not get rid of.
	unsent int

	receiving sync.Mutex
	header    []byte // of the record that is being received
	body      int    // what is missing of it
	sending   sync.Mutex
}

// open makes the engine of a connected socket.
func (l *layer) open() {
	l.in, l.out, l.header, l.body = &memory{}, &memory{}, nil, 0
	name := ""
	if !l.serverSide {
		name = hostText(l.hostname)
	}
	l.engine = py.Payload(l.context).(*Context).open(l.context, l.in, l.out, l.serverSide, name)
}

// drop ends TLS; what is sent from now on is plain.
func (l *layer) drop() {
	if l.engine != nil {
		l.engine.release()
		l.engine = nil
	}
}

// run repeats a step until it wants no more input. What it wants to send is sent
// first, also when it fails: the other side is told why.
func (l *layer) run(line int, timedOut string, step func(e *engine) error) error {
	e, timeout := l.engine, l.socket.Timeout()
	var deadline time.Time
	if timeout > 0 {
		deadline = time.Now().Add(time.Duration(timeout * float64(time.Second)))
	}
	left := func() float64 {
		if timeout > 0 {
			return max(time.Until(deadline).Seconds(), 1e-9)
		}
		return timeout
	}
	waited := func(err error, blocked func() *failure) error {
		switch {
		case py.Matches(err, py.BlockingIOError):
			return blocked().at(line)
		case timeout > 0 && py.Matches(err, py.TimeoutError):
			return py.NewTimeoutError(timedOut)
		}
		return err
	}
	for {
		err := step(e)
		if l.out.len() > 0 {
			if failed := l.flush(left()); failed != nil && (err == nil || err == secure.ErrWantRead) {
				return waited(failed, wantWrite)
			}
		}
		if err != secure.ErrWantRead {
			return raised(err, line)
		}
		if err := l.fill(left()); err != nil {
			return waited(err, wantRead)
		}
	}
}

func wantWrite() *failure {
	return &failure{class: wantWriteError, code: errorWantWrite, text: "The operation did not complete (write)"}
}

// flush sends the ciphertext that waits.
func (l *layer) flush(timeout float64) error {
	for l.out.len() > 0 {
		err := l.socket.Attempt(socket.Writable, timeout, func(fd int) error {
			l.sending.Lock()
			defer l.sending.Unlock()
			data := l.out.take()
			n, err := socket.Send(fd, data)
			l.out.putBack(data[max(n, 0):])
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// recordHeader is the length of the header of a record of TLS.
const recordHeader = 5

// fill receives more of the current record, and nothing after it: the program
// may end TLS and go on without.
func (l *layer) fill(timeout float64) error {
	return l.socket.Attempt(socket.Readable, timeout, func(fd int) error {
		l.receiving.Lock()
		defer l.receiving.Unlock()
		want := l.body
		if want == 0 {
			want = recordHeader - len(l.header)
		}
		p := make([]byte, want)
		n, err := socket.Receive(fd, p)
		if err != nil {
			return err
		}
		if n == 0 {
			l.in.end()
			return nil
		}
		if l.body > 0 {
			l.body -= n
		} else if l.header = append(l.header, p[:n]...); len(l.header) == recordHeader {
			l.body = int(l.header[3])<<8 | int(l.header[4])
			l.header = nil
		}
		l.in.write(p[:n])
		return nil
	})
}

// handshake is do_handshake().
func (l *layer) handshake() error {
	return l.run(handshaking, "_ssl.c:1003: The handshake operation timed out", func(e *engine) error { return e.handshake(l.object) })
}

// read is read() into p; what the program says about ragged ends is done.
func (l *layer) read(p []byte) (int, error) {
	if l.engine == nil {
		panic(exc.ValueError("Read on closed or unwrapped SSL socket."))
	}
	n := 0
	err := l.run(reading, "The read operation timed out", func(e *engine) (err error) {
		n, err = e.read(l.object, p)
		return err
	})
	if err != nil && l.ragged && py.Matches(err, eofError) {
		return 0, nil
	}
	return n, err
}

// write is write().
func (l *layer) write(data []byte) (int, error) {
	if l.engine == nil {
		panic(exc.ValueError("Write on closed or unwrapped SSL socket."))
	}
	const late = "The write operation timed out"
	if l.unsent > 0 {
		if err := l.run(writing, late, func(*engine) error { return nil }); err != nil {
			return 0, err
		}
		n := l.unsent
		l.unsent = 0
		return n, nil
	}
	encrypted := false
	err := l.run(writing, late, func(e *engine) error {
		err := e.write(l.object, data)
		encrypted = err == nil
		return err
	})
	if err != nil && encrypted && py.Matches(err, wantWriteError) {
		l.unsent = len(data)
	}
	return len(data), err
}

// unwrap is unwrap(): both sides say that they are done.
func (l *layer) unwrap() error {
	return l.run(shuttingOff, "The read operation timed out", (*engine).shutdown)
}

// Receive and Send carry the data of the files of makefile, and of what the
// class socket does itself.

// Receive reads into p. It raises SSLError.
func (l *layer) Receive(p []byte) int { return py.Must(l.read(p)) }

// Send writes data. It raises SSLError.
func (l *layer) Send(data []byte) int { return py.Must(l.write(data)) }

// Active reports whether the socket has TLS.
func (l *layer) Active() bool { return l.engine != nil }

// Close forgets TLS.
func (l *layer) Close() { l.drop() }
