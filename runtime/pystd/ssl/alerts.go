package ssl

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"reflect"
	"strings"
)

// Alerts that verification sends.
const (
	alertHandshakeFailure       = 40
	alertBadCertificate         = 42
	alertUnsupportedCertificate = 43
	alertCertificateExpired     = 45
	alertCertificateUnknown     = 46
	alertUnknownCA              = 48
	alertDecryptError           = 51
	alertCertificateRequired    = 116
)

// alertNames are the names that OpenSSL gives to the alerts of the other side.
var alertNames = map[int]string{
	10: "SSLV3_ALERT_UNEXPECTED_MESSAGE", 20: "SSLV3_ALERT_BAD_RECORD_MAC", 21: "TLSV1_ALERT_DECRYPTION_FAILED",
	22: "TLSV1_ALERT_RECORD_OVERFLOW", 30: "SSLV3_ALERT_DECOMPRESSION_FAILURE", 40: "SSLV3_ALERT_HANDSHAKE_FAILURE",
	41: "SSLV3_ALERT_NO_CERTIFICATE", 42: "SSLV3_ALERT_BAD_CERTIFICATE", 43: "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
	44: "SSLV3_ALERT_CERTIFICATE_REVOKED", 45: "SSLV3_ALERT_CERTIFICATE_EXPIRED", 46: "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
	47: "SSLV3_ALERT_ILLEGAL_PARAMETER", 48: "TLSV1_ALERT_UNKNOWN_CA", 49: "TLSV1_ALERT_ACCESS_DENIED",
	50: "TLSV1_ALERT_DECODE_ERROR", 51: "TLSV1_ALERT_DECRYPT_ERROR", 60: "TLSV1_ALERT_EXPORT_RESTRICTION",
	70: "TLSV1_ALERT_PROTOCOL_VERSION", 71: "TLSV1_ALERT_INSUFFICIENT_SECURITY", 80: "TLSV1_ALERT_INTERNAL_ERROR",
	86: "TLSV1_ALERT_INAPPROPRIATE_FALLBACK", 90: "TLSV1_ALERT_USER_CANCELLED", 100: "TLSV1_ALERT_NO_RENEGOTIATION",
	109: "TLSV13_ALERT_MISSING_EXTENSION", 110: "TLSV1_UNSUPPORTED_EXTENSION", 112: "TLSV1_UNRECOGNIZED_NAME",
	113: "TLSV1_BAD_CERTIFICATE_STATUS_RESPONSE", 115: "TLSV1_UNKNOWN_PSK_IDENTITY",
	116: "TLSV13_ALERT_CERTIFICATE_REQUIRED", 120: "TLSV1_ALERT_NO_APPLICATION_PROTOCOL",
}

// localReasons are the names that OpenSSL gives to what crypto/tls finds wrong,
// by the beginning of its text.
var localReasons = []struct{ text, reason string }{
	{"client offered only unsupported versions", "UNSUPPORTED_PROTOCOL"},
	{"server selected unsupported protocol version", "UNSUPPORTED_PROTOCOL"},
	{"no supported versions satisfy", "NO_PROTOCOLS_AVAILABLE"},
	{"no cipher suite supported by both", "NO_SHARED_CIPHER"},
	{"no certificates configured", "NO_SHARED_CIPHER"},
	{"peer doesn't support any of the certificate's signature algorithms", "NO_SHARED_CIPHER"},
	{"no ECDHE curve supported by both", "NO_SHARED_GROUPS"},
	{"bad record MAC", "DECRYPTION_FAILED_OR_BAD_RECORD_MAC"},
	{"invalid signature by the", "BAD_SIGNATURE"},
	{"oversized record received", "PACKET_LENGTH_TOO_LONG"},
	{"received unexpected handshake message", "UNEXPECTED_MESSAGE"},
}

// readable is the text of a reason.
func readable(reason string) string { return strings.ToLower(strings.ReplaceAll(reason, "_", " ")) }

// explain makes of an error of crypto/tls what OpenSSL says in its place. ended
// tells that the other side has closed the connection.
func explain(err error, ended bool) *failure {
	var known *failure
	var remote *net.OpError
	var header tls.RecordHeaderError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &remote) && remote.Op == "remote error":
		if code := reflect.ValueOf(remote.Err); code.CanUint() {
			if reason, ok := alertNames[int(code.Uint())]; ok {
				return newFailure(reason, readable(reason))
			}
		}
	case errors.As(err, &header):
		reason := "WRONG_VERSION_NUMBER"
		switch start := string(header.RecordHeader[:]); {
		case strings.HasPrefix(start, "GET "), strings.HasPrefix(start, "POST "), strings.HasPrefix(start, "HEAD "),
			strings.HasPrefix(start, "PUT "):
			reason = "HTTP_REQUEST"
		case start == "CONNE":
			reason = "HTTPS_PROXY_REQUEST"
		}
		return newFailure(reason, readable(reason))
	case ended && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)):
		return unexpectedEOF()
	}
	text := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "local error: "), "tls: ")
	for _, local := range localReasons {
		if strings.HasPrefix(text, local.text) {
			return newFailure(local.reason, readable(local.reason))
		}
	}
	return &failure{class: SSLError, code: errorSSL, library: "SSL", text: text}
}
