package rfc5322

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func addressTree(value string) *Node {
	tree, _, _ := Addresses(value)
	return tree
}

// TestFold compares with what CPython's policy "default" writes.
func TestFold(t *testing.T) {
	for _, c := range []struct {
		name  string
		value *Node
		want  string
	}{
		{"Subject", Unstructured("short"), "Subject: short\n"},
		{"Subject", Unstructured("word word word word word word word word word word word word word word word word word word word word end"), "Subject: word word word word word word word word word word word word word word\n word word word word word word end\n"},
		{"Subject", Unstructured("Grüße aus Köln Grüße aus Köln Grüße aus Köln Grüße aus Köln Grüße aus Köln Grüße aus Köln "), "Subject: =?utf-8?b?R3LDvMOfZSBhdXMgS8O2bG4gR3LDvMOfZSBhdXMgS8O2bG4gR3LDvMOf?=\n =?utf-8?b?ZSBhdXMgS8O2bG4gR3LDvMOfZSBhdXMgS8O2bG4gR3LDvMOfZSBhdXMgS8O2bG4g?=\n =?utf-8?b?R3LDvMOfZSBhdXMgS8O2bG4=?= \n"},
		{"Subject", Unstructured("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), "Subject: =?utf-8?q?xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx?=\n =?utf-8?q?xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx?=\n"},
		{"Subject", Unstructured("=?utf-8?q?J=C3=B6rg?= =?utf-8?q?_M=C3=BCller?= writes"), "Subject: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= writes\n"},
		{"To", addressTree("Ann <a@b.c>, \"B, C\" <d@e.f>"), "To: Ann <a@b.c>, \"B, C\" <d@e.f>\n"},
		{"To", addressTree("Zoë Ünal <z@x.org>, p@q.r, Person 0 <p0@example.com>, Person 1 <p1@example.com>, Person 2 <p2@example.com>, Person 3 <p3@example.com>"), "To: =?utf-8?q?Zo=C3=AB_=C3=9Cnal?= <z@x.org>, p@q.r, Person 0 <p0@example.com>,\n Person 1 <p1@example.com>, Person 2 <p2@example.com>,\n Person 3 <p3@example.com>\n"},
		{"To", addressTree("team: a@b.c, D <d@e.f>;, x@y.z"), "To: team: a@b.c, D <d@e.f>;, x@y.z\n"},
		{"To", addressTree("A (comment) <a@b.c>"), "To: A (comment) <a@b.c>\n"},
		{"To", addressTree("no address here, a@b.c"), "To: no address here, a@b.c\n"},
		{"Content-Disposition", ContentDisposition("attachment; filename=\"x y.txt\"").Tree, "Content-Disposition: attachment; filename=\"x y.txt\"\n"},
		{"Content-Disposition", ContentDisposition("attachment; filename=\"Übersicht.pdf\"").Tree, "Content-Disposition: attachment; filename*=utf-8''%C3%9Cbersicht.pdf\n"},
		{"Content-Disposition", ContentDisposition("attachment; filename*=utf-8''%C3%A4.txt; size=3").Tree, "Content-Disposition: attachment; filename*=utf-8''%C3%A4.txt; size=\"3\"\n"},
		{"Content-Disposition", ContentDisposition("attachment; filename=\"lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang .txt\"").Tree, "Content-Disposition: attachment;\n filename*0*=us-ascii''lang%20lang%20lang%20lang%20lang%20lang%20lang%20lang;\n filename*1*=%20lang%20lang%20lang%20lang%20lang%20lang%20lang%20lang%20lang;\n filename*2*=%20lang%20lang%20lang%20.txt\n"},
	} {
		if got := Fold(c.name, c.value, Limits{MaxLine: 78, Linesep: "\n"}); got != c.want {
			t.Errorf("%s: %s:\ngot  %q\nwant %q", c.name, c.value, got, c.want)
		}
	}
}

// FuzzAddresses checks that reading and folding any text ends.
func FuzzAddresses(f *testing.F) {
	for _, seed := range []string{"a@b", "x <y@z>, g: a, b;", "\"q", "(((", "=?utf-8?q?=41?=", "<@>,;:\\", "a\xed\xb3\xa9@b"} {
		f.Add(seed)
	}
	f.Fuzz(func(_ *testing.T, data string) {
		text := py.BytesDecode(data, "utf-8", "surrogateescape")
		for name, tree := range map[string]*Node{"To": addressTree(text), "Subject": Unstructured(text), "Content-Type": ContentType(text).Tree} {
			// Bytes of no charset among other characters raise UnicodeEncodeError, as in CPython.
			_ = py.Try(func() error {
				Fold(name, tree, Limits{MaxLine: 40, Linesep: "\n"})
				return nil
			})
		}
	})
}
