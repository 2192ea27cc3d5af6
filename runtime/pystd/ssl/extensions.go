package ssl

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"slices"
)

// extension finds an extension of the arc 2.5.29, nil if there is none.
func extension(c *x509.Certificate, number int) *pkix.Extension {
	for i := range c.Extensions {
		if id := c.Extensions[i].Id; len(id) == 4 && id[0] == 2 && id[1] == 5 && id[2] == 29 && id[3] == number {
			return &c.Extensions[i]
		}
	}
	return nil
}

// Extensions by their numbers.
const (
	subjectKeyID     = 14
	keyUsage         = 15
	subjectAltName   = 17
	basicConstraints = 19
	authorityKeyID   = 35
)

// caKind is OpenSSL's X509_check_ca: 0 for what is no CA, 1 for one that says
// so, 3 and 4 for what only looks like one.
func caKind(c *x509.Certificate) int {
	switch {
	case extension(c, keyUsage) != nil && c.KeyUsage&x509.KeyUsageCertSign == 0:
		return 0
	case extension(c, basicConstraints) != nil:
		if c.IsCA {
			return 1
		}
		return 0
	case c.Version == 1 && selfSigned(c):
		return 3
	case extension(c, keyUsage) != nil:
		return 4
	}
	return 0
}

// checkExtensions checks what the certificates of the chain may be used for.
func (v *verifier) checkExtensions() *refused {
	strict := v.context.verifyFlags&flagStrict != 0
	below := 0 // CAs below this one
	for i, c := range v.chain {
		if len(c.UnhandledCriticalExtensions) > 0 {
			return &refused{34, "unhandled critical extension"}
		}
		kind := caKind(c)
		if i == 0 && strict && kind > 1 || i > 0 && (kind == 0 || (i+1 < len(v.chain) || strict) && kind != 1) {
			return &refused{invalidCA, "invalid CA certificate"}
		}
		if strict && len(v.chain) > 1 {
			if r := checkStrictly(c, i+1 < len(v.chain)); r != nil {
				return r
			}
		}
		if !v.fits(c, i > 0) {
			return &refused{wrongPurpose, "unsuitable certificate purpose"}
		}
		if i > 1 && pathLength(c) >= 0 && below > pathLength(c) {
			return &refused{pathTooLong, "path length constraint exceeded"}
		}
		if i > 0 && !selfSigned(c) {
			below++
		}
	}
	return nil
}

// pathLength is the longest path below a CA, -1 for any.
func pathLength(c *x509.Certificate) int {
	if extension(c, basicConstraints) == nil || c.MaxPathLen == 0 && !c.MaxPathLenZero {
		return -1
	}
	return c.MaxPathLen
}

// fits reports whether a certificate may be one of a TLS server or client, or
// the CA of one.
func (v *verifier) fits(c *x509.Certificate, ca bool) bool {
	purpose, usage := x509.ExtKeyUsageServerAuth, x509.KeyUsageDigitalSignature|x509.KeyUsageKeyEncipherment|x509.KeyUsageKeyAgreement
	if v.serverSide {
		purpose, usage = x509.ExtKeyUsageClientAuth, x509.KeyUsageDigitalSignature|x509.KeyUsageKeyAgreement
	}
	limited := len(c.ExtKeyUsage)+len(c.UnknownExtKeyUsage) > 0
	if limited && !slices.Contains(c.ExtKeyUsage, purpose) &&
		(v.serverSide || !slices.Contains(c.ExtKeyUsage, x509.ExtKeyUsageNetscapeServerGatedCrypto) &&
			!slices.Contains(c.ExtKeyUsage, x509.ExtKeyUsageMicrosoftServerGatedCrypto)) {
		return false
	}
	if ca {
		return caKind(c) != 0
	}
	return extension(c, keyUsage) == nil || c.KeyUsage&usage != 0
}

// checkStrictly is what VERIFY_X509_STRICT adds: the rules of RFC 5280.
func checkStrictly(c *x509.Certificate, hasIssuer bool) *refused {
	var empty asn1.RawValue
	_, _ = asn1.Unmarshal(c.RawSubject, &empty)
	noSubject := len(empty.Bytes) == 0
	_, _ = asn1.Unmarshal(c.RawIssuer, &empty)
	noIssuerName := len(empty.Bytes) == 0
	names, basic := extension(c, subjectAltName), extension(c, basicConstraints)
	authority, subject := extension(c, authorityKeyID), extension(c, subjectKeyID)
	signs := c.KeyUsage&x509.KeyUsageCertSign != 0
	hasUsage := extension(c, keyUsage) != nil
	for _, rule := range []struct {
		broken  bool
		code    int
		message string
	}{
		{pathLength(c) >= 0 && !c.IsCA, 80, "Path length invalid for non-CA cert"},
		{pathLength(c) >= 0 && hasUsage && !signs, 81, "Path length given without key usage keyCertSign"},
		{c.IsCA && basic != nil && !basic.Critical, 89, "Basic Constraints of CA cert not marked critical"},
		{c.IsCA && !hasUsage, 92, "CA cert does not include key usage extension"},
		{!c.IsCA && signs, 82, "Key usage keyCertSign invalid for non-CA cert"},
		{noIssuerName, 83, "Issuer name empty"},
		{noSubject && (c.IsCA || names == nil), 84, "Subject name empty"},
		{noSubject && names != nil && !names.Critical, 88, "Empty Subject Alternative Name extension"},
		{authority != nil && authority.Critical, 90, "Authority Key Identifier marked critical"},
		{subject != nil && subject.Critical, 91, "Subject Key Identifier marked critical"},
		{c.Version >= 3 && hasIssuer && len(c.AuthorityKeyId) == 0, 85, "Missing Authority Key Identifier"},
		{c.Version >= 3 && c.IsCA && subject == nil, 86, "Missing Subject Key Identifier"},
		{c.Version < 3 && len(c.Extensions) > 0, 93, "Using cert extension requires at least X509v3"},
	} {
		if rule.broken {
			return &refused{rule.code, rule.message}
		}
	}
	return nil
}
