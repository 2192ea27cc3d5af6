package ssl

import (
	"runtime"
	"testing"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestDroppedHandshakeEnds makes connections whose handshake nobody finishes.
func TestDroppedHandshakeEnds(t *testing.T) {
	before := runtime.NumGoroutine()
	for i := range 50 {
		client := NewContext(protocolClient)
		o := client.wrap(client, &memory{}, &memory{}, false, "localhost")
		if err := o.Handshake(); err != secure.ErrWantRead {
			t.Fatal(err)
		}
		if i%2 == 0 {
			o.Release()
		}
	}
	left := 0
	for range 200 {
		runtime.GC()
		if left = runtime.NumGoroutine() - before; left <= 0 {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines are left", left)
}

// TestCipherStrings holds set_ciphers to what OpenSSL selects of the suites that
// crypto/tls has.
func TestCipherStrings(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{defaultCiphers, 8}, {"ECDHE-RSA-AES128-GCM-SHA256", 1}, {"ECDHE+AESGCM:!ECDSA", 2}, {"ALL:!SHA1", 10},
		{"HIGH:-ECDHE", 4}, {"FOO", 0}, {"", 0}, {"@SECLEVEL=2", 0},
	} {
		if got := len(chooseCiphers(test.text)); got != test.want {
			t.Errorf("%q: %d suites, want %d", test.text, got, test.want)
		}
	}
}

// TestNames holds the comparison of names to OpenSSL's X509_check_host.
func TestNames(t *testing.T) {
	for _, test := range []struct {
		name, host string
		want       bool
	}{
		{"example.org", "EXAMPLE.org", true}, {"*.example.org", "www.example.org", true},
		{"*.example.org", "example.org", false}, {"*.example.org", "a.b.example.org", false},
		{"*.org", "example.org", false}, {"w*.example.org", "www.example.org", false}, {"", "", false},
	} {
		if got := matchesName(test.name, test.host); got != test.want {
			t.Errorf("%s for %s: %v", test.name, test.host, got)
		}
	}
}

// TestErrors holds the text of errors to CPython's.
func TestErrors(t *testing.T) {
	for _, test := range []struct {
		err  py.BaseException
		want string
	}{
		{newFailure("NO_SHARED_CIPHER", "no shared cipher").at(handshaking), "SSLError(1, '[SSL: NO_SHARED_CIPHER] no shared cipher (_ssl.c:1020)')"},
		{pemError("X509").at(loadingCA), "SSLError(524297, '[X509] PEM lib (_ssl.c:4168)')"},
		{wantRead().at(reading), "SSLWantReadError(2, 'The operation did not complete (read) (_ssl.c:2580)')"},
	} {
		if got := py.Repr(test.err); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}
