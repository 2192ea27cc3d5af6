package ssl

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// attributeNames are OpenSSL's long names of the parts of a distinguished name.
var attributeNames = map[string]string{
	"2.5.4.3": "commonName", "2.5.4.4": "surname", "2.5.4.5": "serialNumber", "2.5.4.6": "countryName",
	"2.5.4.7": "localityName", "2.5.4.8": "stateOrProvinceName", "2.5.4.9": "streetAddress",
	"2.5.4.10": "organizationName", "2.5.4.11": "organizationalUnitName", "2.5.4.12": "title", "2.5.4.13": "description",
	"2.5.4.15": "businessCategory", "2.5.4.17": "postalCode", "2.5.4.42": "givenName", "2.5.4.43": "initials",
	"2.5.4.44": "generationQualifier", "2.5.4.46": "dnQualifier", "2.5.4.65": "pseudonym", "2.5.4.97": "organizationIdentifier",
	"1.2.840.113549.1.9.1": "emailAddress", "1.2.840.113549.1.9.2": "unstructuredName",
	"0.9.2342.19200300.100.1.1": "userId", "0.9.2342.19200300.100.1.25": "domainComponent",
	"1.3.6.1.4.1.311.60.2.1.1": "jurisdictionLocalityName", "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionStateOrProvinceName",
	"1.3.6.1.4.1.311.60.2.1.3": "jurisdictionCountryName",
}

// decodeName is a distinguished name as getpeercert() shows it: a tuple of sets
// of pairs.
func decodeName(raw []byte) py.Tuple {
	var rdns pkix.RDNSequence
	_, err := asn1.Unmarshal(raw, &rdns)
	py.Check(err)
	name := py.Tuple{}
	for _, rdn := range rdns {
		set := py.Tuple{}
		for _, part := range rdn {
			id := part.Type.String()
			if known, ok := attributeNames[id]; ok {
				id = known
			}
			set = append(set, py.Tuple{id, fmt.Sprint(part.Value)})
		}
		name = append(name, set)
	}
	return name
}

// certTime is how OpenSSL prints a date.
const certTime = "Jan _2 15:04:05 2006 GMT"

// decodeCertificate is a certificate as getpeercert() shows it.
func decodeCertificate(c *x509.Certificate) any {
	d := py.DictOf[any, any]()
	d.Set("subject", decodeName(c.RawSubject))
	d.Set("issuer", decodeName(c.RawIssuer))
	d.Set("version", c.Version)
	serial := strings.ToUpper(c.SerialNumber.Text(16))
	if len(serial)%2 == 1 {
		serial = "0" + serial
	}
	d.Set("serialNumber", serial)
	d.Set("notBefore", c.NotBefore.UTC().Format(certTime))
	d.Set("notAfter", c.NotAfter.UTC().Format(certTime))
	if names := extension(c, subjectAltName); names != nil {
		d.Set("subjectAltName", decodeAltNames(names.Value))
	}
	for _, list := range []struct {
		name   string
		values []string
	}{{"OCSP", c.OCSPServer}, {"caIssuers", c.IssuingCertificateURL}, {"crlDistributionPoints", c.CRLDistributionPoints}} {
		if len(list.values) == 0 {
			continue
		}
		values := py.Tuple{}
		for _, v := range list.values {
			values = append(values, v)
		}
		d.Set(list.name, values)
	}
	return d
}

// decodeAltNames lists the alternative names of a subject in their order.
func decodeAltNames(raw []byte) py.Tuple {
	var sequence asn1.RawValue
	_, err := asn1.Unmarshal(raw, &sequence)
	py.Check(err)
	names := py.Tuple{}
	for rest := sequence.Bytes; len(rest) > 0; {
		var name asn1.RawValue
		rest, err = asn1.Unmarshal(rest, &name)
		py.Check(err)
		names = append(names, decodeAltName(name))
	}
	return names
}

func decodeAltName(name asn1.RawValue) py.Tuple {
	switch text := string(name.Bytes); name.Tag {
	case 1:
		return py.Tuple{"email", text}
	case 2:
		return py.Tuple{"DNS", text}
	case 4:
		return py.Tuple{"DirName", decodeName(name.Bytes)}
	case 6:
		return py.Tuple{"URI", text}
	case 7:
		return py.Tuple{"IP Address", addressText(name.Bytes)}
	case 8:
		return py.Tuple{"Registered ID", registeredID(name.Bytes)}
	}
	return py.Tuple{"othername", "<unsupported>"}
}

func addressText(ip []byte) string {
	switch len(ip) {
	case 4:
		return fmt.Sprintf("%d.%d.%d.%d", ip[0], ip[1], ip[2], ip[3])
	case 16:
		groups := make([]string, 8)
		for i := range groups {
			groups[i] = fmt.Sprintf("%X", int(ip[2*i])<<8|int(ip[2*i+1]))
		}
		return strings.Join(groups, ":")
	}
	return "<invalid>"
}

func registeredID(content []byte) string {
	var id asn1.ObjectIdentifier
	if _, err := asn1.Unmarshal(append([]byte{asn1.TagOID, byte(len(content))}, content...), &id); err != nil {
		return "<INVALID>"
	}
	return id.String()
}
