package ssl

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// refused tells why a chain of certificates is not accepted: a code of OpenSSL
// and its text.
type refused struct {
	code    int
	message string
}

// Codes of verification that more than one place gives.
const (
	signatureFailure = 7
	notYetValid      = 9
	expired          = 10
	selfSignedLeaf   = 18
	selfSignedInside = 19
	noLocalIssuer    = 20
	noIssuer         = 2
	invalidCA        = 24
	pathTooLong      = 25
	wrongPurpose     = 26
	hostMismatch     = 62
	addressMismatch  = 64
	leafKeyTooWeak   = 66
	caKeyTooWeak     = 67
	digestTooWeak    = 68
)

// failure is the exception's part of a refusal.
func (r *refused) failure() *failure {
	return &failure{class: verifyError, code: errorSSL, library: "SSL", reason: "CERTIFICATE_VERIFY_FAILED",
		text: "certificate verify failed: " + r.message, verifyCode: r.code, verifyMessage: r.message}
}

// alert is what the other side is told.
func (r *refused) alert() byte {
	switch r.code {
	case selfSignedLeaf, selfSignedInside, noLocalIssuer, noIssuer, invalidCA, pathTooLong:
		return alertUnknownCA
	case expired:
		return alertCertificateExpired
	case wrongPurpose:
		return alertUnsupportedCertificate
	case signatureFailure:
		return alertDecryptError
	case notYetValid, hostMismatch, addressMismatch, leafKeyTooWeak, caKeyTooWeak, digestTooWeak:
		return alertBadCertificate
	}
	return alertCertificateUnknown
}

// verifier checks the certificates of the other side in the order of OpenSSL's
// X509_verify_cert: the first thing that is wrong decides.
type verifier struct {
	context    *Context
	serverSide bool
	peer       []*x509.Certificate
	hostname   string // empty if it is not checked
	chain      []*x509.Certificate
}

// run returns the chain up to what is trusted, and why it is refused if it is.
func (v *verifier) run() ([]*x509.Certificate, *refused) {
	for _, check := range []func() *refused{v.build, v.checkExtensions, v.checkStrength, v.checkName, v.checkSignatures, v.checkConstraints} {
		if r := check(); r != nil {
			return v.chain, r
		}
	}
	return v.chain, nil
}

// selfSigned reports whether a certificate says to be issued by itself.
func selfSigned(c *x509.Certificate) bool { return issued(c, c) }

// issued reports whether issuer may have issued c, going by names and key
// identifiers.
func issued(issuer, c *x509.Certificate) bool {
	return bytes.Equal(issuer.RawSubject, c.RawIssuer) &&
		(len(c.AuthorityKeyId) == 0 || len(issuer.SubjectKeyId) == 0 || bytes.Equal(c.AuthorityKeyId, issuer.SubjectKeyId))
}

// issuerIn finds the issuer of c that is not in the chain yet, best one that is
// valid now.
func (v *verifier) issuerIn(list []*x509.Certificate, c *x509.Certificate) *x509.Certificate {
	var found *x509.Certificate
	for _, candidate := range list {
		if !issued(candidate, c) || slices.ContainsFunc(v.chain, candidate.Equal) {
			continue
		}
		if checkTime(candidate) == nil {
			return candidate
		}
		if found == nil {
			found = candidate
		}
	}
	return found
}

// build builds the chain.
func (v *verifier) build() *refused {
	store, partial := v.context.trusted(), v.context.verifyFlags&flagPartialChain != 0
	known := func(c *x509.Certificate) bool { return slices.ContainsFunc(store, c.Equal) }
	v.chain = v.peer[:1:1]
	inStore := known(v.peer[0])
	last := v.peer[0]
	for !selfSigned(last) {
		next := v.issuerIn(store, last)
		if next != nil {
			inStore = true
		} else if !inStore || last == v.peer[0] {
			next = v.issuerIn(v.peer[1:], last)
		}
		if next == nil {
			break
		}
		v.chain = append(v.chain, next)
		last = next
	}
	switch {
	case selfSigned(last) && known(last), partial && inStore:
		return nil
	case selfSigned(last) && len(v.chain) == 1:
		return &refused{selfSignedLeaf, "self-signed certificate"}
	case selfSigned(last):
		return &refused{selfSignedInside, "self-signed certificate in certificate chain"}
	case inStore:
		return &refused{noIssuer, "unable to get issuer certificate"}
	}
	return &refused{noLocalIssuer, "unable to get local issuer certificate"}
}

// strengthBits is the level of security that the default ciphers ask for.
const strengthBits = 112

// checkStrength refuses keys and digests that are too weak.
func (v *verifier) checkStrength() *refused {
	for i, c := range v.chain {
		weak := false
		switch key := c.PublicKey.(type) {
		case *rsa.PublicKey:
			weak = key.N.BitLen() < minimumRSA
		case *ecdsa.PublicKey:
			weak = key.Curve.Params().BitSize < 2*strengthBits
		}
		switch {
		case weak && i == 0:
			return &refused{leafKeyTooWeak, "EE certificate key too weak"}
		case weak:
			return &refused{caKeyTooWeak, "CA certificate key too weak"}
		case i < len(v.chain)-1 && weakDigest(c.SignatureAlgorithm):
			return &refused{digestTooWeak, "CA signature digest algorithm too weak"}
		}
	}
	return nil
}

// minimumRSA is the length of RSA keys of that strength.
const minimumRSA = 2048

func weakDigest(a x509.SignatureAlgorithm) bool {
	switch a {
	case x509.MD2WithRSA, x509.MD5WithRSA, x509.SHA1WithRSA, x509.DSAWithSHA1, x509.ECDSAWithSHA1:
		return true
	}
	return false
}

// checkName compares the certificate with the name of the server.
func (v *verifier) checkName() *refused {
	if v.hostname == "" {
		return nil
	}
	leaf := v.chain[0]
	if ip, err := netip.ParseAddr(v.hostname); err == nil && ip.Zone() == "" {
		for _, other := range leaf.IPAddresses {
			if a, ok := netip.AddrFromSlice(other); ok && a == ip {
				return nil
			}
		}
		return &refused{addressMismatch, "IP address mismatch, certificate is not valid for '" + v.hostname + "'."}
	}
	names := leaf.DNSNames
	if len(names) == 0 && v.context.checksCommonName {
		names = []string{leaf.Subject.CommonName}
	}
	for _, name := range names {
		if matchesName(name, v.hostname) {
			return nil
		}
	}
	return &refused{hostMismatch, "Hostname mismatch, certificate is not valid for '" + v.hostname + "'."}
}

// matchesName reports whether a host fits a name, whose first label may be a
// star if two others follow.
func matchesName(name, host string) bool {
	if rest, ok := strings.CutPrefix(name, "*."); ok && strings.Contains(rest, ".") && !strings.Contains(rest, "*") {
		label, hostRest, _ := strings.Cut(host, ".")
		return label != "" && strings.EqualFold(rest, hostRest)
	}
	return name != "" && strings.EqualFold(name, host)
}

// checkSignatures checks signatures and dates, from what is trusted down.
func (v *verifier) checkSignatures() *refused {
	for i := len(v.chain) - 1; i >= 0; i-- {
		c := v.chain[i]
		if i < len(v.chain)-1 {
			issuer := v.chain[i+1]
			if issuer.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) != nil {
				return &refused{signatureFailure, "certificate signature failure"}
			}
		}
		if r := checkTime(c); r != nil {
			return r
		}
	}
	return nil
}

func checkTime(c *x509.Certificate) *refused {
	now := time.Now()
	switch {
	case now.Before(c.NotBefore):
		return &refused{notYetValid, "certificate is not yet valid"}
	case now.After(c.NotAfter):
		return &refused{expired, "certificate has expired"}
	}
	return nil
}

// checkConstraints leaves name constraints, which few certificates have, to
// crypto/x509.
func (v *verifier) checkConstraints() *refused {
	last := v.chain[len(v.chain)-1]
	if !slices.ContainsFunc(v.chain[1:], hasConstraints) {
		return nil
	}
	options := x509.VerifyOptions{Roots: x509.NewCertPool(), Intermediates: x509.NewCertPool(), KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}}
	options.Roots.AddCert(last)
	for _, c := range v.chain[1:] {
		options.Intermediates.AddCert(c)
	}
	if _, err := v.chain[0].Verify(options); err != nil {
		return &refused{47, "permitted subtree violation"}
	}
	return nil
}

func hasConstraints(c *x509.Certificate) bool {
	return extension(c, 30) != nil
}
