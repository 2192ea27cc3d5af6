// Package secure is what asyncio and http.client know of TLS. The module ssl
// does it; programs without TLS do not link that.
package secure

import "errors"

// Context makes the TLS of connections. ssl.SSLContext is one; self is the
// object that the program has of it.
type Context interface {
	WrapTLS(self any, serverSide bool, hostname string) Object
}

// Object is one side of a TLS connection, without the connection:
// ssl.SSLObject. Steps that need more input fail with ErrWantRead.
type Object interface {
	Handshake() error
	// Read returns 0 when the other side has sent close_notify.
	Read(p []byte) (int, error)
	Write(data []byte) error
	Shutdown() error
	// Feed gives it ciphertext that has come, and Take takes what is to be sent.
	Feed(data []byte)
	Take() []byte
	Pending() (incoming, outgoing int)
	// Release ends what still runs.
	Release()
}

// ErrWantRead is the error of a step of TLS that needs more input.
var ErrWantRead = errors.New("TLS needs more input")

// DefaultContext makes the context of a client that was given none. The module
// ssl sets it where it is linked.
var DefaultContext func() any
