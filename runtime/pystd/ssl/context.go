package ssl

import (
	"crypto/tls"
	"crypto/x509"
	"os"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

// Context is ssl.SSLContext: what the connections that are made with it have in
// common.
type Context struct {
	py.Attributes
	protocol         int
	checkHostname    bool
	checksCommonName bool
	verifyMode       int
	verifyFlags      int
	minimum, maximum int
	options          int
	tickets          int
	alpn             []string
	ciphers          []*suite
	curves           []tls.CurveID
	sni              any
	chains           []tls.Certificate
	// store are the certificates that are trusted; hidden are those of
	// directories, which the program is not told of.
	store, hidden []*x509.Certificate
}

// PyClass is the class SSLContext.
func (*Context) PyClass() *py.Class { return contextClass }

// NewContext is ssl.SSLContext(protocol). It raises ValueError.
func NewContext(protocol int) *Context {
	c := &Context{
		protocol: protocol, checksCommonName: true, verifyFlags: flagTrustedFirst, options: defaultOptions,
		minimum: versionTLSv12, maximum: maximumSupported, tickets: 2, ciphers: chooseCiphers(defaultCiphers),
	}
	switch protocol {
	case protocolClient:
		c.checkHostname, c.verifyMode = true, certRequired
	case protocolServer:
	case protocolTLS:
		warnings.Warn("ssl.PROTOCOL_TLS is deprecated", py.DeprecationWarning)
	case protocolTLSv1, protocolTLSv11, protocolTLSv12:
		c.minimum = protocol - protocolTLSv1 + versionTLSv1
		c.maximum = c.minimum
		name := []string{"TLSv1", "TLSv1_1", "TLSv1_2"}[protocol-protocolTLSv1]
		warnings.Warn("ssl.PROTOCOL_"+name+" is deprecated", py.DeprecationWarning)
	default:
		panic(exc.ValueError("invalid or unsupported protocol version %d", protocol))
	}
	return c
}

// NewDefaultContext is create_default_context for a client, or for a server, that
// trusts the certificates of the system or those that are given.
func NewDefaultContext(server bool, file, dir, data any) *Context {
	c := NewContext(protocolClient)
	if server {
		c = NewContext(protocolServer)
	}
	c.verifyFlags |= flagPartialChain | flagStrict
	c.loadTrusted(file, dir, data)
	return c
}

// loadTrusted trusts what is given, or else what the system trusts.
func (c *Context) loadTrusted(file, dir, data any) {
	given := func(v any) bool { return v != nil && py.Truth(v) }
	switch {
	case given(file) || given(dir) || given(data):
		c.loadLocations(file, dir, data)
	case c.verifyMode != certNone:
		c.loadSystem()
	}
}

// Where OpenSSL looks for the certificates of the system.
const (
	fileVariable = "SSL_CERT_FILE"
	dirVariable  = "SSL_CERT_DIR"
	systemFile   = "/usr/lib/ssl/cert.pem"
	systemDir    = "/usr/lib/ssl/certs"
	debianFile   = "/etc/ssl/certs/ca-certificates.crt"
)

func verifyFile() string { return orElse(os.Getenv(fileVariable), systemFile) }

func verifyDir() string { return orElse(os.Getenv(dirVariable), systemDir) }

func orElse(text, fallback string) string {
	if text == "" {
		return fallback
	}
	return text
}

// loadSystem is set_default_verify_paths.
func (c *Context) loadSystem() {
	file := verifyFile()
	text, err := os.ReadFile(file)
	if err != nil && file == systemFile {
		text, _ = os.ReadFile(debianFile)
	}
	certificates, _ := certificatesIn(text)
	c.trust(certificates...)
	c.loadDirectory(verifyDir())
}

// trust adds certificates to those that are trusted.
func (c *Context) trust(certificates ...*x509.Certificate) {
	for _, certificate := range certificates {
		if !slices.ContainsFunc(c.store, certificate.Equal) {
			c.store = append(c.store, certificate)
		}
	}
}

// base is what the connections of the context have in common.
func (c *Context) base() *tls.Config {
	config := &tls.Config{
		InsecureSkipVerify:          true, // VerifyConnection does what OpenSSL would
		Certificates:                c.chains,
		NextProtos:                  c.alpn,
		CurvePreferences:            c.curves,
		SessionTicketsDisabled:      true,
		DynamicRecordSizingDisabled: true,
	}
	config.MinVersion, config.MaxVersion = c.versions()
	for _, s := range c.ciphers {
		config.CipherSuites = append(config.CipherSuites, s.id)
	}
	return config
}

// versions are the oldest and the newest version of TLS that are allowed.
func (c *Context) versions() (oldest, newest uint16) {
	low, high := c.minimum, c.maximum
	if low < versionTLSv1 {
		low = versionTLSv1
	}
	if high == maximumSupported || high > versionTLSv13 {
		high = versionTLSv13
	}
	forbidden := func(version int) bool {
		bit := map[int]int{versionTLSv1: 67108864, versionTLSv11: 268435456, versionTLSv12: 134217728, versionTLSv13: 536870912}[version]
		return c.options&bit != 0
	}
	for low < high && forbidden(low) {
		low++
	}
	for high > low && forbidden(high) {
		high--
	}
	return uint16(low), uint16(high)
}

// version is a version that the program sets. It raises ValueError.
func (c *Context) version(v any, lowest bool) int {
	n := py.As[int](py.Index(v))
	if c.protocol != protocolTLS && c.protocol != protocolClient && c.protocol != protocolServer {
		panic(exc.ValueError("The context's protocol doesn't support modification of highest and lowest version."))
	}
	switch n {
	case minimumSupported:
		if !lowest {
			n = versionTLSv1
		}
	case maximumSupported:
		if lowest {
			n = versionTLSv13
		}
	case versionTLSv12, versionTLSv13:
	case versionSSLv3, versionTLSv1, versionTLSv11:
		name := map[int]string{versionSSLv3: "SSLv3", versionTLSv1: "TLSv1", versionTLSv11: "TLSv1_1"}[n]
		warnings.Warn("ssl.TLSVersion."+name+" is deprecated", py.DeprecationWarning)
	default:
		panic(exc.ValueError("Unsupported TLS/SSL version 0x%x", uint32(n)))
	}
	return n
}

// setVerifyMode is the setter of verify_mode.
func (c *Context) setVerifyMode(v any) {
	n := py.As[int](py.Index(v))
	if n < certNone || n > certRequired {
		panic(exc.ValueError("invalid value for verify_mode"))
	}
	if n == certNone && c.checkHostname {
		panic(exc.ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled."))
	}
	c.verifyMode = n
}

// setCheckHostname is the setter of check_hostname.
func (c *Context) setCheckHostname(on bool) {
	c.checkHostname = on
	if on && c.verifyMode == certNone {
		c.verifyMode = certRequired
	}
}

// setProtocols is set_alpn_protocols.
func (c *Context) setProtocols(list any) {
	var protocols []string
	for p := range py.Iter(list) {
		text := string(py.StrEncode(py.As[string](p), "ascii", "strict"))
		if text == "" || len(text) > 255 {
			panic(py.Call(SSLError, "ALPN protocols must be 1 to 255 in length"))
		}
		protocols = append(protocols, text)
	}
	c.alpn = protocols
}

// curveNames are OpenSSL's names of the curves that crypto/tls has.
var curveNames = map[string]tls.CurveID{
	"prime256v1": tls.CurveP256, "P-256": tls.CurveP256, "secp384r1": tls.CurveP384, "P-384": tls.CurveP384,
	"secp521r1": tls.CurveP521, "P-521": tls.CurveP521, "X25519": tls.X25519,
}

func (c *Context) setCurve(name any) {
	text, ok := py.Payload(name).(string)
	if !ok {
		text = py.BytesLike(name)
	}
	curve, ok := curveNames[text]
	if !ok {
		panic(exc.ValueError("unknown elliptic curve name %s", py.Repr(name)))
	}
	c.curves = []tls.CurveID{curve}
}

// open makes the engine of a connection. It raises SSLError and ValueError.
func (c *Context) open(self any, in, out *memory, serverSide bool, hostname string) *engine {
	switch {
	case c.protocol == protocolClient && serverSide:
		panic((&failure{class: SSLError, text: "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context"}).at(812))
	case c.protocol == protocolServer && !serverSide:
		panic((&failure{class: SSLError, text: "Cannot create a client socket with a PROTOCOL_TLS_SERVER context"}).at(819))
	}
	return newEngine(c, self, in, out, serverSide, hostname)
}

// WrapTLS makes the TLS of a connection of asyncio.
func (c *Context) WrapTLS(self any, serverSide bool, hostname string) secure.Object {
	var name any
	if hostname != "" {
		name = hostname
	}
	return c.wrap(self, &memory{}, &memory{}, serverSide, name)
}

// wrap is wrap_bio.
func (c *Context) wrap(self any, in, out *memory, serverSide bool, hostname any) *object {
	return &object{engine: c.open(self, in, out, serverSide, hostText(hostname)), hostname: hostname}
}

// hostText is server_hostname in ASCII, empty for None. It raises ValueError and
// UnicodeError.
func hostText(hostname any) string {
	name := ""
	switch h := py.Payload(hostname).(type) {
	case nil:
		return ""
	case string:
		name = string(py.StrEncode(h, "idna", "strict"))
	default:
		name = py.BytesLike(h)
	}
	if name == "" || name[0] == '.' {
		panic(exc.ValueError("server_hostname cannot be an empty string or start with a leading dot."))
	}
	return name
}

// statistics is session_stats().
func statistics() any {
	d := py.DictOf[any, any]()
	for _, name := range []string{"number", "connect", "connect_good", "connect_renegotiate", "accept", "accept_good",
		"accept_renegotiate", "hits", "misses", "timeouts", "cache_full"} {
		d.Set(name, 0)
	}
	return d
}

// storeStatistics is cert_store_stats().
func (c *Context) storeStatistics() any {
	authorities := 0
	for _, certificate := range c.store {
		if caKind(certificate) != 0 {
			authorities++
		}
	}
	return py.DictOf[any, any]("x509", len(c.store), "crl", 0, "x509_ca", authorities)
}

// authorities is get_ca_certs().
func (c *Context) authorities(binary bool) any {
	list := py.ListOf[any]()
	for _, certificate := range c.store {
		switch {
		case caKind(certificate) == 0:
		case binary:
			list.Append(py.Bytes(certificate.Raw))
		default:
			list.Append(decodeCertificate(certificate))
		}
	}
	return list
}

func (c *Context) trusted() []*x509.Certificate {
	if len(c.hidden) == 0 {
		return c.store
	}
	return append(slices.Clip(c.store), c.hidden...)
}
