package ssl

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// session is the connection that crypto/tls believes to have, and what its
// callbacks find out.
type session struct {
	in, out    *memory
	context    *Context
	object     any // the context as the program has it
	serverSide bool
	hostname   string
	// owner is the SSLObject or SSLSocket, while a step runs.
	owner any

	yield  func(struct{}) bool // leaves the handshake
	result error               // of the handshake
	// exhausted tells that crypto/tls has seen the end of the input.
	exhausted bool

	peer    []*x509.Certificate // as the other side sent them
	chain   []*x509.Certificate // as it was verified
	shared  []uint16            // the cipher suites that the client offered
	refusal *failure
	alert   byte // to be sent instead of the next alert, if refusal is set
	suite   uint16
	version uint16
	secrets map[string][]byte
}

var errAbandoned = errors.New("the handshake was given up")

// wantsInput is the error of a read for which there is no input yet.
type wantsInput struct{}

func (wantsInput) Error() string   { return "more input is needed" }
func (wantsInput) Timeout() bool   { return true }
func (wantsInput) Temporary() bool { return true }

// Read takes ciphertext. During the handshake it waits for it by leaving the
// coroutine.
func (s *session) Read(p []byte) (int, error) {
	for {
		n, ended := s.in.read(p)
		switch {
		case n > 0:
			return n, nil
		case ended:
			s.exhausted = true
			return 0, io.EOF
		case s.yield == nil:
			return 0, wantsInput{}
		case !s.yield(struct{}{}):
			return 0, errAbandoned
		}
	}
}

// Write gives ciphertext out.
func (s *session) Write(p []byte) (int, error) {
	if s.refusal != nil {
		s.out.write(s.alerted(p))
	} else {
		s.out.write(p)
	}
	return len(p), nil
}

// What else a net.Conn has is not used.

// Close does nothing.
func (s *session) Close() error { return nil }

// LocalAddr is nil.
func (s *session) LocalAddr() net.Addr { return nil }

// RemoteAddr is nil.
func (s *session) RemoteAddr() net.Addr { return nil }

// SetDeadline does nothing.
func (s *session) SetDeadline(time.Time) error { return nil }

// SetReadDeadline does nothing.
func (s *session) SetReadDeadline(time.Time) error { return nil }

// SetWriteDeadline does nothing.
func (s *session) SetWriteDeadline(time.Time) error { return nil }

// cause is the error of the handshake: what the callbacks refused, or err.
func (s *session) cause(err error) error {
	if s.refusal != nil {
		return s.refusal
	}
	return err
}

// config is the configuration of this connection.
func (s *session) config() *tls.Config {
	c := s.context.base()
	c.ServerName = s.hostname
	c.KeyLogWriter = secretWriter{s}
	c.VerifyConnection = s.verify
	if !s.serverSide {
		if len(s.context.chains) > 0 {
			c.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
				return &s.context.chains[0], nil
			}
		}
		return c
	}
	if s.context.verifyMode != certNone {
		c.ClientAuth = tls.RequestClientCert
	}
	c.GetConfigForClient = s.greeted
	return c
}

// greeted is called with the client's greeting: the program may choose another
// context by the name of the server, and a protocol that is not shared is none.
func (s *session) greeted(hello *tls.ClientHelloInfo) (*tls.Config, error) {
	s.shared = hello.CipherSuites
	if s.context.sni != nil {
		if err := s.askServerName(hello.ServerName); err != nil {
			return nil, err
		}
	}
	c := s.config()
	c.GetConfigForClient = nil
	if !shareProtocol(c.NextProtos, hello.SupportedProtos) {
		c.NextProtos = nil
	}
	return c, nil
}

func shareProtocol(ours, theirs []string) bool {
	for _, p := range ours {
		for _, q := range theirs {
			if p == q {
				return true
			}
		}
	}
	return false
}

// askServerName calls sni_callback.
func (s *session) askServerName(name string) error {
	var given any
	if name != "" {
		given = name
	}
	var answer any
	err := py.Try(func() error {
		answer = py.Call(s.context.sni, s.owner, given, s.object)
		return nil
	})
	if err == nil && answer == nil {
		return nil
	}
	s.alert = alertHandshakeFailure
	if err != nil {
		py.Unraisable(s.context.sni, func() { panic(err) })
	} else if code, ok := py.Payload(answer).(int); ok {
		s.alert = byte(code)
	}
	s.refusal = newFailure("CALLBACK_FAILED", "callback failed")
	return s.refusal
}

// verify checks the certificates of the other side.
func (s *session) verify(state tls.ConnectionState) error {
	s.suite, s.version, s.peer = state.CipherSuite, state.Version, state.PeerCertificates
	if s.context.verifyMode == certNone || s.serverSide && len(s.peer) == 0 && s.context.verifyMode == certOptional {
		return nil
	}
	if len(s.peer) == 0 {
		s.alert = alertHandshakeFailure
		if s.version == tls.VersionTLS13 {
			s.alert = alertCertificateRequired
		}
		s.refusal = newFailure("PEER_DID_NOT_RETURN_A_CERTIFICATE", "peer did not return a certificate")
		return s.refusal
	}
	v := verifier{context: s.context, serverSide: s.serverSide, peer: s.peer}
	if s.context.checkHostname && !s.serverSide {
		v.hostname = s.hostname
	}
	chain, refused := v.run()
	s.chain = chain
	if refused == nil {
		return nil
	}
	s.alert = refused.alert()
	s.refusal = refused.failure()
	return s.refusal
}
