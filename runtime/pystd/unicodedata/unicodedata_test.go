package unicodedata

import "testing"

func TestNormalize(t *testing.T) {
	for _, c := range []struct{ form, text, want string }{
		{"NFC", "e\u0301", "é"},
		{"NFD", "é", "e\u0301"},
		{"NFC", "a\u0307\u0323", "ạ\u0307"},
		{"NFKC", "ﬁ½①", "fi1⁄21"},
		{"NFKD", "각", "\u1100\u1161\u11a8"},
		{"NFC", "\u1100\u1161\u11a8", "각"},
		{"NFC", "Å", "Å"},
	} {
		f := forms[c.form]
		if got := load().normalize(c.text, f.compatible, f.compose); got != c.want {
			t.Errorf("%s of %+q: got %+q, want %+q", c.form, c.text, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	for c, want := range map[rune]string{
		'A': "LATIN CAPITAL LETTER A", '각': "HANGUL SYLLABLE GAG", '一': "CJK UNIFIED IDEOGRAPH-4E00", '☃': "SNOWMAN",
	} {
		got, ok := load().name(c)
		if !ok || got != want {
			t.Errorf("%c: got %s, want %s", c, got, want)
		}
		if back, ok := load().lookup(want); !ok || back != c {
			t.Errorf("%s: got %c, want %c", want, back, c)
		}
	}
	if name, ok := load().name('\n'); ok {
		t.Errorf("a newline has the name %s", name)
	}
}
