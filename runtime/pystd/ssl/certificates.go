package ssl

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

// pemError is what OpenSSL calls every error of reading a PEM file.
func pemError(library string) *failure {
	const pemLibrary = 524297
	return &failure{class: SSLError, code: pemLibrary, library: library, text: "PEM lib"}
}

// readFile reads a file that an argument names. It raises TypeError and OSError,
// the latter without the name, as CPython does.
func readFile(path any, argument string) []byte {
	name := ""
	if py.Try(func() error { name = ospath.Text(path); return nil }) != nil {
		panic(exc.TypeError("%s should be a valid filesystem path", argument))
	}
	data, err := os.ReadFile(name)
	var errno syscall.Errno
	if errors.As(err, &errno) {
		panic(py.NewErrno(errno))
	}
	py.Check(err)
	return data
}

func isCertificate(kind string) bool {
	return kind == "CERTIFICATE" || kind == "X509 CERTIFICATE" || kind == "TRUSTED CERTIFICATE"
}

// certificatesIn parses the certificates of a PEM text.
func certificatesIn(data []byte) ([]*x509.Certificate, error) {
	var all []*x509.Certificate
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			return all, nil
		}
		if !isCertificate(block.Type) {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return all, err
		}
		all = append(all, c)
	}
}

// loadChain is load_cert_chain: certificates and the key of the first.
func (c *Context) loadChain(certFile, keyFile, password any) {
	text := readFile(certFile, "certfile")
	certificates, err := certificatesIn(text)
	if err != nil || len(certificates) == 0 {
		panic(pemError("SSL").at(loadingCert))
	}
	if key, ok := certificates[0].PublicKey.(*rsa.PublicKey); ok && key.N.BitLen() < minimumRSA {
		panic((&failure{class: SSLError, code: 399, library: "SSL", reason: "EE_KEY_TOO_SMALL", text: "ee key too small"}).at(loadingCert))
	}
	if keyFile != nil {
		text = readFile(keyFile, "keyfile")
	}
	key := privateKey(text, password)
	if !sameKey(key, certificates[0]) {
		panic((&failure{class: SSLError, code: 116, library: "X509", reason: "KEY_VALUES_MISMATCH", text: "key values mismatch"}).at(loadingKey))
	}
	chain := tls.Certificate{PrivateKey: key, Leaf: certificates[0]}
	for _, certificate := range certificates {
		chain.Certificate = append(chain.Certificate, certificate.Raw)
	}
	// A key of the same kind takes the place of the one before.
	for i := range c.chains {
		if c.chains[i].Leaf.PublicKeyAlgorithm == chain.Leaf.PublicKeyAlgorithm {
			c.chains[i] = chain
			return
		}
	}
	c.chains = append(c.chains, chain)
}

func sameKey(key crypto.Signer, c *x509.Certificate) bool {
	public, ok := key.Public().(interface{ Equal(crypto.PublicKey) bool })
	return ok && public.Equal(c.PublicKey)
}

// privateKey is the first private key of a PEM text.
func privateKey(text []byte, password any) crypto.Signer {
	for {
		var block *pem.Block
		if block, text = pem.Decode(text); block == nil {
			panic(pemError("SSL").at(loadingKey))
		}
		der := block.Bytes
		switch {
		case block.Type == "ENCRYPTED PRIVATE KEY", block.Headers["DEK-Info"] != "":
			der = decryptKey(block, passwordText(password))
		case block.Type == "PRIVATE KEY", block.Type == "RSA PRIVATE KEY", block.Type == "EC PRIVATE KEY":
		default:
			continue
		}
		if key := parseKey(der); key != nil {
			return key
		}
		panic(pemError("SSL").at(loadingKey))
	}
}

func parseKey(der []byte) crypto.Signer {
	if key, err := x509.ParsePKCS8PrivateKey(der); err == nil {
		signer, _ := key.(crypto.Signer)
		return signer
	}
	if key, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return key
	}
	if key, err := x509.ParseECPrivateKey(der); err == nil {
		return (*ecdsa.PrivateKey)(key)
	}
	return nil
}

// passwordText is the password of a key: a text, bytes, or what a function
// returns.
func passwordText(password any) []byte {
	if password != nil && py.Truth(py.Call(py.Builtin("callable"), password)) {
		password = py.Call(password)
	}
	switch p := py.Payload(password).(type) {
	case nil:
		panic(exc.NotImplementedError("asking for the password of a key is not supported"))
	case string:
		return []byte(p)
	case py.Bytes, *py.ByteArray:
		return []byte(py.BytesLike(p))
	}
	panic(exc.TypeError("password should be a string or callable"))
}

// loadLocations is load_verify_locations.
func (c *Context) loadLocations(file, dir, data any) {
	if file == nil && dir == nil && data == nil {
		panic(exc.TypeError("cafile, capath and cadata cannot be all omitted"))
	}
	if data != nil {
		c.loadData(data)
	}
	if file != nil {
		c.loadFile(readFile(file, "cafile"))
	}
	if dir != nil {
		c.loadDirectory(ospath.Text(dir))
	}
}

func (c *Context) loadFile(text []byte) {
	certificates, err := certificatesIn(text)
	switch {
	case err != nil, len(certificates) == 0 && bytes.Contains(text, []byte(pemHeader)):
		panic(pemError("X509").at(loadingCA))
	case len(certificates) == 0:
		panic((&failure{class: SSLError, code: 136, library: "X509", reason: "NO_CERTIFICATE_OR_CRL_FOUND",
			text: "no certificate or crl found"}).at(loadingCA))
	}
	c.trust(certificates...)
}

// loadDirectory trusts what the files of a directory hold. OpenSSL would read
// them when they are asked for.
func (c *Context) loadDirectory(dir string) {
	files, _ := filepath.Glob(filepath.Join(dir, "*.[0-9]"))
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil {
			certificates, _ := certificatesIn(text)
			c.hidden = append(c.hidden, certificates...)
		}
	}
}

func (c *Context) loadData(data any) {
	if text, ok := py.Payload(data).(string); ok {
		certificates, err := certificatesIn([]byte(text))
		switch {
		case text == "":
			panic(exc.ValueError("Empty certificate data"))
		case err != nil || len(certificates) == 0:
			panic((&failure{class: SSLError, text: "no start line: cadata does not contain a certificate"}).at(addingCA))
		}
		c.trust(certificates...)
		return
	}
	der := ""
	if py.Try(func() error { der = py.BytesLike(data); return nil }) != nil {
		panic(exc.TypeError("cadata should be an ASCII string or a bytes-like object"))
	}
	if der == "" {
		panic(exc.ValueError("Empty certificate data"))
	}
	certificates, err := x509.ParseCertificates([]byte(der))
	if err != nil {
		panic((&failure{class: SSLError, text: "not enough data: cadata does not contain a certificate"}).at(addingCA))
	}
	c.trust(certificates...)
}
