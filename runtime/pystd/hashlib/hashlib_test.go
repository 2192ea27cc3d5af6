package hashlib

import (
	"encoding/hex"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The digests are CPython's.
func TestAlgorithms(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"blake2b", "", "786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce"},
		{"blake2b", "abc", "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"},
		{"blake2b", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "362a53bbe2ec08097b2f358a41d0e153aeed4c132af928400872413650e7bf22f9ae428ff73770170bbd95f935e5dd1953c17de8c7264c72d1f99303bf22dfaa"},
		{"blake2s", "", "69217a3079908094e11121d042354a7c1f55b6482ca1a51e1b250dfd1ed0eef9"},
		{"blake2s", "abc", "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982"},
		{"blake2s", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "8649145538784833c3d83f5d9dd936519c0e6804dc2adbdddb020143244a33f6"},
		{"sha3_256", "", "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a"},
		{"sha3_256", "abc", "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"},
		{"sha3_256", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "a6fac3456c7b007b3bbc49cf14c110efc057836b7cdddbc22737bee851eea86d"},
		{"sha512_256", "", "c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a"},
		{"sha512_256", "abc", "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23"},
		{"sha512_256", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "32bfe612284b067af66790fc1f422108b4bcd670b698de913465b3e75a5c0078"},
	} {
		create, ok := New(c.name)
		if !ok {
			t.Fatalf("no %s", c.name)
		}
		h := create()
		h.Write([]byte(c.data))
		if got := hex.EncodeToString(h.Sum(nil)); got != c.want {
			t.Errorf("%s of %q: got %s, want %s", c.name, c.data, got, c.want)
		}
	}
}

func TestKeyedBlake(t *testing.T) {
	h := newBlake(&blake2b, blakeOptions{size: 8, key: "k", salt: "s", person: "p", fanout: 1, depth: 1})
	h.Write([]byte("data"))
	if got, want := hex.EncodeToString(h.Sum(nil)), "a804f5bfe5bcb44f"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestScrypt(t *testing.T) {
	got := scrypt("pw", "salt", scryptCost{n: 16, r: 8, p: 2, length: 16})
	if want := py.Bytes("\xd9\xcd\xc1\xb8\x24\xc8\x22\x40\x03\x06\xd4\x19\xeb\x1e\x34\xe0"); got != want {
		t.Errorf("got %x, want %x", got, want)
	}
}
