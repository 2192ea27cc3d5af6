// Package ssl is Python's module ssl on crypto/tls: contexts, sockets with TLS,
// and TLS between buffers in memory. What OpenSSL finds wrong with a certificate
// is found here, in the same order and with its words.
// https://docs.python.org/3.13/library/ssl.html
package ssl

import (
	"crypto/rand"
	"encoding/base64"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
)

func init() {
	secure.DefaultContext = func() any { return NewDefaultContext(false, nil, nil, nil) }
}

// Module is the module ssl.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("ssl", "This module provides some more Pythonic support for SSL.")
	for _, e := range []struct {
		class   func() any
		members []constant
	}{
		{methodEnum, methods}, {optionEnum, options}, {flagEnum, verifyFlags}, {modeEnum, verifyModes},
		{errorEnum, errorNumbers}, {alertEnum, alerts},
	} {
		class := e.class()
		m.Set(py.As[string](py.GetAttr(class, "__name__")), class)
		for _, c := range e.members {
			m.Set(c.name, py.GetAttr(class, c.name))
		}
	}
	m.Set("PROTOCOL_SSLv23", m.Attr("PROTOCOL_TLS"))
	m.Set("TLSVersion", versionEnum())
	m.Set("Purpose", purposeClass())
	for _, c := range []*py.Class{
		SSLError, zeroReturnError, wantReadError, wantWriteError, syscallError, eofError, verifyError,
		memoryClass, contextClass, objectClass, socketClass,
	} {
		m.Class(c)
	}
	m.Set("CertificateError", verifyError)
	m.Set("socket_error", py.OSError)
	for _, name := range []string{"SNI", "ECDH", "ALPN", "TLSv1", "TLSv1_1", "TLSv1_2", "TLSv1_3", "NEVER_CHECK_COMMON_NAME"} {
		m.Set("HAS_"+name, true)
	}
	for _, name := range []string{"NPN", "SSLv2", "SSLv3", "PSK"} {
		m.Set("HAS_"+name, false)
	}
	m.Set("CHANNEL_BINDING_TYPES", py.ListOf[any]("tls-unique"))
	m.Set("PEM_HEADER", pemHeader)
	m.Set("PEM_FOOTER", pemFooter)
	m.Set("_DEFAULT_CIPHERS", "@SECLEVEL=2:"+defaultCiphers)
	m.Set("DefaultVerifyPaths", verifyPathsClass)
	addContexts(m)
	addCertificates(m)
	addRandom(m)
	return m
})

// identifierClass is _ASN1Object.
var identifierClass = sync.OnceValue(func() *py.Class {
	named := collections.NamedTuple("_ASN1Object", []string{"nid", "shortname", "longname", "oid"}, nil, "ssl")
	return py.NewClass("_ASN1Object", []any{named}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "ssl")
		ns.Set("__slots__", py.Tuple{})
		ns.Set("__new__", py.Func("__new__(cls, oid)", func(cls, oid any) any {
			parts, ok := identifiers[py.As[string](oid)]
			if !ok {
				panic(exc.ValueError("unknown object '%s'", py.Str(oid)))
			}
			return py.Call(py.GetAttr(py.Super(ns.Class(), cls), "__new__"), append([]any{cls}, parts...)...)
		}))
	}).(*py.Class)
})

// purposeClass is the enum Purpose.
var purposeClass = sync.OnceValue(func() any {
	return py.NewClass("Purpose", []any{identifierClass(), enum.Module().Attr("Enum")}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "ssl")
		ns.Set("SERVER_AUTH", "1.3.6.1.5.5.7.3.1")
		ns.Set("CLIENT_AUTH", "1.3.6.1.5.5.7.3.2")
	})
})

// forServer tells which side a purpose is for. It raises TypeError and
// ValueError.
func forServer(purpose any) bool {
	if !py.IsInstance(purpose, identifierClass()) {
		panic(py.Call(py.TypeError, purpose))
	}
	switch {
	case py.Equal(purpose, py.GetAttr(purposeClass(), "SERVER_AUTH")):
		return false
	case py.Equal(purpose, py.GetAttr(purposeClass(), "CLIENT_AUTH")):
		return true
	}
	panic(py.Call(py.ValueError, purpose))
}

func addContexts(m *py.Module) {
	client := py.GetAttr(purposeClass(), "SERVER_AUTH")
	m.Func("create_default_context(purpose=, *, cafile=None, capath=None, cadata=None)", func(purpose, file, dir, data any) any {
		return NewDefaultContext(forServer(purpose), file, dir, data)
	}, client)
	m.Set("_create_default_https_context", m.Attr("create_default_context"))
	m.Func("_create_unverified_context(protocol=None, *, cert_reqs=None, check_hostname=False, purpose=, certfile=None, keyfile=None, cafile=None, capath=None, cadata=None)",
		func(args []any) any { return unverified(args) }, client)
	m.Set("_create_stdlib_context", m.Attr("_create_unverified_context"))
	m.Func("get_default_verify_paths()", func() any {
		found := func(path string, dir bool) any {
			if info, err := os.Stat(path); err == nil && info.IsDir() == dir {
				return path
			}
			return nil
		}
		return py.Call(verifyPathsClass, found(verifyFile(), false), found(verifyDir(), true), fileVariable, systemFile, dirVariable, systemDir)
	})
	m.Func("get_protocol_name(protocol_code)", func(code any) any {
		for _, c := range methods {
			if py.Equal(code, c.value) {
				return c.name
			}
		}
		return "<unknown>"
	})
}

var verifyPathsClass = collections.NamedTuple("DefaultVerifyPaths",
	[]string{"cafile", "capath", "openssl_cafile_env", "openssl_cafile", "openssl_capath_env", "openssl_capath"}, nil, "ssl")

// unverified is _create_unverified_context.
func unverified(a []any) any {
	protocol, server := protocolClient, forServer(a[3])
	if server {
		protocol = protocolServer
	}
	if a[0] != nil {
		protocol = py.As[int](py.Index(a[0]))
	}
	c := NewContext(protocol)
	c.checkHostname = py.Truth(a[2])
	c.verifyMode = certNone
	if a[1] != nil {
		c.setVerifyMode(a[1])
	}
	c.setCheckHostname(c.checkHostname)
	if a[5] != nil && a[4] == nil {
		panic(exc.ValueError("certfile must be specified"))
	}
	if a[4] != nil {
		c.loadChain(a[4], a[5], nil)
	}
	c.loadTrusted(a[6], a[7], a[8])
	return c
}

const (
	pemHeader = "-----BEGIN CERTIFICATE-----"
	pemFooter = "-----END CERTIFICATE-----"
)

func addCertificates(m *py.Module) {
	m.Func("DER_cert_to_PEM_cert(der_cert_bytes)", func(der any) any { return pemText([]byte(py.BytesLike(der))) })
	m.Func("PEM_cert_to_DER_cert(pem_cert_string)", func(text any) any {
		pem := py.As[string](text)
		if !strings.HasPrefix(pem, pemHeader) {
			panic(exc.ValueError("Invalid PEM encoding; must start with %s", pemHeader))
		}
		pem = strings.TrimSpace(pem)
		if !strings.HasSuffix(pem, pemFooter) {
			panic(exc.ValueError("Invalid PEM encoding; must end with %s", pemFooter))
		}
		der, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(pem[len(pemHeader):len(pem)-len(pemFooter)]), ""))
		if err != nil {
			panic(exc.ValueError("%s", err.Error()))
		}
		return py.Bytes(der)
	})
	m.Func("cert_time_to_seconds(cert_time)", func(text any) any {
		t, err := time.Parse(certTime, py.As[string](text))
		if err != nil {
			panic(exc.ValueError(`time data %s does not match format "%%b %%d %%H:%%M:%%S %%Y GMT"`, py.Repr(text)))
		}
		return int(t.Unix())
	})
	m.Func("get_server_certificate(addr, ssl_version=16, ca_certs=None, timeout=None)", func(where, version, authorities, timeout any) any {
		c := NewContext(py.As[int](py.Index(version)))
		c.checkHostname, c.verifyMode = false, certNone
		if authorities != nil {
			c.verifyMode = certRequired
			c.loadLocations(authorities, nil, nil)
		}
		plain := py.CallKw(socket.Module().Attr("create_connection"), []any{where}, py.Kwargs{{Name: "timeout", Value: timeout}})
		sock := wrapSocket(c, plain, wrapping{onConnect: true, ragged: true, hostname: py.Unpack(where, 2)[0]})
		defer py.CallMethod(sock, "close")
		return pemText([]byte(layerOf(sock).engine.peer[0].Raw))
	})
}

// pemText is a certificate as PEM, in lines of 64 characters.
func pemText(der []byte) string {
	lines := []string{pemHeader}
	for text := base64.StdEncoding.EncodeToString(der); text != ""; {
		n := min(64, len(text))
		lines = append(lines, text[:n])
		text = text[n:]
	}
	return strings.Join(append(lines, pemFooter), "\n") + "\n"
}

func addRandom(m *py.Module) {
	m.Builtin("RAND_bytes(n, /)", func(n any) any {
		count := py.As[int](py.Index(n))
		if count < 0 {
			panic(exc.ValueError("num must be positive"))
		}
		data := make([]byte, count)
		_, _ = rand.Read(data)
		return py.Bytes(data)
	})
	m.Builtin("RAND_status()", func() any { return true })
	m.Builtin("RAND_add(string, entropy, /)", func(_, _ any) any { return nil })
}
