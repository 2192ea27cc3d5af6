package ssl

import (
	"crypto/tls"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// suite is a cipher suite that crypto/tls has, with OpenSSL's name and the words
// that select it in set_ciphers.
type suite struct {
	id       uint16
	name     string
	protocol string
	bits     int
	words    string
}

// suites are in OpenSSL's order. Those of TLS 1.3 cannot be chosen.
var suites = []suite{
	{tls.TLS_AES_256_GCM_SHA384, "TLS_AES_256_GCM_SHA384", "TLSv1.3", 256, ""},
	{tls.TLS_CHACHA20_POLY1305_SHA256, "TLS_CHACHA20_POLY1305_SHA256", "TLSv1.3", 256, ""},
	{tls.TLS_AES_128_GCM_SHA256, "TLS_AES_128_GCM_SHA256", "TLSv1.3", 128, ""},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, "ECDHE-ECDSA-AES256-GCM-SHA384", "TLSv1.2", 256, "ECDHE ECDSA AES AES256 AESGCM SHA384"},
	{tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, "ECDHE-RSA-AES256-GCM-SHA384", "TLSv1.2", 256, "ECDHE aRSA AES AES256 AESGCM SHA384"},
	{tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, "ECDHE-ECDSA-CHACHA20-POLY1305", "TLSv1.2", 256, "ECDHE ECDSA CHACHA20"},
	{tls.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, "ECDHE-RSA-CHACHA20-POLY1305", "TLSv1.2", 256, "ECDHE aRSA CHACHA20"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, "ECDHE-ECDSA-AES128-GCM-SHA256", "TLSv1.2", 128, "ECDHE ECDSA AES AES128 AESGCM SHA256"},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "ECDHE-RSA-AES128-GCM-SHA256", "TLSv1.2", 128, "ECDHE aRSA AES AES128 AESGCM SHA256"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, "ECDHE-ECDSA-AES128-SHA256", "TLSv1.2", 128, "ECDHE ECDSA AES AES128 SHA256"},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, "ECDHE-RSA-AES128-SHA256", "TLSv1.2", 128, "ECDHE aRSA AES AES128 SHA256"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, "ECDHE-ECDSA-AES256-SHA", "TLSv1.0", 256, "ECDHE ECDSA AES AES256 SHA1"},
	{tls.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, "ECDHE-RSA-AES256-SHA", "TLSv1.0", 256, "ECDHE aRSA AES AES256 SHA1"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, "ECDHE-ECDSA-AES128-SHA", "TLSv1.0", 128, "ECDHE ECDSA AES AES128 SHA1"},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, "ECDHE-RSA-AES128-SHA", "TLSv1.0", 128, "ECDHE aRSA AES AES128 SHA1"},
	{tls.TLS_RSA_WITH_AES_256_GCM_SHA384, "AES256-GCM-SHA384", "TLSv1.2", 256, "kRSA aRSA AES AES256 AESGCM SHA384"},
	{tls.TLS_RSA_WITH_AES_128_GCM_SHA256, "AES128-GCM-SHA256", "TLSv1.2", 128, "kRSA aRSA AES AES128 AESGCM SHA256"},
	{tls.TLS_RSA_WITH_AES_256_CBC_SHA, "AES256-SHA", "TLSv1.0", 256, "kRSA aRSA AES AES256 SHA1"},
	{tls.TLS_RSA_WITH_AES_128_CBC_SHA, "AES128-SHA", "TLSv1.0", 128, "kRSA aRSA AES AES128 SHA1"},
}

// aliases are other spellings of the words of a cipher string.
var aliases = map[string]string{
	"ECDH": "ECDHE", "EECDH": "ECDHE", "kEECDH": "ECDHE", "kECDHE": "ECDHE", "aECDSA": "ECDSA", "SHA": "SHA1", "RSA": "aRSA",
}

// defaultCiphers is what a new context has.
const defaultCiphers = "ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"

// selects reports whether a part of a cipher string selects the suite.
func (s *suite) selects(part string) bool {
	if part == s.name || part == "ALL" || part == "HIGH" || part == "DEFAULT" {
		return true
	}
	if part == "TLSv1.2" || part == "TLSv1.0" {
		return part == s.protocol
	}
	words := strings.Fields(s.words)
	for _, word := range strings.Split(part, "+") {
		if alias, ok := aliases[word]; ok {
			word = alias
		}
		if !slices.Contains(words, word) && word != "HIGH" {
			return false
		}
	}
	return true
}

// chooseCiphers evaluates a cipher string: the suites below TLS 1.3 that it
// selects, in its order.
func chooseCiphers(text string) []*suite {
	var chosen, banned []*suite
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(":, ;", r) }) {
		if part[0] == '@' {
			continue
		}
		sign := byte(0)
		if strings.IndexByte("!-+", part[0]) >= 0 {
			sign, part = part[0], part[1:]
		}
		for i := range suites {
			s := &suites[i]
			if s.words == "" || !s.selects(part) {
				continue
			}
			chosenAt := slices.Index(chosen, s)
			switch {
			case sign == 0:
				if chosenAt < 0 && !slices.Contains(banned, s) {
					chosen = append(chosen, s)
				}
			case chosenAt >= 0:
				chosen = slices.Delete(chosen, chosenAt, chosenAt+1)
				if sign == '+' {
					chosen = append(chosen, s)
				}
			}
			if sign == '!' {
				banned = append(banned, s)
			}
		}
	}
	return chosen
}

// setCiphers is set_ciphers.
func (c *Context) setCiphers(text string) {
	chosen := chooseCiphers(text)
	if len(chosen) == 0 {
		panic(py.Call(SSLError, "No cipher can be selected."))
	}
	c.ciphers = chosen
}

// cipherOf describes a suite as cipher() does.
func cipherOf(id uint16) any {
	for _, s := range suites {
		if s.id == id {
			return py.Tuple{s.name, s.protocol, s.bits}
		}
	}
	return nil
}

// listCiphers is get_ciphers.
func (c *Context) listCiphers() any {
	list := py.ListOf[any]()
	add := func(s *suite) {
		d := py.DictOf[any, any]()
		d.Set("id", 0x03000000|int(s.id))
		d.Set("name", s.name)
		d.Set("protocol", s.protocol)
		d.Set("strength_bits", s.bits)
		d.Set("alg_bits", s.bits)
		list.Append(d)
	}
	for _, s := range c.enabled() {
		add(s)
	}
	return list
}

// enabled are the suites that the context allows, those of TLS 1.3 first.
func (c *Context) enabled() []*suite {
	var all []*suite
	for i := range suites {
		if suites[i].words == "" {
			all = append(all, &suites[i])
		}
	}
	return append(all, c.ciphers...)
}
