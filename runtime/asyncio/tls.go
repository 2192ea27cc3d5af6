package asyncio

import (
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The module ssl gives these to asyncio, so that programs without TLS do not
// link it.

// TLSContext makes the TLS of connections. ssl.SSLContext is one; self is the
// object that the program has of it.
type TLSContext interface {
	WrapTLS(self any, serverSide bool, hostname string) TLSObject
}

// TLSObject is one side of a TLS connection, without the connection:
// ssl.SSLObject. Steps that need more input fail with ErrWantRead.
type TLSObject interface {
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

var (
	// DefaultTLSContext makes the context of ssl=True.
	DefaultTLSContext func() any
	// TLSContextClass is ssl.SSLContext.
	TLSContextClass *py.Class
)
