package ssl

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// Codes of SSLError.
const (
	errorSSL       = 1
	errorWantRead  = 2
	errorWantWrite = 3
	errorZero      = 6
	errorEOF       = 8
)

// SSLError is ssl.SSLError, the base of the module's exceptions.
var (
	SSLError = define.Class("ssl", "SSLError", []any{py.OSError}, func(b *define.Body) {
		b.Doc("An error occurred in the SSL implementation.")
		b.Method("__str__(self)", func(self any) any {
			if text, ok := py.GetAttr(self, "strerror").(string); ok {
				return text
			}
			return py.Str(py.GetAttr(self, "args"))
		})
	})
	zeroReturnError = failureClass("SSLZeroReturnError", SSLError)
	wantReadError   = failureClass("SSLWantReadError", SSLError)
	wantWriteError  = failureClass("SSLWantWriteError", SSLError)
	syscallError    = failureClass("SSLSyscallError", SSLError)
	eofError        = failureClass("SSLEOFError", SSLError)
	verifyError     = failureClass("SSLCertVerificationError", SSLError, py.ValueError)
)

func failureClass(name string, bases ...any) *py.Class { return define.Class("ssl", name, bases, nil) }

// The operations, by the line of CPython's _ssl.c that their errors show.
const (
	handshaking = 1020
	reading     = 2580
	writing     = 2427
	shuttingOff = 2706
	loadingCert = 3916
	loadingKey  = 3937
	loadingCA   = 4168
	addingCA    = 4035
)

// failure is an error of TLS as OpenSSL names it, before it is known which
// operation raises it.
type failure struct {
	class           *py.Class
	code            int
	library, reason string
	text            string
	// verifyCode and verifyMessage tell why a certificate was refused.
	verifyCode    int
	verifyMessage string
}

// newFailure is an error of the library SSL with a reason.
func newFailure(reason, text string) *failure {
	return &failure{class: SSLError, code: errorSSL, library: "SSL", reason: reason, text: text}
}

// unexpectedEOF is the end of the connection without a close_notify.
func unexpectedEOF() *failure {
	return &failure{class: eofError, code: errorEOF, library: "SSL", reason: "UNEXPECTED_EOF_WHILE_READING",
		text: "EOF occurred in violation of protocol"}
}

// wantRead is what a step that needs more input raises.
func wantRead() *failure {
	return &failure{class: wantReadError, code: errorWantRead, text: "The operation did not complete (read)"}
}

// closedByPeer is what reading raises after both sides have sent close_notify.
func closedByPeer() *failure {
	return &failure{class: zeroReturnError, code: errorZero, text: "TLS/SSL connection has been closed (EOF)"}
}

// Error is the text without the line.
func (f *failure) Error() string {
	switch {
	case f.library == "":
		return f.text
	case f.reason == "":
		return "[" + f.library + "] " + f.text
	}
	return "[" + f.library + ": " + f.reason + "] " + f.text
}

// at is the exception that an operation raises.
func (f *failure) at(line int) py.BaseException {
	e := py.Call(f.class, f.code, fmt.Sprintf("%s (_ssl.c:%d)", f.Error(), line)).(py.BaseException)
	set := func(name, text string) {
		var value any
		if text != "" {
			value = text
		}
		py.SetAttr(e, name, value)
	}
	set("library", f.library)
	set("reason", f.reason)
	if f.class == verifyError {
		py.SetAttr(e, "verify_code", f.verifyCode)
		py.SetAttr(e, "verify_message", f.verifyMessage)
	}
	return e
}
