package py

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestStrIndexLongText reads a long text in random order and by slices, which
// goes through the remembered position, and compares with its code points.
func TestStrIndexLongText(t *testing.T) {
	text := strings.Repeat("aé日😀\n", 50) + "\xED\xA0\x80" + strings.Repeat("xß", 40)
	runes := runesOf(text)
	if StrLen(text) != len(runes) {
		t.Fatalf("length %d, want %d", StrLen(text), len(runes))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		i := random.IntN(2*len(runes)) - len(runes)
		at := i
		if at < 0 {
			at += len(runes)
		}
		if got, want := StrIndex(text, i), runeString(runes[at]); got != want {
			t.Fatalf("text[%d] = %q, want %q", i, got, want)
		}
		j := at + random.IntN(len(runes)-at)
		if got, want := StrSlice(text, at, j, nil), stringOf(runes[at:j]); got != want {
			t.Fatalf("text[%d:%d] = %q, want %q", at, j, got, want)
		}
	}
}

// TestStrFieldsOfASCII compares the words of ASCII text with those that the general
// form finds, which a maximum asks for.
func TestStrFieldsOfASCII(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const characters = "ab \t\n\x1c\x1f\x00\x7f"
	for range 2000 {
		text := make([]byte, random.IntN(12))
		for i := range text {
			text[i] = characters[random.IntN(len(characters))]
		}
		got, want := StrFields(string(text)), StrFields(string(text), len(text))
		if !slices.Equal(got.items, want.items) || got.items == nil {
			t.Fatalf("%q: %q, want %q", text, got.items, want.items)
		}
	}
}
