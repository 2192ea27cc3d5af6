package ssl

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

// A constant is a number that OpenSSL gives a name.
type constant struct {
	name  string
	value int
}

// Values of verify_mode.
const (
	certNone     = 0
	certOptional = 1
	certRequired = 2
)

// Values of the protocol of a context.
const (
	protocolTLS    = 2
	protocolTLSv1  = 3
	protocolTLSv11 = 4
	protocolTLSv12 = 5
	protocolClient = 16
	protocolServer = 17
)

// Values of TLSVersion.
const (
	minimumSupported = -2
	maximumSupported = -1
	versionSSLv3     = 768
	versionTLSv1     = 769
	versionTLSv11    = 770
	versionTLSv12    = 771
	versionTLSv13    = 772
)

// Flags of verification that make a difference here.
const (
	flagCRL          = 4 | 8
	flagStrict       = 32
	flagTrustedFirst = 32768
	flagPartialChain = 524288
)

// defaultOptions are those of a new context.
const defaultOptions = 2186412112

var (
	methods = []constant{
		{"PROTOCOL_TLS", protocolTLS}, {"PROTOCOL_TLSv1", protocolTLSv1},
		{"PROTOCOL_TLSv1_1", protocolTLSv11}, {"PROTOCOL_TLSv1_2", protocolTLSv12},
		{"PROTOCOL_TLS_CLIENT", protocolClient}, {"PROTOCOL_TLS_SERVER", protocolServer},
	}
	options = []constant{
		{"OP_NO_SSLv2", 0}, {"OP_SINGLE_DH_USE", 0}, {"OP_SINGLE_ECDH_USE", 0}, {"OP_LEGACY_SERVER_CONNECT", 4},
		{"OP_ENABLE_KTLS", 8}, {"OP_IGNORE_UNEXPECTED_EOF", 128}, {"OP_NO_TICKET", 16384}, {"OP_NO_COMPRESSION", 131072},
		{"OP_ENABLE_MIDDLEBOX_COMPAT", 1048576}, {"OP_CIPHER_SERVER_PREFERENCE", 4194304}, {"OP_NO_SSLv3", 33554432},
		{"OP_NO_TLSv1", 67108864}, {"OP_NO_TLSv1_2", 134217728}, {"OP_NO_TLSv1_1", 268435456}, {"OP_NO_TLSv1_3", 536870912},
		{"OP_NO_RENEGOTIATION", 1073741824}, {"OP_ALL", 2147483728},
	}
	verifyFlags = []constant{
		{"VERIFY_DEFAULT", 0}, {"VERIFY_CRL_CHECK_LEAF", 4}, {"VERIFY_CRL_CHECK_CHAIN", 12}, {"VERIFY_X509_STRICT", flagStrict},
		{"VERIFY_ALLOW_PROXY_CERTS", 64}, {"VERIFY_X509_TRUSTED_FIRST", flagTrustedFirst},
		{"VERIFY_X509_PARTIAL_CHAIN", flagPartialChain},
	}
	verifyModes  = []constant{{"CERT_NONE", certNone}, {"CERT_OPTIONAL", certOptional}, {"CERT_REQUIRED", certRequired}}
	errorNumbers = []constant{
		{"SSL_ERROR_SSL", 1}, {"SSL_ERROR_WANT_READ", 2}, {"SSL_ERROR_WANT_WRITE", 3}, {"SSL_ERROR_WANT_X509_LOOKUP", 4},
		{"SSL_ERROR_SYSCALL", 5}, {"SSL_ERROR_ZERO_RETURN", 6}, {"SSL_ERROR_WANT_CONNECT", 7}, {"SSL_ERROR_EOF", 8},
		{"SSL_ERROR_INVALID_ERROR_CODE", 10},
	}
	versions = []constant{
		{"MINIMUM_SUPPORTED", minimumSupported}, {"SSLv3", versionSSLv3}, {"TLSv1", versionTLSv1}, {"TLSv1_1", versionTLSv11},
		{"TLSv1_2", versionTLSv12}, {"TLSv1_3", versionTLSv13}, {"MAXIMUM_SUPPORTED", maximumSupported},
	}
	alerts = func() []constant {
		var list []constant
		for _, c := range []constant{
			{"CLOSE_NOTIFY", 0}, {"UNEXPECTED_MESSAGE", 10}, {"BAD_RECORD_MAC", 20}, {"RECORD_OVERFLOW", 22},
			{"DECOMPRESSION_FAILURE", 30}, {"HANDSHAKE_FAILURE", 40}, {"BAD_CERTIFICATE", 42}, {"UNSUPPORTED_CERTIFICATE", 43},
			{"CERTIFICATE_REVOKED", 44}, {"CERTIFICATE_EXPIRED", 45}, {"CERTIFICATE_UNKNOWN", 46}, {"ILLEGAL_PARAMETER", 47},
			{"UNKNOWN_CA", 48}, {"ACCESS_DENIED", 49}, {"DECODE_ERROR", 50}, {"DECRYPT_ERROR", 51}, {"PROTOCOL_VERSION", 70},
			{"INSUFFICIENT_SECURITY", 71}, {"INTERNAL_ERROR", 80}, {"USER_CANCELLED", 90}, {"NO_RENEGOTIATION", 100},
			{"UNSUPPORTED_EXTENSION", 110}, {"CERTIFICATE_UNOBTAINABLE", 111}, {"UNRECOGNIZED_NAME", 112},
			{"BAD_CERTIFICATE_STATUS_RESPONSE", 113}, {"BAD_CERTIFICATE_HASH_VALUE", 114}, {"UNKNOWN_PSK_IDENTITY", 115},
		} {
			list = append(list, constant{"ALERT_DESCRIPTION_" + c.name, c.value})
		}
		return list
	}()
)

// enumOf makes an enum of the module, once.
func enumOf(base, name string, members []constant) func() any {
	return sync.OnceValue(func() any {
		list := py.ListOf[any]()
		for _, c := range members {
			list.Append(py.Tuple{c.name, c.value})
		}
		return py.CallKw(enum.Module().Attr(base), []any{name, list}, py.Kwargs{{Name: "module", Value: "ssl"}})
	})
}

var (
	methodEnum  = enumOf("IntEnum", "_SSLMethod", methods)
	optionEnum  = enumOf("IntFlag", "Options", options)
	flagEnum    = enumOf("IntFlag", "VerifyFlags", verifyFlags)
	modeEnum    = enumOf("IntEnum", "VerifyMode", verifyModes)
	errorEnum   = enumOf("IntEnum", "SSLErrorNumber", errorNumbers)
	versionEnum = enumOf("IntEnum", "TLSVersion", versions)
	alertEnum   = enumOf("IntEnum", "AlertDescription", alerts)
)

// identifier is _ASN1Object: a named tuple of what OpenSSL knows of an object
// identifier. Purpose has the two that TLS needs.
var identifiers = map[string]py.Tuple{
	"1.3.6.1.5.5.7.3.1": {129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"},
	"1.3.6.1.5.5.7.3.2": {130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"},
}
